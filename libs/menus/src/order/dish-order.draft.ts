import { localDayOf, spanOfDay } from '#calendar';
import { ApiError } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Temporal } from 'temporal-polyfill';
import { Segment } from '../dish/dish.entity.js';
import { MONTHS_AHEAD } from '../menu/month.js';
import type { DishOrder } from './dish-order.entity.js';
import type { UpdateDishOrderInput } from './dish-order.inputs.js';
import { DISH_ORDER_WORDS } from './dish-order.words.js';

type DishOrderSaid = Pick<
  DishOrder,
  'title' | 'what' | 'kind' | 'segments' | 'heads' | 'fromDay' | 'toDay' | 'place'
>;

/** What is said anew; null empties what may be empty, and leaves the rest. */
export function wishOf(input: UpdateDishOrderInput, before: DishOrderSaid): DishOrderSaid {
  const { title, segments, fromDay, toDay } = input;
  const { what = before.what, kind = before.kind, heads = before.heads, place = before.place } = input;
  return {
    title: title ?? before.title,
    segments: segments ? [...new Set(segments)] : before.segments,
    fromDay: fromDay ?? before.fromDay,
    toDay: toDay ?? before.toDay,
    what,
    kind,
    heads,
    place,
  };
}

/** What an order says whose unit has said no more than it must. */
export function silentWish({ title, fromDay, toDay }: Pick<DishOrder, 'title' | 'fromDay' | 'toDay'>) {
  const silent = { what: null, kind: null, heads: null, place: null };
  return { title, fromDay, toDay, segments: [Segment.ALL], ...silent };
}

/** @throws ApiError BAD_USER_INPUT for days that are over, lie too far ahead or end before they begin */
export async function expectDaysAhead(
  tx: TenantTransaction,
  { fromDay, toDay }: Pick<DishOrder, 'fromDay' | 'toDay'>,
): Promise<void> {
  const today = localDayOf(tx.now, await timeZoneOf(tx));
  if (toDay < fromDay) throw badDay(DISH_ORDER_WORDS.endsBeforeStart);
  if (toDay < today.toString()) throw badDay(DISH_ORDER_WORDS.daysAreOver);
  if (toDay > today.add({ months: MONTHS_AHEAD }).toString()) throw badDay(DISH_ORDER_WORDS.tooFarAhead);
}

/** Whether none of the days on which it is wished is left, in the network’s zone. */
export async function areDaysOver(tx: TenantTransaction, { toDay }: DishOrder): Promise<boolean> {
  return toDay < localDayOf(tx.now, await timeZoneOf(tx)).toString();
}

/** Whether the first of these days lies ahead, in the network’s zone. */
export async function areDaysAhead(tx: TenantTransaction, { fromDay }: DishOrder): Promise<boolean> {
  return fromDay > localDayOf(tx.now, await timeZoneOf(tx)).toString();
}

/** When the last of these days ends, in the network’s zone. */
export async function endOfDays(tx: TenantTransaction, { toDay }: DishOrder): Promise<Date> {
  return spanOfDay(Temporal.PlainDate.from(toDay), await timeZoneOf(tx)).endsAt;
}

function badDay(message: (typeof DISH_ORDER_WORDS)['daysAreOver']): ApiError {
  return ApiError.badInput([{ path: 'input.toDay', message }]);
}
