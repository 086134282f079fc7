import type { District } from './district.js';

const OWN_KINDS = `(ARRAY['VENUE', 'VENUE', 'VEHICLE', 'EQUIPMENT', 'VENUE', 'VENUE', 'EXPERTISE', 'VENUE', 'EQUIPMENT', 'VENUE', 'VENUE', 'POWER_SUPPLY'])[(k - 1) % 12 + 1]`;

/** Twenty offers in each network: twelve of its own units, eight of units that it shares; others are drafts or over. */
export function offerStatements({ region, now, idOf }: District): string[] {
  const day = `timestamptz '${now}' - interval '1 day'`;
  return [
    `CREATE TEMP TABLE lent ON COMMIT DROP AS
      SELECT DISTINCT ON (name) name, unit_id, ${OWN_KINDS} AS kind, k, ${idOf(`name`)} AS id,
        CASE WHEN k <= 12 OR i > 11 THEN 'PUBLISHED' WHEN k = 13 THEN 'DRAFT' ELSE 'WITHDRAWN' END AS state
      FROM seat, generate_series(1, 14) k, LATERAL (SELECT 'offer of ' || code || ' ' || k AS name)
      WHERE (i BETWEEN 1 AND 11 AND i = (k - 1) % 11 + 1) OR (i > 11 AND k <= 4)`,
    `INSERT INTO offer (region_id, id, unit_id, kind, state, title, description, network_ids, hours, confirmation,
        lead_time_minutes, horizon_days, slot_minutes, longest_minutes, buffer_before_minutes, buffer_after_minutes,
        address, capacity, facilities, indoor, step_free, seats, driver_included, voltage, phases, max_load_kw, sockets,
        electrician_needed, quantity, measure, field, languages, created_at, updated_at, version)
      SELECT ${region}, id, unit_id, kind, state, chr(20000 + abs(hashtext(name)) % 6000) || name, repeat('说明', 60),
        CASE state WHEN 'PUBLISHED' THEN ARRAY(SELECT network_id FROM seat WHERE seat.unit_id = lent.unit_id) ELSE '{}' END,
        '[]', (ARRAY['OWNER', 'AUTOMATIC', 'OWNER_AFTER_COMMITTEE'])[k % 3 + 1], 0, 180, 30, 480, 0, 0,
        CASE kind WHEN 'VENUE' THEN '路' END, CASE kind WHEN 'VENUE' THEN 30 END, CASE kind WHEN 'VENUE' THEN '{}'::text[] END,
        CASE kind WHEN 'VENUE' THEN true END, CASE kind WHEN 'VENUE' THEN true END, CASE kind WHEN 'VEHICLE' THEN 45 END,
        CASE kind WHEN 'VEHICLE' THEN true END, CASE kind WHEN 'POWER_SUPPLY' THEN 380 END,
        CASE kind WHEN 'POWER_SUPPLY' THEN 3 END, CASE kind WHEN 'POWER_SUPPLY' THEN 15 END,
        CASE kind WHEN 'POWER_SUPPLY' THEN '{}'::text[] END, CASE kind WHEN 'POWER_SUPPLY' THEN false END,
        CASE kind WHEN 'EQUIPMENT' THEN 10 END, CASE kind WHEN 'EQUIPMENT' THEN '张' END,
        CASE kind WHEN 'EXPERTISE' THEN '法律' END, CASE kind WHEN 'EXPERTISE' THEN '{zh}'::text[] END,
        ${day} - abs(hashtext(name)) % 700 * interval '1 day', ${day}, 1
      FROM lent ORDER BY hashtext(name)`,
    `INSERT INTO offer_internal (region_id, id, unit_id, network_ids, contact_name)
      SELECT region_id, id, unit_id, network_ids, '联系人' FROM offer WHERE region_id = ${region}`,
    `INSERT INTO offer_publication (region_id, id, offer_id, unit_id, network_id, published_at, withdrawn_at)
      SELECT ${region}, ${idOf(`lent.id || ' in ' || n`)}, lent.id, lent.unit_id, network_id, ${day},
        CASE state WHEN 'WITHDRAWN' THEN ${day} END
      FROM lent JOIN seat USING (unit_id) WHERE state <> 'DRAFT'`,
  ];
}

