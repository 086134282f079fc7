import { REGION } from '#reads';
import { BookingStanding } from '../booking/booking-standing.js';

/** The dishes that a version of menu `u` would show. */
export const SHOWN = `FROM dish d WHERE d.region_id = ${REGION} AND d.network_id = u.network_id AND d.month = u.month
          AND d.state = 'TAKEN' AND d.recorded_at IS NULL`;

const DATES = `(SELECT jsonb_agg(jsonb_build_object('startsAt', app.instant(e.starts_at), 'endsAt', app.instant(e.ends_at))
              ORDER BY e.starts_at, e.id)
            FROM dish_date e WHERE e.region_id = ${REGION} AND e.dish_id = d.id AND e.cancelled_at IS NULL)`;
const HOSTS = `(SELECT jsonb_agg(h.unit_id ORDER BY h.asked_at, h.id) FROM dish_host h
            WHERE h.region_id = ${REGION} AND h.dish_id = d.id AND h.state = 'ACCEPTED' AND h.unit_id <> d.lead_unit_id)`;

/** Each once, in the order in which they were linked. */
function titles(standing: BookingStanding): string {
  return `(SELECT jsonb_agg(t.title ORDER BY t.linked_at, t.title) FROM (
            SELECT k.offer_title AS title, min(k.linked_at) AS linked_at FROM dish_booking k
            WHERE k.region_id = ${REGION} AND k.dish_id = d.id AND k.standing = '${standing}' GROUP BY k.offer_title) t)`;
}

/** A dish as `describeDishes` writes it into a version, but for the names of units: one that is renamed is no other. */
const DESCRIBED = `jsonb_build_object('id', d.id, 'kind', d.kind, 'title', d.title, 'what', d.what, 'place', d.place,
            'quota', d.quota, 'quotaPerUnit', d.quota_per_unit, 'signUpDeadline', app.instant(d.sign_up_deadline),
            'segments', d.segments, 'contactName', d.contact_name, 'contactPhone', d.contact_phone,
            'leadUnitId', d.lead_unit_id, 'hostUnitIds', coalesce(${HOSTS}, '[]'), 'dates', coalesce(${DATES}, '[]'),
            'offers', coalesce(${titles(BookingStanding.TAKEN)}, '[]'),
            'pendingOffers', coalesce(${titles(BookingStanding.PENDING)}, '[]'))`;

/** Whether a version of menu `u` published now would differ from its last one, as `changesBetween` says it. */
export const HAS_CHANGED = `EXISTS (SELECT FROM menu_version v
          WHERE v.region_id = ${REGION} AND v.menu_id = u.id AND v.number = u.edition
            AND (jsonb_array_length(v.dishes) <> (SELECT count(*) ${SHOWN})
              OR EXISTS (SELECT ${SHOWN} AND NOT EXISTS (SELECT FROM jsonb_array_elements(v.dishes) w(dish)
                WHERE w.dish ->> 'id' = d.id::text AND w.dish - 'lead' - 'hosts' = ${DESCRIBED}))))`;
