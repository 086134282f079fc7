SELECT json_build_object(
  'edges', (
    SELECT coalesce(json_agg(page.entry), '[]')
    FROM (
      SELECT json_build_object(
        'node', json_build_object(
          'offerTitle', "t1"."offer_title",
          'state', "t1"."state",
          'reason', "t1"."reason",
          'startsAt', "t1"."starts_at",
          'endsAt', "t1"."ends_at",
          'owner', (
            SELECT json_build_object('name', "t2"."name")
            FROM "unit" "t2"
            WHERE "t2"."region_id" = $1
            AND ("t2"."id" = "t1"."owner_unit_id")
          ),
          'ownerContact', (
            SELECT json_build_object('name', "t3"."name", 'phone', "t3"."phone")
            FROM "booking_contact" "t3"
            WHERE "t3"."region_id" = $1
            AND ("t3"."booking_id" = "t1"."id" AND "t3"."unit_id" = "t1"."owner_unit_id")
          )
        )
      ) AS entry
      FROM "booking" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."requester_unit_id" = app.unit_id())
      ORDER BY "t1"."starts_at" ASC, "t1"."id" ASC
      LIMIT 21
    ) page
  ),
  'total', NULL
) AS answer;
