import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.js';
import { extensionsOf, internalError, type ErrorLog } from '../errors/format-error.js';
import { HTTP_STATUS } from '../errors/error-code.js';
import { observeRequests, recordOf, type RequestObserver } from '../signals/request-hooks.js';
import { requestIdFrom } from './request-id.js';

const BODY_LIMIT = 256 * 1024;

export interface HttpSettings {
  readonly path: string;
  readonly newId: () => string;
  readonly log: ErrorLog;
  /** Hears of every request when it has been answered. */
  readonly observer?: RequestObserver | undefined;
}

/** What happens before Apollo sees a request. Call it between `NestFactory.create` and `init`. */
export function prepareGraphqlHttp(
  app: NestFastifyApplication,
  { path, newId, log, observer }: HttpSettings,
): void {
  const fastify = app.getHttpAdapter().getInstance();
  app.useBodyParser('application/json', {}, (_request, body, done) => {
    try {
      done(null, parseJson(body));
    } catch (error) {
      done(error instanceof Error ? error : new Error('The body cannot be read.'));
    }
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    request.id = requestIdFrom(request.headers['x-request-id'], newId);
    void reply.header('x-request-id', request.id);
    done();
  });
  observeRequests(fastify, path, observer);
  fastify.addHook('onRoute', (route) => {
    if (route.url !== path) return;
    route.bodyLimit = BODY_LIMIT;
    route.preValidation = refuseBrokenQuery;
    route.errorHandler = (error, request, reply) => answerError(error, request, reply, log);
  });
}

/** JSON is UTF-8; a decoder that patches broken bytes would store what nobody wrote. */
function parseJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) throw new ApiError('BAD_REQUEST', 'The body is missing.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    const what = error instanceof SyntaxError ? 'JSON' : 'UTF-8';
    throw new ApiError('BAD_REQUEST', `The body is not valid ${what}.`);
  }
}

async function refuseBrokenQuery(request: FastifyRequest): Promise<void> {
  try {
    decodeURIComponent(request.url);
  } catch {
    throw new ApiError('BAD_REQUEST', 'The query string is not valid UTF-8.');
  }
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, log: ErrorLog): void {
  const known = classify(error);
  const record = recordOf(request);
  record?.errors.push(known.code);
  if (known.code === 'INTERNAL')
    log({ requestId: request.id, code: known.code, error, sent: record?.listSent() ?? [] });
  const status = known.code === 'BAD_REQUEST' ? (error.statusCode ?? 400) : HTTP_STATUS[known.code];
  const body = { errors: [{ message: known.message, extensions: extensionsOf(known, request.id) }] };
  void reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

function classify(error: FastifyError): ApiError {
  if (error instanceof ApiError) return error;
  if (error.statusCode === 413) {
    return new ApiError('PAYLOAD_TOO_LARGE', `The body may have at most ${BODY_LIMIT / 1024} KiB.`);
  }
  const isClients = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isClients ? new ApiError('BAD_REQUEST', error.message) : internalError();
}
