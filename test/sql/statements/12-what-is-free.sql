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
        SELECT o.region_id AS "regionId",
        o.id AS "id",
        o.kind AS "kind",
        o.unit_id AS "unitId",
        o.state AS "state",
        o.title AS "title",
        o.description AS "description",
        o.network_ids AS "networkIds",
        o.hours AS "hours",
        o.exceptions AS "exceptions",
        o.confirmation AS "confirmation",
        o.lead_time_minutes AS "leadTimeMinutes",
        o.horizon_days AS "horizonDays",
        o.slot_minutes AS "slotMinutes",
        o.longest_minutes AS "longestMinutes",
        o.buffer_before_minutes AS "bufferBeforeMinutes",
        o.buffer_after_minutes AS "bufferAfterMinutes",
        o.requests_hold AS "requestsHold",
        o.created_at AS "createdAt",
        o.updated_at AS "updatedAt",
        o.version AS "version",
        o.address AS "address",
        o.floor_area_m2::text AS "floorAreaM2",
        o.capacity AS "capacity",
        o.facilities AS "facilities",
        o.indoor AS "indoor",
        o.step_free AS "stepFree",
        o.plate AS "plate",
        o.seats AS "seats",
        o.driver_included AS "driverIncluded",
        o.licence_class AS "licenceClass",
        o.voltage AS "voltage",
        o.phases AS "phases",
        o.max_load_kw::text AS "maxLoadKw",
        o.sockets AS "sockets",
        o.cable_length_m AS "cableLengthM",
        o.electrician_needed AS "electricianNeeded",
        o.quantity AS "quantity",
        o.measure AS "measure",
        o.field AS "field",
        o.expert_title AS "expertTitle",
        o.languages AS "languages",
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
        ) AS closures
        FROM (
          SELECT o.*, row_number() OVER (ORDER BY (o.title || '') COLLATE "zh-x-icu", o.id) AS "$place"
          FROM offer o
          WHERE o.region_id = $2
          AND o.state = 'PUBLISHED'
          AND o.kind = ANY ($11::text[])
          ORDER BY "$place"
          LIMIT $12
        ) o
        ORDER BY o."$place"
      ) candidate
    )
  )
) AS answer;

SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          (
            '{"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"title":' || coalesce(to_json("t1"."title")::text, 'null')
          ) || (',"unit":' || CASE
          WHEN "t2"."id" IS NOT NULL THEN ('{"name":' || coalesce(to_json("t2"."name")::text, 'null') || '}')
          ELSE E'\tnull' END || ',"confirmation":' || coalesce(
            to_json("t1"."confirmation")::text, 'null'
          ) || '}')
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"offer", $1::json) given
    LIMIT 1
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $2
  AND ("t2"."id" = "t1"."unit_id")
) AS answer;
