import { MembershipActs } from '../support/membership-acts.js';
import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

const READ = `query ($id: ID!) { dish(id: $id) { chatText offers { title isPending booking { id version state dish { id } } } } }`;
const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) {
  __typename ... on BookingBundle { bookings { id version state } } ... on Refusal { message } } }`;
const SEE = `query ($id: ID!) { booking(id: $id) { id version state remark dish { id } } }`;
const ENDING = `query ($id: ID!) { node(id: $id) { ... on Membership { wouldEnd { part thing { id } } } } }`;
const step = (name: string, by = 'id: $id, version: $version'): string =>
  `mutation ($id: ID!, $version: Int!) { ${name}(${by}) { __typename } }`;

interface SeenBooking {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

describe('how what is booked for a dish stands', () => {
  let world: World;
  let acts: MenuActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  afterAll(() => world.close());

  async function book(account: string, { id: dishId }: SeenDish, code: string, span: object) {
    const [offerId] = await world.offers(code);
    const input = { dishId, items: [{ offerId, ...span }] };
    type Answer = { bookForDish: { __typename: string; bookings: SeenBooking[] } };
    const { bookForDish } = await world.actingAs(account).ask<Answer>(BOOK, { input });
    const [booking] = bookForDish.bookings ?? [];
    if (!booking) throw new Error(JSON.stringify(bookForDish));
    return booking;
  }

  async function read(account: string, id: string) {
    type Answer = { dish: { chatText: string; offers: { title: string; isPending: boolean }[] } };
    const { dish } = await world.actingAs(account).ask<Answer>(READ, { id });
    const place = /地点：.*/.exec(dish.chatText)?.[0] ?? null;
    return [place, ...dish.offers.map(({ title, isPending }) => `${title} ${isPending}`)];
  }

  const see = async (account: string, { id }: SeenBooking): Promise<SeenBooking> =>
    (await world.actingAs(account).ask<{ booking: SeenBooking }>(SEE, { id })).booking;

  const take = async (account: string, name: string, { id }: SeenBooking, by?: string): Promise<void> => {
    const { version } = await see(account, { id, version: 0, state: '' });
    const done = await world.actingAs(account).ask<Record<string, { __typename: string }>>(step(name, by), {
      id,
      version,
    });
    expect(done[name]?.__typename).toMatch(/^Booking/);
  };

  it('is the same for all who read it: pending, taken, and not at all once it is called off', async () => {
    const dates = [onDay(12, '10:00', '11:00'), onDay(19, '10:00', '11:00')];
    const dish = await acts.taken(acts.secretary, { kind: 'COURSE', title: '电脑课', dates });
    const [first, second] = [
      await book(acts.secretary, dish, 'computer-room', dates[0] ?? {}),
      await book(acts.secretary, dish, 'computer-room', dates[1] ?? {}),
    ];
    const lounge = await book(acts.secretary, dish, 'warm-home', dates[0] ?? {});
    expect((await see(acts.secretary, lounge)).state).toBe('CONFIRMED');
    const menu = await acts.published();
    expect(menu.versions[0]?.dishes.find(({ title }) => title === '电脑课')).toMatchObject({
      offers: ['温馨之家'],
      pendingOffers: ['电脑之家'],
    });
    const readers = [acts.secretary, 'developer', 'zhoupu-steward', 'zhoupu-no3-primary'];
    const expectRead = async (...expected: string[]): Promise<void> => {
      for (const account of readers) {
        const [place, ...offers] = await read(account, dish.id);
        expect([
          account,
          place,
          ...offers.toSorted((one, other) => String(one).localeCompare(String(other))),
        ]).toEqual([account, ...expected]);
      }
    };
    const [asked, taken] = ['电脑之家 true', '电脑之家 false'];
    await expectRead('地点：温馨之家、电脑之家（待确认）', '温馨之家 false', asked, asked);
    await take('zhoupu-no3-primary', 'confirmBooking', first);
    await expectRead('地点：温馨之家、电脑之家、电脑之家（待确认）', '温馨之家 false', taken, asked);
    await take('zhoupu-no3-primary', 'declineBooking', second);
    await expectRead('地点：温馨之家、电脑之家', '温馨之家 false', taken);
    await take(acts.secretary, 'displaceBooking', first, 'id: $id, version: $version, reason: "台风"');
    await expectRead('地点：温馨之家', '温馨之家 false');
    const next = await acts.published();
    expect(next.versions.find(({ number }) => number === 2)).toMatchObject({
      changes: [
        {
          code: 'PLACE',
          zh: '《电脑课》：地点由温馨之家、电脑之家（待确认）改为温馨之家',
          en: '“电脑课”: place 温馨之家, 电脑之家 (not confirmed) → 温馨之家',
        },
      ],
    });
  });

  it('moves with a booking that its requester puts to another time by itself', async () => {
    const dish = await acts.taken('clinic', { title: '义诊', dates: [onDay(26, '10:00', '12:00')] });
    const old = await book('clinic', dish, 'computer-room', onDay(26, '10:00', '11:00'));
    const [from, to] = [onDay(26, '11:00').startsAt, onDay(26, '09:00', '12:00').endsAt];
    const by = `id: $id, version: $version, startsAt: "${from}", endsAt: "${to}"`;
    await take('clinic', 'moveBooking', old, by);
    expect((await read('clinic', dish.id)).slice(1)).toContain('电脑之家 true');
  });

  it('serves the dish no more once a unit that was let go has moved it', async () => {
    const dish = await acts.taken('clinic', { title: '义卖', dates: [onDay(19, '10:00', '12:00')] });
    const asked = await acts.act(acts.secretary, 'askDishHost', {
      ...dish,
      unitId: world.unit('food-market'),
    });
    const said = await acts.act('food-market', 'answerDishHost', { ...asked.hosts[0], accept: true });
    const own = await book('food-market', said, 'computer-room', onDay(19, '10:00', '11:00'));
    await acts.act(acts.secretary, 'withdrawDishHost', { ...said.hosts[0] });
    const [from, to] = [onDay(19, '11:00').startsAt, onDay(19, '09:00', '12:00').endsAt];
    const by = `id: $id, version: $version, startsAt: "${from}", endsAt: "${to}"`;
    await take('food-market', 'moveBooking', own, by);
    expect((await read('clinic', dish.id)).slice(1)).not.toContain('电脑之家 true');
  });

  it('ends for all, with the reason, when its unit leaves before it is published; that is listed first', async () => {
    const proposed = await acts.proposed('developer', { title: '参观', dates: [onDay(14)] });
    const taken = await acts.taken('developer', { title: '看房', dates: [onDay(15)] });
    const others = [
      await book(acts.secretary, proposed, 'warm-home', onDay(14)),
      await book(acts.secretary, taken, 'warm-home', onDay(15)),
    ];
    const id = world.membership('developer', 'southeast');
    type Ending = { node: { wouldEnd: { part: string; thing: { id: string } }[] } };
    const { node } = await world.actingAs(acts.secretary).ask<Ending>(ENDING, { id });
    const listed = node.wouldEnd.filter(({ part }) => part === 'Booking').map(({ thing }) => thing.id);
    expect(listed).toEqual(expect.arrayContaining(others.map((booking) => booking.id)));
    await new MembershipActs(world).step('suspendMembership', 'developer');
    for (const booking of others) {
      const remark = '所预约的活动已取消或撤回。';
      expect(await see(acts.secretary, booking)).toMatchObject({ state: 'CANCELLED', remark });
    }
  });

  it('ends for all but its own unit when it is sent back, which keeps what it booked', async () => {
    const dish = await acts.taken('clinic', { title: '体检', dates: [onDay(21)] });
    const own = await book('clinic', dish, 'warm-home', onDay(21, '13:00', '14:00'));
    const others = await book(acts.secretary, dish, 'warm-home', onDay(21));
    await acts.act(acts.secretary, 'returnDish', { ...dish, version: await versionOf(dish) });
    expect((await see(acts.secretary, others)).state).toBe('CANCELLED');
    expect(await see('clinic', own)).toMatchObject({ state: 'CONFIRMED', dish: { id: dish.id } });
  });

  const versionOf = async ({ id }: SeenDish): Promise<number> =>
    (await acts.dish(acts.secretary, id))?.version ?? 0;
});
