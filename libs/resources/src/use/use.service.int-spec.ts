import { JobHandlers } from '#jobs';
import { Tenancy, type TenantTransaction } from '#tenancy';
import * as fc from 'fast-check';
import { DAY, MONDAY, type Minute, type ModelTerms } from '../../../../test/support/booking-minutes.js';
import { BookingStage, draftOn, kindOf } from '../../../../test/support/booking-stage.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { UseModel, type ModelUse, type UseAct } from '../../../../test/support/use-model.js';
import { Booking } from '../booking/booking.entity.js';
import { NoShowStanding } from './no-show.entity.js';
import { NoShows } from './no-shows.js';
import { UseService } from './use.service.js';

const RUNS = Number(process.env.USE_RUNS ?? 15);
const TERMS: ModelTerms = {
  hours: [{ days: 'EVERY', from: 0, to: DAY }],
  confirmation: 'AUTOMATIC',
  requestsHold: false,
  leadTimeMinutes: 0,
  horizonDays: 60,
  slotMinutes: 30,
  longestMinutes: 600,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
};
const OWNER = 'bus-639';
const ACTORS = [
  OWNER,
  'clinic',
  'riverside-property',
  'southeast-committee',
  'riverside-committee',
  'fire-squadron',
];

const SUMS = `SELECT u.code || ' ' || n.code || ' ' || c.measure AS key, sum(c.sixtieths)::float8 AS sum
  FROM contribution c JOIN unit u ON u.id = c.unit_id JOIN network n ON n.id = c.network_id GROUP BY 1`;
const TOTALS = SUMS.replace('FROM contribution c', 'FROM contribution_total c');
const ENTRIES = `SELECT row_to_json(c)::text AS entry FROM contribution c ORDER BY id`;
const WRONG_MONTHS = `
  SELECT unit_id, network_id, measure, month FROM contribution_total t WHERE sixtieths <> (
    SELECT coalesce(sum(sixtieths), 0) FROM contribution c
    WHERE c.unit_id = t.unit_id AND c.network_id = t.network_id AND c.measure = t.measure
      AND date_trunc('month', c.used_at AT TIME ZONE 'Asia/Shanghai')::date = t.month)`;

/** The days straddle the end of November. */
const bookingArbitrary = fc.record({
  length: fc.integer({ min: 1, max: 8 }),
  isClinic: fc.boolean(),
  heads: fc.option(fc.integer({ min: 1, max: 50 })),
});
const moveArbitrary = fc.record({
  do: fc.constantFrom<UseAct['do']>(
    ...([
      'handOver',
      'handOver',
      'handOver',
      'undo',
      'undo',
      'return',
      'return',
      'noShow',
      'noShow',
    ] as const),
    ...(['contest', 'contest', 'uphold', 'uphold', 'overturn', 'overturn', 'wait', 'wait', 'wait'] as const),
  ),
  /** Mostly whoever may do it; else anybody. */
  isApt: fc.constantFrom(true, true, true, false),
  unit: fc.constantFrom(...ACTORS),
  booking: fc.nat({ max: 2 }),
  first: fc.option(fc.integer({ min: -150, max: 700 })),
  second: fc.option(fc.integer({ min: -60, max: 1500 })),
  heads: fc.option(fc.option(fc.integer({ min: 1, max: 60 })), { nil: undefined }),
  minutes: fc.integer({ min: 1, max: DAY }),
});
type Move = typeof moveArbitrary extends fc.Arbitrary<infer T> ? T : never;

const granted = new Set<string>();
let stage: BookingStage;
beforeAll(async () => {
  stage = await BookingStage.open();
});
afterAll(() => stage.close());

