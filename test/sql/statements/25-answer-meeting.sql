SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          '{"reply":' || coalesce(to_json("t1"."reply")::text, 'null') || ',"comers":' || coalesce(
            to_json("t1"."comers")::text, 'null'
          ) || ',"proxyUnit":' || CASE
          WHEN "t2"."id" IS NOT NULL THEN (
            '{"name":' || coalesce(to_json("t2"."name")::text, 'null') || ',"id":' || coalesce(to_json("t2"."id")::text, 'null') || ',"$shown":"Unit"}'
          )
          ELSE 'null' END || '}'
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"meeting_answer", $1::json) given
    LIMIT 1
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $2
  AND ("t2"."id" = "t1"."proxy_unit_id")
) AS answer;
