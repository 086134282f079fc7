import { MembershipActs } from '../support/membership-acts.js';
import { MenuActs } from '../support/menu-acts.js';
import { OrderActs, type SeenOrder } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';

const CHAT = `query ($id: ID!) { dishOrder(id: $id) { chatText requests { chatText } } }`;
const REQUESTS = `query ($filter: DishOrderRequestFilter!) { dishOrderRequests(filter: $filter, first: 20) { edges { node {
  state title reason chatText order { id } } } } }`;
const LINK = `mutation ($dishId: ID!, $orderId: ID!) { linkDishToOrder(dishId: $dishId, orderId: $orderId) {
  __typename ... on Dish { order { id } } ... on Refusal { message } } }`;
const UNLINK = `mutation ($dishId: ID!) { unlinkDishFromOrder(dishId: $dishId) { ... on Dish { order { id } } } }`;
const CREATE = `mutation ($input: CreateDishInput!) { createDish(input: $input) {
  id version title kind quota segments order { id } } }`;
const CHAIN = `query ($id: ID!) { dishOrder(id: $id) { dishes(first: 5) { edges { node { title order { id } } } } } }`;
const AUDIENCE = `query ($networkId: ID!) { dishOrderAudience(networkId: $networkId) { unitCount readers { parts roles unit { code } } } }`;
const WOULD_END = `query ($id: ID!) { node(id: $id) { ... on Membership { wouldEnd { part thing { id } } } } }`;

interface Request {
  readonly state: string;
  readonly title: string;
  readonly reason: string | null;
  readonly chatText: string;
  readonly order: { readonly id: string } | null;
}

