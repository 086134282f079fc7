import { fromGlobalId } from '#graphql';
import { Tenancy } from '#tenancy';
import { ClaimActs } from './support/claim-acts.js';
import { MenuActs } from './support/menu-acts.js';
import { NeedActs } from './support/need-acts.js';
import { OrderActs } from './support/order-acts.js';
import { startWorld, type World } from './support/world.js';

/** As the row policy shows them, in whatever way they are asked for. */
const LINES = `SELECT part, act, post_unit_id, unit_id, person_name, changes FROM audit_line
  WHERE region_id = $1 AND thing_type IN ('DishOrder', 'Need', 'Claim', 'Dish')`;

interface Line {
  readonly part: string;
  readonly act: string;
  readonly post_unit_id: string | null;
  readonly unit_id: string;
  readonly person_name: string | null;
  readonly changes: object;
}

/** The clinic wishes, the food market and the developer are asked and say no; the others have nothing to do with it. */
const ASKED = 'food-market';
const TOLD = 'developer';
const OTHERS = ['clinic', 'police-post', 'zhoupu-steward', 'resident-1'];
const NO = { accept: false, reason: '人手不够' };

describe('who was asked in vain stands in no line but its own and the committee’s', () => {
  let world: World;
  const secretary = 'southeast-committee';

  beforeAll(async () => {
    world = await startWorld();
  });
  beforeEach(() => world.clock.advance(60_000));
  afterAll(() => world.close());

  const linesOf = (account: string): Promise<Line[]> => {
    const { claims } = world.actingAs(account);
    if (!claims) throw new Error('Nobody is signed in.');
    return world.api.app.get(Tenancy).read(claims, (tx) => tx.query<Line>(LINES, [tx.regionId]));
  };
  /** Lines that tell of a unit by its id, or by whoever acts for it. */
  const tellingOf = async (unit: string, account: string): Promise<string[]> => {
    const id = fromGlobalId('Unit', world.unit(unit));
    return (await linesOf(account))
      .filter((line) => line.unit_id === id || line.post_unit_id === id)
      .map(({ part, act }) => `${part} ${act}`);
  };
  const expectUntold = async (): Promise<void> => {
    for (const account of OTHERS) {
      for (const unit of [ASKED, TOLD]) {
        expect([account, unit, await tellingOf(unit, account)]).toEqual([account, unit, []]);
      }
      expect(JSON.stringify(await linesOf(account))).not.toContain(NO.reason);
    }
  };

  it('for an order, whether it says so itself or the committee writes it down', async () => {
    const acts = new OrderActs(world);
    const order = await acts.named('clinic', ASKED);
    await acts.act(ASKED, 'declineDishOrder', { ...order, ...NO });
    const again = await acts.act(secretary, 'dispatchDishOrder', {
      ...(await acts.order(secretary, order.id)),
      unitId: world.unit(TOLD),
    });
    await acts.act('southeast-officer', 'declineDishOrder', {
      ...again,
      ...NO,
      onBehalfOf: world.unit(TOLD),
    });
    await expectUntold();
    const read = await linesOf('clinic');
    expect(read.map(({ part, act }) => `${part} ${act}`).toSorted()).toEqual([
      'DishOrder DISPATCHED',
      'DishOrder DISPATCHED',
      'DishOrder PLACED',
      'DishOrder PLACED',
      'DishOrder PLACED',
      'DishOrderContact CREATED',
    ]);
    expect(JSON.stringify(read)).not.toContain('NAMED');
    expect(await tellingOf(ASKED, secretary)).toEqual(['DishOrderRequest DECLINED']);
    expect(await tellingOf(TOLD, secretary)).toContain('DishOrderRequest DECLINED');
    expect(await tellingOf(ASKED, ASKED)).toEqual(['DishOrderRequest DECLINED']);
  });

  it('for a need that stands open', async () => {
    const claims = new ClaimActs(world);
    const need = await new NeedActs(world).open('clinic');
    const asked = await claims.askFor(need.id, ASKED, TOLD);
    const of = (unit: string) => asked.get(unit) ?? { id: '', version: 0 };
    await claims.step(ASKED, 'answerClaim', of(ASKED), NO);
    const onBehalfOf = world.unit(TOLD);
    await claims.step('southeast-officer', 'answerClaim', of(TOLD), { ...NO, onBehalfOf });
    await expectUntold();
    expect(await tellingOf(ASKED, secretary)).toContain('Claim DECLINED');
  });

  it('for an activity that is published, as its lead or beside it', async () => {
    const menus = new MenuActs(world);
    const leadUnitId = world.unit(ASKED);
    const led = await menus.taken(secretary, { title: '义诊', leadUnitId });
    const [lead] = led.hosts;
    await menus.act(ASKED, 'answerDishHost', { ...lead, ...NO });
    const dish = await menus.taken(secretary);
    await menus.published();
    const { version } = (await menus.dish(secretary, dish.id)) ?? dish;
    const asking = await menus.act(secretary, 'askDishHost', {
      id: dish.id,
      version,
      unitId: world.unit(ASKED),
    });
    await menus.act(ASKED, 'answerDishHost', { ...asking.hosts[0], ...NO });
    const told = await menus.act(secretary, 'askDishHost', {
      ...(await menus.dish(secretary, dish.id)),
      unitId: world.unit(TOLD),
    });
    const host = told.hosts.find(({ unit }) => unit?.code === TOLD);
    await menus.act('southeast-officer', 'answerDishHost', {
      ...host,
      ...NO,
      onBehalfOf: world.unit(TOLD),
    });
    await expectUntold();
    expect((await tellingOf(ASKED, secretary)).filter((line) => line === 'DishHost DECLINED')).toHaveLength(
      2,
    );
  });
});
