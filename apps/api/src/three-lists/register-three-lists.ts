import {
  acceptedLanguage,
  ApiError,
  answerHttpError,
  LANGUAGE_TAGS,
  RouteCount,
  type ErrorLog,
  type Language,
  type RequestLimits,
  type TenantContext,
} from '#graphql';
import { PRINTED_PAGE_POLICY } from '#print';
import { HucreWorkbooks } from '#sheets';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { readArguments } from '../export/list-arguments.js';
import { MOST_ENTRIES } from '../export/read-list.js';
import { expectSignedIn } from '../files/expect-signed-in.js';
import { sendPage } from '../send-page.js';
import { sendWorkbook } from '../send-workbook.js';
import type { ListsAnswer } from './lists-answer.js';
import { headOf, type HeadWish } from './lists-head.js';
import { listsPage } from './lists-page.js';
import { listsSheets } from './lists-sheets.js';
import { tablesOf } from './lists-tables.js';
import { readLists } from './read-lists.js';
import { THREE_LISTS_WORDS } from './three-lists.words.js';

export interface ThreeListsSettings {
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
  /** Entries of each list; a page for a wall, and a workbook to work with. */
  readonly most?: { readonly html: number; readonly xlsx: number };
}

const MOST = { html: 500, xlsx: MOST_ENTRIES };

type Form = keyof typeof MOST;
type ListsRequest = FastifyRequest<{ Params: { id: string } }>;
type Read = HeadWish & { readonly answer: ListsAnswer };

/** `GET /networks/<id>/three-lists.html` and `.xlsx` with the same token as the API: its three lists, to be printed and kept. */
export function registerThreeLists(app: NestFastifyApplication, settings: ThreeListsSettings): void {
  const workbooks = new HucreWorkbooks();
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply, settings.log, languageOf(request));
  const routes = app.getHttpAdapter().getInstance();
  routes.get('/networks/:id/three-lists.html', { errorHandler }, async (request: ListsRequest, reply) => {
    const { answer, ...wish } = await read(app, settings, 'html', request, reply);
    const page = { page: listsPage(answer, wish), policy: PRINTED_PAGE_POLICY, language: wish.language };
    return sendPage(reply, page);
  });
  routes.get('/networks/:id/three-lists.xlsx', { errorHandler }, async (request: ListsRequest, reply) => {
    const { answer, ...wish } = await read(app, settings, 'xlsx', request, reply);
    const { language } = wish;
    const tables = tablesOf(answer, language);
    const file = await workbooks.write(listsSheets(tables, headOf(answer, wish)));
    void reply.headers({
      'content-language': LANGUAGE_TAGS[language],
      'x-export-cut': String(tables.some(({ isCut }) => isCut)),
    });
    return sendWorkbook(reply, `three-lists-${answer.quarter}.xlsx`, file);
  });
}

/** The context is closed before anything is written of it, so that no connection waits for that. */
async function read(
  app: NestFastifyApplication,
  { createContext, limits, most = MOST }: ThreeListsSettings,
  form: Form,
  request: ListsRequest,
  reply: FastifyReply,
): Promise<Read> {
  const count = RouteCount.begin(limits, request, reply);
  const context = createContext(request);
  try {
    const { postId } = await expectSignedIn(context);
    const countPage = (): void => count.takeOfPost(postId);
    const { schema } = app.get(GraphQLSchemaHost);
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const language = takeLanguage(query, request.headers['accept-language']);
    // Given by the address; given once more it is one too many.
    query.append('networkId', request.params.id);
    const field = schema.getQueryType()?.getFields()['threeLists'];
    if (!field) throw new Error('The API has no three lists.');
    const { networkId, filter = {} } = readArguments(field, query);
    const wish = { filter: filter as HeadWish['filter'], networkId: String(networkId) };
    const answer = await readLists({ schema, ...wish, most: most[form], countPage }, context);
    const printedAt = await context.read(async ({ now }) => now);
    return { answer, language, printedAt, filter: wish.filter };
  } finally {
    await context.close();
  }
}

/** What is printed here is read by residents: Chinese, unless another language is asked for. */
function takeLanguage(query: URLSearchParams, header: string | undefined): Language {
  const [language, ...more] = query.getAll('lang');
  query.delete('lang');
  if (language === undefined) return header === undefined ? 'zh' : acceptedLanguage(header);
  if ((language === 'zh' || language === 'en') && more.length === 0) return language;
  throw ApiError.badInput([{ path: 'lang', message: THREE_LISTS_WORDS.language }]);
}

/** Also of a refusal, whatever else is wrong with the parameters. */
function languageOf({ url, headers }: FastifyRequest): Language {
  const asked = new URLSearchParams(url.split('?')[1] ?? '').get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return acceptedLanguage(headers['accept-language']);
}
