import { MenuActs, onDay } from '../../support/menu-acts.js';
import { SignUpActs, type SeenSignUp } from '../../support/sign-up-acts.js';
import { versionOf } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

/** Units sign up, wait, are let in and cancel; dates are dropped, and a version tells of what changed. */
export async function signUpInEveryWay(all: Everything, world: World): Promise<void> {
  const acts = new SignUpActs(world, new MenuActs(world, 'southeast', '2027-01-01'));
  const [first, second] = [onDay(12), onDay(19)].map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.replace('2026-12', '2027-01'),
    endsAt: endsAt.replace('2026-12', '2027-01'),
  }));
  const { id: dishId } = await acts.published({ quota: 4, dates: [first, second] });
  const [clinic, market] = [world.as('clinic'), world.as('food-market')];
  const own = await all.ask<SeenSignUp>(clinic, 'signUpForDish', { dishId, heads: 4 });
  const waiting = await all.ask<SeenSignUp>(market, 'signUpForDish', { dishId, heads: 4 });
  await all.ask(market, 'updateSignUp', { ...versionOf(waiting), heads: 3 });
  await all.ask(clinic, 'cancelSignUp', versionOf(own));
  await all.ask(world.as('southeast-officer'), 'signUpForDish', {
    dishId,
    heads: 1,
    onBehalfOf: world.unit('developer'),
  });
  const [date] = (await acts.dish(dishId)).dates;
  const { id, startsAt, endsAt } = date ?? {};
  await acts.change({ id: dishId }, { place: '活动室', dates: [{ id, startsAt, endsAt }] });
  await acts.menus.published();
  for (const notice of await acts.notices('food-market')) await all.read(market, notice.id);
}

/** Both lists in every order, and by every filter at once. */
export function signUpWishes(all: Everything, world: World): [string, object][] {
  const [networkId, unitId] = [world.network('southeast'), world.unit('food-market')];
  const of = { networkId, unitId };
  return [
    ...all.valuesOf('SignUpOrder').map((orderBy): [string, object] => ['signUps', { orderBy }]),
    ['signUps', { filter: { ...of, dishId: world.unit('clinic'), states: ['CONFIRMED', 'WAITING'] } }],
    ['menuNotices', {}],
    ['menuNotices', { filter: { ...of, kinds: ['PROMOTED'], from: '2026-11-01T00:00:00+08:00' } }],
  ];
}
