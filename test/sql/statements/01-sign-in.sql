SELECT (
  SELECT coalesce(
    json_agg(
      json_build_object(
        'role', "t1"."role",
        'unit', (
          SELECT json_build_object('name', "t2"."name", 'id', "t2"."id", '$shown', 'Unit')
          FROM "unit" "t2"
          WHERE "t2"."region_id" = $1
          AND ("t2"."id" = "t1"."unit_id")
        ),
        'id', "t1"."id",
        '$shown', 'Post'
      )
    ),
    '[]'
  )
  FROM json_populate_recordset(NULL::"post", $2::json) "t1"
) AS answer;
