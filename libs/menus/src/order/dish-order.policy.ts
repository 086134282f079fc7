import { DishOrderState } from './dish-order.entity.js';

/** What is not so of an order that nobody is asked to serve. */
export const UNDISPATCHED = {
  putToUnitId: null,
  serverUnitId: null,
  way: null,
  answerBy: null,
  dispatchedAt: null,
  openedAt: null,
  acceptedAt: null,
  servedAt: null,
  served: null,
};

/** It may yet be served. */
export const UNSERVED_ORDERS: readonly DishOrderState[] = [
  DishOrderState.PLACED,
  DishOrderState.DISPATCHED,
  DishOrderState.ACCEPTED,
];
