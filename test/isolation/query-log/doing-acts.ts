import { DoingActs } from '../../support/doing-acts.js';
import { MenuActs, onDay } from '../../support/menu-acts.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

const MONTH = '2027-01-01';

/** A dish is held, reviewed by those with an account and without one, and what came of it is filed. */
export async function holdInEveryWay(all: Everything, world: World): Promise<void> {
  const [clinic, market] = [world.as('clinic'), world.as('food-market')];
  const before = world.clock.now();
  const acts = new MenuActs(world, 'southeast', MONTH);
  const span = { startsAt: '2027-01-12T09:00:00+08:00', endsAt: '2027-01-12T11:00:00+08:00' };
  const { id: dishId, dates } = await acts.taken('clinic', { dates: [span] });
  await acts.published();
  const dateId = dates[0]?.id;
  world.clock.set(new Date(span.startsAt));
  type Desk = { checkInCode: { code: string } };
  const { code } = (await all.ask<Desk>(clinic, 'openDishDesk', { dateId })).checkInCode;
  await all.ask(market, 'checkInAtDish', { dateId, code, heads: 3 });
  await all.ask(clinic, 'noteDishCheckIn', { input: { dateId, heads: 20 } });
  await all.ask(clinic, 'noteDishCheckIn', { input: { dateId, heads: 21 } });
  type Codes = { codes: { path: string }[] };
  const { codes } = await all.ask<Codes>(clinic, 'handOutReviewCodes', { dateId, count: 2 });
  await review(world, codes[0]?.path ?? '');
  const url = `/dish-dates/${dateId}/review-slips.html?count=1`;
  const { statusCode } = await clinic.send({ method: 'POST', url });
  if (statusCode !== 200) throw new Error(`The slips answered ${statusCode}.`);
  for (const mark of [4, 5]) {
    await all.ask(market, 'reviewDish', { dishId, input: { mark, comment: '很好' } });
    await all.ask(world.as('resident-1'), 'reviewDish', { dishId, input: { mark } });
  }
  world.clock.set(new Date(span.endsAt));
  const input = { heads: 24, hours: '8', what: '义诊二十四人' };
  type Filed = { id: string; version: number };
  const { id, version } = await all.ask<Filed>(world.as('southeast-officer'), 'fileDishOutcome', {
    dishId,
    input,
  });
  await all.ask(world.as('southeast-officer'), 'updateDishOutcome', { id, version, input });
  await all.ask(clinic, 'updateDishOutcome', { id, version: version + 1, input });
  // One waits until no more can come.
  for (const day of ['2027-01-13', '2027-01-27']) {
    world.clock.set(new Date(`${day}T00:00:00+08:00`));
    await new DoingActs(world).releaseReviews();
  }
  world.clock.set(new Date(span.endsAt));
  await review(world, codes[1]?.path ?? '');
  world.clock.set(before);
}

async function review(world: World, url: string): Promise<void> {
  const page = await world.nobody().send({ method: 'GET', url });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const thanks = await world.nobody().send({ method: 'POST', url, payload: 'mark=5', headers });
  if (page.statusCode !== 200 || thanks.statusCode !== 200) throw new Error('A resident could not review.');
}

/** Every filter of both lists at once. */
export function doingFilters(world: World): [string, object][] {
  const networkId = world.network('southeast');
  const { startsAt: from, endsAt: to } = onDay(1);
  return [
    ['dishReviews', { filter: { networkId, dishId: networkId, from: '2026-12-01', to: '2027-02-01' } }],
    ['dishOutcomes', { filter: { networkId, from, to } }],
  ];
}
