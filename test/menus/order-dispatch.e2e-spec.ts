import { queryAsSuperuser } from '../support/cluster.js';
import { OrderActs, type OrderOutcome } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';

const CANDIDATES = `query ($id: ID!) { dishOrder(id: $id) { candidates {
  asked accepted declined taken lastAskedAt forThis unit { code } } } }`;
const LINES = `query ($id: ID!) { dishOrder(id: $id) { auditLines(first: 20) { edges { node { manner unit { code } } } } } }`;
const PARTNERS = [
  'zhoupu-no3-primary',
  'southeast-kindergarten',
  'bus-639',
  'food-market',
  'property-management',
  'fire-squadron',
  'police-post',
  'computing-institute',
  'secondary-school',
  'developer',
  'party-school',
  'savings-bank',
];
const DEADLOCKS = 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()';
/** Whom the rows say to serve it, and who they say has accepted it. */
const SERVERS = `SELECT o.state, o.server_unit_id = r.unit_id AS agree FROM dish_order o
  JOIN dish_order_request r ON (r.region_id, r.order_id) = (o.region_id, o.id) AND r.state = 'ACCEPTED'`;

interface Candidate {
  readonly asked: number;
  readonly accepted: number;
  readonly declined: number;
  readonly taken: number;
  readonly lastAskedAt: string | null;
  readonly forThis: string | null;
  readonly unit: { readonly code: string } | null;
}

