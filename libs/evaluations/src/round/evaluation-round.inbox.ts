import { COMMITTEE, CONVENED, countedBy, InboxKind, NO_SINCE, NO_TERM, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { EVALUATIONS_INBOX_WORDS as WORDS } from '../evaluations-inbox.words.js';

const ABOUT = 'o.id AS thing_id, o.network_id, o.unit_id, o.name AS title';
const OURS = `FROM evaluation_round o WHERE o.region_id = ${REGION} AND o.network_id = ${CONVENED}`;

/** Nobody can nominate any more, or nobody is told until when. */
const HAS_NO_TIME = `(o.nominations_until IS NULL OR o.nominations_until <= ${NOW})`;
const NOMINATED = `SELECT FROM nomination g WHERE g.region_id = ${REGION} AND g.round_id = o.id AND g.state = 'SUBMITTED'`;
const TERM = 'coalesce(o.nominations_until, o.opened_at) AS since, o.nominations_until AS due_at';

/** The steps of a round that its committee takes, and the office that stewards are asked for. */
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
      SELECT ${ABOUT}, ${NO_SINCE}, ${NO_TERM} FROM evaluation_round o
      WHERE o.region_id = ${REGION} AND o.network_id = ANY (app.reading_network_ids()) AND o.is_street_office
        AND o.returning_post_id IS NULL AND o.state NOT IN ('FINAL', 'CANCELLED')`,
  },
  {
    kind: InboxKind.SCORING_TO_BEGIN,
    why: WORDS.SCORING_TO_BEGIN,
    thing: 'EvaluationRound',
    termVersion: countedBy('evaluation_round'),
    posts: ['SECRETARY'],
    settledBy: ['beginScoring'],
    rows: `
      SELECT ${ABOUT}, ${TERM} ${OURS}
        AND o.state = 'NOMINATING' AND ${HAS_NO_TIME} AND o.returning_post_id IS NOT NULL AND EXISTS (${NOMINATED})`,
  },
  {
    kind: InboxKind.NOMINATIONS_MISSING,
    why: WORDS.NOMINATIONS_MISSING,
    thing: 'EvaluationRound',
    termVersion: countedBy('evaluation_round'),
    posts: COMMITTEE,
    settledBy: ['updateEvaluationRound'],
    settledBySecretary: ['cancelEvaluationRound'],
    rows: `
      SELECT ${ABOUT}, ${TERM} ${OURS} AND o.state = 'NOMINATING' AND ${HAS_NO_TIME} AND NOT EXISTS (${NOMINATED})`,
  },
];
