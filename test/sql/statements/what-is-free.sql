SELECT (
  SELECT json_build_object(
    'now', $1::timestamptz,
    'zone', (SELECT region.time_zone FROM region WHERE region.id = $2),
    'years', (
      SELECT coalesce(
        json_agg(json_build_object('year', year, 'version', version, 'announced', announced) ORDER BY year),
        '[]'
      )
      FROM calendar_year
    ),
    'offers', (
      SELECT coalesce(json_agg(candidate), '[]')
      FROM (
        SELECT o.kind AS "kind",
        o.hours AS "hours",
        o.exceptions AS "exceptions",
        o.lead_time_minutes AS "leadTimeMinutes",
        o.horizon_days AS "horizonDays",
        o.slot_minutes AS "slotMinutes",
        o.longest_minutes AS "longestMinutes",
        o.buffer_before_minutes AS "bufferBeforeMinutes",
        o.buffer_after_minutes AS "bufferAfterMinutes",
        o.capacity AS "capacity",
        o.indoor AS "indoor",
        o.step_free AS "stepFree",
        o.seats AS "seats",
        o.driver_included AS "driverIncluded",
        o.voltage AS "voltage",
        o.max_load_kw::text AS "maxLoadKw",
        o.quantity AS "quantity",
        o.measure AS "measure",
        o.sessions_per_month AS "sessionsPerMonth",
        CASE
        WHEN o.kind NOT IN ('POWER_SUPPLY', 'EQUIPMENT') THEN (
          SELECT json_agg(json_build_object('startsAt', b.starts_at, 'keptUntil', b.kept_until))
          FROM occupancy b
          WHERE b.region_id = $2
          AND b.offer_id = o.id
          AND b.starts_at < $3::timestamptz + greatest(
            o.buffer_before_minutes, o.buffer_after_minutes
          ) * interval '1 minute'
          AND b.kept_until > $4::timestamptz
        ) END AS taken,
        CASE
        WHEN o.kind IN ('POWER_SUPPLY', 'EQUIPMENT') THEN (
          SELECT json_agg(
            json_build_object(
              'startsAt', s.starts_at,
              'keptUntil', s.kept_until,
              'low', s.low::text,
              'high', s.high::text
            )
          )
          FROM pool_share s
          WHERE s.region_id = $2
          AND s.offer_id = o.id
          AND s.starts_at < $5::timestamptz + greatest(
            o.buffer_before_minutes, o.buffer_after_minutes
          ) * interval '1 minute'
          AND s.kept_until > $6::timestamptz
        ) END AS shares,
        CASE
        WHEN o.sessions_per_month IS NOT NULL THEN (
          SELECT json_agg(b.starts_at)
          FROM occupancy b
          WHERE b.region_id = $2
          AND b.offer_id = o.id
          AND b.starts_at > $7::timestamptz - interval '32 days'
          AND b.ends_at > $8::timestamptz - interval '32 days'
          AND b.starts_at < $9::timestamptz + interval '32 days'
        ) END AS begun,
        (
          SELECT json_agg(
            json_build_object('startsAt', c.starts_at, 'endsAt', c.ends_at, 'reason', c.reason)
            ORDER BY c.starts_at, c.id
          )
          FROM offer_closure c
          WHERE c.region_id = $2
          AND c.offer_id = o.id
          AND c.ends_at > $10::timestamptz
        ) AS closures,
        (
          (
            (
              '{"id":"' || app.opaque_id('Offer', "o"."id") || '","kind":"' || "o"."kind"
            ) || ('","title":' || to_json("o"."title")::text || ',"unit":' || CASE
            WHEN "t1"."id" IS NOT NULL THEN (
              '{"id":"' || app.opaque_id('Unit', "t1"."id") || '","name":' || to_json("t1"."name")::text || '}'
            )
            ELSE E'\tnull' END || '}')
          )
        )::json AS "$written0"
        FROM (
          SELECT o.*, row_number() OVER (ORDER BY (o.title || '') COLLATE "zh-x-icu", o.id) AS "$place"
          FROM offer o
          WHERE o.region_id = $2
          AND o.state = 'PUBLISHED'
          AND o.id IN (
            SELECT shown.offer_id
            FROM offer_publication shown
            WHERE shown.region_id = $2
            AND shown.network_id = ANY ($11::uuid[])
            AND shown.withdrawn_at IS NULL
          )
          ORDER BY "$place"
          LIMIT $12
        ) o
        LEFT
        JOIN "unit" "t1" ON "t1"."region_id" = $2
        AND ("t1"."id" = "o"."unit_id")
        ORDER BY o."$place"
      ) candidate
    )
  )
)::text AS answer;
