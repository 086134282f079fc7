import { DoingActs, type HeldDish } from '../support/doing-acts.js';
import { onDay } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

const NOT_OPEN = 'Checking in opens half an hour before the start.';

describe('checking in at a dish', () => {
  let world: World;
  let acts: DoingActs;
  let now: Date;

  beforeAll(async () => {
    world = await startWorld();
    acts = new DoingActs(world);
    now = world.clock.now();
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(now));

  const checkIn = async (account: string, { dateId }: HeldDish, code: string, heads = 4) => {
    const { __typename, message } = await acts.act(account, 'checkInAtDish', { dateId, code, heads });
    return message ?? __typename;
  };
  const seenBy = async (account: string, { dishId }: HeldDish) => {
    const dish = await acts.seen(account, dishId);
    const entries = dish?.dates.flatMap(({ checkIns }) =>
      checkIns.map(({ unit, heads, way, isLateEntry }) =>
        [unit?.code ?? '-', heads, way, ...(isLateEntry ? ['late'] : [])].join(' '),
      ),
    );
    return [dish?.figures?.checkedInHeads ?? 0, entries?.toSorted()];
  };

  it('by the code, from half an hour before the start until the end of the day', async () => {
    const held = await acts.published();
    const market = (code: string, heads?: number) => checkIn('food-market', held, code, heads);
    acts.setClock(16, '08:29');
    expect(await acts.code(held.dateId)).toBe('');
    expect(await market('000000')).toBe(NOT_OPEN);
    acts.setClock(16, '08:30');
    const code = await acts.code(held.dateId);
    expect(await market(code)).toBe('DishCheckIn');
    acts.setClock(16, '23:59');
    expect(await market(code)).toMatch(/^That is not the code/);
    expect(await market(await acts.code(held.dateId, 'southeast-officer'), 5)).toBe('DishCheckIn');
    acts.setClock(17, '00:00');
    expect(await acts.code(held.dateId)).toBe('');
    expect(await market(code)).toMatch(/^The day is over/);
    expect(await seenBy('clinic', held)).toEqual([5, ['food-market 5 CODE']]);
  });

  it('has no code before somebody opens the desk, and none for who does not hold it', async () => {
    const held = await acts.published();
    acts.setClock(16, '09:00');
    expect(await checkIn('food-market', held, '000000')).toBe('Checking in by the code has not been opened.');
    for (const account of ['food-market', 'developer'])
      expect(await acts.act(account, 'openDishDesk', { dateId: held.dateId })).toMatchObject({
        __typename: 'FORBIDDEN',
      });
    await acts.code(held.dateId);
    for (const account of ['food-market', 'zhoupu-steward', 'resident-1'])
      expect((await acts.seen(account, held.dishId))?.dates).toMatchObject([{ desk: null }]);
    const { checkInCode } = await acts.act('southeast-officer', 'openDishDesk', { dateId: held.dateId });
    expect(checkInCode).toMatchObject({ code: await acts.code(held.dateId) });
  });

  it('stops who guesses, for a quarter of an hour, at that date', async () => {
    const [held, other] = [await acts.published(), await acts.published()];
    acts.setClock(16, '09:00');
    const code = await acts.code(held.dateId);
    const wrong = code === '123456' ? '654321' : '123456';
    for (let tries = 0; tries < 10; tries++)
      expect(await checkIn('developer', held, wrong)).toMatch(/^That is not the code/);
    expect(await checkIn('developer', held, code)).toMatch(/too many/i);
    expect(await checkIn('developer', other, await acts.code(other.dateId))).toBe('DishCheckIn');
    expect(await checkIn('food-market', held, code)).toBe('DishCheckIn');
    acts.setClock(16, '09:15');
    expect(await checkIn('developer', held, await acts.code(held.dateId))).toBe('DishCheckIn');
  });

  it('by the list: units and residents, corrected, and marked after the day', async () => {
    const held = await acts.published();
    const { dateId } = held;
    acts.setClock(16, '08:29');
    expect((await acts.note('clinic', dateId, 3)).message).toBe(NOT_OPEN);
    acts.setClock(16, '10:00');
    await acts.note('clinic', dateId, 3, 'food-market');
    await acts.note('southeast-officer', dateId, 30);
    await acts.note('clinic', dateId, 31);
    expect(await checkIn('developer', held, await acts.code(dateId), 2)).toBe('DishCheckIn');
    acts.setClock(18, '10:00');
    await acts.note('clinic', dateId, 0, 'food-market');
    await acts.note('southeast-officer', dateId, 1, 'developer');
    const all = ['- 31 LIST', 'developer 1 LIST late', 'food-market 0 LIST late'];
    expect(await seenBy('clinic', held)).toEqual([32, all]);
    expect(await seenBy('southeast-officer', held)).toEqual([32, all]);
    expect(await seenBy('developer', held)).toEqual([32, all.slice(1, 2)]);
    expect(await seenBy('savings-bank', held)).toEqual([32, []]);
    expect(await seenBy('zhoupu-steward', held)).toEqual([32, []]);
    expect((await acts.note('food-market', dateId, 1)).__typename).toBe('FORBIDDEN');
    expect((await acts.note('clinic', dateId, 1, 'owners-committee')).message).toMatch(
      /^input.unitId: No active/,
    );
    expect((await acts.note('clinic', dateId, -1)).__typename).toBe('BAD_USER_INPUT');
    expect((await acts.note('clinic', dateId, 10_001)).message).toBe('input.heads: At most 10,000.');
    expect(await checkIn('developer', held, '000000', 1_001)).toBe('heads: At most 1,000 of one unit.');
  });

  it('goes over to whom the committee names as lead, with its yes', async () => {
    const held = await acts.published();
    acts.setClock(16, '10:00');
    await acts.note('clinic', held.dateId, 3);
    await acts.code(held.dateId);
    const dish = await acts.menus.dish('southeast-officer', held.dishId);
    const leadUnitId = world.unit('developer');
    await acts.menus.act('southeast-officer', 'updateDish', { ...dish, input: { leadUnitId } });
    expect(await seenBy('developer', held)).toEqual([3, []]);
    expect((await acts.note('developer', held.dateId, 4)).__typename).toBe('FORBIDDEN');
    expect(await seenBy('clinic', held)).toEqual([3, ['- 3 LIST']]);
    await acts.menus.answer('developer', { id: held.dishId }, true);
    expect(await seenBy('developer', held)).toEqual([3, ['- 3 LIST']]);
    expect(await seenBy('clinic', held)).toEqual([3, []]);
    expect((await acts.note('clinic', held.dateId, 4)).__typename).toBe('FORBIDDEN');
    expect((await acts.note('developer', held.dateId, 4)).__typename).toBe('DishCheckIn');
  });

  it('is none at a date that is cancelled, before publishing, and when the menu is closed', async () => {
    const dish = await acts.menus.taken('clinic', { dates: [onDay(16), onDay(17)] });
    const [first, second] = dish.dates.map(({ id: dateId }) => dateId);
    expect((await acts.act('clinic', 'openDishDesk', { dateId: first })).message).toBe(
      'It is not published yet.',
    );
    await acts.menus.published();
    const shown = await acts.menus.dish('southeast-officer', dish.id);
    const dates = [{ id: first, ...onDay(16) }];
    await acts.menus.act('southeast-officer', 'updateDish', { ...shown, input: { dates } });
    acts.setClock(17, '10:00');
    expect((await acts.note('clinic', second ?? '', 1)).message).toBe('This date is not held.');
    expect((await acts.note('clinic', first ?? '', 1)).__typename).toBe('DishCheckIn');
    world.clock.set(new Date('2027-01-01T00:00:00+08:00'));
    await acts.menus.onMenu('closeMenu', await acts.menus.menu());
    expect((await acts.note('clinic', first ?? '', 2)).message).toBe('The menu of this month is closed.');
  });
});