describe('an order of a unit', () => {
  let world: World;
  let acts: OrderActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new OrderActs(world);
  });
  afterAll(() => world.close());

  const requestsOf = async (account: string): Promise<Request[]> => {
    const filter = { networkId: world.network('southeast'), unitId: world.unit(account) };
    type Answer = { dishOrderRequests: { edges: { node: Request }[] } };
    const { dishOrderRequests } = await world.actingAs(account).ask<Answer>(REQUESTS, { filter });
    return dishOrderRequests.edges.map(({ node }) => node);
  };
  const chat = async (account: string, { id }: SeenOrder) =>
    (
      await world
        .actingAs(account)
        .ask<{ dishOrder: { chatText: string; requests: { chatText: string }[] } }>(CHAT, { id })
    ).dishOrder;

  it('goes round until its own unit is satisfied, and each unit keeps what was said to it', async () => {
    const served = await acts.served('clinic', 'fire-squadron');
    const again = await acts.act('clinic', 'reopenDishOrder', { ...served, reason: '人没到齐' });
    expect(again).toMatchObject({
      state: 'PLACED',
      round: 2,
      reason: '人没到齐',
      server: null,
      served: null,
    });
    expect(await acts.order('fire-squadron', served.id)).toBeNull();
    expect((await requestsOf('fire-squadron'))[0]).toMatchObject({
      state: 'UNSATISFIED',
      title: '消防演练',
      reason: '人没到齐',
      order: null,
    });
    const refused = await acts.tryAct(acts.secretary, 'refuseDishOrder', again);
    expect([refused.__typename, refused.message]).toEqual([
      'WrongState',
      expect.stringMatching(/only the unit that ordered it ends it/),
    ]);
    const open = await acts.act(acts.secretary, 'dispatchDishOrder', again);
    expect(open).toMatchObject({ way: 'OPEN', reason: null });
    const taken = await acts.act('police-post', 'acceptDishOrder', open);
    const done = await acts.act('police-post', 'serveDishOrder', { ...taken, served: '补办一场，50人参加' });
    const closed = await acts.act('clinic', 'closeDishOrder', done);
    expect(closed).toMatchObject({
      state: 'CLOSED',
      server: { code: 'police-post' },
      served: '补办一场，50人参加',
    });
    expect(closed.requests.map(({ state, way, round }) => [state, way, round])).toEqual([
      ['DONE', 'OPEN', 2],
      ['UNSATISFIED', 'NAMED', 1],
    ]);
  });

  it('is put into the group chat in plain Chinese, without whom to ring', async () => {
    const answerBy = '2026-12-02T18:00:00+08:00';
    const what = '楼道灭火演练，请电13812345678';
    const order = await acts.placed('clinic', {
      what,
      place: '3号楼',
      kind: 'TRAINING',
      segments: ['ELDERLY'],
    });
    const named = await acts.act(acts.secretary, 'dispatchDishOrder', {
      ...order,
      answerBy,
      unitId: world.unit('fire-squadron'),
    });
    const [asked] = (await chat('fire-squadron', named)).requests;
    expect(asked?.chatText.split('\n')).toEqual([
      expect.stringMatching(/^【派单】.+：.+请贵单位承接.+的点单“消防演练”，能否接单，请予答复。$/),
      '类别：培训',
      '期望时间：2026年12月5日（星期六）至2026年12月20日（星期日）',
      '地点：3号楼',
      '内容：楼道灭火演练，请电****5678',
      '面向：老年人',
      '人数：约40人',
      '请于2026年12月2日（星期三）18:00前答复。',
    ]);
    const open = await acts.open('clinic', { toDay: '2026-12-05' });
    const { chatText } = await chat('food-market', open);
    expect(chatText).toMatch(/^【抢单】消防演练（目前待接单）\n点单单位：/);
    expect(chatText).toContain('\n期望时间：2026年12月5日（星期六）\n');
    expect(chatText).toMatch(/先接先得，请各单位登录平台抢单。$/);
    expect(chatText).not.toContain('王主任');
  });

  it('tells the unit that was asked why it is withdrawn, and keeps no unit waiting', async () => {
    const accepted = await acts.accepted('clinic', 'developer');
    await acts.act('clinic', 'withdrawDishOrder', { ...accepted, reason: '改到明年' });
    expect((await requestsOf('developer'))[0]).toMatchObject({
      state: 'RECALLED',
      reason: '改到明年',
      order: null,
    });
    expect((await requestsOf('developer'))[0]?.chatText).toMatch(
      /^【接单】.+：点单“消防演练”，已收回。\n原因：改到明年$/,
    );
    expect((await acts.order(acts.secretary, accepted.id))?.requests.map(({ state }) => state)).toEqual([
      'RECALLED',
    ]);
  });

  it('is refused where it cannot be: days that are over, too far ahead or turned round, and who cannot serve it', async () => {
    const tried = async (changes: object) =>
      (await acts.tryAct('clinic', 'placeDishOrder', { input: acts.input(changes) })).fields;
    expect(await tried({ fromDay: '2026-01-01', toDay: '2026-01-02' })).toMatchObject([
      { path: 'input.toDay' },
    ]);
    expect(await tried({ toDay: '2026-12-01' })).toMatchObject([{ path: 'input.toDay' }]);
    expect(await tried({ toDay: '2029-01-01' })).toMatchObject([{ path: 'input.toDay' }]);
    expect(await tried({ heads: 0, title: ' ' })).toMatchObject([
      { path: 'input.title' },
      { path: 'input.heads' },
    ]);
    const elsewhere = { networkId: world.network('riverside') };
    expect(await acts.tryAct('clinic', 'placeDishOrder', { input: acts.input(elsewhere) })).toMatchObject({
      __typename: 'NOT_FOUND',
    });
    const order = await acts.placed('clinic');
    for (const unit of ['clinic', 'owners-committee', 'riverside-primary']) {
      const outcome = await acts.tryAct(acts.secretary, 'dispatchDishOrder', {
        ...order,
        unitId: world.unit(unit),
      });
      expect([unit, outcome.fields]).toMatchObject([unit, [{ path: 'unitId' }]]);
    }
    const before = world.clock.now();
    const named = await acts.named('clinic', 'food-market');
    world.clock.set(new Date('2026-12-21T00:00:00+08:00'));
    const late = await acts.tryAct('food-market', 'acceptDishOrder', named);
    const again = await acts.tryAct(acts.secretary, 'dispatchDishOrder', order);
    world.clock.set(before);
    expect([late.message, again.message]).toEqual([
      'The days on which it is wished are over.',
      'The days on which it is wished are over: who ordered it gives others first.',
    ]);
  });

  it('is answered with a dish by the unit that has accepted it, and by no other', async () => {
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

  it('says beforehand who would read it, and what would come of a step', async () => {
    const networkId = world.network('southeast');
    type Audience = {
      unitCount: number;
      readers: { parts: string[]; roles: string[]; unit: { code: string } | null }[];
    };
    const { dishOrderAudience } = await world
      .as('clinic')
      .ask<{ dishOrderAudience: Audience }>(AUDIENCE, { networkId });
    const partsOf = (code: string) =>
      dishOrderAudience.readers.filter(({ unit }) => unit?.code === code).map(({ parts }) => parts);
    expect([partsOf('clinic'), partsOf('southeast-committee'), partsOf('food-market')]).toEqual([
      [['DISH_ORDER', 'DISH_ORDER_CONTACT']],
      [['DISH_ORDER', 'DISH_ORDER_CONTACT']],
      [['DISH_ORDER_ONCE_DISPATCHED', 'DISH_ORDER_CONTACT_ONCE_ACCEPTED']],
    ]);
    expect(dishOrderAudience.readers.some(({ unit }) => unit === null)).toBe(false);
    const order = await acts.placed('clinic');
    const tried = await acts.act(acts.secretary, 'dispatchDishOrder', { ...order, tryOnly: true });
    expect([tried.state, tried.way, (await acts.order('clinic', order.id))?.state]).toEqual([
      'DISPATCHED',
      'OPEN',
      'PLACED',
    ]);
  });

  it('of a unit that leaves is listed first, then withdrawn; what it was to serve goes back to the committee', async () => {
    const leaving = 'savings-bank';
    const own = await acts.accepted(leaving, 'developer');
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
    expect(await requestsOf('developer')).toContainEqual(
      expect.objectContaining({ state: 'RECALLED', reason: '单位不再参加本网络。' }),
    );
    expect(await acts.order(leaving, put.id)).toBeNull();
    expect(await acts.act('clinic', 'closeDishOrder', served)).toMatchObject({ state: 'CLOSED' });
  });
});
