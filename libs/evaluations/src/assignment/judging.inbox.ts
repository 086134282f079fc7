import { countedBy, countedThrough, InboxKind, NO_SINCE, NO_TERM, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import type { Role } from '#tenancy';
import { EVALUATIONS_INBOX_WORDS as WORDS } from '../evaluations-inbox.words.js';

const RETURNING: readonly Role[] = ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD'];
/** A roll has the id of its round. */
const ABOUT = `l.id AS thing_id, o.network_id, o.unit_id, o.name AS title, ${NO_SINCE}`;
/** The roll of a round that the acting post returns, while judges score. */
const RETURNED = `FROM judging_roll l
      JOIN evaluation_round o ON o.region_id = ${REGION} AND o.id = l.id AND o.state = 'SCORING'
        AND o.returning_post_id = app.post_id()
      WHERE l.region_id = ${REGION} AND l.returning_post_id = app.post_id()`;
const AWAITED = `SELECT FROM judge_assignment j WHERE j.region_id = ${REGION} AND j.round_id = o.id
          AND j.returning_post_id = app.post_id() AND j.state IN ('PROPOSED', 'SETTLED')`;

/**
 * A judge’s own sheets, by the post that scores them, and the roll of the returning officer. Nothing here has a time of
 * its own, and no row is looked at that its reader does not list: nothing tells who else judges, or how far they are.
 */
export const JUDGING_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.SHEET_TO_SCORE,
    why: WORDS.SHEET_TO_SCORE,
    thing: 'JudgeAssignment',
    termVersion: countedThrough('evaluation_round', 'judge_assignment', 'round_id'),
    posts: ['SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'REPRESENTATIVE'],
    settledBy: ['submitScoreSheet'],
    rows: `
      SELECT j.id AS thing_id, j.network_id, g.unit_id, g.title, ${NO_SINCE}, o.scoring_until AS due_at
      FROM judge_assignment j
      JOIN evaluation_round o ON o.region_id = ${REGION} AND o.id = j.round_id AND o.state = 'SCORING'
      JOIN nomination g ON g.region_id = ${REGION} AND g.id = j.nomination_id
      WHERE j.region_id = ${REGION} AND j.judge_post_id = app.post_id() AND j.judge_person_id = app.person_id()
        AND j.state = 'SETTLED'`,
  },
  {
    kind: InboxKind.JUDGES_TO_PROPOSE,
    why: WORDS.JUDGES_TO_PROPOSE,
    thing: 'JudgingRoll',
    posts: RETURNING,
    settledBy: ['proposeJudges'],
    rows: `
      SELECT ${ABOUT}, ${NO_TERM} ${RETURNED} AND l.settled_at IS NULL AND NOT EXISTS (${AWAITED})`,
  },
  {
    kind: InboxKind.JUDGES_TO_SETTLE,
    why: WORDS.JUDGES_TO_SETTLE,
    thing: 'JudgingRoll',
    posts: RETURNING,
    settledBy: ['settleAssignments'],
    rows: `
      SELECT ${ABOUT}, ${NO_TERM} ${RETURNED} AND l.settled_at IS NULL AND EXISTS (${AWAITED})`,
  },
  {
    kind: InboxKind.SHEETS_MISSING,
    why: WORDS.SHEETS_MISSING,
    thing: 'JudgingRoll',
    termVersion: countedBy('evaluation_round'),
    posts: RETURNING,
    settledBy: ['excuseJudge', 'dropAssignment'],
    rows: `
      SELECT ${ABOUT}, o.scoring_until AS due_at ${RETURNED} AND l.settled_at IS NOT NULL AND o.scoring_until <= ${NOW}
        AND EXISTS (${AWAITED})`,
  },
  {
    kind: InboxKind.SCORING_TO_CLOSE,
    why: WORDS.SCORING_TO_CLOSE,
    thing: 'EvaluationRound',
    termVersion: countedBy('evaluation_round'),
    posts: RETURNING,
    settledBy: ['closeScoring'],
    rows: `
      SELECT ${ABOUT}, o.scoring_until AS due_at ${RETURNED} AND l.settled_at IS NOT NULL AND NOT EXISTS (${AWAITED})`,
  },
];
