import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { startRichWorld } from '../equality/rich-world.js';
import { queryAsSuperuser } from '../support/cluster.js';
import type { World } from '../support/world.js';
import { askFigures, getFigures, listRows, millionths, sumOf, type SeenFigure } from './ask-figures.js';
import { readFacts, type Fact } from './read-facts.js';

const SPAN = { from: '2026-01-01', until: '2027-12-01' };
const TRACED = [
  'MEETINGS_HELD',
  'MEETING_ATTENDANCE',
  'ACTIVITIES_HELD',
  'SERVICE_DAYS_HELD',
  'HEADS_CHECKED_IN',
  'HEADS_SERVED',
  'WORK_HOURS',
  'REVIEW_MARK',
  'NEEDS_TAKEN',
  'NEEDS_MET',
  'NEEDS_UNMET',
  'PROJECTS_CLOSED',
  'OFFERS_OPEN',
  'HOURS_LENT',
  'HEAD_HOURS_LENT',
  'KWH_LENT',
  'PIECE_HOURS_LENT',
  'POINTS',
  'REQUESTS_MADE',
  'REQUESTS_ANSWERED',
  'ANSWER_MINUTES',
  'BOOKINGS_USED',
];
/** A steward is told them once jobs have counted them. */
const COUNTED_LATER = ['REQUESTS_MADE', 'REQUESTS_ANSWERED', 'ANSWER_MINUTES', 'BOOKINGS_USED'];
const DAY = 86_400_000;
const OWN = [
  'MEETING_ATTENDANCE',
  'REQUESTS_MADE',
  'ANSWER_MINUTES',
  'UTILISATION',
  'HOURS_LENT',
  'POINTS',
  'COVERAGE',
];
const OPEN = [
  'MEETINGS_HELD',
  'ACTIVITIES_HELD',
  'HEADS_CHECKED_IN',
  'REVIEW_MARK',
  'NEEDS_TAKEN',
  'OFFERS_OPEN',
];

