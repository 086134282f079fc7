import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.js';
import { HTTP_STATUS } from '../errors/error-code.js';
import type { ErrorLog } from '../errors/format-error.js';
import { recordOf } from '../signals/request-hooks.js';
import { acceptedLanguage } from '../words/accepted-language.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { translateTechnical } from '../words/technical-words.js';

/** Of a body, in bytes. */
export const BODY_LIMIT = 256 * 1024;

/** What goes wrong before Apollo is asked is answered in the form in which Apollo would. */
export function answerHttpError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  log: ErrorLog,
): void {
  const known = classify(error);
  const record = recordOf(request);
  record?.errors.push(known.code);
  if (known.code === 'INTERNAL')
    log({ requestId: request.id, code: known.code, error, sent: record?.listSent() ?? [] });
  const status = known.code === 'BAD_REQUEST' ? (error.statusCode ?? 400) : HTTP_STATUS[known.code];
  const language = acceptedLanguage(request.headers['accept-language']);
  const body = { errors: [known.in(language, request.id)] };
  void reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

function classify(error: FastifyError): ApiError {
  if (error instanceof ApiError) return error;
  if (error.statusCode === 413) {
    return new ApiError('PAYLOAD_TOO_LARGE', GRAPHQL_WORDS.bodyTooLarge({ most: BODY_LIMIT / 1024 }));
  }
  const isClients = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isClients
    ? new ApiError('BAD_REQUEST', translateTechnical(error.message))
    : new ApiError('INTERNAL');
}
