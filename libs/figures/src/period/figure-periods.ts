import { ApiError, type FieldProblem } from '#graphql';
import { instantAt, localDayOf, type Span } from '#calendar';
import { Temporal } from 'temporal-polyfill';
import { FIGURE_WORDS } from '../figures.words.js';
import { FigurePeriodBy } from './figure-period-by.enum.js';

/** One period of those asked for: the part of it that lies within the months asked. */
export interface FigurePeriod {
  /** 2026-11, 2026-Q4 or 2026. */
  readonly key: string;
  /** The first day of the whole period, by which statements call it. */
  readonly beginsOn: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Its last day has gone by. */
  readonly isOver: boolean;
  /** The present day lies in it. */
  readonly isPresent: boolean;
}

/** The months asked for: first days of the first and of the one after the last, and the instants at which they begin. */
export interface FigureMonths {
  readonly firstMonth: string;
  readonly monthAfter: string;
  readonly span: Span;
}

const MOST_MONTHS = 120;
const MONTHS_IN: Readonly<Record<FigurePeriodBy, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** @throws ApiError BAD_USER_INPUT for what is no month, for the later before the earlier, and for more than ten years */
export function expectMonths(from: string, until: string): void {
  const problems = [...refuseDay('from', from), ...refuseDay('until', until)];
  if (problems.length === 0 && until < from)
    problems.push({ path: 'until', message: FIGURE_WORDS.untilBeforeFrom });
  const count = problems.length === 0 ? monthsBetween(from, until) + 1 : 0;
  if (count > MOST_MONTHS) {
    problems.push({ path: 'until', message: FIGURE_WORDS.tooManyMonths({ most: MOST_MONTHS, count }) });
  }
  if (problems.length > 0) throw ApiError.badInput(problems);
}

/** Both months included. */
export function monthsOf(from: string, until: string, zone: string): FigureMonths {
  const [first, after] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until).add({ months: 1 })];
  const span = { startsAt: instantAt(first, 0, zone), endsAt: instantAt(after, 0, zone) };
  return { firstMonth: from, monthAfter: after.toString(), span };
}

/** The first day of the last month. */
export function lastMonthOf({ monthAfter }: FigureMonths): string {
  return Temporal.PlainDate.from(monthAfter).subtract({ months: 1 }).toString();
}

/** In their order, without gaps; the first and the last may be cut off by the months asked. */
export function periodsOf(
  { firstMonth, monthAfter }: FigureMonths,
  by: FigurePeriodBy,
  now: Date,
  zone: string,
): FigurePeriod[] {
  const today = localDayOf(now, zone).toString();
  const periods: FigurePeriod[] = [];
  for (let firstDay = firstMonth; firstDay < monthAfter;) {
    const begin = beginOf(firstDay, by);
    const next = begin.add({ months: MONTHS_IN[by] }).toString();
    const after = next < monthAfter ? next : monthAfter;
    const lastDay = Temporal.PlainDate.from(after).subtract({ days: 1 }).toString();
    const isOver = lastDay < today;
    const isPresent = !isOver && firstDay <= today;
    periods.push({
      key: keyOf(firstDay, by),
      beginsOn: begin.toString(),
      firstDay,
      lastDay,
      isOver,
      isPresent,
    });
    firstDay = after;
  }
  return periods;
}

/** The first day of the whole period in which a month lies. */
function beginOf(month: string, by: FigurePeriodBy): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(month);
  return day.with({ day: 1, month: day.month - ((day.month - 1) % MONTHS_IN[by]) });
}

function keyOf(month: string, by: FigurePeriodBy): string {
  if (by === FigurePeriodBy.MONTH) return month.slice(0, 7);
  const year = month.slice(0, 4);
  return by === FigurePeriodBy.YEAR ? year : `${year}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

function refuseDay(path: string, day: string): FieldProblem[] {
  return day.endsWith('-01') ? [] : [{ path, message: FIGURE_WORDS.noFirstDay }];
}

function monthsBetween(from: string, until: string): number {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)];
  return (last.year - first.year) * 12 + last.month - first.month;
}
