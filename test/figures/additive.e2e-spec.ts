import * as fc from 'fast-check';
import { queryAsSuperuser } from '../support/cluster.js';
import { propertyRuns } from '../support/property-runs.js';
import { startWorld, type World } from '../support/world.js';
import { getFigures, millionths, sumOf, type SeenFigure } from './ask-figures.js';

const RUNS = Number(process.env['FIGURE_RUNS'] ?? 8);
const UNITS = [
  'southeast-committee',
  'clinic',
  'bus-639',
  'fire-squadron',
  'riverside-committee',
  'riverside-primary',
];
const NETWORKS = ['southeast', 'riverside'];
const MONTHS = [
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-06',
  '2026-09',
  '2026-10',
  '2026-11',
];
const MEASURES = {
  HOURS: 'HOURS_LENT',
  HEAD_HOURS: 'HEAD_HOURS_LENT',
  KWH: 'KWH_LENT',
  PIECE_HOURS: 'PIECE_HOURS_LENT',
  POINTS: 'POINTS',
};
const NAMES = [
  ...Object.values(MEASURES),
  'REQUESTS_MADE',
  'REQUESTS_ANSWERED',
  'ANSWER_MINUTES',
  'BOOKINGS_USED',
  'UTILISATION',
  'MEETING_ATTENDANCE',
  'COVERAGE',
];

/** What one unit lent, answered and attended through one network in one month. */
interface Row {
  readonly unit: string;
  readonly network: string;
  readonly month: string;
  readonly lent: Readonly<Record<keyof typeof MEASURES, number>>;
  readonly requests: number;
  readonly answers: number;
  readonly minutes: number;
  readonly uses: number;
  readonly open: number;
  readonly utilised: number;
  readonly called: number;
  readonly attended: number;
}

const count = (max: number) => fc.integer({ min: 0, max });
const row: fc.Arbitrary<Row> = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    network: fc.constantFrom(...NETWORKS),
    month: fc.constantFrom(...MONTHS),
    lent: fc.record({
      HOURS: count(5000),
      HEAD_HOURS: count(9999),
      KWH: count(999),
      PIECE_HOURS: count(99),
      POINTS: count(20),
    }),
    requests: count(9),
    answers: count(9),
    minutes: count(5000),
    uses: count(9),
    open: count(9000),
    utilised: count(9999),
    called: count(4),
    attended: count(4),
  })
  .map((one) => ({
    ...one,
    attended: Math.min(one.attended, one.called),
    minutes: one.answers === 0 ? 0 : one.minutes,
  }));
const rows = fc.uniqueArray(row, {
  maxLength: 40,
  selector: ({ unit, network, month }) => `${unit} ${network} ${month}`,
});
const span = fc.tuple(fc.constantFrom(...MONTHS), fc.constantFrom(...MONTHS)).map((pair) => pair.toSorted());

const KEY = `r.id, gen_random_uuid(), u.id, n.id, (x.month || '-01')::date`;
const FROM = `FROM jsonb_to_recordset($1::jsonb) AS x (unit text, network text, month text, lent jsonb, requests int, answers int,
    minutes int, uses int, open int, utilised int, called int, attended int)
  JOIN region r ON r.code = '310115' JOIN unit u ON u.region_id = r.id AND u.code = x.unit
  JOIN network n ON n.region_id = r.id AND n.code = x.network`;
const FILL = [
  `INSERT INTO contribution_total (region_id, id, unit_id, network_id, month, measure, sixtieths)
    SELECT ${KEY}, l.key, l.value::numeric / 4 ${FROM}, LATERAL jsonb_each_text(x.lent) l`,
  `INSERT INTO lending_month (region_id, id, unit_id, network_id, month, requests, answers, answer_minutes, declines, uses,
      used_minutes, utilised_minutes, open_minutes, no_shows)
    SELECT ${KEY}, x.requests, x.answers, x.minutes::numeric / 8, '[]', x.uses, 0, x.utilised, x.open, 0 ${FROM}`,
  `INSERT INTO attendance_month (region_id, id, unit_id, network_id, month, called, attended)
    SELECT ${KEY}, x.called, x.attended ${FROM}`,
];
const EMPTY = ['contribution_total', 'lending_month', 'attendance_month'];

/** Numerator and denominator as a plain reader would add them up, in the units of the statement. */
const PLAIN: Readonly<Record<string, (one: Row) => readonly [number, number]>> = {
  ...Object.fromEntries(
    Object.entries(MEASURES).map(([measure, name]) => [
      name,
      ({ lent }: Row) => [lent[measure as keyof typeof MEASURES] / 4, 0] as const,
    ]),
  ),
  REQUESTS_MADE: ({ requests }) => [requests, 0],
  REQUESTS_ANSWERED: ({ answers }) => [answers, 0],
  ANSWER_MINUTES: ({ minutes, answers }) => [minutes / 8, answers],
  BOOKINGS_USED: ({ uses }) => [uses, 0],
  UTILISATION: ({ utilised, open }) => [Math.min(utilised, open), open],
  MEETING_ATTENDANCE: ({ attended, called }) => [attended, called],
};

