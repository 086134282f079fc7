import { toldWhenRecorded } from '#messages';

export const DISH_ORDER_MESSAGES = toldWhenRecorded(
  'DishOrder',
  `SELECT o.id AS thing_id, o.network_id, o.title, NULL::timestamptz AS starts_at FROM dish_order o
    WHERE o.region_id = $1 AND o.id = ANY ($2)`,
);
