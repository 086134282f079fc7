import { MenuActs, onDay, onPastDay, type SeenDish } from '../support/menu-acts.js';
import type { World } from '../support/world.js';
import { listIds } from './stock.js';

const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) { __typename } }`;

/** Menus of several months, one published twice, and dishes in every state; what may be empty is, and is not. */
export async function dine(world: World): Promise<void> {
  const acts = new MenuActs(world);
  const { secretary } = acts;
  await acts.draft('clinic', { what: '第一行\n第二行', contactName: '李医生', contactPhone: '13812345678' });
  await acts.act('clinic', 'withdrawDish', await acts.proposed('clinic', { quota: 30, quotaPerUnit: 5 }));
  await acts.act(secretary, 'returnDish', await acts.proposed('food-market'));
  await acts.proposed('developer', { segments: ['ELDERLY', 'FAMILIES'] });

  const course = {
    kind: 'COURSE',
    title: '家长学校',
    dates: [onDay(6), onDay(13)],
    signUpDeadline: onDay(5).startsAt,
  };
  const led = await acts.taken(secretary, { ...course, leadUnitId: world.unit('clinic') });
  const answered = await answer(acts, 'clinic', led, true);
  const hosted = await acts.act(secretary, 'askDishHost', { ...answered, unitId: world.unit('food-market') });
  const declined = await answer(acts, 'food-market', hosted, false);
  const asked = await acts.act(secretary, 'askDishHost', { ...declined, unitId: world.unit('developer') });
  const offerId = await world.offer('computer-room');
  const items = [{ offerId, ...onDay(6) }];
  await world.as('clinic').ask(BOOK, { input: { dishId: asked.id, items } });
  const things = await listIds(world);
  const sources = [{ needId: things.get('Need')?.[0] }, { projectId: things.get('Project')?.[0] }];
  for (const source of [...sources, ...sources])
    await acts.taken('clinic', { ...source, dates: [onDay(17)] });
  const lost = await acts.taken('clinic', { place: '活动室' });
  await acts.published();
  await acts.act(secretary, 'cancelDish', (await acts.dish(secretary, lost.id)) ?? lost);
  await acts.act('clinic', 'createDish', { input: acts.input({ copyOfId: led.id }) });
  await acts.published();
  await acts.recorded('developer', { place: '活动室', dates: [onPastDay(20), onPastDay(21)] });
  await acts.recorded(secretary, { hostUnitIds: [world.unit('clinic')], dates: [onPastDay(19)] });
  for (const network of ['southeast', 'riverside']) await openJanuary(world, network);
  const there = new MenuActs(world.other);
  await there.taken('clinic');
  await there.published();
}

/** Of what is told of most, so that what came of it is a list. */
export async function serveAgain(world: World): Promise<void> {
  const acts = new MenuActs(world);
  for (const copyOfId of (await listIds(world)).get('Dish')?.slice(0, 3) ?? [])
    for (let copies = 0; copies < 2; copies++)
      await acts.tryAct('clinic', 'createDish', { input: acts.input({ copyOfId }) });
}

function openJanuary(world: World, network: string): Promise<unknown> {
  const month = '2027-01-01';
  return new MenuActs(world, network, month).onMenu('openMenu', { networkId: world.network(network), month });
}

function answer(acts: MenuActs, account: string, dish: SeenDish, accept: boolean): Promise<SeenDish> {
  const host = dish.hosts.find(({ unit, state }) => unit?.code === account && state === 'ASKED');
  return acts.act(account, 'answerDishHost', { id: host?.id, version: host?.version, accept });
}
