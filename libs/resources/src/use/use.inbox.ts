import { CONVENED, countedBy, InboxKind, NO_TERM, SPEAKERS, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { RESOURCES_INBOX_WORDS as WORDS } from '../resources-inbox.words.js';
import { GRACE_HOURS } from './grace.js';

const COUNTS_FROM = `b.ends_at + interval '${GRACE_HOURS} hours'`;
/** Over, and not yet counted as used as it was booked. */
const TO_NOTE = `b.state IN ('CONFIRMED', 'IN_USE') AND b.ends_at <= ${NOW} AND ${COUNTS_FROM} > ${NOW}`;
const ENDED = `b.ends_at AS since, ${COUNTS_FROM} AS due_at`;

const NO_SHOW = `FROM no_show s JOIN booking b ON b.region_id = ${REGION} AND b.id = s.id AND b.state = 'NO_SHOW'
      WHERE s.region_id = ${REGION}`;

/** What really happened: the note on it, and a no-show that is contested. */
export const USE_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.LENT_USE_TO_NOTE,
    why: WORDS.LENT_USE_TO_NOTE,
    thing: 'Booking',
    termVersion: countedBy('booking'),
    posts: SPEAKERS,
    settledBy: ['noteReturn', 'recordNoShow'],
    rows: `
      SELECT b.id AS thing_id, b.network_id, b.requester_unit_id AS unit_id, b.offer_title AS title, ${ENDED} FROM booking b
      WHERE b.region_id = ${REGION} AND b.owner_unit_id = app.unit_id() AND ${TO_NOTE}`,
  },
  {
    kind: InboxKind.BORROWED_USE_TO_NOTE,
    why: WORDS.BORROWED_USE_TO_NOTE,
    thing: 'Booking',
    termVersion: countedBy('booking'),
    posts: SPEAKERS,
    settledBy: ['noteReturn'],
    rows: `
      SELECT b.id AS thing_id, b.network_id, b.owner_unit_id AS unit_id, b.offer_title AS title, ${ENDED} FROM booking b
      WHERE b.region_id = ${REGION} AND b.requester_unit_id = app.unit_id() AND b.owner_unit_id <> app.unit_id() AND ${TO_NOTE}`,
  },
  {
    kind: InboxKind.NO_SHOW_TO_CONTEST,
    why: WORDS.NO_SHOW_TO_CONTEST,
    thing: 'Booking',
    termVersion: countedBy('booking'),
    posts: SPEAKERS,
    settledBy: ['contestNoShow'],
    rows: `
      SELECT b.id AS thing_id, b.network_id, b.owner_unit_id AS unit_id, b.offer_title AS title, s.recorded_at AS since,
        s.contest_until AS due_at
      ${NO_SHOW} AND s.requester_unit_id = app.unit_id() AND s.standing = 'RECORDED' AND s.contest_until > ${NOW}`,
  },
  {
    kind: InboxKind.NO_SHOW_TO_RULE_ON,
    why: WORDS.NO_SHOW_TO_RULE_ON,
    thing: 'Booking',
    posts: ['SECRETARY'],
    settledBy: ['ruleOnNoShow'],
    rows: `
      SELECT b.id AS thing_id, b.network_id, b.requester_unit_id AS unit_id, b.offer_title AS title, s.contested_at AS since,
        ${NO_TERM}
      ${NO_SHOW} AND s.network_id = ${CONVENED} AND s.standing = 'CONTESTED'`,
  },
];
