import type { District } from './district.js';

/** Twelve meetings of each network over a year and a half, one in three of some units only; the last ones are drafts. */
export function meetingStatements({ region, now, idOf }: District): string[] {
  const hours = (count: number): string => `interval '${count} hours'`;
  return [
    `CREATE TEMP TABLE held ON COMMIT DROP AS
      SELECT n, network_id, ${idOf(`'meeting ' || n || ' ' || m`)} AS id, m,
        CASE WHEN m % 3 = 0 THEN 'WORKING' ELSE 'REGULAR' END AS kind,
        (ARRAY['MINUTES_PUBLISHED', 'MINUTES_PUBLISHED', 'MINUTES_PUBLISHED', 'CANCELLED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CALLED', 'CALLED', 'DRAFT', 'DRAFT'])[m] AS state,
        date_trunc('day', timestamptz '${now}') + (m - 9) * interval '50 days' + (n % 5) * ${hours(1)} AS starts_at,
        ARRAY(SELECT unit_id FROM seat other WHERE other.n = seat.n AND (m % 3 > 0 OR i IN (0, 1, 2))) AS units
      FROM seat, generate_series(1, 12) m WHERE i = 0`,
    `ANALYZE held`,
    `INSERT INTO meeting_series (region_id, id, network_id, title, every, month_of_quarter, weekday, nth, off_rest_day, starts_minute,
        minutes, updated_at, version)
      SELECT ${region}, ${idOf(`'round ' || n`)}, network_id, '季度联席会议', 'QUARTER', 1, 3, 2, 'NEXT_WORKDAY', 840, 120,
        timestamptz '${now}', 1 FROM seat WHERE i = 0`,
    `INSERT INTO meeting (region_id, id, network_id, open_network_id, reader_unit_ids, kind, state, title, series_id, original_day,
        starts_at, ends_at, round, called_at, begun_at, closed_at, cancelled_at, updated_at, version)
      SELECT ${region}, id, network_id, CASE WHEN kind = 'REGULAR' AND state <> 'DRAFT' THEN network_id END,
        CASE WHEN state = 'DRAFT' THEN '{}' ELSE units END, kind, state, '联席会议',
        CASE kind WHEN 'REGULAR' THEN ${idOf(`'round ' || n`)} END, CASE kind WHEN 'REGULAR' THEN starts_at::date END,
        starts_at, starts_at + ${hours(2)},
        CASE state WHEN 'DRAFT' THEN 0 WHEN 'CALLED' THEN 2 ELSE 1 END,
        CASE WHEN state <> 'DRAFT' THEN starts_at - interval '9 days' END, CASE WHEN state IN ('CLOSED', 'MINUTES_PUBLISHED') THEN starts_at END,
        CASE WHEN state IN ('CLOSED', 'MINUTES_PUBLISHED') THEN starts_at + ${hours(2)} END, CASE state WHEN 'CANCELLED' THEN starts_at END,
        starts_at, 1 FROM held ORDER BY starts_at`,
    `INSERT INTO meeting_call (region_id, id, network_id, open_network_id, reader_unit_ids, invited_unit_ids, location, quorum_rule,
        accepted_count, declined_count, tentative_count, proxy_count, present_count, represented_count)
      SELECT region_id, id, network_id, open_network_id, reader_unit_ids, reader_unit_ids, '会议室', 'MORE_THAN_HALF', 0, 0, 0, 0, 0, 0
      FROM meeting WHERE region_id = ${region}`,
    `INSERT INTO date_poll (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, state, title, zone, until, opened_at,
        first_answered_at, ended_at, updated_at, version)
      SELECT ${region}, ${idOf(`'poll ' || n || ' ' || m`)}, id, network_id, CASE kind WHEN 'REGULAR' THEN network_id END, units,
        CASE state WHEN 'DRAFT' THEN 'OPEN' WHEN 'CANCELLED' THEN 'CLOSED' ELSE 'SETTLED' END, '联席会议', 'Asia/Shanghai',
        starts_at - interval '20 days', starts_at - interval '30 days', starts_at - interval '25 days',
        CASE WHEN state <> 'DRAFT' THEN starts_at - interval '20 days' END, starts_at, 1 FROM held ORDER BY starts_at`,
    `INSERT INTO date_poll_span (region_id, id, poll_id, meeting_id, network_id, open_network_id, reader_unit_ids, starts_at, ends_at,
        added_at, yes_count, if_need_be_count, no_count, guest_yes_count, guest_if_need_be_count, guest_no_count)
      SELECT ${region}, ${idOf(`'poll ' || n || ' ' || m || ' span ' || k`)}, ${idOf(`'poll ' || n || ' ' || m`)}, id, network_id,
        CASE kind WHEN 'REGULAR' THEN network_id END, units, starts_at + (k - 1) * interval '1 day',
        starts_at + (k - 1) * interval '1 day' + ${hours(2)}, starts_at - interval '30 days', 1, 1, 0, 0, 0, 0
      FROM held, generate_series(1, 5) k`,
    `INSERT INTO date_poll_answer (region_id, id, poll_id, network_id, unit_id, is_counted, yes_span_ids, if_need_be_span_ids,
        no_span_ids, answered_at, on_behalf, version)
      SELECT ${region}, ${idOf(`'word ' || held.id || unit_id`)}, ${idOf(`'poll ' || n || ' ' || m`)}, network_id, unit_id, true,
        ARRAY[${idOf(`'poll ' || n || ' ' || m || ' span 1'`)}], '{}', '{}', starts_at - interval '25 days', false, 1
      FROM held, unnest(units) AS unit_id`,
    `INSERT INTO meeting_offer (region_id, id, meeting_id, network_id, offer_id, owner_unit_id, offer_title, starts_at, ends_at, purpose,
        planned_at, version)
      SELECT ${region}, ${idOf(`'wanted ' || n || ' ' || m || ' ' || k`)}, held.id, held.network_id, o.id, o.unit_id, o.title,
        held.starts_at, held.starts_at + ${hours(2)}, '会议', held.starts_at - interval '9 days', 1
      FROM held, generate_series(1, 2) k, LATERAL (SELECT lent.* FROM offer_publication p
        JOIN offer lent ON lent.region_id = ${region} AND lent.id = p.offer_id
        WHERE p.region_id = ${region} AND p.network_id = held.network_id ORDER BY lent.id OFFSET k - 1 LIMIT 1) o`,
    `INSERT INTO meeting_booking (region_id, id, meeting_id, meeting_offer_id, network_id, booking_id, requester_unit_id, owner_unit_id, place)
      SELECT ${region}, ${idOf(`'served ' || w.id`)}, w.meeting_id, w.id, w.network_id, b.id, b.requester_unit_id, b.owner_unit_id, 1
      FROM held, generate_series(1, 2) k, meeting_offer w, booking b
      WHERE w.region_id = ${region} AND w.id = ${idOf(`'wanted ' || n || ' ' || m || ' ' || k`)}
        AND b.region_id = ${region} AND b.id = ${idOf(`'booking ' || n || ' ' || m * 2 + k`)}`,
    `INSERT INTO meeting_answer (region_id, id, meeting_id, network_id, unit_id, is_counted, on_behalf, version)
      SELECT ${region}, ${idOf(`'answer ' || held.id || unit_id`)}, held.id, network_id, unit_id, true, false, 1
      FROM held, unnest(units) AS unit_id WHERE state <> 'DRAFT'`,
    `INSERT INTO attendance_entry (region_id, id, meeting_id, network_id, unit_id, act, at, way, noted_at)
      SELECT ${region}, ${idOf(`'entry ' || held.id || unit_id`)}, held.id, network_id, unit_id, 'ARRIVED', starts_at, 'CODE', starts_at
      FROM held, unnest(units) AS unit_id WHERE state IN ('CLOSED', 'MINUTES_PUBLISHED')`,
    `INSERT INTO attendance_month (region_id, id, unit_id, network_id, month, called, attended)
      SELECT ${region}, ${idOf(`'came ' || network_id || unit_id || month`)}, unit_id, network_id, month, count(*), count(*)
      FROM (SELECT network_id, unit_id, date_trunc('month', starts_at AT TIME ZONE 'Asia/Shanghai')::date AS month
        FROM held, unnest(units) AS unit_id WHERE kind = 'REGULAR' AND state IN ('CLOSED', 'MINUTES_PUBLISHED')) came
      GROUP BY network_id, unit_id, month`,
    `INSERT INTO agenda_item (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, unit_id, state, place, title,
        minutes, reason, proposed_at, taken_at, settled_at, updated_at, version)
      SELECT ${region}, ${idOf(`'item ' || n || ' ' || held.m || ' ' || k`)}, held.id, held.network_id,
        CASE WHEN kind = 'REGULAR' AND state <> 'DRAFT' THEN network_id END, CASE WHEN state = 'DRAFT' THEN '{}' ELSE units END, units[k % array_length(units, 1) + 1], item_state, CASE item_state WHEN 'TAKEN' THEN k END, '议题', 10,
        CASE WHEN item_state = 'REFUSED' THEN '原因' END, held.starts_at - interval '9 days',
        CASE item_state WHEN 'TAKEN' THEN held.starts_at END, CASE item_state WHEN 'REFUSED' THEN held.starts_at END,
        held.starts_at, 1
      FROM held, generate_series(1, 5) k,
        LATERAL (SELECT (ARRAY['TAKEN', 'TAKEN', 'TAKEN', 'PROPOSED', 'REFUSED'])[k] AS item_state)`,
    `INSERT INTO motion (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, agenda_item_id, state, text,
        majority, ballot, entitled_unit_ids, quorum_needed, entitled, present, represented, voting, yes, no, abstained, drafted_at,
        opened_at, closed_at, updated_at, version)
      SELECT item.region_id, ${idOf(`'motion ' || n || ' ' || held.m || ' ' || item.place`)}, held.id, item.network_id,
        item.open_network_id, item.reader_unit_ids, item.id, CASE WHEN voted THEN 'CARRIED' ELSE 'DRAFT' END, '方案', 'SIMPLE',
        'OPEN', CASE WHEN voted THEN units END, every_one, every_one, every_one, every_one * 0, every_one, every_one, every_one * 0,
        every_one * 0, held.starts_at, CASE WHEN voted THEN held.starts_at END, CASE WHEN voted THEN held.starts_at END,
        held.starts_at, 3
      FROM held JOIN agenda_item item ON item.meeting_id = held.id AND item.place IS NOT NULL,
        LATERAL (SELECT held.state = 'CLOSED' AS voted, CASE held.state WHEN 'CLOSED' THEN cardinality(units) END AS every_one)`,
    `INSERT INTO vote (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, motion_id, unit_id, cast_by_id, ballot, choice)
      SELECT region_id, ${idOf(`'vote ' || id || unit_id`)}, meeting_id, network_id, open_network_id, reader_unit_ids, id, unit_id, unit_id,
        'OPEN', 'YES' FROM motion, unnest(entitled_unit_ids) AS unit_id WHERE region_id = ${region}`,
    `INSERT INTO meeting_move (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, round, from_starts_at,
        from_ends_at, to_starts_at, to_ends_at, reason, moved_at)
      SELECT region_id, ${idOf(`'move of ' || id || k`)}, id, network_id, open_network_id, reader_unit_ids, k + 1,
        starts_at - ${hours(1)}, ends_at, starts_at, ends_at, '改期', called_at
      FROM meeting, generate_series(1, 4) k WHERE region_id = ${region} AND state <> 'DRAFT'`,
    ...minutesStatements({ region, idOf }),
  ];
}

