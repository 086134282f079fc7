SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            (
              '{"personName":' || to_json("t1"."person_name")::text || ',"role":"' || "t1"."role"
            ) || ('","dutyPhone":' || coalesce(to_json("t1"."duty_phone")::text, 'null') || ',"unit":' || CASE
            WHEN "t2"."id" IS NOT NULL THEN (
              '{"name":' || to_json("t2"."name")::text || ',"kind":"' || "t2"."kind" || '"}'
            )
            ELSE 'null' END || '}')
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
      FROM "post" "t1"
      WHERE "t1"."region_id" = $1
      AND (
        "t1"."network_ids" && app.convened_network_ids()
        OR (
          ("t1"."until" IS NULL OR "t1"."until" > $2)
          AND ("t1"."since" <= $2 OR "t1"."unit_id" = app.unit_id())
        )
      )
      AND ("t1"."role" = ANY ($3))
      ORDER BY "t1"."person_name" COLLATE "zh-x-icu" ASC, "t1"."id" ASC
      LIMIT 50
    ) "t1"
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."unit_id") HAVING true
) AS answer;
