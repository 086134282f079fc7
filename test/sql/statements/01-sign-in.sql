SELECT (
  SELECT (
    '{"name":' || coalesce(to_json("t1"."name")::text, 'null') || ',"post":' || coalesce(
      (
        SELECT (
          '{"role":' || coalesce(to_json("t2"."role")::text, 'null') || ',"unit":' || CASE
          WHEN "t3"."id" IS NOT NULL THEN (
            '{"name":' || coalesce(to_json("t3"."name")::text, 'null') || ',"id":' || coalesce(to_json("t3"."id")::text, 'null') || ',"$shown":"Unit"}'
          )
          ELSE 'null' END || ',"id":' || coalesce(to_json("t2"."id")::text, 'null') || ',"$shown":"Post"}'
        )
        FROM "post" "t2"
        LEFT
        JOIN "unit" "t3" ON "t3"."region_id" = $1
        AND ("t3"."id" = "t2"."unit_id")
        WHERE "t2"."region_id" = $1
        AND ("t2"."id" = app.post_id())
      ),
      E'\tnull'
    ) || '}'
  )
  FROM "person" "t1"
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
) AS answer;
