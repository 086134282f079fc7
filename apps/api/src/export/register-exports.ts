import { ApiError, errorFormatter, HTTP_STATUS, type ErrorLog, type TenantContext } from '#graphql';
import { HucreWorkbooks, type Workbooks } from '#sheets';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { sendWorkbook } from '../send-workbook.js';
import { EXPORT_LISTS } from './export-lists.js';
import { readArguments } from './list-arguments.js';
import { readList, type ListExport } from './read-list.js';

export interface ExportSettings {
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly workbooks?: Workbooks;
}

/** `GET /export/<list>.xlsx` with the same token as the API: every list as a workbook, as its caller may see it. */
export function registerExports(app: NestFastifyApplication, settings: ExportSettings): void {
  const { workbooks = new HucreWorkbooks(), log } = settings;
  const formatError = errorFormatter(log);
  app
    .getHttpAdapter()
    .getInstance()
    .get<{ Params: { file: string } }>('/export/:file', async (request, reply) => {
      try {
        const { sheet, isCut } = await exportList(app, settings, request);
        const file = await workbooks.write([sheet]);
        const name = request.params.file;
        return await sendWorkbook(reply.header('x-export-cut', String(isCut)), name, file);
      } catch (error) {
        return answerError(formatError({ message: '' }, error), reply);
      }
    });
}

/** The context is closed before the workbook is packed, so that no connection waits for it. */
async function exportList(
  app: NestFastifyApplication,
  { createContext }: ExportSettings,
  request: FastifyRequest<{ Params: { file: string } }>,
): Promise<ListExport> {
  const context = createContext(request);
  try {
    // Who is not signed in does not learn which lists there are, nor what they take.
    if (!(await context.authenticate())) throw ApiError.unauthenticated();
    const { schema } = app.get(GraphQLSchemaHost);
    const list = EXPORT_LISTS.find(({ field }) => `${field}.xlsx` === request.params.file);
    const field = list && schema.getQueryType()?.getFields()[list.field];
    if (!list || !field) throw ApiError.notFound();
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    return await readList({ schema, list, field, variables: readArguments(field, query) }, context);
  } finally {
    await context.close();
  }
}

function answerError(error: GraphQLFormattedError, reply: FastifyReply): FastifyReply {
  const code = error.extensions?.['code'];
  const status = Object.entries(HTTP_STATUS).find(([known]) => known === code)?.[1] ?? HTTP_STATUS.INTERNAL;
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message: error.message, extensions: error.extensions }] }));
}
