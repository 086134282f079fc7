import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { askDone, expectRefused, type Answered, type RefusedAct } from '../support/refused.js';
import { startWorld, type World } from '../support/world.js';

const ITEMS = `... on Refusal { message } ... on ItemsRefused { items { index refusal { message } } }`;
const BOOK = `mutation ($input: BookForDishInput!) { done: bookForDish(input: $input) {
  __typename ... on BookingBundle { bookings { id version state purpose heads } } ${ITEMS} } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { done: requestBooking(input: $input) {
  __typename ... on Booking { id version state } ... on Refusal { message } } }`;
const LINKING = (name: string): string => `mutation ($dishId: ID!, $bookingId: ID!) {
  done: ${name}(dishId: $dishId, bookingId: $bookingId) { __typename ... on Dish { id } ... on Refusal { message } } }`;
const STEP = (name: string, more = ''): string => `mutation ($id: ID!, $version: Int!) {
  done: ${name}(id: $id, version: $version${more}) { __typename ... on Refusal { message } } }`;
const SEE = `query ($id: ID!) { booking(id: $id) { id version state startsAt dish { id } } }`;
const OFFERS = `query ($id: ID!) { dish(id: $id) { offers { title isPending } } }`;

interface SeenBooking {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly startsAt: string;
  readonly dish: { readonly id: string } | null;
}

/** What a bundle or a booking answers, or why not. */
interface Booked extends Answered {
  readonly id?: string;
  readonly bookings?: readonly (SeenBooking & { purpose: string; heads: number | null })[];
  readonly items?: readonly { index: number; refusal: { message: string } }[];
}

