import type { DayClass } from '#calendar';
import type { Words } from '#graphql';
import { DAY_KINDS, HOURS_WORDS } from './hours.words.js';

const MINUTES_PER_DAY = 1440;

/** A part of a day, in minutes of the local day: 0 to 1440, where 1440 is 24:00. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** Opening hours on days of one kind. */
export interface HoursLine extends OpenSpan {
  /** REST counts holidays as well. All lines that match a day count. */
  readonly days: 'EVERY' | 'WORK' | 'REST' | 'HOLIDAY';
}

/** What is wrong with one line; `line` and `with` are places in the list that was given. */
export type HoursFault =
  | { readonly fault: 'OUT_OF_RANGE'; readonly line: number; readonly message: Words }
  | { readonly fault: 'ENDS_BEFORE_START'; readonly line: number; readonly message: Words }
  | { readonly fault: 'OVERLAP'; readonly line: number; readonly with: number; readonly message: Words };

export function appliesTo(line: HoursLine, dayClass: DayClass): boolean {
  switch (line.days) {
    case 'EVERY':
      return true;
    case 'WORK':
      return dayClass === 'WORKDAY';
    case 'REST':
      return dayClass !== 'WORKDAY';
    case 'HOLIDAY':
      return dayClass === 'HOLIDAY';
  }
}

/** Faults in the order of the lines; none when the hours are sound. Lines may adjoin, and overlap those of other days. */
export function validateHours(lines: readonly HoursLine[]): HoursFault[] {
  return lines.flatMap((line, index) => faultOf(line, index, lines) ?? []);
}

function faultOf(line: HoursLine, index: number, lines: readonly HoursLine[]): HoursFault | null {
  if (![line.from, line.to].every(isMinuteOfDay)) {
    return { fault: 'OUT_OF_RANGE', line: index, message: HOURS_WORDS.outOfRange };
  }
  if (line.from >= line.to) {
    const message = HOURS_WORDS.endsBeforeStart({ from: clock(line.from), to: clock(line.to) });
    return { fault: 'ENDS_BEFORE_START', line: index, message };
  }
  const other = lines.findIndex(
    (earlier, at) =>
      at < index && earlier.days === line.days && earlier.from < line.to && line.from < earlier.to,
  );
  if (other < 0) return null;
  const spans = { span: span(line), other: span(lines[other]!) };
  const message = HOURS_WORDS.overlap({ ...spans, days: DAY_KINDS[line.days] });
  return { fault: 'OVERLAP', line: index, with: other, message };
}

/** What is wrong with a span by itself; null when it is sound. */
export function findSpanFault({ from, to }: OpenSpan): Words | null {
  if (![from, to].every(isMinuteOfDay)) return HOURS_WORDS.outOfRange;
  return from < to ? null : HOURS_WORDS.endsBeforeStart({ from: clock(from), to: clock(to) });
}

function isMinuteOfDay(minute: number): boolean {
  return Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_PER_DAY;
}

function span({ from, to }: HoursLine): string {
  return `${clock(from)}–${clock(to)}`;
}

/** HH:MM */
export function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
