SELECT (
  SELECT json_build_object(
    'edges', coalesce(
      json_agg(
        json_build_object(
          'node', (
            left(
              (
                json_build_object(
                  'id', app.opaque_id('Offer', "t1"."id"),
                  'kind', "t1"."kind",
                  'title', "t1"."title",
                  'state', "t1"."state",
                  'confirmation', "t1"."confirmation",
                  'unit', CASE
                  WHEN "t2"."id" IS NOT NULL THEN json_build_object(
                    'id', app.opaque_id('Unit', "t2"."id"),
                    'name', "t2"."name"
                  )
                  ELSE E'\tnull'::json END,
                  'bookings', (
                    SELECT json_build_object(
                      'edges', coalesce(
                        json_agg(
                          json_build_object(
                            'node', json_build_object(
                              'id', app.opaque_id('Booking', "t3"."id"),
                              'state', "t3"."state",
                              'startsAt', app.instant("t3"."starts_at"),
                              'endsAt', app.instant("t3"."ends_at"),
                              'purpose', "t3"."purpose",
                              'requester', CASE
                              WHEN "t4"."id" IS NOT NULL THEN json_build_object(
                                'id', app.opaque_id('Unit', "t4"."id"),
                                'name', "t4"."name"
                              ) END
                            )
                          )
                          ORDER BY "t3"."$place"
                        ),
                        '[]'
                      )
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
                    ) "t3" LEFT
                    JOIN "unit" "t4" ON "t4"."region_id" = $1
                    AND ("t4"."id" = "t3"."requester_unit_id") HAVING true
                  )
                )
              )::text,
              -1
            ) || coalesce(CASE
            WHEN "t1"."kind" IN ('VENUE') THEN ', ' || substr(
              (
                json_build_object(
                  'address', coalesce(to_json("t1"."address"), E'\tnull'::json),
                  'capacity', coalesce(to_json("t1"."capacity"), E'\tnull'::json)
                )
              )::text,
              2
            )
            WHEN "t1"."kind" IN ('VEHICLE') THEN ', ' || substr(
              (
                json_build_object(
                  'seats', coalesce(to_json("t1"."seats"), E'\tnull'::json),
                  'driverIncluded', coalesce(to_json("t1"."driver_included"), E'\tnull'::json)
                )
              )::text,
              2
            )
            WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN ', ' || substr(
              (
                json_build_object(
                  'voltage', coalesce(to_json("t1"."voltage"), E'\tnull'::json),
                  'maxLoadKw', coalesce(to_json("t1"."max_load_kw"::text), E'\tnull'::json)
                )
              )::text,
              2
            )
            WHEN "t1"."kind" IN ('EQUIPMENT') THEN ', ' || substr(
              (
                json_build_object(
                  'quantity', coalesce(to_json("t1"."quantity"), E'\tnull'::json),
                  'measure', coalesce(to_json("t1"."measure"), E'\tnull'::json)
                )
              )::text,
              2
            )
            WHEN "t1"."kind" IN ('EXPERTISE') THEN ', ' || substr(
              (
                json_build_object(
                  'field', coalesce(to_json("t1"."field"), E'\tnull'::json),
                  'expertTitle', "t1"."expert_title"
                )
              )::text,
              2
            ) END,
            '}')
          )::json
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
      JOIN offer_publication publication ON publication.region_id = $1
      AND publication.offer_id = "t1"."id"
      AND publication.network_id = $3
      AND publication.withdrawn_at IS NULL
      WHERE "t1"."region_id" = $1
      ORDER BY "t1"."created_at" DESC, "t1"."id" DESC
      LIMIT 50
    ) "t1"
  ) "t1" LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."unit_id") HAVING true
)::text AS answer;

SELECT (
  SELECT json_build_object(
    'id', app.opaque_id('Network', "t1"."id"),
    'code', "t1"."code",
    'name', "t1"."name",
    'facts', (
      SELECT coalesce(
        json_agg(
          json_build_object(
            'name', coalesce(to_json(t2.value -> 'name'), E'\tnull'::json),
            'count', coalesce(to_json(t2.value -> 'count'), E'\tnull'::json)
          )
          ORDER BY t2.ordinality
        ),
        '[]'
      )
      FROM jsonb_array_elements(
        (
          (
            SELECT coalesce(json_agg(json_build_object('name', key, 'count', value) ORDER BY key), '[]')
            FROM jsonb_each("t1"."facts")
          )
        )::jsonb
      ) WITH ORDINALITY t2 (value, ordinality)
    ),
    'serviceDays', (
      SELECT coalesce(
        json_agg(json_build_object('day', "t3"."day", 'name', "t3"."name") ORDER BY "t3"."day" ASC), '[]'
      )
      FROM "network_service_day" "t3"
      WHERE "t3"."region_id" = $1
      AND ("t3"."network_id" = "t1"."id")
    ),
    'area', CASE WHEN "t4"."id" IS NOT NULL THEN json_build_object('name', "t4"."name") ELSE E'\tnull'::json END,
    'convener', CASE
    WHEN "t5"."id" IS NOT NULL THEN json_build_object(
      'id', app.opaque_id('Unit', "t5"."id"),
      'name', "t5"."name"
    ) END,
    'memberships', (
      SELECT json_build_object(
        'edges', coalesce(
          json_agg(
            json_build_object(
              'node', json_build_object(
                'role', "t6"."role",
                'unit', CASE
                WHEN "t7"."id" IS NOT NULL THEN json_build_object(
                  'id', app.opaque_id('Unit', "t7"."id"),
                  'code', "t7"."code",
                  'name', "t7"."name",
                  'kind', "t7"."kind"
                ) END
              )
            )
            ORDER BY "t6"."$place"
          ),
          '[]'
        )
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
      ) "t6" LEFT
      JOIN "unit" "t7" ON "t7"."region_id" = $1
      AND ("t7"."id" = "t6"."unit_id") HAVING true
    )
  )
  FROM "network" "t1" LEFT
  JOIN "area" "t4" ON "t4"."region_id" = $1
  AND ("t4"."id" = "t1"."area_id") LEFT
  JOIN "unit" "t5" ON "t5"."region_id" = $1
  AND ("t5"."id" = "t1"."convener_unit_id")
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
)::text AS answer;
