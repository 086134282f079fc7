import {
  answerHttpError,
  ApiError,
  fromGlobalId,
  GRAPHQL_WORDS,
  Refused,
  RouteCount,
  type ErrorLog,
  type RequestLimits,
  type TenantContext,
} from '#graphql';
import { MOST_CODES_AT_ONCE, REVIEW_WORDS, ReviewCodes } from '#menus';
import { timeZoneOf } from '#network';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest, RouteShorthandOptions } from 'fastify';
import { expectMaySend, expectSignedIn } from '../files/expect-signed-in.js';
import { sendPage } from '../send-page.js';
import { REVIEW_SLIPS_POLICY, slipsPage, type SlipSheet } from './review-slips.js';

export interface ReviewSlipsSettings {
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
  /** What is printed before the address of a code; null for the origin of the request. */
  readonly publicUrl: string | null;
}

type SlipsRequest = FastifyRequest<{ Params: { id: string }; Querystring: { count?: unknown } }>;

/** `POST /dish-dates/<id>/review-slips.html?count=30` with the same token as the API: hands out codes, on slips to be printed. */
export function registerReviewSlips(app: NestFastifyApplication, settings: ReviewSlipsSettings): void {
  const { createContext, limits, log, publicUrl } = settings;
  const codes = app.get(ReviewCodes, { strict: false });
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply.header('cache-control', 'no-store'), log);
  const routes = app.getHttpAdapter().getInstance();
  routes.post('/dish-dates/:id/review-slips.html', { errorHandler }, async (request: SlipsRequest, reply) => {
    const count = RouteCount.begin(limits, request, reply);
    const context = createContext(request);
    let sheet: SlipSheet;
    try {
      const claims = await expectSignedIn(context);
      count.takeOfPost(claims.postId);
      expectMaySend(claims);
      // As the mutation that hands them out.
      if (claims.access) throw ApiError.forbidden(GRAPHQL_WORDS.ownSignInNeeded);
      sheet = await handOut(codes, context, request, publicUrl);
    } finally {
      // Before any of them is shown, they are stored.
      await context.close();
    }
    return sendPage(reply, { page: slipsPage(sheet), policy: REVIEW_SLIPS_POLICY, language: 'zh' });
  });
}

async function handOut(
  codes: ReviewCodes,
  context: TenantContext,
  { params, query, protocol, host }: SlipsRequest,
  publicUrl: string | null,
): Promise<SlipSheet> {
  const id = fromGlobalId('DishDate', params.id);
  const count = readCount(query.count);
  try {
    return await context.write(async (tx) => {
      const handedOut = await codes.handOut(tx, id, count);
      const paths = handedOut.codes.map(({ path }) => path);
      const { title, endsAt } = handedOut;
      return {
        title,
        paths,
        endsAt,
        origin: publicUrl ?? `${protocol}://${host}`,
        zone: await timeZoneOf(tx),
      };
    });
  } catch (error) {
    if (error instanceof Refused) throw new ApiError('BAD_REQUEST', error.refusal.message);
    throw error;
  }
}

function readCount(text: unknown): number {
  const count = typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_CODES_AT_ONCE) return count;
  const message = count === 0 ? REVIEW_WORDS.countNeeded : REVIEW_WORDS.tooManyAtOnce;
  throw ApiError.badInput([{ path: 'count', message }]);
}
