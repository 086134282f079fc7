SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          (
            '{"title":' || coalesce(to_json("t1"."title")::text, 'null') || ',"state":' || coalesce(to_json("t1"."state")::text, 'null')
          ) || (',"networks":' || (
            SELECT (
              '[' || coalesce(
                string_agg(
                  (
                    '{"name":' || coalesce(to_json("t2"."name")::text, 'null') || ',"id":' || coalesce(to_json("t2"."id")::text, 'null') || ',"$shown":"Network"}'
                  ),
                  ','
                  ORDER BY "t2"."code" ASC
                ),
                ''
              ) || ']'
            )
            FROM "network" "t2"
            WHERE "t2"."region_id" = $1
            AND ("t2"."id" = ANY ("t1"."network_ids"))
            AND ("t2"."id" = ANY (app.known_network_ids()))
          ) || ',"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"$shown":"Offer"}')
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"offer", $2::json) given
    LIMIT 1
  ) "t1"
) AS answer;
