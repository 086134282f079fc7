SELECT (
  SELECT json_build_object(
    'name', "t1"."name",
    'post', (
      SELECT json_build_object(
        'role', "t2"."role",
        'unit', (
          SELECT json_build_object('name', "t3"."name", 'id', "t3"."id", '$shown', 'Unit')
          FROM "unit" "t3"
          WHERE "t3"."region_id" = $1
          AND ("t3"."id" = "t2"."unit_id")
        ),
        'id', "t2"."id",
        '$shown', 'Post'
      )
      FROM "post" "t2"
      WHERE "t2"."region_id" = $1
      AND ("t2"."id" = app.post_id())
    )
  )
  FROM "person" "t1"
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
) AS answer;
