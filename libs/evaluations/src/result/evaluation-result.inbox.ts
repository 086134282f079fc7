import { CONVENED, InboxKind, NOW, REGION, type WaitingKind } from '#inbox';
import { EVALUATION_INBOX_WORDS as WORDS } from '../round/evaluation-inbox.words.js';

const ABOUT = 'o.id AS thing_id, o.network_id, o.unit_id, o.name AS title';
const UNCONTESTED = `NOT EXISTS (SELECT FROM evaluation_objection x WHERE x.region_id = ${REGION} AND x.round_id = o.id
          AND x.state = 'FILED')`;

const NOT_UPHELD = `NOT EXISTS (SELECT FROM evaluation_objection x WHERE x.region_id = ${REGION} AND x.result_id = y.id
          AND x.state = 'UPHELD')`;

/** Results on their way to the public and to the end; an objection that waits comes first. */
export const EVALUATION_RESULT_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.RESULT_TO_PUBLISH,
    why: WORDS.RESULT_TO_PUBLISH,
    thing: 'EvaluationRound',
    posts: ['SECRETARY'],
    settledBy: ['publishResult'],
    rows: `
      SELECT ${ABOUT}, o.deliberating_at AS since, NULL::timestamptz AS due_at FROM evaluation_round o
      WHERE o.region_id = ${REGION} AND o.network_id = ${CONVENED} AND o.state = 'DELIBERATING' AND ${UNCONTESTED}`,
  },
  {
    kind: InboxKind.RESULT_TO_FINALISE,
    why: WORDS.RESULT_TO_FINALISE,
    thing: 'EvaluationRound',
    posts: ['SECRETARY'],
    settledBy: ['finaliseResult'],
    rows: `
      SELECT ${ABOUT}, y.notice_until AS since, NULL::timestamptz AS due_at
      FROM evaluation_round o
      JOIN evaluation_result y ON y.region_id = ${REGION} AND y.round_id = o.id AND y.state = 'ON_NOTICE'
        AND y.notice_until <= ${NOW}
      WHERE o.region_id = ${REGION} AND o.network_id = ${CONVENED} AND o.state = 'PUBLIC_NOTICE' AND ${UNCONTESTED}
        AND ${NOT_UPHELD}`,
  },
];
