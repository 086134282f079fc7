import {
  COMMITTEE,
  CONVENED,
  countedBy,
  InboxKind,
  MEMBER,
  NO_UNIT,
  SPEAKERS,
  type WaitingKind,
} from '#inbox';
import { NOW, REGION } from '#reads';
import { MEETINGS_INBOX_WORDS as WORDS } from '../meetings-inbox.words.js';

/** Polls by whom they wait for. Spans that were added later have not been answered by who answered before. */
export const DATE_POLL_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.DATE_POLL_TO_ANSWER,
    why: WORDS.DATE_POLL_TO_ANSWER,
    thing: 'DatePoll',
    termVersion: countedBy('date_poll'),
    posts: SPEAKERS,
    settledBy: ['answerDatePoll'],
    rows: `
      SELECT q.id AS thing_id, q.network_id, n.convener_unit_id AS unit_id, q.title, q.opened_at AS since, q.until AS due_at
      FROM date_poll q JOIN network n ON n.region_id = ${REGION} AND n.id = q.network_id
      WHERE q.region_id = ${REGION} AND q.state = 'OPEN' AND q.until > ${NOW}
        AND (q.open_network_id = ${MEMBER} OR app.unit_id() = ANY (q.reader_unit_ids) OR q.network_id = ${CONVENED})
        AND EXISTS (SELECT FROM date_poll_span s
          WHERE s.region_id = ${REGION} AND s.poll_id = q.id AND s.struck_at IS NULL
            AND NOT EXISTS (SELECT FROM date_poll_answer a
              WHERE a.region_id = ${REGION} AND a.poll_id = q.id AND a.unit_id = app.unit_id() AND a.ended_at IS NULL
                AND s.id = ANY (a.yes_span_ids || a.if_need_be_span_ids || a.no_span_ids)))`,
  },
  {
    kind: InboxKind.DATE_POLL_TO_SETTLE,
    why: WORDS.DATE_POLL_TO_SETTLE,
    thing: 'DatePoll',
    termVersion: countedBy('date_poll'),
    posts: COMMITTEE,
    settledBy: ['settleDatePoll', 'closeDatePoll'],
    rows: `
      SELECT q.id AS thing_id, q.network_id, ${NO_UNIT}, q.title, q.until AS since, q.until AS due_at FROM date_poll q
      WHERE q.region_id = ${REGION} AND q.network_id = ${CONVENED} AND q.state = 'OPEN' AND q.until <= ${NOW}`,
  },
];
