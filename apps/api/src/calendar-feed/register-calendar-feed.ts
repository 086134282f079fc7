import { MS_PER_DAY } from '#calendar';
import {
  answerHttpError,
  ApiError,
  found,
  RouteCount,
  type ErrorLog,
  type RequestLimits,
  type TenantContext,
} from '#graphql';
import { CalendarFeeds } from '#network';
import { ScheduleService } from '#schedule';
import { Clock, NotSignedIn, type Claims } from '#tenancy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { createHash } from 'node:crypto';
import { CALENDAR_FEED_CHAT } from './calendar-feed.words.js';
import { writeEntries } from './feed-entries.js';
import { writeCalendar, type CalendarEntry } from './icalendar.js';

export interface CalendarFeedSettings {
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
}

type FeedRequest = FastifyRequest<{ Params: { file: string } }>;

const DAYS_BACK = 90;
const DAYS_AHEAD = 365;
/** What is furthest ahead is left out. */
const MOST_ENTRIES = 4_000;

/** `GET /calendar/<secret>.ics`: the schedule of a post, for a calendar that can show no token. */
export function registerCalendarFeed(app: NestFastifyApplication, settings: CalendarFeedSettings): void {
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply.header('cache-control', 'no-store'), settings.log);
  app
    .getHttpAdapter()
    .getInstance()
    .get('/calendar/:file', { errorHandler }, async (request: FeedRequest, reply) => {
      const entries = await read(app, settings, request, reply);
      return sendCalendar(request, reply, writeCalendar(CALENDAR_FEED_CHAT.name, entries));
    });
}

/** The context is closed before anything is written of it, so that no connection waits for that. */
async function read(
  app: NestFastifyApplication,
  { createContext, limits }: CalendarFeedSettings,
  request: FeedRequest,
  reply: FastifyReply,
): Promise<CalendarEntry[]> {
  const count = RouteCount.begin(limits, request, reply);
  const [, secret] = /^(.+)\.ics$/.exec(request.params.file) ?? [];
  const { claims, openedAt } = found(
    secret === undefined ? null : await app.get(CalendarFeeds, { strict: false }).findReader(secret),
  );
  const context = createContext(request);
  try {
    await enter(context, claims);
    count.takeOfPost(claims.postId);
    const service = app.get(ScheduleService, { strict: false });
    const schedule = service.open(context, spanAround(app.get(Clock).now()));
    return await writeEntries(service, await schedule.first(MOST_ENTRIES), openedAt);
  } finally {
    await context.close();
  }
}

/** @throws ApiError NOT_FOUND when the post is over: its address answers as one that never was */
async function enter(context: TenantContext, claims: Claims): Promise<void> {
  await context.become(claims);
  try {
    await context.read(async () => {});
  } catch (error) {
    throw error instanceof NotSignedIn ? ApiError.notFound() : error;
  }
}

function spanAround(now: Date): { from: Date; to: Date } {
  const at = (days: number): Date => new Date(now.getTime() + days * MS_PER_DAY);
  return { from: at(-DAYS_BACK), to: at(DAYS_AHEAD) };
}

/** Calendars ask every hour or so: one that has it is not sent it again. */
function sendCalendar(request: FastifyRequest, reply: FastifyReply, calendar: string): FastifyReply {
  const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
  void reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  return reply.type('text/calendar; charset=utf-8').send(calendar);
}
