import { writeChineseDay, writeChineseTime } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { DISH_KINDS, SEGMENTS } from '../dish/dish.words.js';
import { DispatchWay, DishOrderState, type DishOrder } from './dish-order.entity.js';
import {
  DISH_ORDER_CHAT,
  DISH_ORDER_CHAT_TITLES,
  DISH_ORDER_STATES,
  OPEN_ORDER_CHAT_TITLE,
} from './dish-order.words.js';

/** What one would write into the group chat about an order, in plain Chinese: no names of persons, no phones. */
export async function writeOrderChat(tx: TenantTransaction, order: DishOrder): Promise<string> {
  const { state, title, served, reason } = order;
  const isOpen = state === DishOrderState.DISPATCHED && order.way === DispatchWay.OPEN;
  return hidePhones(
    joinChat([
      DISH_ORDER_CHAT.headline({
        title: isOpen ? OPEN_ORDER_CHAT_TITLE : DISH_ORDER_CHAT_TITLES[state],
        wish: title,
        state: DISH_ORDER_STATES[state].zh,
      }),
      DISH_ORDER_CHAT.owner({ unit: await nameOf(tx, order.unitId) }),
      order.serverUnitId && DISH_ORDER_CHAT.server({ unit: await nameOf(tx, order.serverUnitId) }),
      ...(await writeWish(tx, order)),
      served === null ? null : DISH_ORDER_CHAT.served({ served }),
      reason === null ? null : DISH_ORDER_CHAT.reason({ reason }),
      isOpen ? DISH_ORDER_CHAT.first : null,
    ]),
  );
}

/** What is wished, where, when and for whom. */
export async function writeWish(tx: TenantTransaction, order: DishOrder): Promise<(string | null)[]> {
  const { kind, heads, place, what, segments, fromDay, toDay, answerBy, state } = order;
  const from = writeDay(fromDay);
  const isAwaited = state === DishOrderState.DISPATCHED && answerBy;
  return [
    kind && DISH_ORDER_CHAT.kind({ kind: DISH_KINDS[kind].zh }),
    fromDay === toDay ? DISH_ORDER_CHAT.day({ from }) : DISH_ORDER_CHAT.days({ from, to: writeDay(toDay) }),
    place === null ? null : DISH_ORDER_CHAT.place({ place }),
    what === null ? null : DISH_ORDER_CHAT.what({ what }),
    DISH_ORDER_CHAT.segments({ segments: segments.map((one) => SEGMENTS[one].zh).join('、') }),
    heads === null ? null : DISH_ORDER_CHAT.heads({ heads }),
    isAwaited ? DISH_ORDER_CHAT.answerBy({ at: writeChineseTime(answerBy, await timeZoneOf(tx)) }) : null,
  ];
}

export async function nameOf(tx: TenantTransaction, unitId: string): Promise<string> {
  return (await tx.find(Unit, unitId))?.name ?? DISH_ORDER_CHAT.aUnit;
}

function writeDay(day: string): string {
  return writeChineseDay(new Date(day), 'UTC');
}
