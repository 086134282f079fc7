import { queryAsSuperuser } from '../support/cluster.js';
import { MembershipActs } from '../support/membership-acts.js';
import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { SignUpActs } from '../support/sign-up-acts.js';
import { SIGN_UP_FAULTS } from '../support/sign-up-faults.js';
import { CASE_CLOCK } from '../support/test-api.js';
import { startWorld, type World } from '../support/world.js';

const ENDING = `query ($id: ID!) { node(id: $id) { ... on Membership { wouldEnd { part thing { id } } } } }`;

describe('those who signed up are told', () => {
  let world: World;
  let acts: SignUpActs;
  let titles = 0;

  beforeAll(async () => {
    world = await startWorld();
    acts = new SignUpActs(world, new MenuActs(world));
  });
  afterEach(async () => {
    expect(await queryAsSuperuser(SIGN_UP_FAULTS, world.api.database.name)).toEqual([]);
  });
  afterAll(() => world.close());

  const published = (changes: object = {}): Promise<SeenDish> =>
    acts.published({ title: `活动${++titles}`, ...changes });
  const kindsFor = async (account: string, { title }: { readonly title: string }): Promise<string[]> =>
    (await acts.notices(account))
      .filter((notice) => notice.title === title || notice.changes.some(({ zh }) => zh.includes(title)))
      .map(({ kind }) => kind);
  const keep = (dish: SeenDish, ...kept: number[]) => ({
    dates: kept.map((at) => {
      const { id, startsAt, endsAt } = dish.dates[at] ?? {};
      return { id, startsAt, endsAt };
    }),
  });

  it('that they were let in, once, each by itself; nobody learns who cancelled', async () => {
    const dish = await published({ quota: 4 });
    const bank = await acts.sign('savings-bank', dish, 4);
    await acts.sign('food-market', dish, 2);
    await acts.sign('developer', dish, 2);
    await acts.cancel('savings-bank', bank);
    for (const unit of ['food-market', 'developer']) {
      const [notice] = await acts.notices(unit);
      expect([await kindsFor(unit, dish), notice?.unit?.code]).toEqual([['PROMOTED'], unit]);
    }
    expect((await acts.notices('food-market'))[0]?.chatText).toBe(
      `【候补转正】东南菜场：《${dish.title}》已有名额，报名2人\n时间：2026年12月16日（星期三）09:00–11:00`,
    );
    expect(await kindsFor('southeast-officer', dish)).toEqual(['PROMOTED', 'PROMOTED']);
    for (const account of ['savings-bank', 'clinic', 'zhoupu-steward', 'riverside-committee'])
      expect([account, await kindsFor(account, dish)]).toEqual([account, []]);
    const lines = `query ($id: ID!) { dish(id: $id) { auditLines(first: 50) { edges { node { act part manner personName unit { code } } } } } }`;
    const read = JSON.stringify(await world.as('food-market').ask(lines, dish));
    expect(read).toContain('"act":"CONFIRMED","part":"SignUp","manner":"BY_RULE","personName":null');
    expect(read).not.toContain('savings-bank');
  });

  it('of dates that are dropped, at once, and not again with the next version; those without sign-ups are not', async () => {
    const dates = [onDay(6), onDay(13), onDay(20)];
    const [dish, quiet] = [await published({ dates }), await published({ dates })];
    await acts.sign('food-market', dish, 2);
    await acts.change(quiet, keep(quiet, 0, 2));
    expect((await acts.change(dish, { dates: [] })).fields?.[0]?.message).toBe('Say when it is held.');
    expect((await acts.change(dish, keep(dish, 0, 2))).__typename).toBe('Dish');
    const shown = await acts.dish(dish.id);
    expect(shown.dates.map(({ cancelledAt }) => cancelledAt !== null)).toEqual([false, true, false]);
    const [notice] = await acts.notices('food-market', { kinds: ['DATES_CANCELLED'] });
    expect([notice?.kind, notice?.dates.map(({ startsAt }) => Date.parse(startsAt))]).toEqual([
      'DATES_CANCELLED',
      [Date.parse(onDay(13).startsAt)],
    ]);
    expect(notice?.chatText).toBe(
      `【场次取消】东南菜场：《${dish.title}》以下场次取消\n时间：2026年12月13日（星期日）09:00–11:00\n本单位报名保留，如不能参加请在活动开始前取消。`,
    );
    await acts.menus.published();
    expect(await kindsFor('food-market', dish)).toEqual(['DATES_CANCELLED']);
    expect(await kindsFor('southeast-officer', quiet)).toEqual([]);
    expect(await acts.line('food-market', dish.id)).toEqual([['food-market', 2, 'CONFIRMED']]);
  });

  it('that a date is held after all, when they were told that it would not be; nobody else is', async () => {
    const dish = await published({ dates: [onDay(6), onDay(13)] });
    await acts.sign('food-market', dish, 2);
    await acts.change(dish, keep(dish, 0));
    await acts.sign('developer', dish, 1);
    const back = { dates: [...keep(dish, 0).dates, onDay(13)] };
    expect((await acts.change(dish, back)).__typename).toBe('Dish');
    const [notice] = await acts.notices('food-market', { kinds: ['DATES_RESTORED'] });
    expect(notice?.chatText).toBe(
      `【场次恢复】东南菜场：《${dish.title}》以下场次照常举行\n时间：2026年12月13日（星期日）09:00–11:00\n本单位报名保留，如不能参加请在活动开始前取消。`,
    );
    await acts.change(dish, { title: dish.title });
    expect(await kindsFor('food-market', dish)).toEqual(
      expect.arrayContaining(['DATES_CANCELLED', 'DATES_RESTORED']),
    );
    expect((await kindsFor('food-market', dish)).length).toBe(2);
    expect(await kindsFor('developer', dish)).toEqual([]);
  });

  it('of another time, and may cancel then though the deadline is over, until the last date begins', async () => {
    const signUpDeadline = onDay(3).startsAt;
    const dish = await published({ signUpDeadline, dates: [onDay(6), onDay(13)] });
    const [market, developer] = [
      await acts.sign('food-market', dish, 2),
      await acts.sign('developer', dish, 1),
    ];
    const [first, second] = keep(dish, 0, 1).dates;
    world.clock.set(new Date(signUpDeadline));
    await acts.change(dish, { dates: [first, { ...second, ...onDay(20) }], quota: 50 });
    expect((await acts.try('food-market', 'cancelSignUp', market)).__typename).toBe('WrongState');
    await acts.menus.published();
    expect((await acts.notices('food-market', { kinds: ['MENU_CHANGED'] }))[0]?.chatText).toMatch(
      /，如不能参加请在活动开始前取消。$/,
    );
    expect((await acts.try('food-market', 'updateSignUp', { ...market, heads: 1 })).__typename).toBe(
      'WrongState',
    );
    world.clock.set(new Date(Date.parse(onDay(20).startsAt) - 1));
    expect((await acts.cancel('food-market', market)).state).toBe('CANCELLED');
    world.clock.set(new Date(onDay(20).startsAt));
    expect((await acts.try('developer', 'cancelSignUp', developer)).__typename).toBe('WrongState');
    world.clock.set(new Date(CASE_CLOCK));
  });

  it('of every date that is said anew: none is lost when another takes its time, and none is named twice', async () => {
    const dish = await published({ dates: [onDay(6), onDay(13)] });
    const [first, second] = keep(dish, 0, 1).dates;
    const twice = await acts.change(dish, { dates: [first, { ...first, ...onDay(8) }, second] });
    expect(twice.fields).toEqual([{ path: 'input.dates.1.id', message: 'This date is named twice.' }]);
    await acts.change(dish, { dates: [{ ...first, ...onDay(5) }, onDay(6), second] });
    const shown = await acts.dish(dish.id);
    const days = shown.dates.map(({ startsAt }) => Date.parse(startsAt));
    expect(days).toEqual([onDay(5), onDay(6), onDay(13)].map(({ startsAt }) => Date.parse(startsAt)));
    expect(Date.parse(shown.startsAt)).toBe(days[0]);
  });

  it('of all that a version changes in what they signed up for, in one notice and once', async () => {
    const [one, other, third] = [await published(), await published(), await published()];
    await acts.sign('party-school', one, 1);
    await acts.sign('party-school', other, 1);
    await acts.sign('police-post', other, 1);
    const moved = { ...keep(one, 0), dates: [{ ...keep(one, 0).dates[0], ...onDay(17) }] };
    await acts.change(one, { ...moved, place: '操场' });
    for (const dish of [other, third]) await acts.change(dish, { place: '活动室' });
    expect(await acts.notices('party-school')).toEqual([]);
    await acts.menus.published();
    const told = async (account: string) =>
      (await acts.notices(account)).map(({ kind, changes }) => [kind, ...changes.map(({ code }) => code)]);
    expect(await told('party-school')).toEqual([['MENU_CHANGED', 'PLACE', 'TIME', 'PLACE']]);
    expect(await told('police-post')).toEqual([['MENU_CHANGED', 'PLACE']]);
    const [notice] = await acts.notices('police-post');
    expect(notice?.chatText).toBe(
      `【活动变动】东南警务站：已报名的活动有变动\n变动1：《${other.title}》：地点由无改为活动室\n本单位报名保留，如不能参加请在活动开始前取消。`,
    );
    await acts.change(third, { place: '小学' });
    await acts.menus.published();
    expect([(await told('party-school')).length, (await told('police-post')).length]).toEqual([1, 1]);
  });

  it('that what they signed up for is not held, with the reason, and not again with the next version', async () => {
    const dish = await published({ quota: 2 });
    await acts.sign('food-market', dish, 2);
    const waiting = await acts.sign('developer', dish, 1);
    const reason = '台风，电话13812345678';
    await acts.menus.act(acts.menus.secretary, 'cancelDish', { ...(await acts.dish(dish.id)), reason });
    expect(await acts.find('developer', 'developer', dish.id)).toMatchObject({
      id: waiting.id,
      state: 'CANCELLED',
      endReason: 'DISH_CANCELLED',
      promotedAt: null,
    });
    await acts.menus.published();
    for (const unit of ['food-market', 'developer'])
      expect([unit, await kindsFor(unit, dish)]).toEqual([unit, ['SIGN_UP_ENDED']]);
    const text = (await acts.notices('developer', { kinds: ['SIGN_UP_ENDED'] }))[0]?.chatText;
    expect(text).toMatch(
      new RegExp(`^【报名取消】.+：《${dish.title}》的报名已取消（活动取消）\\n原因：台风，电话`),
    );
    expect(text).not.toContain('13812345678');
    expect(await acts.places('clinic', dish.id)).toMatchObject({ confirmedHeads: 0, waitingGroups: 0 });
  });

  it('when they leave the network: their sign-ups are listed first, then ended, and who waits is let in', async () => {
    const dish = await published({ quota: 4 });
    await acts.sign('savings-bank', dish, 3);
    await acts.sign('food-market', dish, 3);
    const id = world.membership('savings-bank', 'southeast');
    type Ending = { node: { wouldEnd: { part: string; thing: { id: string } }[] } };
    const secretary = world.actingAs('southeast-committee');
    const { wouldEnd } = (await secretary.ask<Ending>(ENDING, { id })).node;
    expect(wouldEnd).toContainEqual({ part: 'SignUp', thing: { id: dish.id } });
    await new MembershipActs(world).step('removeMembership', 'savings-bank');
    expect(await acts.line('clinic', dish.id)).toEqual([['food-market', 3, 'CONFIRMED']]);
    expect(await acts.find('southeast-officer', 'savings-bank', dish.id)).toMatchObject({
      state: 'CANCELLED',
      endReason: 'MEMBERSHIP_ENDED',
    });
    expect(await kindsFor('savings-bank', dish)).toEqual(['SIGN_UP_ENDED']);
    expect(await kindsFor('food-market', dish)).toEqual(['PROMOTED']);
  });

  it('that they wait in vain once no date of a course lies ahead, and that alone', async () => {
    const dates = [onDay(7), onDay(14), onDay(21)];
    const [dropped, cancelled] = [await published({ dates, quota: 2 }), await published({ dates, quota: 2 })];
    for (const dish of [dropped, cancelled]) {
      await acts.sign('food-market', dish, 2);
      await acts.sign('developer', dish, 1);
    }
    world.clock.set(new Date(onDay(8).startsAt));
    expect((await acts.change(dropped, keep(dropped, 0, 1))).__typename).toBe('Dish');
    expect(await kindsFor('developer', dropped)).toEqual(['DATES_CANCELLED']);
    expect((await acts.change(dropped, keep(dropped, 0))).__typename).toBe('Dish');
    const { version } = await acts.dish(cancelled.id);
    await acts.menus.act(acts.menus.secretary, 'cancelDish', { id: cancelled.id, version });
    expect((await kindsFor('developer', dropped)).toSorted()).toEqual(['DATES_CANCELLED', 'SIGN_UP_ENDED']);
    expect(await kindsFor('developer', cancelled)).toEqual(['SIGN_UP_ENDED']);
    expect(await kindsFor('food-market', cancelled)).toEqual(['DATES_CANCELLED']);
    for (const { id } of [dropped, cancelled]) {
      const ended = await acts.find('developer', 'developer', id);
      expect([ended?.state, ended?.endReason]).toEqual(['CANCELLED', 'DISH_CANCELLED']);
      expect(await acts.line('southeast-officer', id)).toEqual([['food-market', 2, 'CONFIRMED']]);
    }
    world.clock.set(new Date(CASE_CLOCK));
  });
});