it(
  'is noted, assumed, contested and counted as the model does, in whatever order',
  async () => {
    const lives = fc.tuple(
      fc.array(bookingArbitrary, { minLength: 3, maxLength: 3 }),
      fc.array(moveArbitrary, { minLength: 14, maxLength: 28 }),
    );
    const property = fc.asyncProperty(lives, async ([wishes, moves]) => {
      await stage.clear();
      const { model, ids } = await begin(wishes);
      let entries: string[] = [];
      for (const move of moves) {
        const act = actOf(move, model);
        const expected = model.play(act);
        if (expected === 'GRANTED') granted.add(act.do);
        expect({ act, kind: await play(act, ids) }).toEqual({ act, kind: expected });
        expect(await sumsBy(SUMS)).toEqual(model.sums());
        expect(await sumsBy(TOTALS)).toEqual(model.sums());
        const now = await listEntries();
        expect(now).toEqual(expect.arrayContaining(entries));
        entries = now;
      }
      expect(await stage.inspect(WRONG_MONTHS)).toEqual([]);
      expect(await statesOf(ids)).toEqual(model.bookings.map(({ state, noShow }) => ({ state, noShow })));
    });
    await fc.assert(property, propertyRuns(RUNS));
    // Whatever the seed, the rules were not only refused.
    expect([...granted].toSorted()).toEqual([
      'contest',
      'handOver',
      'noShow',
      'overturn',
      'return',
      'undo',
      'uphold',
      'wait',
    ]);
  },
  20_000 + RUNS * 4_000,
);

async function begin(wishes: (typeof bookingArbitrary extends fc.Arbitrary<infer T> ? T : never)[]) {
  const draft = await stage.write(OWNER, (tx) => stage.offers.create(tx, draftOn(TERMS)));
  const networkIds = ['southeast', 'riverside'].map((code) => stage.networkId(code));
  await stage.write(OWNER, (tx) => stage.offers.publish(tx, draft.id, 1, networkIds));
  const bookings: ModelUse[] = [];
  const ids: string[] = [];
  for (const [at, { length, isClinic, heads }] of wishes.entries()) {
    // On Sunday, on Monday the 30th, and in the night into December.
    const from = [6 * DAY + 23 * 60, 7 * DAY + 17 * 60, 7 * DAY + 23 * 60][at]!;
    const [requester, network] = isClinic ? ['clinic', 'southeast'] : ['riverside-property', 'riverside'];
    const to = from + 30 * length;
    const wish = {
      offerId: draft.id,
      networkId: stage.networkId(network),
      startsAt: toDate(from),
      endsAt: toDate(to),
      heads,
    };
    const contact = { name: null, phone: null };
    const booking = await stage.write(requester, (tx) =>
      stage.bookings.request(tx, { ...wish, purpose: 'use', contact }),
    );
    ids.push(booking.id);
    bookings.push({ from, to, owner: OWNER, requester, network, heads, state: 'CONFIRMED', ...NOTHING });
  }
  const model = new UseModel(bookings);
  model.now = 7 * DAY + 18 * 60;
  stage.setClock(model.now);
  return { model, ids };
}

const NOTHING = {
  handedOver: null,
  handedOverBy: null,
  returned: null,
  came: null,
  assumedAt: null,
  noShow: null,
  contestUntil: 0,
};

const RIPE: Partial<Record<UseAct['do'], string[]>> = {
  handOver: ['CONFIRMED'],
  undo: ['IN_USE'],
  noShow: ['CONFIRMED', 'IN_USE', 'COMPLETED'],
  contest: ['RECORDED'],
  uphold: ['CONTESTED'],
  overturn: ['CONTESTED'],
};

