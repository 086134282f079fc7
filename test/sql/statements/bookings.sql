SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            (
              '{"id":"' || app.opaque_id('Booking', "t1"."id") || '","state":"' || "t1"."state" || '","startsAt":"' || app.instant("t1"."starts_at") || '","endsAt":"' || app.instant("t1"."ends_at")
            ) || ((
              '","purpose":' || to_json("t1"."purpose")::text || ',"heads":' || coalesce(("t1"."heads")::text, 'null')
            ) || (',"offer":' || CASE
            WHEN "t2"."id" IS NOT NULL THEN (
              (
                '{"id":"' || app.opaque_id('Offer', "t2"."id") || '","kind":"' || "t2"."kind"
              ) || ('","title":' || to_json("t2"."title")::text || ',"unit":' || CASE
              WHEN "t3"."id" IS NOT NULL THEN (
                '{"id":"' || app.opaque_id('Unit', "t3"."id") || '","name":' || to_json("t3"."name")::text || '}'
              )
              ELSE E'\tnull' END || '}')
            )
            ELSE 'null' END || ',"requester":' || CASE
            WHEN "t4"."id" IS NOT NULL THEN (
              '{"id":"' || app.opaque_id('Unit', "t4"."id") || '","code":' || to_json("t4"."code")::text || ',"name":' || to_json("t4"."name")::text || '}'
            )
            ELSE 'null' END || '}'))
          ) || '}'
        ),
        ','
        ORDER BY "t1"."$place"
      ) FILTER (WHERE "t1"."$place" <= 50),
      ''
    ) || '],"pageInfo":{"hasNextPage":' || (count(*) > 50)::text || ',"endCursor":' || coalesce('"' || app.cursor(
      'zkqAwvB7', (array_agg("t1"."$keys" ORDER BY "t1"."$place"))[least(count(*), 50)]
    ) || '"',
    'null') || '}}'
  )
  FROM (
    SELECT "t1".*, row_number() OVER () AS "$place"
    FROM (
      SELECT "t1".*, json_build_array(("t1"."starts_at")::text, ("t1"."id")::text)::text AS "$keys"
      FROM "booking" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."network_id" = $2)
      AND ("t1"."ends_at" > $3)
      ORDER BY "t1"."starts_at" ASC, "t1"."id" ASC
      LIMIT 51
    ) "t1"
  ) "t1"
  LEFT
  JOIN "offer" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."offer_id")
  LEFT
  JOIN "unit" "t3" ON "t3"."region_id" = $1
  AND ("t3"."id" = "t2"."unit_id")
  LEFT
  JOIN "unit" "t4" ON "t4"."region_id" = $1
  AND ("t4"."id" = "t1"."requester_unit_id") HAVING true
) AS answer;
