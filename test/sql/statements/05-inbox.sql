SELECT (
  SELECT (
    '{"totalCount":' || (
      SELECT count(*)::text
      FROM "booking" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."owner_unit_id" = app.unit_id())
      AND ("t1"."state" = ANY ($2))
    ) || ',"edges":[' || coalesce(string_agg(
      (
        '{"node":' || (
          (
            (
              '{"id":"' || app.opaque_id('Booking', "t1"."id") || '","version":' || ("t1"."version")::text || ',"state":"'
            ) || ("t1"."state" || '","offerTitle":' || to_json("t1"."offer_title")::text || ',"startsAt":"' || app.instant("t1"."starts_at") || '","endsAt":"')
          ) || ((
            app.instant("t1"."ends_at") || '","purpose":' || to_json("t1"."purpose")::text || ',"heads":' || coalesce(("t1"."heads")::text, 'null') || ',"requester":'
          ) || (CASE
          WHEN "t2"."id" IS NOT NULL THEN ('{"name":' || to_json("t2"."name")::text || '}')
          ELSE 'null' END || ',"network":' || CASE
          WHEN "t3"."id" IS NOT NULL THEN ('{"name":' || to_json("t3"."name")::text || '}')
          ELSE 'null' END || ',"expiresAt":"' || app.instant("t1"."expires_at") || '"}'))
        ) || '}'
      ),
      ','
      ORDER BY "t1"."$place"
    ),
    '') || ']}'
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
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."requester_unit_id")
  LEFT
  JOIN "network" "t3" ON "t3"."region_id" = $1
  AND ("t3"."id" = "t1"."network_id") HAVING true
) AS answer;
