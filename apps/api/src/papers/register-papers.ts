import {
  ApiError,
  answerHttpError,
  found,
  fromGlobalId,
  LANGUAGE_TAGS,
  RouteCount,
  type ErrorLog,
  type RequestLimits,
  type TenantContext,
} from '#graphql';
import { MeetingPapers, PAPER_NAMES, PaperKind } from '#meetings';
import { type Paper, writeDocx, writeHtml } from '#print';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { contentDisposition } from '../files/content-disposition.js';
import { expectSignedIn } from '../files/expect-signed-in.js';
import { sendPage } from '../send-page.js';
import { PAPERS_WORDS } from './papers.words.js';

export interface PapersSettings {
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
}

type PaperRequest = FastifyRequest<{ Params: { id: string } }>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * `GET /meetings/<id>/call.html` and `.docx`, and so of the sign-in sheet and the minutes, with the same token as the
 * API: official papers, for whoever reads what they print.
 */
export function registerPapers(app: NestFastifyApplication, settings: PapersSettings): void {
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply, settings.log);
  const routes = app.getHttpAdapter().getInstance();
  for (const kind of Object.values(PaperKind)) {
    const path = `/meetings/:id/${PAPER_NAMES[kind]}`;
    routes.get(`${path}.html`, { errorHandler }, async (request: PaperRequest, reply) => {
      const written = writeHtml(await read(app, settings, kind, request, reply));
      return sendPage(reply, { ...written, language: 'zh' });
    });
    routes.get(`${path}.docx`, { errorHandler }, async (request: PaperRequest, reply) =>
      sendDocx(reply, await read(app, settings, kind, request, reply)),
    );
  }
}

/** The context is closed before anything is written of it, so that no connection waits for that. */
async function read(
  app: NestFastifyApplication,
  { createContext, limits }: PapersSettings,
  kind: PaperKind,
  request: PaperRequest,
  reply: FastifyReply,
): Promise<Paper> {
  const count = RouteCount.begin(limits, request, reply);
  const context = createContext(request);
  try {
    count.takeOfPost((await expectSignedIn(context)).postId);
    expectNoParameters(request.url);
    const id = fromGlobalId('Meeting', request.params.id);
    return found(await context.read((tx) => app.get(MeetingPapers, { strict: false }).find(tx, kind, id)));
  } finally {
    await context.close();
  }
}

/** @throws ApiError BAD_USER_INPUT that names each parameter */
function expectNoParameters(url: string): void {
  const names = new Set(new URLSearchParams(url.split('?')[1] ?? '').keys());
  if (names.size === 0) return;
  throw ApiError.badInput([...names].map((path) => ({ path, message: PAPERS_WORDS.noParameters })));
}

function sendDocx(reply: FastifyReply, paper: Paper): FastifyReply {
  return reply
    .headers({
      'content-disposition': contentDisposition('attachment', `${paper.title}.docx`),
      'content-language': LANGUAGE_TAGS.zh,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .type(DOCX)
    .send(Buffer.from(writeDocx(paper)));
}
