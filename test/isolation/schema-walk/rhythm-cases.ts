import { REFUSAL, step, type WalkCase } from './walk-case.js';

/** The root fields of the rhythm, and of what surveys find. */
export const RHYTHM_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.rhythm': {
    actor: 'southeast-officer',
    document: (select) =>
      `query ($networkId: ID!) { rhythm(networkId: $networkId) { year warnings ${select.of('RhythmPeriod', 1)} } bare: rhythm(networkId: $networkId) ${select.of('Rhythm', 1)} }`,
    ids: { networkId: ['Network'] },
    own: async ({ world, menus }) => {
      await menus.published();
      return { networkId: world.network('southeast') };
    },
  },
  'Mutation.addDishFinding': {
    actor: 'riverside-primary',
    document: (select) =>
      `mutation ($input: AddDishFindingInput!) { addDishFinding(input: $input) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 1)} } }`,
    ids: { 'input.dishId': ['Dish'], 'input.needId': ['Need'] },
    own: async ({ menus }) => ({ input: { dishId: await menus.surveyed(), text: '发现' } }),
  },
  'Mutation.updateDishFinding': {
    actor: 'riverside-primary',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: DishFindingInput!) { updateDishFinding(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Dish ${select.of('Dish', 2)} } }`,
    ids: { id: ['DishFinding'], 'input.needId': ['Need'] },
    own: async ({ menus }) => ({ ...(await menus.found()), input: { text: '改写' } }),
  },
  'Mutation.removeDishFinding': {
    actor: 'riverside-primary',
    document: step('removeDishFinding', 'Dish'),
    ids: { id: ['DishFinding'] },
    own: ({ menus }) => menus.found(),
  },
};
