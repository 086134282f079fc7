import type { DayCalendar } from '#calendar';
import { Temporal } from 'temporal-polyfill';
import { NOTICE_WORKDAYS } from '../beat/beat.js';
import type { Period } from './period.js';

export enum RhythmState {
  MET = 'MET',
  PLANNED = 'PLANNED',
  LACKING = 'LACKING',
  WARNED = 'WARNED',
  LAPSED = 'LAPSED',
  BEFORE_START = 'BEFORE_START',
}

/** What a period has to show. */
export interface Shown {
  readonly held: number;
  /** Published, and still to come. */
  readonly ahead: number;
}

export interface Judged {
  readonly state: RhythmState;
  /** From when on the committee is warned: so many workdays are left, this one included. */
  readonly warnFrom: Temporal.PlainDate;
  /** Days off of these days are not announced yet, and are guessed from the weekday. */
  readonly isProvisional: boolean;
}

/** How a period stands on `today`, a day of the network’s zone as all others here. */
export function judge(
  period: Period,
  { held, ahead }: Shown,
  on: {
    readonly today: Temporal.PlainDate;
    /** Null for a network that has been there always. */
    readonly startedOn: Temporal.PlainDate | null;
    readonly calendar: DayCalendar;
    readonly notice?: number;
  },
): Judged {
  const { today, startedOn, calendar, notice = NOTICE_WORKDAYS } = on;
  const { lastDay } = period;
  const warnFrom = lastWorkdays(calendar, lastDay, notice);
  const isProvisional = ![warnFrom, lastDay].every(({ year }) => calendar.isAnnounced(year));
  const stateOf = (): RhythmState => {
    if (held > 0) return RhythmState.MET;
    if (ahead > 0) return RhythmState.PLANNED;
    // Nobody lapses who could not be warned in time.
    if (startedOn && isAfter(startedOn, warnFrom)) return RhythmState.BEFORE_START;
    if (isAfter(today, lastDay)) return RhythmState.LAPSED;
    return isAfter(warnFrom, today) ? RhythmState.LACKING : RhythmState.WARNED;
  };
  return { state: stateOf(), warnFrom, isProvisional };
}

/** The first of the last `count` workdays up to `lastDay`. */
function lastWorkdays(calendar: DayCalendar, lastDay: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = lastDay;
  for (let left = count; ; day = day.subtract({ days: 1 })) {
    if (calendar.isRestDay(day)) continue;
    left--;
    if (left <= 0) return day;
  }
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}
