import {
  answerHttpError,
  found,
  fromGlobalId,
  LANGUAGE_TAGS,
  RouteCount,
  type ErrorLog,
  type RequestLimits,
  type TenantContext,
} from '#graphql';
import { MENU_PAPER_WORDS, MenuPapers, type MenuTable } from '#menus';
import { markup, PRINTED_PAGE_POLICY, printedPage, printedTable } from '#print';
import { HucreWorkbooks, type WrittenSheet } from '#sheets';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { expectSignedIn } from '../files/expect-signed-in.js';
import { sendPage } from '../send-page.js';
import { sendWorkbook } from '../send-workbook.js';

export interface MenuPageSettings {
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
}

type MenuRequest = FastifyRequest<{ Params: { id: string } }>;

const WIDTHS = { narrow: 8, wide: 36 };
const USUAL_WIDTH = 20;
const LONGEST_NAME = 31;

/** `GET /menus/<id>/menu.html` and `.xlsx` with the same token as the API: a published menu, to be hung up and kept. */
export function registerMenuPage(app: NestFastifyApplication, settings: MenuPageSettings): void {
  const workbooks = new HucreWorkbooks();
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply, settings.log);
  const routes = app.getHttpAdapter().getInstance();
  routes.get('/menus/:id/menu.html', { errorHandler }, async (request: MenuRequest, reply) => {
    const page = menuPage(await read(app, settings, request, reply));
    return sendPage(reply, { page, policy: PRINTED_PAGE_POLICY, language: 'zh' });
  });
  routes.get('/menus/:id/menu.xlsx', { errorHandler }, async (request: MenuRequest, reply) => {
    const table = await read(app, settings, request, reply);
    const file = await workbooks.write([menuSheet(table)]);
    void reply.header('content-language', LANGUAGE_TAGS.zh);
    return sendWorkbook(reply, 'menu.xlsx', file);
  });
}

/** The context is closed before anything is written of it, so that no connection waits for that. */
async function read(
  app: NestFastifyApplication,
  { createContext, limits }: MenuPageSettings,
  request: MenuRequest,
  reply: FastifyReply,
): Promise<MenuTable> {
  const count = RouteCount.begin(limits, request, reply);
  const context = createContext(request);
  try {
    count.takeOfPost((await expectSignedIn(context)).postId);
    const id = fromGlobalId('Menu', request.params.id);
    return found(await context.read((tx) => app.get(MenuPapers, { strict: false }).find(tx, id)));
  } finally {
    await context.close();
  }
}

function menuPage({ title, edition, columns, rows }: MenuTable): string {
  const body = markup`<h1>${title}</h1>
<p class="facts">${edition}</p>
${printedTable(columns, rows, MENU_PAPER_WORDS.none)}`;
  return printedPage({ language: LANGUAGE_TAGS.zh, title, body });
}

function menuSheet({ title, columns, rows }: MenuTable): WrittenSheet {
  return {
    name: title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(-LONGEST_NAME),
    columns: columns.map(({ heading, width }) => ({ heading, width: width ? WIDTHS[width] : USUAL_WIDTH })),
    rows,
  };
}