/** How the committee puts orders to units, and which unit it is that serves. */
describe('the dispatch of an order', () => {
  let world: World;
  let acts: OrderActs;

  beforeAll(async () => {
    world = await startWorld({ patience: { connectionTimeoutMillis: 15_000, lock_timeout: 15_000 } });
    acts = new OrderActs(world);
    await Promise.all(PARTNERS.map((account) => world.as(account).token()));
  });
  // So that what a case has made stands first in lists.
  beforeEach(() => world.clock.advance(60_000));
  afterAll(() => world.close());

  const kindsOf = (outcomes: readonly OrderOutcome[]): string[] =>
    outcomes.map(({ __typename }) => __typename).toSorted();

  it('gives what stands open to the first of twelve that take it at once, and tells the others and whoever comes later', async () => {
    for (let round = 0; round < 3; round++) {
      const { id } = await acts.open('clinic');
      const outcomes = await Promise.all(
        PARTNERS.map((unit) => acts.tryAct(unit, 'acceptDishOrder', { id })),
      );
      expect(kindsOf(outcomes)).toEqual(['DishOrder', ...Array<string>(11).fill('WrongState')]);
      const winner = PARTNERS.find((_, at) => outcomes[at]?.__typename === 'DishOrder');
      expect((await acts.order('clinic', id))?.server?.code).toBe(winner);
      const late = PARTNERS.find((unit) => unit !== winner) ?? '';
      expect((await acts.tryAct(late, 'acceptDishOrder', { id })).message).toBe('Another unit has taken it.');
    }
    const { name } = world.api.database;
    expect(await queryAsSuperuser(SERVERS, name)).toEqual(
      Array.from({ length: 3 }, () => ({ state: 'ACCEPTED', agree: true })),
    );
    expect(await queryAsSuperuser(DEADLOCKS, name)).toEqual([{ deadlocks: '0' }]);
    expect(world.api.failures).toEqual([]);
  });

  it('lets either the yes or the withdrawal come first, and says which', async () => {
    for (let round = 0; round < 4; round++) {
      const order = await acts.named('clinic', 'food-market');
      const [yes, withdrawn] = await Promise.all([
        acts.tryAct('food-market', 'acceptDishOrder', order),
        acts.tryAct('clinic', 'withdrawDishOrder', order),
      ]);
      const { state } = (await acts.order('clinic', order.id)) ?? {};
      expect([
        'DishOrder StaleVersion ACCEPTED',
        'WrongState DishOrder WITHDRAWN',
        'NOT_FOUND DishOrder WITHDRAWN',
      ]).toContain([yes.__typename, withdrawn.__typename, state].join(' '));
    }
  });

  it('is answered for a unit that telephones, marked, and correctable by it', async () => {
    const onBehalfOf = world.unit('property-management');
    const named = await acts.named('clinic', 'property-management');
    const yes = await acts.act('southeast-officer', 'acceptDishOrder', { ...named, onBehalfOf });
    expect(yes).toMatchObject({ state: 'ACCEPTED', server: { code: 'property-management' } });
    expect((await acts.order('property-management', named.id))?.requests).toMatchObject([{ onBehalf: true }]);
    type Lines = {
      dishOrder: { auditLines: { edges: { node: { manner: string; unit: { code: string } } }[] } };
    };
    const { dishOrder } = await world.as('property-management').ask<Lines>(LINES, { id: named.id });
    expect(dishOrder.auditLines.edges.map(({ node }) => [node.manner, node.unit.code])).toContainEqual([
      'ON_BEHALF',
      'property-management',
    ]);
    const no = await acts.act('property-management', 'declineDishOrder', { ...yes, reason: '当天有事' });
    expect([no.state, (await acts.requests('property-management'))[0]?.reason]).toEqual([
      'PLACED',
      '当天有事',
    ]);
    const open = await acts.act(acts.secretary, 'dispatchDishOrder', {
      id: no.id,
      version: (await acts.order(acts.secretary, no.id))?.version,
    });
    const taken = await acts.act('southeast-officer', 'acceptDishOrder', { ...open, onBehalfOf });
    const onBehalf = { ...taken, onBehalfOf, served: '已办' };
    expect(await acts.act('southeast-officer', 'serveDishOrder', onBehalf)).toMatchObject({
      state: 'SERVED',
    });
  });

  it('waits for an answer as long as the committee said, and no longer', async () => {
    const answerBy = '2026-12-01T12:00:00+08:00';
    const order = await acts.placed('clinic');
    const unitId = world.unit('food-market');
    const past = await acts.tryAct(acts.secretary, 'dispatchDishOrder', {
      ...order,
      answerBy: '2026-01-01T00:00:00Z',
    });
    expect(past.fields).toMatchObject([{ path: 'answerBy' }]);
    const named = await acts.act(acts.secretary, 'dispatchDishOrder', { ...order, unitId, answerBy });
    const early = await acts.tryAct(acts.secretary, 'recallDishOrder', named);
    expect([early.__typename, early.message]).toEqual([
      'WrongState',
      'An answer is awaited until 2026-12-01 12:00.',
    ]);
    const before = world.clock.now();
    world.clock.set(new Date(answerBy));
    expect(await acts.act(acts.secretary, 'recallDishOrder', named)).toMatchObject({
      state: 'PLACED',
      answerBy: null,
    });
    world.clock.set(before);
    expect((await acts.requests('food-market'))[0]?.state).toBe('RECALLED');
  });

  it('shows the committee who was asked how often, the least asked first, and a unit itself alone', async () => {
    const away = new OrderActs(world, 'riverside');
    // What is asked in another network is counted there.
    await acts.named('clinic', 'fire-squadron');
    const first = await away.named('riverside-clinic', 'riverside-property');
    const no = await away.act('riverside-property', 'declineDishOrder', first);
    const id = no.id;
    const version = (await away.order(away.secretary, id))?.version;
    await away.act(away.secretary, 'dispatchDishOrder', {
      id,
      version,
      unitId: world.unit('fire-squadron'),
    });
    await away.act('fire-squadron', 'acceptDishOrder', { id });
    await away.act('riverside-property', 'acceptDishOrder', await away.open('riverside-clinic'));
    const ask = async (account: string) =>
      (await world.actingAs(account).ask<{ dishOrder: { candidates: Candidate[] } }>(CANDIDATES, { id }))
        .dishOrder.candidates;
    const all = await ask(away.secretary);
    expect(all.map(({ unit }) => unit?.code)).not.toContain('riverside-clinic');
    expect(all.slice(-2)).toMatchObject([
      { unit: { code: 'fire-squadron' }, asked: 1, accepted: 1, declined: 0, taken: 0, forThis: 'ACCEPTED' },
      {
        unit: { code: 'riverside-property' },
        asked: 1,
        accepted: 0,
        declined: 1,
        taken: 1,
        forThis: 'DECLINED',
      },
    ]);
    expect(all.slice(0, -2).every(({ asked, lastAskedAt }) => asked === 0 && lastAskedAt === null)).toBe(
      true,
    );
    expect((await ask('fire-squadron')).map(({ unit }) => unit?.code)).toEqual(['fire-squadron']);
    expect(await ask('riverside-clinic')).toEqual([]);
    expect((await away.order('riverside-clinic', id))?.requests.map(({ unit }) => unit?.code)).toEqual([
      'fire-squadron',
    ]);
    const before = world.clock.now();
    world.clock.set(new Date(before.getTime() + 366 * 86_400_000));
    expect((await ask(away.secretary)).every(({ asked, taken }) => asked === 0 && taken === 0)).toBe(true);
    world.clock.set(before);
  });
});
