import { AUDIT_LINES, linesOf } from '#network';
import { readsOf } from '#reads';
import { ROLL_JUDGES } from '../judge/evaluation-judge.reads.js';
import { ROLL_CONFLICTS } from '../judge/judge-conflict.reads.js';
import { EVALUATION_ROUND_READS } from '../round/evaluation-round.reads.js';
import { ROLL_ASSIGNMENTS } from './judge-assignment.reads.js';
import { JudgingRoll } from './judging-roll.entity.js';
import type { JudgeAssignmentState } from './judge-assignment.entity.js';

export const JUDGING_ROLL_READS = readsOf(JudgingRoll, 'JudgingRoll', (roll) => ({
  round: roll.row(EVALUATION_ROUND_READS, { id: 'id' }),
  assignments: roll.page(
    ROLL_ASSIGNMENTS,
    ({ id }, { states }: { readonly states?: readonly JudgeAssignmentState[] | null }) => ({
      roundId: id,
      states,
    }),
  ),
  judges: roll.page(ROLL_JUDGES, ({ id }) => ({ roundId: id })),
  conflicts: roll.page(ROLL_CONFLICTS, ({ id }) => ({ roundId: id })),
  leftOut: roll.resolver(),
  nominationsWithoutPanel: roll.resolver(),
  objections: roll.resolver(),
  auditLines: roll.page(AUDIT_LINES, linesOf('JudgingRoll')),
}));
