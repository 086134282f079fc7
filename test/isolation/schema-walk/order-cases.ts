import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const ORDER = { id: ['DishOrder'] } as const;
const REASON = 'reason: "改期"';

/** The root fields of orders. */
export const ORDER_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.dishOrders': {
    actor: 'clinic',
    document: list('dishOrders', 'DishOrderFilter', 'DishOrderConnection', 'first: 3'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'], 'filter.serverUnitId': ['Unit'] },
    own: async ({ world, orders }) => {
      await orders.accepted();
      const networkId = world.network('southeast');
      const [unitId, serverUnitId] = [world.unit('clinic'), world.unit('food-market')];
      return { filter: { networkId, unitId, serverUnitId } };
    },
  },
  'Query.dishOrder': {
    actor: 'southeast-officer',
    document: (select) =>
      `query ($id: ID!) { dishOrder(id: $id) { id candidates ${select.of('DispatchCandidate', 1)} } bare: dishOrder(id: $id) ${select.of('DishOrder', 1)} }`,
    ids: ORDER,
    own: async ({ orders }) => ({ id: await orders.closed() }),
  },
  'Query.dishOrderRequests': {
    actor: 'southeast-officer',
    document: list('dishOrderRequests', 'DishOrderRequestFilter', 'DishOrderRequestConnection', 'first: 3'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world, orders }) => {
      await orders.closed();
      return { filter: { networkId: world.network('southeast'), unitId: world.unit('fire-squadron') } };
    },
  },
  'Query.dishOrderAudience': {
    actor: 'clinic',
    document: (select) =>
      `query ($networkId: ID!) { dishOrderAudience(networkId: $networkId) ${select.of('Audience', 2)} }`,
    ids: { networkId: ['Network'] },
    own: async ({ world }) => ({ networkId: world.network('southeast') }),
  },
  'Mutation.placeDishOrder': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($input: PlaceDishOrderInput!) { placeDishOrder(input: $input) ${select.of('DishOrder', 1)} }`,
    ids: { 'input.networkId': ['Network'] },
    own: async ({ orders }) => ({ input: orders.input() }),
  },
  'Mutation.updateDishOrder': {
    actor: 'clinic',
    document: step('updateDishOrder', 'DishOrder', undefined, 'input: { heads: 50 }'),
    ids: ORDER,
    own: ({ orders }) => orders.placed(),
  },
  'Mutation.withdrawDishOrder': {
    actor: 'clinic',
    document: step('withdrawDishOrder', 'DishOrder', undefined, REASON),
    ids: ORDER,
    own: ({ orders }) => orders.named(),
  },
  'Mutation.refuseDishOrder': {
    actor: 'southeast-officer',
    document: step('refuseDishOrder', 'DishOrder', undefined, REASON),
    ids: ORDER,
    own: ({ orders }) => orders.placed(),
  },
  'Mutation.dispatchDishOrder': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $unitId: ID) { dispatchDishOrder(id: $id, version: $version, unitId: $unitId, answerBy: "2026-12-02T12:00:00+08:00") { __typename ${REFUSAL} ... on DishOrder ${select.of('DishOrder', 1)} } }`,
    ids: { ...ORDER, unitId: ['Unit'] },
    own: async ({ world, orders }) => ({ ...(await orders.placed()), unitId: world.unit('food-market') }),
  },
  'Mutation.recallDishOrder': {
    actor: 'southeast-officer',
    document: step('recallDishOrder', 'DishOrder'),
    ids: ORDER,
    own: ({ orders }) => orders.named(),
  },
  'Mutation.acceptDishOrder': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($id: ID!, $onBehalfOf: ID) { acceptDishOrder(id: $id, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on DishOrder ${select.of('DishOrder', 1)} } }`,
    ids: { ...ORDER, onBehalfOf: ['Unit'] },
    own: async ({ orders }) => ({ id: (await orders.named()).id }),
  },
  'Mutation.declineDishOrder': {
    actor: 'food-market',
    document: step('declineDishOrder', 'DishOrder', 'onBehalfOf', REASON),
    ids: { ...ORDER, onBehalfOf: ['Unit'] },
    own: ({ orders }) => orders.named(),
  },
  'Mutation.serveDishOrder': {
    actor: 'food-market',
    document: step('serveDishOrder', 'DishOrder', 'onBehalfOf', 'served: "已办"'),
    ids: { ...ORDER, onBehalfOf: ['Unit'] },
    own: ({ orders }) => orders.accepted(),
  },
  'Mutation.closeDishOrder': {
    actor: 'clinic',
    document: step('closeDishOrder', 'DishOrder'),
    ids: ORDER,
    own: ({ orders }) => orders.served(),
  },
  'Mutation.reopenDishOrder': {
    actor: 'clinic',
    document: step('reopenDishOrder', 'DishOrder', undefined, REASON),
    ids: ORDER,
    own: ({ orders }) => orders.served(),
  },
  'Mutation.linkDishToOrder': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($dishId: ID!, $orderId: ID!) { linkDishToOrder(dishId: $dishId, orderId: $orderId) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 1)} } }`,
    ids: { dishId: ['Dish'], orderId: ['DishOrder'] },
    own: ({ orders }) => orders.answerable(),
  },
  'Mutation.unlinkDishFromOrder': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($dishId: ID!) { unlinkDishFromOrder(dishId: $dishId) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 1)} } }`,
    ids: { dishId: ['Dish'] },
    own: ({ orders }) => orders.answered(),
  },
};
