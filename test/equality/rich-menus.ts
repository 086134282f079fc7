import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { NeedActs } from '../support/need-acts.js';
import type { World } from '../support/world.js';

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
  const need = await new NeedActs(world).open('clinic');
  const lost = await acts.taken('clinic', { needId: need.id, place: '活动室' });
  await acts.published();
  await acts.act(secretary, 'cancelDish', (await acts.dish(secretary, lost.id)) ?? lost);
  await acts.act('clinic', 'createDish', { input: acts.input({ copyOfId: led.id }) });
  await acts.published();
  await new MenuActs(world, 'riverside', '2027-01-01').onMenu('openMenu', {
    networkId: world.network('riverside'),
    month: '2027-01-01',
  });
  const there = new MenuActs(world.other);
  await there.taken('clinic');
  await there.published();
}

function answer(acts: MenuActs, account: string, dish: SeenDish, accept: boolean): Promise<SeenDish> {
  const host = dish.hosts.find(({ unit, state }) => unit?.code === account && state === 'ASKED');
  return acts.act(account, 'answerDishHost', { id: host?.id, version: host?.version, accept });
}
