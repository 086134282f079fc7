import { CONNECTION_SECONDS } from '#database';
import { startWatch } from '#signals';
import { createHash } from 'node:crypto';

/** Each connection keeps what is prepared on it until it is replaced, so there must be an end to it. */
export const MOST_NAMES = 200;
export const LONGEST_TEXT = 16_384;
const MOST_SEEN = 5_000;

/** Names to prepare statements by. Given out anew when every connection that knows the last ones has been replaced. */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly seen = new Set<string>();
  private elapsed: () => number;

  constructor(private readonly watch: () => () => number = startWatch) {
    this.elapsed = watch();
  }

  /** From the second time on that the text is sent; undefined to send it once. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (text.length > LONGEST_TEXT || (this.names.size >= MOST_NAMES && !this.renew())) return undefined;
    const hash = createHash('sha256').update(text).digest('base64url');
    if (!this.seen.delete(hash)) {
      if (this.seen.size >= MOST_SEEN) this.seen.clear();
      this.seen.add(hash);
      return undefined;
    }
    const name = `read_${hash.slice(0, 24)}`;
    this.names.set(text, name);
    return name;
  }

  private renew(): boolean {
    if (this.elapsed() < CONNECTION_SECONDS * 1_000) return false;
    this.elapsed = this.watch();
    this.names.clear();
    return true;
  }
}
