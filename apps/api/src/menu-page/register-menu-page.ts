import { answerHttpError, fromGlobalId, LANGUAGE_TAGS } from '#graphql';
import { MENU_PAPER_WORDS, MenuPapers, type MenuTable } from '#menus';
import { markup, PRINTED_PAGE_POLICY, printedPage, printedTable } from '#print';
import { HucreWorkbooks, type WrittenSheet } from '#sheets';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { readPrinted, type PrintedSettings } from '../read-printed.js';
import { sendPage } from '../send-page.js';
import { sendWorkbook } from '../send-workbook.js';
import { fitMenu, type FittedMenu } from './fit-menu.js';

type MenuRequest = FastifyRequest<{ Params: { id: string } }>;

const WIDTHS = { narrow: 8, wide: 36 };
const USUAL_WIDTH = 20;
const LONGEST_NAME = 31;

/** `GET /menus/<id>/menu.html` and `.xlsx` with the same token as the API: a published menu, to be hung up and kept. */
export function registerMenuPage(app: NestFastifyApplication, settings: PrintedSettings): void {
  const workbooks = new HucreWorkbooks();
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply, settings.log);
  const readMenu = (request: MenuRequest, reply: FastifyReply): Promise<MenuTable> =>
    readPrinted(settings, request, reply, (tx) =>
      app.get(MenuPapers, { strict: false }).find(tx, fromGlobalId('Menu', request.params.id)),
    );
  const routes = app.getHttpAdapter().getInstance();
  routes.get('/menus/:id/menu.html', { errorHandler }, async (request: MenuRequest, reply) => {
    const page = menuPage(fitMenu(await readMenu(request, reply)));
    return sendPage(reply, { page, policy: PRINTED_PAGE_POLICY, language: 'zh' });
  });
  routes.get('/menus/:id/menu.xlsx', { errorHandler }, async (request: MenuRequest, reply) => {
    const table = await readMenu(request, reply);
    const file = await workbooks.write([menuSheet(table)]);
    void reply.header('content-language', LANGUAGE_TAGS.zh);
    return sendWorkbook(reply, 'menu.xlsx', file);
  });
}

function menuPage({ title, edition, columns, rows, size }: FittedMenu): string {
  const body = markup`<h1>${title}</h1>
<p class="facts">${edition}</p>
${printedTable(columns, rows, MENU_PAPER_WORDS.none, size)}`;
  return printedPage({ language: LANGUAGE_TAGS.zh, title, body });
}

function menuSheet({ title, columns, rows }: MenuTable): WrittenSheet {
  return {
    name: title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(-LONGEST_NAME),
    columns: columns.map(({ heading, width }) => ({ heading, width: width ? WIDTHS[width] : USUAL_WIDTH })),
    rows,
  };
}