/** Of every meeting that is over: of the first ones published, corrected and confirmed, of the others drafted. */
function minutesStatements({ region, idOf }: Pick<District, 'region' | 'idOf'>): string[] {
  const text = `'{"chair": null, "recorder": null, "opening": "概要", "closing": null, "items": []}'::jsonb`;
  const record = `jsonb_build_object('network', '共建网络', 'location', '会议室', 'startsAt', starts_at, 'endsAt', starts_at,
    'attendance', '[]'::jsonb, 'reports', '[]'::jsonb, 'items', '[]'::jsonb, 'motions', '[]'::jsonb, 'actions', '[]'::jsonb)`;
  const [isPublished, isJoint] = [`state = 'MINUTES_PUBLISHED'`, `kind = 'REGULAR'`];
  return [
    `INSERT INTO minutes (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, state, year, number, text, record,
        edited_at, published_at, correction_count, confirmed_count, correction_asked_count, version)
      SELECT ${region}, ${idOf(`'minutes ' || n || ' ' || m`)}, id, network_id, CASE WHEN ${isJoint} THEN network_id END, units,
        CASE WHEN ${isPublished} THEN 'PUBLISHED' ELSE 'DRAFT' END, CASE WHEN ${isPublished} AND ${isJoint} THEN 2026 END,
        CASE WHEN ${isPublished} AND ${isJoint} THEN m END, ${text}, CASE WHEN ${isPublished} THEN ${record} END, starts_at,
        CASE WHEN ${isPublished} THEN starts_at END, CASE WHEN ${isPublished} THEN 2 ELSE 0 END, 0, 0, 3
      FROM held WHERE state IN ('CLOSED', 'MINUTES_PUBLISHED')`,
    `INSERT INTO minutes_version (region_id, id, minutes_id, network_id, number, text, edited_at, edited_by)
      SELECT region_id, ${idOf(`'version of ' || id || k`)}, id, network_id, k, text, edited_at, '干事'
      FROM minutes, generate_series(1, 3) k WHERE region_id = ${region}`,
    `INSERT INTO minutes_correction (region_id, id, meeting_id, minutes_id, network_id, open_network_id, reader_unit_ids, number, what, why,
        corrected_at)
      SELECT region_id, ${idOf(`'correction of ' || id || k`)}, meeting_id, id, network_id, open_network_id, reader_unit_ids, k, '更正', '漏记', edited_at
      FROM minutes, generate_series(1, 2) k WHERE region_id = ${region} AND state = 'PUBLISHED'`,
    `INSERT INTO minutes_confirmation (region_id, id, minutes_id, network_id, unit_id, seen_corrections, on_behalf, version)
      SELECT region_id, ${idOf(`'word of ' || id || unit_id`)}, id, network_id, unit_id, 0, false, 1
      FROM minutes, unnest(reader_unit_ids) AS unit_id WHERE region_id = ${region} AND state = 'PUBLISHED'`,
  ];
}
