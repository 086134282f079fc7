import { AUDIT_LINES, linesOf, UNIT_READS } from '#network';
import { asc, listOf, raw, readsOf, sql, type Sql } from '#reads';
import { NOMINATION_READS } from '../nomination/nomination.reads.js';
import { EVALUATION_ROUND_READS } from '../round/evaluation-round.reads.js';
import { SCORE_SHEET_READS } from '../sheet/score-sheet.reads.js';
import { JudgeAssignment } from './judge-assignment.entity.js';
import type { JudgeAssignmentFilter } from './judge-assignment.inputs.js';

export const JUDGE_ASSIGNMENT_READS = readsOf(JudgeAssignment, 'JudgeAssignment', (assignment) => ({
  round: assignment.row(EVALUATION_ROUND_READS, { id: 'roundId' }),
  nomination: assignment.row(NOMINATION_READS, { id: 'nominationId' }),
  unit: assignment.row(UNIT_READS, { id: 'unitId' }),
  sheet: assignment.row(SCORE_SHEET_READS, { id: 'id' }),
  auditLines: assignment.page(AUDIT_LINES, linesOf('JudgeAssignment')),
}));

/** What the acting post judges, once it is settled; a returning officer has none of its own. */
export const MY_ASSIGNMENTS = listOf(JUDGE_ASSIGNMENT_READS, {
  name: 'myAssignments',
  where: (assignment, { filter }: { readonly filter: JudgeAssignmentFilter }) => [
    sql`${assignment.judgePostId} = ${raw('app.post_id()')}`,
    filter.roundId && sql`${assignment.roundId} = ${filter.roundId}`,
    filter.states && sql`${assignment.state} = ANY (${filter.states})`,
  ],
  orderBy: ({ roundId, nominationId, id }) => [asc(roundId), asc(nominationId), asc(id)],
});

/** All of a round, beneath its roll. */
export const ROLL_ASSIGNMENTS = listOf(JUDGE_ASSIGNMENT_READS, {
  name: 'assignments of a roll',
  where: (
    assignment,
    { roundId, states }: { readonly roundId: Sql; readonly states?: readonly string[] | null },
  ) => [sql`${assignment.roundId} = ${roundId}`, states && sql`${assignment.state} = ANY (${states})`],
  orderBy: ({ nominationId, panelKind, id }) => [asc(nominationId), asc(panelKind), asc(id)],
});
