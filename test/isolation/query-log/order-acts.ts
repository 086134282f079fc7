import { MenuActs } from '../../support/menu-acts.js';
import { OrderActs, type SeenOrder } from '../../support/order-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

/** Orders to every end that they can come to, and a dish that answers one. */
export async function orderInEveryWay(all: Everything, world: World): Promise<void> {
  const [clinic, market, officer] = [
    world.as('clinic'),
    world.as('food-market'),
    world.as('southeast-officer'),
  ];
  const reason = '改期';
  const place = () => all.ask<SeenOrder>(clinic, 'placeDishOrder', { input: new OrderActs(world).input() });
  const dispatch = (order: Versioned, unit?: string) =>
    all.ask<SeenOrder>(officer, 'dispatchDishOrder', {
      ...versionOf(order),
      ...(unit && { unitId: world.unit(unit) }),
    });
  const asOfficer = (order: Versioned) => all.get<SeenOrder>(officer, order.id);
  await all.ask(officer, 'refuseDishOrder', { ...versionOf(await place()), reason });
  const changed = await all.ask<SeenOrder>(clinic, 'updateDishOrder', {
    ...versionOf(await place()),
    input: { heads: 50, contactName: '李主任' },
  });
  const recalled = await all.ask<SeenOrder>(
    officer,
    'recallDishOrder',
    versionOf(await dispatch(changed, 'food-market')),
  );
  const named = await dispatch(recalled, 'food-market');
  await all.ask(market, 'declineDishOrder', { ...versionOf(named), reason });
  const { id } = await dispatch(await asOfficer(named));
  const accepted = await all.ask<SeenOrder>(market, 'acceptDishOrder', { id });
  // The menu of December is closed.
  const dates = [{ startsAt: '2027-01-22T09:00:00+08:00', endsAt: '2027-01-22T11:00:00+08:00' }];
  const input = new MenuActs(world, 'southeast', '2027-01-01').input({ dates });
  const dish = await all.ask<Versioned>(market, 'createDish', { input: { ...input, orderId: id } });
  await all.ask(market, 'unlinkDishFromOrder', { dishId: dish.id });
  await all.ask(market, 'linkDishToOrder', { dishId: dish.id, orderId: id });
  const served = await all.ask<SeenOrder>(market, 'serveDishOrder', {
    ...versionOf(accepted),
    served: '已办',
  });
  const again = await all.ask<SeenOrder>(clinic, 'reopenDishOrder', { ...versionOf(served), reason });
  await dispatch(again, 'food-market');
  const twice = await all.ask<SeenOrder>(market, 'acceptDishOrder', { id });
  const done = await all.ask<SeenOrder>(market, 'serveDishOrder', { ...versionOf(twice), served: '补办' });
  await all.ask(clinic, 'closeDishOrder', versionOf(done));
  await all.ask(clinic, 'withdrawDishOrder', { ...versionOf(await dispatch(await place())), reason });
}

/** Every filter of both lists at once, and every order. */
export function orderWishes(all: Everything, world: World): [string, object][] {
  const networkId = world.network('southeast');
  const [unitId, serverUnitId] = [world.unit('clinic'), world.unit('food-market')];
  return [
    ['dishOrders', { filter: { networkId, unitId, serverUnitId, states: ['CLOSED'] } }],
    ['dishOrderRequests', { filter: { networkId, unitId: serverUnitId, states: ['DECLINED'] } }],
    ...all.valuesOf('DishOrderOrderBy').map((orderBy): [string, object] => ['dishOrders', { orderBy }]),
    ...all
      .valuesOf('DishOrderRequestOrder')
      .map((orderBy): [string, object] => ['dishOrderRequests', { orderBy }]),
  ];
}
