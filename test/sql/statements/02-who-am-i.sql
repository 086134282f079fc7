SELECT (
  SELECT (
    '{"name":' || to_json("t1"."name")::text || ',"post":' || coalesce(
      (
        SELECT (
          '{"role":"' || "t2"."role" || '","unit":' || CASE
          WHEN "t3"."id" IS NOT NULL THEN (
            '{"code":' || to_json("t3"."code")::text || ',"name":' || to_json("t3"."name")::text || '}'
          )
          ELSE 'null' END || '}'
        )
        FROM "post" "t2"
        LEFT
        JOIN "unit" "t3" ON "t3"."region_id" = $1
        AND ("t3"."id" = "t2"."unit_id")
        WHERE "t2"."region_id" = $1
        AND ("t2"."id" = app.post_id())
      ),
      E'\tnull'
    ) || ',"posts":' || (SELECT (
      '[' || coalesce(
        string_agg(
          (
            '{"id":"' || app.opaque_id('Post', "t4"."id") || '","role":"' || "t4"."role" || '","unit":' || CASE
            WHEN "t5"."id" IS NOT NULL THEN ('{"name":' || to_json("t5"."name")::text || '}')
            ELSE 'null' END || '}'
          ),
          ','
          ORDER BY "t4"."since" ASC, "t4"."id" ASC
        ),
        ''
      ) || ']'
    )
    FROM "post" "t4"
    LEFT
    JOIN "unit" "t5" ON "t5"."region_id" = $1
    AND ("t5"."id" = "t4"."unit_id")
    WHERE "t4"."region_id" = $1
    AND ("t4"."person_id" = "t1"."id" AND "t4"."revoked_at" IS NULL)
    AND ("t4"."since" <= $2 AND ("t4"."until" IS NULL OR "t4"."until" > $2))) || '}'
  )
  FROM "person" "t1"
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $3)
) AS answer;

SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            (
              '{"id":"' || app.opaque_id('Network', "t1"."id") || '","code":' || to_json("t1"."code")::text || ',"name":' || to_json("t1"."name")::text
            ) || (',"convener":' || CASE
            WHEN "t2"."id" IS NOT NULL THEN ('{"name":' || to_json("t2"."name")::text || '}')
            ELSE 'null' END || ',"serviceDays":' || (
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
            ) || ',"facts":' || (SELECT (
              '[' || coalesce(
                string_agg(
                  (
                    '{"name":' || coalesce(
                      (t4.value -> 'name')::text, E'\tnull'
                    ) || ',"count":' || coalesce((t4.value -> 'count')::text, E'\tnull') || '}'
                  ),
                  ','
                  ORDER BY t4.ordinality
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
            ) WITH ORDINALITY t4 (value, ordinality)) || '}')
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
      FROM "network" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."id" = ANY (app.known_network_ids() || app.invited_network_ids()))
      ORDER BY "t1"."code" ASC, "t1"."id" ASC
      LIMIT 20
    ) "t1"
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."convener_unit_id") HAVING true
) AS answer;
