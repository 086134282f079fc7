import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const ROUND = { id: ['EvaluationRound'] } as const;

/** The root fields of evaluations. */
export const EVALUATION_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.evaluationRounds': {
    actor: 'clinic',
    document: list('evaluationRounds', 'EvaluationRoundFilter', 'EvaluationRoundConnection', 'first: 3'),
    ids: { 'filter.networkId': ['Network'] },
    own: async ({ world, evaluations }) => {
      await evaluations.copied();
      return { filter: { networkId: world.network('southeast') } };
    },
  },
  'Query.evaluationRound': {
    actor: 'clinic',
    document: (select) => `query ($id: ID!) { evaluationRound(id: $id) ${select.of('EvaluationRound', 2)} }`,
    ids: ROUND,
    own: async ({ evaluations }) => ({ id: (await evaluations.copied()).id }),
  },
  'Query.evaluationRoundAudience': {
    actor: 'southeast-officer',
    document: (select) =>
      `query ($networkId: ID!) { evaluationRoundAudience(networkId: $networkId) ${select.of('Audience', 2)} }`,
    ids: { networkId: ['Network'] },
    own: async ({ world }) => ({ networkId: world.network('southeast') }),
  },
  'Mutation.createEvaluationRound': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($input: CreateEvaluationRoundInput!) { createEvaluationRound(input: $input) ${select.of('EvaluationRound', 1)} }`,
    ids: { 'input.networkId': ['Network'] },
    own: async ({ evaluations }) => ({ input: evaluations.input() }),
  },
  'Mutation.updateEvaluationRound': {
    actor: 'southeast-officer',
    document: step('updateEvaluationRound', 'EvaluationRound', undefined, 'input: { name: "新名称" }'),
    ids: ROUND,
    own: ({ evaluations }) => evaluations.nominating(),
  },
  'Mutation.copyEvaluationRound': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $input: CopyEvaluationRoundInput!) { copyEvaluationRound(id: $id, input: $input) { __typename ${REFUSAL} ... on EvaluationRound ${select.of('EvaluationRound', 1)} } }`,
    ids: ROUND,
    own: async ({ evaluations }) => {
      const input = { name: '下一年', periodFrom: '2027-01-01', periodTo: '2027-12-31' };
      return { id: (await evaluations.setUp()).id, input };
    },
  },
  'Mutation.openNominations': {
    actor: 'southeast-committee',
    document: step('openNominations', 'EvaluationRound'),
    ids: ROUND,
    own: ({ evaluations }) => evaluations.setUp(),
  },
  'Mutation.beginScoring': {
    actor: 'southeast-committee',
    document: step('beginScoring', 'EvaluationRound'),
    ids: ROUND,
    own: ({ evaluations }) => evaluations.ready(),
  },
  'Mutation.cancelEvaluationRound': {
    actor: 'southeast-committee',
    document: step('cancelEvaluationRound', 'EvaluationRound', undefined, 'reason: "改期"'),
    ids: ROUND,
    own: ({ evaluations }) => evaluations.nominating(),
  },
  'Mutation.appointReturningOfficer': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $postId: ID!) { appointReturningOfficer(id: $id, version: $version, postId: $postId) { __typename ${REFUSAL} ... on EvaluationRound ${select.of('EvaluationRound', 1)} } }`,
    ids: { ...ROUND, postId: ['Post'] },
    own: async ({ world, evaluations }) => ({
      ...(await evaluations.setUp()),
      postId: world.post('savings-bank'),
    }),
  },
  'Mutation.askStreetOffice': {
    actor: 'southeast-committee',
    document: step('askStreetOffice', 'EvaluationRound'),
    ids: ROUND,
    own: ({ evaluations }) => evaluations.setUp(),
  },
  'Mutation.acceptReturningOffice': {
    actor: 'zhoupu-steward',
    document: (select) =>
      `mutation ($id: ID!) { acceptReturningOffice(id: $id) { __typename ${REFUSAL} ... on EvaluationRound ${select.of('EvaluationRound', 1)} } }`,
    ids: ROUND,
    own: async ({ evaluations }) => ({ id: (await evaluations.asked()).id }),
  },
};
