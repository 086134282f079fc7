import { countedThrough, InboxKind, SPEAKERS, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { NEEDS_INBOX_WORDS as WORDS } from '../needs-inbox.words.js';

const OF_UNIT = `FROM claim c JOIN need n ON n.region_id = ${REGION} AND n.id = c.need_id
      WHERE c.region_id = ${REGION} AND c.unit_id = app.unit_id()`;

/** What a unit is asked to take on, and what it has taken on. */
export const CLAIM_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.CLAIM_TO_ANSWER,
    why: WORDS.CLAIM_TO_ANSWER,
    thing: 'Claim',
    termVersion: countedThrough('need', 'claim', 'need_id'),
    posts: SPEAKERS,
    settledBy: ['answerClaim'],
    // Of what is over nobody can say yes.
    rows: `
      SELECT c.id AS thing_id, c.network_id, n.unit_id, n.title, c.asked_at AS since, n.ends_at AS due_at
      ${OF_UNIT} AND c.state = 'ASKED' AND n.state IN ('TAKEN', 'OPEN')
        AND (n.ends_at IS NULL OR n.ends_at > ${NOW})`,
  },
  {
    kind: InboxKind.CLAIM_TO_FULFIL,
    why: WORDS.CLAIM_TO_FULFIL,
    thing: 'Claim',
    termVersion: countedThrough('need', 'claim', 'need_id'),
    posts: SPEAKERS,
    settledBy: ['answerNeed', 'giveUpClaim'],
    // What a project works on is answered by its result.
    rows: `
      SELECT c.id AS thing_id, c.network_id, n.unit_id, n.title, c.accepted_at AS since, n.ends_at AS due_at
      ${OF_UNIT} AND c.state = 'ACCEPTED' AND n.state IN ('TAKEN', 'OPEN', 'CLAIMED', 'IN_PROGRESS')
        AND NOT EXISTS (SELECT FROM project p WHERE p.region_id = ${REGION} AND p.id = n.project_id
          AND p.state IN ('PLANNED', 'IN_PROGRESS', 'ANSWERED'))`,
  },
];
