import { DoingActs } from '../support/doing-acts.js';
import { MenuActs, onPastDay, type SeenDish } from '../support/menu-acts.js';
import { SignUpActs } from '../support/sign-up-acts.js';
import { startWorld, type World } from '../support/world.js';

const RECORD = `mutation ($input: RecordDishInput!, $onBehalfOf: ID) {
  recordDish(input: $input, onBehalfOf: $onBehalfOf) { __typename ... on Dish { id } ... on Refusal { message } } }`;
const WARNINGS = `query ($id: ID!) { menu(id: $id) { warnings { code dishes { id } } } }`;
const RHYTHM = `query ($networkId: ID!) { rhythm(networkId: $networkId, year: 2026) { periods { beat firstDay held } } }`;
const FIND = `mutation ($input: AddDishFindingInput!) { act: addDishFinding(input: $input) { __typename } }`;

interface Answer {
  readonly __typename: string;
  readonly id: string;
  readonly message?: string;
}

describe('what was recorded afterwards, when it was not so', () => {
  let world: World;
  let acts: MenuActs;
  let doing: DoingActs;
  let minutes = 0;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world, 'southeast', '2026-11-01');
    doing = new DoingActs(world);
  });
  afterAll(() => world.close());

  /** The next five minutes of November that no other case takes. */
  const free = () => {
    const from = Date.parse(onPastDay(2, '08:00').startsAt) + 300_000 * minutes++;
    return { startsAt: new Date(from).toISOString(), endsAt: new Date(from + 300_000).toISOString() };
  };
  const ask = async (
    changes: object,
    onBehalfOf?: string,
    account = 'southeast-officer',
  ): Promise<Answer> => {
    const variables = { input: acts.past({ dates: [free()], ...changes }), onBehalfOf };
    return (await world.as(account).ask<{ recordDish: Answer }>(RECORD, variables)).recordDish;
  };
  const see = async (id: string, account = acts.secretary): Promise<SeenDish> =>
    (await acts.dish(account, id))!;
  /** By the officer, for a unit that telephones. */
  const recorded = async (changes: object, unit?: string): Promise<SeenDish> => {
    const { id, message } = await ask(changes, unit && world.unit(unit));
    if (message) throw new Error(message);
    return see(id);
  };
  const denies = async (account: string, { id }: SeenDish): Promise<SeenDish> => {
    const host = (await see(id, account)).hosts.find(({ unit }) => unit?.code === account);
    return acts.act(account, 'answerDishHost', { ...host, accept: false });
  };
  const say = async ({ id }: SeenDish, input: object) => {
    const { version } = await see(id);
    const { __typename, message } = await acts.tryAct(acts.secretary, 'updateDish', { id, version, input });
    return [__typename, message];
  };
  const strike = async ({ id }: SeenDish, account = acts.secretary) => {
    const { version } = await see(id);
    return acts.tryAct(account, 'cancelDish', { id, version, reason: '日期有误' });
  };

  it('is described anew though its lead took its word back, and the committee led another then', async () => {
    const dates = [free()];
    const other = await recorded({ title: '合唱', place: '礼堂', dates });
    const dish = await recorded({ title: '义诊', place: '门诊', dates }, 'clinic');
    expect((await denies('clinic', dish)).lead?.code).toBe('southeast-committee');
    for (const one of [dish, other])
      for (const input of [{ what: '一小时' }, { title: one.title }, { place: one.place }])
        expect([input, (await say(one, input))[0]]).toEqual([input, 'Dish']);
    expect((await say(dish, { place: '二楼' }))[0]).toBe('Dish');
    expect(await say(dish, { place: '礼堂' })).toEqual([
      'DishClash',
      '“合唱” was held at that place at that time.',
    ]);
    const beside = await recorded({ kind: 'SERVICE_DAY', place: '礼堂', dates });
    expect((await say(beside, { what: '量血压' }))[0]).toBe('Dish');
    expect(await say(beside, { kind: 'SERVICE' })).toEqual([
      'DishClash',
      expect.stringContaining('The same unit led “合唱” at that time.'),
    ]);
  });

  it('names the committee, too, when that took part beside the unit that led it', async () => {
    const [market, committee] = [world.unit('food-market'), world.unit('southeast-committee')];
    const dish = await recorded({ hostUnitIds: [market, committee] }, 'clinic');
    const said = dish.hosts.map(({ unit, state, onBehalf }) => `${unit?.code} ${state} ${onBehalf}`);
    expect(said.toSorted()).toEqual([
      'clinic ACCEPTED true',
      'food-market ACCEPTED true',
      'southeast-committee ACCEPTED false',
    ]);
    const left = await denies('clinic', dish);
    expect(left.lead?.code).toBe('southeast-committee');
    const hosts = (await see(dish.id, 'food-market')).hosts.map(({ unit }) => unit?.code);
    expect(hosts).toEqual(['food-market']);
  });

  it('keeps the lead that was written down, unless that takes its word back; who took part may be taken off', async () => {
    const dish = await recorded({ hostUnitIds: [world.unit('food-market')] }, 'clinic');
    const take = (account: string) => {
      const host = dish.hosts.find(({ unit }) => unit?.code === account);
      return acts.tryAct(acts.secretary, 'withdrawDishHost', { id: host?.id, version: host?.version });
    };
    expect((await take('clinic')).message).toMatch(/who led it and for how many it was stay/);
    expect((await see(dish.id)).lead?.code).toBe('clinic');
    expect((await take('food-market')).__typename).toBe('Dish');
  });

  it('was held where another was, also where blanks stand around the place', async () => {
    const dates = [free()];
    const dish = await recorded({ place: ' 棋牌室 ', dates });
    expect(dish.place).toBe('棋牌室');
    expect((await recorded({ place: '  ' })).place).toBeNull();
    expect(await ask({ place: '棋牌室\u3000', dates }, undefined, 'clinic')).toMatchObject({
      __typename: 'DishClash',
    });
    const drafted = await acts.draft('clinic', { place: '\u3000礼堂 ', dates: [onPastDay(29)] });
    expect(drafted.place).toBe('礼堂');
    const said = await acts.act('clinic', 'updateDish', { ...drafted, input: { place: '大厅 ' } });
    expect(said.place).toBe('大厅');
  });

  it('warns of nothing but a result that is missing', async () => {
    const dates = [free()];
    const [dish] = [
      await recorded({ place: '甲', dates }, 'clinic'),
      await recorded({ place: '乙', dates }),
      await recorded({ place: '丙', dates }, 'food-market'),
    ];
    await denies('clinic', dish);
    const asked = await see(dish.id);
    await acts.act(acts.secretary, 'askDishHost', { ...asked, unitId: world.unit('savings-bank') });
    type Warned = { menu: { warnings: { code: string; dishes: { id: string }[] }[] } };
    const { menu } = await world
      .as('southeast-officer')
      .ask<Warned>(WARNINGS, { id: (await acts.menu()).id });
    const own = menu.warnings.filter(({ dishes }) => dishes.some(({ id }) => id === dish.id));
    expect(own.map(({ code }) => code)).toEqual(['RESULT_MISSING']);
  });

  it('is struck out by the secretary: it counts no more, frees lead and place, and is told once to those named', async () => {
    const networkId = world.network('southeast');
    type Rhythm = { rhythm: { periods: { beat: string; firstDay: string; held: number }[] } };
    const held = async () => {
      const { rhythm } = await world.as('food-market').ask<Rhythm>(RHYTHM, { networkId });
      const isOctober = (one: { beat: string; firstDay: string }) =>
        one.beat === 'ACTIVITY' && one.firstDay === '2026-10-01';
      return rhythm.periods.find(isOctober)?.held;
    };
    const dates = [{ startsAt: '2026-10-12T09:00:00+08:00', endsAt: '2026-10-12T10:00:00+08:00' }];
    const hostUnitIds = [world.unit('food-market'), world.unit('savings-bank')];
    const what = { title: '走错日子', place: '小花园', dates };
    const dish = await recorded({ ...what, hostUnitIds }, 'clinic');
    await denies('savings-bank', dish);
    expect([await held(), (await ask(what, undefined, 'clinic')).__typename]).toEqual([1, 'DishClash']);
    for (const account of ['southeast-officer', 'clinic', 'food-market', 'riverside-committee'])
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain((await strike(dish, account)).__typename);
    const { version } = await see(dish.id);
    const trying = { id: dish.id, version, tryOnly: true };
    expect((await acts.tryAct(acts.secretary, 'cancelDish', trying)).state).toBe('CANCELLED');
    expect(await held()).toBe(1);
    expect(await strike(dish)).toMatchObject({ state: 'CANCELLED', reason: '日期有误' });
    expect([await held(), (await strike(dish)).__typename]).toEqual([0, 'WrongState']);
    const notices = new SignUpActs(world, acts);
    const told = async (account: string) =>
      (await notices.notices(account, { kinds: ['RECORD_STRUCK_OUT'] })).map(({ chatText }) => chatText);
    const unit = (name: string) => `【补录取消】${name}：《走错日子》的补录已取消\n原因：日期有误`;
    expect(await told('food-market')).toEqual([unit('东南菜场')]);
    expect((await told('clinic')).length).toBe(1);
    expect(await told('savings-bank')).toEqual([]);
    expect(await see(dish.id, 'resident-1')).toMatchObject({ state: 'CANCELLED', reason: '日期有误' });
    const own = await acts.recorded('clinic', what);
    await acts.act('southeast-officer', 'takeDish', own);
    expect((await strike(own)).state).toBe('CANCELLED');
    expect((await told('clinic')).length).toBe(2);
    expect(await held()).toBe(0);
  });

  it('stays once somebody was checked in, or an outcome, a finding or a review is written down', async () => {
    const stays = expect.stringMatching(/^It stays on record: /);
    const counted = await recorded({});
    await doing.note('southeast-officer', counted.dates[0]?.id ?? '', 3, 'food-market');
    const [filed, reviewed] = [await recorded({}, 'clinic'), await recorded({}, 'clinic')];
    const input = { heads: 12, hours: '2', what: '问了十二户' };
    expect((await doing.act('clinic', 'fileDishOutcome', { dishId: filed.id, input })).__typename).toBe(
      'DishOutcome',
    );
    const review = { dishId: reviewed.id, input: { mark: 5 } };
    expect((await doing.act('resident-1', 'reviewDish', review)).__typename).toBe('OwnDishReview');
    const found = await recorded({ kind: 'TOPICAL_SURVEY' });
    await world.as('southeast-officer').ask(FIND, { input: { dishId: found.id, text: '晚间缺车位' } });
    for (const dish of [counted, filed, reviewed, found]) expect((await strike(dish)).message).toEqual(stays);
    await doing.note('southeast-officer', counted.dates[0]?.id ?? '', 0, 'food-market');
    expect((await strike(counted)).state).toBe('CANCELLED');
    const late = await doing.act('southeast-officer', 'fileDishOutcome', { dishId: counted.id, input });
    expect(late.__typename).toBe('WrongState');
    const mark = { dishId: counted.id, input: { mark: 5 } };
    expect((await doing.act('resident-1', 'reviewDish', mark)).message).toMatch(/cancelled/);
  });
});
