SELECT json_build_object(
  'edges', (
    SELECT coalesce(json_agg(page.entry), '[]')
    FROM (
      SELECT json_build_object(
        'node', json_build_object(
          'id', "t1"."id",
          'code', "t1"."code",
          'name', "t1"."name",
          'convener', (
            SELECT json_build_object('name', "t2"."name")
            FROM "unit" "t2"
            WHERE "t2"."region_id" = $1
            AND ("t2"."id" = "t1"."convener_unit_id")
          ),
          'serviceDays', (
            SELECT coalesce(
              json_agg(json_build_object('day', "t3"."day", 'name', "t3"."name") ORDER BY "t3"."day" ASC),
              '[]'
            )
            FROM "network_service_day" "t3"
            WHERE "t3"."region_id" = $1
            AND ("t3"."network_id" = "t1"."id")
          ),
          'facts', (
            SELECT coalesce(json_agg(json_build_object('name', key, 'count', value) ORDER BY key), '[]')
            FROM jsonb_each("t1"."facts")
          )
        )
      ) AS entry
      FROM "network" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."id" = ANY (app.known_network_ids() || app.invited_network_ids()))
      ORDER BY "t1"."code" ASC, "t1"."id" ASC
      LIMIT 21
    ) page
  ),
  'total', NULL
) AS answer;

SELECT (
  SELECT coalesce(
    json_agg(
      json_build_object(
        'role', "t1"."role",
        'unit', (
          SELECT json_build_object('code', "t2"."code", 'name', "t2"."name")
          FROM "unit" "t2"
          WHERE "t2"."region_id" = $1
          AND ("t2"."id" = "t1"."unit_id")
        )
      )
    ),
    '[]'
  )
  FROM json_populate_recordset(NULL::"post", $2::json) "t1"
) AS answer;

SELECT (
  SELECT coalesce(
    json_agg(
      json_build_object(
        'id', "t1"."id",
        'role', "t1"."role",
        'unit', (
          SELECT json_build_object('name', "t2"."name")
          FROM "unit" "t2"
          WHERE "t2"."region_id" = $1
          AND ("t2"."id" = "t1"."unit_id")
        )
      )
    ),
    '[]'
  )
  FROM json_populate_recordset(NULL::"post", $2::json) "t1"
) AS answer;