describe('what is refused of bookings for dishes', () => {
  let world: World;
  let acts: MenuActs;
  let offer: Record<'room' | 'home' | 'bus' | 'power' | 'talk', string>;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
    const codes = ['computer-room', 'warm-home', 'bus-45', 'power-380', 'health-talk'];
    const [room = '', home = '', bus = '', power = '', talk = ''] = await world.offers(...codes);
    offer = { room, home, bus, power, talk };
  });
  afterAll(() => world.close());

  const refused = (...cases: RefusedAct[]): Promise<void> => expectRefused(world.api.database, cases);
  const ask = (account: string, document: string, variables: object): Promise<Booked> =>
    askDone<Booked>(world.actingAs(account), document, variables);
  const book = (account: string, { id: dishId }: SeenDish, items: object[], more: object = {}) =>
    ask(account, BOOK, { input: { dishId, items, ...more } });
  const link = (account: string, dish: SeenDish, bookingId: string): Promise<Answered> =>
    ask(account, LINKING('linkBookingToDish'), { dishId: dish.id, bookingId });
  const unlink = (account: string, dish: SeenDish, bookingId: string): Promise<Answered> =>
    ask(account, LINKING('unlinkBookingFromDish'), { dishId: dish.id, bookingId });
  const see = async (account: string, id: string): Promise<SeenBooking> =>
    (await world.actingAs(account).ask<{ booking: SeenBooking }>(SEE, { id })).booking;
  const offersOf = async ({ id }: SeenDish): Promise<string[]> => {
    type Answer = { dish: { offers: { title: string; isPending: boolean }[] } };
    const { dish } = await world.actingAs(acts.secretary).ask<Answer>(OFFERS, { id });
    return dish.offers.map(({ title, isPending }) => (isPending ? `${title}?` : title)).toSorted();
  };
  const again = async ({ id }: SeenDish): Promise<SeenDish> => {
    const dish = await acts.dish(acts.secretary, id);
    if (!dish) throw new Error('The committee does not read it.');
    return dish;
  };
  /** Alone, for nothing yet. */
  const booked = async (account: string, offerId: string, day: number, network = 'southeast') => {
    const input = { offerId, networkId: world.network(network), ...onDay(day, '10:00', '11:00') };
    const outcome = await ask(account, REQUEST, { input: { ...input, purpose: '活动' } });
    if (!outcome.id) throw new Error(JSON.stringify(outcome));
    return outcome.id;
  };
  const step = async (account: string, name: string, id: string, more?: string): Promise<void> => {
    const { version } = await see(account, id);
    expect((await ask(account, STEP(name, more), { id, version })).__typename).toMatch(/^Booking/);
  };

  it('is nothing, too much, and what says nothing', async () => {
    const dish = await acts.proposed('clinic', { dates: [onDay(12)] });
    const item = { offerId: offer.room, ...onDay(12, '10:00', '11:00') };
    const said = (expected: string, items: object[], more: object = {}): RefusedAct => [
      expected,
      () => book('clinic', dish, items, more),
    ];
    await refused(
      said('input.items: Say at least one thing that is wanted.', []),
      said(
        'input.items: At most 10 things in one act.',
        Array.from({ length: 11 }, () => item),
      ),
      said('input.purpose: Say what it is for.', [item], { purpose: '\u3000' }),
      said('input.purpose: A purpose has at most 200 characters.', [item], { purpose: '长'.repeat(201) }),
    );
  });

  it('is a booking of another network, of another unit, of another dish, and one that was called off', async () => {
    const dish = await acts.proposed('fire-squadron', { title: '消防日', dates: [onDay(13)] });
    const other = await acts.proposed('fire-squadron', { title: '演练', dates: [onDay(13)] });
    const strange = await booked('fire-squadron', offer.bus, 13, 'riverside');
    const off = await booked('fire-squadron', offer.home, 13);
    await step('fire-squadron', 'cancelBooking', off);
    const declined = await booked('fire-squadron', offer.room, 13);
    await step('zhoupu-no3-primary', 'declineBooking', declined);
    const own = await booked('fire-squadron', offer.home, 13);
    const elsewhere = 'WrongState: This booking serves a dish already.';
    const isOff = 'WrongState: This booking was called off.';
    const unlinked = 'WrongState: This booking does not serve the dish.';
    const forbidden = 'FORBIDDEN: Your post may not do this.';
    await refused(
      [
        'bookingId: It is booked through another network than the dish’s.',
        () => link('fire-squadron', dish, strange),
      ],
      [isOff, () => link('fire-squadron', dish, off)],
      [isOff, () => link('fire-squadron', dish, declined)],
      [forbidden, () => link(acts.secretary, dish, own)],
      [unlinked, () => unlink('fire-squadron', dish, own)],
    );
    expect((await link('fire-squadron', dish, own)).__typename).toBe('Dish');
    await refused(
      [elsewhere, () => link('fire-squadron', dish, own)],
      [elsewhere, () => link('fire-squadron', other, own)],
      [unlinked, () => unlink('fire-squadron', other, own)],
      [forbidden, () => unlink(acts.secretary, dish, own)],
    );
    expect(await offersOf(dish)).toEqual(['温馨之家']);
    expect((await see('fire-squadron', own)).dish).toEqual({ id: dish.id });
  });

  it('is one booking that is linked twice at once: one dish has it', async () => {
    const dishes = [
      await acts.proposed('clinic', { title: '甲', dates: [onDay(14)] }),
      await acts.proposed('clinic', { title: '乙', dates: [onDay(14)] }),
    ];
    const own = await booked('clinic', offer.home, 14);
    const outcomes = await Promise.all(dishes.map((dish) => link('clinic', dish, own)));
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['Dish', 'WrongState']);
    expect((await Promise.all(dishes.map(offersOf))).flat()).toEqual(['温馨之家']);
    expect(world.api.failures).toEqual([]);
  });

  it('is nothing of the dish any more once it is unlinked: it stands where it is when that moves, and serves another', async () => {
    const dish = await acts.taken('clinic', { title: '义诊', dates: [onDay(19)] });
    const own = await booked('clinic', offer.home, 19);
    const kept = await booked('clinic', offer.room, 19);
    for (const id of [own, kept]) expect((await link('clinic', dish, id)).__typename).toBe('Dish');
    expect((await unlink('clinic', dish, own)).__typename).toBe('Dish');
    expect([await offersOf(dish), (await see('clinic', own)).dish]).toEqual([['电脑之家?'], null]);
    const { version, dates } = await again(dish);
    const input = { dates: [{ ...onDay(20), id: dates[0]?.id }] };
    await acts.act(acts.secretary, 'updateDish', { id: dish.id, version, input });
    expect((await see('clinic', kept)).state).toBe('WITHDRAWN');
    expect(await see('clinic', own)).toMatchObject({ state: 'CONFIRMED', dish: null });
    const next = await acts.proposed('clinic', { title: '又一场', dates: [onDay(19)] });
    expect((await link('clinic', next, own)).__typename).toBe('Dish');
    await acts.act('clinic', 'withdrawDish', { ...(await again(next)) });
    expect((await see('clinic', own)).state).toBe('CANCELLED');
    await refused([
      'WrongState: This cannot be done while it is withdrawn.',
      () => unlink('clinic', next, own),
    ]);
  });

  it('is an expert or a current that cannot be had, and then both', async () => {
    const dish = await acts.taken(acts.secretary, {
      title: '灯光义诊',
      quota: 60,
      dates: [onDay(16, '13:30', '15:30')],
    });
    const at = (day: number, amount: string) => [
      { offerId: offer.talk, ...onDay(day, '13:30', '15:00') },
      { offerId: offer.power, ...onDay(day, '13:00', '16:00'), amount },
    ];
    const wish = (expected: string, day: number, amount: string): RefusedAct => [
      expected,
      async () => {
        const { items, ...rest } = await book(acts.secretary, dish, at(day, amount));
        return { ...rest, message: items?.map((one) => `${one.index} ${one.refusal.message}`).join(' ') };
      },
    ];
    const [closed, whole] = ['The offer is not open during the whole span.', 'The whole of it is 60 kW.'];
    await refused(
      wish(`ItemsRefused: 0 ${closed}`, 19, '20'),
      wish(`ItemsRefused: 1 ${whole}`, 16, '61'),
      wish(`ItemsRefused: 0 ${closed} 1 ${whole}`, 19, '61'),
    );
    const { bookings = [] } = await book(acts.secretary, dish, at(16, '45'));
    expect(bookings.map(({ purpose, heads }) => [purpose, heads])).toEqual([
      ['灯光义诊', 60],
      ['灯光义诊', 60],
    ]);
    expect(await offersOf(dish)).toEqual(['380伏临时供电?', '健康讲座(全科医生)?']);
    const [talk, power] = bookings.map(({ id }) => id);
    await step('clinic', 'confirmBooking', talk ?? '');
    await step('computing-institute', 'confirmBooking', power ?? '');
    expect(await offersOf(dish)).toEqual(['380伏临时供电', '健康讲座(全科医生)']);
  });
});
