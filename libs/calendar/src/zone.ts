import { Temporal } from 'temporal-polyfill';
import { MS_PER_DAY, MS_PER_MINUTE } from './epoch-day.js';

/** A stretch of time, in epoch milliseconds, through which the offset does not change. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** Local time of one zone in integer milliseconds: Temporal costs some 20 µs a question, this asks it once per change of offset. */
export class Zone {
  static readonly #known = new Map<string, Zone>();

  readonly #stretches: Stretch[] = [];
  #latest: Stretch;

  /** Throws RangeError for a name that is no IANA zone. */
  static of(name: string): Zone {
    const known = Zone.#known.get(name) ?? new Zone(name);
    Zone.#known.set(name, known);
    return known;
  }

  private constructor(readonly name: string) {
    this.#latest = stretchAround(0, name);
    this.#stretches.push(this.#latest);
  }

  /** The local day of an instant, as days since 1970-01-01. */
  epochDayAt(instant: number): number {
    return Math.floor(this.localAt(instant) / MS_PER_DAY);
  }

  /** The instant at which a local day reaches a minute; 1440 is the start of the next day. */
  instantAt(epochDay: number, minuteOfDay: number): number {
    return this.instantOf(epochDay * MS_PER_DAY + minuteOfDay * MS_PER_MINUTE);
  }

  /** What the wall clock shows at an instant, written as if it were UTC. */
  localAt(instant: number): number {
    return instant + this.#stretchAt(instant).offset;
  }

  /**
   * The first instant at which the wall clock shows `local` or later: a time that summer time skips is the moment
   * of the change, a time that comes twice is the first of both. It never runs backwards, so from ≤ to stays so.
   */
  instantOf(local: number): number {
    let stretch = this.#stretchAt(local - MS_PER_DAY);
    for (;;) {
      const instant = local - stretch.offset;
      if (instant < stretch.until) return Math.max(instant, stretch.from);
      stretch = this.#stretchAt(stretch.until);
    }
  }

  #stretchAt(instant: number): Stretch {
    if (holds(this.#latest, instant)) return this.#latest;
    let stretch = this.#stretches.find((known) => holds(known, instant));
    if (!stretch) {
      stretch = stretchAround(instant, this.name);
      this.#stretches.push(stretch);
    }
    this.#latest = stretch;
    return stretch;
  }
}

function holds(stretch: Stretch, instant: number): boolean {
  return stretch.from <= instant && instant < stretch.until;
}

function stretchAround(instant: number, zone: string): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const from = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const until = at.getTimeZoneTransition('next');
  return {
    from: from?.epochMilliseconds ?? -Infinity,
    until: until?.epochMilliseconds ?? Infinity,
    offset: at.offsetNanoseconds / 1e6,
  };
}
