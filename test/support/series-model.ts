import { Temporal } from 'temporal-polyfill';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

/** What the offer of the model asks; it is open every day, from one whole hour to another. */
export interface SeriesTerms {
  from: number;
  to: number;
  isAutomatic: boolean;
  leadTimeMinutes: number;
  horizonDays: number;
  longestMinutes: number;
  gapMinutes: number;
}

/** A time on the wall of the zone. */
export type Wall = Temporal.PlainDateTime;

export interface ModelBooking {
  /** Place of its series; null for a single booking. */
  series: number | null;
  originalStart: number | null;
  start: number;
  end: number;
  state: string;
  purpose: string;
  /** What is confirmed until this one is. */
  replaces: ModelBooking | null;
  /** Of a request: when it lapses. */
  expires: number;
}

export interface ModelSeries {
  dates: { start: number; end: number }[];
  skipped: number[];
}

export interface ModelEdit {
  scope: 'THIS' | 'FOLLOWING' | 'ALL';
  start: number;
  end: number;
  skipClashes: boolean;
}

export type ModelAnswer = string | { made: number; clashes: number[] };

/** Series of one offer, slow and plain: every half-hour is looked at, every date is walked to day by day. */
export class SeriesModel {
  bookings: ModelBooking[] = [];
  series: ModelSeries[] = [];

  constructor(
    readonly zone: string,
    readonly terms: SeriesTerms,
    public now: number,
  ) {}

  request(start: number, end: number): string {
    const code = this.judge(start, end);
    if (code) return code;
    this.add({ series: null, originalStart: null, start, end, purpose: 'single' });
    return 'GRANTED';
  }

  /** `days` are the dates of the rule on the wall, that of the first span first. */
  requestSeries(
    first: { start: number; end: number },
    days: Temporal.PlainDate[],
    skipClashes: boolean,
  ): ModelAnswer {
    const time = this.wallOf(first.start).toPlainTime();
    const length = this.wallLength(first);
    const dates = days.map((day) => this.spanAt(day.toPlainDateTime(time), length));
    if (dates.length === 0 || this.areTooNear(dates)) return 'BAD_USER_INPUT';
    const before = [...this.bookings];
    const [at, clashes]: [number, number[]] = [this.series.length, []];
    for (const { start, end } of dates) {
      const code = start < end ? this.judge(start, end) : 'RULE_BROKEN';
      if (code) clashes.push(start);
      else this.add({ series: at, originalStart: start, start, end, purpose: 'series' });
    }
    const made = this.bookings.length - before.length;
    if (clashes.length > 0 && (!skipClashes || made === 0)) {
      this.bookings = before;
      return 'DATES_CLASH';
    }
    this.series.push({ dates, skipped: clashes });
    return { made, clashes };
  }

  requestDate(series: number, place: number): string {
    const known = this.series[series];
    const date = known?.dates[place];
    if (!known || !date) return 'BAD_USER_INPUT';
    const living = ['REQUESTED', 'CONFIRMED'];
    if (
      this.bookings.some(
        (one) => one.originalStart === date.start && one.series === series && living.includes(one.state),
      )
    )
      return 'WRONG_STATE';
    const code = date.start < date.end ? this.judge(date.start, date.end) : 'RULE_BROKEN';
    if (code) return code;
    this.add({ series, originalStart: date.start, ...date, purpose: 'series' });
    known.skipped = known.skipped.filter((start) => start !== date.start);
    return 'GRANTED';
  }

  confirm(at: number): string {
    const booking = this.bookings[at];
    if (!booking || booking.state !== 'REQUESTED' || this.hasLapsed(booking)) return 'WRONG_STATE';
    const replaced = this.confirmedBehind(booking);
    if (this.clashesOf(booking.start, booking.end, [replaced]).length > 0) return 'SPAN_TAKEN';
    if (replaced) replaced.state = 'CANCELLED';
    booking.state = 'CONFIRMED';
    return 'GRANTED';
  }

  /** What the granted ones replace is in no way; what a refused one was to replace is. */
  confirmAll(at: number, scope: ModelEdit['scope'], skipClashes: boolean): ModelAnswer {
    const asked = this.inScope(at, scope)
      .filter((one) => one.state === 'REQUESTED' && !this.hasLapsed(one))
      .toSorted((a, b) => Number(a.originalStart) - Number(b.originalStart));
    if (asked.length === 0) return 'WRONG_STATE';
    const gap = this.terms.gapMinutes * MINUTE;
    const meet = (a: ModelBooking, b: ModelBooking): boolean =>
      a.start < b.end + gap && b.start < a.end + gap;
    const fits = (one: ModelBooking, beside: ModelBooking[]): boolean => {
      const left = this.clashesOf(
        one.start,
        one.end,
        [...beside, one].map((other) => this.confirmedBehind(other)),
      );
      return left.length === 0 && !beside.some((other) => other !== one && meet(one, other));
    };
    let granted = asked;
    for (const one of asked) {
      const before = granted.slice(0, granted.indexOf(one));
      const stand = [...granted].map((other) => this.confirmedBehind(other));
      const isTaken = this.clashesOf(one.start, one.end, stand).length > 0;
      if (isTaken || before.some((other) => meet(one, other)))
        granted = granted.filter((other) => other !== one);
    }
    while (!granted.every((one) => fits(one, granted))) granted = granted.filter((one) => fits(one, granted));
    const clashes = asked.filter((one) => !granted.includes(one)).map((one) => one.originalStart ?? 0);
    if (clashes.length > 0 && (!skipClashes || granted.length === 0)) return 'DATES_CLASH';
    for (const one of granted) {
      const replaced = this.confirmedBehind(one);
      if (replaced) replaced.state = 'CANCELLED';
    }
    for (const one of granted) one.state = 'CONFIRMED';
    return { made: granted.length, clashes };
  }

