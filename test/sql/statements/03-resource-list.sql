SELECT (
  SELECT (
    '{"totalCount":' || (
      SELECT count(*)::text FROM "offer" "t1" WHERE "t1"."region_id" = $1 AND ("t1"."kind" = ANY ($2))
    ) || ',"edges":[' || coalesce(string_agg(
      (
        '{"node":' || (
          (
            (
              (
                (
                  '{"__typename":' || coalesce(
                    to_json(
                      CASE "t1"."kind"
                      WHEN 'VENUE' THEN 'Venue'
                      WHEN 'VEHICLE' THEN 'Vehicle'
                      WHEN 'POWER_SUPPLY' THEN 'PowerSupply'
                      WHEN 'EQUIPMENT' THEN 'Equipment'
                      WHEN 'EXPERTISE' THEN 'Expertise' END
                    )::text,
                    'null'
                  ) || ',"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"title":'
                ) || (coalesce(to_json("t1"."title")::text, 'null') || ',"kind":' || coalesce(to_json("t1"."kind")::text, 'null') || ',"confirmation":' || coalesce(
                  to_json("t1"."confirmation")::text, 'null'
                ) || ',"unit":')
              ) || ((
                CASE
                WHEN "t2"."id" IS NOT NULL THEN (
                  '{"name":' || coalesce(to_json("t2"."name")::text, 'null') || '}'
                )
                ELSE E'\tnull' END || ',"networks":' || (
                  SELECT (
                    '[' || coalesce(
                      string_agg(
                        (
                          '{"id":' || coalesce(to_json("t3"."id")::text, 'null') || ',"name":' || coalesce(to_json("t3"."name")::text, 'null') || '}'
                        ),
                        ','
                        ORDER BY "t3"."code" ASC
                      ),
                      ''
                    ) || ']'
                  )
                  FROM "network" "t3"
                  WHERE "t3"."region_id" = $1
                  AND ("t3"."id" = ANY ("t1"."network_ids"))
                  AND ("t3"."id" = ANY (app.known_network_ids()))
                ) || ',"address":' || coalesce(to_json("t1"."address")::text, 'null') || ',"capacity":'
              ) || (coalesce(
                to_json("t1"."capacity")::text, 'null'
              ) || ',"seats":' || coalesce(to_json("t1"."seats")::text,
              'null') || ',"driverIncluded":' || coalesce(to_json("t1"."driver_included")::text,
              'null') || ',"regionId":'))
            ) || ((
              (
                coalesce(
                  to_json("t1"."region_id")::text, 'null'
                ) || ',"unitId":' || coalesce(to_json("t1"."unit_id")::text,
                'null') || ',"state":' || coalesce(to_json("t1"."state")::text,
                'null')
              ) || (',"description":' || coalesce(
                to_json("t1"."description")::text, 'null'
              ) || ',"networkIds":' || coalesce(to_json("t1"."network_ids")::text,
              'null') || ',"hours":' || coalesce(to_json("t1"."hours")::text,
              'null'))
            ) || ((
              ',"exceptions":' || coalesce(
                to_json("t1"."exceptions")::text, 'null'
              ) || ',"leadTimeMinutes":' || coalesce(to_json("t1"."lead_time_minutes")::text,
              'null') || ',"horizonDays":' || coalesce(to_json("t1"."horizon_days")::text,
              'null')
            ) || (',"slotMinutes":' || coalesce(
              to_json("t1"."slot_minutes")::text, 'null'
            ) || ',"longestMinutes":' || coalesce(to_json("t1"."longest_minutes")::text,
            'null') || ',"bufferBeforeMinutes":' || coalesce(to_json("t1"."buffer_before_minutes")::text,
            'null'))))
          ) || ((
            (
              (
                ',"bufferAfterMinutes":' || coalesce(
                  to_json("t1"."buffer_after_minutes")::text, 'null'
                ) || ',"requestsHold":' || coalesce(to_json("t1"."requests_hold")::text,
                'null') || ',"createdAt":'
              ) || (coalesce(
                to_json("t1"."created_at")::text, 'null'
              ) || ',"updatedAt":' || coalesce(to_json("t1"."updated_at")::text,
              'null') || ',"version":' || coalesce(to_json("t1"."version")::text,
              'null') || ',"floorAreaM2":')
            ) || ((
              coalesce(
                to_json("t1"."floor_area_m2"::text)::text, 'null'
              ) || ',"facilities":' || coalesce(to_json("t1"."facilities")::text,
              'null') || ',"indoor":' || coalesce(to_json("t1"."indoor")::text,
              'null') || ',"stepFree":'
            ) || (coalesce(
              to_json("t1"."step_free")::text, 'null'
            ) || ',"plate":' || coalesce(to_json("t1"."plate")::text,
            'null') || ',"licenceClass":' || coalesce(to_json("t1"."licence_class")::text,
            'null') || ',"voltage":'))
          ) || ((
            (
              coalesce(
                to_json("t1"."voltage")::text, 'null'
              ) || ',"phases":' || coalesce(to_json("t1"."phases")::text,
              'null') || ',"maxLoadKw":' || coalesce(to_json("t1"."max_load_kw"::text)::text,
              'null') || ',"sockets":'
            ) || (coalesce(
              to_json("t1"."sockets")::text, 'null'
            ) || ',"cableLengthM":' || coalesce(to_json("t1"."cable_length_m")::text,
            'null') || ',"electricianNeeded":' || coalesce(to_json("t1"."electrician_needed")::text,
            'null') || ',"quantity":')
          ) || ((
            coalesce(
              to_json("t1"."quantity")::text, 'null'
            ) || ',"measure":' || coalesce(to_json("t1"."measure")::text,
            'null') || ',"field":' || coalesce(to_json("t1"."field")::text,
            'null') || ',"expertTitle":'
          ) || (coalesce(
            to_json("t1"."expert_title")::text, 'null'
          ) || ',"languages":' || coalesce(to_json("t1"."languages")::text,
          'null') || ',"sessionsPerMonth":' || coalesce(to_json("t1"."sessions_per_month")::text,
          'null') || '}'))))
        ) || '}'
      ),
      ','
      ORDER BY "t1"."$place"
    ),
    '') || ']}'
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
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."unit_id") HAVING true
) AS answer;
