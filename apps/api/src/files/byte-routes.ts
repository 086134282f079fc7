import { answerHttpError, type ErrorLog } from '#graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, RouteShorthandOptions } from 'fastify';

export type ByteRoutes = Pick<FastifyInstance, 'get' | 'post'>;

/** Routes whose bodies are bytes, whatever type they are said to be: nothing parses them. */
export async function addByteRoutes(
  app: NestFastifyApplication,
  log: ErrorLog,
  add: (routes: ByteRoutes, options: Pick<RouteShorthandOptions, 'errorHandler'>) => void,
): Promise<void> {
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply, log);
  await app
    .getHttpAdapter()
    .getInstance()
    .register(async (routes) => {
      routes.removeAllContentTypeParsers();
      routes.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      add(routes, { errorHandler });
    });
}
