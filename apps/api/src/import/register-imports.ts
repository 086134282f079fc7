import { OfferService } from '#resources';
import { HucreWorkbooks } from '#sheets';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addByteRoutes } from '../files/byte-routes.js';
import { UploadGate } from '../files/upload-gate.js';
import { OfferUpload } from './offer-upload.js';
import { answerTemplate, takeOffers, type ImportParts } from './take-offers.js';

/** Reading a workbook may take a core and some hundred MiB for seconds. */
const AT_ONCE = { all: 2, ofAPost: 1 };

/** Offers of one's own unit by Excel, for who has no shell: the template, and the way back in. */
export async function registerImports(
  app: NestFastifyApplication,
  settings: Pick<ImportParts, 'contextOf' | 'log' | 'limits'>,
): Promise<void> {
  const gate = new UploadGate(AT_ONCE);
  const workbooks = new HucreWorkbooks();
  const schema = () => app.get(GraphQLSchemaHost).schema;
  const upload = new OfferUpload(workbooks, schema, app.get(OfferService));
  const parts = { ...settings, workbooks, upload };
  await addByteRoutes(app, settings.log, (routes, options) => {
    routes.get('/import/offers.xlsx', options, (request, reply) => answerTemplate(parts, request, reply));
    routes.post('/import/offers.xlsx', options, (request, reply) => takeOffers(parts, gate, request, reply));
  });
}
