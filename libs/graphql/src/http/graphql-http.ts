import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.js';
import type { ErrorLog } from '../errors/format-error.js';
import { runInRequest } from '../errors/request-scope.js';
import { rateLimitHeaders, type Allowance, type RequestLimits } from '../limits/request-limit.js';
import type { Upgrades } from '../live/take-upgrades.js';
import { observeRequests, type RequestObserver } from '../signals/request-hooks.js';
import { acceptedLanguage, LANGUAGE_TAGS } from '../words/accepted-language.js';
import type { ListedOperations } from '../operations/listed-operations.js';
import { takeOperation } from '../operations/take-operation.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { answerHttpError, answerNowhere, BODY_LIMIT } from './http-error.js';
import { KnownRoutes } from './known-routes.js';
import { requestIdFrom } from './request-id.js';

export interface HttpSettings {
  readonly path: string;
  readonly newId: () => string;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
  /** What the operator has listed; none where anything may be asked, by its text alone. */
  readonly operations?: ListedOperations | undefined;
  /** Hears of every request when it has been answered. */
  readonly observer?: RequestObserver | undefined;
  /** Takes over what is to become a socket. */
  readonly upgrades?: Upgrades | undefined;
}

/** What happens before Apollo sees a request. Call it between `NestFactory.create` and `init`. */
export function prepareGraphqlHttp(
  app: NestFastifyApplication,
  { path, newId, log, limits, operations, observer, upgrades }: HttpSettings,
): void {
  const fastify = app.getHttpAdapter().getInstance();
  const allowances = new WeakMap<FastifyRequest, Allowance>();
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
  const routes = new KnownRoutes();
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.is404) answerNowhere(routes, request, reply, log);
    else done();
  });
  fastify.addHook('preHandler', (request, _reply, done) => {
    const language = acceptedLanguage(request.headers['accept-language']);
    runInRequest({ requestId: request.id, language, allowance: allowances.get(request) ?? null }, done);
  });
  fastify.addHook('onRoute', (route) => {
    routes.add(route);
    if (route.url !== path) return;
    route.bodyLimit = BODY_LIMIT;
    route.onRequest = async (request, reply) => {
      nameLanguage(request, reply);
      const allowance = limits.address.admit(request.ip);
      allowances.set(request, allowance);
      void reply.headers(rateLimitHeaders([allowance]));
      if (allowance.retryAfter > 0) throw new ApiError('TOO_MANY_REQUESTS');
      upgrades?.take(request, reply);
    };
    route.preValidation = async (request) => {
      refuseBrokenQuery(request);
      if (operations) takeOperation(operations, request);
    };
    route.errorHandler = (error, request, reply) => answerHttpError(error, request, reply, log);
  });
}

function nameLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const language = acceptedLanguage(request.headers['accept-language']);
  const vary = [reply.getHeader('vary') ?? [], 'Accept-Language'].flat().join(', ');
  void reply.headers({ 'content-language': LANGUAGE_TAGS[language], vary });
}

/** JSON is UTF-8; a decoder that patches broken bytes would store what nobody wrote. */
function parseJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) throw new ApiError('BAD_REQUEST', GRAPHQL_WORDS.bodyMissing);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    const format = error instanceof SyntaxError ? 'JSON' : 'UTF-8';
    throw new ApiError('BAD_REQUEST', GRAPHQL_WORDS.bodyMalformed({ format }));
  }
}

function refuseBrokenQuery(request: FastifyRequest): void {
  try {
    decodeURIComponent(request.url);
  } catch {
    throw new ApiError('BAD_REQUEST', GRAPHQL_WORDS.queryStringMalformed);
  }
}
