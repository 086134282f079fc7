import { MenuActs, onDay } from '../support/menu-acts.js';
import { OrderActs } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';

const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) { __typename ... on Refusal { message } } }`;
const LINK = `mutation ($dishId: ID!, $orderId: ID!) { linkDishToOrder(dishId: $dishId, orderId: $orderId) { __typename ... on Refusal { message } } }`;
const SEEN = `query ($id: ID!) { menu(id: $id) { chatText warnings { code } } }`;
const MISSING = `query ($id: ID!) { menu(id: $id) { warnings { code dishes { title } } } }`;
const PHONE = '13812345678';

describe('a menu, at its edges', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  beforeEach(() => world.clock.set('2026-11-23T09:00:00+08:00'));
  afterAll(() => world.close());

  it('of a network whose list of service days is empty has none, and is not published while nothing stands on it', async () => {
    const acts = new MenuActs(world, 'riverside');
    const { networkId, month } = acts.input() as { networkId: string; month: string };
    const menu = await acts.onMenu('openMenu', { networkId, month });
    expect(menu.dishes.edges).toEqual([]);
    const refused = await acts.tryAct(acts.secretary, 'publishMenu', menu);
    expect(refused).toMatchObject({ __typename: 'WrongState', message: 'Nothing stands on it yet.' });
  });

  it('is closed once all that stands on it is over; then nothing comes onto it any more', async () => {
    const acts = new MenuActs(world, 'southeast', '2026-11-01');
    const on = (day: number) => ({
      startsAt: `2026-11-${day}T09:00:00+08:00`,
      endsAt: `2026-11-${day}T11:00:00+08:00`,
    });
    const dish = await acts.taken('clinic', { dates: [on(28)] });
    const { id: orderId } = await new OrderActs(world).accepted('food-market', 'clinic');
    const late = await acts.proposed('clinic', { dates: [on(30)] });
    const draft = await acts.draft('clinic', { dates: [on(28)] });
    const other = await acts.draft('clinic', { dates: [on(30)] });
    const rest = await acts.proposed('clinic', { dates: [on(29)] });
    // The 5th and the 15th are over.
    const { dishes } = await acts.menu();
    expect(dishes.edges.map(({ node }) => node.serviceDay)).toEqual([25, null]);
    expect((await acts.tryAct(acts.secretary, 'closeMenu', await acts.menu())).__typename).toBe('WrongState');
    const menu = await acts.published();
    type Missing = { menu: { warnings: { code: string; dishes: { title: string }[] }[] } };
    const missing = async (expected: readonly string[]) => {
      const { menu: seen } = await world.as('southeast-officer').ask<Missing>(MISSING, { id: menu.id });
      expect(seen.warnings.map(({ code, dishes: [one] }) => `${code}: ${one?.title}`)).toEqual(expected);
    };
    await missing([]);
    world.clock.set(new Date(new Date(dish.endsAt).getTime() - 1));
    expect((await acts.tryAct('southeast-officer', 'closeMenu', menu)).message).toMatch(
      /all that stands on it is over/,
    );
    world.clock.set(dish.endsAt);
    expect((await acts.tryAct('clinic', 'proposeDish', draft)).fields?.[0]?.message).toBe(
      'An activity lies ahead.',
    );
    expect((await acts.tryAct('clinic', 'closeMenu', menu)).__typename).toBe('FORBIDDEN');
    const tried = await acts.tryAct('southeast-officer', 'closeMenu', { ...menu, tryOnly: true });
    expect([tried.state, (await acts.menu()).state]).toEqual(['CLOSED', 'PUBLISHED']);
    await missing(['RESULT_MISSING: 健康讲座']);
    const closed = await acts.tryAct('southeast-officer', 'closeMenu', menu);
    expect(closed.state).toBe('CLOSED');
    for (const name of ['closeMenu', 'publishMenu'] as const)
      expect([name, (await acts.tryAct(acts.secretary, name, closed)).__typename]).toEqual([
        name,
        'WrongState',
      ]);
    const isClosed = 'The menu of this month is closed.';
    expect((await acts.tryAct(acts.secretary, 'takeDish', late)).message).toBe(isClosed);
    expect(await acts.tryAct('clinic', 'proposeDish', other)).toMatchObject({
      __typename: 'WrongState',
      message: isClosed,
    });
    expect(
      await acts.tryAct('clinic', 'createDish', { input: acts.input({ dates: [on(30)] }) }),
    ).toMatchObject({ __typename: 'BAD_USER_INPUT', fields: [{ path: 'input.month', message: isClosed }] });
    // Before what could not be booked anyway.
    const items = [{ offerId: await world.offer('computer-room'), ...on(20) }];
    const book = { input: { dishId: dish.id, items } };
    expect(await world.actingAs(acts.secretary).ask(BOOK, book)).toEqual({
      bookForDish: { __typename: 'WrongState', message: isClosed },
    });
    expect(await world.as('clinic').ask(LINK, { dishId: dish.id, orderId })).toEqual({
      linkDishToOrder: { __typename: 'WrongState', message: isClosed },
    });
    // What was proposed and never taken is not stranded.
    expect((await acts.tryAct('southeast-officer', 'returnDish', late)).state).toBe('RETURNED');
    expect((await acts.tryAct('clinic', 'withdrawDish', rest)).state).toBe('WITHDRAWN');
  });

  it('shows what is awaited and what a venue does not hold, and tells nobody a phone', async () => {
    const acts = new MenuActs(world);
    const leadUnitId = world.unit('clinic');
    const led = await acts.taken(acts.secretary, { leadUnitId, dates: [onDay(12)], quota: 5 });
    const unitId = world.unit('food-market');
    await acts.act(acts.secretary, 'askDishHost', { ...led, unitId });
    const items = [{ offerId: await world.offer('computer-room'), ...onDay(12) }];
    const booking = await world.actingAs(acts.secretary).ask(BOOK, { input: { dishId: led.id, items } });
    expect(booking).toEqual({ bookForDish: { __typename: 'BookingBundle' } });
    const booked = await acts.dish(acts.secretary, led.id);
    await acts.act(acts.secretary, 'updateDish', { ...booked, input: { quota: 5000 } });
    type Seen = { menu: { chatText: string | null; warnings: { code: string }[] } };
    const { id } = await acts.menu();
    const composed = await world.actingAs('southeast-officer').ask<Seen>(SEEN, { id });
    expect(composed.menu.chatText).toBeNull();
    expect(composed.menu.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['LEAD_AWAITED', 'HOST_AWAITED', 'ABOVE_CAPACITY']),
    );
    const asked = (await acts.dish('clinic', led.id))?.hosts.find(({ unit }) => unit?.code === 'clinic');
    await acts.act('clinic', 'answerDishHost', { id: asked?.id, version: asked?.version, accept: true });
    await acts.taken('developer', {
      title: `讲座 ${PHONE}`,
      place: `拨 ${PHONE}`,
      contactPhone: PHONE,
      dates: [onDay(9)],
    });
    await acts.published();
    const told = await world.actingAs('savings-bank').ask<Seen>(SEEN, { id });
    expect(told.menu.chatText).toMatch(/讲座 \*{4}5678/);
    expect(told.menu.chatText).not.toContain(PHONE);
    const { body } = await world
      .actingAs('savings-bank')
      .send({ method: 'GET', url: `/menus/${id}/menu.html` });
    expect(body).toContain('讲座 ****5678');
    expect(body).not.toContain(PHONE);
  });
});
