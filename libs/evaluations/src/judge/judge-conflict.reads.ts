import { AUDIT_LINES, linesOf } from '#network';
import { asc, listOf, readsOf, sql, type Sql } from '#reads';
import { NOMINATION_READS } from '../nomination/nomination.reads.js';
import { JudgeConflict } from './judge-conflict.entity.js';

export const JUDGE_CONFLICT_READS = readsOf(JudgeConflict, 'JudgeConflict', (conflict) => ({
  nomination: conflict.row(NOMINATION_READS, { id: 'nominationId' }),
  auditLines: conflict.page(AUDIT_LINES, linesOf('JudgeConflict')),
}));

/** All that were declared in a round, beneath its roll. */
export const ROLL_CONFLICTS = listOf(JUDGE_CONFLICT_READS, {
  name: 'conflicts of a roll',
  where: (conflict, { roundId }: { readonly roundId: Sql }) => [sql`${conflict.roundId} = ${roundId}`],
  orderBy: ({ nominationId, id }) => [asc(nominationId), asc(id)],
});
