SELECT (
  SELECT json_build_object(
    'id', "t1"."id",
    'code', "t1"."code",
    'name', "t1"."name",
    'facts', (
      SELECT coalesce(json_agg(json_build_object('name', key, 'count', value) ORDER BY key), '[]')
      FROM jsonb_each("t1"."facts")
    ),
    'serviceDays', (
      SELECT coalesce(
        json_agg(json_build_object('day', "t2"."day", 'name', "t2"."name") ORDER BY "t2"."day" ASC), '[]'
      )
      FROM "network_service_day" "t2"
      WHERE "t2"."region_id" = $1
      AND ("t2"."network_id" = "t1"."id")
    ),
    'area', (
      SELECT json_build_object('name', "t3"."name")
      FROM "area" "t3"
      WHERE "t3"."region_id" = $1
      AND ("t3"."id" = "t1"."area_id")
    ),
    'convener', (
      SELECT json_build_object('id', "t4"."id", 'name', "t4"."name")
      FROM "unit" "t4"
      WHERE "t4"."region_id" = $1
      AND ("t4"."id" = "t1"."convener_unit_id")
    ),
    'memberships(first: 50)', (
      json_build_object(
        'edges', (
          SELECT coalesce(json_agg(page.entry), '[]')
          FROM (
            SELECT json_build_object(
              'node', json_build_object(
                'role', "t5"."role",
                'unit', (
                  SELECT json_build_object(
                    'id', "t6"."id",
                    'code', "t6"."code",
                    'name', "t6"."name",
                    'kind', "t6"."kind"
                  )
                  FROM "unit" "t6"
                  WHERE "t6"."region_id" = $1
                  AND ("t6"."id" = "t5"."unit_id")
                )
              )
            ) AS entry
            FROM "membership" "t5"
            WHERE "t5"."region_id" = $1
            AND ("t5"."network_id" = "t1"."id")
            ORDER BY "t5"."unit_code" ASC, "t5"."id" ASC
            LIMIT 51
          ) page
        ),
        'total', NULL
      )
    )
  )
  FROM "network" "t1"
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
) AS answer;

SELECT json_build_object(
  'edges', (
    SELECT coalesce(json_agg(page.entry), '[]')
    FROM (
      SELECT json_build_object(
        'node', json_build_object(
          '__typename', CASE "t1"."kind"
          WHEN 'VENUE' THEN 'Venue'
          WHEN 'VEHICLE' THEN 'Vehicle'
          WHEN 'POWER_SUPPLY' THEN 'PowerSupply'
          WHEN 'EQUIPMENT' THEN 'Equipment'
          WHEN 'EXPERTISE' THEN 'Expertise' END,
          'id', "t1"."id",
          'kind', "t1"."kind",
          'title', "t1"."title",
          'state', "t1"."state",
          'confirmation', "t1"."confirmation",
          'unit', (
            SELECT json_build_object('id', "t2"."id", 'name', "t2"."name")
            FROM "unit" "t2"
            WHERE "t2"."region_id" = $1
            AND ("t2"."id" = "t1"."unit_id")
          ),
          'address', CASE WHEN "t1"."kind" IN ('VENUE') THEN "t1"."address" END,
          'capacity', CASE WHEN "t1"."kind" IN ('VENUE') THEN "t1"."capacity" END,
          'bookings(first: 3, from: $from)', (
            json_build_object(
              'edges', (
                SELECT coalesce(json_agg(page.entry), '[]')
                FROM (
                  SELECT json_build_object(
                    'node', json_build_object(
                      'id', "t3"."id",
                      'state', "t3"."state",
                      'startsAt', "t3"."starts_at",
                      'endsAt', "t3"."ends_at",
                      'purpose', "t3"."purpose",
                      'requester', (
                        SELECT json_build_object('id', "t4"."id", 'name', "t4"."name")
                        FROM "unit" "t4"
                        WHERE "t4"."region_id" = $1
                        AND ("t4"."id" = "t3"."requester_unit_id")
                      )
                    )
                  ) AS entry
                  FROM "booking" "t3"
                  WHERE "t3"."region_id" = $1
                  AND ("t3"."offer_id" = "t1"."id")
                  AND ("t3"."ends_at" > $2)
                  ORDER BY "t3"."starts_at" ASC, "t3"."id" ASC
                  LIMIT 4
                ) page
              ),
              'total', NULL
            )
          ),
          'seats', CASE WHEN "t1"."kind" IN ('VEHICLE') THEN "t1"."seats" END,
          'driverIncluded', CASE WHEN "t1"."kind" IN ('VEHICLE') THEN "t1"."driver_included" END,
          'voltage', CASE WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN "t1"."voltage" END,
          'maxLoadKw', CASE WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN "t1"."max_load_kw"::text END,
          'quantity', CASE WHEN "t1"."kind" IN ('EQUIPMENT') THEN "t1"."quantity" END,
          'measure', CASE WHEN "t1"."kind" IN ('EQUIPMENT') THEN "t1"."measure" END,
          'field', CASE WHEN "t1"."kind" IN ('EXPERTISE') THEN "t1"."field" END,
          'expertTitle', CASE WHEN "t1"."kind" IN ('EXPERTISE') THEN "t1"."expert_title" END
        )
      ) AS entry
      FROM "offer" "t1"
      JOIN offer_publication publication ON publication.region_id = $1
      AND publication.offer_id = "t1"."id"
      AND publication.network_id = $3
      AND publication.withdrawn_at IS NULL
      WHERE "t1"."region_id" = $1
      ORDER BY "t1"."created_at" DESC, "t1"."id" DESC
      LIMIT 51
    ) page
  ),
  'total', NULL
) AS answer;
