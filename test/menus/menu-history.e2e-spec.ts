import { DoingActs } from '../support/doing-acts.js';
import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { SignUpActs } from '../support/sign-up-acts.js';
import { startWorld, type World } from '../support/world.js';

const SAID = { heads: 5, hours: '2', what: '完成' };
const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) { __typename } }`;
const BOOK_ONE = `mutation ($input: BookForDishInput!) { done: bookForDish(input: $input) {
  __typename ... on BookingBundle { bookings { id } } ... on Refusal { message } } }`;
const UNLINK = `mutation ($dishId: ID!, $bookingId: ID!) { done: unlinkBookingFromDish(dishId: $dishId, bookingId: $bookingId) {
  __typename ... on Refusal { message } } }`;
const OFFERS = `query ($id: ID!) { dish(id: $id) { offers { booking { state startsAt } } } }`;
const CLOSED = { __typename: 'WrongState', message: 'The menu of this month is closed.' };
const RACES = 4;

describe('what was held, and what is closed,', () => {
  let world: World;
  let acts: MenuActs;
  let signUps: SignUpActs;
  let doing: DoingActs;
  let months = 0;

  beforeAll(async () => {
    world = await startWorld();
    doing = new DoingActs(world);
  });
  beforeEach(() => {
    world.clock.set('2026-11-23T09:00:00+08:00');
    nextMonth();
  });
  afterAll(() => world.close());

  const useMonth = (month: string): void => {
    acts = new MenuActs(world, 'southeast', month);
    signUps = new SignUpActs(world, acts);
  };
  const nextMonth = (): void => {
    months++;
    useMonth(`2027-${String(months).padStart(2, '0')}-01`);
  };
  const on = (day: number, from?: string, to?: string) => {
    const { startsAt, endsAt } = onDay(day, from, to);
    const move = (at: string): string => `${acts.month.slice(0, 8)}${at.slice(8)}`;
    return { startsAt: move(startsAt), endsAt: move(endsAt) };
  };
  const published = (...days: number[]): Promise<SeenDish> =>
    signUps.published({ quota: 9, dates: days.map((day) => on(day)) });
  const cancel = async ({ id }: SeenDish) =>
    acts.tryAct(acts.secretary, 'cancelDish', { ...(await signUps.dish(id)), reason: '老师病了' });
  const file = ({ id: dishId }: SeenDish) =>
    doing.act('southeast-officer', 'fileDishOutcome', { dishId, input: SAID });
  const book = async ({ id: dishId }: SeenDish, span: object) => {
    const [offerId] = await world.offers('warm-home');
    type Answer = { done: { __typename: string; message?: string; bookings?: { id: string }[] } };
    const variables = { input: { dishId, items: [{ offerId, ...span }] } };
    return (await world.actingAs(acts.secretary).ask<Answer>(BOOK_ONE, variables)).done;
  };
  const afterMonth = (): void => world.clock.set(new Date(Date.parse(on(28).endsAt) + 4 * 86_400_000));

  it('stays on record: what has begun is not cancelled, and who came stays signed up', async () => {
    const dish = await published(16);
    await signUps.sign('food-market', dish, 3);
    world.clock.set(on(16).startsAt);
    expect(await cancel(dish)).toEqual({
      __typename: 'WrongState',
      message: 'No date of it lies ahead; what was held stays on record.',
    });
    world.clock.set(on(16).endsAt);
    expect((await cancel(dish)).__typename).toBe('WrongState');
    expect(await signUps.line('clinic', dish.id)).toEqual([['food-market', 3, 'CONFIRMED']]);
    expect((await file(dish)).__typename).toBe('DishOutcome');
  });

  it('of a course loses only the dates ahead: its units stay signed up, and are told of those', async () => {
    // Saturdays, on which the room is open.
    useMonth('2026-12-01');
    const dish = await published(12, 19, 26);
    const [offerId] = await world.offers('computer-room');
    const items = [12, 19].map((day) => ({ offerId, ...on(day, '10:00', '11:00') }));
    const booked = await world.actingAs(acts.secretary).ask(BOOK, { input: { dishId: dish.id, items } });
    expect(booked).toEqual({ bookForDish: { __typename: 'BookingBundle' } });
    await signUps.sign('food-market', dish, 3);
    world.clock.set(on(12).startsAt);
    const shorter = await cancel(dish);
    expect(shorter).toMatchObject({ state: 'TAKEN', reason: '老师病了' });
    expect(Date.parse(shorter.endsAt ?? '')).toBe(Date.parse(on(12).endsAt));
    expect(shorter.dates?.map(({ cancelledAt }) => cancelledAt !== null)).toEqual([false, true, true]);
    expect(await signUps.line('clinic', dish.id)).toEqual([['food-market', 3, 'CONFIRMED']]);
    expect(await signUps.places('clinic', dish.id)).toMatchObject({ confirmedHeads: 3 });
    const notices = await signUps.notices('food-market', { kinds: ['DATES_CANCELLED', 'SIGN_UP_ENDED'] });
    expect(notices.map(({ kind, dates }) => [kind, dates.length])).toEqual([['DATES_CANCELLED', 2]]);
    type Offers = { dish: { offers: { booking: { state: string; startsAt: string } }[] } };
    const { offers } = (await world.actingAs(acts.secretary).ask<Offers>(OFFERS, dish)).dish;
    // What was booked for the 19th is called off, and so named no more.
    expect(offers.map(({ booking }) => Date.parse(booking.startsAt))).toEqual([
      Date.parse(on(12, '10:00').startsAt),
    ]);
    expect((await cancel(dish)).__typename).toBe('WrongState');
    world.clock.set(on(12).endsAt);
    expect((await file(dish)).__typename).toBe('DishOutcome');
    expect((await acts.published()).versions[0]?.changes.map(({ code }) => code)).toEqual(['TIME', 'PLACE']);
  });

  it('has no outcome when nothing of it was held', async () => {
    const dish = await published(16);
    expect((await cancel(dish)).state).toBe('CANCELLED');
    world.clock.set(on(16).endsAt);
    expect(await file(dish)).toEqual({
      __typename: 'WrongState',
      message: 'This cannot be done while it is cancelled.',
    });
  });

  it('stays as it is once its menu is closed', async () => {
    const seen = await published(24);
    const [{ id: bookingId } = { id: '' }] = (await book(seen, on(24))).bookings ?? [];
    const dish = await signUps.dish(seen.id);
    const unitId = world.unit('developer');
    const asked = await acts.act(acts.secretary, 'askDishHost', { ...dish, unitId });
    world.clock.set(on(26, '00:00', '01:00').startsAt);
    await acts.onMenu('closeMenu', await acts.menu());
    const [host] = asked.hosts;
    const inputs = [{ title: '改名' }, { quota: 9 }, { dates: [on(28)] }, { leadUnitId: unitId }];
    for (const input of inputs)
      expect([input, await acts.tryAct(acts.secretary, 'updateDish', { ...asked, input })]).toEqual([
        input,
        CLOSED,
      ]);
    expect(await cancel(asked)).toEqual(CLOSED);
    expect(await book(dish, on(28))).toEqual(CLOSED);
    const unlink = { dishId: dish.id, bookingId };
    expect((await world.actingAs(acts.secretary).ask<{ done: object }>(UNLINK, unlink)).done).toEqual(CLOSED);
    const other = { ...asked, unitId: world.unit('food-market') };
    expect(await acts.tryAct(acts.secretary, 'askDishHost', other)).toEqual(CLOSED);
    expect(await acts.tryAct('developer', 'answerDishHost', { ...host, accept: true })).toEqual(CLOSED);
    expect(await acts.tryAct(acts.secretary, 'withdrawDishHost', { ...host })).toEqual(CLOSED);
    expect({ __typename: 'Dish', ...(await signUps.dish(dish.id)) }).toEqual(asked);
  });

  it('is closed with nothing ahead, however the closing meets a new date', async () => {
    for (let race = 0; race < RACES; race++) {
      nextMonth();
      const dish = await published(24);
      const menu = await acts.menu();
      world.clock.set(on(26, '00:00', '01:00').startsAt);
      const input = { dates: [on(28)] };
      const outcomes = await Promise.all([
        acts.tryAct(acts.secretary, 'updateDish', { ...dish, input }),
        acts.tryAct('southeast-officer', 'closeMenu', menu),
      ]);
      expect(outcomes.map(({ __typename }) => __typename)).toContain('WrongState');
      world.clock.set('2026-11-23T09:00:00+08:00');
    }
  });

  it('is not published afterwards: neither a menu whose month is over nor a dish that is', async () => {
    const dish = await acts.taken('clinic', { title: '晨练', dates: [on(27)] });
    await acts.taken('clinic', { dates: [on(28)] });
    const menu = await acts.menu();
    world.clock.set(on(27).endsAt);
    expect((await acts.tryAct(acts.secretary, 'publishMenu', menu)).message).toMatch(
      /“.+” is over before it/,
    );
    for (const { node } of (await acts.menu()).dishes.edges)
      if (Date.parse(node.endsAt) <= Date.parse(dish.endsAt))
        await acts.act(acts.secretary, 'returnDish', { ...node, reason: '已过' });
    expect((await acts.onMenu('publishMenu', { ...menu, tryOnly: true })).state).toBe('PUBLISHED');
    const early = await acts.tryAct(acts.secretary, 'closeMenu', menu);
    expect(early.message).toBe('A menu that was not published is closed once its month is over.');
    afterMonth();
    expect((await acts.tryAct(acts.secretary, 'publishMenu', menu)).message).toBe('This month is over.');
    const closed = await acts.onMenu('closeMenu', menu);
    expect([closed.state, closed.edition, await acts.findMenu('clinic')]).toEqual(['CLOSED', 0, null]);
  });
});
