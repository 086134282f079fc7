import { UPLOAD_WORDS } from '../files.words.js';
import { ApiError } from '#graphql';
import type { Readable } from 'node:stream';

export const MOST_BYTES = 10 * 1024 * 1024;

/**
 * All bytes of a body, whatever length it claims; an eleventh megabyte is never kept.
 * @throws ApiError PAYLOAD_TOO_LARGE beyond 10 MB, BAD_REQUEST when it breaks off or takes longer than `withinMs`
 */
export async function readBody(body: Readable, withinMs: number): Promise<Buffer> {
  const late = new ApiError('BAD_REQUEST', UPLOAD_WORDS.late({ seconds: withinMs / 1000 }));
  const timer = setTimeout(() => body.destroy(late), withinMs);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Not destroyed when left early: the refusal has to travel back on the same connection.
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk as Uint8Array);
      length += bytes.length;
      if (length > MOST_BYTES) throw new ApiError('PAYLOAD_TOO_LARGE', UPLOAD_WORDS.tooLarge);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('BAD_REQUEST', UPLOAD_WORDS.brokenOff);
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks, length);
}
