import { fromGlobalId } from '#graphql';
import { Tenancy } from '#tenancy';
import { OrderActs, type SeenOrder } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';

const CLOSE = `UPDATE dish_order SET state = 'CLOSED', ended_at = $3 WHERE region_id = $1 AND id = $2 RETURNING state`;
const CHAT = `query ($id: ID!) { dishOrder(id: $id) { chatText requests { chatText } } }`;
const AUDIENCE = `query ($networkId: ID!) { dishOrderAudience(networkId: $networkId) { unitCount readers { parts roles unit { code } } } }`;

describe('an order of a unit', () => {
  let world: World;
  let acts: OrderActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new OrderActs(world);
  });
  // So that what a case has made stands first in lists.
  beforeEach(() => world.clock.advance(60_000));
  afterAll(() => world.close());

  const chat = async (account: string, { id }: SeenOrder) =>
    (
      await world
        .actingAs(account)
        .ask<{ dishOrder: { chatText: string; requests: { chatText: string }[] } }>(CHAT, { id })
    ).dishOrder;

  it('goes round until its own unit is satisfied, and each unit keeps what was said to it', async () => {
    const served = await acts.served('clinic', 'fire-squadron');
    const again = await acts.act('clinic', 'reopenDishOrder', { ...served, reason: '人没到齐' });
    expect(again).toMatchObject({
      state: 'PLACED',
      round: 2,
      reason: '人没到齐',
      server: null,
      served: null,
    });
    expect(await acts.order('fire-squadron', served.id)).toBeNull();
    expect((await acts.requests('fire-squadron'))[0]).toMatchObject({
      state: 'UNSATISFIED',
      title: '消防演练',
      reason: '人没到齐',
      order: null,
    });
    const refused = await acts.tryAct(acts.secretary, 'refuseDishOrder', again);
    expect([refused.__typename, refused.message]).toEqual([
      'WrongState',
      expect.stringMatching(/only the unit that ordered it ends it/),
    ]);
    const open = await acts.act(acts.secretary, 'dispatchDishOrder', again);
    expect(open).toMatchObject({ way: 'OPEN', reason: null });
    const taken = await acts.act('police-post', 'acceptDishOrder', open);
    const done = await acts.act('police-post', 'serveDishOrder', { ...taken, served: '补办一场，50人参加' });
    const closed = await acts.act('clinic', 'closeDishOrder', done);
    expect(closed).toMatchObject({
      state: 'CLOSED',
      server: { code: 'police-post' },
      served: '补办一场，50人参加',
    });
    expect(closed.requests.map(({ state, way, round }) => `${round} ${way} ${state}`).toSorted()).toEqual([
      '1 NAMED UNSATISFIED',
      '2 OPEN DONE',
    ]);
  });

  it('is closed by the word of its own unit alone, whatever a service tries', async () => {
    const { id } = await acts.served('clinic', 'fire-squadron');
    const rowId = fromGlobalId('DishOrder', id);
    const close = (account: string): Promise<unknown> => {
      const { claims } = world.actingAs(account);
      if (!claims) throw new Error('Nobody is signed in.');
      return world.api.app.get(Tenancy).write(claims, (tx) => tx.query(CLOSE, [tx.regionId, rowId, tx.now]));
    };
    await expect(close(acts.secretary)).rejects.toThrow(/row-level security/);
    await expect(close('fire-squadron')).resolves.toEqual([[], 0]);
    await expect(close('clinic')).resolves.toEqual([[{ state: 'CLOSED' }], 1]);
  });

  it('is put into the group chat in plain Chinese, without whom to ring', async () => {
    const answerBy = '2026-12-02T18:00:00+08:00';
    const what = '楼道灭火演练，请电13812345678';
    const order = await acts.placed('clinic', {
      what,
      place: '3号楼',
      fromDay: '2026-12-05',
      kind: 'TRAINING',
      segments: ['ELDERLY'],
    });
    const named = await acts.act(acts.secretary, 'dispatchDishOrder', {
      ...order,
      answerBy,
      unitId: world.unit('fire-squadron'),
    });
    const [asked] = (await chat('fire-squadron', named)).requests;
    expect(asked?.chatText.split('\n')).toEqual([
      expect.stringMatching(/^【派单】.+：.+请贵单位承接.+的点单“消防演练”，能否接单，请予答复。$/),
      '类别：培训',
      '期望时间：2026年12月5日（星期六）至2026年12月20日（星期日）',
      '地点：3号楼',
      '内容：楼道灭火演练，请电****5678',
      '面向：老年人',
      '人数：约40人',
      '请于2026年12月2日（星期三）18:00前答复。',
    ]);
    const open = await acts.open('clinic', { fromDay: '2026-12-05', toDay: '2026-12-05' });
    const { chatText } = await chat('food-market', open);
    expect(chatText).toMatch(/^【抢单】消防演练（目前待接单）\n点单单位：/);
    expect(chatText).toContain('\n期望时间：2026年12月5日（星期六）\n');
    expect(chatText).toMatch(/先接先得，请各单位登录平台抢单。$/);
    expect(chatText).not.toContain('王主任');
  });

  it('tells the unit that was asked why it is withdrawn, and keeps no unit waiting', async () => {
    const accepted = await acts.accepted('clinic', 'developer');
    await acts.act('clinic', 'withdrawDishOrder', { ...accepted, reason: '改到明年' });
    expect((await acts.requests('developer'))[0]).toMatchObject({
      state: 'RECALLED',
      reason: '改到明年',
      order: null,
    });
    expect((await acts.requests('developer'))[0]?.chatText).toMatch(
      /^【接单】.+：点单“消防演练”，已收回。\n原因：改到明年$/,
    );
    expect((await acts.order(acts.secretary, accepted.id))?.requests.map(({ state }) => state)).toEqual([
      'RECALLED',
    ]);
  });

  it('is refused where it cannot be: days that are over, too far ahead or turned round, and who cannot serve it', async () => {
    const tried = async (changes: object) =>
      (await acts.tryAct('clinic', 'placeDishOrder', { input: acts.input(changes) })).fields;
    expect(await tried({ fromDay: '2026-01-01', toDay: '2026-01-02' })).toMatchObject([
      { path: 'input.toDay' },
    ]);
    expect(await tried({ fromDay: '2026-12-05', toDay: '2026-12-01' })).toMatchObject([
      { path: 'input.toDay' },
    ]);
    expect(await tried({ toDay: '2029-01-01' })).toMatchObject([{ path: 'input.toDay' }]);
    expect(await tried({ heads: 0, title: ' ' })).toMatchObject([
      { path: 'input.title' },
      { path: 'input.heads' },
    ]);
    const elsewhere = { networkId: world.network('riverside') };
    expect(await acts.tryAct('clinic', 'placeDishOrder', { input: acts.input(elsewhere) })).toMatchObject({
      __typename: 'NOT_FOUND',
    });
    const order = await acts.placed('clinic');
    for (const unit of ['clinic', 'owners-committee', 'riverside-primary']) {
      const outcome = await acts.tryAct(acts.secretary, 'dispatchDishOrder', {
        ...order,
        unitId: world.unit(unit),
      });
      expect([unit, outcome.fields]).toMatchObject([unit, [{ path: 'unitId' }]]);
    }
    const before = world.clock.now();
    const named = await acts.named('clinic', 'food-market');
    world.clock.set(new Date('2026-12-21T00:00:00+08:00'));
    const late = await acts.tryAct('food-market', 'acceptDishOrder', named);
    const again = await acts.tryAct(acts.secretary, 'dispatchDishOrder', order);
    world.clock.set(before);
    expect([late.message, again.message]).toEqual([
      'The days on which it is wished are over.',
      'The days on which it is wished are over: who ordered it gives others first.',
    ]);
  });

  it('is served from the first of its days on, and not before', async () => {
    const accepted = await acts.accepted('clinic', 'fire-squadron', { fromDay: '2026-12-05' });
    const serve = () => acts.tryAct('fire-squadron', 'serveDishOrder', accepted);
    const before = world.clock.now();
    world.clock.set(new Date('2026-12-04T23:59:59+08:00'));
    const early = await serve();
    world.clock.set(new Date('2026-12-05T00:00:00+08:00'));
    const served = await serve();
    world.clock.set(before);
    expect([early.__typename, early.message, served.state]).toEqual([
      'WrongState',
      'The first day on which it is wished lies ahead.',
      'SERVED',
    ]);
  });

  it('says beforehand who would read it, and what would come of a step', async () => {
    const networkId = world.network('southeast');
    type Audience = {
      unitCount: number;
      readers: { parts: string[]; roles: string[]; unit: { code: string } | null }[];
    };
    const { dishOrderAudience } = await world
      .as('clinic')
      .ask<{ dishOrderAudience: Audience }>(AUDIENCE, { networkId });
    const partsOf = (code: string) =>
      dishOrderAudience.readers.filter(({ unit }) => unit?.code === code).map(({ parts }) => parts);
    expect([partsOf('clinic'), partsOf('southeast-committee'), partsOf('food-market')]).toEqual([
      [['DISH_ORDER', 'DISH_ORDER_CONTACT']],
      [['DISH_ORDER', 'DISH_ORDER_CONTACT']],
      [['DISH_ORDER_ONCE_DISPATCHED', 'DISH_ORDER_CONTACT_ONCE_ACCEPTED']],
    ]);
    expect(dishOrderAudience.readers.some(({ unit }) => unit === null)).toBe(false);
    const order = await acts.placed('clinic');
    const tried = await acts.act(acts.secretary, 'dispatchDishOrder', { ...order, tryOnly: true });
    expect([tried.state, tried.way, (await acts.order('clinic', order.id))?.state]).toEqual([
      'DISPATCHED',
      'OPEN',
      'PLACED',
    ]);
  });
});