/** From 100 to 200 bookings in each network, over a year and a half and the two months to come. */
export function bookingStatements({ region, now, idOf }: District): string[] {
  return [
    `CREATE TEMP TABLE shown ON COMMIT DROP AS
      SELECT n, network_id, offer_id, p.unit_id, row_number() OVER (PARTITION BY n ORDER BY offer_id) - 1 AS at,
        count(*) OVER (PARTITION BY n) AS of
      FROM seat JOIN offer_publication p USING (network_id)
      WHERE i = 0 AND p.region_id = ${region} AND withdrawn_at IS NULL`,
    `ANALYZE shown`,
    `CREATE TEMP TABLE wish ON COMMIT DROP AS
      SELECT n, b, network_id, offer_id, shown.unit_id AS owner, seat.unit_id AS requester,
        ${idOf(`'booking ' || n || ' ' || b`)} AS id, total,
        date_trunc('day', timestamptz '${now}') + (b * 600 / total - 540) * interval '1 day' + (n % 5 * 2 + 1) * interval '2 hours' AS starts_at
      FROM (SELECT n, b, total FROM (SELECT DISTINCT n, 100 + n * 7 % 101 AS total FROM seat) sized, generate_series(1, total) b) wanted
      JOIN shown USING (n) JOIN seat USING (n, network_id)
      WHERE shown.at = b % shown.of AND i = CASE WHEN b % 3 = 0 THEN 0 ELSE b * 7 % 14 END`,
    `INSERT INTO booking_series (region_id, id, offer_id, owner_unit_id, requester_unit_id, network_id, offer_title, rule, zone,
        starts_at, ends_at, purpose, skipped, requested_at, updated_at, version)
      SELECT ${region}, ${idOf(`'series ' || n || ' ' || b`)}, offer_id, owner, requester, network_id, '场地', 'FREQ=WEEKLY;COUNT=8',
        'Asia/Shanghai', starts_at, starts_at + interval '2 hours', '活动', '[]', starts_at - interval '9 days',
        starts_at - interval '9 days', 1
      FROM wish WHERE b % 8 = 3 ORDER BY hashtext(id::text)`,
    `INSERT INTO booking (region_id, id, offer_id, owner_unit_id, requester_unit_id, network_id, offer_title, confirmation, state,
        starts_at, ends_at, purpose, heads, requested_at, expires_at, updated_at, version, series_id, original_start, bundle_id)
      SELECT ${region}, id, offer_id, owner, requester, network_id, '场地', 'OWNER',
        CASE WHEN starts_at > timestamptz '${now}'
          THEN (ARRAY['CONFIRMED', 'REQUESTED', 'CONFIRMED', 'AWAITING_OWNER', 'CANCELLED'])[b % 5 + 1]
          ELSE (ARRAY['COMPLETED', 'COMPLETED', 'COMPLETED', 'DECLINED', 'COMPLETED', 'CANCELLED', 'NO_SHOW', 'EXPIRED', 'WITHDRAWN'])[b % 9 + 1] END,
        starts_at, starts_at + interval '2 hours', '活动', 20, requested_at, starts_at, requested_at, 1,
        CASE b % 8 WHEN 3 THEN ${idOf(`'series ' || n || ' ' || b`)} END, CASE b % 8 WHEN 3 THEN starts_at END,
        CASE WHEN b % 10 IN (3, 4) THEN ${idOf(`'bundle ' || n || ' ' || b / 10`)} END
      FROM wish, LATERAL (SELECT starts_at - (b * 13 % 20 + 1) * interval '1 day' AS requested_at) ORDER BY requested_at`,
    `INSERT INTO booking_contact (region_id, id, booking_id, unit_id, other_unit_id, network_id, name, phone, shared)
      SELECT ${region}, ${idOf(`'contact ' || id || side`)}, id, CASE side WHEN 1 THEN owner ELSE requester END,
        CASE side WHEN 1 THEN requester ELSE owner END, network_id, '联系人', '021-5555 0001', true
      FROM wish, generate_series(1, 2) side WHERE side = 2 OR (b % 4 = 0 AND owner <> requester)`,
    `INSERT INTO occupancy (region_id, id, offer_id, unit_id, starts_at, ends_at, kept_until)
      SELECT ${region}, id, offer_id, owner_unit_id, starts_at, ends_at, ends_at
      FROM booking WHERE region_id = ${region} AND state = 'CONFIRMED'`,
  ];
}

/** What was used, the account of it with some corrections, and the figures of each month. */
export function useStatements({ region, idOf }: District): string[] {
  const used = `booking WHERE region_id = ${region} AND state = 'COMPLETED'`;
  const month = `date_trunc('month', starts_at AT TIME ZONE 'Asia/Shanghai')::date`;
  const sides = 'offer_id, owner_unit_id, requester_unit_id, network_id';
  return [
    `INSERT INTO booking_use (region_id, id, ${sides}, handed_over_at, returned_at, heads, assumed, completed_at)
      SELECT region_id, id, ${sides}, starts_at, ends_at, heads, false, ends_at FROM ${used}`,
    `INSERT INTO no_show (region_id, id, ${sides}, standing, recorded_at, contest_until)
      SELECT region_id, id, ${sides}, 'RECORDED', ends_at, ends_at + interval '3 days'
      FROM booking WHERE region_id = ${region} AND state = 'NO_SHOW'`,
    `INSERT INTO feedback (region_id, id, booking_id, ${sides}, unit_id, marks, given_at)
      SELECT region_id, ${idOf(`'feedback ' || id`)}, id, ${sides}, requester_unit_id, 5, ends_at FROM ${used}
        AND owner_unit_id <> requester_unit_id`,
    `INSERT INTO contribution (region_id, id, booking_id, offer_id, unit_id, requester_unit_id, network_id, measure, sixtieths,
        assumed, used_at, made_at)
      SELECT region_id, ${idOf(`counted || id`)}, id, ${sides}, counted, 120, false, starts_at, ends_at
      FROM (SELECT * FROM ${used}) lent, unnest(ARRAY['HOURS', 'HEAD_HOURS']) counted ORDER BY starts_at`,
    `INSERT INTO contribution_total (region_id, id, unit_id, network_id, month, measure, sixtieths)
      SELECT region_id, ${idOf(`measure || month || unit_id || network_id`)}, unit_id, network_id, month, measure, 120
      FROM (SELECT DISTINCT region_id, owner_unit_id AS unit_id, network_id, ${month} AS month FROM ${used}) lent,
        unnest(ARRAY['HOURS', 'HEAD_HOURS']) measure`,
    `INSERT INTO lending_month (region_id, id, unit_id, network_id, month, requests, answers, answer_minutes, declines, uses, used_minutes,
        utilised_minutes, open_minutes, no_shows)
      SELECT region_id, ${idOf(`'lent ' || month || unit_id || network_id`)}, unit_id, network_id, month, 1, 1, 90, '[]', 1, 120, 120, 9000, 0
      FROM (SELECT DISTINCT region_id, owner_unit_id AS unit_id, network_id, ${month} AS month FROM ${used}) lent`,
  ];
}
