import { MS_PER_DAY } from '#calendar';
import type { Words } from '#graphql';
import { clock, findSpanFault, type OpenSpan } from './hours.js';
import { HOURS_WORDS } from './hours.words.js';

/** The hours of one local day, in the place of the weekly ones; without a span it is not open at all. */
export interface DatedHours {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly spans: readonly OpenSpan[];
}

/** What is wrong with the hours of a day; both are places in the lists that were given, `span` null for the day itself. */
export interface DatedHoursFault {
  readonly exception: number;
  readonly span: number | null;
  readonly message: Words;
}

/** Days since 1970-01-01 of a sound YYYY-MM-DD. */
export function epochDayOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

/** Faults in the order of the days; none when they are sound. Spans of a day may adjoin. */
export function validateDatedHours(exceptions: readonly DatedHours[]): DatedHoursFault[] {
  return exceptions.flatMap(({ day, spans }, exception): DatedHoursFault[] => {
    const isTwice = exceptions.findIndex((earlier) => earlier.day === day) < exception;
    const twice = isTwice ? [{ exception, span: null, message: HOURS_WORDS.dayTwice({ day }) }] : [];
    return [...twice, ...spans.flatMap((_, span) => faultOf(day, spans, exception, span) ?? [])];
  });
}

function faultOf(
  day: string,
  spans: readonly OpenSpan[],
  exception: number,
  span: number,
): DatedHoursFault | null {
  const given = spans[span]!;
  const message = findSpanFault(given);
  if (message) return { exception, span, message };
  const other = spans.slice(0, span).find(({ from, to }) => from < given.to && given.from < to);
  if (!other) return null;
  const names = { day, span: nameOf(given), other: nameOf(other) };
  return { exception, span, message: HOURS_WORDS.overlapOnDay(names) };
}

function nameOf({ from, to }: OpenSpan): string {
  return `${clock(from)}–${clock(to)}`;
}