  decline(at: number, scope: ModelEdit['scope']): ModelAnswer {
    const open = this.scopeOf(at, scope).filter(({ state }) => state === 'REQUESTED');
    if (open.length === 0) return 'WRONG_STATE';
    for (const one of open) one.state = 'DECLINED';
    return { made: open.length, clashes: [] };
  }

  cancel(at: number, scope: ModelEdit['scope']): ModelAnswer {
    const ended = this.inScope(at, scope);
    if (ended.length === 0) return 'WRONG_STATE';
    for (const one of ended) one.state = one.state === 'CONFIRMED' ? 'CANCELLED' : 'WITHDRAWN';
    return { made: ended.length, clashes: [] };
  }

  rename(at: number, scope: ModelEdit['scope'], purpose: string): ModelAnswer {
    const meant = this.inScope(at, scope).filter((one) => !this.hasLapsed(one));
    const anchor = this.bookings[at];
    if (!anchor || !meant.includes(anchor)) return 'WRONG_STATE';
    for (const one of meant) one.purpose = purpose;
    return { made: meant.length, clashes: [] };
  }

  move(at: number, { scope, start, end, skipClashes }: ModelEdit): ModelAnswer {
    const meant = this.inScope(at, scope).filter((one) => !this.hasLapsed(one));
    const anchor = this.bookings[at];
    if (!anchor || !meant.includes(anchor)) return 'WRONG_STATE';
    const shift = this.wallOf(anchor.start).until(this.wallOf(start));
    const length = this.wallLength({ start, end });
    // Of a date that is confirmed and to be moved, the wish; but if either is named, that one.
    const standing = meant.filter(
      (one) => one === anchor || (one.replaces !== anchor && !meant.some(({ replaces }) => replaces === one)),
    );
    const moves = standing.map((one) => {
      const to = one === anchor ? { start, end } : this.spanAt(this.wallOf(one.start).add(shift), length);
      return { one, to };
    });
    const kept = this.bookings.map((one) => ({ one, was: { ...one } }));
    const [clashes, left]: [number[], ModelBooking[]] = [[], []];
    const onwards = shift.sign >= 0 ? -1 : 1;
    const asked = new Map<ModelBooking, ModelBooking>();
    const anew: { start: number; end: number }[] = [];
    for (const { one, to } of moves.toSorted((a, b) => onwards * (a.to.start - b.to.start))) {
      const outcome = this.moveOne(one, to, left, asked);
      if (outcome !== 'THERE') anew.push(to);
      if (outcome === 'REFUSED') clashes.push(one.originalStart ?? 0);
    }
    // In the order of the rule.
    const byRule = [...asked].toSorted(([a], [b]) => Number(a.originalStart) - Number(b.originalStart));
    this.bookings = [...kept.map(({ one }) => one), ...byRule.map(([, fresh]) => fresh)];
    const areTooNear = this.areTooNear(anew);
    if (!areTooNear && (clashes.length === 0 || (skipClashes && clashes.length < moves.length))) {
      return { made: moves.length, clashes: clashes.toSorted((a, b) => a - b) };
    }
    this.bookings = kept.map(({ one, was }) => Object.assign(one, was));
    return areTooNear ? 'BAD_USER_INPUT' : 'DATES_CLASH';
  }

  /** Which refusal a wish meets; null when it could be had. */
  judge(start: number, end: number, givenUp: (ModelBooking | null)[] = []): string | null {
    if (this.breaksRules(start, end)) return 'RULE_BROKEN';
    return this.clashesOf(start, end, givenUp).length > 0 ? 'SPAN_TAKEN' : null;
  }

  /** Wall times: one that is skipped is the moment of the change, one that comes twice is the first. */
  instantOf(wall: Wall): number {
    const there = wall.toZonedDateTime(this.zone, { disambiguation: 'earlier' });
    if (there.toPlainDateTime().equals(wall)) return there.epochMilliseconds;
    return there.getTimeZoneTransition('next')?.epochMilliseconds ?? NaN;
  }

