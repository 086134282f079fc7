import { isPicture, type File, type FileService } from '#files';
import { found, fromGlobalId, RouteCount, type TenantContext } from '#graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentDisposition } from './content-disposition.js';
import { expectSignedIn } from './expect-signed-in.js';
import type { FileParts } from './file-parts.js';

/** GET /files/:id, for whoever sees what the file hangs on; asked anew each time, so that a cache never tells. */
export async function answerFile(
  { contextOf, files, store, limits }: FileParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const count = RouteCount.begin(limits, request, reply);
  const file = await getFile(contextOf(request), count, files, request.params);
  const etag = `"${file.sha256.toString('hex')}"`;
  void reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'Authorization' });
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const body = await store.open({ regionId: file.regionId, unitId: file.unitId, fileId: file.id });
  return reply.headers(headersOf(file)).send(body);
}

async function getFile(
  context: TenantContext,
  count: RouteCount,
  files: FileService,
  params: unknown,
): Promise<File> {
  try {
    count.takeOfPost((await expectSignedIn(context)).postId);
    const { id } = params as { id: string };
    return found(await context.read((tx) => files.find(tx, fromGlobalId('File', id))));
  } finally {
    await context.close();
  }
}

function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
}

/** Nothing that comes from here runs: the checked type holds, and all but pictures are saved, not shown. */
function headersOf({ name, mediaType, bytes }: File): Record<string, string | number> {
  const way = isPicture(mediaType) ? 'inline' : 'attachment';
  return {
    'content-type': mediaType,
    'content-length': bytes,
    'content-disposition': contentDisposition(way, name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  };
}
