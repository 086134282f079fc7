import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Remembers the last line that says why: for the sentence on a program that failed. */
export function lastLine(stream: Readable | null, onLine: (line: string) => void = () => {}): () => string {
  let last = 'it said nothing';
  if (stream)
    createInterface({ input: stream }).on('line', (line) => {
      const reason = /(?:FATAL|PANIC|error): +(.*)/.exec(line);
      if (reason?.[1]) last = reason[1];
      onLine(line);
    });
  return () => last;
}
