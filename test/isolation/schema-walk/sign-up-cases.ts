import { versionOf } from '../../support/versioned.js';
import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const STEP = { id: ['SignUp'], onBehalfOf: ['Unit'] } as const;

/** The root fields of sign-ups, and of what those who signed up are told. */
export const SIGN_UP_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.signUps': {
    actor: 'food-market',
    document: list('signUps', 'SignUpFilter', 'SignUpConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'], 'filter.dishId': ['Dish'], 'filter.unitId': ['Unit'] },
    own: async ({ world, signUps }) => {
      const { dishId } = await signUps.confirmed();
      return { filter: { networkId: world.network('southeast'), dishId, unitId: world.unit('food-market') } };
    },
  },
  'Query.signUp': {
    actor: 'food-market',
    document: (select) => `query ($id: ID!) { signUp(id: $id) ${select.of('SignUp', 2)} }`,
    ids: { id: ['SignUp'] },
    own: async ({ signUps }) => ({ id: (await signUps.confirmed()).id }),
  },
  'Query.menuNotices': {
    actor: 'food-market',
    document: list('menuNotices', 'MenuNoticeFilter', 'MenuNoticeConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world, signUps }) => {
      await signUps.promoted();
      return { filter: { networkId: world.network('southeast'), unitId: world.unit('food-market') } };
    },
  },
  'Mutation.signUpForDish': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($dishId: ID!, $onBehalfOf: ID) { signUpForDish(dishId: $dishId, heads: 2, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on SignUp ${select.of('SignUp', 1)} } }`,
    ids: { dishId: ['Dish'], onBehalfOf: ['Unit'] },
    own: async ({ menus }) => ({ dishId: (await menus.shown()).id }),
  },
  'Mutation.updateSignUp': {
    actor: 'food-market',
    document: step('updateSignUp', 'SignUp', 'onBehalfOf', 'heads: 3'),
    ids: STEP,
    own: async ({ signUps }) => versionOf(await signUps.confirmed()),
  },
  'Mutation.cancelSignUp': {
    actor: 'food-market',
    document: step('cancelSignUp', 'SignUp', 'onBehalfOf'),
    ids: STEP,
    own: async ({ signUps }) => versionOf(await signUps.confirmed()),
  },
};
