import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const NOMINATION = { id: ['Nomination'] } as const;
const OF_UNIT = { ...NOMINATION, onBehalfOf: ['Unit'] } as const;

/** The root fields of nominations. */
export const NOMINATION_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.nominations': {
    actor: 'clinic',
    document: list('nominations', 'NominationFilter', 'NominationConnection', 'first: 3'),
    ids: {
      'filter.networkId': ['Network'],
      'filter.roundId': ['EvaluationRound'],
      'filter.unitId': ['Unit'],
      'filter.projectId': ['Project'],
      'filter.subjectUnitId': ['Unit'],
    },
    own: ({ nominations }) => nominations.filter(),
  },
  'Query.nomination': {
    actor: 'clinic',
    document: (select) => `query ($id: ID!) { nomination(id: $id) ${select.of('Nomination', 2)} }`,
    ids: NOMINATION,
    own: ({ nominations }) => nominations.submitted(),
  },
  'Query.nominationAudience': {
    actor: 'clinic',
    document: (select) =>
      `query ($networkId: ID!) { nominationAudience(networkId: $networkId) ${select.of('Audience', 2)} }`,
    ids: { networkId: ['Network'] },
    own: async ({ world }) => ({ networkId: world.network('southeast') }),
  },
  'Mutation.createNomination': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($input: CreateNominationInput!, $onBehalfOf: ID) { createNomination(input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Nomination ${select.of('Nomination', 1)} } }`,
    ids: {
      'input.roundId': ['EvaluationRound'],
      'input.projectId': ['Project'],
      'input.subjectUnitId': ['Unit'],
      onBehalfOf: ['Unit'],
    },
    own: ({ nominations }) => nominations.input(),
  },
  'Mutation.updateNomination': {
    actor: 'clinic',
    document: step('updateNomination', 'Nomination', 'onBehalfOf', 'input: { statement: "补充说明。" }'),
    ids: OF_UNIT,
    own: ({ nominations }) => nominations.draft(),
  },
  'Mutation.submitNomination': {
    actor: 'clinic',
    document: step('submitNomination', 'Nomination', 'onBehalfOf'),
    ids: OF_UNIT,
    own: ({ nominations }) => nominations.draft(),
  },
  'Mutation.withdrawNomination': {
    actor: 'clinic',
    document: step('withdrawNomination', 'Nomination', 'onBehalfOf'),
    ids: OF_UNIT,
    own: ({ nominations }) => nominations.submitted(),
  },
  'Mutation.returnNomination': {
    actor: 'southeast-officer',
    document: step('returnNomination', 'Nomination', undefined, 'reason: "请补充材料"'),
    ids: NOMINATION,
    own: ({ nominations }) => nominations.submitted(),
  },
};
