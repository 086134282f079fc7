import { attachPicture } from '../support/attached.js';
import { DoingActs } from '../support/doing-acts.js';
import { MenuActs } from '../support/menu-acts.js';
import type { TestRegion } from '../support/test-region.js';
import type { World } from '../support/world.js';

const MONTH = '2027-03-01';
const FIND = `mutation ($input: AddDishFindingInput!) { addDishFinding(input: $input) { __typename } }`;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Dishes that are over: who came, by the code and by the list, reviews with and without a name, and what came of them. */
export async function hold(world: World): Promise<void> {
  const before = world.clock.now();
  const acts = new DoingActs(world);
  const [full, bare] = await published(world, 'southeast', ['clinic', 'food-market']);
  const elsewhere = [
    ...(await published(world, 'riverside', ['riverside-primary'])),
    ...(await published(world.other, 'southeast', ['clinic'])),
  ];
  world.clock.set(new Date(inMarch(12, '09:00')));
  for (const [unit, heads] of [
    ['food-market', 4],
    ['developer', 0],
    ['savings-bank', 2],
  ] as const)
    await acts.note('clinic', full?.dateId ?? '', heads, unit);
  await acts.note('southeast-officer', full?.dateId ?? '', 25);
  const [path = '', ...codes] = await acts.paths(full?.dateId ?? '', 5);
  for (const [at, url] of [path, ...codes].entries())
    await world.nobody().send({ method: 'POST', url, payload: `mark=${(at % 3) + 3}`, headers: FORM });
  for (const account of ['food-market', 'savings-bank', 'resident-1', 'resident-2'])
    await acts.act(account, 'reviewDish', {
      dishId: full?.dishId,
      input: { mark: 4, comment: `${account}：好` },
    });
  world.clock.set(new Date(inMarch(13, '09:00')));
  await acts.note('southeast-officer', bare?.dateId ?? '', 7);
  const filed = await acts.act('clinic', 'fileDishOutcome', {
    dishId: full?.dishId,
    input: outcome(29, '12.5'),
  });
  await attachPicture(world.as('clinic'), String(filed['id']));
  await acts.act('clinic', 'updateDishOutcome', {
    id: filed['id'],
    version: filed['version'],
    input: outcome(30, '12.5'),
  });
  await acts.act('southeast-officer', 'fileDishOutcome', { dishId: bare?.dishId, input: outcome(7, '3') });
  for (const [region, account, held] of [
    [world, 'riverside-primary', elsewhere[0]],
    [world.other, 'clinic', elsewhere[1]],
  ] as const)
    await region
      .actingAs(account)
      .ask(
        `mutation ($dishId: ID!, $input: DishOutcomeInput!) { fileDishOutcome(dishId: $dishId, input: $input) { __typename } }`,
        { dishId: held?.dishId, input: outcome(3, '0.5') },
      );
  for (const text of ['三成老人不会用手机挂号', '夜间路灯不足'])
    await world.as('clinic').ask(FIND, { input: { dishId: full?.dishId, text } });
  world.clock.set(before);
}

async function published(region: TestRegion, network: string, accounts: readonly string[]) {
  const acts = new MenuActs(region, network, MONTH);
  const dates = [{ startsAt: inMarch(12, '09:00'), endsAt: inMarch(12, '11:00') }];
  const dishes = [];
  for (const account of accounts)
    dishes.push(await acts.taken(account, { dates, title: `${account}的活动`, kind: 'TOPICAL_SURVEY' }));
  await acts.published();
  return dishes.map(({ id: dishId, dates: [date] }) => ({ dishId, dateId: date?.id ?? '' }));
}

function outcome(heads: number, hours: string): object {
  return { heads, hours, what: `服务${heads}人` };
}

function inMarch(day: number, time: string): string {
  return `${MONTH.slice(0, 8)}${day}T${time}:00+08:00`;
}
