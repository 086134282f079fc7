import { DoingActs } from '../support/doing-acts.js';
import { MenuActs } from '../support/menu-acts.js';
import { OrderActs } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';

const LINK = `mutation ($dishId: ID!, $orderId: ID!) { linkDishToOrder(dishId: $dishId, orderId: $orderId) {
  __typename ... on Dish { order { id } } ... on Refusal { message } } }`;
const UNLINK = `mutation ($dishId: ID!) { unlinkDishFromOrder(dishId: $dishId) { ... on Dish { order { id } } } }`;
const CREATE = `mutation ($input: CreateDishInput!) { createDish(input: $input) {
  id version title kind quota segments order { id } } }`;
const CHAIN = `query ($id: ID!) { dishOrder(id: $id) { dishes(first: 5) { edges { node { title order { id } } } } } }`;

describe('an order that is answered with an activity', () => {
  let world: World;
  let acts: OrderActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new OrderActs(world);
  });
  // So that what a case has made stands first in lists.
  beforeEach(() => world.clock.advance(60_000));
  afterAll(() => world.close());

  it('is so by the unit that has accepted it, and by no other', async () => {
    const menus = new MenuActs(world);
    const order = await acts.accepted('clinic', 'fire-squadron', { kind: 'TRAINING', segments: ['ELDERLY'] });
    const { networkId, month, dates } = menus.input() as Record<string, unknown>;
    const input = { networkId, month, dates, orderId: order.id };
    type Made = { createDish: { id: string; version: number; order: { id: string } | null } };
    const { createDish } = await world.as('fire-squadron').ask<Made>(CREATE, { input });
    expect(createDish).toMatchObject({
      title: '消防演练',
      kind: 'TRAINING',
      quota: 40,
      segments: ['ELDERLY'],
      order: { id: order.id },
    });
    for (const [account, code] of [
      ['clinic', 'FORBIDDEN'],
      ['food-market', 'NOT_FOUND'],
    ] as const) {
      const { errors } = await world.as(account).tryAsk(CREATE, { input });
      expect(errors?.[0]?.extensions.code).toBe(code);
    }
    const chain = async (account: string) =>
      (
        await world
          .actingAs(account)
          .ask<{ dishOrder: { dishes: { edges: object[] } } }>(CHAIN, { id: order.id })
      ).dishOrder.dishes.edges;
    expect([await chain('clinic'), (await chain('fire-squadron')).length]).toEqual([[], 1]);
    const proposed = await menus.act('fire-squadron', 'proposeDish', createDish);
    await menus.act(menus.secretary, 'takeDish', proposed);
    await menus.published();
    expect(await chain('clinic')).toMatchObject([{ node: { title: '消防演练', order: { id: order.id } } }]);
    const see = `query ($id: ID!) { dish(id: $id) { title order { id } } }`;
    expect(await world.as('food-market').ask(see, { id: createDish.id })).toEqual({
      dish: { title: '消防演练', order: null },
    });
    await world.as('fire-squadron').ask(UNLINK, { dishId: createDish.id });
    expect(await chain('clinic')).toEqual([]);
    const link = { dishId: createDish.id, orderId: order.id };
    const { linkDishToOrder } = await world
      .as('fire-squadron')
      .ask<{ linkDishToOrder: { __typename: string } }>(LINK, link);
    expect(linkDishToOrder).toMatchObject({ __typename: 'Dish', order: { id: order.id } });
    const { errors } = await world.as('clinic').tryAsk(LINK, link);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is served when the dish that answers it has its outcome, unless its server has said so before', async () => {
    const doing = new DoingActs(world);
    const now = world.clock.now();
    const outcome = { heads: 40, hours: '6', what: '两层楼道演练完毕' };
    const served = await Promise.all(
      ['2号楼', '3号楼'].map((place) => acts.accepted('clinic', 'fire-squadron', { place })),
    );
    const dishes = [];
    for (const { id } of served) dishes.push(await doing.published({ orderId: id }, 'fire-squadron'));
    const [first, second] = served;
    await acts.act('fire-squadron', 'serveDishOrder', { ...second, served: '全楼演练完毕' });
    doing.setClock(16, '11:00');
    for (const { dishId } of dishes)
      await doing.act('fire-squadron', 'fileDishOutcome', { dishId, input: outcome });
    const seen = await Promise.all([first, second].map((order) => acts.order('clinic', order?.id ?? '')));
    world.clock.set(now);
    expect(seen).toMatchObject([
      { state: 'SERVED', served: '两层楼道演练完毕' },
      { state: 'SERVED', served: '全楼演练完毕' },
    ]);
  });
});
