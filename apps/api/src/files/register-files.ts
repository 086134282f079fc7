import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { answerFile } from './answer-file.js';
import { addByteRoutes } from './byte-routes.js';
import type { FileParts } from './file-parts.js';
import { takeFile } from './take-file.js';
import { UploadGate } from './upload-gate.js';

/** The routes for bytes, beside GraphQL and with the same token: POST /files and GET /files/:id. */
export async function registerFiles(app: NestFastifyApplication, parts: FileParts): Promise<void> {
  const gate = new UploadGate();
  await addByteRoutes(app, parts.log, (routes, options) => {
    routes.post('/files', options, (request, reply) => takeFile(parts, gate, request, reply));
    routes.get('/files/:id', options, (request, reply) => answerFile(parts, request, reply));
  });
}
