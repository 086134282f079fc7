SELECT (
  SELECT json_build_object(
    'totalCount', (SELECT count(*) FROM "offer" "t1" WHERE "t1"."region_id" = $1 AND ("t1"."kind" = ANY ($2))),
    'edges', coalesce(
      json_agg(
        json_build_object(
          'node', json_build_object(
            '__typename', CASE "t1"."kind"
            WHEN 'VENUE' THEN 'Venue'
            WHEN 'VEHICLE' THEN 'Vehicle'
            WHEN 'POWER_SUPPLY' THEN 'PowerSupply'
            WHEN 'EQUIPMENT' THEN 'Equipment'
            WHEN 'EXPERTISE' THEN 'Expertise' END,
            'id', "t1"."id",
            'title', "t1"."title",
            'kind', "t1"."kind",
            'confirmation', "t1"."confirmation",
            'unit', CASE
            WHEN "t2"."id" IS NOT NULL THEN json_build_object('name', "t2"."name")
            ELSE E'\tnull'::json END,
            'networks', (
              SELECT coalesce(
                json_agg(json_build_object('id', "t3"."id", 'name', "t3"."name") ORDER BY "t3"."code" ASC),
                '[]'
              )
              FROM "network" "t3"
              WHERE "t3"."region_id" = $1
              AND ("t3"."id" = ANY ("t1"."network_ids"))
              AND ("t3"."id" = ANY (app.known_network_ids()))
            ),
            'address', "t1"."address",
            'capacity', "t1"."capacity",
            'seats', "t1"."seats",
            'driverIncluded', "t1"."driver_included",
            'regionId', "t1"."region_id",
            'unitId', "t1"."unit_id",
            'state', "t1"."state",
            'description', "t1"."description",
            'networkIds', "t1"."network_ids",
            'hours', "t1"."hours",
            'exceptions', "t1"."exceptions",
            'leadTimeMinutes', "t1"."lead_time_minutes",
            'horizonDays', "t1"."horizon_days",
            'slotMinutes', "t1"."slot_minutes",
            'longestMinutes', "t1"."longest_minutes",
            'bufferBeforeMinutes', "t1"."buffer_before_minutes",
            'bufferAfterMinutes', "t1"."buffer_after_minutes",
            'requestsHold', "t1"."requests_hold",
            'createdAt', "t1"."created_at",
            'updatedAt', "t1"."updated_at",
            'version', "t1"."version",
            'floorAreaM2', "t1"."floor_area_m2"::text,
            'facilities', "t1"."facilities",
            'indoor', "t1"."indoor",
            'stepFree', "t1"."step_free",
            'plate', "t1"."plate",
            'licenceClass', "t1"."licence_class",
            'voltage', "t1"."voltage",
            'phases', "t1"."phases",
            'maxLoadKw', "t1"."max_load_kw"::text,
            'sockets', "t1"."sockets",
            'cableLengthM', "t1"."cable_length_m",
            'electricianNeeded', "t1"."electrician_needed",
            'quantity', "t1"."quantity",
            'measure', "t1"."measure",
            'field', "t1"."field",
            'expertTitle', "t1"."expert_title",
            'languages', "t1"."languages",
            'sessionsPerMonth', "t1"."sessions_per_month"
          )
        )
        ORDER BY "t1"."$place"
      ),
      '[]'
    )
  )
  FROM (
    SELECT "t1".*, row_number() OVER () AS "$place"
    FROM (
      SELECT "t1".*
      FROM "offer" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."kind" = ANY ($3))
      ORDER BY "t1"."title" COLLATE "zh-x-icu" ASC, "t1"."id" ASC
      LIMIT 20
    ) "t1"
  ) "t1" LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."unit_id") HAVING true
) AS answer;
