import { DoingActs } from '../../support/doing-acts.js';
import { onDay } from '../../support/menu-acts.js';
import { OrderActs } from '../../support/order-acts.js';
import type { World } from '../../support/world.js';
import { DAY, dayAhead, HOUR, instantAhead, REASON, type Scene } from './scene.js';

const officer = 'southeast-officer';

/** Orders of activities. */
export function orderScenes(world: World): readonly Scene[] {
  const orders = new OrderActs(world);
  const days = () => ({ fromDay: dayAhead(world, 0), toDay: dayAhead(world, 9) });
  const fire = 'fire-squadron';
  return [
    {
      kind: 'DISH_ORDER_TO_DISPATCH',
      stage: async () => ({ by: officer, id: (await orders.placed('clinic', days())).id }),
      settle: { dispatchDishOrder: { unitId: world.unit(fire) }, refuseDishOrder: REASON },
    },
    {
      kind: 'DISH_ORDER_TO_ACCEPT',
      stage: async () => ({ by: fire, id: (await orders.named('clinic', fire, days())).id }),
      settle: { acceptDishOrder: {}, declineDishOrder: REASON },
    },
    {
      kind: 'DISH_ORDER_UNANSWERED',
      stage: async () => {
        const placed = await orders.placed('clinic', days());
        const wish = { ...placed, unitId: world.unit(fire), answerBy: instantAhead(world, HOUR) };
        const { id } = await orders.act('southeast-committee', 'dispatchDishOrder', wish);
        world.clock.advance(2 * HOUR);
        return { by: officer, id };
      },
      settle: { recallDishOrder: {} },
    },
    {
      kind: 'DISH_ORDER_TO_SERVE',
      stage: async () => ({ by: fire, id: (await orders.accepted('clinic', fire, days())).id }),
      settle: { serveDishOrder: { served: '已办' }, declineDishOrder: REASON },
    },
    {
      kind: 'DISH_ORDER_LAST_WORD',
      stage: async () => ({ by: 'clinic', id: (await orders.served('clinic', fire, days())).id }),
      settle: { closeDishOrder: {}, reopenDishOrder: REASON },
    },
    {
      kind: 'DISH_ORDER_NEEDS_DAYS',
      stage: async () => {
        const today = dayAhead(world, 0);
        const { id } = await orders.placed('clinic', { fromDay: today, toDay: today });
        world.clock.advance(2 * DAY);
        return { by: 'clinic', id, more: { updateDishOrder: { input: { toDay: dayAhead(world, 5) } } } };
      },
      settle: { updateDishOrder: {}, withdrawDishOrder: REASON },
    },
  ];
}

/** The menu of December, from November on to the end of that month. */
export function menuScenes(world: World): readonly Scene[] {
  const doing = new DoingActs(world);
  const { menus } = doing;
  return [
    {
      kind: 'DISH_TO_TAKE',
      stage: async () => ({ by: officer, id: (await menus.proposed('clinic')).id }),
      settle: { takeDish: {}, returnDish: REASON },
    },
    {
      kind: 'DISH_RETURNED',
      stage: async () => ({
        by: 'clinic',
        id: (await menus.act(menus.secretary, 'returnDish', await menus.proposed('clinic'))).id,
      }),
      settle: { proposeDish: {}, withdrawDish: {} },
    },
    {
      kind: 'DISH_HOST_ASKED',
      stage: async () => {
        const dish = await menus.proposed('clinic');
        const { hosts } = await menus.act('clinic', 'askDishHost', {
          ...dish,
          unitId: world.unit('bus-639'),
        });
        return { by: 'bus-639', id: hosts[0]?.id ?? '' };
      },
      settle: { answerDishHost: { accept: true } },
    },
    {
      kind: 'MENU_TO_PUBLISH',
      stage: async () => {
        await menus.taken('clinic');
        return { by: 'southeast-committee', id: (await menus.menu()).id };
      },
      settle: { publishMenu: {} },
    },
    {
      kind: 'DISH_OUTCOME',
      stage: async () => {
        const { dishId: id } = await doing.published({ dates: [onDay(17)] });
        doing.setClock(17, '12:00');
        return { by: 'clinic', id };
      },
      settle: { fileDishOutcome: { input: { heads: 12, hours: '2', what: '讲了急救' } } },
    },
    {
      kind: 'MENU_TO_CLOSE',
      stage: async () => {
        world.clock.set('2027-01-02T09:00:00+08:00');
        return { by: officer, id: (await menus.menu()).id };
      },
      settle: { closeMenu: {} },
    },
  ];
}
