SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          (
            '{"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"version":' || coalesce(
              to_json("t1"."version")::text, 'null'
            ) || ',"state":'
          ) || (coalesce(to_json("t1"."state")::text, 'null') || ',"lead":' || CASE
          WHEN "t2"."id" IS NOT NULL THEN (
            '{"name":' || coalesce(to_json("t2"."name")::text, 'null') || ',"id":' || coalesce(to_json("t2"."id")::text, 'null') || ',"$shown":"Unit"}'
          )
          ELSE E'\tnull' END || ',"needs":' || (
            SELECT (
              '[' || coalesce(
                string_agg(
                  (
                    '{"title":' || coalesce(to_json("t3"."title")::text, 'null') || ',"state":' || coalesce(to_json("t3"."state")::text, 'null') || ',"id":' || coalesce(to_json("t3"."id")::text, 'null') || ',"$shown":"Need"}'
                  ),
                  ','
                  ORDER BY "t3"."posted_at" ASC, "t3"."id" ASC
                ),
                ''
              ) || ']'
            )
            FROM "need" "t3"
            WHERE "t3"."region_id" = $1
            AND ("t3"."project_id" = "t1"."id")
          ) || ',"$shown":"Project"}')
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"project", $2::json) given
    LIMIT 1
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."lead_unit_id")
) AS answer;
