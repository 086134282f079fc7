import type { District } from './district.js';

/** A menu of each network for each of twelve months, five dishes on each with a co-host and something booked; the last one collects. */
export function menuStatements({ region, now, idOf }: District): string[] {
  const shown = `proposed_at IS NOT NULL, published_at IS NOT NULL`;
  return [
    `CREATE TEMP TABLE served ON COMMIT DROP AS
      SELECT n, m, network_id, unit_id, ${idOf(`'menu ' || n || ' ' || m`)} AS id,
        (date_trunc('month', timestamptz '${now}') + (m - 11) * interval '1 month')::date AS month,
        CASE WHEN m = 12 THEN 'COLLECTING' WHEN m = 11 THEN 'PUBLISHED' ELSE 'CLOSED' END AS state
      FROM seat, generate_series(1, 12) m WHERE i = 0`,
    `ANALYZE served`,
    `INSERT INTO menu (region_id, id, network_id, month, state, edition, published_at, closed_at, updated_at, version)
      SELECT ${region}, id, network_id, month, state, CASE state WHEN 'COLLECTING' THEN 0 ELSE 2 END,
        CASE WHEN state <> 'COLLECTING' THEN month END, CASE state WHEN 'CLOSED' THEN month + 30 END, month, 1 FROM served ORDER BY month`,
    `INSERT INTO menu_version (region_id, id, menu_id, network_id, number, published_at, dishes, changes)
      SELECT ${region}, ${idOf(`'version ' || served.id || k`)}, id, network_id, k, month + k, '[]', '[]'
      FROM served, generate_series(1, 2) k WHERE state <> 'COLLECTING' ORDER BY month`,
    `CREATE TEMP TABLE cooked ON COMMIT DROP AS
      SELECT served.n, served.m, k, served.network_id, month, seat.unit_id, other.unit_id AS host_id,
        ${idOf(`'dish ' || served.n || ' ' || served.m || ' ' || k`)} AS id, month + (k * 5) * interval '1 day' + (served.n % 7) * interval '1 hour' AS at,
        CASE WHEN served.state <> 'COLLECTING' THEN CASE k WHEN 5 THEN 'CANCELLED' ELSE 'TAKEN' END
          ELSE (ARRAY['TAKEN', 'PROPOSED', 'DRAFT', 'RETURNED', 'WITHDRAWN'])[k] END AS state, served.state <> 'COLLECTING' AS is_published
      FROM served, generate_series(1, 5) k, seat, seat other
      WHERE seat.n = served.n AND seat.i = (served.m + k) % 14 AND other.n = served.n AND other.i = (served.m + k + 3) % 14`,
    `ANALYZE cooked`,
    `INSERT INTO dish (region_id, id, network_id, month, unit_id, lead_unit_id, reader_unit_ids, kind, state, title, what, starts_at, ends_at,
        quota, allows_passing, segments, project_id, need_id, posted_at, proposed_at, taken_at, published_at, ended_at, reason, updated_at, version)
      SELECT ${region}, id, network_id, month, unit_id, unit_id, CASE WHEN state IN ('TAKEN', 'CANCELLED') THEN ARRAY[host_id] ELSE '{}' END,
        (ARRAY['LECTURE', 'COURSE', 'SERVICE', 'TOPICAL_SURVEY', 'CARE_VISIT'])[k], state, '活动' || k, repeat('说明', 40), at, at + interval '2 hours',
        30, false, '{ALL}', CASE k WHEN 1 THEN ${idOf(`'project ' || n || ' ' || m`)} END, CASE k WHEN 2 THEN ${idOf(`'need ' || n || ' ' || m`)} END,
        at - interval '40 days', CASE WHEN state NOT IN ('DRAFT', 'RETURNED') THEN at - interval '39 days' END,
        CASE WHEN state IN ('TAKEN', 'CANCELLED') THEN at - interval '38 days' END, CASE WHEN is_published THEN at - interval '30 days' END,
        CASE WHEN state IN ('WITHDRAWN', 'CANCELLED') THEN at END, CASE WHEN state IN ('RETURNED', 'CANCELLED') THEN '原因' END, at, 1
      FROM cooked ORDER BY at`,
    `INSERT INTO dish_date (region_id, id, dish_id, network_id, dish_unit_id, reader_unit_ids, is_proposed, is_published, starts_at, ends_at)
      SELECT ${region}, ${idOf(`'date ' || dish.id || k`)}, id, network_id, unit_id, reader_unit_ids, ${shown},
        starts_at + k * interval '3 hours', ends_at + k * interval '3 hours'
      FROM dish, generate_series(0, 1) k WHERE region_id = ${region}`,
    `INSERT INTO dish_host (region_id, id, dish_id, network_id, dish_unit_id, reader_unit_ids, is_proposed, is_published, unit_id, is_lead, state,
        asked_at, answered_at, on_behalf, version)
      SELECT ${region}, ${idOf(`'host ' || dish.id`)}, id, network_id, unit_id, reader_unit_ids, ${shown}, reader_unit_ids[1], false, 'ACCEPTED',
        taken_at, taken_at, false, 1 FROM dish WHERE region_id = ${region} AND taken_at IS NOT NULL`,
    `INSERT INTO dish_booking (region_id, id, dish_id, network_id, dish_unit_id, reader_unit_ids, is_proposed, is_published, booking_id, offer_id,
        offer_title, requester_unit_id, owner_unit_id, standing, linked_at)
      SELECT ${region}, ${idOf(`'dish booking ' || booking.id`)}, dish.id, dish.network_id, dish.unit_id, reader_unit_ids, ${shown}, booking.id,
        booking.offer_id, booking.offer_title, booking.requester_unit_id, booking.owner_unit_id, 'TAKEN', dish.taken_at
      FROM (SELECT *, row_number() OVER (PARTITION BY network_id ORDER BY starts_at, id) AS at FROM dish WHERE region_id = ${region} AND taken_at IS NOT NULL) dish
      JOIN (SELECT *, row_number() OVER (PARTITION BY network_id ORDER BY starts_at, id) AS at FROM booking WHERE region_id = ${region}) booking
        ON booking.network_id = dish.network_id AND booking.at = dish.at`,
  ];
}
