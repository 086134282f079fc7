import { OUTCOME } from './doing-stage.js';
import { list, REFUSAL, type WalkCase } from './walk-case.js';

const DATE = { dateId: ['DishDate'] } as const;

/** A mutation whose outcome is of that type. */
function act(field: string, declared: string, passed: string, type: string, depth = 1): WalkCase['document'] {
  return (select) =>
    `mutation (${declared}) { ${field}(${passed}) { __typename ${REFUSAL} ... on ${type} ${select.of(type, depth)} } }`;
}

/** The root fields of what is done at a dish and said of it. */
export const DOING_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.dishReviews': {
    actor: 'southeast-officer',
    document: (select) => `query ($filter: DishReviewFilter!) {
      dishReviews(filter: $filter) ${select.of('DishReviewConnection', 3)}
      names: dishReviews(filter: $filter, first: 3) { edges { node { reviewer ${select.of('DishReviewer', 1)} } } } }`,
    ids: { 'filter.networkId': ['Network'], 'filter.dishId': ['Dish'] },
    own: async ({ world, doing }) => ({
      filter: { ...(await doing.reviewed()), networkId: world.network('southeast') },
    }),
  },
  'Query.dishOutcomes': {
    actor: 'clinic',
    document: list('dishOutcomes', 'DishOutcomeFilter', 'DishOutcomeConnection'),
    ids: { 'filter.networkId': ['Network'] },
    own: async ({ world, doing }) => {
      await doing.filed();
      return { filter: { networkId: world.network('southeast') } };
    },
  },
  'Mutation.openDishDesk': {
    actor: 'clinic',
    document: act('openDishDesk', '$dateId: ID!', 'dateId: $dateId', 'DishDesk'),
    ids: DATE,
    own: async ({ doing }) => ({ dateId: (await doing.open()).dateId }),
  },
  'Mutation.checkInAtDish': {
    actor: 'food-market',
    document: act(
      'checkInAtDish',
      '$dateId: ID!, $code: String!',
      'dateId: $dateId, code: $code, heads: 4',
      'DishCheckIn',
    ),
    ids: DATE,
    own: ({ doing }) => doing.shown(),
  },
  'Mutation.noteDishCheckIn': {
    actor: 'clinic',
    document: act('noteDishCheckIn', '$input: NoteDishCheckInInput!', 'input: $input', 'DishCheckIn'),
    ids: { 'input.dateId': ['DishDate'], 'input.unitId': ['Unit'] },
    own: async ({ world, doing }) => {
      const { dateId } = await doing.open();
      return { input: { dateId, unitId: world.unit('food-market'), heads: 3 } };
    },
  },
  'Mutation.handOutReviewCodes': {
    actor: 'clinic',
    document: act('handOutReviewCodes', '$dateId: ID!', 'dateId: $dateId, count: 2', 'ReviewCodes', 2),
    ids: DATE,
    own: async ({ doing }) => ({ dateId: (await doing.attended()).dateId }),
  },
  'Mutation.reviewDish': {
    actor: 'food-market',
    document: act('reviewDish', '$dishId: ID!', 'dishId: $dishId, input: { mark: 5 }', 'OwnDishReview'),
    ids: { dishId: ['Dish'] },
    own: async ({ doing }) => ({ dishId: (await doing.attended()).dishId }),
  },
  'Mutation.fileDishOutcome': {
    actor: 'clinic',
    document: act(
      'fileDishOutcome',
      '$dishId: ID!, $input: DishOutcomeInput!',
      'dishId: $dishId, input: $input',
      'DishOutcome',
    ),
    ids: { dishId: ['Dish'] },
    own: async ({ doing }) => ({ dishId: (await doing.attended()).dishId, input: OUTCOME }),
  },
  'Mutation.updateDishOutcome': {
    actor: 'clinic',
    document: act(
      'updateDishOutcome',
      '$id: ID!, $version: Int!, $input: DishOutcomeInput!',
      'id: $id, version: $version, input: $input',
      'DishOutcome',
    ),
    ids: { id: ['DishOutcome'] },
    own: async ({ doing }) => ({ ...(await doing.filed()), input: OUTCOME }),
  },
};
