import {
  ApiError,
  currentLanguage,
  errorFormatter,
  HTTP_STATUS,
  LANGUAGE_TAGS,
  rateLimitHeaders,
  type ErrorCode,
} from '#graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { FileParts } from './file-parts.js';

export type ByteRoutes = Pick<FastifyInstance, 'get' | 'post'>;

/** Routes whose bodies are bytes: nothing parses them, and their errors are JSON as everywhere. */
export async function addByteRoutes(
  app: NestFastifyApplication,
  { limits, log }: Pick<FileParts, 'limits' | 'log'>,
  add: (routes: ByteRoutes, options: Pick<RouteShorthandOptions, 'errorHandler'>) => void,
): Promise<void> {
  const formatError = errorFormatter(log);
  const errorHandler = (error: unknown, _request: FastifyRequest, reply: FastifyReply): void => {
    const answer = formatError({ message: '' }, error);
    const status = HTTP_STATUS[answer.extensions?.['code'] as ErrorCode];
    // Headers of the file itself must not stand over an error.
    for (const name of ['etag', 'content-disposition', 'content-length']) void reply.removeHeader(name);
    void reply
      .code(status)
      .header('content-language', LANGUAGE_TAGS[currentLanguage()])
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ errors: [answer] }));
  };
  await app
    .getHttpAdapter()
    .getInstance()
    .register(async (routes) => {
      // Counted with what the address asks of GraphQL, before a token is looked at.
      routes.addHook('preHandler', async (request, reply) => {
        const allowance = limits.address.admit(request.ip);
        void reply.headers(rateLimitHeaders([allowance]));
        if (allowance.retryAfter > 0) throw new ApiError('TOO_MANY_REQUESTS');
      });
      // A body is a file, whatever type it is said to be.
      routes.removeAllContentTypeParsers();
      routes.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      add(routes, { errorHandler });
    });
}