/** Whatever was lent, answered and attended, by whomever, wherever and whenever. */
describe('figures of what happened at random', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const fill = async (all: readonly Row[]): Promise<void> => {
    const { name } = world.api.database;
    for (const table of EMPTY) await queryAsSuperuser(`DELETE FROM ${table}`, name);
    for (const statement of FILL)
      await queryAsSuperuser(statement.replace('$1', `'${JSON.stringify(all)}'`), name);
  };
  const ask = (of: string, [from = '', until = '']: string[], by: 'MONTH' | 'QUARTER' | 'YEAR' = 'MONTH') =>
    getFigures(world, 'zhoupu-steward', { of, from: `${from}-01`, until: `${until}-01`, by, names: NAMES });

  it('are what a plain reader adds up; units add up to networks, networks to the area, months to quarters and years', async () => {
    await fc.assert(
      fc.asyncProperty(rows, span, async (all, months) => {
        await fill(all);
        const area = await ask(world.area('zhoupu'), months);
        const within = all.filter(({ month }) => months[0]! <= month && month <= months[1]!);
        for (const name of NAMES.filter((one) => one !== 'COVERAGE')) expectPlain(area.get(name)!, within);
        for (const by of ['QUARTER', 'YEAR'] as const) {
          const longer = await ask(world.area('zhoupu'), months, by);
          for (const name of NAMES) expectLonger(area.get(name)!, longer.get(name)!, by);
        }
        for (const network of NETWORKS) {
          const own = await ask(world.network(network), months);
          for (const name of NAMES) {
            const part = area.get(name)?.byNetwork.find((one) => one.network.code === network);
            expect([name, part?.total]).toEqual([name, own.get(name)?.total]);
          }
          const ofNetwork = within.filter((one) => one.network === network);
          for (const name of NAMES.filter((one) => one !== 'COVERAGE'))
            expectPlain(own.get(name)!, ofNetwork);
        }
        expectCovered(area.get('COVERAGE')!, within);
      }),
      propertyRuns(RUNS),
    );
  }, 600_000);
});

function expectPlain(figure: SeenFigure, all: readonly Row[]): void {
  const plain = PLAIN[figure.name]!;
  const sides = all.map(plain);
  const [numerator, denominator] = [0, 1].map((side) => sumOf(sides.map((pair) => String(pair[side])))) as [
    bigint,
    bigint,
  ];
  const isMean = figure.nature === 'MEAN';
  expect([figure.name, millionths(figure.total?.numerator)]).toEqual([figure.name, numerator]);
  if (isMean)
    expect([figure.name, millionths(figure.total?.denominator)]).toEqual([figure.name, denominator]);
  for (const parts of [
    figure.values,
    figure.byUnit.map(({ total }) => total),
    figure.byNetwork.map(({ total }) => total),
  ]) {
    expect([figure.name, sumOf(parts.map((one) => one.numerator))]).toEqual([figure.name, numerator]);
    if (isMean)
      expect([figure.name, sumOf(parts.map((one) => one.denominator))]).toEqual([figure.name, denominator]);
  }
  for (const { total, values } of [...figure.byUnit, ...figure.byNetwork])
    expect([figure.name, sumOf(values.map((one) => one.numerator))]).toEqual([
      figure.name,
      millionths(total.numerator),
    ]);
  for (const value of [figure.total!, ...figure.values]) expectValue(value);
}

/** To four places, half up; nothing over nothing is no value. */
function expectValue({
  value,
  numerator,
  denominator,
}: {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
}): void {
  const [above, below] = [millionths(numerator), millionths(denominator)];
  if (below === 0n) return expect(value).toBeNull();
  expect(millionths(value)).toBe(((above * 20_000n + below) / (2n * below)) * 100n);
}

/** Over what happened in it, and no mean of means. */
function expectLonger(months: SeenFigure, longer: SeenFigure, by: 'QUARTER' | 'YEAR'): void {
  const keyOf = (month: string): string =>
    by === 'YEAR' ? month.slice(0, 4) : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  expect(longer.total).toEqual(months.total);
  if (longer.nature === 'DISTINCT') return;
  for (const { period, numerator, denominator, value } of longer.values) {
    const own = months.values.filter((one) => keyOf(one.period.key) === period.key);
    expect(millionths(numerator)).toBe(sumOf(own.map((one) => one.numerator)));
    if (longer.nature === 'MEAN')
      expect(millionths(denominator)).toBe(sumOf(own.map((one) => one.denominator)));
    expectValue({ value, numerator, denominator });
  }
}

/** The networks began on 23 November 2026: before, nobody belonged to them. */
function expectCovered(figure: SeenFigure, all: readonly Row[]): void {
  const members: Readonly<Record<string, readonly string[]>> = {
    southeast: ['southeast-committee', 'clinic', 'bus-639', 'fire-squadron'],
    riverside: ['riverside-committee', 'riverside-primary', 'fire-squadron', 'bus-639'],
  };
  const took = all.filter(
    ({ unit, network, month, lent, attended }) =>
      month === '2026-11' &&
      members[network]?.includes(unit) &&
      (attended > 0 || Object.entries(lent).some(([measure, amount]) => measure !== 'POINTS' && amount > 0)),
  );
  const taking = (network?: string): string =>
    String(new Set(took.filter((one) => !network || one.network === network).map(({ unit }) => unit)).size);
  expect(figure.total?.numerator).toBe(taking());
  for (const { network, total } of figure.byNetwork)
    expect([network.code, total.numerator]).toEqual([network.code, taking(network.code)]);
  for (const { period, numerator, value, denominator } of figure.values) {
    expect([period.key, numerator]).toEqual([period.key, period.key === '2026-11' ? taking() : '0']);
    expectValue({ value, numerator, denominator });
  }
}
