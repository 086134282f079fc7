import { versionOf } from '../../support/versioned.js';
import { WALKING_JUDGE } from './judging-stage.js';
import { REFUSAL, step, type WalkCase } from './walk-case.js';
import type { FullSelection } from './selection.js';

const OFFICER = 'savings-bank';
const NOMINATION = { nominationId: ['Nomination'] } as const;

const SHEET = (select: FullSelection): string =>
  `... on JudgeAssignment { sheet ${select.of('ScoreSheet', 1)} }`;

function ofNomination(
  field: string,
  result: string,
  declared: string,
  passed: string,
  more: (select: FullSelection) => string = () => '',
) {
  return (select: FullSelection) =>
    `mutation ($nominationId: ID!, ${declared}) { ${field}(nominationId: $nominationId, ${passed}) { __typename ${REFUSAL} ... on ${result} ${select.of(result, 1)} ${more(select)} } }`;
}

/** The root fields of judging. */
export const JUDGING_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.judgingRoll': {
    actor: OFFICER,
    document: (select) =>
      `query ($roundId: ID!) { judgingRoll(roundId: $roundId) { id assignments(first: 3) ${select.of('JudgeAssignmentConnection', 2)}
        judges(first: 3) ${select.of('EvaluationJudgeConnection', 3)} conflicts(first: 3) ${select.of('JudgeConflictConnection', 2)} } }`,
    ids: { roundId: ['EvaluationRound'] },
    own: async ({ judging }) => ({ roundId: (await judging.settled()).roll.round?.id }),
  },
  'Query.myAssignments': {
    actor: WALKING_JUDGE,
    document: (select) =>
      `query ($filter: JudgeAssignmentFilter!) { myAssignments(filter: $filter, first: 3) ${select.of('JudgeAssignmentConnection', 3)} }`,
    ids: { 'filter.roundId': ['EvaluationRound'] },
    own: async ({ judging }) => ({ filter: { roundId: (await judging.settled()).roll.round?.id } }),
  },
  'Mutation.proposeJudges': {
    actor: OFFICER,
    document: step('proposeJudges', 'JudgingRoll'),
    ids: { id: ['JudgingRoll'] },
    own: async ({ judging }) => versionOf(await judging.scoring()),
  },
  'Mutation.settleAssignments': {
    actor: OFFICER,
    document: step('settleAssignments', 'JudgingRoll'),
    ids: { id: ['JudgingRoll'] },
    own: async ({ judging }) => versionOf((await judging.proposed()).roll),
  },
  'Mutation.assignJudge': {
    actor: OFFICER,
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $nominationId: ID!, $judgeId: ID!) { assignJudge(id: $id, version: $version, nominationId: $nominationId, judgeId: $judgeId) { __typename ${REFUSAL} ... on JudgingRoll ${select.of('JudgingRoll', 1)} } }`,
    ids: { id: ['JudgingRoll'], nominationId: ['Nomination'], judgeId: ['EvaluationJudge'] },
    own: async ({ judging }) => {
      const { roll, ...wish } = await judging.free();
      return { ...versionOf(roll), ...wish };
    },
  },
  'Mutation.dropAssignment': {
    actor: OFFICER,
    document: step('dropAssignment', 'JudgingRoll', undefined, 'reason: "有事"'),
    ids: { id: ['JudgeAssignment'] },
    own: ({ judging }) => judging.assignment(),
  },
  'Mutation.excuseJudge': {
    actor: OFFICER,
    document: step('excuseJudge', 'JudgingRoll', undefined, 'reason: "有事"'),
    ids: { id: ['EvaluationJudge'] },
    own: ({ judging }) => judging.someJudge(),
  },
  'Mutation.saveScoreSheet': {
    actor: WALKING_JUDGE,
    document: ofNomination('saveScoreSheet', 'JudgeAssignment', '$input: ScoreSheetInput!', 'input: $input'),
    ids: NOMINATION,
    own: async ({ judging }) => ({
      nominationId: (await judging.settled()).nominationId,
      input: { scores: ['7', null] },
    }),
  },
  'Mutation.submitScoreSheet': {
    actor: WALKING_JUDGE,
    document: ofNomination(
      'submitScoreSheet',
      'JudgeAssignment',
      '$version: Int!',
      'version: $version',
      SHEET,
    ),
    ids: NOMINATION,
    own: ({ judging }) => judging.saved(),
  },
  'Mutation.declareConflict': {
    actor: WALKING_JUDGE,
    document: ofNomination('declareConflict', 'JudgeConflict', '$reason: String!', 'reason: $reason'),
    ids: NOMINATION,
    own: async ({ judging }) => ({
      nominationId: (await judging.settled()).nominationId,
      reason: '与该项目有往来',
    }),
  },
};
