import { DoingActs, type DoingOutcome, type HeldDish } from '../support/doing-acts.js';
import { onDay } from '../support/menu-acts.js';
import { OrderActs } from '../support/order-acts.js';
import { makePng } from '../support/sample-files.js';
import { startWorld, type World } from '../support/world.js';

const SAID = { heads: 42, hours: '12.5', what: '义诊四十二人，问13812345678' };
const FOR_US = `query { recordedForUs(first: 5) { edges { node { part } } } }`;
const LIST = `query ($filter: DishOutcomeFilter!) { dishOutcomes(filter: $filter) { totalCount edges { node { heads dish { title } } } } }`;

describe('the outcome of a dish', () => {
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

  const held = async (changes: object = {}): Promise<HeldDish> => {
    const dish = await acts.published(changes);
    acts.setClock(16, '11:00');
    return dish;
  };
  const file = (account: string, { dishId }: HeldDish, changes: object = {}) =>
    acts.act(account, 'fileDishOutcome', { dishId, input: { ...SAID, ...changes } });
  const said = ({ __typename, message }: DoingOutcome) => message ?? __typename;

  it('is filed by its lead once a date is over, and read by all who read the dish, beside who was checked in', async () => {
    const dish = await acts.published({ dates: [onDay(16), onDay(23)] });
    acts.setClock(16, '10:59');
    await acts.note('clinic', dish.dateId, 40);
    expect(said(await file('clinic', dish))).toBe('None of its dates is over yet.');
    acts.setClock(16, '11:00');
    const filed = await file('clinic', dish);
    expect(filed).toMatchObject({ ...SAID, onBehalf: false, unit: { code: 'clinic' }, version: 1 });
    expect(filed['chatText']).toBe(
      '【活动成果】健康讲座\n牵头单位：东南医务站\n参与人数：42人\n投入工时：12.5小时\n成果：义诊四十二人，问****5678',
    );
    for (const account of ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'resident-1'])
      expect(await acts.seen(account, dish.dishId)).toMatchObject({
        figures: { checkedInHeads: 40 },
        outcome: { heads: 42, hours: '12.5' },
      });
    expect(said(await file('clinic', dish))).toMatch(/^It has been filed/);
    expect(said(await file('food-market', dish))).toBe('Your post may not do this.');
    expect(said(await file('resident-1', dish))).toBe('Your post may not do this.');
    expect(said(await file('riverside-primary', dish))).toMatch(/^There is no such thing/);
  });

  it('is written down by the committee for the lead, told to it, and corrected by it', async () => {
    const dish = await held();
    const filed = await file('southeast-officer', dish);
    expect(filed).toMatchObject({ onBehalf: true, unit: { code: 'clinic' } });
    expect(JSON.stringify(await world.as('clinic').ask(FOR_US))).toContain('DishOutcome');
    const { id, version } = filed;
    const corrected = await acts.act('clinic', 'updateDishOutcome', {
      id,
      version,
      input: { ...SAID, heads: 43 },
    });
    expect(corrected).toMatchObject({ heads: 43, onBehalf: false, version: 2 });
    expect(said(await acts.act('clinic', 'updateDishOutcome', { id, version, input: SAID }))).toMatch(
      /changed/,
    );
    expect(
      said(await acts.act('southeast-officer', 'updateDishOutcome', { id, version: 2, input: SAID })),
    ).toMatch(/^Its lead has filed it/);
    expect(said(await acts.act('food-market', 'updateDishOutcome', { id, version: 2, input: SAID }))).toBe(
      'Your post may not do this.',
    );
  });

  it('serves the order that the dish answers, by whoever files it', async () => {
    const orders = new OrderActs(world);
    for (const account of ['clinic', 'southeast-officer']) {
      world.clock.set(now);
      const order = await orders.accepted('food-market', 'clinic');
      const dish = await held({ orderId: order.id });
      expect(await orders.order('food-market', order.id)).toMatchObject({ state: 'ACCEPTED' });
      await file(account, dish);
      expect(await orders.order('food-market', order.id)).toMatchObject({
        state: 'SERVED',
        served: SAID.what,
      });
    }
  });

  it.each([
    [{ heads: -1 }, 'input.heads: A number of persons is not negative.'],
    [{ heads: 1_000_001 }, 'input.heads: At most 1,000,000 persons.'],
    [{ hours: '0' }, /^input.hours: Hours are a number above 0/],
    [{ hours: '0.00' }, /^input.hours: Hours are a number above 0/],
    [{ hours: '-1' }, /^input.hours: Hours are a number above 0/],
    [{ hours: '1.005' }, /^input.hours: Hours are a number above 0/],
    [{ hours: '1000000.01' }, /^input.hours: Hours are a number above 0/],
    [{ what: '  ' }, 'input.what: Say what came of it.'],
  ])('says what is wrong with %j', async (changes, fault) => {
    const dish = await held();
    const answer = said(await file('clinic', dish, changes));
    if (typeof fault === 'string') expect(answer).toBe(fault);
    else expect(answer).toMatch(fault);
    expect(said(await file('clinic', dish, { heads: 0, hours: '0.01' }))).toBe('DishOutcome');
  });

  it('carries files from its lead and the committee, until the menu is closed; all who read the dish read them', async () => {
    const dish = await held();
    const { id } = await file('clinic', dish);
    const attach = async (account: string) =>
      (await world.as(account).attach(String(id), '现场.png', makePng(2, 2, account))).statusCode;
    expect(
      await Promise.all(['clinic', 'southeast-officer', 'food-market', 'resident-1'].map(attach)),
    ).toEqual([201, 201, 403, 403]);
    for (const account of ['food-market', 'zhoupu-steward', 'resident-1'])
      expect((await acts.seen(account, dish.dishId))?.outcome?.files).toHaveLength(2);
    const filter = { networkId: world.network('southeast') };
    type Listed = { dishOutcomes: { totalCount: number } };
    const { dishOutcomes } = await world.as('zhoupu-steward').ask<Listed>(LIST, { filter });
    expect(dishOutcomes.totalCount).toBeGreaterThan(2);
    const elsewhere = await world.as('riverside-primary').ask<Listed>(LIST, { filter: {} });
    expect(elsewhere.dishOutcomes.totalCount).toBe(0);
    world.clock.set(new Date('2027-01-01T00:00:00+08:00'));
    await acts.menus.onMenu('closeMenu', await acts.menus.menu());
    expect(await attach('clinic')).toBe(403);
    expect(said(await acts.act('clinic', 'updateDishOutcome', { id, version: 1, input: SAID }))).toBe(
      'The menu of this month is closed.',
    );
  });
});
