import { REFUSAL, step, type WalkCase } from './walk-case.js';
import type { FullSelection } from './selection.js';

const [SECRETARY, RETURNING] = ['southeast-committee', 'savings-bank'];
const ROUND = { id: ['EvaluationRound'] } as const;
const REASON = 'reason: "经核实"';

function withhold(field: string) {
  return (select: FullSelection) =>
    `mutation ($id: ID!, $version: Int!) { ${field}(id: $id, version: $version, position: 1, ${REASON}) { __typename ${REFUSAL} ... on EvaluationRound ${select.of('EvaluationRound', 1)} } }`;
}

/** What of results lies deeper than what a root field is asked for. */
export function resultsBeneath(select: FullSelection): string {
  return `round: node(id: $id) { ... on EvaluationRound { results(first: 1) ${select.of('EvaluationResultConnection', 2)} } }
    result: node(id: $id) { ... on EvaluationResult { changes ${select.of('EvaluationChange', 1)} standings(first: 1) ${select.of('EvaluationStandingConnection', 2)} } }
    roll: node(id: $id) { ... on JudgingRoll { leftOut ${select.of('LeftOutPanel', 1)} objections ${select.of('RollObjection', 1)} nominationsWithoutPanel { id } } }
    unjudged: node(id: $id) { ... on EvaluationRound { nominationsWithoutPanel { id } } }
    standing: node(id: $id) { ... on EvaluationStanding ${select.of('EvaluationStanding', 1)} }
    account: node(id: $id) { ... on EvaluationStanding { account ${select.of('EvaluationAccount', 4)} } }`;
}

/** The root fields of results and objections. */
export const RESULT_CASES: Readonly<Record<string, WalkCase>> = {
  'Mutation.closeScoring': {
    actor: RETURNING,
    document: step('closeScoring', 'EvaluationRound'),
    ids: ROUND,
    own: ({ results }) => results.scored(),
  },
  'Mutation.setSheetAside': {
    actor: RETURNING,
    document: step('setSheetAside', 'EvaluationRound', undefined, REASON),
    ids: { id: ['JudgeAssignment'] },
    own: ({ results }) => results.sheet(),
  },
  'Mutation.excludeNomination': {
    actor: SECRETARY,
    document: step('excludeNomination', 'EvaluationRound', undefined, REASON),
    ids: { id: ['Nomination'] },
    own: ({ results }) => results.nomination(),
  },
  'Mutation.readmitNomination': {
    actor: SECRETARY,
    document: step('readmitNomination', 'EvaluationRound', undefined, REASON),
    ids: { id: ['Nomination'] },
    own: ({ results }) => results.excluded(),
  },
  'Mutation.withholdAward': {
    actor: SECRETARY,
    document: withhold('withholdAward'),
    ids: ROUND,
    own: ({ results }) => results.closed(),
  },
  'Mutation.restoreAward': {
    actor: SECRETARY,
    document: withhold('restoreAward'),
    ids: ROUND,
    own: ({ results }) => results.withheld(),
  },
  'Mutation.publishResult': {
    actor: SECRETARY,
    document: step('publishResult', 'EvaluationRound'),
    ids: ROUND,
    own: ({ results }) => results.closed(),
  },
  'Query.evaluationObjections': {
    actor: 'police-post',
    document: (select) =>
      `query ($filter: EvaluationObjectionFilter!) { evaluationObjections(filter: $filter, first: 2) ${select.of('EvaluationObjectionConnection', 3)} }`,
    ids: {
      'filter.networkId': ['Network'],
      'filter.roundId': ['EvaluationRound'],
      'filter.unitId': ['Unit'],
    },
    own: async ({ results, world }) => {
      await results.filed();
      return { filter: { networkId: world.network('southeast'), unitId: world.unit('police-post') } };
    },
  },
  'Mutation.fileObjection': {
    actor: 'police-post',
    document: (select) =>
      `mutation ($roundId: ID!, $nominationId: ID, $onBehalfOf: ID) { fileObjection(roundId: $roundId, nominationId: $nominationId, text: "名次有误", onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on EvaluationObjection ${select.of('EvaluationObjection', 1)} } }`,
    ids: { roundId: ['EvaluationRound'], nominationId: ['Nomination'], onBehalfOf: ['Unit'] },
    own: ({ results }) => results.filable(),
  },
  'Mutation.ruleOnObjection': {
    actor: SECRETARY,
    document: step('ruleOnObjection', 'EvaluationObjection', undefined, `upheld: true, ${REASON}`),
    ids: { id: ['EvaluationObjection'] },
    own: ({ results }) => results.filed(),
  },
  'Mutation.withdrawEvaluationObjection': {
    actor: 'police-post',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { withdrawEvaluationObjection(id: $id, version: $version, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on EvaluationObjection ${select.of('EvaluationObjection', 1)} } }`,
    ids: { id: ['EvaluationObjection'], onBehalfOf: ['Unit'] },
    own: ({ results }) => results.filed(),
  },
  'Mutation.passObjectionOn': {
    actor: 'southeast-officer',
    document: step('passObjectionOn', 'EvaluationObjection'),
    ids: { id: ['EvaluationObjection'] },
    own: ({ results }) => results.conflicted(),
  },
};

/** A notice runs for days: what is walked after it would be too late. */
export const NOTICED_CASES: Readonly<Record<string, WalkCase>> = {
  'Mutation.finaliseResult': {
    actor: SECRETARY,
    document: step('finaliseResult', 'EvaluationRound'),
    ids: ROUND,
    own: ({ results }) => results.noticed(),
  },
};
