import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.js';
import { knownError, type ErrorLog } from '../errors/format-error.js';
import { recordOf } from '../signals/request-hooks.js';
import { acceptedLanguage, LANGUAGE_TAGS } from '../words/accepted-language.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { translateTechnical } from '../words/technical-words.js';
import type { Words } from '../words/words.js';
import type { KnownRoutes } from './known-routes.js';
import { requestIdFrom } from './request-id.js';

/** Of a body, in bytes. */
export const BODY_LIMIT = 256 * 1024;

/** Headers of a file must not stand over an error. */
const OF_A_FILE = ['etag', 'content-disposition', 'content-length'];

/** What Fastify says of an address quotes it. */
const ADDRESS_WORDS: Readonly<Record<string, Words>> = {
  FST_ERR_BAD_URL: GRAPHQL_WORDS.addressMalformed,
  FST_ERR_MAX_PARAM_LENGTH: GRAPHQL_WORDS.addressTooLong,
};

/** What goes wrong outside of Apollo is answered in the form in which Apollo would, without a scope of the request. */
export function answerHttpError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: ErrorLog,
  language = acceptedLanguage(request.headers['accept-language']),
): void {
  const known = judgeHttpError(error, request, log);
  const { status } = known;
  for (const name of OF_A_FILE) void reply.removeHeader(name);
  if (status === 401) void reply.header('www-authenticate', CHALLENGE);
  void reply
    .code(status)
    .header('content-language', LANGUAGE_TAGS[language])
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [known.in(language, request.id)] }));
}

/** What a client may know of it; what it may not is logged, and counted either way. For pages that say it in their own form. */
export function judgeHttpError(error: unknown, request: FastifyRequest, log: ErrorLog): ApiError {
  const known = fastifyError(error) ?? knownError(error);
  const { code } = known;
  const record = recordOf(request);
  record?.errors.push(code);
  if (code === 'INTERNAL' || code === 'UNAVAILABLE')
    log({ requestId: request.id, code, error, sent: record?.listSent() ?? [] });
  return known;
}

/** RFC 6750: what is missing is a token. */
export const CHALLENGE = 'Bearer realm="Lianjian"';

/** For `frameworkErrors` of Fastify: an address that it cannot read passes no hook. */
export function answerBadAddress(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { newId, log }: { readonly newId: () => string; readonly log: ErrorLog },
): void {
  request.id = requestIdFrom(request.headers['x-request-id'], newId);
  answerHttpError(error, request, reply.header('x-request-id', request.id), log);
}

/** Before a body is read: nobody would do anything with it. */
export function answerNowhere(
  routes: KnownRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
  log: ErrorLog,
): void {
  const methods = routes.methodsOf(request.url).join(', ');
  if (methods === '') {
    answerHttpError(new ApiError('NOT_FOUND', GRAPHQL_WORDS.nothingThere), request, reply, log);
    return;
  }
  const error = new ApiError('BAD_REQUEST', GRAPHQL_WORDS.otherMethods({ methods }), [], 405);
  answerHttpError(error, request, reply.header('allow', methods), log);
}

/** Null for what Fastify does not say of a request. */
function fastifyError(error: unknown): ApiError | null {
  if (error instanceof ApiError || !(error instanceof Error) || !('statusCode' in error)) return null;
  const status = Number(error.statusCode);
  if (status === 413)
    return new ApiError('PAYLOAD_TOO_LARGE', GRAPHQL_WORDS.bodyTooLarge({ most: BODY_LIMIT / 1024 }));
  if (!(status >= 400 && status < 500)) return null;
  const words = 'code' in error && typeof error.code === 'string' ? ADDRESS_WORDS[error.code] : undefined;
  return new ApiError('BAD_REQUEST', words ?? translateTechnical(error.message), [], status);
}
