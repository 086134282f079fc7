import { MembershipActs } from '../support/membership-acts.js';
import { OrderActs } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';

const WOULD_END = `query ($id: ID!) { node(id: $id) { ... on Membership { wouldEnd { part thing { id } } } } }`;

/** What is said and done goes on being known to whom it was told. */
describe('what became of an order', () => {
  let world: World;
  let acts: OrderActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new OrderActs(world);
  });
  // So that what a case has made stands first in lists.
  beforeEach(() => world.clock.advance(60_000));
  afterAll(() => world.close());

  it('tells its unit that whoever has said yes cannot after all, and never a second name', async () => {
    const named = await acts.named('clinic', 'developer');
    await acts.act('developer', 'declineDishOrder', { ...named, reason: '工期紧' });
    const again = await acts.act(acts.secretary, 'dispatchDishOrder', {
      ...(await acts.order(acts.secretary, named.id)),
      unitId: world.unit('food-market'),
    });
    const yes = await acts.act('food-market', 'acceptDishOrder', again);
    await acts.act('food-market', 'declineDishOrder', { ...yes, reason: '车坏了' });
    const seen = await acts.order('clinic', named.id);
    expect(seen).toMatchObject({
      state: 'PLACED',
      server: null,
      requests: [{ state: 'DECLINED', reason: '车坏了', unit: { code: 'food-market' } }],
    });
    expect((await acts.order(acts.secretary, named.id))?.requests).toHaveLength(2);
  });

  it('keeps what was done in a round that did not satisfy, for its unit, its server and the committee', async () => {
    const served = await acts.served('clinic', 'fire-squadron');
    const again = await acts.act('clinic', 'reopenDishOrder', served);
    expect(again).toMatchObject({
      served: null,
      requests: [{ state: 'UNSATISFIED', round: 1, served: '已办' }],
    });
    expect((await acts.requests('fire-squadron'))[0]).toMatchObject({ state: 'UNSATISFIED', served: '已办' });
  });

  it('can be recalled once its days are over, however long the committee wished to wait', async () => {
    const order = await acts.placed('clinic', { toDay: '2026-12-05' });
    const dispatch = (answerBy: string) =>
      acts.tryAct(acts.secretary, 'dispatchDishOrder', {
        ...order,
        unitId: world.unit('developer'),
        answerBy,
      });
    expect((await dispatch('2026-12-06T00:00:01+08:00')).fields).toMatchObject([{ path: 'answerBy' }]);
    expect((await dispatch('2099-01-01T00:00:00Z')).fields).toMatchObject([{ path: 'answerBy' }]);
    const named = await dispatch('2026-12-06T00:00:00+08:00');
    const before = world.clock.now();
    world.clock.set(new Date('2026-12-06T00:00:00+08:00'));
    const late = await acts.tryAct('developer', 'acceptDishOrder', named);
    const recalled = await acts.tryAct(acts.secretary, 'recallDishOrder', named);
    world.clock.set(before);
    expect([late.__typename, recalled.state]).toEqual(['WrongState', 'PLACED']);
  });

  it('of a unit that leaves, unless it was served, is listed first, then withdrawn; what it was to serve goes back to the committee', async () => {
    const leaving = 'savings-bank';
    const own = await acts.accepted(leaving, 'developer');
    const done = await acts.served(leaving, 'bus-639');
    const put = await acts.named('clinic', leaving);
    const taken = await acts.act(leaving, 'acceptDishOrder', await acts.open('clinic'));
    const served = await acts.served('clinic', leaving);
    const id = world.membership(leaving, 'southeast');
    type Ends = { node: { wouldEnd: { part: string; thing: { id: string } | null }[] } };
    const { node } = await world.actingAs(acts.secretary).ask<Ends>(WOULD_END, { id });
    expect(node.wouldEnd.map(({ part, thing }) => `${part} ${thing?.id}`).toSorted()).toEqual(
      [`DishOrder ${own.id}`, `DishOrderRequest ${put.id}`, `DishOrderRequest ${taken.id}`].toSorted(),
    );
    await new MembershipActs(world).step('suspendMembership', leaving);
    const seen = await Promise.all(
      [own, put, taken, served].map((order) => acts.order(acts.secretary, order.id)),
    );
    expect(seen.map((order) => order?.state)).toEqual(['WITHDRAWN', 'PLACED', 'PLACED', 'SERVED']);
    expect(await acts.requests('developer')).toContainEqual(
      expect.objectContaining({ state: 'RECALLED', reason: '单位不再参加本网络。' }),
    );
    expect(await acts.order(leaving, put.id)).toBeNull();
    expect(await acts.order(acts.secretary, taken.id)).toMatchObject({
      requests: [{ state: 'RECALLED', reason: '单位不再参加本网络。' }],
    });
    expect((await acts.order('clinic', taken.id))?.requests).toMatchObject([
      { state: 'RECALLED', reason: '单位不再参加本网络。', unit: { code: leaving } },
    ]);
    expect(await acts.order('bus-639', done.id)).toMatchObject({
      state: 'SERVED',
      served: '已办',
      server: { code: 'bus-639' },
      requests: [{ state: 'ACCEPTED', reason: null }],
    });
    expect((await acts.tryAct(leaving, 'reopenDishOrder', done)).__typename).not.toBe('DishOrder');
    expect(await acts.act('clinic', 'closeDishOrder', served)).toMatchObject({ state: 'CLOSED' });
  });
});
