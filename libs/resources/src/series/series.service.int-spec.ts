import { Refused } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { BookingStage, draftOn, kindOf } from '../../../../test/support/booking-stage.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { SeriesModel, type ModelAnswer, type SeriesTerms } from '../../../../test/support/series-model.js';
import {
  seriesRuns,
  WEEKDAYS,
  type Repeat,
  type SeriesMove,
  type Times,
} from '../../../../test/support/series-moves.js';
import { Booking } from '../booking/booking.entity.js';
import { SeriesAnswers } from './series-answers.js';
import { SeriesChanges } from './series-changes.js';
import type { DatesOf } from './series-lock.js';
import { SeriesScope } from './series.policy.js';
import { DatesClash, type DateClash } from './series.refusals.js';
import { SeriesService, type SeriesOutcome } from './series.service.js';

const RUNS = Number(process.env.SERIES_RUNS ?? 10);
const MINUTE = 60_000;

/** A zone with summer time; `MONDAY` of the test world lies in Shanghai. */
const ZONE = 'Europe/Berlin';

const STORED = `SELECT b.id, b.starts_at AS start, b.ends_at AS "end", b.state, b.purpose, b.original_start AS "originalStart",
    b.series_id IS NOT NULL AS repeated, t.id IS NOT NULL AS taken
  FROM booking b LEFT JOIN occupancy t ON t.id = b.id AND t.starts_at = b.starts_at AND t.ends_at = b.ends_at`;

type Row = Record<'start' | 'end', Date> &
  Record<'id' | 'state' | 'purpose', string> & {
    originalStart: Date | null;
    repeated: boolean;
    taken: boolean;
  };

let stage: BookingStage;
beforeAll(async () => {
  stage = await BookingStage.open();
  await stage.inspect('UPDATE region SET time_zone = $1', [ZONE]);
});
afterAll(() => stage.close());

it(
  'repeats, moves and ends as the model does, whatever is done in whatever order',
  async () => {
    const property = fc.asyncProperty(seriesRuns, async ({ start, terms, moves }) => {
      const play = await Play.begin(start, terms);
      for (const move of moves) {
        const step = await play.step(move);
        expect({ move, ...step?.actual }).toEqual({ move, ...step?.expected });
        expect(await play.stored()).toEqual(play.expected());
      }
      expect(await stage.listFaults()).toEqual([]);
    });
    await fc.assert(property, propertyRuns(RUNS));
  },
  20_000 + RUNS * 3_000,
);

/** The same acts on the real services and on the model; ids on one side are places on the other. */
class Play {
  private readonly ids: string[] = [];
  private readonly series: string[] = [];
  private readonly service = stage.get(SeriesService);
  private readonly changes = stage.get(SeriesChanges);
  private readonly answers = stage.get(SeriesAnswers);

  private constructor(
    private readonly offerId: string,
    private readonly model: SeriesModel,
    private readonly begun: number,
  ) {}

  static async begin(start: string, terms: SeriesTerms): Promise<Play> {
    await stage.clear();
    const now = Temporal.PlainDate.from(start).toZonedDateTime({ timeZone: ZONE, plainTime: '07:00' });
    stage.world.clock.set(new Date(now.epochMilliseconds));
    const { from, to, isAutomatic, gapMinutes, ...rest } = terms;
    const draft = draftOn({
      ...rest,
      hours: [{ days: 'EVERY', from: from * 60, to: to * 60 }],
      confirmation: isAutomatic ? 'AUTOMATIC' : 'OWNER',
      requestsHold: false,
      slotMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: gapMinutes,
    });
    const { id } = await stage.write('bus-639', async (tx) => {
      const offer = await stage.offers.create(tx, draft);
      return stage.offers.publish(tx, offer.id, offer.version, [stage.networkId('southeast')]);
    });
    return new Play(id, new SeriesModel(ZONE, terms, now.epochMilliseconds), now.epochMilliseconds);
  }

  /** What both sides answer; null for what makes no sense now. */
  async step(move: SeriesMove): Promise<{ expected: object; actual: object } | null> {
    switch (move.do) {
      case 'wait':
        // A request lapses after three working days; that is another test's.
        if (this.model.now + move.minutes * MINUTE > this.begun + 2880 * MINUTE) return null;
        stage.world.clock.advance(move.minutes * MINUTE);
        this.model.now += move.minutes * MINUTE;
        return null;
      case 'series':
        return this.repeat(move);
      case 'single':
        return this.askOnce(move);
      case 'again':
        return this.askAgain(move);
      default:
        return this.change(move);
    }
  }

