import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const CLAIM = { id: ['Claim'] } as const;
const CLAIM_OF_UNIT = { ...CLAIM, onBehalfOf: ['Unit'] } as const;

/** The root fields of claims. */
export const CLAIM_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.claims': {
    actor: 'food-market',
    document: list('claims', 'ClaimFilter', 'ClaimConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'], 'filter.needId': ['Need'], 'filter.unitId': ['Unit'] },
    own: async ({ claims }) => ({ filter: await claims.filter() }),
  },
  'Query.claim': {
    actor: 'food-market',
    document: (select) => `query ($id: ID!) { claim(id: $id) ${select.of('Claim', 2)} }`,
    ids: CLAIM,
    own: async ({ claims }) => ({ id: (await claims.accepted()).id }),
  },
  'Mutation.askToClaim': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($needId: ID!, $unitIds: [ID!]!) { askToClaim(needId: $needId, unitIds: $unitIds) { __typename ${REFUSAL} ... on Need ${select.of('Need', 1)} } }`,
    ids: { needId: ['Need'], unitIds: ['Unit'] },
    own: ({ claims }) => claims.wish(),
  },
  'Mutation.claimNeed': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($needId: ID!, $onBehalfOf: ID) { claimNeed(needId: $needId, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Claim ${select.of('Claim', 1)} } }`,
    ids: { needId: ['Need'], onBehalfOf: ['Unit'] },
    own: async ({ needs }) => ({ needId: (await needs.open()).id }),
  },
  'Mutation.answerClaim': {
    actor: 'food-market',
    document: step('answerClaim', 'Claim', 'onBehalfOf', 'accept: true'),
    ids: CLAIM_OF_UNIT,
    own: ({ claims }) => claims.asked(),
  },
  'Mutation.withdrawClaim': {
    actor: 'southeast-committee',
    document: step('withdrawClaim', 'Claim'),
    ids: CLAIM,
    own: ({ claims }) => claims.asked(),
  },
  'Mutation.giveUpClaim': {
    actor: 'food-market',
    document: step('giveUpClaim', 'Claim', 'onBehalfOf', 'reason: "车辆检修"'),
    ids: CLAIM_OF_UNIT,
    own: ({ claims }) => claims.accepted(),
  },
  'Mutation.noteArrival': {
    actor: 'food-market',
    document: step('noteArrival', 'Claim', 'onBehalfOf'),
    ids: CLAIM_OF_UNIT,
    own: ({ claims }) => claims.accepted(),
  },
  'Mutation.noteFinish': {
    actor: 'food-market',
    document: step('noteFinish', 'Claim', 'onBehalfOf'),
    ids: CLAIM_OF_UNIT,
    own: ({ claims }) => claims.accepted(),
  },
};
