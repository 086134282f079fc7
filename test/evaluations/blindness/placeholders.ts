import { FORKED_ID } from './fork.js';

const FORKED = new RegExp(`${FORKED_ID}\\d{12}`, 'g');
/** An id or a cursor as clients are given it. */
const OPAQUE = /[A-Za-z0-9_-]{22,}/g;
const CHECKSUM = 8;
const FORKED_HEX = FORKED_ID.replaceAll('-', '');

/** Names what was made since the fork by when it was first met, so that the same answers read the same. */
export class Placeholders {
  private readonly met = new Map<string, string>();

  name(text: string): string {
    return text.replaceAll(OPAQUE, (token) => this.ofOpaque(token)).replaceAll(FORKED, (id) => this.of(id));
  }

  private ofOpaque(token: string): string {
    const bytes = Buffer.from(token, 'base64url');
    const hex = bytes.toString('hex');
    if (hex.startsWith(FORKED_HEX))
      return `${this.of(hex.slice(FORKED_HEX.length, 32))} ${bytes.subarray(16).toString()}`;
    const said = bytes.toString();
    // A checksum of all of it leads.
    return said.includes(FORKED_ID) ? said.slice(CHECKSUM).replaceAll('"', "'") : token;
  }

  private of(id: string): string {
    const digits = id.slice(-12);
    const known = this.met.get(digits) ?? `<${this.met.size + 1}>`;
    this.met.set(digits, known);
    return known;
  }
}
