import { REFUSAL, step, type WalkCase } from './walk-case.js';

const CATEGORY = { id: ['NeedCategory'] } as const;

/** What a committee does with the categories of its needs. */
export const CATEGORY_CASES: Readonly<Record<string, WalkCase>> = {
  'Mutation.addNeedCategory': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($networkId: ID!) { addNeedCategory(networkId: $networkId, name: "停车") { __typename ${REFUSAL} ... on NeedCategory ${select.of('NeedCategory', 1)} } }`,
    ids: { networkId: ['Network'] },
    own: async ({ world }) => ({ networkId: world.network('southeast') }),
  },
  'Mutation.renameNeedCategory': {
    actor: 'southeast-committee',
    document: step('renameNeedCategory', 'NeedCategory', undefined, 'name: "充电", nameEn: "Charging"'),
    ids: CATEGORY,
    own: ({ claims }) => claims.newCategory('宠物'),
  },
  'Mutation.retireNeedCategory': {
    actor: 'southeast-committee',
    document: step('retireNeedCategory', 'NeedCategory'),
    ids: CATEGORY,
    own: ({ claims }) => claims.newCategory('法律'),
  },
  'Mutation.restoreNeedCategory': {
    actor: 'southeast-committee',
    document: step('restoreNeedCategory', 'NeedCategory'),
    ids: CATEGORY,
    own: ({ claims }) => claims.retiredCategory(),
  },
};
