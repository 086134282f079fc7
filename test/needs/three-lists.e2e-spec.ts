import * as fc from 'fast-check';
import { EXAMPLE } from '../support/example-file.js';
import { ProjectActs } from '../support/project-acts.js';
import { propertyRuns } from '../support/property-runs.js';
import { ThreeListsActs, type SeenCount, type SeenLists } from '../support/three-lists-acts.js';
import { startWorld, type World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';
const UNITS = ['clinic', 'food-market', 'bus-639'];
const CATEGORIES = ['CHARITY', 'MEDICAL', 'TRAINING'];
const QUARTERS = ['2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2'];

/** Of a need or project that was made here: what decides where it is listed. */
interface Made {
  readonly id: string;
  readonly unit: string;
  readonly category: string;
  readonly state: string;
  readonly takenAt: Date | null;
  readonly endedAt: Date | null;
}

const STARTS: Readonly<Record<string, string>> = {
  '2026-Q3': '2026-07-01T00:00:00+08:00',
  '2026-Q4': '2026-10-01T00:00:00+08:00',
  '2027-Q1': '2027-01-01T00:00:00+08:00',
  '2027-Q2': '2027-04-01T00:00:00+08:00',
  '2027-Q3': '2027-07-01T00:00:00+08:00',
};

describe('the three lists', () => {
  let world: World;
  let lists: ThreeListsActs;
  let acts: ProjectActs;
  const made: Made[] = [];
  const projects: Pick<Made, 'id' | 'takenAt' | 'endedAt'>[] = [];

  beforeAll(async () => {
    world = await startWorld();
    lists = new ThreeListsActs(world);
    acts = new ProjectActs(world);
    await world.offers('bus-45', 'playground', 'hall', 'power-380');
    for (const plan of PLANS) {
      made.push(await make(plan));
      projects.push(await start(plan));
    }
  });
  afterAll(() => world.close());

  const at = (instant: string): Date => {
    world.clock.set(new Date(instant));
    return world.clock.now();
  };

  async function make({ unit, category, taken, ended, outcome }: Plan): Promise<Made> {
    at('2026-11-23T09:00:00+08:00');
    const categoryId = await lists.needs.category('southeast', category);
    const draft = await lists.needs.draft(unit, { categoryId, title: `${unit} ${category}` });
    const { id } = draft;
    const facts = { id, unit, category };
    if (taken === null) return { ...facts, state: 'DRAFT', takenAt: null, endedAt: null };
    const proposed = await lists.needs.step(unit, 'proposeNeed', draft);
    const takenAt = at(taken);
    const open = await lists.needs.step(COMMITTEE, 'takeNeed', proposed);
    if (ended === null) return { ...facts, state: 'TAKEN', takenAt, endedAt: null };
    const endedAt = at(ended);
    const [by, step] =
      outcome === 'UNMET' ? [COMMITTEE, 'markNeedUnmet' as const] : [unit, 'withdrawNeed' as const];
    const { state } = await lists.needs.step(by, step, open, { reason: '无人能办' });
    return { ...facts, state, takenAt, endedAt };
  }

  async function start({ unit, category, taken, ended }: Plan) {
    at('2026-11-23T09:00:00+08:00');
    const categoryId = await lists.needs.category('southeast', category);
    const idea = await acts.start(unit, { categoryId });
    const { id } = idea;
    if (taken === null) return { id, takenAt: null, endedAt: null };
    const takenAt = at(taken);
    const { version } = await acts.act(COMMITTEE, 'takeProject', { id, version: idea.version });
    if (ended === null) return { id, takenAt, endedAt: null };
    const endedAt = at(ended);
    await acts.act(COMMITTEE, 'stopProject', { id, version, reason: '条件不足' });
    return { id, takenAt, endedAt };
  }

  it('are those of the present quarter of the region unless another is asked for', async () => {
    at('2026-12-31T23:59:59.999+08:00');
    expect(await lists.get('clinic')).toMatchObject({
      quarter: '2026-Q4',
      startsAt: '2026-09-30T16:00:00.000Z',
      endsAt: '2026-12-31T16:00:00.000Z',
      network: { code: 'southeast' },
    });
    at('2027-01-01T00:00:00+08:00');
    expect(await lists.get('clinic')).toMatchObject({ quarter: '2027-Q1' });
    expect(await lists.get('clinic', { quarter: '2026-Q3' })).toMatchObject({ quarter: '2026-Q3' });
  });

  it('hold a need or project in every quarter in which it stood, to the millisecond, and never a draft', async () => {
    at('2027-05-01T09:00:00+08:00');
    for (const quarter of QUARTERS) {
      const next = Object.keys(STARTS)[Object.keys(STARTS).indexOf(quarter) + 1] ?? '';
      const [startsAt, endsAt] = [quarter, next].map((name) => new Date(STARTS[name] ?? ''));
      const stoodThen = (all: readonly Pick<Made, 'id' | 'takenAt' | 'endedAt'>[]) =>
        all
          .filter(
            ({ takenAt, endedAt }) =>
              takenAt && endsAt && startsAt && takenAt < endsAt && (!endedAt || endedAt >= startsAt),
          )
          .map(({ id }) => id)
          .toSorted();
      for (const account of [COMMITTEE, 'clinic', 'zhoupu-steward']) {
        const seen = await lists.get(account, { quarter });
        const [needs, taken] = [seen.needs, seen.projects].map(({ edges }) =>
          edges.map(({ node }) => node.id).toSorted(),
        );
        expect({ quarter, account, needs, projects: taken }).toEqual({
          quarter,
          account,
          needs: stoodThen(made),
          projects: stoodThen(projects),
        });
      }
    }
    expect(made.filter(({ takenAt }) => takenAt === null).length).toBeGreaterThan(0);
  });

  it('hold an offer from its publication to its withdrawal, which its own unit alone reads afterwards', async () => {
    at('2026-11-23T09:00:00+08:00');
    const id = await world.offer('bus-lounge');
    at('2027-02-01T09:00:00+08:00');
    const title = EXAMPLE.offers.find(({ code }) => code === 'bus-lounge')?.input.title;
    const titlesOf = async (account: string, quarter: string) =>
      (await lists.get(account, { quarter })).offers.edges.map(({ node }) => node.title);
    expect(await titlesOf('clinic', '2026-Q3')).not.toContain(title);
    expect(await titlesOf('clinic', '2026-Q4')).toContain(title);
    expect(await titlesOf('clinic', '2027-Q2')).toContain(title);
    await world
      .as('bus-639')
      .ask(
        `mutation ($id: ID!, $version: Int!) { withdrawOffer(id: $id, version: $version) { __typename } }`,
        { id, version: 2 },
      );
    expect(await titlesOf('bus-639', '2026-Q4')).toContain(title);
    expect(await titlesOf('bus-639', '2027-Q1')).toContain(title);
    expect(await titlesOf('bus-639', '2027-Q2')).not.toContain(title);
    expect(await titlesOf('clinic', '2026-Q4')).not.toContain(title);
  });

  it('put every unmet need before the next meeting, whatever quarter and states are asked for', async () => {
    at('2027-05-01T09:00:00+08:00');
    const unmet = made.filter(({ state }) => state === 'UNMET').map(({ id }) => id);
    expect(unmet.length).toBeGreaterThan(1);
    const { unmetForMeeting } = await lists.get('clinic', { quarter: '2026-Q3', needStates: ['TAKEN'] });
    expect(unmetForMeeting.edges.map(({ node }) => node.id).toSorted()).toEqual(unmet.toSorted());
    expect(unmetForMeeting.edges[0]?.node.reason).toBe('无人能办');
    const mine = await lists.get('clinic', { unitId: world.unit('clinic') });
    expect(mine.unmetForMeeting.totalCount).toBe(
      made.filter(({ state, unit }) => state === 'UNMET' && unit === 'clinic').length,
    );
  });

  it('count what their pages show, whoever asks and whatever is asked for', async () => {
    at('2027-05-01T09:00:00+08:00');
    const categoryIds = new Map<string, string>();
    for (const code of CATEGORIES) categoryIds.set(code, await lists.needs.category('southeast', code));
    const some = <T>(...values: T[]) => fc.option(fc.subarray(values), { nil: undefined });
    const wishes = fc.record({
      account: fc.constantFrom(COMMITTEE, 'clinic', 'bus-639', 'zhoupu-steward', 'resident-1'),
      quarter: fc.constantFrom(...QUARTERS),
      unit: fc.option(fc.constantFrom(...UNITS), { nil: undefined }),
      categories: some(...CATEGORIES),
      needStates: some('DRAFT', 'TAKEN', 'UNMET', 'WITHDRAWN'),
      offerKinds: some('VENUE', 'VEHICLE', 'POWER_SUPPLY'),
      projectStates: some('PROPOSED', 'PLANNED', 'STOPPED'),
    });
    await fc.assert(
      fc.asyncProperty(wishes, async ({ account, unit, categories, ...states }) => {
        const unitId = unit && world.unit(unit);
        const ids = categories?.map((code) => categoryIds.get(code));
        const seen = await lists.get(account, { ...states, unitId, categoryIds: ids });
        const pairs = [
          [seen.needs, states.needStates],
          [seen.projects, states.projectStates],
        ] as const;
        for (const [{ edges }, wanted] of pairs)
          for (const { node } of edges) {
            expect([unit, undefined]).toContain(unit && node.unit.code);
            expect(categories ?? [node.category.code]).toContain(node.category.code);
            expect(wanted ?? [node.state]).toContain(node.state);
          }
        expectCounts(seen);
      }),
      propertyRuns(40),
    );
  });

  it('are shown to the members and stewards of the network alone', async () => {
    for (const account of [COMMITTEE, 'southeast-officer', 'clinic', 'zhoupu-steward'])
      expect(await lists.find(account)).toMatchObject({ network: { code: 'southeast' } });
    for (const account of ['owners-committee', 'riverside-primary'])
      expect(await lists.find(account)).toBeNull();
    expect(await lists.find('clinic', {}, 'riverside')).toBeNull();
  });

  it.each([
    ['2026-Q5', 'A quarter is written YYYY-Q1, YYYY-Q2, YYYY-Q3 or YYYY-Q4.'],
    ['2026Q4', 'A quarter is written YYYY-Q1, YYYY-Q2, YYYY-Q3 or YYYY-Q4.'],
    ['1776-Q3', 'The year 1776 is not between 1900 and 2200.'],
  ])('name what is wrong with the quarter %s', async (quarter, message) => {
    await expect(lists.find('clinic', { quarter })).rejects.toThrow(message);
  });
});

/** Every count is that of the entries themselves, and all of them together are the total. */
function expectCounts(seen: SeenLists): void {
  const byState = ({ state }: Keyed) => state;
  const byCategory = ({ category }: Keyed) => category?.code;
  const all = [
    [seen.offersByKind, seen.offers, ({ kind }: Keyed) => kind],
    [seen.needsByState, seen.needs, byState],
    [seen.needsByCategory, seen.needs, byCategory],
    [seen.projectsByState, seen.projects, byState],
    [seen.projectsByCategory, seen.projects, byCategory],
  ] as const;
  for (const [counts, { totalCount, edges }, keyOf] of all) {
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
    expect(edges).toHaveLength(totalCount);
    expect(flat(counts, keyOf)).toEqual(
      countEntries(
        edges.map(({ node }) => node),
        keyOf,
      ),
    );
  }
}

type Keyed = Pick<SeenCount, 'kind' | 'state' | 'category'>;
type KeyOf = (one: Keyed) => string | undefined;

function flat(counts: readonly SeenCount[], keyOf: KeyOf): Record<string, number> {
  const pairs = counts.flatMap((one) => [
    [String(keyOf(one)), one.count] as const,
    ...one.byUnit.map(({ unit, count }) => [`${keyOf(one)} ${unit.code}`, count] as const),
  ]);
  expect(new Set(pairs.map(([key]) => key)).size).toBe(pairs.length);
  return Object.fromEntries(pairs);
}

function countEntries(
  entries: readonly (Keyed & { readonly unit: { readonly code: string } })[],
  keyOf: KeyOf,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const entry of entries)
    for (const key of [String(keyOf(entry)), `${keyOf(entry)} ${entry.unit.code}`])
      counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

interface Plan {
  readonly unit: string;
  readonly category: string;
  /** Null stays a draft. */
  readonly taken: string | null;
  readonly ended: string | null;
  readonly outcome: 'UNMET' | 'WITHDRAWN';
}

const [LAST, NEW_YEAR] = ['2026-12-31T23:59:59.999+08:00', '2027-01-01T00:00:00+08:00'];
const SPANS: readonly (readonly [string | null, string | null])[] = [
  [null, null],
  ['2026-11-24T09:00:00+08:00', null],
  ['2026-11-24T09:00:00+08:00', LAST],
  ['2026-11-24T09:00:00+08:00', NEW_YEAR],
  [LAST, '2027-02-01T09:00:00+08:00'],
  [NEW_YEAR, null],
  [NEW_YEAR, NEW_YEAR],
  ['2027-04-01T00:00:00+08:00', '2027-04-10T09:00:00+08:00'],
];

/** Every span, by units, categories and outcomes in turn. */
const PLANS: readonly Plan[] = SPANS.flatMap(([taken, ended], at) =>
  [0, 1].map((turn) => ({
    unit: UNITS[(at + turn) % UNITS.length] ?? '',
    category: CATEGORIES[(at + 2 * turn) % CATEGORIES.length] ?? '',
    taken,
    ended,
    outcome: turn === 0 ? 'UNMET' : 'WITHDRAWN',
  })),
);
