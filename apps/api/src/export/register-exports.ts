import {
  ApiError,
  answerHttpError,
  RouteCount,
  type ErrorLog,
  type RequestLimits,
  type TenantContext,
} from '#graphql';
import { HucreWorkbooks, type Workbooks } from '#sheets';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest, RouteShorthandOptions } from 'fastify';
import { sendWorkbook } from '../send-workbook.js';
import { EXPORT_LISTS } from './export-lists.js';
import { readArguments } from './list-arguments.js';
import { readList, type ListExport } from './read-list.js';

export interface ExportSettings {
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
  readonly workbooks?: Workbooks;
}

type ExportRequest = FastifyRequest<{ Params: { file: string } }>;

/** `GET /export/<list>.xlsx` with the same token as the API: every list as a workbook, as its caller may see it. */
export function registerExports(app: NestFastifyApplication, settings: ExportSettings): void {
  const { workbooks = new HucreWorkbooks(), log, limits } = settings;
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply, log);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/export/:file', { errorHandler }, async (request: ExportRequest, reply) => {
      const count = RouteCount.begin(limits, request, reply);
      const { sheet, isCut } = await exportList(app, settings, request, count);
      const file = await workbooks.write([sheet]);
      return sendWorkbook(reply.header('x-export-cut', String(isCut)), request.params.file, file);
    });
}

/** The context is closed before the workbook is packed, so that no connection waits for it. */
async function exportList(
  app: NestFastifyApplication,
  { createContext }: ExportSettings,
  request: ExportRequest,
  count: RouteCount,
): Promise<ListExport> {
  const context = createContext(request);
  try {
    // Who is not signed in does not learn which lists there are, nor what they take.
    const claims = await context.authenticate();
    if (!claims) throw ApiError.unauthenticated();
    const countPage = (): void => count.takeOfPost(claims.postId);
    const { schema } = app.get(GraphQLSchemaHost);
    const list = EXPORT_LISTS.find(({ field }) => `${field}.xlsx` === request.params.file);
    const field = list && schema.getQueryType()?.getFields()[list.field];
    if (!list || !field) throw ApiError.notFound();
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const variables = readArguments(field, query);
    return await readList({ schema, list, field, variables, countPage }, context);
  } finally {
    await context.close();
  }
}
