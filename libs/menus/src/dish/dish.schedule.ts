import { REGION } from '#reads';
import { FROM, ScheduleKind, TO, within, type ScheduledKind } from '#schedule';
import { DISH_SCHEDULE_CHAT as CHAT } from './dish-schedule.words.js';

const OWN = `region_id = ${REGION} AND`;
/** Its dates lie in one month, and its own span is that of those that stand. */
const NEAR = (dish: string): string =>
  `${dish}.starts_at < ${TO} + interval '32 days' AND ${dish}.starts_at > ${FROM} - interval '32 days'`;
// Each is read once, and not again for every dish that it may be.
const HELD = `SELECT l.id AS dish_id FROM dish l
            WHERE l.${OWN} l.lead_unit_id = app.unit_id() AND l.published_at IS NOT NULL AND ${NEAR('l')}
          UNION SELECT h.dish_id FROM dish_host h WHERE h.${OWN} h.unit_id = app.unit_id() AND h.state = 'ACCEPTED'`;
/** All that the unit has said of one dish, one after another: it may sign up again. */
const SIGNED = `SELECT s.dish_id, bool_or(s.state = 'CONFIRMED') AS is_in, bool_or(s.state = 'WAITING') AS waits,
            max(CASE WHEN s.end_reason <> 'DISH_CANCELLED' THEN s.ended_at END) AS left_at, sum(s.version)::integer AS versions,
            max(greatest(s.signed_at, s.promoted_at, s.ended_at)) AS said_at
          FROM sign_up s WHERE s.${OWN} s.unit_id = app.unit_id() GROUP BY s.dish_id`;
/** Who has left no longer comes; what was held before stays as it was. */
const STATE = `CASE WHEN e.cancelled_at IS NOT NULL THEN 'CANCELLED'
          WHEN own.holds OR own.is_in OR e.starts_at < own.left_at THEN 'CONFIRMED'
          WHEN own.waits THEN 'TENTATIVE' ELSE 'CANCELLED' END`;

/** Dates of what is published. Each is an entry of its own, so that nothing of one touches another. */
export const DISH_SCHEDULE: ScheduledKind = {
  kind: ScheduleKind.ACTIVITY,
  thing: 'Dish',
  named: 'DishDate',
  heading: CHAT.activity,
  lines: { lead: CHAT.lead, contact: CHAT.contact, what: null },
  rows: `
      SELECT e.id AS row_id, e.id AS named_id, d.id AS thing_id, d.network_id, d.lead_unit_id AS unit_id, d.title, d.place,
        e.starts_at, e.ends_at, ${STATE} AS state, e.version + coalesce(own.versions, 0) AS sequence,
        greatest(d.published_at, e.moved_at, e.cancelled_at, own.said_at) AS changed_at,
        json_build_object('lead', (SELECT u.name FROM unit u WHERE u.region_id = ${REGION} AND u.id = d.lead_unit_id),
          'contact', d.contact_name, 'what', d.what) AS details
      FROM (WITH held AS MATERIALIZED (SELECT h.dish_id, true AS holds FROM (${HELD}) h), said AS MATERIALIZED (${SIGNED})
        SELECT dish_id, held.holds, said.is_in, said.waits, said.left_at, said.versions, said.said_at
        FROM held FULL JOIN said USING (dish_id)) own
      JOIN dish d ON d.region_id = ${REGION} AND d.id = own.dish_id AND d.published_at IS NOT NULL AND ${NEAR('d')}
      JOIN dish_date e ON e.region_id = ${REGION} AND e.dish_id = d.id AND ${within('e.starts_at', 'e.ends_at')}`,
};