/** Times are told about the booking or about the present, so that many of them can have happened. */
function actOf(move: Move, { bookings, now }: UseModel): UseAct {
  const { heads } = move;
  const ripe = move.isApt
    ? bookings.findIndex((one) => RIPE[move.do]?.includes(one.noShow ?? one.state))
    : -1;
  const booking = ripe < 0 ? move.booking : ripe;
  const { from, to, requester, network, handedOverBy } = bookings[booking]!;
  const apt: Partial<Record<UseAct['do'], string>> = {
    handOver: requester,
    undo: handedOverBy ?? OWNER,
    noShow: OWNER,
    contest: requester,
    uphold: `${network}-committee`,
    overturn: `${network}-committee`,
  };
  const unit = (move.isApt && apt[move.do]) || move.unit;
  switch (move.do) {
    case 'wait':
      return { do: 'wait', minutes: move.minutes };
    case 'handOver':
      return { do: 'handOver', unit, booking, at: move.first === null ? now : from + move.first };
    case 'return': {
      const handedOver = move.first === null ? null : from + move.first;
      return {
        do: 'return',
        unit,
        booking,
        handedOver,
        returned: move.second === null ? null : to + move.second,
        heads,
      };
    }
    default:
      return { do: move.do, unit, booking };
  }
}

async function play(act: UseAct, ids: readonly string[]): Promise<string> {
  if (act.do === 'wait') {
    stage.world.clock.advance(act.minutes * 60_000);
    for (const bookingId of ids) await follow(bookingId);
    return 'GRANTED';
  }
  const id = ids[act.booking] ?? '';
  try {
    await stage.write(act.unit, async (tx) => note(tx, act, id, (await tx.find(Booking, id))?.version ?? 1));
    return 'GRANTED';
  } catch (error) {
    return kindOf(error);
  }
}

function note(tx: TenantTransaction, act: Exclude<UseAct, { do: 'wait' }>, id: string, version: number) {
  const [uses, noShows] = [stage.get(UseService), stage.get(NoShows)];
  switch (act.do) {
    case 'handOver':
      return uses.noteHandOver(tx, id, version, toDate(act.at));
    case 'return': {
      const { handedOver, returned, heads } = act;
      return uses.noteReturn(tx, id, version, {
        handedOverAt: dateOf(handedOver),
        returnedAt: dateOf(returned),
        heads,
      });
    }
    case 'undo':
      return uses.undoHandOver(tx, id, version);
    case 'noShow':
      return noShows.record(tx, id, version, null);
    case 'contest':
      return noShows.contest(tx, id, version, 'we came');
    case 'uphold':
      return noShows.rule(tx, id, version, NoShowStanding.UPHELD, 'nobody came');
    case 'overturn':
      return noShows.rule(tx, id, version, NoShowStanding.OVERTURNED, 'they came');
  }
}

/** As when the queue has come to the booking's job. */
async function follow(bookingId: string): Promise<void> {
  const [booking] = await stage.inspect<{ regionId: string; unitId: string }>(
    'SELECT region_id AS "regionId", owner_unit_id AS "unitId" FROM booking WHERE id = $1',
    [bookingId],
  );
  await stage.get(JobHandlers).list().get('follow-use')?.(stage.get(Tenancy), {
    ...booking,
    ids: { bookingId },
  });
}

async function sumsBy(sql: string): Promise<Record<string, number>> {
  const rows = await stage.inspect<{ key: string; sum: number }>(sql);
  return Object.fromEntries(rows.filter(({ sum }) => sum !== 0).map(({ key, sum }) => [key, sum]));
}

async function listEntries(): Promise<string[]> {
  return (await stage.inspect<{ entry: string }>(ENTRIES)).map(({ entry }) => entry);
}

async function statesOf(ids: readonly string[]): Promise<object[]> {
  const rows = await stage.inspect<{ id: string; state: string; noShow: string | null }>(
    `SELECT b.id, b.state, n.standing AS "noShow" FROM booking b LEFT JOIN no_show n ON n.id = b.id`,
  );
  return ids.map((wanted) => {
    const { id: _, ...row } = rows.find(({ id }) => id === wanted)!;
    return row;
  });
}

function toDate(minute: Minute): Date {
  return new Date(MONDAY + minute * 60_000);
}

function dateOf(minute: Minute | null): Date | null {
  return minute === null ? null : toDate(minute);
}
