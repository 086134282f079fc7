import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routeErrorHandler } from '../answer-route-error.js';
import { answerFile } from './answer-file.js';
import type { FileParts } from './file-parts.js';
import { takeFile } from './take-file.js';
import { UploadGate } from './upload-gate.js';

/** The routes for bytes, beside GraphQL and with the same token: POST /files and GET /files/:id. */
export async function registerFiles(app: NestFastifyApplication, parts: FileParts): Promise<void> {
  const gate = new UploadGate();
  const errorHandler = routeErrorHandler(parts.log);
  await app
    .getHttpAdapter()
    .getInstance()
    .register(async (routes) => {
      // A body is a file, whatever type it is said to be: nothing parses it.
      routes.removeAllContentTypeParsers();
      routes.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
      routes.post('/files', { errorHandler }, (request, reply) => takeFile(parts, gate, request, reply));
      routes.get('/files/:id', { errorHandler }, (request, reply) => answerFile(parts, request, reply));
    });
}
