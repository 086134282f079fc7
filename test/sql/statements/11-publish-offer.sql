SELECT (
  SELECT coalesce(
    json_agg(
      json_build_object(
        'title', "t1"."title",
        'state', "t1"."state",
        'networks', (
          SELECT coalesce(
            json_agg(
              json_build_object('name', "t2"."name", 'id', "t2"."id", '$shown', 'Network')
              ORDER BY "t2"."code" ASC
            ),
            '[]'
          )
          FROM "network" "t2"
          WHERE "t2"."region_id" = $1
          AND ("t2"."id" = ANY ("t1"."network_ids"))
          AND ("t2"."id" = ANY (app.known_network_ids()))
        ),
        'id', "t1"."id",
        '$shown', 'Offer'
      )
      ORDER BY "t1"."$place"
    ),
    '[]'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"offer", $2::json) given
    LIMIT 1
  ) "t1"
) AS answer;
