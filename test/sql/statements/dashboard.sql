SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            (
              '{"id":"' || app.opaque_id('Offer', "t1"."id") || '","kind":"' || "t1"."kind" || '","title":' || to_json("t1"."title")::text || ',"state":"' || "t1"."state"
            ) || ('","confirmation":"' || "t1"."confirmation" || '","unit":' || CASE
            WHEN "t2"."id" IS NOT NULL THEN (
              '{"id":"' || app.opaque_id('Unit', "t2"."id") || '","name":' || to_json("t2"."name")::text || '}'
            )
            ELSE E'\tnull' END || ',"bookings":' || (
              SELECT (
                '{"edges":[' || coalesce(
                  string_agg(
                    (
                      '{"node":' || (
                        (
                          '{"id":"' || app.opaque_id('Booking', "t3"."id") || '","state":"' || "t3"."state" || '","startsAt":"' || app.instant("t3"."starts_at")
                        ) || ('","endsAt":"' || app.instant("t3"."ends_at") || '","purpose":' || to_json("t3"."purpose")::text || ',"requester":' || CASE
                        WHEN "t4"."id" IS NOT NULL THEN (
                          '{"id":"' || app.opaque_id('Unit', "t4"."id") || '","name":' || to_json("t4"."name")::text || '}'
                        )
                        ELSE 'null' END || '}')
                      ) || '}'
                    ),
                    ','
                    ORDER BY "t3"."$place"
                  ),
                  ''
                ) || ']}'
              )
              FROM (
                SELECT "t3".*, row_number() OVER () AS "$place"
                FROM (
                  SELECT "t3".*
                  FROM "booking" "t3"
                  WHERE "t3"."region_id" = $1
                  AND ("t3"."offer_id" = "t1"."id")
                  AND ("t3"."ends_at" > $2)
                  ORDER BY "t3"."starts_at" ASC, "t3"."id" ASC
                  LIMIT 3
                ) "t3"
              ) "t3"
              LEFT
              JOIN "unit" "t4" ON "t4"."region_id" = $1
              AND ("t4"."id" = "t3"."requester_unit_id") HAVING true
            ) || CASE
            WHEN "t1"."kind" IN ('VENUE') THEN (
              ',"address":' || coalesce(
                to_json("t1"."address")::text, E'\tnull'
              ) || ',"capacity":' || coalesce(("t1"."capacity")::text, E'\tnull')
            )
            WHEN "t1"."kind" IN ('VEHICLE') THEN (
              ',"seats":' || coalesce(("t1"."seats")::text, E'\tnull') || ',"driverIncluded":' || coalesce(
                ("t1"."driver_included")::text, E'\tnull'
              )
            )
            WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN (
              ',"voltage":' || coalesce(("t1"."voltage")::text, E'\tnull') || ',"maxLoadKw":' || coalesce(
                to_json("t1"."max_load_kw"::text)::text, E'\tnull'
              )
            )
            WHEN "t1"."kind" IN ('EQUIPMENT') THEN (
              ',"quantity":' || coalesce(("t1"."quantity")::text, E'\tnull') || ',"measure":' || coalesce(
                to_json("t1"."measure")::text, E'\tnull'
              )
            )
            WHEN "t1"."kind" IN ('EXPERTISE') THEN (
              ',"field":' || coalesce(
                to_json("t1"."field")::text, E'\tnull'
              ) || ',"expertTitle":' || coalesce(to_json("t1"."expert_title")::text, 'null')
            )
            ELSE '' END || '}')
          ) || '}'
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']}'
  )
  FROM (
    SELECT "t1".*, row_number() OVER () AS "$place"
    FROM (
      SELECT "t1".*
      FROM "offer" "t1"
      JOIN offer_publication publication ON publication.region_id = $1
      AND publication.offer_id = "t1"."id"
      AND publication.network_id = $3
      AND publication.withdrawn_at IS NULL
      WHERE "t1"."region_id" = $1
      ORDER BY "t1"."created_at" DESC, "t1"."id" DESC
      LIMIT 50
    ) "t1"
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."unit_id") HAVING true
) AS answer;

SELECT (
  SELECT (
    (
      '{"id":"' || app.opaque_id('Network', "t1"."id") || '","code":' || to_json("t1"."code")::text || ',"name":' || to_json("t1"."name")::text || ',"facts":' || (
        SELECT (
          '[' || coalesce(
            string_agg(
              (
                '{"name":' || coalesce(
                  (t2.value -> 'name')::text, E'\tnull'
                ) || ',"count":' || coalesce((t2.value -> 'count')::text, E'\tnull') || '}'
              ),
              ','
              ORDER BY t2.ordinality
            ),
            ''
          ) || ']'
        )
        FROM jsonb_array_elements(
          (
            (
              SELECT coalesce(json_agg(json_build_object('name', key, 'count', value) ORDER BY key), '[]')
              FROM jsonb_each("t1"."facts")
            )
          )::jsonb
        ) WITH ORDINALITY t2 (value, ordinality)
      )
    ) || ((
      ',"serviceDays":' || (
        SELECT (
          '[' || coalesce(
            string_agg(
              ('{"day":' || ("t3"."day")::text || ',"name":' || to_json("t3"."name")::text || '}'), ','
              ORDER BY "t3"."day" ASC
            ),
            ''
          ) || ']'
        )
        FROM "network_service_day" "t3"
        WHERE "t3"."region_id" = $1
        AND ("t3"."network_id" = "t1"."id")
      ) || ',"area":' || CASE
      WHEN "t4"."id" IS NOT NULL THEN ('{"name":' || to_json("t4"."name")::text || '}')
      ELSE E'\tnull' END
    ) || (',"convener":' || CASE
    WHEN "t5"."id" IS NOT NULL THEN (
      '{"id":"' || app.opaque_id('Unit', "t5"."id") || '","name":' || to_json("t5"."name")::text || '}'
    )
    ELSE 'null' END || ',"memberships":' || (
      SELECT (
        '{"edges":[' || coalesce(
          string_agg(
            (
              '{"node":' || (
                '{"role":"' || "t6"."role" || '","unit":' || CASE
                WHEN "t7"."id" IS NOT NULL THEN (
                  (
                    '{"id":"' || app.opaque_id('Unit', "t7"."id") || '","code":' || to_json("t7"."code")::text
                  ) || (',"name":' || to_json("t7"."name")::text || ',"kind":"' || "t7"."kind" || '"}')
                )
                ELSE 'null' END || '}'
              ) || '}'
            ),
            ','
            ORDER BY "t6"."$place"
          ),
          ''
        ) || ']}'
      )
      FROM (
        SELECT "t6".*, row_number() OVER () AS "$place"
        FROM (
          SELECT "t6".*
          FROM "membership" "t6"
          WHERE "t6"."region_id" = $1
          AND ("t6"."network_id" = "t1"."id")
          ORDER BY "t6"."unit_code" ASC, "t6"."id" ASC
          LIMIT 50
        ) "t6"
      ) "t6"
      LEFT
      JOIN "unit" "t7" ON "t7"."region_id" = $1
      AND ("t7"."id" = "t6"."unit_id") HAVING true
    ) || '}'))
  )
  FROM "network" "t1"
  LEFT
  JOIN "area" "t4" ON "t4"."region_id" = $1
  AND ("t4"."id" = "t1"."area_id")
  LEFT
  JOIN "unit" "t5" ON "t5"."region_id" = $1
  AND ("t5"."id" = "t1"."convener_unit_id")
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
) AS answer;
