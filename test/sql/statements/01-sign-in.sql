SELECT (
  SELECT json_build_object(
    'name', "t1"."name",
    'post', coalesce(
      to_json(
        (
          SELECT json_build_object(
            'role', "t2"."role",
            'unit', CASE
            WHEN "t3"."id" IS NOT NULL THEN json_build_object(
              'name', "t3"."name",
              'id', "t3"."id",
              '$shown', 'Unit'
            ) END,
            'id', "t2"."id",
            '$shown', 'Post'
          )
          FROM "post" "t2" LEFT
          JOIN "unit" "t3" ON "t3"."region_id" = $1
          AND ("t3"."id" = "t2"."unit_id")
          WHERE "t2"."region_id" = $1
          AND ("t2"."id" = app.post_id())
        )
      ),
      E'\tnull'::json
    )
  )
  FROM "person" "t1"
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
) AS answer;
