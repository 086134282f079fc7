import { Temporal } from 'temporal-polyfill';
import type { DayCalendar } from '#calendar';
import type { BookingRules } from './booking-rules.js';
import type { Busy, Wish } from './free-spans.js';
import { appliesTo } from './hours.js';

type Run = [from: number, to: number];

interface LocalMinute {
  /** Which of the stage's days it is. */
  readonly day: number;
  readonly minuteOfDay: number;
  /** The latest that the clock has shown on this day: in an hour that comes twice the hand stands still. */
  readonly hand: number;
}

/** Whole local days, minute by minute, as Temporal tells them. */
export interface Stage {
  readonly zone: string;
  /** Epoch minute of the first minute. */
  readonly start: number;
  readonly days: readonly Temporal.PlainDate[];
  readonly minutes: readonly LocalMinute[];
}

export function stageOf(zone: string, firstDay: string, length: number): Stage {
  const first = Temporal.PlainDate.from(firstDay);
  const start = first.toZonedDateTime(zone).epochMilliseconds / 60_000;
  const end = first.add({ days: length }).toZonedDateTime(zone).epochMilliseconds / 60_000;
  const days: Temporal.PlainDate[] = [];
  const minutes: LocalMinute[] = [];
  // No zone changes its offset within a quarter of an hour.
  for (let quarter = start; quarter < end; quarter += 15) {
    const at = Temporal.Instant.fromEpochMilliseconds(quarter * 60_000).toZonedDateTimeISO(zone);
    if (!days.at(-1)?.equals(at.toPlainDate())) days.push(at.toPlainDate());
    for (let minute = 0; minute < 15; minute++) {
      const minuteOfDay = at.hour * 60 + at.minute + minute;
      const before = minutes.at(-1);
      const day = days.length - 1;
      const hand = before?.day === day ? Math.max(before.hand, minuteOfDay) : minuteOfDay;
      minutes.push({ day, minuteOfDay, hand });
    }
  }
  return { zone, start, days, minutes };
}

/**
 * The plain and slow reading of the rules that the tests hold the fast one against: it looks at every minute of a
 * stage. All its instants are minutes from the stage's start.
 */
export class MinuteModel {
  readonly #open: boolean[];
  readonly #closed: boolean[];
  readonly #onStep: boolean[];

  constructor(
    private readonly stage: Stage,
    private readonly rules: BookingRules,
    calendar: DayCalendar,
  ) {
    this.#open = stage.minutes.map(() => false);
    this.#onStep = stage.minutes.map(() => false);
    this.#closed = stage.minutes.map((_, minute) => {
      const instant = (stage.start + minute) * 60_000;
      return rules.closures.some(
        ({ startsAt, endsAt }) => startsAt.getTime() <= instant && instant < endsAt.getTime(),
      );
    });
    for (const [day, date] of stage.days.entries()) {
      const exception = rules.exceptions.find((one) => date.equals(one.day));
      for (const span of exception?.spans ?? []) this.#openLine(day, span);
      for (const line of exception ? [] : rules.hours) {
        if (appliesTo(line, calendar.classOf(date).class)) this.#openLine(day, line);
      }
    }
  }

  isOpen(from: number, to: number): boolean {
    return this.#open.slice(from, to).every(Boolean);
  }

  isClosed(from: number, to: number): boolean {
    return this.#closed.slice(from, to).some(Boolean);
  }

  isOnStep(minute: number): boolean {
    return this.#onStep[minute] === true;
  }

  openRuns(from: number, to: number): Run[] {
    return runsOf(from, to, (minute) => this.#open[minute] === true);
  }

  freeRuns(busy: readonly Busy[], from: number, to: number, now: number): Run[] {
    const earliest = now + this.rules.leadTimeMinutes;
    const latest = this.horizonOf(now);
    const isFree = (minute: number): boolean =>
      this.#open[minute] === true &&
      this.#closed[minute] === false &&
      minute >= earliest &&
      minute + 1 <= latest &&
      busy.every((booking) => this.#keepsGap(minute, booking));
    return runsOf(from, to, isFree).flatMap(([start, end]) => {
      const steps = this.#stepsIn(start, end);
      return steps.length > 1 ? [[steps[0]!, steps.at(-1)!] satisfies Run] : [];
    });
  }

  nextFree(busy: readonly Busy[], from: number, now: number, wish: Wish): Run[] {
    return this.freeRuns(busy, from, this.stage.minutes.length, now)
      .flatMap(([start, end]) => this.#earliestIn(this.#stepsIn(start, end), wish.lengthMinutes))
      .slice(0, wish.count);
  }

  /** The first minute at which the wall clock shows the time of `now` or later, so many days on. */
  horizonOf(now: number): number {
    const { day, minuteOfDay } = this.stage.minutes[now]!;
    const last = day + this.rules.horizonDays;
    const horizon = this.stage.minutes.findIndex(
      (minute) => minute.day > last || (minute.day === last && minute.hand >= minuteOfDay),
    );
    return horizon < 0 ? Infinity : horizon;
  }

  #earliestIn(steps: readonly number[], length: number): Run[] {
    for (const from of steps) {
      const to = steps.find((step) => step - from >= length);
      if (to !== undefined && to - from <= this.rules.longestMinutes) return [[from, to]];
    }
    return [];
  }

  #keepsGap(minute: number, { startsAt, keptUntil }: Busy): boolean {
    const startOfOther = startsAt.getTime() / 60_000 - this.stage.start;
    const endOfOther = keptUntil.getTime() / 60_000 - this.stage.start;
    return minute + 1 + this.rules.gapMinutes <= startOfOther || minute >= endOfOther;
  }

  #openLine(day: number, line: { from: number; to: number }): void {
    let opening: number | null = null;
    for (const [at, minute] of this.stage.minutes.entries()) {
      if (minute.day !== day || minute.hand < line.from || minute.hand >= line.to) continue;
      opening ??= at;
      this.#open[at] = true;
      for (const edge of [at, at + 1]) {
        if ((edge - opening) % this.rules.slotMinutes === 0) this.#onStep[edge] = true;
      }
    }
  }

  #stepsIn(from: number, to: number): number[] {
    const steps: number[] = [];
    for (let at = from; at <= to; at++) if (this.isOnStep(at)) steps.push(at);
    return steps;
  }
}

function runsOf(from: number, to: number, test: (minute: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let minute = from; minute < to; minute++) {
    if (!test(minute)) continue;
    const last = runs.at(-1);
    if (last?.[1] === minute) last[1] = minute + 1;
    else runs.push([minute, minute + 1]);
  }
  return runs;
}
