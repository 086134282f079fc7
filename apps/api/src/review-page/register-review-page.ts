import { ApiError, judgeHttpError, readInput, RouteCount, type ErrorLog, type RequestLimits } from '#graphql';
import { DishReviewInput, PublicReviews, type CodeStanding } from '#menus';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../send-page.js';
import { readReviewForm, type SentForm } from './review-form.js';
import {
  closedPage,
  failurePage,
  otherMethodPage,
  REVIEW_PAGE_POLICY,
  reviewForm,
  thanksPage,
} from './review-page.js';

export interface ReviewPageSettings {
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
}

type ReviewRequest = FastifyRequest<{ Params: { code: string } }>;

const READ_AND_SENT = ['GET', 'HEAD', 'POST'];

/** A mark and 500 characters, each of them at most nine letters of a form. */
const FORM_LIMIT = 16 * 1024;
const FORM = 'application/x-www-form-urlencoded';
const STATUS = {
  OPEN: 200,
  UNKNOWN: 404,
  NOT_BEGUN: 409,
  USED: 410,
  CANCELLED: 410,
  ENDED: 410,
  TOO_MANY: 429,
} as const;
const WINDOW_SECONDS = 15 * 60;

/** `GET` and `POST /r/<code>`: the small page on which a resident without an account reviews an activity, once. */
export async function registerReviewPage(
  app: NestFastifyApplication,
  settings: ReviewPageSettings,
): Promise<void> {
  const reviews = app.get(PublicReviews, { strict: false });
  await addFormRoutes(app, settings, (routes) => {
    routes.get('/r/:code', async (request: ReviewRequest, reply) => {
      RouteCount.begin(settings.limits, request, reply);
      const { standing, date } = await reviews.find(request.params.code, request.ip);
      return standing === 'OPEN' && date ? send(reply, 200, reviewForm(date, null)) : close(reply, standing);
    });
    routes.post('/r/:code', async (request: ReviewRequest, reply) => {
      RouteCount.begin(settings.limits, request, reply);
      const { code } = request.params;
      const sent = readReviewForm(request.body);
      const opinion = sent && (await judge(app, sent));
      if (opinion) {
        const standing = await reviews.give(code, request.ip, opinion);
        return standing === 'OPEN' ? send(reply, 200, thanksPage()) : close(reply, standing);
      }
      const { standing, date } = await reviews.find(code, request.ip);
      if (standing !== 'OPEN' || !date) return close(reply, standing);
      const written = { mark: sent?.mark ?? null, comment: sent?.comment ?? '' };
      return send(reply, 400, reviewForm(date, written));
    });
    for (const nowhere of ['/r', '/r/*'])
      routes.all(nowhere, (request, reply) => {
        RouteCount.begin(settings.limits, request, reply);
        if (READ_AND_SENT.includes(request.method)) return close(reply, 'UNKNOWN');
        return send(reply.header('allow', READ_AND_SENT.join(', ')), 405, otherMethodPage());
      });
  });
}

/** Whether somebody typed it from a slip, however wrongly. */
export function isReviewAddress(url: string): boolean {
  return /^\/r(?:[/?]|$)/.test(url);
}

/** For an address under `/r` that cannot even be read. */
export function answerBadReviewAddress(reply: FastifyReply): void {
  close(reply, 'UNKNOWN');
}

/** Whatever goes wrong is told as a page: whoever reads it has a telephone in the hand. */
async function addFormRoutes(
  app: NestFastifyApplication,
  { log }: ReviewPageSettings,
  add: (routes: FastifyInstance) => void,
): Promise<void> {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  await fastify.register(async (routes) => {
    routes.removeAllContentTypeParsers();
    const parsing = { parseAs: 'buffer', bodyLimit: FORM_LIMIT } as const;
    routes.addContentTypeParser(FORM, parsing, (_request, body, done) => done(null, body));
    routes.setErrorHandler((error, request, reply) => {
      const { code, status } = judgeHttpError(error, request, log);
      return send(reply, status, code === 'TOO_MANY_REQUESTS' ? closedPage('TOO_MANY') : failurePage());
    });
    add(routes);
  });
}

/** By the rules of the API; null for what it would not take. */
async function judge(app: NestFastifyApplication, { mark, comment }: SentForm) {
  const { schema } = app.get(GraphQLSchemaHost);
  try {
    const input = await readInput(schema, DishReviewInput, { mark, comment: comment || null });
    return { mark: input.mark, comment: input.comment ?? null };
  } catch (error) {
    if (error instanceof ApiError && error.code === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

function close(reply: FastifyReply, standing: CodeStanding): FastifyReply {
  if (standing === 'OPEN') throw new Error('An open code has its form.');
  if (standing === 'TOO_MANY') void reply.header('retry-after', String(WINDOW_SECONDS));
  return send(reply, STATUS[standing], closedPage(standing));
}

function send(reply: FastifyReply, status: number, page: string): FastifyReply {
  void reply.code(status).header('x-robots-tag', 'noindex');
  return sendPage(reply, { page, policy: REVIEW_PAGE_POLICY, language: 'zh' });
}
