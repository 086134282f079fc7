import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) {
  __typename ... on BookingBundle { bookings { id } } ... on Refusal { message } } }`;
const MOVE = `mutation ($id: ID!, $version: Int!, $input: UpdateDishInput!) { updateDish(id: $id, version: $version, input: $input) {
  __typename ... on ItemsRefused { items { index refusal { code } } } ... on Refusal { message } } }`;
const BOOKED = `query ($id: ID!) { dish(id: $id) { offers { isPending booking { id version state startsAt endsAt } } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { confirmBooking(id: $id, version: $version) { __typename ... on Refusal { message } } }`;

interface SeenBooking {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
}
type Span = ReturnType<typeof onDay>;

describe('what is booked for dates that are put to another time', () => {
  let world: World;
  let acts: MenuActs;
  const offers = new Map<string, string>();

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  afterAll(() => world.close());

  async function book(account: string, { id: dishId }: SeenDish, code: string, spans: readonly Span[]) {
    const offerId = offers.get(code) ?? (await world.offer(code));
    offers.set(code, offerId);
    const amount = code === 'power-380' ? { amount: '45' } : {};
    const items = spans.map((span) => ({ offerId, ...span, ...amount }));
    type Answer = { bookForDish: { __typename: string } };
    const { bookForDish } = await world.actingAs(account).ask<Answer>(BOOK, { input: { dishId, items } });
    expect(bookForDish).toMatchObject({ __typename: 'BookingBundle' });
  }

  async function course(title: string, code: string, dates: readonly Span[], booked = dates) {
    const dish = await acts.taken(acts.secretary, { kind: 'COURSE', title, dates });
    await book(acts.secretary, dish, code, booked);
    return dish;
  }

  /** Says anew when a dish is held, by its dates in the order of time unless told otherwise; what came of it. */
  async function putTo(
    account: string,
    { id }: SeenDish,
    spans: readonly Span[],
    order = spans.map((_, at) => at),
  ): Promise<string> {
    const { version = 0, dates = [] } = (await acts.dish(account, id)) ?? {};
    const all = spans.map((span, at) => ({ ...span, id: dates[at]?.id }));
    const input = { dates: order.map((at) => all[at]) };
    type Answer = {
      updateDish: { __typename: string; items?: { index: number; refusal: { code: string } }[] };
    };
    const { data, errors } = await world.actingAs(account).tryAsk<Answer>(MOVE, { id, version, input });
    if (errors?.[0]) return errors[0].message;
    const { __typename = '', items = [] } = data?.updateDish ?? {};
    return [__typename, ...items.map(({ index, refusal }) => `${index} ${refusal.code}`)].join(' ');
  }

  async function bookingsOf({ id }: SeenDish): Promise<SeenBooking[]> {
    type Answer = { dish: { offers: { booking: SeenBooking }[] } };
    const { dish } = await world.actingAs(acts.secretary).ask<Answer>(BOOKED, { id });
    return dish.offers
      .map(({ booking }) => booking)
      .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  }

  /** Day, hours on the wall clock, and state. */
  async function read(dish: SeenDish): Promise<string[]> {
    const wall = (instant: string): string =>
      new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(8, 16).replace('T', ' ');
    const all = await bookingsOf(dish);
    return all.map(({ startsAt, endsAt, state }) => `${wall(startsAt)}–${wall(endsAt).slice(3)} ${state}`);
  }

  async function confirm(account: string, { id, version }: SeenBooking): Promise<string> {
    type Answer = { confirmBooking: { __typename: string } };
    const { confirmBooking } = await world.as(account).ask<Answer>(CONFIRM, { id, version });
    return confirmBooking.__typename;
  }

  const days = (from: string, to: string, ...all: number[]): Span[] => all.map((day) => onDay(day, from, to));

  it('goes a week on with all of a course, and back', async () => {
    const dish = await course('编织课', 'newcomers-home', days('13:00', '14:00', 2, 9, 16));
    const on = days('13:00', '14:00', 9, 16, 23);
    expect(await putTo(acts.secretary, dish, on)).toBe('Dish');
    const at = (...all: string[]) => all.map((day) => `${day} 13:00–14:00 CONFIRMED`);
    expect(await read(dish)).toEqual(at('09', '16', '23'));
    expect(await putTo(acts.secretary, dish, days('13:00', '14:00', 2, 9, 16), [2, 0, 1])).toBe('Dish');
    expect(await read(dish)).toEqual(at('02', '09', '16'));
  });

  it('changes places with another date of its course', async () => {
    const [one, other] = [onDay(3, '13:00', '14:00'), onDay(4, '15:00', '16:30')];
    const dish = await course('合唱课', 'newcomers-home', [one, other]);
    const before = await bookingsOf(dish);
    expect(await putTo(acts.secretary, dish, [other, one])).toBe('Dish');
    expect(await read(dish)).toEqual(['03 13:00–14:00 CONFIRMED', '04 15:00–16:30 CONFIRMED']);
    const ids = (await bookingsOf(dish)).map(({ id }) => id);
    expect(ids.filter((id) => before.some((was) => was.id === id))).toEqual([]);
  });

  it('is a current that its owner grants one after the other, and never two in a ring', async () => {
    const dish = await course('灯光课', 'power-380', days('13:00', '14:00', 1, 8));
    for (const booking of await bookingsOf(dish)) await confirm('computing-institute', booking);
    expect(await putTo(acts.secretary, dish, days('13:00', '14:00', 8, 1))).toBe(
      'ItemsRefused 0 NOT_ENOUGH_FREE 1 NOT_ENOUGH_FREE',
    );
    expect(await putTo(acts.secretary, dish, days('13:00', '14:00', 8, 15))).toBe('Dish');
    const asked = await bookingsOf(dish);
    expect(asked.map(({ state }) => state)).toEqual(['REQUESTED', 'REQUESTED']);
    for (const booking of asked.toReversed()) {
      expect(await confirm('computing-institute', booking)).toBe('BookingConfirmation');
    }
    expect(await read(dish)).toEqual(['08 13:00–14:00 CONFIRMED', '15 13:00–14:00 CONFIRMED']);
  });

  it('is refused where two dates would need the same, held or asked for alone', async () => {
    const wide = { 'newcomers-home': [21, 22, 24], 'power-380': [21, 22, 24], 'computer-room': [19, 20, 26] };
    for (const [code, [first = 0, second = 0, third = 0]] of Object.entries(wide)) {
      const dates = [onDay(first, '13:00', '14:00'), onDay(second, '15:00', '16:00')];
      const dish = await course(`${code} 课`, code, dates, days('13:00', '16:00', first, second));
      const before = await bookingsOf(dish);
      const refusal = code === 'power-380' ? 'NOT_ENOUGH_FREE' : 'SPAN_TAKEN';
      const to = [onDay(third, '13:00', '14:00'), onDay(third, '15:00', '16:00')];
      expect([code, await putTo(acts.secretary, dish, to)]).toEqual([code, `ItemsRefused 1 ${refusal}`]);
      expect(await bookingsOf(dish)).toEqual(before);
    }
    expect(world.api.failures).toEqual([]);
  });

  it('is told by the date for which another has the place, wherever that was said', async () => {
    const dish = await course('书法课', 'newcomers-home', days('17:00', '18:00', 28, 29, 30));
    const rival = await acts.taken('clinic', { title: '义诊', dates: [onDay(29, '19:00', '20:00')] });
    await book('clinic', rival, 'newcomers-home', [onDay(29, '19:00', '20:00')]);
    const to = [onDay(28, '17:00', '18:00'), onDay(29, '19:00', '20:00'), onDay(30, '19:00', '20:00')];
    expect(await putTo(acts.secretary, dish, to)).toBe('ItemsRefused 1 SPAN_TAKEN');
    expect(await putTo(acts.secretary, dish, to, [2, 0, 1])).toBe('ItemsRefused 2 SPAN_TAKEN');
  });

  it('stays as it is while it covers its date, whoever booked it and whoever moves that', async () => {
    const dish = await acts.taken('clinic', { title: '健步走', dates: [onDay(5, '15:00', '16:00')] });
    await book('clinic', dish, 'newcomers-home', [onDay(5, '15:00', '17:00')]);
    await book(acts.secretary, dish, 'warm-home', [onDay(5, '15:00', '17:00')]);
    const stands = ['05 15:00–17:00 CONFIRMED', '05 15:00–17:00 CONFIRMED'];
    const before = await bookingsOf(dish);
    expect(await putTo(acts.secretary, dish, [onDay(5, '15:15', '16:15')])).toBe('Dish');
    expect([await read(dish), await bookingsOf(dish)]).toEqual([stands, before]);
    expect(await putTo(acts.secretary, dish, [onDay(5, '15:40', '17:15')])).toBe('Dish');
    expect(await read(dish)).toEqual(['05 15:30–18:00 CONFIRMED']);
  });

  it('goes on with a date that left the slot step under it, and not with one that leaves it alone', async () => {
    const dish = await course(
      '太极课',
      'newcomers-home',
      days('15:00', '16:00', 7),
      days('15:00', '17:00', 7),
    );
    expect(await putTo(acts.secretary, dish, days('15:15', '16:15', 7))).toBe('Dish');
    expect(await read(dish)).toEqual(['07 15:00–17:00 CONFIRMED']);
    expect(await putTo(acts.secretary, dish, days('15:00', '16:00', 8))).toBe('Dish');
    expect(await read(dish)).toEqual(['08 15:00–17:00 CONFIRMED']);
    expect(await putTo(acts.secretary, dish, days('16:15', '17:15', 8))).toBe('ItemsRefused 0 RULE_BROKEN');
    expect(await read(dish)).toEqual(['08 15:00–17:00 CONFIRMED']);
  });

  it('stays for the other date that it serves when one is dropped, whoever booked it, also once it is published', async () => {
    const [one, other] = [onDay(11, '13:00', '14:00'), onDay(11, '15:00', '16:00')];
    const afternoon = [onDay(11, '13:00', '16:00')];
    const own = await course('茶艺课', 'newcomers-home', [one, other], afternoon);
    const dish = await acts.taken('clinic', { kind: 'COURSE', title: '急救课', dates: [one, other] });
    await book('clinic', dish, 'warm-home', afternoon);
    expect(await putTo(acts.secretary, own, [one, other], [1])).toBe('Dish');
    expect(await read(own)).toEqual(['11 13:00–16:00 CONFIRMED']);
    expect(await putTo(acts.secretary, own, days('15:00', '16:00', 12))).toBe('Dish');
    expect(await read(own)).toEqual(['12 13:00–16:00 CONFIRMED']);
    await acts.published();
    expect(await putTo(acts.secretary, dish, [one, other], [1])).toBe('Dish');
    expect(await read(dish)).toEqual(['11 13:00–16:00 CONFIRMED']);
    await acts.act(acts.secretary, 'cancelDish', (await acts.dish(acts.secretary, dish.id))!);
    expect(await read(dish)).toEqual([]);
    expect(world.api.failures).toEqual([]);
  });
});
