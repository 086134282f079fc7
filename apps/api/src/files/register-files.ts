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
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerFile } from './answer-file.js';
import type { FileParts } from './file-parts.js';
import { takeFile } from './take-file.js';
import { UploadGate } from './upload-gate.js';

/** The routes for bytes, beside GraphQL and with the same token: POST /files and GET /files/:id. */
export async function registerFiles(app: NestFastifyApplication, parts: FileParts): Promise<void> {
  const gate = new UploadGate();
  const formatError = errorFormatter(parts.log);
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
        const allowance = parts.limits.address.admit(request.ip);
        void reply.headers(rateLimitHeaders([allowance]));
        if (allowance.retryAfter > 0) throw new ApiError('TOO_MANY_REQUESTS');
      });
      // A body is a file, whatever type it is said to be: nothing parses it.
      routes.removeAllContentTypeParsers();
      routes.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      routes.post('/files', { errorHandler }, (request, reply) => takeFile(parts, gate, request, reply));
      routes.get('/files/:id', { errorHandler }, (request, reply) => answerFile(parts, request, reply));
    });
}
