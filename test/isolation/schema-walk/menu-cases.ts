import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const DISH = { id: ['Dish'] } as const;
const LINK = { dishId: ['Dish'], bookingId: ['Booking'] } as const;

function link(field: string): WalkCase['document'] {
  return (select) =>
    `mutation ($dishId: ID!, $bookingId: ID!) { ${field}(dishId: $dishId, bookingId: $bookingId) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 1)} } }`;
}

/** The root fields of menus. */
export const MENU_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.dishes': {
    actor: 'clinic',
    document: list('dishes', 'DishFilter', 'DishConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'], 'filter.leadUnitId': ['Unit'] },
    own: async ({ world, menus }) => {
      await menus.draft();
      const [networkId, unitId] = [world.network('southeast'), world.unit('clinic')];
      return { filter: { networkId, unitId, leadUnitId: unitId } };
    },
  },
  'Query.dish': {
    actor: 'clinic',
    document: (select) => `query ($id: ID!) { dish(id: $id) ${select.of('Dish', 2)} }`,
    ids: DISH,
    own: async ({ menus }) => ({ id: (await menus.shown()).id }),
  },
  'Query.menus': {
    actor: 'southeast-officer',
    document: list('menus', 'MenuFilter', 'MenuConnection', 'first: 3'),
    ids: { 'filter.networkId': ['Network'] },
    own: async ({ world, menus }) => {
      await menus.published();
      return { filter: { networkId: world.network('southeast') } };
    },
  },
  'Query.menu': {
    actor: 'southeast-officer',
    document: (select) =>
      `query ($id: ID!) { menu(id: $id) { id versions ${select.of('MenuVersion', 2)} warnings ${select.of('MenuWarning', 1)} } bare: menu(id: $id) ${select.of('Menu', 1)} }`,
    ids: { id: ['Menu'] },
    own: async ({ menus }) => ({ id: (await menus.published()).id }),
  },
  'Query.dishAudience': {
    actor: 'clinic',
    document: (select) =>
      `query ($networkId: ID!) { dishAudience(networkId: $networkId) ${select.of('Audience', 2)} }`,
    ids: { networkId: ['Network'] },
    own: async ({ world }) => ({ networkId: world.network('southeast') }),
  },
  'Mutation.openMenu': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($networkId: ID!, $month: Date!) { openMenu(networkId: $networkId, month: $month) { __typename ${REFUSAL} ... on Menu ${select.of('Menu', 1)} } }`,
    ids: { networkId: ['Network'] },
    own: async ({ world }) => ({ networkId: world.network('southeast'), month: '2027-01-01' }),
  },
  'Mutation.publishMenu': {
    actor: 'southeast-committee',
    document: step('publishMenu', 'Menu'),
    ids: { id: ['Menu'] },
    own: ({ menus }) => menus.collecting(),
  },
  'Mutation.closeMenu': {
    actor: 'southeast-officer',
    document: step('closeMenu', 'Menu'),
    ids: { id: ['Menu'] },
    own: ({ menus }) => menus.over(),
  },
  'Mutation.createDish': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($input: CreateDishInput!) { createDish(input: $input) ${select.of('Dish', 1)} }`,
    ids: {
      'input.networkId': ['Network'],
      'input.leadUnitId': ['Unit'],
      'input.projectId': ['Project'],
      'input.needId': ['Need'],
      'input.copyOfId': ['Dish'],
      'input.orderId': ['DishOrder'],
      'input.dates.id': ['DishDate'],
    },
    own: async ({ menus }) => ({ input: menus.input() }),
  },
  'Mutation.updateDish': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateDishInput!) { updateDish(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 1)} } }`,
    ids: {
      ...DISH,
      'input.leadUnitId': ['Unit'],
      'input.projectId': ['Project'],
      'input.needId': ['Need'],
      'input.dates.id': ['DishDate'],
    },
    own: ({ menus }) => menus.dated(),
  },
  'Mutation.proposeDish': {
    actor: 'clinic',
    document: step('proposeDish', 'Dish'),
    ids: DISH,
    own: ({ menus }) => menus.draft(),
  },
  'Mutation.takeDish': {
    actor: 'southeast-officer',
    document: step('takeDish', 'Dish'),
    ids: DISH,
    own: ({ menus }) => menus.proposed(),
  },
  'Mutation.returnDish': {
    actor: 'southeast-officer',
    document: step('returnDish', 'Dish', undefined, 'reason: "请改时间"'),
    ids: DISH,
    own: ({ menus }) => menus.proposed(),
  },
  'Mutation.withdrawDish': {
    actor: 'clinic',
    document: step('withdrawDish', 'Dish'),
    ids: DISH,
    own: ({ menus }) => menus.proposed(),
  },
  'Mutation.cancelDish': {
    actor: 'southeast-committee',
    document: step('cancelDish', 'Dish', undefined, 'reason: "台风"'),
    ids: DISH,
    own: async ({ menus }) => {
      const { id, version } = await menus.shown();
      return { id, version };
    },
  },
  'Mutation.recordDish': {
    actor: 'riverside-primary',
    document: (select) =>
      `mutation ($input: RecordDishInput!, $onBehalfOf: ID) { recordDish(input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 1)} } }`,
    ids: {
      'input.networkId': ['Network'],
      'input.hostUnitIds': ['Unit'],
      'input.projectId': ['Project'],
      'input.needId': ['Need'],
      onBehalfOf: ['Unit'],
    },
    own: async ({ menus }) => ({ input: menus.past() }),
  },
  'Mutation.askDishHost': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $unitId: ID!) { askDishHost(id: $id, version: $version, unitId: $unitId) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 2)} } }`,
    ids: { ...DISH, unitId: ['Unit'] },
    own: async ({ world, menus }) => ({ ...(await menus.proposed()), unitId: world.unit('food-market') }),
  },
  'Mutation.answerDishHost': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { answerDishHost(id: $id, version: $version, accept: true, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 1)} } }`,
    ids: { id: ['DishHost'], onBehalfOf: ['Unit'] },
    own: ({ menus }) => menus.asked(),
  },
  'Mutation.withdrawDishHost': {
    actor: 'clinic',
    document: step('withdrawDishHost', 'Dish'),
    ids: { id: ['DishHost'] },
    own: ({ menus }) => menus.asked(),
  },
  'Mutation.bookForDish': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($input: BookForDishInput!) { bookForDish(input: $input) { __typename ${REFUSAL} ... on BookingBundle ${select.of('BookingBundle', 1)} } }`,
    ids: { 'input.dishId': ['Dish'], 'input.items.offerId': ['Offer'] },
    own: async (stage) => {
      const { offerId, startsAt, endsAt } = stage.wish() as Record<string, string>;
      const { id: dishId } = await stage.menus.proposed();
      return { input: { dishId, items: [{ offerId, startsAt, endsAt }] } };
    },
  },
  'Mutation.linkBookingToDish': {
    actor: 'clinic',
    document: link('linkBookingToDish'),
    ids: LINK,
    own: (stage) => stage.menus.booked(stage.wish()),
  },
  'Mutation.unlinkBookingFromDish': {
    actor: 'clinic',
    document: link('unlinkBookingFromDish'),
    ids: LINK,
    own: (stage) => stage.menus.linked(stage.wish()),
  },
};
