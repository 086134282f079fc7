import { COMMITTEE, CONVENED, InboxKind, KNOWN, NO_TERM, SPEAKERS, type WaitingKind } from '#inbox';
import { REGION } from '#reads';
import { MEETINGS_INBOX_WORDS as WORDS } from '../meetings-inbox.words.js';

/** Objections that are followed up, by whose word comes next. */
export const OBJECTION_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.OBJECTION_TO_ANSWER,
    why: WORDS.OBJECTION_TO_ANSWER,
    thing: 'Objection',
    posts: COMMITTEE,
    settledBy: ['answerObjection'],
    rows: `
      SELECT o.id AS thing_id, o.network_id, o.unit_id, o.text AS title, o.recorded_at AS since, ${NO_TERM} FROM objection o
      WHERE o.region_id = ${REGION} AND o.network_id = ${CONVENED} AND o.state = 'OPEN'`,
  },
  {
    kind: InboxKind.OBJECTION_TO_SETTLE,
    why: WORDS.OBJECTION_TO_SETTLE,
    thing: 'Objection',
    posts: SPEAKERS,
    settledBy: ['settleObjection', 'upholdObjection'],
    // Of a unit that has left for good nobody but the committee could ever settle it.
    rows: `
      SELECT o.id AS thing_id, o.network_id, o.unit_id, o.text AS title, o.answered_at AS since, ${NO_TERM} FROM objection o
      WHERE o.region_id = ${REGION} AND o.network_id = ${KNOWN} AND o.state = 'ANSWERED'
        AND (o.unit_id = app.unit_id() OR (o.network_id = ${CONVENED}
          AND NOT EXISTS (SELECT FROM membership m WHERE m.region_id = ${REGION} AND m.network_id = o.network_id
            AND m.unit_id = o.unit_id AND m.state <> 'LEFT')))`,
  },
];
