SELECT json_build_object(
  'edges', (
    SELECT coalesce(json_agg(page.entry), '[]')
    FROM (
      SELECT json_build_object(
        'node', json_build_object(
          'id', "t1"."id",
          'version', "t1"."version",
          'state', "t1"."state",
          'offerTitle', "t1"."offer_title",
          'startsAt', "t1"."starts_at",
          'endsAt', "t1"."ends_at",
          'purpose', "t1"."purpose",
          'heads', "t1"."heads",
          'requester', (
            SELECT json_build_object('name', "t2"."name")
            FROM "unit" "t2"
            WHERE "t2"."region_id" = $1
            AND ("t2"."id" = "t1"."requester_unit_id")
          ),
          'network', (
            SELECT json_build_object('name', "t3"."name")
            FROM "network" "t3"
            WHERE "t3"."region_id" = $1
            AND ("t3"."id" = "t1"."network_id")
          ),
          'expiresAt', "t1"."expires_at"
        )
      ) AS entry
      FROM "booking" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."owner_unit_id" = app.unit_id())
      AND ("t1"."state" = ANY ($2))
      ORDER BY "t1"."starts_at" ASC, "t1"."id" ASC
      LIMIT 21
    ) page
  ),
  'total', (
    SELECT count(*)
    FROM "booking" "t1"
    WHERE "t1"."region_id" = $1
    AND ("t1"."owner_unit_id" = app.unit_id())
    AND ("t1"."state" = ANY ($3))
  )
) AS answer;
