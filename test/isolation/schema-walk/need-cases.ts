import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const NEED = { id: ['Need'] } as const;
const NEED_OF_UNIT = { ...NEED, onBehalfOf: ['Unit'] } as const;

/** The root fields of needs. */
export const NEED_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.needs': {
    actor: 'clinic',
    document: list('needs', 'NeedFilter', 'NeedConnection', 'first: 5'),
    ids: {
      'filter.networkId': ['Network'],
      'filter.unitId': ['Unit'],
      'filter.categoryIds': ['NeedCategory'],
    },
    own: async ({ world, needs }) => {
      await needs.draft();
      const categoryIds = [await needs.category('southeast')];
      return { filter: { networkId: world.network('southeast'), unitId: world.unit('clinic'), categoryIds } };
    },
  },
  'Query.need': {
    actor: 'clinic',
    document: (select) => `query ($id: ID!) { need(id: $id) ${select.of('Need', 2)} }`,
    ids: NEED,
    own: async ({ needs }) => ({ id: (await needs.draft()).id }),
  },
  'Query.threeLists': {
    actor: 'clinic',
    document: (select) =>
      `query ($networkId: ID!, $filter: ThreeListsFilter!) { threeLists(networkId: $networkId, filter: $filter) ${select.of('ThreeLists', 3)} }`,
    ids: {
      networkId: ['Network'],
      'filter.unitId': ['Unit'],
      'filter.categoryIds': ['NeedCategory'],
    },
    own: async ({ world, needs }) => {
      await needs.open();
      const categoryIds = [await needs.category('southeast')];
      return {
        networkId: world.network('southeast'),
        filter: { unitId: world.unit('clinic'), categoryIds },
      };
    },
  },
  'Mutation.createNeed': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($input: CreateNeedInput!, $onBehalfOf: ID) { createNeed(input: $input, onBehalfOf: $onBehalfOf) ${select.of('Need', 1)} }`,
    ids: { 'input.networkId': ['Network'], 'input.categoryId': ['NeedCategory'], onBehalfOf: ['Unit'] },
    own: async ({ needs }) => ({ input: await needs.input() }),
  },
  'Mutation.updateNeed': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateNeedInput!, $onBehalfOf: ID) { updateNeed(id: $id, version: $version, input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Need ${select.of('Need', 1)} } }`,
    ids: { ...NEED_OF_UNIT, 'input.categoryId': ['NeedCategory'] },
    own: async ({ needs }) => ({ ...(await needs.draft()), input: { title: '需要两辆车' } }),
  },
  'Mutation.proposeNeed': {
    actor: 'clinic',
    document: step('proposeNeed', 'Need', 'onBehalfOf'),
    ids: NEED_OF_UNIT,
    own: ({ needs }) => needs.draft(),
  },
  'Mutation.takeNeed': {
    actor: 'southeast-committee',
    document: step('takeNeed', 'Need'),
    ids: NEED,
    own: ({ needs }) => needs.proposed(),
  },
  'Mutation.returnNeed': {
    actor: 'southeast-committee',
    document: step('returnNeed', 'Need', undefined, 'reason: "请写明人数"'),
    ids: NEED,
    own: ({ needs }) => needs.proposed(),
  },
  'Mutation.openNeed': {
    actor: 'southeast-committee',
    document: step('openNeed', 'Need'),
    ids: NEED,
    own: ({ needs }) => needs.taken(),
  },
  'Mutation.withdrawNeed': {
    actor: 'clinic',
    document: step('withdrawNeed', 'Need', 'onBehalfOf'),
    ids: NEED_OF_UNIT,
    own: ({ needs }) => needs.open(),
  },
  'Mutation.markNeedUnmet': {
    actor: 'southeast-committee',
    document: step('markNeedUnmet', 'Need', undefined, 'reason: "没有车"'),
    ids: NEED,
    own: ({ needs }) => needs.open(),
  },
  'Mutation.beginNeed': {
    actor: 'food-market',
    document: step('beginNeed', 'Need', 'onBehalfOf'),
    ids: NEED_OF_UNIT,
    own: ({ needs }) => needs.claimed(),
  },
  'Mutation.answerNeed': {
    actor: 'food-market',
    document: step('answerNeed', 'Need', 'onBehalfOf', 'answer: "接送完毕"'),
    ids: NEED_OF_UNIT,
    own: ({ needs }) => needs.begun(),
  },
  'Mutation.closeNeed': {
    actor: 'clinic',
    document: step('closeNeed', 'Need', 'onBehalfOf'),
    ids: NEED_OF_UNIT,
    own: ({ needs }) => needs.answered(),
  },
  'Mutation.reopenNeed': {
    actor: 'clinic',
    document: step('reopenNeed', 'Need', undefined, 'reason: "车没有来"'),
    ids: NEED,
    own: ({ needs }) => needs.answered(),
  },
  'Mutation.callAgain': {
    actor: 'southeast-committee',
    // Here somebody sees who could help, and reads all that is said of it.
    document: (select) =>
      `mutation ($id: ID!, $version: Int!) { callAgain(id: $id, version: $version) { __typename ${REFUSAL} ... on Need {
        id matches ${select.of('NeedMatch', 1)}
        offers: matches { offers ${select.of('NeedOfferMatch', 1)} }
        reasons: matches { offers { reasons ${select.of('OfferMatchReason', 1)} against { facts ${select.of('MatchedFact', 1)} } } }
      } } }`,
    ids: NEED,
    own: ({ needs }) => needs.called(),
  },
  'Mutation.recordNeed': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: RecordNeedInput!) { recordNeed(input: $input) { __typename ${REFUSAL} ... on Need ${select.of('Need', 1)} } }`,
    ids: {
      'input.networkId': ['Network'],
      'input.categoryId': ['NeedCategory'],
      'input.unitId': ['Unit'],
      'input.claims.unitId': ['Unit'],
    },
    own: async ({ needs }) => ({ input: await needs.past() }),
  },
};
