import { MenuActs, onDay } from '../support/menu-acts.js';
import { OrderActs } from '../support/order-acts.js';
import type { World } from '../support/world.js';

/** Orders in every state, of several units and in several networks; what may be empty is, and is not. */
export async function order(world: World): Promise<void> {
  const acts = new OrderActs(world);
  const { secretary } = acts;
  const bare = { what: null, heads: null, contactName: null, contactPhone: null };
  await acts.placed('clinic', { kind: 'LECTURE', place: '活动室', segments: ['ELDERLY', 'FAMILIES'] });
  await acts.open('food-market', bare);
  await acts.act(secretary, 'refuseDishOrder', await acts.placed('clinic', bare));
  await acts.act('clinic', 'withdrawDishOrder', await acts.named('clinic', 'developer'));
  const declined = await acts.named('clinic', 'food-market');
  await acts.act('food-market', 'declineDishOrder', declined);
  const { id, version } = (await acts.order(secretary, declined.id)) ?? declined;
  const answerBy = '2026-12-02T12:00:00+08:00';
  await acts.act(secretary, 'dispatchDishOrder', { id, version, answerBy, unitId: world.unit('developer') });
  const accepted = await acts.act('developer', 'acceptDishOrder', { id });
  const menus = new MenuActs(world, 'southeast', '2027-01-01');
  // Two, so that their list has an order.
  for (const day of [12, 13]) await menus.proposed('developer', { orderId: id, dates: [inJanuary(day)] });
  const served = await acts.act('developer', 'serveDishOrder', accepted);
  const again = await acts.act('clinic', 'reopenDishOrder', served);
  const open = await acts.act(secretary, 'dispatchDishOrder', again);
  const taken = await acts.act('police-post', 'acceptDishOrder', open);
  const done = await acts.act('police-post', 'serveDishOrder', taken);
  await acts.act('clinic', 'closeDishOrder', done);
  await acts.accepted('clinic', 'bus-639');
  await acts.placed(secretary);
  await new OrderActs(world, 'riverside').named('riverside-primary', 'riverside-property');
  await new OrderActs(world.other).served('clinic', 'bus-639');
}

function inJanuary(day: number): { startsAt: string; endsAt: string } {
  const { startsAt, endsAt } = onDay(day);
  const move = (at: string): string => at.replace('2026-12', '2027-01');
  return { startsAt: move(startsAt), endsAt: move(endsAt) };
}
