SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          (
            '{"purpose":' || coalesce(
              to_json("t1"."purpose")::text, 'null'
            ) || ',"startsAt":' || coalesce(to_json("t1"."starts_at")::text, 'null') || ',"endsAt":'
          ) || (coalesce(to_json("t1"."ends_at")::text, 'null') || ',"requester":' || CASE
          WHEN "t2"."id" IS NOT NULL THEN (
            '{"name":' || coalesce(to_json("t2"."name")::text, 'null') || ',"id":' || coalesce(to_json("t2"."id")::text, 'null') || ',"$shown":"Unit"}'
          )
          ELSE 'null' END || ',"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"$shown":"Booking"}')
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"booking", $1::json) given
    LIMIT 1
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $2
  AND ("t2"."id" = "t1"."requester_unit_id")
) AS answer;
