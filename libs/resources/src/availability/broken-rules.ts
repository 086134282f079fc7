import { localDayOf, spanOfDay, type DayCalendar, type Span } from '#calendar';
import type { Temporal } from 'temporal-polyfill';
import { earliestStart, latestEnd, type BookingRules } from './booking-rules.js';
import { closuresIn, type Closure } from './closure.js';
import { minutes, openSpans, openStretches, toRange, type OpenStretch, type Range } from './openings.js';
import { isOnStep } from './slot-step.js';

/** Why a span cannot be booked, with what would be allowed. */
export type BrokenRule =
  | { readonly rule: 'IN_THE_PAST'; readonly earliestStart: Date }
  | { readonly rule: 'LEAD_TIME'; readonly earliestStart: Date }
  | { readonly rule: 'HORIZON'; readonly latestEnd: Date }
  | { readonly rule: 'TOO_LONG'; readonly longestMinutes: number }
  | {
      readonly rule: 'OUTSIDE_HOURS';
      /** The local day on which the span starts. */
      readonly day: Temporal.PlainDate;
      /** What is open on that day. */
      readonly open: readonly Span[];
      /** The calendar of that year is not announced, so the hours may still change. */
      readonly provisional: boolean;
    }
  | { readonly rule: 'OFF_STEP'; readonly slotMinutes: number; readonly edges: readonly ('START' | 'END')[] }
  | { readonly rule: 'CLOSED'; readonly closures: readonly Closure[] }
  | {
      readonly rule: 'SESSIONS_USED_UP';
      /** Its first local day, as YYYY-MM-DD. */
      readonly month: string;
      readonly sessionsPerMonth: number;
    };

/**
 * Every rule that the span breaks, in the order of the union; of other bookings counts only how many begin in a month.
 * Hours, step, closures and sessions are judged only between now and the horizon, the step only inside the hours.
 * Throws RangeError for an empty span.
 */
export function brokenRules(rules: BookingRules, calendar: DayCalendar, span: Span, now: Date): BrokenRule[] {
  const wanted = toRange(span);
  if (!(wanted.from < wanted.to)) throw new RangeError('A span must end after it starts.');
  const early = brokenByStart(rules, wanted, now);
  const late = brokenByEnd(rules, wanted, now);
  const isNear = wanted.from >= now.getTime() && late.length === 0;
  if (!isNear) return [...early, ...late, ...brokenByLength(rules, wanted)];
  return [...early, ...late, ...brokenRulesOfSpan(rules, calendar, span)];
}

/** Those that bind a span whenever it was asked for; lead time and horizon bind the asking. */
export function brokenRulesOfSpan(rules: BookingRules, calendar: DayCalendar, span: Span): BrokenRule[] {
  return [
    ...brokenByLength(rules, toRange(span)),
    ...brokenByHours(rules, calendar, span),
    ...brokenByClosure(rules, span),
    ...brokenBySessions(rules, span),
  ];
}

/** Why a span that was granted could not be granted today, for hours, closures or the calendar have changed since. */
export function rulesPassedOver(
  rules: BookingRules,
  calendar: DayCalendar,
  span: Span,
): ('OUTSIDE_HOURS' | 'CLOSED')[] {
  return [
    ...(findStretch(rules, calendar, toRange(span)) ? [] : ['OUTSIDE_HOURS' as const]),
    ...(closuresIn(rules.closures, span).length > 0 ? ['CLOSED' as const] : []),
  ];
}

function brokenByStart(rules: BookingRules, wanted: Range, now: Date): BrokenRule[] {
  const earliest = earliestStart(rules, now);
  if (wanted.from < now.getTime()) return [{ rule: 'IN_THE_PAST', earliestStart: new Date(earliest) }];
  if (wanted.from < earliest) return [{ rule: 'LEAD_TIME', earliestStart: new Date(earliest) }];
  return [];
}

function brokenByEnd(rules: BookingRules, wanted: Range, now: Date): BrokenRule[] {
  const latest = latestEnd(rules, now);
  return wanted.to > latest ? [{ rule: 'HORIZON', latestEnd: new Date(latest) }] : [];
}

function brokenByLength({ longestMinutes }: BookingRules, { from, to }: Range): BrokenRule[] {
  return to - from > minutes(longestMinutes) ? [{ rule: 'TOO_LONG', longestMinutes }] : [];
}

function brokenByHours(rules: BookingRules, calendar: DayCalendar, span: Span): BrokenRule[] {
  const wanted = toRange(span);
  const stretch = findStretch(rules, calendar, wanted);
  if (!stretch) return [outsideHours(rules, calendar, span)];
  const step = minutes(rules.slotMinutes);
  const edges = [
    ...(isOnStep(stretch.lines, wanted.from, step) ? [] : ['START' as const]),
    ...(isOnStep(stretch.lines, wanted.to, step) ? [] : ['END' as const]),
  ];
  return edges.length > 0 ? [{ rule: 'OFF_STEP', slotMinutes: rules.slotMinutes, edges }] : [];
}

/** The opening time that holds the whole of it. */
function findStretch(rules: BookingRules, calendar: DayCalendar, wanted: Range): OpenStretch | undefined {
  return openStretches(rules, calendar, wanted).find(
    ({ from, to }) => from <= wanted.from && wanted.to <= to,
  );
}

function brokenByClosure({ closures }: BookingRules, span: Span): BrokenRule[] {
  const met = closuresIn(closures, span);
  return met.length > 0 ? [{ rule: 'CLOSED', closures: met }] : [];
}

/** Whatever begins counts where it begins, however far it runs into the next month. */
export function brokenBySessions({ usedUp = [] }: BookingRules, { startsAt }: Span): BrokenRule[] {
  const met = usedUp.filter((month) => month.startsAt <= startsAt && startsAt < month.endsAt);
  return met.map(({ firstDay: month, sessionsPerMonth }) => {
    return { rule: 'SESSIONS_USED_UP', month, sessionsPerMonth };
  });
}

function outsideHours(rules: BookingRules, calendar: DayCalendar, span: Span): BrokenRule {
  const day = localDayOf(span.startsAt, rules.zone);
  const { startsAt, endsAt } = spanOfDay(day, rules.zone);
  return {
    rule: 'OUTSIDE_HOURS',
    day,
    open: openSpans(rules, calendar, startsAt, endsAt),
    provisional: calendar.classOf(day).provisional,
  };
}
