import { CONVENED, InboxKind, NO_SINCE, NO_TERM, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { EVALUATIONS_INBOX_WORDS as WORDS } from '../evaluations-inbox.words.js';
import { IS_UNCHANGED } from './unchanged.js';

const ABOUT = 'o.id AS thing_id, o.network_id, o.unit_id, o.name AS title';
const UNCONTESTED = `NOT EXISTS (SELECT FROM evaluation_objection x WHERE x.region_id = ${REGION} AND x.round_id = o.id
          AND x.state = 'FILED')`;

/** Rounds with their result `y` in one of these states. */
function withResult(round: string, result: string): string {
  return `FROM evaluation_round o
      JOIN evaluation_result y ON y.region_id = ${REGION} AND y.round_id = o.id AND y.state = '${result}'
      WHERE o.region_id = ${REGION} AND o.network_id = ${CONVENED} AND o.state = '${round}' AND ${UNCONTESTED}`;
}

const DELIBERATED = withResult('DELIBERATING', 'DRAFT');
const NOTICED = withResult('PUBLIC_NOTICE', 'ON_NOTICE');

/** Results on their way to the public and to the end; an objection that waits comes first, and then what follows of it. */
export const EVALUATION_RESULT_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.RESULT_TO_PUBLISH,
    why: WORDS.RESULT_TO_PUBLISH,
    thing: 'EvaluationRound',
    posts: ['SECRETARY'],
    settledBy: ['publishResult'],
    rows: `
      SELECT ${ABOUT}, o.deliberating_at AS since, ${NO_TERM} ${DELIBERATED} AND NOT ${IS_UNCHANGED}`,
  },
  {
    kind: InboxKind.RESULT_TO_CORRECT,
    why: WORDS.RESULT_TO_CORRECT,
    thing: 'EvaluationRound',
    posts: ['SECRETARY'],
    settledBy: ['excludeNomination', 'withholdAward'],
    rows: `
      SELECT ${ABOUT}, ${NO_SINCE}, ${NO_TERM} ${DELIBERATED} AND ${IS_UNCHANGED}
      UNION ALL
      SELECT ${ABOUT}, ${NO_SINCE}, ${NO_TERM} ${NOTICED} AND ${IS_UNCHANGED}`,
  },
  {
    kind: InboxKind.RESULT_TO_FINALISE,
    why: WORDS.RESULT_TO_FINALISE,
    thing: 'EvaluationRound',
    posts: ['SECRETARY'],
    settledBy: ['finaliseResult'],
    rows: `
      SELECT ${ABOUT}, y.notice_until AS since, ${NO_TERM} ${NOTICED} AND y.notice_until <= ${NOW} AND NOT ${IS_UNCHANGED}`,
  },
];
