SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT m.id AS thing_id,
      m.network_id,
      NULL::uuid AS unit_id,
      date_trunc('month', m.starts_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM meeting m
      WHERE m.region_id = $1::uuid
      AND m.network_id = ANY ($3::uuid[])
      AND m.starts_at >= $6::timestamptz
      AND m.starts_at < $7::timestamptz
      AND m.kind IN ('REGULAR', 'EXTRAORDINARY')
      AND m.state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED')
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('oolOck34', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT m.id AS thing_id,
      m.network_id,
      a.unit_id,
      date_trunc('month', m.starts_at AT TIME ZONE $8::text)::date AS month,
      (
        EXISTS (
          SELECT
          FROM attendance_entry e
          WHERE e.region_id = $1::uuid
          AND e.meeting_id = m.id
          AND e.unit_id = a.unit_id
          AND e.act = 'ARRIVED'
          AND e.struck_at IS NULL
        )
      )::integer AS numerator,
      1 AS denominator
      FROM meeting m
      JOIN meeting_answer a ON a.region_id = $1::uuid
      AND a.meeting_id = m.id
      AND a.is_counted
      AND (a.ended_at IS NULL OR a.ended_at > m.begun_at)
      AND (a.unit_id = app.unit_id() OR a.network_id = ANY (app.convened_network_ids()))
      WHERE m.region_id = $1::uuid
      AND m.network_id = ANY ($3::uuid[])
      AND m.starts_at >= $6::timestamptz
      AND m.starts_at < $7::timestamptz
      AND m.kind IN ('REGULAR', 'EXTRAORDINARY')
      AND m.state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED')
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('2wUaDKit', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      d.lead_unit_id AS unit_id,
      d.month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM dish d
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
      AND d.kind <> 'SERVICE_DAY'
      AND EXISTS (
        SELECT
        FROM dish_date e
        WHERE e.region_id = $1::uuid
        AND e.dish_id = d.id
        AND e.cancelled_at IS NULL
        AND e.ends_at <= coalesce(d.ended_at, $2::timestamptz)
      )
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('280HEqML', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      d.lead_unit_id AS unit_id,
      d.month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM dish d
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
      AND d.kind = 'SERVICE_DAY'
      AND EXISTS (
        SELECT
        FROM dish_date e
        WHERE e.region_id = $1::uuid
        AND e.dish_id = d.id
        AND e.cancelled_at IS NULL
        AND e.ends_at <= coalesce(d.ended_at, $2::timestamptz)
      )
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('QAxFgFyr', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      d.lead_unit_id AS unit_id,
      d.month,
      f.checked_in_heads AS numerator,
      NULL::integer AS denominator
      FROM dish d
      JOIN dish_figures f ON f.region_id = $1::uuid
      AND f.dish_id = d.id
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
      AND f.checked_in_heads > 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('OUiU6wF2', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      o.unit_id AS unit_id,
      d.month,
      o.heads AS numerator,
      NULL::integer AS denominator
      FROM dish d
      JOIN dish_outcome o ON o.region_id = $1::uuid
      AND o.dish_id = d.id
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('KFkTVUQM', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      o.unit_id AS unit_id,
      d.month,
      o.hours AS numerator,
      NULL::integer AS denominator
      FROM dish d
      JOIN dish_outcome o ON o.region_id = $1::uuid
      AND o.dish_id = d.id
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('9JLYah0R', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      d.lead_unit_id AS unit_id,
      d.month,
      f.mark_sum AS numerator,
      f.review_count AS denominator
      FROM dish d
      JOIN dish_figures f ON f.region_id = $1::uuid
      AND f.dish_id = d.id
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
      AND f.review_count > 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('O-wclrCZ', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT n.id AS thing_id,
      n.network_id,
      n.unit_id,
      date_trunc('month', n.taken_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM need n
      WHERE n.region_id = $1::uuid
      AND n.network_id = ANY ($3::uuid[])
      AND n.taken_at >= $6::timestamptz
      AND n.taken_at < $7::timestamptz
      AND n.taken_at IS NOT NULL
      AND true
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('99vF1WKP', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT n.id AS thing_id,
      n.network_id,
      n.unit_id,
      date_trunc('month', n.ended_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM need n
      WHERE n.region_id = $1::uuid
      AND n.network_id = ANY ($3::uuid[])
      AND n.ended_at >= $6::timestamptz
      AND n.ended_at < $7::timestamptz
      AND n.taken_at IS NOT NULL
      AND n.state = 'CLOSED'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('yafz4Cin', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT n.id AS thing_id,
      n.network_id,
      n.unit_id,
      date_trunc('month', n.ended_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM need n
      WHERE n.region_id = $1::uuid
      AND n.network_id = ANY ($3::uuid[])
      AND n.ended_at >= $6::timestamptz
      AND n.ended_at < $7::timestamptz
      AND n.taken_at IS NOT NULL
      AND n.state = 'UNMET'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('xDw08Qyb', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT p.id AS thing_id,
      p.network_id,
      p.lead_unit_id AS unit_id,
      date_trunc('month', p.ended_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM project p
      WHERE p.region_id = $1::uuid
      AND p.network_id = ANY ($3::uuid[])
      AND p.ended_at >= $6::timestamptz
      AND p.ended_at < $7::timestamptz
      AND p.taken_at IS NOT NULL
      AND p.state = 'CLOSED'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('1id2VTwE', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT p.offer_id AS thing_id,
      p.network_id,
      p.unit_id,
      date_trunc('month', $2::timestamptz AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM offer_publication p
      WHERE p.region_id = $1::uuid
      AND p.network_id = ANY ($3::uuid[])
      AND p.withdrawn_at IS NULL
      AND date_trunc('month', $2::timestamptz AT TIME ZONE $8::text)::date >= $4::date
      AND date_trunc('month', $2::timestamptz AT TIME ZONE $8::text)::date < $5::date
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('rhdadeCk', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT b.id AS thing_id,
      b.network_id,
      b.owner_unit_id AS unit_id,
      date_trunc('month', b.starts_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM booking b
      WHERE b.region_id = $1::uuid
      AND b.network_id = ANY ($3::uuid[])
      AND b.starts_at >= $6::timestamptz
      AND b.starts_at < $7::timestamptz
      AND b.recorded_at IS NULL
      AND b.reason IS DISTINCT
      FROM 'MOVED'
      AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
      AND app.role() <> 'STEWARD'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('AR2gltxM', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT b.id AS thing_id,
      b.network_id,
      b.owner_unit_id AS unit_id,
      date_trunc('month', b.starts_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM booking b
      WHERE b.region_id = $1::uuid
      AND b.network_id = ANY ($3::uuid[])
      AND b.starts_at >= $6::timestamptz
      AND b.starts_at < $7::timestamptz
      AND b.asked_at IS NOT NULL
      AND (
        b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW')
        OR b.state = 'DECLINED'
        AND b.reason IN ('OWNER_DECLINED', 'COMMITTEE_DECLINED')
      )
      AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
      AND app.role() <> 'STEWARD'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('WxtjQl74', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT b.id AS thing_id,
      b.network_id,
      b.owner_unit_id AS unit_id,
      date_trunc('month', b.starts_at AT TIME ZONE $8::text)::date AS month,
      extract(epoch FROM b.settled_at - b.asked_at) / 60 AS numerator,
      1 AS denominator
      FROM booking b
      WHERE b.region_id = $1::uuid
      AND b.network_id = ANY ($3::uuid[])
      AND b.starts_at >= $6::timestamptz
      AND b.starts_at < $7::timestamptz
      AND b.asked_at IS NOT NULL
      AND (
        b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW')
        OR b.state = 'DECLINED'
        AND b.reason IN ('OWNER_DECLINED', 'COMMITTEE_DECLINED')
      )
      AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
      AND app.role() <> 'STEWARD'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('WsBEYRXx', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT b.id AS thing_id,
      b.network_id,
      b.owner_unit_id AS unit_id,
      date_trunc('month', b.starts_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM booking b
      WHERE b.region_id = $1::uuid
      AND b.network_id = ANY ($3::uuid[])
      AND b.starts_at >= $6::timestamptz
      AND b.starts_at < $7::timestamptz
      AND b.state = 'COMPLETED'
      AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
      AND app.role() <> 'STEWARD'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('m19alEzw', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT c.booking_id AS thing_id,
      c.network_id,
      c.unit_id,
      date_trunc('month', c.used_at AT TIME ZONE $8::text)::date AS month,
      sum(c.sixtieths) AS numerator,
      NULL::numeric AS denominator
      FROM contribution c
      WHERE c.region_id = $1::uuid
      AND c.network_id = ANY ($3::uuid[])
      AND c.used_at >= $6::timestamptz
      AND c.used_at < $7::timestamptz
      AND c.measure = 'HOURS' GROUP BY 1, 2, 3, 4 HAVING sum(c.sixtieths) <> 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('phYcmwoy', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT c.booking_id AS thing_id,
      c.network_id,
      c.unit_id,
      date_trunc('month', c.used_at AT TIME ZONE $8::text)::date AS month,
      sum(c.sixtieths) AS numerator,
      NULL::numeric AS denominator
      FROM contribution c
      WHERE c.region_id = $1::uuid
      AND c.network_id = ANY ($3::uuid[])
      AND c.used_at >= $6::timestamptz
      AND c.used_at < $7::timestamptz
      AND c.measure = 'HEAD_HOURS' GROUP BY 1, 2, 3, 4 HAVING sum(c.sixtieths) <> 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('JPF860kG', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT c.booking_id AS thing_id,
      c.network_id,
      c.unit_id,
      date_trunc('month', c.used_at AT TIME ZONE $8::text)::date AS month,
      sum(c.sixtieths) AS numerator,
      NULL::numeric AS denominator
      FROM contribution c
      WHERE c.region_id = $1::uuid
      AND c.network_id = ANY ($3::uuid[])
      AND c.used_at >= $6::timestamptz
      AND c.used_at < $7::timestamptz
      AND c.measure = 'KWH' GROUP BY 1, 2, 3, 4 HAVING sum(c.sixtieths) <> 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('rnF_XuIX', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT c.booking_id AS thing_id,
      c.network_id,
      c.unit_id,
      date_trunc('month', c.used_at AT TIME ZONE $8::text)::date AS month,
      sum(c.sixtieths) AS numerator,
      NULL::numeric AS denominator
      FROM contribution c
      WHERE c.region_id = $1::uuid
      AND c.network_id = ANY ($3::uuid[])
      AND c.used_at >= $6::timestamptz
      AND c.used_at < $7::timestamptz
      AND c.measure = 'PIECE_HOURS' GROUP BY 1, 2, 3, 4 HAVING sum(c.sixtieths) <> 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('xDBIWb2S', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT c.recognition_id AS thing_id,
      c.network_id,
      c.unit_id,
      date_trunc('month', c.used_at AT TIME ZONE $8::text)::date AS month,
      sum(c.sixtieths) AS numerator,
      NULL::numeric AS denominator
      FROM contribution c
      WHERE c.region_id = $1::uuid
      AND c.network_id = ANY ($3::uuid[])
      AND c.used_at >= $6::timestamptz
      AND c.used_at < $7::timestamptz
      AND c.measure = 'POINTS' GROUP BY 1, 2, 3, 4 HAVING sum(c.sixtieths) <> 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('dt9W5F5i', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  rows AS MATERIALIZED (
    SELECT f.*, coalesce(f.unit_id, '00000000-0000-0000-0000-000000000000'::uuid) AS unit_key
    FROM (
      SELECT unit_id AS thing_id, network_id, unit_id, month, numerator, 0 AS denominator
      FROM (
        WITH took AS MATERIALIZED (
          SELECT DISTINCT p.network_id, p.unit_id, p.month
          FROM (
            SELECT t.network_id, t.unit_id, t.month
            FROM contribution_total t
            WHERE t.region_id = $1::uuid
            AND t.network_id = ANY ($3::uuid[])
            AND t.month >= $4::date
            AND t.month < $5::date
            AND t.measure <> 'POINTS'
            AND t.sixtieths > 0 UNION ALL SELECT c.network_id,
            c.unit_id,
            date_trunc('month', c.accepted_at AT TIME ZONE $8::text)::date AS month
            FROM claim c
            WHERE c.region_id = $1::uuid
            AND c.network_id = ANY ($3::uuid[])
            AND c.accepted_at >= $6::timestamptz
            AND c.accepted_at < $7::timestamptz UNION ALL SELECT a.network_id, a.unit_id, a.month
            FROM attendance_month a
            WHERE a.region_id = $1::uuid
            AND a.network_id = ANY ($3::uuid[])
            AND a.month >= $4::date
            AND a.month < $5::date
            AND a.attended > 0 UNION ALL SELECT d.network_id, d.lead_unit_id AS unit_id, d.month
            FROM dish d
            WHERE d.region_id = $1::uuid
            AND d.network_id = ANY ($3::uuid[])
            AND d.month >= $4::date
            AND d.month < $5::date
            AND d.published_at IS NOT NULL
            AND EXISTS (
              SELECT
              FROM dish_date e
              WHERE e.region_id = $1::uuid
              AND e.dish_id = d.id
              AND e.cancelled_at IS NULL
              AND e.ends_at <= coalesce(d.ended_at, $2::timestamptz)
            ) UNION ALL SELECT d.network_id,
            h.unit_id,
            d.month
            FROM dish d
            JOIN dish_host h ON h.region_id = $1::uuid
            AND h.dish_id = d.id
            AND h.state = 'ACCEPTED'
            WHERE d.region_id = $1::uuid
            AND d.network_id = ANY ($3::uuid[])
            AND d.month >= $4::date
            AND d.month < $5::date
            AND d.published_at IS NOT NULL
            AND EXISTS (
              SELECT
              FROM dish_date e
              WHERE e.region_id = $1::uuid
              AND e.dish_id = d.id
              AND e.cancelled_at IS NULL
              AND e.ends_at <= coalesce(d.ended_at, $2::timestamptz)
            )
          ) p
        ) SELECT p.network_id,
        p.unit_id,
        p.month,
        1 AS numerator,
        0 AS denominator
        FROM took p
        JOIN membership m ON m.region_id = $1::uuid
        AND m.network_id = p.network_id
        AND m.unit_id = p.unit_id
        WHERE m.state = 'ACTIVE'
        AND m.role <> 'GUEST'
        AND date_trunc('month', m.active_since AT TIME ZONE $8::text)::date <= p.month
      ) took
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY month DESC, thing_id DESC, unit_key DESC) AS ordinal FROM rows r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM rows),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'thingId', p.thing_id,
          'unitId', p.unit_id,
          'networkId', p.network_id,
          'month', p.month,
          'numerator', trim_scale(p.numerator::numeric)::text,
          'denominator', trim_scale(p.denominator::numeric)::text,
          'cursor', app.cursor('IW2EkLrd', json_build_array(p.month::text, p.thing_id::text, p.unit_key::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $11::text IS NULL THEN true
      WHEN $14::boolean THEN (month, thing_id, unit_key) > ($11::text::date, $12::text::uuid, $13::text::uuid)
      ELSE (month, thing_id, unit_key) < ($11::text::date, $12::text::uuid, $13::text::uuid) END
      ORDER BY CASE
      WHEN $14::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $15::integer
    ) p
  ))::text
) AS answer;

SELECT (
  WITH given AS (
    SELECT $1::uuid,
    $2::timestamptz,
    $3::uuid[],
    $4::date,
    $5::date,
    $6::timestamptz,
    $7::timestamptz,
    $8::text,
    $10::uuid[]
  ),
  kinds (name, scale) AS (
    VALUES ('MEETINGS_HELD', 1),
    ('MEETING_ATTENDANCE', NULL),
    ('ACTIVITIES_HELD', 1),
    ('SERVICE_DAYS_HELD', 1),
    ('HEADS_CHECKED_IN', 1),
    ('HEADS_SERVED', 1),
    ('WORK_HOURS', 1),
    ('REVIEW_MARK', NULL),
    ('NEEDS_TAKEN', 1),
    ('NEEDS_MET', 1),
    ('NEEDS_UNMET', 1),
    ('PROJECTS_CLOSED', 1),
    ('OFFERS_OPEN', 1),
    ('REQUESTS_MADE', 1),
    ('REQUESTS_ANSWERED', 1),
    ('ANSWER_MINUTES', NULL),
    ('BOOKINGS_USED', 1),
    ('UTILISATION', NULL),
    ('HOURS_LENT', 60),
    ('HEAD_HOURS_LENT', 60),
    ('KWH_LENT', 60),
    ('PIECE_HOURS_LENT', 60),
    ('POINTS', 60),
    ('COVERAGE', NULL)
  ),
  facts AS MATERIALIZED (
    SELECT 'MEETINGS_HELD' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT m.id AS thing_id,
      m.network_id,
      NULL::uuid AS unit_id,
      date_trunc('month', m.starts_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM meeting m
      WHERE m.region_id = $1::uuid
      AND m.network_id = ANY ($3::uuid[])
      AND m.starts_at >= $6::timestamptz
      AND m.starts_at < $7::timestamptz
      AND m.kind IN ('REGULAR', 'EXTRAORDINARY')
      AND m.state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED')
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'MEETINGS_HELD' = ANY ($12::text[]) UNION ALL SELECT 'MEETING_ATTENDANCE' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT a.network_id, a.unit_id, a.month, a.attended AS numerator, a.called AS denominator
      FROM attendance_month a
      WHERE a.region_id = $1::uuid
      AND a.network_id = ANY ($3::uuid[])
      AND a.month >= $4::date
      AND a.month < $5::date
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'MEETING_ATTENDANCE' = ANY ($12::text[]) UNION ALL SELECT 'ACTIVITIES_HELD' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      d.lead_unit_id AS unit_id,
      d.month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM dish d
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
      AND d.kind <> 'SERVICE_DAY'
      AND EXISTS (
        SELECT
        FROM dish_date e
        WHERE e.region_id = $1::uuid
        AND e.dish_id = d.id
        AND e.cancelled_at IS NULL
        AND e.ends_at <= coalesce(d.ended_at, $2::timestamptz)
      )
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'ACTIVITIES_HELD' = ANY ($12::text[]) UNION ALL SELECT 'SERVICE_DAYS_HELD' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      d.lead_unit_id AS unit_id,
      d.month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM dish d
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
      AND d.kind = 'SERVICE_DAY'
      AND EXISTS (
        SELECT
        FROM dish_date e
        WHERE e.region_id = $1::uuid
        AND e.dish_id = d.id
        AND e.cancelled_at IS NULL
        AND e.ends_at <= coalesce(d.ended_at, $2::timestamptz)
      )
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'SERVICE_DAYS_HELD' = ANY ($12::text[]) UNION ALL SELECT 'HEADS_CHECKED_IN' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      d.lead_unit_id AS unit_id,
      d.month,
      f.checked_in_heads AS numerator,
      NULL::integer AS denominator
      FROM dish d
      JOIN dish_figures f ON f.region_id = $1::uuid
      AND f.dish_id = d.id
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
      AND f.checked_in_heads > 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'HEADS_CHECKED_IN' = ANY ($12::text[]) UNION ALL SELECT 'HEADS_SERVED' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      o.unit_id AS unit_id,
      d.month,
      o.heads AS numerator,
      NULL::integer AS denominator
      FROM dish d
      JOIN dish_outcome o ON o.region_id = $1::uuid
      AND o.dish_id = d.id
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'HEADS_SERVED' = ANY ($12::text[]) UNION ALL SELECT 'WORK_HOURS' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      o.unit_id AS unit_id,
      d.month,
      o.hours AS numerator,
      NULL::integer AS denominator
      FROM dish d
      JOIN dish_outcome o ON o.region_id = $1::uuid
      AND o.dish_id = d.id
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'WORK_HOURS' = ANY ($12::text[]) UNION ALL SELECT 'REVIEW_MARK' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT d.id AS thing_id,
      d.network_id,
      d.lead_unit_id AS unit_id,
      d.month,
      f.mark_sum AS numerator,
      f.review_count AS denominator
      FROM dish d
      JOIN dish_figures f ON f.region_id = $1::uuid
      AND f.dish_id = d.id
      WHERE d.region_id = $1::uuid
      AND d.network_id = ANY ($3::uuid[])
      AND d.month >= $4::date
      AND d.month < $5::date
      AND d.published_at IS NOT NULL
      AND f.review_count > 0
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'REVIEW_MARK' = ANY ($12::text[]) UNION ALL SELECT 'NEEDS_TAKEN' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT n.id AS thing_id,
      n.network_id,
      n.unit_id,
      date_trunc('month', n.taken_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM need n
      WHERE n.region_id = $1::uuid
      AND n.network_id = ANY ($3::uuid[])
      AND n.taken_at >= $6::timestamptz
      AND n.taken_at < $7::timestamptz
      AND n.taken_at IS NOT NULL
      AND true
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'NEEDS_TAKEN' = ANY ($12::text[]) UNION ALL SELECT 'NEEDS_MET' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT n.id AS thing_id,
      n.network_id,
      n.unit_id,
      date_trunc('month', n.ended_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM need n
      WHERE n.region_id = $1::uuid
      AND n.network_id = ANY ($3::uuid[])
      AND n.ended_at >= $6::timestamptz
      AND n.ended_at < $7::timestamptz
      AND n.taken_at IS NOT NULL
      AND n.state = 'CLOSED'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'NEEDS_MET' = ANY ($12::text[]) UNION ALL SELECT 'NEEDS_UNMET' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT n.id AS thing_id,
      n.network_id,
      n.unit_id,
      date_trunc('month', n.ended_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM need n
      WHERE n.region_id = $1::uuid
      AND n.network_id = ANY ($3::uuid[])
      AND n.ended_at >= $6::timestamptz
      AND n.ended_at < $7::timestamptz
      AND n.taken_at IS NOT NULL
      AND n.state = 'UNMET'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'NEEDS_UNMET' = ANY ($12::text[]) UNION ALL SELECT 'PROJECTS_CLOSED' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT p.id AS thing_id,
      p.network_id,
      p.lead_unit_id AS unit_id,
      date_trunc('month', p.ended_at AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM project p
      WHERE p.region_id = $1::uuid
      AND p.network_id = ANY ($3::uuid[])
      AND p.ended_at >= $6::timestamptz
      AND p.ended_at < $7::timestamptz
      AND p.taken_at IS NOT NULL
      AND p.state = 'CLOSED'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'PROJECTS_CLOSED' = ANY ($12::text[]) UNION ALL SELECT 'OFFERS_OPEN' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT p.offer_id AS thing_id,
      p.network_id,
      p.unit_id,
      date_trunc('month', $2::timestamptz AT TIME ZONE $8::text)::date AS month,
      1 AS numerator,
      NULL::integer AS denominator
      FROM offer_publication p
      WHERE p.region_id = $1::uuid
      AND p.network_id = ANY ($3::uuid[])
      AND p.withdrawn_at IS NULL
      AND date_trunc('month', $2::timestamptz AT TIME ZONE $8::text)::date >= $4::date
      AND date_trunc('month', $2::timestamptz AT TIME ZONE $8::text)::date < $5::date
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND f.network_id = ANY ($10::uuid[])
    AND 'OFFERS_OPEN' = ANY ($12::text[]) UNION ALL SELECT 'REQUESTS_MADE' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT seen.network_id, seen.unit_id, seen.month, seen.numerator, seen.denominator
      FROM (
        SELECT b.id AS thing_id,
        b.network_id,
        b.owner_unit_id AS unit_id,
        date_trunc('month', b.starts_at AT TIME ZONE $8::text)::date AS month,
        1 AS numerator,
        NULL::integer AS denominator
        FROM booking b
        WHERE b.region_id = $1::uuid
        AND b.network_id = ANY ($3::uuid[])
        AND b.starts_at >= $6::timestamptz
        AND b.starts_at < $7::timestamptz
        AND b.recorded_at IS NULL
        AND b.reason IS DISTINCT
        FROM 'MOVED'
        AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
        AND app.role() <> 'STEWARD'
      ) seen UNION ALL SELECT l.network_id,
      l.unit_id,
      l.month,
      l.requests AS numerator,
      NULL::integer AS denominator
      FROM lending_month l
      WHERE l.region_id = $1::uuid
      AND l.network_id = ANY ($3::uuid[])
      AND l.month >= $4::date
      AND l.month < $5::date
      AND app.role() = 'STEWARD'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'REQUESTS_MADE' = ANY ($12::text[]) UNION ALL SELECT 'REQUESTS_ANSWERED' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT seen.network_id, seen.unit_id, seen.month, seen.numerator, seen.denominator
      FROM (
        SELECT b.id AS thing_id,
        b.network_id,
        b.owner_unit_id AS unit_id,
        date_trunc('month', b.starts_at AT TIME ZONE $8::text)::date AS month,
        1 AS numerator,
        NULL::integer AS denominator
        FROM booking b
        WHERE b.region_id = $1::uuid
        AND b.network_id = ANY ($3::uuid[])
        AND b.starts_at >= $6::timestamptz
        AND b.starts_at < $7::timestamptz
        AND b.asked_at IS NOT NULL
        AND (
          b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW')
          OR b.state = 'DECLINED'
          AND b.reason IN ('OWNER_DECLINED', 'COMMITTEE_DECLINED')
        )
        AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
        AND app.role() <> 'STEWARD'
      ) seen UNION ALL SELECT l.network_id,
      l.unit_id,
      l.month,
      l.answers AS numerator,
      NULL::integer AS denominator
      FROM lending_month l
      WHERE l.region_id = $1::uuid
      AND l.network_id = ANY ($3::uuid[])
      AND l.month >= $4::date
      AND l.month < $5::date
      AND app.role() = 'STEWARD'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'REQUESTS_ANSWERED' = ANY ($12::text[]) UNION ALL SELECT 'ANSWER_MINUTES' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT seen.network_id, seen.unit_id, seen.month, seen.numerator, seen.denominator
      FROM (
        SELECT b.id AS thing_id,
        b.network_id,
        b.owner_unit_id AS unit_id,
        date_trunc('month', b.starts_at AT TIME ZONE $8::text)::date AS month,
        extract(epoch FROM b.settled_at - b.asked_at) / 60 AS numerator,
        1 AS denominator
        FROM booking b
        WHERE b.region_id = $1::uuid
        AND b.network_id = ANY ($3::uuid[])
        AND b.starts_at >= $6::timestamptz
        AND b.starts_at < $7::timestamptz
        AND b.asked_at IS NOT NULL
        AND (
          b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW')
          OR b.state = 'DECLINED'
          AND b.reason IN ('OWNER_DECLINED', 'COMMITTEE_DECLINED')
        )
        AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
        AND app.role() <> 'STEWARD'
      ) seen UNION ALL SELECT l.network_id,
      l.unit_id,
      l.month,
      l.answer_minutes AS numerator,
      l.answers AS denominator
      FROM lending_month l
      WHERE l.region_id = $1::uuid
      AND l.network_id = ANY ($3::uuid[])
      AND l.month >= $4::date
      AND l.month < $5::date
      AND app.role() = 'STEWARD'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'ANSWER_MINUTES' = ANY ($12::text[]) UNION ALL SELECT 'BOOKINGS_USED' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT seen.network_id, seen.unit_id, seen.month, seen.numerator, seen.denominator
      FROM (
        SELECT b.id AS thing_id,
        b.network_id,
        b.owner_unit_id AS unit_id,
        date_trunc('month', b.starts_at AT TIME ZONE $8::text)::date AS month,
        1 AS numerator,
        NULL::integer AS denominator
        FROM booking b
        WHERE b.region_id = $1::uuid
        AND b.network_id = ANY ($3::uuid[])
        AND b.starts_at >= $6::timestamptz
        AND b.starts_at < $7::timestamptz
        AND b.state = 'COMPLETED'
        AND (b.owner_unit_id = app.unit_id() OR b.network_id = ANY (app.convened_network_ids()))
        AND app.role() <> 'STEWARD'
      ) seen UNION ALL SELECT l.network_id,
      l.unit_id,
      l.month,
      l.uses AS numerator,
      NULL::integer AS denominator
      FROM lending_month l
      WHERE l.region_id = $1::uuid
      AND l.network_id = ANY ($3::uuid[])
      AND l.month >= $4::date
      AND l.month < $5::date
      AND app.role() = 'STEWARD'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'BOOKINGS_USED' = ANY ($12::text[]) UNION ALL SELECT 'UTILISATION' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT l.network_id,
      l.unit_id,
      l.month,
      least(l.utilised_minutes, l.open_minutes) AS numerator,
      l.open_minutes AS denominator
      FROM lending_month l
      WHERE l.region_id = $1::uuid
      AND l.network_id = ANY ($3::uuid[])
      AND l.month >= $4::date
      AND l.month < $5::date
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'UTILISATION' = ANY ($12::text[]) UNION ALL SELECT 'HOURS_LENT' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT t.network_id, t.unit_id, t.month, t.sixtieths AS numerator, NULL::numeric AS denominator
      FROM contribution_total t
      WHERE t.region_id = $1::uuid
      AND t.network_id = ANY ($3::uuid[])
      AND t.month >= $4::date
      AND t.month < $5::date
      AND t.measure = 'HOURS'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'HOURS_LENT' = ANY ($12::text[]) UNION ALL SELECT 'HEAD_HOURS_LENT' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT t.network_id, t.unit_id, t.month, t.sixtieths AS numerator, NULL::numeric AS denominator
      FROM contribution_total t
      WHERE t.region_id = $1::uuid
      AND t.network_id = ANY ($3::uuid[])
      AND t.month >= $4::date
      AND t.month < $5::date
      AND t.measure = 'HEAD_HOURS'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'HEAD_HOURS_LENT' = ANY ($12::text[]) UNION ALL SELECT 'KWH_LENT' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT t.network_id, t.unit_id, t.month, t.sixtieths AS numerator, NULL::numeric AS denominator
      FROM contribution_total t
      WHERE t.region_id = $1::uuid
      AND t.network_id = ANY ($3::uuid[])
      AND t.month >= $4::date
      AND t.month < $5::date
      AND t.measure = 'KWH'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'KWH_LENT' = ANY ($12::text[]) UNION ALL SELECT 'PIECE_HOURS_LENT' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT t.network_id, t.unit_id, t.month, t.sixtieths AS numerator, NULL::numeric AS denominator
      FROM contribution_total t
      WHERE t.region_id = $1::uuid
      AND t.network_id = ANY ($3::uuid[])
      AND t.month >= $4::date
      AND t.month < $5::date
      AND t.measure = 'PIECE_HOURS'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'PIECE_HOURS_LENT' = ANY ($12::text[]) UNION ALL SELECT 'POINTS' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT t.network_id, t.unit_id, t.month, t.sixtieths AS numerator, NULL::numeric AS denominator
      FROM contribution_total t
      WHERE t.region_id = $1::uuid
      AND t.network_id = ANY ($3::uuid[])
      AND t.month >= $4::date
      AND t.month < $5::date
      AND t.measure = 'POINTS'
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'POINTS' = ANY ($12::text[]) UNION ALL SELECT 'COVERAGE' AS name,
    f.network_id,
    f.unit_id,
    date_trunc($11::text, f.month)::date AS period,
    f.numerator::numeric AS numerator,
    f.denominator::numeric AS denominator
    FROM (
      SELECT m.network_id, m.unit_id, s.month, 0 AS numerator, 1 AS denominator
      FROM (
        SELECT m.network_id,
        m.unit_id,
        date_trunc('month', m.active_since AT TIME ZONE $8::text)::date AS since
        FROM membership m
        WHERE m.region_id = $1::uuid
        AND m.network_id = ANY ($3::uuid[])
        AND m.state = 'ACTIVE'
        AND m.role <> 'GUEST'
      ) m
      JOIN generate_series($4::date, $5::date - 1, interval '1 month') AS g (at) ON true CROSS
      JOIN LATERAL (SELECT g.at::date AS month) s
      WHERE m.since <= s.month
      AND s.month <= date_trunc(
        'month', $2::timestamptz AT TIME ZONE $8::text
      )::date UNION ALL ( WITH took AS MATERIALIZED (
        SELECT DISTINCT p.network_id, p.unit_id, p.month
        FROM (
          SELECT t.network_id, t.unit_id, t.month
          FROM contribution_total t
          WHERE t.region_id = $1::uuid
          AND t.network_id = ANY ($3::uuid[])
          AND t.month >= $4::date
          AND t.month < $5::date
          AND t.measure <> 'POINTS'
          AND t.sixtieths > 0 UNION ALL SELECT c.network_id,
          c.unit_id,
          date_trunc('month', c.accepted_at AT TIME ZONE $8::text)::date AS month
          FROM claim c
          WHERE c.region_id = $1::uuid
          AND c.network_id = ANY ($3::uuid[])
          AND c.accepted_at >= $6::timestamptz
          AND c.accepted_at < $7::timestamptz UNION ALL SELECT a.network_id, a.unit_id, a.month
          FROM attendance_month a
          WHERE a.region_id = $1::uuid
          AND a.network_id = ANY ($3::uuid[])
          AND a.month >= $4::date
          AND a.month < $5::date
          AND a.attended > 0 UNION ALL SELECT d.network_id, d.lead_unit_id AS unit_id, d.month
          FROM dish d
          WHERE d.region_id = $1::uuid
          AND d.network_id = ANY ($3::uuid[])
          AND d.month >= $4::date
          AND d.month < $5::date
          AND d.published_at IS NOT NULL
          AND EXISTS (
            SELECT
            FROM dish_date e
            WHERE e.region_id = $1::uuid
            AND e.dish_id = d.id
            AND e.cancelled_at IS NULL
            AND e.ends_at <= coalesce(d.ended_at, $2::timestamptz)
          ) UNION ALL SELECT d.network_id,
          h.unit_id,
          d.month
          FROM dish d
          JOIN dish_host h ON h.region_id = $1::uuid
          AND h.dish_id = d.id
          AND h.state = 'ACCEPTED'
          WHERE d.region_id = $1::uuid
          AND d.network_id = ANY ($3::uuid[])
          AND d.month >= $4::date
          AND d.month < $5::date
          AND d.published_at IS NOT NULL
          AND EXISTS (
            SELECT
            FROM dish_date e
            WHERE e.region_id = $1::uuid
            AND e.dish_id = d.id
            AND e.cancelled_at IS NULL
            AND e.ends_at <= coalesce(d.ended_at, $2::timestamptz)
          )
        ) p
      ) SELECT p.network_id,
      p.unit_id,
      p.month,
      1 AS numerator,
      0 AS denominator
      FROM took p
      JOIN membership m ON m.region_id = $1::uuid
      AND m.network_id = p.network_id
      AND m.unit_id = p.unit_id
      WHERE m.state = 'ACTIVE'
      AND m.role <> 'GUEST'
      AND date_trunc('month', m.active_since AT TIME ZONE $8::text)::date <= p.month)
    ) f
    WHERE ($9::uuid IS NULL OR f.unit_id = $9)
    AND 'COVERAGE' = ANY ($12::text[])
  ),
  sums AS (
    SELECT name, NULL::uuid AS unit_id, NULL::uuid AS network_id, period, CASE
    WHEN name = ANY ('{COVERAGE}') THEN count(DISTINCT unit_id) FILTER (
      WHERE name = ANY ('{COVERAGE}') AND numerator > 0
    )::numeric
    ELSE sum(numerator) END AS numerator, CASE
    WHEN name = ANY ('{COVERAGE}') THEN count(DISTINCT unit_id) FILTER (
      WHERE name = ANY ('{COVERAGE}') AND denominator > 0
    )::numeric
    ELSE sum(denominator) END AS denominator
    FROM facts GROUP BY GROUPING SETS ((name, period), (name)) UNION ALL SELECT name,
    unit_id,
    NULL,
    period,
    CASE
    WHEN name = ANY ('{COVERAGE}') THEN count(DISTINCT unit_id) FILTER (
      WHERE name = ANY ('{COVERAGE}') AND numerator > 0
    )::numeric
    ELSE sum(numerator) END AS numerator, CASE
    WHEN name = ANY ('{COVERAGE}') THEN count(DISTINCT unit_id) FILTER (
      WHERE name = ANY ('{COVERAGE}') AND denominator > 0
    )::numeric
    ELSE sum(denominator) END AS denominator
    FROM facts
    WHERE $13::boolean
    AND unit_id IS NOT NULL
    AND NOT name = ANY ('{COVERAGE}') GROUP BY GROUPING SETS (
      (name, unit_id, period), (name, unit_id)
    ) UNION ALL SELECT name,
    NULL,
    network_id,
    period,
    CASE
    WHEN name = ANY ('{COVERAGE}') THEN count(DISTINCT unit_id) FILTER (
      WHERE name = ANY ('{COVERAGE}') AND numerator > 0
    )::numeric
    ELSE sum(numerator) END AS numerator, CASE
    WHEN name = ANY ('{COVERAGE}') THEN count(DISTINCT unit_id) FILTER (
      WHERE name = ANY ('{COVERAGE}') AND denominator > 0
    )::numeric
    ELSE sum(denominator) END AS denominator
    FROM facts
    WHERE $14::boolean GROUP BY GROUPING SETS ((name, network_id, period), (name, network_id))
  ),
  told AS (
    SELECT s.name,
    s.unit_id,
    s.network_id,
    s.period,
    s.numerator,
    coalesce(k.scale, s.denominator) AS denominator,
    round(s.numerator / nullif(coalesce(k.scale, s.denominator), 0), 4) AS value
    FROM sums s
    JOIN kinds k ON k.name = s.name
  ) SELECT json_build_object( 'sums',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'name', t.name,
          'unitId', t.unit_id,
          'networkId', t.network_id,
          'period', t.period,
          'numerator', trim_scale(t.numerator)::text,
          'denominator', trim_scale(t.denominator)::text,
          'value', trim_scale(t.value)::text,
          'rank', t.rank
        )
      ),
      '[]'
    )
    FROM (
      SELECT told.*, CASE
      WHEN unit_id IS NOT NULL
      AND period IS NULL THEN rank() OVER (
        PARTITION BY name, unit_id IS NULL, period IS NULL ORDER BY value DESC NULLS LAST
      ) END AS rank
      FROM told
    ) t
  ),
  'memberIds',
  (
    SELECT coalesce(json_agg(DISTINCT m.unit_id), '[]')
    FROM membership m
    WHERE $13::boolean
    AND m.region_id = $1::uuid
    AND m.network_id = ANY ($3::uuid[])
    AND m.state = 'ACTIVE'
    AND m.role <> 'GUEST'
    AND ($9::uuid IS NULL OR m.unit_id = $9)
  ))::text
) AS answer;
