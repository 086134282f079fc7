import type { Temporal } from 'temporal-polyfill';
import { epochDayOf, MS_PER_DAY, plainDateOf, weekdayOf } from './epoch-day.js';
import { Zone } from './zone.js';

export type DayClass = 'WORKDAY' | 'REST_DAY' | 'HOLIDAY';

export interface CalendarYear {
  readonly year: number;
  readonly announced: boolean;
}

/** A day that differs from a plain Monday-to-Friday week. */
export interface CalendarDay {
  readonly day: Temporal.PlainDate;
  readonly class: DayClass;
  readonly name: string | null;
}

export interface DayFacts {
  readonly class: DayClass;
  /** The year is not announced yet: the class is a guess from the weekday alone. */
  readonly provisional: boolean;
  /** The holiday that the day belongs to or makes up for. */
  readonly name: string | null;
}

/** Says which days are worked, so that hours and deadlines follow the State Council rather than the weekday. */
export class DayCalendar {
  readonly #announced: ReadonlySet<number>;
  readonly #differing: ReadonlyMap<number, CalendarDay>;

  constructor(years: readonly CalendarYear[], days: readonly CalendarDay[]) {
    this.#announced = new Set(years.filter(({ announced }) => announced).map(({ year }) => year));
    this.#differing = new Map(
      days.filter(({ day }) => this.#announced.has(day.year)).map((day) => [epochDayOf(day.day), day]),
    );
  }

  classOf(day: Temporal.PlainDate): DayFacts {
    const epochDay = epochDayOf(day);
    return {
      class: this.classAt(epochDay),
      provisional: !this.#announced.has(day.year),
      name: this.#differing.get(epochDay)?.name ?? null,
    };
  }

  /** Whether its days off are known; until then they are guessed from the weekday. */
  isAnnounced(year: number): boolean {
    return this.#announced.has(year);
  }

  /** The class of the day so many days after 1970-01-01: the same as `classOf`, for loops over many days. */
  classAt(epochDay: number): DayClass {
    const weekday = weekdayOf(epochDay);
    return this.#differing.get(epochDay)?.class ?? (weekday === 0 || weekday === 6 ? 'REST_DAY' : 'WORKDAY');
  }

  /** A holiday is a rest-day too. */
  isRestDay(day: Temporal.PlainDate): boolean {
    return this.classAt(epochDayOf(day)) !== 'WORKDAY';
  }

  /** The first workday after `day`, even if `day` is one itself. */
  nextWorkday(day: Temporal.PlainDate): Temporal.PlainDate {
    return plainDateOf(this.#workdayAfter(epochDayOf(day)));
  }

  /**
   * The deadline `count` working days after `instant`: the local day of `instant` in `zone` is not counted, nor is
   * any rest-day; the deadline is on the last day counted, at the same local time (if summer time skips it, at the
   * change; if it comes twice, the first). 0 gives `instant` itself. Three working days from a Saturday 10:00 end
   * on Wednesday at 10:00. Throws RangeError unless `count` is a whole number from 0.
   */
  addWorkingDays(instant: Date, count: number, zone: string): Date {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`Working days are counted in whole numbers from 0, not ${count}.`);
    }
    if (count === 0) return new Date(instant);
    const clock = Zone.of(zone);
    const today = clock.epochDayAt(instant.getTime());
    const timeOfDay = clock.localAt(instant.getTime()) - today * MS_PER_DAY;
    let day = today;
    for (let counted = 0; counted < count; counted++) day = this.#workdayAfter(day);
    return new Date(clock.instantOf(day * MS_PER_DAY + timeOfDay));
  }

  #workdayAfter(epochDay: number): number {
    let day = epochDay + 1;
    while (this.classAt(day) !== 'WORKDAY') day++;
    return day;
  }
}