  async stored(): Promise<object[]> {
    const rows = await stage.inspect<Row>(STORED);
    return rows
      .toSorted((a, b) => this.ids.indexOf(a.id) - this.ids.indexOf(b.id))
      .map(({ state, purpose, start, end, originalStart, taken }) => ({
        state,
        purpose,
        span: [start.getTime(), end.getTime()],
        originalStart: originalStart?.getTime() ?? null,
        taken,
      }));
  }

  expected(): object[] {
    return this.model.bookings.map(({ state, purpose, start, end, originalStart }) => ({
      state,
      purpose,
      span: [start, end],
      originalStart,
      taken: state === 'CONFIRMED',
    }));
  }

  private async repeat(move: Repeat) {
    const span = this.spanOf(move);
    const days = walk(this.model.wallOf(span.start).toPlainDate(), move);
    const expected = this.model.requestSeries(span, days, move.skipClashes);
    const { skipClashes } = move;
    const wish = { ...this.wish('series', span), rule: ruleOf(move), skipClashes };
    const actual = await this.attempt((tx) => this.service.request(tx, wish), { isRequest: true });
    return { expected: { answer: expected }, actual };
  }

  private async askOnce(move: Times) {
    const span = this.spanOf(move);
    const expected = this.model.request(span.start, span.end);
    const actual = await this.attempt((tx) => stage.bookings.request(tx, this.wish('single', span)));
    return { expected: { answer: expected }, actual };
  }

  private async askAgain({ place, date }: { place: number; date: number }) {
    const at = place % Math.max(this.series.length, 1);
    const known = this.model.series[at]?.dates[date];
    const id = this.series[at];
    if (!known || !id) return null;
    const expected = this.model.requestDate(at, date);
    const contact = { name: null, phone: null };
    const wanted = { originalStart: new Date(known.start), span: null, amount: null, contact };
    const actual = await this.attempt((tx) => this.service.requestDate(tx, id, wanted));
    return { expected: { answer: expected }, actual };
  }

  private async change(
    move: Extract<SeriesMove, { do: 'confirm' | 'confirmAll' | 'decline' | 'cancel' | 'rename' | 'move' }>,
  ) {
    const at = move.place % Math.max(this.ids.length, 1);
    const [id, known] = [this.ids[at], this.model.bookings[at]];
    if (!id || !known) return null;
    const row = await stage.inspect<{ version: number }>('SELECT version FROM booking WHERE id = $1', [id]);
    const version = row[0]?.version ?? 0;
    if (move.do === 'confirm') {
      const expected = this.model.confirm(at);
      const actual = await this.attempt(
        async (tx) => (await stage.bookings.confirm(tx, id, version, 'KEEP')).booking,
        { unit: 'bus-639' },
      );
      return { expected: { answer: expected }, actual };
    }
    if (known.series === null) return null;
    const dates = { id, version, scope: SeriesScope[move.scope] };
    const edit = { span: null, text: {}, skipClashes: false };
    if (move.do === 'confirmAll' || move.do === 'decline') return this.answer(move, at, dates);
    if (move.do === 'cancel') {
      const actual = await this.attempt((tx) => this.changes.cancel(tx, dates, null));
      return { expected: { answer: this.model.cancel(at, move.scope) }, actual };
    }
    if (move.do === 'rename') {
      const text = { purpose: `purpose ${move.place}` };
      const actual = await this.attempt((tx) => this.changes.change(tx, dates, { ...edit, text }));
      return { expected: { answer: this.model.rename(at, move.scope, text.purpose) }, actual };
    }
    const { scope, shift, grow, skipClashes } = move;
    const wall = this.model.wallOf(known.start).add({ minutes: shift });
    const length = this.model.wallOf(known.start).until(this.model.wallOf(known.end)).total('minutes') + grow;
    const [start, end] = [wall, wall.add({ minutes: length })].map((one) => this.model.instantOf(one));
    if (start === undefined || end === undefined || end <= start) return null;
    const expected = this.model.move(at, { scope, start, end, skipClashes });
    const span = { startsAt: new Date(start), endsAt: new Date(end) };
    const actual = await this.attempt((tx) =>
      this.changes.change(tx, dates, { span, text: {}, skipClashes }),
    );
    return { expected: { answer: expected }, actual };
  }

