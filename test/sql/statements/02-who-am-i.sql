SELECT (
  SELECT json_build_object(
    'name', "t1"."name",
    'post', (
      SELECT json_build_object(
        'role', "t2"."role",
        'unit', (
          SELECT json_build_object('code', "t3"."code", 'name', "t3"."name")
          FROM "unit" "t3"
          WHERE "t3"."region_id" = $1
          AND ("t3"."id" = "t2"."unit_id")
        )
      )
      FROM "post" "t2"
      WHERE "t2"."region_id" = $1
      AND ("t2"."id" = app.post_id())
    ),
    'posts', (
      SELECT coalesce(
        json_agg(
          json_build_object(
            'id', "t4"."id",
            'role', "t4"."role",
            'unit', (
              SELECT json_build_object('name', "t5"."name")
              FROM "unit" "t5"
              WHERE "t5"."region_id" = $1
              AND ("t5"."id" = "t4"."unit_id")
            )
          )
          ORDER BY "t4"."since" ASC, "t4"."id" ASC
        ),
        '[]'
      )
      FROM "post" "t4"
      WHERE "t4"."region_id" = $1
      AND ("t4"."person_id" = "t1"."id" AND "t4"."revoked_at" IS NULL)
      AND ("t4"."since" <= $2 AND ("t4"."until" IS NULL OR "t4"."until" > $2))
    )
  )
  FROM "person" "t1"
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $3)
) AS answer;

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
