import { COMMITTEE, CONVENED, InboxKind, NO_TERM, type WaitingKind } from '#inbox';
import { REGION } from '#reads';
import { EVALUATIONS_INBOX_WORDS as WORDS } from '../evaluations-inbox.words.js';
import { hasHand, IS_SECRETARY_FREE } from './has-hand.js';

const ABOUT = `x.id AS thing_id, x.network_id, x.unit_id, coalesce(n.title, o.name) AS title, x.filed_at AS since, ${NO_TERM}`;
const FILED = `FROM evaluation_objection x
      JOIN evaluation_round o ON o.region_id = ${REGION} AND o.id = x.round_id AND o.state IN ('DELIBERATING', 'PUBLIC_NOTICE')
      LEFT JOIN nomination n ON n.region_id = ${REGION} AND n.id = x.nomination_id
      WHERE x.region_id = ${REGION} AND x.state = 'FILED'`;

/** Objections to results, for who may rule on them, and for who knows that nobody of the committee may. */
export const EVALUATION_OBJECTION_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.RESULT_OBJECTION,
    why: WORDS.RESULT_OBJECTION,
    thing: 'EvaluationObjection',
    posts: ['SECRETARY', 'STEWARD'],
    settledBy: ['ruleOnObjection'],
    rows: `
      SELECT ${ABOUT} ${FILED} AND app.person_id() <> ALL (o.returned_by_ids)
        AND (x.network_id = ${CONVENED} OR (app.role() = 'STEWARD' AND x.is_for_street_office))
        AND NOT ${hasHand('app.held_unit_ids()')}`,
  },
  {
    kind: InboxKind.RESULT_OBJECTION_TO_PASS_ON,
    why: WORDS.RESULT_OBJECTION_TO_PASS_ON,
    thing: 'EvaluationObjection',
    posts: COMMITTEE,
    settledBy: ['passObjectionOn'],
    rows: `
      SELECT ${ABOUT} ${FILED} AND x.network_id = ${CONVENED} AND NOT x.is_for_street_office AND NOT ${IS_SECRETARY_FREE}`,
  },
];
