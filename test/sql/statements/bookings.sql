SELECT (
  SELECT json_build_object(
    'edges', coalesce(
      json_agg(
        json_build_object(
          'node', json_build_object(
            'id', app.opaque_id('Booking', "t1"."id"),
            'state', "t1"."state",
            'startsAt', app.instant("t1"."starts_at"),
            'endsAt', app.instant("t1"."ends_at"),
            'purpose', "t1"."purpose",
            'heads', "t1"."heads",
            'offer', CASE
            WHEN "t2"."id" IS NOT NULL THEN json_build_object(
              'id', app.opaque_id('Offer', "t2"."id"),
              'kind', "t2"."kind",
              'title', "t2"."title",
              'unit', CASE
              WHEN "t3"."id" IS NOT NULL THEN json_build_object(
                'id', app.opaque_id('Unit', "t3"."id"),
                'name', "t3"."name"
              )
              ELSE E'\tnull'::json END
            ) END,
            'requester', CASE
            WHEN "t4"."id" IS NOT NULL THEN json_build_object(
              'id', app.opaque_id('Unit', "t4"."id"),
              'code', "t4"."code",
              'name', "t4"."name"
            ) END
          )
        )
        ORDER BY "t1"."$place"
      ) FILTER (WHERE "t1"."$place" <= 50),
      '[]'
    ),
    'pageInfo', json_build_object(
      'hasNextPage', count(*) > 50,
      'endCursor', app.cursor('zkqAwvB7', (array_agg("t1"."$keys" ORDER BY "t1"."$place"))[least(count(*), 50)])
    )
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
  ) "t1" LEFT
  JOIN "offer" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."offer_id") LEFT
  JOIN "unit" "t3" ON "t3"."region_id" = $1
  AND ("t3"."id" = "t2"."unit_id") LEFT
  JOIN "unit" "t4" ON "t4"."region_id" = $1
  AND ("t4"."id" = "t1"."requester_unit_id") HAVING true
)::text AS answer;
