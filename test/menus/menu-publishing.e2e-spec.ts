import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

const WARNINGS = `query ($id: ID!) { menu(id: $id) { chatText warnings { code message dishes { title } } } }`;

interface Composed {
  readonly chatText: string | null;
  readonly warnings: readonly { code: string; message: string; dishes: { title: string }[] }[] | null;
}

describe('the menu of a month', () => {
  let world: World;
  let acts: MenuActs;
  let months = 0;

  beforeAll(async () => {
    world = await startWorld();
  });
  beforeEach(() => {
    months++;
    acts = new MenuActs(world, 'southeast', `2027-${String(months).padStart(2, '0')}-01`);
  });
  afterAll(() => world.close());

  const on = (day: number, from?: string, to?: string) => {
    const { startsAt, endsAt } = onDay(day, from, to);
    const move = (at: string): string => `${acts.month.slice(0, 8)}${at.slice(8)}`;
    return { startsAt: move(startsAt), endsAt: move(endsAt) };
  };
  const taken = (account: string, changes: object = {}): Promise<SeenDish> =>
    acts.taken(account, { dates: [on(16)], ...changes });
  const composed = async (account: string): Promise<Composed> => {
    const { id } = await acts.menu();
    return (await world.actingAs(account).ask<{ menu: Composed }>(WARNINGS, { id })).menu;
  };
  const again = async (id: string): Promise<SeenDish> => {
    const dish = await acts.dish(acts.secretary, id);
    if (!dish) throw new Error('The committee does not read it.');
    return dish;
  };

  it('has the service days of its network by itself, and is made by the first dish that is taken', async () => {
    expect(await acts.findMenu()).toBeNull();
    await taken('clinic');
    const { dishes, state, edition } = await acts.menu();
    const days = dishes.edges.map(({ node }) => node).filter(({ kind }) => kind === 'SERVICE_DAY');
    expect([state, edition, days.map(({ serviceDay }) => serviceDay)]).toEqual([
      'COLLECTING',
      0,
      [5, 15, 25],
    ]);
    expect(days.map(({ lead, startsAt }) => [lead?.code, new Date(startsAt).toISOString()])).toEqual(
      [5, 15, 25].map((day) => ['southeast-committee', new Date(on(day, '00:00').startsAt).toISOString()]),
    );
    const asKind = (kind: string) =>
      acts.tryAct(acts.secretary, 'updateDish', { ...days[0], input: { kind } });
    expect((await asKind('LECTURE')).fields).toMatchObject([{ path: 'input.kind' }]);
    expect((await asKind('SERVICE_DAY')).__typename).toBe('Dish');
    const { networkId, month } = acts.input() as { networkId: string; month: string };
    expect((await acts.tryAct(acts.secretary, 'openMenu', { networkId, month })).message).toMatch(
      /has its menu/,
    );
  });

  it('is fixed in versions, each with a list of what changed, and says so once', async () => {
    const health = await taken('clinic', { quota: 40 });
    const first = await acts.published();
    expect(first.versions).toMatchObject([{ number: 1, changes: [] }]);
    expect((await acts.tryAct(acts.secretary, 'publishMenu', first)).message).toMatch(/Nothing has changed/);
    const late = await taken('food-market', { title: '买菜课', dates: [on(20)] });
    expect(await acts.dish('clinic', late.id)).toBeNull();
    const input = { dates: [on(17, '14:00', '15:00')], quota: 30, title: '健康讲座（冬）' };
    await acts.act(acts.secretary, 'updateDish', { ...(await again(health.id)), input });
    const second = await acts.published();
    const [latest, before] = second.versions;
    expect(latest?.changes.map(({ code, zh }) => [code, zh])).toEqual(
      [
        ['TITLE', '《健康讲座（冬）》：名称由健康讲座改为健康讲座（冬）'],
        [
          'TIME',
          '《健康讲座（冬）》：时间由2027年2月16日（星期二）09:00–11:00改为2027年2月17日（星期三）14:00–15:00',
        ],
        ['QUOTA', '《健康讲座（冬）》：名额由40人改为30人'],
        ['ADDED', '新增：《买菜课》，2027年2月20日（星期六）09:00–11:00，周浦菜场'],
      ].map(([code, zh]) => [code, expect.stringContaining((zh ?? '').slice(0, 24))]),
    );
    expect(latest?.changes[1]?.en).toContain('2027-02-16 09:00–11:00 → 2027-02-17 14:00–15:00');
    expect(before?.dishes.map(({ title }) => title)).toContain('健康讲座');
    expect(await acts.dish('clinic', late.id)).not.toBeNull();
    const { chatText } = await composed('food-market');
    expect(chatText).toMatch(/^【活动菜单更新】.*2027年2月（第2版）\n本次变动：\n变动1：《健康讲座（冬）》/);
  });

  it('says that a published dish is cancelled, and keeps it and its dates on record', async () => {
    const dish = await taken('clinic', { kind: 'COURSE', dates: [on(6), on(13), on(20)] });
    await acts.published();
    const [first, , last] = (await again(dish.id)).dates;
    const dates = [first, last].map((date) => ({
      id: date?.id,
      startsAt: date?.startsAt,
      endsAt: date?.endsAt,
    }));
    const shorter = await acts.act(acts.secretary, 'updateDish', {
      ...(await again(dish.id)),
      input: { dates },
    });
    expect(shorter.dates.map(({ cancelledAt }) => cancelledAt !== null)).toEqual([false, true, false]);
    expect((await acts.published()).versions[0]?.changes.map(({ code }) => code)).toEqual(['TIME']);
    await acts.act(acts.secretary, 'cancelDish', { ...shorter, reason: '台风' });
    expect(await acts.dish('food-market', dish.id)).toMatchObject({ state: 'CANCELLED', reason: '台风' });
    expect((await acts.published()).versions[0]?.changes).toMatchObject([
      { code: 'CANCELLED', zh: '《健康讲座》取消：台风' },
    ]);
  });

  it('is published once when two officers publish at once, and can be tried first', async () => {
    await taken('clinic');
    const menu = await acts.menu();
    const tried = await acts.onMenu('publishMenu', { ...menu, tryOnly: true });
    expect([tried.state, tried.edition, (await acts.menu()).edition]).toEqual(['PUBLISHED', 1, 0]);
    const outcomes = await Promise.all([1, 2, 3].map(() => acts.tryAct(acts.secretary, 'publishMenu', menu)));
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'Menu',
      'StaleVersion',
      'StaleVersion',
    ]);
    expect((await acts.menu()).versions.length).toBe(1);
    expect((await acts.tryAct('southeast-officer', 'publishMenu', menu)).__typename).toBe('FORBIDDEN');
  });

  it('names nobody as a lead who has not said yes; a no leaves the dish with whoever led', async () => {
    const leadUnitId = world.unit('clinic');
    const dish = await taken(acts.secretary, { leadUnitId });
    const [host] = dish.hosts;
    expect(host).toMatchObject({ isLead: true, state: 'ASKED', unit: { code: 'clinic' } });
    expect(dish.lead?.code).toBe('southeast-committee');
    expect(await acts.dish('clinic', dish.id)).toMatchObject({ title: '健康讲座' });
    expect((await acts.tryAct(acts.secretary, 'publishMenu', await acts.menu())).message).toMatch(
      /has no lead/,
    );
    const refused = await acts.act('clinic', 'answerDishHost', {
      ...host,
      accept: false,
      reason: '没有医生',
    });
    expect([refused.lead?.code, await acts.dish('clinic', dish.id)]).toEqual(['southeast-committee', null]);
    const renamed = await acts.act(acts.secretary, 'updateDish', {
      ...(await again(dish.id)),
      input: { leadUnitId },
    });
    const asked = renamed.hosts.find(({ state }) => state === 'ASKED');
    const told = { id: asked?.id, version: asked?.version, accept: true, onBehalfOf: leadUnitId };
    const answered = await acts.act('southeast-officer', 'answerDishHost', told);
    expect(answered.hosts.find(({ state }) => state === 'ACCEPTED')).toMatchObject({ onBehalf: true });
    expect((await acts.published()).edition).toBe(1);
    const seen = await acts.dish('food-market', dish.id);
    expect([seen?.lead?.code, seen?.hosts.map(({ state }) => state)]).toEqual(['clinic', ['ACCEPTED']]);
  });

  it('keeps the lead of what is published until another says yes, and is published meanwhile', async () => {
    const dish = await taken('clinic');
    await acts.published();
    const name = async (code: string) =>
      acts.act(acts.secretary, 'updateDish', {
        ...(await again(dish.id)),
        input: { leadUnitId: world.unit(code) },
      });
    const leads = async () => {
      const { warnings } = await composed(acts.secretary);
      const { hosts, lead } = await again(dish.id);
      return [
        lead?.code,
        hosts.map(({ unit, state }) => `${unit?.code} ${state}`).toSorted(),
        warnings?.map(({ code }) => code),
      ];
    };
    await name('food-market');
    const asked = ['clinic', ['food-market ASKED'], ['HOST_AWAITED']];
    expect(await leads()).toEqual(asked);
    await name('food-market');
    expect(await leads()).toEqual(asked);
    await taken('developer', { title: '读书会', dates: [on(20)] });
    expect((await acts.published()).versions[0]?.changes.map(({ code }) => code)).toEqual(['ADDED']);
    await acts.answer('food-market', dish, true);
    expect(await leads()).toEqual(['food-market', ['food-market ACCEPTED'], ['UNPUBLISHED_CHANGES']]);
    expect((await acts.published()).versions[0]?.changes.map(({ code }) => code)).toEqual(['LEAD']);
    await name('savings-bank');
    await name('food-market');
    const back = ['food-market', ['food-market ACCEPTED', 'savings-bank WITHDRAWN'], []];
    expect(await leads()).toEqual(back);
    await name('savings-bank');
    await acts.answer('savings-bank', dish, false);
    expect((await leads())[0]).toBe('food-market');
    await name('clinic');
    expect((await again(dish.id)).lead?.code).toBe('clinic');
    expect((await leads())[2]).toEqual(['UNPUBLISHED_CHANGES']);
  });

  it('takes back what was returned while another was named, as if nobody had been', async () => {
    const dish = await taken('clinic');
    const leadUnitId = world.unit('food-market');
    const name = async () =>
      acts.act(acts.secretary, 'updateDish', { ...(await again(dish.id)), input: { leadUnitId } });
    for (const isAnswered of [false, true]) {
      await name();
      if (isAnswered) await acts.answer('food-market', dish, true);
      await acts.act(acts.secretary, 'returnDish', { ...(await again(dish.id)), reason: '改一下' });
      const returned = await acts.dish('clinic', dish.id);
      await acts.act('clinic', 'proposeDish', { ...returned });
      await acts.act(acts.secretary, 'takeDish', await again(dish.id));
      expect((await again(dish.id)).lead?.code).toBe('clinic');
      expect(await acts.dish('food-market', dish.id)).toBeNull();
    }
    expect((await composed(acts.secretary)).warnings).toEqual([]);
    await name();
    expect((await acts.dish('food-market', dish.id))?.hosts.map(({ state }) => state)).toContain('ASKED');
    expect((await composed(acts.secretary)).warnings?.map(({ code }) => code)).toEqual(['LEAD_AWAITED']);
    await acts.answer('food-market', dish, true);
    expect((await acts.published()).edition).toBe(1);
  });

  it('shows clashes while it is composed, to its committee alone', async () => {
    const place = '小学操场';
    await taken('clinic', { place, quota: 10 });
    await acts.proposed('clinic', {
      title: '义诊',
      place,
      dates: [on(16, '10:00', '12:00')],
      segments: ['ELDERLY'],
    });
    const { warnings } = await composed('southeast-officer');
    expect(warnings?.map(({ code, dishes }) => [code, ...dishes.map(({ title }) => title)])).toEqual([
      ['SAME_PLACE', '健康讲座', '义诊'],
      ['SAME_LEAD', '健康讲座', '义诊'],
    ]);
    await acts.published();
    expect((await composed('food-market')).warnings).toBeNull();
  });

  it('says which published dishes have changed since, until it is published anew; phones never stand in what it says', async () => {
    const dish = await taken('clinic');
    await taken('food-market', { title: '义诊', dates: [on(17)] });
    const untold = async () =>
      (await composed(acts.secretary)).warnings
        ?.filter(({ code }) => code === 'UNPUBLISHED_CHANGES')
        .map(({ dishes }) => dishes[0]?.title);
    expect(await untold()).toEqual([]);
    await acts.published();
    expect(await untold()).toEqual([]);
    const { version } = (await acts.dish(acts.secretary, dish.id)) ?? dish;
    const input = { place: '操场，电话13812345678' };
    await acts.act(acts.secretary, 'updateDish', { id: dish.id, version, input });
    expect(await untold()).toEqual(['健康讲座']);
    const { versions } = await acts.published();
    expect(await untold()).toEqual([]);
    const [change] = versions.flatMap(({ changes }) => changes);
    expect(change?.zh).toBe('《健康讲座》：地点由无改为操场，电话****5678');
    expect(change?.en).toContain('操场，电话****5678');
  });
});
