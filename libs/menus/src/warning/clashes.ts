import type { Span } from '#calendar';
import { DishKind, type Segment } from '../dish/dish.entity.js';

export enum MenuWarningCode {
  SAME_PLACE = 'SAME_PLACE',
  SAME_LEAD = 'SAME_LEAD',
  SAME_AUDIENCE = 'SAME_AUDIENCE',
  LEAD_AWAITED = 'LEAD_AWAITED',
  HOST_AWAITED = 'HOST_AWAITED',
  BOOKING_PENDING = 'BOOKING_PENDING',
  ABOVE_CAPACITY = 'ABOVE_CAPACITY',
  UNPUBLISHED_CHANGES = 'UNPUBLISHED_CHANGES',
  RESULT_MISSING = 'RESULT_MISSING',
}

/** What of a dish may clash with another. */
export interface ComposedDish {
  readonly id: string;
  readonly kind: DishKind;
  readonly leadUnitId: string;
  readonly place: string | null;
  readonly segments: readonly Segment[];
  readonly dates: readonly Span[];
  /** Offers that are booked for it. */
  readonly offerIds: readonly string[];
}

export interface Clash {
  readonly code: MenuWarningCode;
  readonly dishIds: readonly [string, string];
}

/** Which dishes of a month want the same place, lead or people at the same time. A service day goes on beside everything. */
export function findClashes(dishes: readonly ComposedDish[]): Clash[] {
  const composed = dishes.filter(({ kind }) => kind !== DishKind.SERVICE_DAY);
  return composed.flatMap((one, at) =>
    composed
      .slice(at + 1)
      .filter((other) => meets(one, other))
      .flatMap((other) => clashesOf(one, other)),
  );
}

function clashesOf(one: ComposedDish, other: ComposedDish): Clash[] {
  const dishIds: [string, string] = [one.id, other.id];
  const { SAME_PLACE, SAME_LEAD, SAME_AUDIENCE } = MenuWarningCode;
  return [
    ...(isSamePlace(one, other) ? [{ code: SAME_PLACE, dishIds }] : []),
    ...(one.leadUnitId === other.leadUnitId ? [{ code: SAME_LEAD, dishIds }] : []),
    ...(one.segments.some((each) => other.segments.includes(each)) ? [{ code: SAME_AUDIENCE, dishIds }] : []),
  ];
}

function meets(one: ComposedDish, other: ComposedDish): boolean {
  return one.dates.some((a) => other.dates.some((b) => a.startsAt < b.endsAt && b.startsAt < a.endsAt));
}

function isSamePlace(one: ComposedDish, other: ComposedDish): boolean {
  const isSameText = one.place !== null && one.place === other.place;
  return isSameText || one.offerIds.some((id) => other.offerIds.includes(id));
}
