import { answerHttpError, fromGlobalId, LANGUAGE_TAGS } from '#graphql';
import { markup, PRINTED_PAGE_POLICY, printedPage, printedTable } from '#print';
import { RHYTHM_PAPER_WORDS, RhythmPapers, type RhythmPaper } from '#rhythm';
import { HucreWorkbooks, type WrittenSheet } from '#sheets';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { readPrinted, type PrintedSettings } from '../read-printed.js';
import { sendPage } from '../send-page.js';
import { sendWorkbook } from '../send-workbook.js';

type RhythmRequest = FastifyRequest<{ Params: { id: string }; Querystring: { year?: string | string[] } }>;

const WIDE = 36;
const USUAL_WIDTH = 14;

/** `GET /networks/<id>/rhythm.html` and `.xlsx`, `?year=2026`, with the same token as the API: the year at a glance. */
export function registerRhythmPage(app: NestFastifyApplication, settings: PrintedSettings): void {
  const workbooks = new HucreWorkbooks();
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply, settings.log);
  const readRhythm = (request: RhythmRequest, reply: FastifyReply): Promise<RhythmPaper> =>
    readPrinted(settings, request, reply, (tx) => {
      const year = yearOf(request.query.year);
      const id = fromGlobalId('Network', request.params.id);
      return app.get(RhythmPapers, { strict: false }).find(tx, id, year);
    });
  const routes = app.getHttpAdapter().getInstance();
  routes.get('/networks/:id/rhythm.html', { errorHandler }, async (request: RhythmRequest, reply) => {
    const page = rhythmPage(await readRhythm(request, reply));
    return sendPage(reply, { page, policy: PRINTED_PAGE_POLICY, language: 'zh' });
  });
  routes.get('/networks/:id/rhythm.xlsx', { errorHandler }, async (request: RhythmRequest, reply) => {
    const file = await workbooks.write(rhythmSheets(await readRhythm(request, reply)));
    void reply.header('content-language', LANGUAGE_TAGS.zh);
    return sendWorkbook(reply, 'rhythm.xlsx', file);
  });
}

/** The present one unless it is given; twice is no year. */
function yearOf(asked: string | string[] | undefined): number | null {
  if (asked === undefined) return null;
  return typeof asked === 'string' && /^\d{4}$/.test(asked) ? Number(asked) : Number.NaN;
}

function rhythmPage({ title, printed, tables }: RhythmPaper): string {
  const body = markup`<h1>${title}</h1>
<p class="facts">${printed}</p>
${tables.map(
  ({ title: heading, columns, rows }) => markup`<section>
<h2>${heading}</h2>
${printedTable(columns, rows, RHYTHM_PAPER_WORDS.none)}</section>
`,
)}`;
  return printedPage({ language: LANGUAGE_TAGS.zh, title, body });
}

function rhythmSheets({ tables }: RhythmPaper): WrittenSheet[] {
  return tables.map(({ title: name, columns, rows }) => ({
    name,
    columns: columns.map(({ heading, width }) => ({ heading, width: width ? WIDE : USUAL_WIDTH })),
    rows,
  }));
}