/** A region in which everything has been through something. */
describe('figures of a rich case', () => {
  let world: World;
  let facts: Readonly<Record<string, readonly Fact[]>>;
  let committee: ReadonlyMap<string, SeenFigure>;

  beforeAll(async () => {
    world = await startRichWorld();
    facts = await readFacts(world, 'southeast-committee', 'southeast');
    committee = await getFigures(world, 'southeast-committee', { of: world.network('southeast'), ...SPAN });
  }, 300_000);
  afterAll(() => world.close());

  it('has something to count of most', () => {
    const empty = [...committee.values()].filter(({ total }) => millionths(total?.numerator) === 0n);
    expect(empty.map(({ name }) => name).length).toBeLessThan(8);
  });

  it.each([
    'MEETINGS_HELD',
    'MEETING_ATTENDANCE',
    'ACTIVITIES_HELD',
    'SERVICE_DAYS_HELD',
    'HEADS_CHECKED_IN',
    'HEADS_SERVED',
    'WORK_HOURS',
    'REVIEW_MARK_COUNT',
    'NEEDS_TAKEN',
    'NEEDS_MET',
    'NEEDS_UNMET',
    'PROJECTS_CLOSED',
    'OFFERS_OPEN',
    'REQUESTS_MADE',
    'REQUESTS_ANSWERED',
    'BOOKINGS_USED',
    'HOURS_LENT',
    'HEAD_HOURS_LENT',
    'KWH_LENT',
    'PIECE_HOURS_LENT',
    'POINTS',
  ])('%s is what the lists come to, by month and by unit', (name) => {
    const side = name === 'REVIEW_MARK_COUNT' ? 'denominator' : 'numerator';
    const figure = committee.get(name.replace('_COUNT', ''))!;
    const told = facts[name]!;
    const of = (all: readonly Fact[]) => sumOf(all.map(({ amount }) => amount));
    expect(millionths(figure.total?.[side])).toBe(of(told));
    for (const one of figure.values) {
      const month = told.filter((fact) => fact.month === one.period.key);
      expect([one.period.key, millionths(one[side])]).toEqual([one.period.key, of(month)]);
    }
    for (const { unit, total } of figure.byUnit) {
      const own = told.filter((fact) => fact.unit === unit.code);
      expect([unit.code, millionths(total[side])]).toEqual([unit.code, of(own)]);
    }
  });

  it.each(TRACED)('%s is what its rows add up to, for the committee', async (name) => {
    const rows = await listRows(world, 'southeast-committee', name, {
      of: world.network('southeast'),
      ...SPAN,
    });
    const { total, nature } = committee.get(name)!;
    expect(sumOf(rows!.map(({ numerator }) => numerator))).toBe(millionths(total?.numerator));
    if (nature === 'MEAN') {
      expect(sumOf(rows!.map(({ denominator }) => denominator))).toBe(millionths(total?.denominator));
    }
    for (const { thing, network } of rows!)
      expect([thing, network?.code]).toEqual([expect.anything(), 'southeast']);
  });

  it('ranks the units of a network for its committee, and tells a unit its own place alone', async () => {
    const { byUnit } = committee.get('HOURS_LENT')!;
    const amounts = byUnit.map(({ total }) => millionths(total.value));
    expect(amounts).toEqual(amounts.toSorted((one, other) => (one < other ? 1 : -1)));
    for (const { rank, rankedOf, total } of byUnit) {
      expect(rank).toBe(1 + amounts.filter((one) => one > millionths(total.value)).length);
      expect(rankedOf).toBe(byUnit.length);
    }
    const seen = await getFigures(world, 'bus-639', { of: world.network('southeast'), ...SPAN });
    for (const name of ['HOURS_LENT', 'POINTS', 'REQUESTS_MADE', 'MEETING_ATTENDANCE']) {
      const own = committee.get(name)!.byUnit.filter(({ unit }) => unit.code === 'bus-639');
      expect([name, seen.get(name)?.byUnit]).toEqual([name, own]);
    }
  });

  it('tells members what the network publishes, as it tells the committee, and no sum of what is private', async () => {
    const seen = await getFigures(world, 'clinic', { of: world.network('southeast'), ...SPAN });
    for (const name of OPEN) expect([name, seen.get(name)]).toEqual([name, committee.get(name)]);
    for (const name of OWN) {
      const { withheld, total, values, byNetwork, byUnit } = seen.get(name)!;
      expect([name, withheld, total, values, byNetwork]).toEqual([
        name,
        expect.stringContaining('committee'),
        null,
        [],
        [],
      ]);
      expect(byUnit.map(({ unit }) => unit.code)).toEqual(name === 'COVERAGE' ? [] : ['clinic']);
    }
    const rows = await listRows(world, 'clinic', 'HOURS_LENT', { of: world.network('southeast'), ...SPAN });
    expect(new Set(rows?.map(({ unit }) => unit?.code))).toEqual(new Set(rows?.length ? ['clinic'] : []));
    const other = { of: world.network('southeast'), ...SPAN, unitId: world.unit('bus-639') };
    expect(await listRows(world, 'clinic', 'HOURS_LENT', other)).toEqual([]);
  });

  it('tells a unit its own over all its networks, its committee what went through it, and others what is published', async () => {
    const of = world.unit('bus-639');
    const own = await getFigures(world, 'bus-639', { of, ...SPAN });
    const networks = own.get('HOURS_LENT')!.byNetwork;
    expect(networks.map(({ network }) => network.code).toSorted()).toEqual(['riverside', 'southeast']);
    const inSoutheast = networks.find(({ network }) => network.code === 'southeast')!.total;
    const ofCommittee = await getFigures(world, 'southeast-committee', { of, ...SPAN });
    expect(ofCommittee.get('HOURS_LENT')?.total).toEqual(inSoutheast);
    const ofClinic = await getFigures(world, 'clinic', { of, ...SPAN });
    for (const name of OWN.filter((one) => one !== 'COVERAGE')) {
      const { withheld, total, byUnit, byNetwork } = ofClinic.get(name)!;
      expect([name, withheld, total, byUnit, byNetwork]).toEqual([name, expect.any(String), null, [], []]);
      expect(await listRows(world, 'clinic', name, { of, ...SPAN })).toBeNull();
    }
    expect(ofClinic.get('ACTIVITIES_HELD')?.total).toEqual(ofCommittee.get('ACTIVITIES_HELD')?.total);
  });

  it('tells a steward sums of the network and the area, and nothing that they were made of', async () => {
    const steward = await getFigures(world, 'zhoupu-steward', { of: world.network('southeast'), ...SPAN });
    for (const [name, { total, values }] of committee) {
      if (COUNTED_LATER.includes(name)) continue;
      expect([name, steward.get(name)?.total, steward.get(name)?.values]).toEqual([name, total, values]);
    }
    for (const name of COUNTED_LATER.filter((one) => one !== 'ANSWER_MINUTES')) {
      const counted = sumOf(facts[`${name}_COUNTED`]!.map(({ amount }) => amount));
      expect([name, millionths(steward.get(name)?.total?.numerator)]).toEqual([name, counted]);
    }
    for (const name of OWN) {
      expect(
        await listRows(world, 'zhoupu-steward', name, { of: world.network('southeast'), ...SPAN }),
      ).toBeNull();
      for (const { rank } of steward.get(name)!.byUnit) expect(rank).toBeNull();
    }
    const area = await getFigures(world, 'zhoupu-steward', { of: world.area('zhoupu'), ...SPAN });
    for (const { name, nature, total, byNetwork } of area.values()) {
      expect(byNetwork.map(({ network }) => network.code).toSorted()).toEqual(['riverside', 'southeast']);
      if (nature === 'DISTINCT') continue;
      expect([name, sumOf(byNetwork.map((one) => one.total.numerator))]).toEqual([
        name,
        millionths(total?.numerator),
      ]);
      expect(byNetwork.find(({ network }) => network.code === 'southeast')?.total).toEqual(
        steward.get(name)?.total,
      );
    }
  });

  it('tells of what one may not see what it tells of nothing', async () => {
    const { other } = world;
    const hidden: readonly (readonly [string, string])[] = [
      ['clinic', world.network('riverside')],
      ['clinic', world.unit('riverside-primary')],
      ['clinic', world.area('zhoupu')],
      ['southeast-committee', world.area('zhoupu')],
      ['southeast-committee', world.network('riverside')],
      ['owners-committee', world.network('southeast')],
      ['owners-committee', world.unit('clinic')],
      ['zhoupu-steward', other.network('southeast')],
      ['zhoupu-steward', other.area('zhoupu')],
      ['zhoupu-steward', other.unit('clinic')],
      ['zhoupu-steward', 'nonsense'],
    ];
    for (const [account, of] of hidden)
      expect([account, await askFigures(world, account, { of, ...SPAN })]).toEqual([account, null]);
  });

  it.each([
    [{ from: '2026-11-02' }, /first day/],
    [{ until: '2026-11-30' }, /first day/],
    [{ from: '2026-12-01', until: '2026-11-01' }, /before the first/],
    [{ from: '2016-01-01', until: '2026-01-01' }, /At most 120 months.*121/],
    [{ from: '2026-13-01' }, /no month 13/],
    [{ from: '2026-11' }, /YYYY-MM-DD/],
    [{ names: ['NOTHING'] }, /NOTHING/],
  ])('refuses %j and says why', async (wish, message) => {
    const ask = askFigures(world, 'clinic', { of: world.network('southeast'), ...SPAN, ...wish });
    await expect(ask).rejects.toThrow(message);
  });

  // The last, for time goes on: jobs count what is lent when its time is over.
  it('is of what was lent and asked for what its rows add up to by unit, for stewards once that is counted', async () => {
    world.clock.advance(120 * DAY);
    const { name: database } = world.api.database;
    await queryAsSuperuser('UPDATE graphile_worker._private_jobs SET run_at = now()', database);
    const runner = world.api.app.get(JobRunner);
    await runner.runDue({ url: world.api.database.appUrl, log: pino({ level: 'silent' }) });
    const wish = { of: world.network('southeast'), ...SPAN };
    const figures = await getFigures(world, 'southeast-committee', wish);
    const ofSteward = await getFigures(world, 'zhoupu-steward', wish);
    expect(millionths(figures.get('REQUESTS_MADE')?.total?.numerator)).toBeGreaterThan(0n);
    for (const name of COUNTED_LATER) {
      const rows = await listRows(world, 'southeast-committee', name, wish);
      const { total, nature, byUnit } = figures.get(name)!;
      const of = (side: 'numerator' | 'denominator', among = rows!) => sumOf(among.map((row) => row[side]));
      expect([name, of('numerator')]).toEqual([name, millionths(total?.numerator)]);
      const counted = ofSteward.get(name)?.total;
      const sides = [counted?.numerator, counted?.denominator].map(millionths);
      expect([name, ...sides]).toEqual([name, ...[total?.numerator, total?.denominator].map(millionths)]);
      if (nature === 'MEAN')
        expect([name, of('denominator')]).toEqual([name, millionths(total?.denominator)]);
      for (const { unit, total: own } of byUnit) {
        const ofUnit = rows!.filter((row) => row.unit?.code === unit.code);
        const said = [name, unit.code];
        expect([...said, of('numerator', ofUnit)]).toEqual([...said, millionths(own.numerator)]);
      }
    }
  }, 120_000);
});
