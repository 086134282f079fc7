import { HucreWorkbooks } from '#sheets';
import { MenuActs, onDay, type SeenDish, type SeenMenu } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id } } }`;
const LINK = `mutation ($dishId: ID!, $bookingId: ID!) { linkBookingToDish(dishId: $dishId, bookingId: $bookingId) { __typename } }`;
const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) {
  __typename ... on BookingBundle { bookings { state offerTitle } } ... on Refusal { message } } }`;
const MENU = `query ($id: ID!) { menu(id: $id) { chatText warnings { code message } } }`;

/** The menu of December as the case tells it: five dishes beside the service days, published as version 1. */
describe('the December menu of Zhoupu Southeast', () => {
  let world: World;
  let acts: MenuActs;
  let menu: SeenMenu;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  afterAll(() => world.close());

  const answer = async (account: string, { id }: SeenDish): Promise<SeenDish> => {
    const dish = await acts.dish(account, id);
    const host = dish?.hosts.find(({ unit, state }) => unit?.code === account && state === 'ASKED');
    return acts.act(account, 'answerDishHost', { id: host?.id, version: host?.version, accept: true });
  };
  /** By the committee, which names the lead and asks the others; all of them say yes. */
  const compose = async (lead: string, hosts: readonly string[], said: object): Promise<SeenDish> => {
    let dish = await acts.taken(COMMITTEE, { ...said, leadUnitId: world.unit(lead) });
    if (lead !== COMMITTEE) dish = await answer(lead, dish);
    for (const code of hosts) {
      const asked = await acts.act(COMMITTEE, 'askDishHost', { ...dish, unitId: world.unit(code) });
      dish = await answer(code, asked);
    }
    return dish;
  };
  const book = async (account: string, { id: dishId }: SeenDish, ...items: object[]) => {
    type Made = { bookForDish: { __typename: string; bookings: { state: string; offerTitle: string }[] } };
    const client = world.actingAs(account);
    const { bookForDish } = await client.ask<Made>(BOOK, { input: { dishId, items } });
    if (bookForDish.__typename !== 'BookingBundle') throw new Error(JSON.stringify(bookForDish));
    return bookForDish.bookings.map(({ state, offerTitle }) => [offerTitle, state]);
  };

  it('is composed of dishes whose leads and co-hosts say yes, with what they need booked or asked for', async () => {
    const [playground, home, talk] = await world.offers('playground', 'newcomers-home', 'health-talk');
    const [room, school, bus] = await world.offers('computer-room', 'parents-school', 'bus-45');
    const morning = onDay(5, '09:00', '11:30');
    const fair = await compose('property-management', ['clinic', 'savings-bank'], {
      kind: 'SERVICE',
      title: '便民服务集市',
      dates: [morning],
      quota: 120,
    });
    expect(await book(COMMITTEE, fair, { offerId: playground, ...morning })).toEqual([
      ['操场晨练', 'CONFIRMED'],
    ]);
    const afternoon = onDay(16, '13:30', '15:30');
    const health = await compose('clinic', [], {
      title: '健康讲座',
      dates: [afternoon],
      quota: 40,
      quotaPerUnit: 8,
    });
    const wishes = [talk, home].map((offerId) => ({ offerId, ...afternoon }));
    expect(await book(COMMITTEE, health, ...wishes)).toEqual([
      ['健康讲座(全科医生)', 'REQUESTED'],
      ['新周浦人之家', 'CONFIRMED'],
    ]);
    const trip = onDay(19, '09:30', '12:30');
    const visit = await compose('bus-639', [], {
      kind: 'JOINT_DAY',
      title: '新周浦人参观建设成就',
      dates: [trip],
      quota: 45,
    });
    const networkId = world.network('southeast');
    const input = { offerId: bus, networkId, purpose: '参观', heads: 42, ...trip };
    const officer = world.actingAs(COMMITTEE);
    const { requestBooking } = await officer.ask<{ requestBooking: { id: string } }>(REQUEST, { input });
    await officer.ask(LINK, { dishId: visit.id, bookingId: requestBooking.id });
    const sundays = [6, 13, 20, 27].map((day) => onDay(day));
    const course = { kind: 'COURSE', title: '周末家长学校', dates: sundays, quota: 45 };
    const parents = await compose('secondary-school', [], course);
    const lessons = sundays.flatMap((span) => [school, room].map((offerId) => ({ offerId, ...span })));
    expect(await book(COMMITTEE, parents, ...lessons)).toHaveLength(8);
    const days = { startsAt: onDay(21).startsAt, endsAt: onDay(23, '09:00', '17:00').endsAt };
    await compose(COMMITTEE, ['property-management', 'police-post'], {
      kind: 'TOPICAL_SURVEY',
      title: '小区停车专题调研',
      dates: [days],
    });
    menu = await acts.menu();
    const { menu: composed } = await officer.ask<{ menu: { warnings: { code: string; message: string }[] } }>(
      MENU,
      { id: menu.id },
    );
    expect(new Set(composed.warnings.map(({ code }) => code))).toEqual(new Set(['BOOKING_PENDING']));
    expect(composed.warnings.map(({ message }) => message)).toContain(
      '“新周浦人参观建设成就”: 社区活动用车(45座) is not confirmed.',
    );
  });

  it('is published as version 1, with the service days, to all units of the network', async () => {
    const published = await acts.onMenu('publishMenu', menu);
    expect([published.state, published.edition]).toEqual(['PUBLISHED', 1]);
    const seen = await acts.menu('food-market');
    const titles = seen.versions[0]?.dishes.map(({ title }) => title) ?? [];
    expect(titles.toSorted()).toEqual(
      [
        '便民服务集市',
        '健康讲座',
        '新周浦人参观建设成就',
        '周末家长学校',
        '小区停车专题调研',
        ...seen.dishes.edges.flatMap(({ node }) => (node.serviceDay === null ? [] : [node.title])),
      ].toSorted(),
    );
    expect(titles).toHaveLength(8);
    const fair = seen.versions[0]?.dishes.find(({ title }) => title === '便民服务集市');
    expect([fair?.hosts.length, fair?.offers]).toEqual([2, ['操场晨练']]);
  });

  it('hangs on the notice board, stands in a workbook and in the group chat', async () => {
    const text = await world.as('clinic').ask<{ menu: { chatText: string } }>(MENU, { id: menu.id });
    expect(text.menu.chatText).toMatch(/^【活动菜单】.+2026年12月\n活动1：/);
    expect(text.menu.chatText).toContain(
      '健康讲座（讲座）：2026年12月16日（星期三）13:30–15:30；新周浦人之家、健康讲座(全科医生)（待确认）；',
    );
    const get = (account: string, form: string) =>
      world.actingAs(account).send({ method: 'GET', url: `/menus/${menu.id}/menu.${form}` });
    const page = await get('zhoupu-steward', 'html');
    expect([page.statusCode, page.headers['content-language']]).toEqual([200, 'zh-CN']);
    expect(page.body.match(/<tr>/g)).toHaveLength(9);
    expect(page.body).toContain('<td>16日 13:30–15:30</td>');
    const { rawPayload } = await get('clinic', 'xlsx');
    const [sheet] = await new HucreWorkbooks().read(rawPayload);
    expect(sheet?.rows).toHaveLength(9);
    for (const account of ['riverside-committee', 'owners-committee']) {
      expect([
        account,
        (await get(account, 'html')).statusCode,
        (await get(account, 'xlsx')).statusCode,
      ]).toEqual([account, 404, 404]);
    }
    expect(
      (await world.nobody().send({ method: 'GET', url: `/menus/${menu.id}/menu.html` })).statusCode,
    ).toBe(401);
  });
});
