SELECT json_build_object(
  'edges', (
    SELECT coalesce(json_agg(page.entry), '[]')
    FROM (
      SELECT json_build_object(
        'node', json_build_object(
          'personName', "t1"."person_name",
          'role', "t1"."role",
          'dutyPhone', "t1"."duty_phone",
          'unit', (
            SELECT json_build_object('name', "t2"."name", 'kind', "t2"."kind")
            FROM "unit" "t2"
            WHERE "t2"."region_id" = $1
            AND ("t2"."id" = "t1"."unit_id")
          )
        )
      ) AS entry
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
      LIMIT 51
    ) page
  ),
  'total', NULL
) AS answer;
