import { UNIT_READS } from '#network';
import { asc, ASKER, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { Dish } from '../dish/dish.entity.js';
import { DISH_READS } from '../dish/dish.reads.js';
import { DISH_FIGURES_READS } from '../doing/dish-figures.reads.js';
import { DishReview } from './dish-review.entity.js';
import { DishReviewOrder, type DishReviewFilter } from './dish-review.inputs.js';
import { DishReviewer } from './dish-reviewer.entity.js';

const DISH_REVIEWER_READS = readsOf(DishReviewer, 'DishReviewer', (reviewer) => ({
  unit: reviewer.row(UNIT_READS, { id: 'unitId' }),
}));
const OWN_DISH_REVIEW_READS = readsOf(DishReviewer, 'OwnDishReview', () => ({}));

export const DISH_REVIEW_READS = readsOf(DishReview, 'DishReview', (review) => ({
  dish: review.row(DISH_READS, { id: 'dishId' }),
  reviewer: review.row(DISH_REVIEWER_READS, { id: 'id' }),
}));

const ORDERS: Record<DishReviewOrder, (review: Columns<DishReview>) => Order[]> = {
  DAY_DESC: ({ day, id }) => [desc(day), desc(id)],
  DAY_ASC: ({ day, id }) => [asc(day), asc(id)],
};

interface DishReviewWish {
  /** A dish may be given by a row. */
  readonly filter: Omit<DishReviewFilter, 'dishId'> & { readonly dishId?: Sql | string | null };
  readonly orderBy: DishReviewOrder;
}

/** Of dishes that one holds, and for a committee all of its networks. */
export const DISH_REVIEWS = listOf(DISH_REVIEW_READS, {
  name: 'dishReviews',
  where: (review, { filter }: DishReviewWish) => [
    filter.networkId && sql`${review.networkId} = ${filter.networkId}`,
    filter.dishId && sql`${review.dishId} = ${filter.dishId}`,
    filter.from && sql`${review.day} >= ${filter.from}`,
    filter.to && sql`${review.day} < ${filter.to}`,
  ],
  orderBy: (review, { orderBy }: DishReviewWish) => ORDERS[orderBy](review),
});

/** What reviews add to a dish. */
export const DISH_REVIEW_TYPES = [
  DISH_FIGURES_READS,
  DISH_REVIEWER_READS,
  OWN_DISH_REVIEW_READS,
  DISH_REVIEW_READS,
  readsOf(Dish, 'Dish', (dish) => ({
    figures: dish.row(DISH_FIGURES_READS, { dishId: 'id' }),
    reviews: dish.page(DISH_REVIEWS, ({ id }) => ({
      filter: { dishId: id },
      orderBy: DishReviewOrder.DAY_DESC,
    })),
    // One as a unit or one as a representative: of the other the policy shows nothing.
    ownReview: dish.row(
      OWN_DISH_REVIEW_READS,
      (own, { id }) =>
        sql`${own.dishId} = ${id} AND (${own.unitId} = ${ASKER.unitId} OR ${own.personId} = ${ASKER.personId})`,
    ),
  })),
];
