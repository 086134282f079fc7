import { NOW, REGION } from '#reads';

/** Bookings of a project, and of activities that belong to it. */
function supplies(units: string): string {
  const supplied = `b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED') AND b.owner_unit_id = ANY (${units})`;
  return `EXISTS (SELECT FROM project_booking k JOIN booking b ON b.region_id = ${REGION} AND b.id = k.booking_id
            WHERE k.region_id = ${REGION} AND k.project_id = g.project_id AND ${supplied})
          OR EXISTS (SELECT FROM dish d JOIN dish_booking q ON q.region_id = ${REGION} AND q.dish_id = d.id
            JOIN booking b ON b.region_id = ${REGION} AND b.id = q.booking_id
            WHERE d.region_id = ${REGION} AND d.project_id = g.project_id AND ${supplied})`;
}

/** Whether one of these units has a hand in what objection `x` contests, or files it: as `listConcerned` says it. */
export function hasHand(units: string): string {
  const among = (unit: string): string => `${unit} = ANY (${units})`;
  return `(${among('x.unit_id')} OR EXISTS (SELECT FROM nomination g
        LEFT JOIN project p ON p.region_id = ${REGION} AND p.id = g.project_id
        WHERE g.region_id = ${REGION} AND g.round_id = x.round_id AND g.state IN ('SUBMITTED', 'EXCLUDED')
          AND (x.nomination_id IS NULL OR g.id = x.nomination_id)
          AND (${among('g.unit_id')} OR ${among('g.subject_unit_id')} OR ${among('p.lead_unit_id')}
          OR (g.project_id IS NOT NULL AND (${among('g.responsible_unit_id')} OR g.co_host_unit_ids && ${units}))
          OR EXISTS (SELECT FROM project_host h WHERE h.region_id = ${REGION} AND h.project_id = g.project_id
            AND h.state = 'ACCEPTED' AND ${among('h.unit_id')})
          OR ${supplies(units)})))`;
}

function held(post: string): string {
  return `${post}.since <= ${NOW} AND ${post}.revoked_at IS NULL AND (${post}.until IS NULL OR ${post}.until > ${NOW})`;
}

/** Whether a secretary of the committee may rule on objection `x` of round `o`: as `listFreeSecretaries` says it, for the committee. */
export const IS_SECRETARY_FREE = `EXISTS (SELECT FROM post s CROSS JOIN LATERAL (SELECT array_agg(t.unit_id) AS ids FROM post t
            WHERE t.region_id = ${REGION} AND t.person_id = s.person_id AND ${held('t')}) units
        WHERE s.region_id = ${REGION} AND s.unit_id = o.unit_id AND s.role = 'SECRETARY' AND ${held('s')}
          AND s.person_id <> ALL (o.returned_by_ids) AND NOT ${hasHand('units.ids')})`;
