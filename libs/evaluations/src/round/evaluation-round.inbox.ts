import { CONVENED, InboxKind, NO_TERM, NOW, REGION, type WaitingKind } from '#inbox';
import { EVALUATION_INBOX_WORDS as WORDS } from './evaluation-inbox.words.js';

const ABOUT = 'o.id AS thing_id, o.network_id, o.unit_id, o.name AS title';
const OURS = `FROM evaluation_round o WHERE o.region_id = ${REGION} AND o.network_id = ${CONVENED}`;

/** The steps of a round that its secretary takes, and the office that stewards are asked for. */
export const EVALUATION_ROUND_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.RETURNING_OFFICER_TO_APPOINT,
    why: WORDS.RETURNING_OFFICER_TO_APPOINT,
    thing: 'EvaluationRound',
    posts: ['SECRETARY'],
    settledBy: ['appointReturningOfficer', 'askStreetOffice'],
    // The street office is asked once; until somebody there accepts, it is waited for.
    rows: `
      SELECT ${ABOUT}, o.opened_at AS since, ${NO_TERM} ${OURS}
        AND o.state IN ('NOMINATING', 'SCORING') AND o.returning_post_id IS NULL AND NOT o.is_street_office`,
  },
  {
    kind: InboxKind.RETURNING_OFFICE_ASKED,
    why: WORDS.RETURNING_OFFICE_ASKED,
    thing: 'EvaluationRound',
    posts: ['STEWARD'],
    settledBy: ['acceptReturningOffice'],
    rows: `
      SELECT ${ABOUT}, NULL::timestamptz AS since, ${NO_TERM} FROM evaluation_round o
      WHERE o.region_id = ${REGION} AND o.network_id = ANY (app.reading_network_ids()) AND o.is_street_office
        AND o.returning_post_id IS NULL AND o.state NOT IN ('FINAL', 'CANCELLED')`,
  },
  {
    kind: InboxKind.SCORING_TO_BEGIN,
    why: WORDS.SCORING_TO_BEGIN,
    thing: 'EvaluationRound',
    posts: ['SECRETARY'],
    settledBy: ['beginScoring'],
    rows: `
      SELECT ${ABOUT}, o.nominations_until AS since, o.nominations_until AS due_at ${OURS}
        AND o.state = 'NOMINATING' AND o.nominations_until <= ${NOW} AND o.returning_post_id IS NOT NULL
        AND EXISTS (SELECT FROM nomination g WHERE g.region_id = ${REGION} AND g.round_id = o.id AND g.state = 'SUBMITTED')`,
  },
];
