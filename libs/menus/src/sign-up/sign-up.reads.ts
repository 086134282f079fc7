import { UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { Dish } from '../dish/dish.entity.js';
import { DISH_READS } from '../dish/dish.reads.js';
import { DishPlaces } from './dish-places.entity.js';
import { SignUp } from './sign-up.entity.js';
import { SignUpOrder, type SignUpFilter } from './sign-up.inputs.js';

export const SIGN_UP_READS = readsOf(SignUp, 'SignUp', (signUp) => ({
  dish: signUp.row(DISH_READS, { id: 'dishId' }),
  unit: signUp.row(UNIT_READS, { id: 'unitId' }),
}));

const DISH_PLACES_READS = readsOf(DishPlaces, 'DishPlaces', (places) => ({
  freeHeads: places.sql(
    ({ quota, confirmedHeads }: Columns<DishPlaces>): Sql => sql`(${quota} - ${confirmedHeads})`,
  ),
}));

const ORDERS: Record<SignUpOrder | 'LINE', (signUp: Columns<SignUp>) => Order[]> = {
  SIGNED_AT_DESC: ({ signedAt, id }) => [desc(signedAt), desc(id)],
  SIGNED_AT_ASC: ({ signedAt, id }) => [asc(signedAt), asc(id)],
  LINE: ({ lineNumber, id }) => [asc(lineNumber), asc(id)],
};

interface SignUpWish {
  /** A dish may be given by a row. */
  readonly filter: Omit<SignUpFilter, 'dishId'> & { readonly dishId?: Sql | string | null };
  readonly orderBy: keyof typeof ORDERS;
}

/** One's own, those for what one's unit leads, and for a committee all of its networks. */
export const SIGN_UPS = listOf(SIGN_UP_READS, {
  name: 'signUps',
  where: (signUp, { filter }: SignUpWish) => [
    filter.networkId && sql`${signUp.networkId} = ${filter.networkId}`,
    filter.dishId && sql`${signUp.dishId} = ${filter.dishId}`,
    filter.unitId && sql`${signUp.unitId} = ${filter.unitId}`,
    filter.states && sql`${signUp.state} = ANY (${filter.states})`,
  ],
  orderBy: (signUp, { orderBy }: SignUpWish) => ORDERS[orderBy](signUp),
});

/** What sign-ups are, and what they add to dishes. */
export const SIGN_UP_TYPES = [
  SIGN_UP_READS,
  DISH_PLACES_READS,
  readsOf(Dish, 'Dish', (dish) => ({
    places: dish.row(DISH_PLACES_READS, { dishId: 'id' }),
    signUps: dish.page(SIGN_UPS, ({ id }) => ({ filter: { dishId: id }, orderBy: 'LINE' as const })),
    signUpChatText: dish.resolverOfEntity(),
  })),
];
