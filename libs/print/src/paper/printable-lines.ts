/** What no reader shows and XML may not have, and marks that turn the direction of what stands beside them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** The lines in which something stands, of what can be printed. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((part) => part.replaceAll('\t', ' ').replaceAll(UNPRINTABLE, '').trim())
    .filter((part) => part !== '');
}

/** The same in one line. */
export function oneLine(text: string): string {
  return linesOf(text).join(' ');
}
