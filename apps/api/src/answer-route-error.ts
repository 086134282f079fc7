import {
  currentLanguage,
  errorFormatter,
  HTTP_STATUS,
  LANGUAGE_TAGS,
  type ErrorCode,
  type ErrorLog,
} from '#graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What goes wrong on a route beside GraphQL, in the form in which GraphQL would say it. */
export function routeErrorHandler(
  log: ErrorLog,
): (error: unknown, request: FastifyRequest, reply: FastifyReply) => void {
  const formatError = errorFormatter(log);
  return (error, _request, reply) => {
    const answer = formatError({ message: '' }, error);
    // Headers of the file itself must not stand over an error.
    for (const name of ['etag', 'content-disposition', 'content-length']) void reply.removeHeader(name);
    void reply
      .code(HTTP_STATUS[answer.extensions?.['code'] as ErrorCode])
      .header('content-language', LANGUAGE_TAGS[currentLanguage()])
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ errors: [answer] }));
  };
}
