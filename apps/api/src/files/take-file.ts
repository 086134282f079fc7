import { FILES_WORDS, MOST_BYTES, type UploadWish } from '#files';
import { ApiError, RouteCount } from '#graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { describeFile } from './describe-file.js';
import { expectMaySend, expectSignedIn } from './expect-signed-in.js';
import type { FileParts } from './file-parts.js';
import type { UploadGate } from './upload-gate.js';

/** POST /files?to=<id>&name=<name>, the file itself as the body: it hangs on the thing at once, or not at all. */
export async function takeFile(
  { contextOf, uploads, limits }: FileParts,
  gate: UploadGate,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const count = RouteCount.begin(limits, request, reply);
  const context = contextOf(request);
  try {
    const claims = await expectSignedIn(context);
    const { postId } = claims;
    count.takeOfPost(postId);
    expectMaySend(claims);
    const wish = readWish(request.query);
    expectPlainBody(request);
    const body = request.body instanceof Readable ? request.body : Readable.from([]);
    const { file, isNew } = await gate.pass(postId, () => uploads.receive(context, wish, body));
    const answer = describeFile(file);
    return await reply
      .code(isNew ? 201 : 200)
      .header('location', String(answer['path']))
      .send({ file: answer });
  } finally {
    await context.close();
  }
}

function readWish(query: unknown): UploadWish {
  const given = new Map(Object.entries(typeof query === 'object' && query !== null ? query : {}));
  const [to, name] = ['to', 'name'].map((path) => {
    const value: unknown = given.get(path);
    if (typeof value === 'string') return value;
    throw ApiError.badInput([{ path, message: FILES_WORDS.upload.giveOnce }]);
  });
  return { to: to ?? '', name: name ?? '' };
}

/**
 * A form or a packed body would be stored as it is, and refused for what it is not. What says that it is too large is
 * not waited for: it would hold a place among those that are read.
 */
export function expectPlainBody({ headers }: FastifyRequest): void {
  const isForm = /^(multipart\/|application\/x-www-form-urlencoded)/i.test(headers['content-type'] ?? '');
  if (isForm) throw new ApiError('BAD_REQUEST', FILES_WORDS.upload.notAForm);
  if (headers['content-encoding'] !== undefined) throw new ApiError('BAD_REQUEST', FILES_WORDS.upload.packed);
  if (Number(headers['content-length'] ?? 0) > MOST_BYTES)
    throw new ApiError('PAYLOAD_TOO_LARGE', FILES_WORDS.upload.tooLarge);
}