  private async answer(
    move: Extract<SeriesMove, { do: 'confirmAll' | 'decline' }>,
    at: number,
    dates: DatesOf,
  ) {
    const owner = { unit: 'bus-639' };
    if (move.do === 'decline') {
      const expected = this.model.decline(at, move.scope);
      const actual = await this.attempt((tx) => this.answers.decline(tx, dates, null), owner);
      return { expected: { answer: expected }, actual };
    }
    const { skipClashes, scope } = move;
    const expected = this.model.confirmAll(at, scope, skipClashes);
    const actual = await this.attempt(
      (tx) => this.answers.confirm(tx, dates, { rivals: 'KEEP', skipClashes }),
      owner,
    );
    return { expected: { answer: expected }, actual };
  }

  private async attempt(
    act: (tx: TenantTransaction) => Promise<SeriesOutcome | Booking>,
    { unit = 'clinic', isRequest = false } = {},
  ): Promise<{ answer: ModelAnswer }> {
    try {
      const outcome = await stage.write(unit, act);
      if (outcome instanceof Booking) {
        if (!this.ids.includes(outcome.id)) this.ids.push(outcome.id);
        return { answer: 'GRANTED' };
      }
      for (const { id } of outcome.bookings) if (!this.ids.includes(id)) this.ids.push(id);
      if (!this.series.includes(outcome.series.id)) this.series.push(outcome.series.id);
      if (isRequest) this.expectGood(outcome.clashes);
      const clashes = outcome.clashes.map(({ originalStart }) => originalStart.getTime());
      return { answer: { made: outcome.bookings.length, clashes: clashes.toSorted((a, b) => a - b) } };
    } catch (error) {
      if (error instanceof Refused && error.refusal instanceof DatesClash) {
        expect(error.refusal.clashes).not.toEqual([]);
      }
      return { answer: kindOf(error) };
    }
  }

  /** What is proposed could be had now, and is as long as what was wanted. */
  private expectGood(clashes: readonly DateClash[]): void {
    for (const { nearestFree, wanted } of clashes) {
      if (!nearestFree) continue;
      const { startsAt, endsAt } = nearestFree;
      const [start, end] = [startsAt.getTime(), endsAt.getTime()];
      expect(end - start).toBe(wanted.endsAt.getTime() - wanted.startsAt.getTime());
      expect({ start, code: this.model.judge(start, end) }).toEqual({ start, code: null });
    }
  }

  private wish(purpose: string, { start, end }: { start: number; end: number }) {
    const networkId = stage.networkId('southeast');
    const span = { startsAt: new Date(start), endsAt: new Date(end) };
    return {
      offerId: this.offerId,
      networkId,
      ...span,
      purpose,
      heads: null,
      contact: { name: null, phone: null },
    };
  }

  /** A start and an end that a clock on the wall shows, not swallowed by a change of clocks. */
  private spanOf({ day, halfHour, lengthMinutes }: Times): { start: number; end: number } {
    const midnight = this.model.wallOf(this.model.now).toPlainDate().add({ days: day }).toPlainDateTime();
    const start = this.model.instantOf(midnight.add({ minutes: halfHour * 30 }));
    const end = this.model.instantOf(midnight.add({ minutes: halfHour * 30 + lengthMinutes }));
    return { start, end: Math.max(end, start + 30 * MINUTE) };
  }
}

function ruleOf({ isDaily, every, weekdays, count }: Repeat): string {
  const byDay = !isDaily && weekdays.length > 0 ? `;BYDAY=${weekdays.join(',')}` : '';
  return `FREQ=${isDaily ? 'DAILY' : 'WEEKLY'};INTERVAL=${every};COUNT=${count}${byDay}`;
}

/** Day by day; none when the first is not one of them. */
function walk(first: Temporal.PlainDate, { isDaily, every, weekdays, count }: Repeat): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  const meant = weekdays.length > 0 ? weekdays : [nameOf(first)];
  if (!isDaily && !meant.includes(nameOf(first))) return [];
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  for (let day = first; days.length < count; day = day.add({ days: 1 })) {
    const isOne = isDaily
      ? first.until(day).days % every === 0
      : meant.includes(nameOf(day)) && Math.floor(monday.until(day).days / 7) % every === 0;
    if (isOne) days.push(day);
  }
  return days;
}

function nameOf(day: Temporal.PlainDate): string {
  return WEEKDAYS[day.dayOfWeek - 1] ?? '';
}