  wallOf(instant: number): Wall {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.zone).toPlainDateTime();
  }

  private wallLength({ start, end }: { start: number; end: number }): Temporal.Duration {
    return this.wallOf(start).until(this.wallOf(end));
  }

  /** `left` are confirmed times that are to be given up, `asked` what is asked for instead. */
  private moveOne(
    one: ModelBooking,
    to: { start: number; end: number },
    left: ModelBooking[],
    asked: Map<ModelBooking, ModelBooking>,
  ): 'THERE' | 'ASKED' | 'REFUSED' {
    if (to.start >= to.end) return 'REFUSED';
    const pending = this.bookings.filter(({ replaces, state }) => replaces === one && state === 'REQUESTED');
    const isThereItself = to.start === one.start && to.end === one.end;
    if (isThereItself && pending.length === 0) return 'THERE';
    const confirmed = one.state === 'CONFIRMED' ? one : this.confirmedBehind(one);
    if (confirmed && confirmed.start <= to.start && to.end <= confirmed.end) {
      const isThere = confirmed.start === to.start && confirmed.end === to.end;
      if (!isThere && this.breaksRules(to.start, to.end)) return 'REFUSED';
      for (const other of one === confirmed ? pending : [one]) other.state = 'WITHDRAWN';
      Object.assign(confirmed, to);
      return 'THERE';
    }
    if (this.judge(to.start, to.end, [...left, confirmed])) return 'REFUSED';
    for (const other of pending) other.state = 'WITHDRAWN';
    if (one !== confirmed) one.state = 'WITHDRAWN';
    if (confirmed) left.push(confirmed);
    if (confirmed && this.terms.isAutomatic) confirmed.state = 'CANCELLED';
    const fresh = this.fresh({ ...one, ...to, replaces: confirmed });
    asked.set(one, fresh);
    this.bookings.push(fresh);
    return 'ASKED';
  }

  private confirmedBehind({ replaces }: ModelBooking): ModelBooking | null {
    return replaces?.state === 'CONFIRMED' && replaces.start > this.now ? replaces : null;
  }

  private hasLapsed({ state, expires }: ModelBooking): boolean {
    return state === 'REQUESTED' && expires <= this.now;
  }

  private add(booking: Omit<ModelBooking, 'state' | 'replaces' | 'expires'>): void {
    this.bookings.push(this.fresh({ ...booking, replaces: null }));
  }

  private fresh(booking: Omit<ModelBooking, 'state' | 'expires'>): ModelBooking {
    const expires = Math.min(booking.start, booking.replaces?.start ?? Infinity);
    return { ...booking, expires, state: this.terms.isAutomatic ? 'CONFIRMED' : 'REQUESTED' };
  }

  private inScope(at: number, scope: ModelEdit['scope']): ModelBooking[] {
    const living = ['REQUESTED', 'CONFIRMED'];
    return this.scopeOf(at, scope).filter(({ start, state }) => start > this.now && living.includes(state));
  }

  private scopeOf(at: number, scope: ModelEdit['scope']): ModelBooking[] {
    const anchor = this.bookings[at];
    if (!anchor || anchor.series === null) return [];
    return this.bookings.filter((one) => {
      if (one.series !== anchor.series) return false;
      if (scope === 'ALL' || one === anchor) return true;
      return scope === 'FOLLOWING' && Number(one.originalStart) > Number(anchor.originalStart);
    });
  }

  private clashesOf(start: number, end: number, givenUp: (ModelBooking | null)[] = []): ModelBooking[] {
    const gap = this.terms.gapMinutes * MINUTE;
    return this.bookings.filter(
      (one) =>
        one.state === 'CONFIRMED' && !givenUp.includes(one) && one.start < end + gap && start < one.end + gap,
    );
  }

  private breaksRules(start: number, end: number): boolean {
    const { leadTimeMinutes, horizonDays, longestMinutes } = this.terms;
    const latest = this.instantOf(this.wallOf(this.now).add({ days: horizonDays }));
    if (start < this.now + leadTimeMinutes * MINUTE || end > latest) return true;
    if (end - start > longestMinutes * MINUTE) return true;
    for (let at = start; at < end; at += HALF_HOUR) if (!this.isOpen(at)) return true;
    return false;
  }

  private isOpen(instant: number): boolean {
    const { hour } = this.wallOf(instant);
    return this.terms.from <= hour && hour < this.terms.to;
  }

  private areTooNear(dates: { start: number; end: number }[]): boolean {
    const gap = this.terms.gapMinutes * MINUTE;
    return dates.some((one, at) =>
      dates.some((other, place) => place !== at && one.start <= other.start && other.start < one.end + gap),
    );
  }

  private spanAt(wall: Wall, length: Temporal.Duration): { start: number; end: number } {
    return {
      start: this.instantOf(wall),
      end: this.instantOf(wall.add(length)),
    };
  }
}
