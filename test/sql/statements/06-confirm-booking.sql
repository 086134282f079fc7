SELECT (
  SELECT coalesce(
    json_agg(
      json_build_object(
        'state', "t1"."state",
        'requesterContact', (
          SELECT json_build_object('phone', "t2"."phone")
          FROM "booking_contact" "t2"
          WHERE "t2"."region_id" = $1
          AND ("t2"."booking_id" = "t1"."id" AND "t2"."unit_id" = "t1"."requester_unit_id")
        ),
        'id', "t1"."id",
        '$shown', 'Booking'
      )
      ORDER BY "t1"."$place"
    ),
    '[]'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"booking", $2::json) given
    LIMIT 1
  ) "t1"
) AS answer;
