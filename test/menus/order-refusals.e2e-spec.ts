import { queryAsSuperuser } from '../support/cluster.js';
import { DoingActs, type DoingActName } from '../support/doing-acts.js';
import { onDay } from '../support/menu-acts.js';
import { OrderActs, type OrderActName } from '../support/order-acts.js';
import { askDone, expectRefused, type RefusedAct } from '../support/refused.js';
import { SignUpActs } from '../support/sign-up-acts.js';
import { startWorld, type World } from '../support/world.js';

const LINK = `mutation ($dishId: ID!, $orderId: ID!) { done: linkDishToOrder(dishId: $dishId, orderId: $orderId) {
  __typename ... on Refusal { message } } }`;
const FIND = `mutation ($input: AddDishFindingInput!) { done: addDishFinding(input: $input) {
  __typename ... on Dish { findings { id } } ... on Refusal { message } } }`;
/** The one that stands, so many times more. */
const MORE_FINDINGS = `INSERT INTO dish_finding SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid()))).*
  FROM dish_finding f, generate_series(1, 48)`;

const long = (length: number): string => '长'.repeat(length);
const TEXT = (path: string): string => `${path}: Text may have at most 2000 characters; this has 2001.`;

describe('what is refused', () => {
  let world: World;
  let orders: OrderActs;
  let doing: DoingActs;

  beforeAll(async () => {
    world = await startWorld();
    orders = new OrderActs(world);
    doing = new DoingActs(world);
  });
  beforeEach(() => world.clock.set('2026-11-23T09:00:00+08:00'));
  afterAll(() => world.close());

  const refused = (...cases: RefusedAct[]): Promise<void> => expectRefused(world.api.database, cases);
  const on = (expected: string, account: string, name: OrderActName, variables: object): RefusedAct => [
    expected,
    () => orders.tryAct(account, name, variables),
  ];
  const placing = (expected: string, changes: object): RefusedAct =>
    on(expected, 'clinic', 'placeDishOrder', { input: orders.input(changes) });
  const at = (expected: string, account: string, name: DoingActName, variables: object): RefusedAct => [
    expected,
    () => doing.act(account, name, variables),
  ];

  it('of an order is what says nothing, too much, or days that cannot be', async () => {
    const every = ['ELDERLY', 'FAMILIES', 'NEWCOMERS', 'UNEMPLOYED', 'VOLUNTEERS', 'ALL', 'ALL'];
    await refused(
      placing('input.title: Say what is wished.', { title: '\u3000' }),
      placing('input.title: A title has at most 100 characters.', { title: long(101) }),
      placing(TEXT('input.what'), { what: long(2001) }),
      placing('input.place: A place has at most 200 characters.', { place: long(201) }),
      placing('input.heads: It is for one person at least.', { heads: 0 }),
      placing('input.heads: It is for a million persons at most.', { heads: 1_000_001 }),
      placing('input.segments: Say for whom it is.', { segments: [] }),
      placing('input.segments: There are six.', { segments: every }),
      placing('input.toDay: The last day comes before the first.', { toDay: '2026-11-22' }),
      placing('input.toDay: An order lies 12 months ahead at most.', { toDay: '2027-11-24' }),
    );
    const order = await orders.placed('clinic', { toDay: '2027-11-23' });
    const { id, version } = order;
    const late = 'input.toDay: An order lies 12 months ahead at most.';
    await refused(
      on(late, 'clinic', 'updateDishOrder', { id, version, input: { toDay: '2027-11-24' } }),
      on('reason: Say why.', 'clinic', 'withdrawDishOrder', { ...order, reason: ' ' }),
      on('reason: Say why.', orders.secretary, 'refuseDishOrder', { ...order, reason: ' ' }),
      on('reason: A reason has at most 500 characters.', orders.secretary, 'refuseDishOrder', {
        ...order,
        reason: long(501),
      }),
    );
  });

  it('of a dispatch is its own unit, and an answer that is awaited too early or too late', async () => {
    const order = await orders.placed('clinic');
    const named = { ...order, unitId: world.unit('food-market') };
    const past = 'answerBy: Until when one waits for an answer lies ahead.';
    const late =
      'answerBy: An answer is awaited until the end of the last day on which it is wished at the latest.';
    const dispatch = (expected: string, variables: object): RefusedAct =>
      on(expected, orders.secretary, 'dispatchDishOrder', variables);
    await refused(
      dispatch('unitId: Nobody serves its own order.', { ...order, unitId: world.unit('clinic') }),
      dispatch(past, { ...named, answerBy: '2026-11-23T09:00:00+08:00' }),
      dispatch(late, { ...named, answerBy: '2026-12-21T00:00:01+08:00' }),
    );
    const open = await orders.open('clinic');
    await refused(on('FORBIDDEN: Nobody serves its own order.', 'clinic', 'acceptDishOrder', open));
    const awaited = await orders.act(orders.secretary, 'dispatchDishOrder', {
      ...named,
      answerBy: '2026-12-21T00:00:00+08:00',
    });
    expect(awaited.state).toBe('DISPATCHED');
    await refused(
      on('reason: Say why.', 'food-market', 'declineDishOrder', { ...awaited, reason: ' ' }),
      on('reason: A reason has at most 500 characters.', 'food-market', 'declineDishOrder', {
        ...awaited,
        reason: long(501),
      }),
    );
  });

  it('of what serves an order is silence, another unit, another’s activity and a second order', async () => {
    const order = await orders.accepted('clinic', 'fire-squadron');
    const second = await orders.accepted('clinic', 'fire-squadron', { title: '楼道检查' });
    const dish = await doing.menus.proposed('fire-squadron', { dates: [onDay(16)] });
    const theirs = await doing.menus.taken('food-market', { title: '买菜课', dates: [onDay(17)] });
    await doing.menus.published();
    const link = (expected: string, account: string, dishId: string, orderId: string): RefusedAct => [
      expected,
      () => askDone(world.actingAs(account), LINK, { dishId, orderId }),
    ];
    const own = await doing.menus.draft('clinic', { dates: [onDay(18)] });
    const input = doing.menus.input({ dates: [onDay(18)], orderId: order.id });
    const notServing = 'FORBIDDEN: Your unit has not accepted this order.';
    const notLeading = 'FORBIDDEN: Your unit does not lead this activity.';
    await refused(
      on('served: Say what was done.', 'fire-squadron', 'serveDishOrder', { ...order, served: ' ' }),
      on(TEXT('served'), 'fire-squadron', 'serveDishOrder', { ...order, served: long(2001) }),
      [notServing, () => doing.menus.tryAct('clinic', 'createDish', { input })],
      link(notServing, 'clinic', own.id, order.id),
      link(notLeading, 'fire-squadron', theirs.id, order.id),
      link(notLeading, doing.menus.secretary, dish.id, order.id),
    );
    await askDone(world.as('fire-squadron'), LINK, { dishId: dish.id, orderId: order.id });
    await refused(
      link('WrongState: The activity answers another order.', 'fire-squadron', dish.id, second.id),
    );
    const served = await orders.act('fire-squadron', 'serveDishOrder', order);
    await refused(on('reason: Say why.', 'clinic', 'reopenDishOrder', { ...served, reason: ' ' }));
  });

  it('of a sign-up is more than a million, and a second one of the same unit', async () => {
    const signUps = new SignUpActs(world, doing.menus);
    const { id: dishId } = await signUps.published({ title: '歌会', dates: [onDay(19)] });
    const signUp = await signUps.sign('food-market', { id: dishId }, 3);
    const { id, version } = signUp;
    const most = 'heads: Sign up a million persons at most.';
    await refused(
      [most, () => signUps.try('savings-bank', 'signUpForDish', { dishId, heads: 1_000_001 })],
      [most, () => signUps.try('food-market', 'updateSignUp', { id, version, heads: 1_000_001 })],
      [
        'WrongState: The unit is signed up: change how many come.',
        () => signUps.try('food-market', 'signUpForDish', { dishId, heads: 3 }),
      ],
    );
  });

  it('of a check-in, of codes, of a review and of an outcome is what cannot be', async () => {
    const { dishId, dateId } = await doing.published({ title: '义诊', dates: [onDay(20)] });
    doing.setClock(20, '09:00');
    const code = await doing.code(dateId);
    const six = 'BAD_USER_INPUT: code: Type the six digits of the code.';
    const codes = (expected: string, count: number): RefusedAct =>
      at(expected, 'clinic', 'handOutReviewCodes', { dateId, count });
    await refused(
      at(six, 'food-market', 'checkInAtDish', { dateId, code: '12345', heads: 1 }),
      at(six, 'food-market', 'checkInAtDish', { dateId, code: 'abcdef', heads: 1 }),
      at('BAD_USER_INPUT: heads: Say how many came: one at least.', 'food-market', 'checkInAtDish', {
        dateId,
        code,
        heads: 0,
      }),
      at(
        'BAD_USER_INPUT: input.heads: As many as came; 0 takes back what was noted.',
        'clinic',
        'noteDishCheckIn',
        {
          input: { dateId, heads: -1 },
        },
      ),
      codes('BAD_USER_INPUT: count: One code at least.', 0),
      codes('BAD_USER_INPUT: count: At most 200 at once.', 201),
      codes('WrongState: Nobody is checked in yet: codes are for those who came.', 1),
    );
    await doing.note('clinic', dateId, 5);
    const left = 'more: one for each who came, and a fifth over; 2,000 in all.';
    await refused(codes(`BAD_USER_INPUT: count: At most 6 ${left}`, 7));
    expect(await doing.paths(dateId, 6)).toHaveLength(6);
    const hours =
      'BAD_USER_INPUT: input.hours: Hours are a number above 0, to 1,000,000, with at most two places.';
    const outcome = (expected: string, changes: object): RefusedAct =>
      at(expected, 'clinic', 'fileDishOutcome', {
        dishId,
        input: { heads: 5, hours: '2', what: '量血压', ...changes },
      });
    doing.setClock(20, '12:00');
    await refused(
      codes(
        'BAD_USER_INPUT: count: All codes are handed out: one for each who came, and a fifth over; 2,000 in all.',
        1,
      ),
      at(
        'BAD_USER_INPUT: input.comment: A comment has at most 500 characters.',
        'food-market',
        'reviewDish',
        {
          dishId,
          input: { mark: 5, comment: long(501) },
        },
      ),
      ...['0', '0.00', '1.234', '1000000.01'].map((said) => outcome(hours, { hours: said })),
      outcome(`BAD_USER_INPUT: ${TEXT('input.what')}`, { what: long(2001) }),
    );
    expect((await doing.seen('clinic', dishId))?.outcome).toBeNull();
  });

  it('of a survey is silence, and a fifty-first finding', async () => {
    const { dishId } = await doing.published({ kind: 'TOPICAL_SURVEY', title: '调研', dates: [onDay(21)] });
    doing.setClock(21, '12:00');
    const find = (text: string) => askDone(world.as('clinic'), FIND, { input: { dishId, text } });
    await refused(
      ['input.text: Say what was found.', () => find('\u3000')],
      [TEXT('input.text'), () => find(long(2001))],
    );
    await find('缺车位');
    await queryAsSuperuser(MORE_FINDINGS, world.api.database.name);
    expect(await find('缺座椅')).toMatchObject({ findings: { length: 50 } });
    await refused(['WrongState: A survey has at most 50 findings.', () => find('缺路灯')]);
  });
});
