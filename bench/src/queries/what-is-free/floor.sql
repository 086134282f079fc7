-- $1 region, $2 network, $3 from, $4 to: every rule that a request is judged by, in the order of the enum
WITH wish AS (
  SELECT r.time_zone AS zone, $3::timestamptz AS starts_at, $4::timestamptz AS ends_at,
    date_trunc('month', $3::timestamptz AT TIME ZONE r.time_zone) AS month
  FROM region r WHERE r.id = $1),
days AS (
  SELECT d.day::date AS day, coalesce(
    (SELECT c.class FROM calendar_day c JOIN calendar_year y ON y.year = c.year AND y.announced
      WHERE c.day = d.day::date),
    CASE WHEN extract(isodow FROM d.day) > 5 THEN 'REST_DAY' ELSE 'WORKDAY' END) AS class
  FROM wish w, generate_series((w.starts_at AT TIME ZONE w.zone)::date::timestamp,
    (w.ends_at AT TIME ZONE w.zone)::date::timestamp, '1 day') d (day)),
looked_at AS (
  SELECT o.*, greatest(o.buffer_before_minutes, o.buffer_after_minutes) * interval '1 minute' AS gap
  FROM offer_publication p JOIN offer o ON o.region_id = $1 AND o.id = p.offer_id
  WHERE p.region_id = $1 AND p.network_id = $2 AND p.withdrawn_at IS NULL AND o.state = 'PUBLISHED'
  ORDER BY o.title COLLATE "zh-x-icu", o.id LIMIT 51),
judged AS (
  SELECT o.id, o.kind, o.title, u.id AS unit_id, u.name AS unit_name,
    row_number() OVER (ORDER BY o.title COLLATE "zh-x-icu", o.id) AS place,
    array_remove(ARRAY[
      CASE WHEN w.starts_at < now() THEN 'IN_THE_PAST'
        WHEN w.starts_at < now() + o.lead_time_minutes * interval '1 minute' THEN 'LEAD_TIME' END,
      CASE WHEN NOT near.is_in_horizon THEN 'HORIZON' END,
      CASE WHEN w.ends_at - w.starts_at > o.longest_minutes * interval '1 minute' THEN 'TOO_LONG' END,
      CASE WHEN near.is_near AND NOT open.holds THEN 'OUTSIDE_HOURS' END,
      CASE WHEN near.is_near AND open.holds AND NOT (open.starts_on_step AND open.ends_on_step) THEN 'OFF_STEP' END,
      CASE WHEN near.is_near AND EXISTS (
        SELECT FROM offer_closure c WHERE c.region_id = $1 AND c.offer_id = o.id
          AND c.starts_at < w.ends_at AND c.ends_at > w.starts_at) THEN 'CLOSED' END,
      CASE WHEN near.is_near AND o.sessions_per_month <= (
        SELECT count(*) FROM occupancy b WHERE b.region_id = $1 AND b.offer_id = o.id
          AND b.starts_at >= w.month AT TIME ZONE w.zone AND b.ends_at > w.month AT TIME ZONE w.zone
          AND b.starts_at < (w.month + interval '1 month') AT TIME ZONE w.zone) THEN 'SESSIONS_USED_UP' END,
      CASE WHEN CASE WHEN o.kind IN ('POWER_SUPPLY', 'EQUIPMENT') THEN EXISTS (
          SELECT FROM pool_share s WHERE s.region_id = $1 AND s.offer_id = o.id
            AND s.starts_at < w.ends_at + o.gap AND s.kept_until > w.starts_at
            AND (SELECT sum(t.high - t.low) FROM pool_share t
              WHERE t.region_id = $1 AND t.offer_id = o.id
                AND t.starts_at <= greatest(s.starts_at, w.starts_at)
                AND t.kept_until > greatest(s.starts_at, w.starts_at))
              + CASE o.kind WHEN 'EQUIPMENT' THEN 1 ELSE 0.001 END > coalesce(o.max_load_kw, o.quantity))
        ELSE EXISTS (
          SELECT FROM occupancy b WHERE b.region_id = $1 AND b.offer_id = o.id
            AND b.starts_at < w.ends_at + o.gap AND b.kept_until > w.starts_at) END THEN 'TAKEN' END
    ], NULL) AS reasons
  FROM looked_at o
  CROSS JOIN wish w
  LEFT JOIN unit u ON u.region_id = $1 AND u.id = o.unit_id
  CROSS JOIN LATERAL (
    SELECT is_in_horizon, is_in_horizon AND w.starts_at >= now() AS is_near
    FROM (SELECT w.ends_at <= ((now() AT TIME ZONE w.zone) + o.horizon_days * interval '1 day') AT TIME ZONE w.zone
      AS is_in_horizon)) near
  CROSS JOIN LATERAL (
    SELECT coalesce(range_agg(tstzrange(l.opens, l.closes)) @> tstzrange(w.starts_at, w.ends_at), false) AS holds,
      bool_or(w.starts_at BETWEEN l.opens AND l.closes AND
        extract(epoch FROM w.starts_at - l.opens)::int % (o.slot_minutes * 60) = 0) AS starts_on_step,
      bool_or(w.ends_at BETWEEN l.opens AND l.closes AND
        extract(epoch FROM w.ends_at - l.opens)::int % (o.slot_minutes * 60) = 0) AS ends_on_step
    FROM (
      SELECT (d.day + make_interval(mins => (h ->> 'from')::int)) AT TIME ZONE w.zone AS opens,
        (d.day + make_interval(mins => (h ->> 'to')::int)) AT TIME ZONE w.zone AS closes
      FROM days d
      LEFT JOIN LATERAL (
        SELECT e -> 'spans' AS spans FROM jsonb_array_elements(o.exceptions) e
        WHERE e ->> 'day' = d.day::text) dated ON true
      CROSS JOIN LATERAL jsonb_array_elements(coalesce(dated.spans, o.hours)) h
      WHERE dated.spans IS NOT NULL OR CASE h ->> 'days' WHEN 'EVERY' THEN true
        WHEN 'WORK' THEN d.class = 'WORKDAY' WHEN 'REST' THEN d.class <> 'WORKDAY'
        ELSE d.class = 'HOLIDAY' END) l
    WHERE l.opens < l.closes) open)
SELECT json_build_object('whatIsFree', json_build_object(
  'isCut', coalesce(bool_or(j.place > 50), false),
  'free', coalesce(json_agg(json_build_object(
      'id', j.id, 'kind', j.kind, 'title', j.title,
      'unit', json_build_object('id', j.unit_id, 'name', j.unit_name)) ORDER BY j.place)
    FILTER (WHERE j.place <= 50 AND j.reasons = '{}'), '[]'),
  'unfit', coalesce(json_agg(json_build_object(
      'offer', json_build_object(
        'id', j.id, 'kind', j.kind, 'title', j.title,
        'unit', json_build_object('id', j.unit_id, 'name', j.unit_name)),
      'reasons', to_json(j.reasons)) ORDER BY j.place)
    FILTER (WHERE j.place <= 50 AND j.reasons <> '{}'), '[]')))::text AS data
FROM judged j
