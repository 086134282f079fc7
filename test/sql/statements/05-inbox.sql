SELECT (
  SELECT json_build_object(
    'totalCount', (
      SELECT count(*)
      FROM "booking" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."owner_unit_id" = app.unit_id())
      AND ("t1"."state" = ANY ($2))
    ),
    'edges', coalesce(
      json_agg(
        json_build_object(
          'node', json_build_object(
            'id', app.opaque_id('Booking', "t1"."id"),
            'version', "t1"."version",
            'state', "t1"."state",
            'offerTitle', "t1"."offer_title",
            'startsAt', app.instant("t1"."starts_at"),
            'endsAt', app.instant("t1"."ends_at"),
            'purpose', "t1"."purpose",
            'heads', "t1"."heads",
            'requester', CASE WHEN "t2"."id" IS NOT NULL THEN json_build_object('name', "t2"."name") END,
            'network', CASE WHEN "t3"."id" IS NOT NULL THEN json_build_object('name', "t3"."name") END,
            'expiresAt', app.instant("t1"."expires_at")
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
      AND ("t1"."owner_unit_id" = app.unit_id())
      AND ("t1"."state" = ANY ($3))
      ORDER BY "t1"."starts_at" ASC, "t1"."id" ASC
      LIMIT 20
    ) "t1"
  ) "t1" LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."requester_unit_id") LEFT
  JOIN "network" "t3" ON "t3"."region_id" = $1
  AND ("t3"."id" = "t1"."network_id") HAVING true
)::text AS answer;
