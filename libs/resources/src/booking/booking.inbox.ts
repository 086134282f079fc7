import { COMMITTEE, CONVENED, countedBy, InboxKind, SPEAKERS, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { RESOURCES_INBOX_WORDS as WORDS } from '../resources-inbox.words.js';

const ASKED = `b.id AS thing_id, b.network_id, b.requester_unit_id AS unit_id, b.offer_title AS title,
  coalesce(b.asked_at, b.requested_at) AS since, b.expires_at AS due_at`;

/** Requests that somebody has the word on; what has lapsed waits for nobody, whether or not the worker has noted it. */
export const BOOKING_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.BOOKING_TO_AGREE,
    why: WORDS.BOOKING_TO_AGREE,
    thing: 'Booking',
    termVersion: countedBy('booking'),
    posts: COMMITTEE,
    settledBy: ['agreeToBooking', 'declineBooking'],
    rows: `
      SELECT ${ASKED} FROM booking b
      WHERE b.region_id = ${REGION} AND b.network_id = ${CONVENED} AND b.state = 'REQUESTED'
        AND b.confirmation = 'OWNER_AFTER_COMMITTEE' AND b.expires_at > ${NOW}`,
  },
  {
    kind: InboxKind.BOOKING_TO_ANSWER,
    why: WORDS.BOOKING_TO_ANSWER,
    thing: 'Booking',
    termVersion: countedBy('booking'),
    posts: SPEAKERS,
    settledBy: ['confirmBooking', 'declineBooking'],
    rows: `
      SELECT ${ASKED} FROM booking b
      WHERE b.region_id = ${REGION} AND b.owner_unit_id = app.unit_id() AND b.expires_at > ${NOW}
        AND (b.state = 'AWAITING_OWNER' OR (b.state = 'REQUESTED' AND b.confirmation <> 'OWNER_AFTER_COMMITTEE'))`,
  },
];
