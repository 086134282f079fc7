SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          (
            '{"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"version":' || coalesce(
              to_json("t1"."version")::text, 'null'
            ) || ',"state":'
          ) || (coalesce(to_json("t1"."state")::text, 'null') || ',"heads":' || coalesce(to_json("t1"."heads")::text, 'null') || ',"dish":' || CASE
          WHEN "t2"."id" IS NOT NULL THEN (
            '{"places":' || coalesce(
              (
                SELECT (
                  '{"freeHeads":' || coalesce(
                    to_json(("t3"."quota" - "t3"."confirmed_heads"))::text, 'null'
                  ) || ',"waitingHeads":' || coalesce(to_json("t3"."waiting_heads")::text, 'null') || '}'
                )
                FROM "dish_places" "t3"
                WHERE "t3"."region_id" = $1
                AND ("t3"."dish_id" = "t2"."id")
              ),
              'null'
            ) || ',"id":' || coalesce(to_json("t2"."id")::text, 'null') || ',"$shown":"Dish"}'
          )
          ELSE 'null' END || ',"$shown":"SignUp"}')
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"sign_up", $2::json) given
    LIMIT 1
  ) "t1"
  LEFT
  JOIN "dish" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."dish_id")
) AS answer;
