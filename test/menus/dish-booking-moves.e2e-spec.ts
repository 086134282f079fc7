import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) {
  __typename ... on BookingBundle { bookings { id } } ... on Refusal { message } } }`;
const SEE = `query ($id: ID!) { booking(id: $id) { version } }`;
const STEP = (name: string): string =>
  `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { __typename } }`;
const MOVE = `mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!) {
  moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt) { __typename } }`;
const OFFERS = `query ($id: ID!) { dish(id: $id) { offers { title isPending booking { id startsAt } } } }`;
const OWN = `query ($filter: BookingFilter!) { bookings(filter: $filter) { edges { node { startsAt } } } }`;

const OWNERS: Readonly<Record<string, string>> = {
  '380伏临时供电': 'computing-institute',
  '健康讲座(全科医生)': 'clinic',
  电脑之家: 'zhoupu-no3-primary',
};

interface SeenOffer {
  readonly title: string;
  readonly isPending: boolean;
  readonly booking: { readonly id: string; readonly startsAt: string };
}

describe('what is booked for a dish that is put to another time more than once', () => {
  let world: World;
  let acts: MenuActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  afterAll(() => world.close());

  /** An expert and a current, by the committee, that both owners have granted. */
  async function granted(title: string): Promise<SeenDish> {
    const dish = await acts.taken(acts.secretary, { title, dates: [onDay(16, '13:30', '15:30')] });
    const [talk, power] = await world.offers('health-talk', 'power-380');
    const items = [
      { offerId: talk, ...onDay(16, '13:30', '15:00') },
      { offerId: power, ...onDay(16, '13:00', '16:00'), amount: '45' },
    ];
    await world.actingAs(acts.secretary).ask(BOOK, { input: { dishId: dish.id, items } });
    await answer(dish, 'confirmBooking');
    expect(await read(dish)).toEqual(['16 380伏临时供电', '16 健康讲座(全科医生)']);
    return dish;
  }

  async function offersOf({ id }: SeenDish): Promise<readonly SeenOffer[]> {
    type Answer = { dish: { offers: SeenOffer[] } };
    return (await world.actingAs(acts.secretary).ask<Answer>(OFFERS, { id })).dish.offers;
  }

  /** Day and title; with a question mark what nobody has granted. */
  async function read(dish: SeenDish): Promise<string[]> {
    const offers = await offersOf(dish);
    const line = ({ title, isPending, booking }: SeenOffer): string =>
      `${new Date(booking.startsAt).getUTCDate()} ${title}${isPending ? '?' : ''}`;
    return offers.map(line).toSorted();
  }

  async function answer(dish: SeenDish, name: 'confirmBooking' | 'declineBooking'): Promise<void> {
    for (const { title, isPending, booking } of await offersOf(dish)) {
      if (!isPending) continue;
      const owner = world.as(OWNERS[title] ?? '');
      const { version } = (await owner.ask<{ booking: { version: number } }>(SEE, booking)).booking;
      await owner.ask(STEP(name), { id: booking.id, version });
    }
  }

  async function putTo({ id }: SeenDish, day: number): Promise<void> {
    const { version = 0, dates = [] } = (await acts.dish(acts.secretary, id)) ?? {};
    const input = { dates: [{ ...onDay(day, '13:30', '15:30'), id: dates[0]?.id }] };
    await acts.act(acts.secretary, 'updateDish', { id, version, input });
  }

  /** The days for which something is confirmed; nobody but the committee books. */
  async function confirmed(): Promise<number[]> {
    const filter = { states: ['CONFIRMED'] };
    type Answer = { bookings: { edges: { node: { startsAt: string } }[] } };
    const { bookings } = await world.actingAs(acts.secretary).ask<Answer>(OWN, { filter });
    return bookings.edges.map(({ node }) => new Date(node.startsAt).getUTCDate());
  }

  const both = (day: number, mark = ''): string[] => [
    `${day} 380伏临时供电${mark}`,
    `${day} 健康讲座(全科医生)${mark}`,
  ];

  it('is asked for at the last of them, keeps what it had until that is granted, and then nothing else', async () => {
    const dish = await granted('灯光义诊');
    await putTo(dish, 17);
    expect([await read(dish), await confirmed()]).toEqual([both(17, '?'), [16, 16]]);
    await putTo(dish, 18);
    expect([await read(dish), await confirmed()]).toEqual([both(18, '?'), [16, 16]]);
    await answer(dish, 'confirmBooking');
    expect([await read(dish), await confirmed()]).toEqual([both(18), [18, 18]]);
    await acts.act(acts.secretary, 'withdrawDish', { ...(await acts.dish(acts.secretary, dish.id)) });
    expect(await confirmed()).toEqual([]);
  });

  it('has what it had, when it is put back before anybody answers', async () => {
    const dish = await granted('夜间义诊');
    await putTo(dish, 17);
    await putTo(dish, 16);
    expect([await read(dish), await confirmed()]).toEqual([both(16), [16, 16]]);
    await acts.act(acts.secretary, 'withdrawDish', { ...(await acts.dish(acts.secretary, dish.id)) });
    expect(await confirmed()).toEqual([]);
  });

  it('leaves behind what was not granted elsewhere, and finds it again when it is put back', async () => {
    const dish = await granted('社区义诊');
    await putTo(dish, 17);
    await answer(dish, 'declineBooking');
    expect([await read(dish), await confirmed()]).toEqual([[], [16, 16]]);
    await putTo(dish, 18);
    expect([await read(dish), await confirmed()]).toEqual([[], [16, 16]]);
    await putTo(dish, 16);
    expect([await read(dish), await confirmed()]).toEqual([both(16), [16, 16]]);
    await acts.act(acts.secretary, 'withdrawDish', { ...(await acts.dish(acts.secretary, dish.id)) });
    expect(await confirmed()).toEqual([]);
  });

  it('goes from the time to which its unit wishes it, and both are given up where nobody asks in its name', async () => {
    for (const [mover, title] of [
      ['clinic', '家长课堂'],
      [acts.secretary, '亲子课堂'],
    ] as const) {
      const dish = await acts.proposed('clinic', { title, dates: [onDay(19, '09:00', '12:00')] });
      const [offerId] = await world.offers('computer-room');
      const items = [{ offerId, ...onDay(19, '09:00', '10:00') }];
      await world.as('clinic').ask(BOOK, { input: { dishId: dish.id, items } });
      await answer(dish, 'confirmBooking');
      const [had] = await offersOf(dish);
      const { version } = (await world.as('clinic').ask<{ booking: { version: number } }>(SEE, had?.booking))
        .booking;
      await world.as('clinic').ask(MOVE, { id: had?.booking.id, version, ...onDay(19, '10:30', '11:30') });
      expect(await read(dish)).toEqual(['19 电脑之家', '19 电脑之家?']);
      if (mover !== 'clinic') await acts.act(mover, 'takeDish', { ...(await acts.dish(mover, dish.id)) });
      const now = await acts.dish(mover, dish.id);
      const input = { dates: [{ ...onDay(20, '09:00', '12:00'), id: now?.dates[0]?.id }] };
      await acts.act(mover, 'updateDish', { ...now, input });
      const asked = (await offersOf(dish)).map(({ booking }) => new Date(booking.startsAt).toISOString());
      expect([asked, await confirmed()]).toEqual(
        mover === 'clinic' ? [['2026-12-20T02:30:00.000Z'], [19]] : [[], []],
      );
      await acts.act('clinic', 'withdrawDish', { ...(await acts.dish('clinic', dish.id)) });
      expect(await confirmed()).toEqual([]);
    }
  });
});
