SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            (
              '{"offerTitle":' || to_json("t1"."offer_title")::text || ',"state":"' || "t1"."state" || '","reason":' || coalesce(
                ('"' || "t1"."reason" || '"'), 'null'
              ) || ',"startsAt":"'
            ) || (app.instant("t1"."starts_at") || '","endsAt":"' || app.instant("t1"."ends_at") || '","owner":' || CASE
            WHEN "t2"."id" IS NOT NULL THEN ('{"name":' || to_json("t2"."name")::text || '}')
            ELSE 'null' END || ',"ownerContact":' || coalesce(
              (
                SELECT (
                  '{"name":' || coalesce(to_json("t3"."name")::text, 'null') || ',"phone":' || coalesce(to_json("t3"."phone")::text, 'null') || '}'
                )
                FROM "booking_contact" "t3"
                WHERE "t3"."region_id" = $1
                AND ("t3"."booking_id" = "t1"."id" AND "t3"."unit_id" = "t1"."owner_unit_id")
              ),
              'null'
            ) || '}')
          ) || '}'
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']}'
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
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."owner_unit_id") HAVING true
) AS answer;
