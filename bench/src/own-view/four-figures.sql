-- Four figures of a network by month and over all months, written by hand: $1 region, $2 network, $3 first month,
-- $4 month after the last, $5 and $6 the instants at which they begin.
SELECT json_build_object('sums', (SELECT coalesce(json_agg(json_build_object('name', s.name, 'unitId', NULL,
  'networkId', NULL, 'period', s.month, 'numerator', trim_scale(s.numerator)::text)), '[]') FROM (
    SELECT f.name, f.month, sum(f.numerator) AS numerator FROM (
      SELECT 'MEETINGS_HELD' AS name, date_trunc('month', m.starts_at AT TIME ZONE 'Asia/Shanghai')::date AS month,
        1::numeric AS numerator
      FROM meeting m
      WHERE m.region_id = $1::uuid AND m.network_id = $2::uuid AND m.starts_at >= $5::timestamptz
        AND m.starts_at < $6::timestamptz AND m.kind IN ('REGULAR', 'EXTRAORDINARY')
        AND m.state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED')
      UNION ALL
      SELECT 'NEEDS_TAKEN', date_trunc('month', n.taken_at AT TIME ZONE 'Asia/Shanghai')::date, 1
      FROM need n
      WHERE n.region_id = $1::uuid AND n.network_id = $2::uuid AND n.taken_at >= $5::timestamptz
        AND n.taken_at < $6::timestamptz
      UNION ALL
      SELECT 'REQUESTS_MADE', l.month, l.requests FROM lending_month l
      WHERE l.region_id = $1::uuid AND l.network_id = $2::uuid AND l.month >= $3::date AND l.month < $4::date
      UNION ALL
      SELECT 'HOURS_LENT', t.month, t.sixtieths FROM contribution_total t
      WHERE t.region_id = $1::uuid AND t.network_id = $2::uuid AND t.month >= $3::date AND t.month < $4::date
        AND t.measure = 'HOURS') f
    GROUP BY GROUPING SETS ((f.name, f.month), (f.name))) s))::text AS answer
