SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          '{"state":' || coalesce(to_json("t1"."state")::text, 'null') || ',"requesterContact":' || coalesce(
            (
              SELECT ('{"phone":' || coalesce(to_json("t2"."phone")::text, 'null') || '}')
              FROM "booking_contact" "t2"
              WHERE "t2"."region_id" = $1
              AND ("t2"."booking_id" = "t1"."id" AND "t2"."unit_id" = "t1"."requester_unit_id")
            ),
            'null'
          ) || ',"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"$shown":"Booking"}'
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"booking", $2::json) given
    LIMIT 1
  ) "t1"
) AS answer;
