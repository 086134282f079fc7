/** A token, or what fetches one; it is called again with the one that was rejected. */
export type TokenSource = string | ((rejected: string | null) => string | Promise<string>);

/** The token of a client; requests that go at once share one fetch of it. */
export class Token {
  private current: Promise<string> | null = null;

  constructor(private readonly source: TokenSource | null) {}

  /** Null for nobody. */
  async get(): Promise<string | null> {
    if (this.source === null || typeof this.source === 'string') return this.source;
    return (this.current ??= this.fetch(null));
  }

  /** The one after that; null when there is no other. */
  async renew(rejected: string | null): Promise<string | null> {
    if (typeof this.source !== 'function') return null;
    const known = this.current;
    const isOld = known === null || (await known) === rejected;
    // While it was waited for, another request may have had it renewed.
    if (isOld && this.current === known) this.current = this.fetch(rejected);
    return this.current;
  }

  private async fetch(rejected: string | null): Promise<string> {
    try {
      return await (typeof this.source === 'function' ? this.source(rejected) : '');
    } catch (error) {
      this.current = null;
      throw error;
    }
  }
}
