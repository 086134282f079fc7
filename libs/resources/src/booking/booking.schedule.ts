import { NOW, REGION } from '#reads';
import { ScheduleKind, within, type ScheduledKind } from '#schedule';
import { BOOKING_SCHEDULE_CHAT as CHAT } from './booking-schedule.words.js';

const LINES = {
  owner: CHAT.owner,
  requester: CHAT.requester,
  purpose: CHAT.purpose,
  amount: CHAT.amount,
  remark: CHAT.remark,
};
const STATE = `CASE WHEN b.state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED') THEN 'TENTATIVE'
          WHEN b.state IN ('CANCELLED', 'DISPLACED') THEN 'CANCELLED' ELSE 'CONFIRMED' END`;
/** Confirmed once, or asked for and not lapsed, whether or not the worker has noted it. */
const TOLD = `(b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'DISPLACED')
        OR (b.state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED') AND b.expires_at > ${NOW}))`;
/** A booking that was moved is another row for us, and one entry for people: it goes by its first, and each counts. */
const MOVES = `WITH RECURSIVE past AS (
          SELECT b.id, b.replaces_id, b.version, 0 AS back
          UNION ALL SELECT o.id, o.replaces_id, o.version, past.back + 1 FROM past
          JOIN booking o ON o.region_id = ${REGION} AND o.id = past.replaces_id AND o.reason = 'MOVED'
          WHERE b.state NOT IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED'))
        SELECT (array_agg(past.id ORDER BY past.back DESC))[1] AS first_id, sum(past.version)::integer AS versions FROM past`;
/** Of a venue, while the offer can be read. */
const ADDRESS = `(SELECT o.address FROM offer o WHERE o.region_id = ${REGION} AND o.id = b.offer_id)`;
const nameOf = (unitId: string): string =>
  `(SELECT u.name FROM unit u WHERE u.region_id = ${REGION} AND u.id = ${unitId})`;
/** Not of each booking: it is read once. */
const OWN_NAME = nameOf('app.unit_id()');

type Side = 'owner' | 'requester';

function rows(side: string, other: Side): string {
  const nameOfOther = nameOf(`b.${other}_unit_id`);
  return `
      SELECT b.id AS row_id, moves.first_id AS named_id, b.id AS thing_id, b.network_id, b.${other}_unit_id AS unit_id,
        b.offer_title AS title, ${ADDRESS} AS place, b.starts_at, b.ends_at, ${STATE} AS state, moves.versions AS sequence,
        greatest(b.requested_at, b.agreed_at, b.settled_at) AS changed_at,
        json_build_object('owner', ${other === 'owner' ? nameOfOther : OWN_NAME},
          'requester', ${other === 'requester' ? nameOfOther : OWN_NAME}, 'purpose', b.purpose,
          'amount', trim_scale(b.amount) || ' ' || b.measure, 'remark', b.remark) AS details
      FROM booking b CROSS JOIN LATERAL (${MOVES}) moves
      WHERE b.region_id = ${REGION} AND ${side} AND b.reason IS DISTINCT FROM 'MOVED' AND ${TOLD}
        AND ${within('b.starts_at', 'b.ends_at')}`;
}

/** Both sides of a booking. What a unit lends to itself is told once. */
export const BOOKING_SCHEDULE: readonly ScheduledKind[] = [
  {
    kind: ScheduleKind.BOOKING_GIVEN,
    thing: 'Booking',
    named: 'Booking',
    heading: CHAT.given,
    lines: LINES,
    rows: rows('b.owner_unit_id = app.unit_id()', 'requester'),
  },
  {
    kind: ScheduleKind.BOOKING_TAKEN,
    thing: 'Booking',
    named: 'Booking',
    heading: CHAT.taken,
    lines: LINES,
    rows: rows('b.requester_unit_id = app.unit_id() AND b.owner_unit_id <> app.unit_id()', 'owner'),
  },
];
