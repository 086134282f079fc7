SELECT json_build_object(
  'edges', (
    SELECT coalesce(json_agg(page.entry), '[]')
    FROM (
      SELECT json_build_object(
        'node', json_build_object(
          'id', "t1"."id",
          'state', "t1"."state",
          'startsAt', "t1"."starts_at",
          'endsAt', "t1"."ends_at",
          'purpose', "t1"."purpose",
          'heads', "t1"."heads",
          'offer', (
            SELECT json_build_object(
              '__typename', CASE "t2"."kind"
              WHEN 'VENUE' THEN 'Venue'
              WHEN 'VEHICLE' THEN 'Vehicle'
              WHEN 'POWER_SUPPLY' THEN 'PowerSupply'
              WHEN 'EQUIPMENT' THEN 'Equipment'
              WHEN 'EXPERTISE' THEN 'Expertise' END,
              'id', "t2"."id",
              'kind', "t2"."kind",
              'title', "t2"."title",
              'unit', (
                SELECT json_build_object('id', "t3"."id", 'name', "t3"."name")
                FROM "unit" "t3"
                WHERE "t3"."region_id" = $1
                AND ("t3"."id" = "t2"."unit_id")
              )
            )
            FROM "offer" "t2"
            WHERE "t2"."region_id" = $1
            AND ("t2"."id" = "t1"."offer_id")
          ),
          'requester', (
            SELECT json_build_object('id', "t4"."id", 'code', "t4"."code", 'name', "t4"."name")
            FROM "unit" "t4"
            WHERE "t4"."region_id" = $1
            AND ("t4"."id" = "t1"."requester_unit_id")
          )
        ),
        'keys', json_build_array(("t1"."starts_at")::text, ("t1"."id")::text)
      ) AS entry
      FROM "booking" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."network_id" = $2)
      AND ("t1"."ends_at" > $3)
      ORDER BY "t1"."starts_at" ASC, "t1"."id" ASC
      LIMIT 51
    ) page
  ),
  'total', NULL
) AS answer;
