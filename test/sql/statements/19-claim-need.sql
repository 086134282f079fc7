SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          (
            '{"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"version":' || coalesce(
              to_json("t1"."version")::text, 'null'
            )
          ) || (',"state":' || coalesce(to_json("t1"."state")::text, 'null') || ',"need":' || CASE
          WHEN "t2"."id" IS NOT NULL THEN (
            (
              '{"title":' || coalesce(to_json("t2"."title")::text, 'null') || ',"state":' || coalesce(to_json("t2"."state")::text, 'null')
            ) || (',"contact":' || CASE
            WHEN "t3"."id" IS NOT NULL THEN (
              '{"name":' || coalesce(to_json("t3"."name")::text, 'null') || ',"phone":' || coalesce(to_json("t3"."phone")::text, 'null') || '}'
            )
            ELSE 'null' END || ',"id":' || coalesce(to_json("t2"."id")::text, 'null') || ',"$shown":"Need"}')
          )
          ELSE 'null' END || ',"$shown":"Claim"}')
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"claim", $1::json) given
    LIMIT 1
  ) "t1"
  LEFT
  JOIN "need" "t2" ON "t2"."region_id" = $2
  AND ("t2"."id" = "t1"."need_id")
  LEFT
  JOIN "need_contact" "t3" ON "t3"."region_id" = $2
  AND ("t3"."id" = "t2"."id")
) AS answer;
