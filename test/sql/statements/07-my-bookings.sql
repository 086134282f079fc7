SELECT (
  SELECT json_build_object(
    'edges', coalesce(
      json_agg(
        json_build_object(
          'node', json_build_object(
            'offerTitle', "t1"."offer_title",
            'state', "t1"."state",
            'reason', "t1"."reason",
            'startsAt', app.instant("t1"."starts_at"),
            'endsAt', app.instant("t1"."ends_at"),
            'owner', CASE WHEN "t2"."id" IS NOT NULL THEN json_build_object('name', "t2"."name") END,
            'ownerContact', (
              SELECT json_build_object('name', "t3"."name", 'phone', "t3"."phone")
              FROM "booking_contact" "t3"
              WHERE "t3"."region_id" = $1
              AND ("t3"."booking_id" = "t1"."id" AND "t3"."unit_id" = "t1"."owner_unit_id")
            )
          )
        )
        ORDER BY "t1"."$place"
      ),
      '[]'
    )
  )
  FROM (
    SELECT "t1".*, row_number() OVER () AS "$place"
    FROM (
      SELECT "t1".*
      FROM "booking" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."requester_unit_id" = app.unit_id())
      ORDER BY "t1"."starts_at" ASC, "t1"."id" ASC
      LIMIT 20
    ) "t1"
  ) "t1" LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."owner_unit_id") HAVING true
)::text AS answer;
