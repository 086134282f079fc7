SELECT (
  SELECT coalesce(json_agg(tally.entry), '[]')::text
  FROM (
    SELECT json_build_object('kind', "entry"."kind", 'unitId', "entry"."unit_id", 'count', count(*)) AS entry
    FROM "offer" "entry"
    JOIN offer_publication publication ON publication.region_id = $1
    AND publication.offer_id = "entry"."id"
    AND publication.network_id = $2
    AND publication.published_at < $3
    AND (publication.withdrawn_at IS NULL OR publication.withdrawn_at >= $4)
    WHERE "entry"."region_id" = $1 GROUP BY "entry"."kind", "entry"."unit_id"
  ) tally
) AS answer;

SELECT (
  SELECT coalesce(json_agg(tally.entry), '[]')::text
  FROM (
    SELECT json_build_object(
      'state', "entry"."state",
      'unitId', "entry"."unit_id",
      'count', count(*)
    ) AS entry
    FROM "need" "entry"
    WHERE "entry"."region_id" = $1
    AND ("entry"."network_id" = $2)
    AND (
      "entry"."taken_at" < $3 AND ("entry"."ended_at" IS NULL OR "entry"."ended_at" >= $4)
    ) GROUP BY "entry"."state",
    "entry"."unit_id"
  ) tally
) AS answer;

SELECT (
  SELECT coalesce(json_agg(tally.entry), '[]')::text
  FROM (
    SELECT json_build_object(
      'state', "entry"."state",
      'leadUnitId', "entry"."lead_unit_id",
      'count', count(*)
    ) AS entry
    FROM "project" "entry"
    WHERE "entry"."region_id" = $1
    AND ("entry"."network_id" = $2)
    AND (
      "entry"."taken_at" < $3 AND ("entry"."ended_at" IS NULL OR "entry"."ended_at" >= $4)
    ) GROUP BY "entry"."state",
    "entry"."lead_unit_id"
  ) tally
) AS answer;

SELECT (
  SELECT (
    '{"totalCount":' || (
      SELECT count(*)::text
      FROM "need" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."network_id" = $2)
      AND ("t1"."taken_at" < $3 AND ("t1"."ended_at" IS NULL OR "t1"."ended_at" >= $4))
    ) || ',"edges":[' || coalesce(string_agg(
      (
        '{"node":' || (
          (
            '{"title":' || coalesce(to_json("t1"."title")::text, 'null') || ',"state":' || coalesce(to_json("t1"."state")::text, 'null')
          ) || (',"category":' || CASE
          WHEN "t2"."id" IS NOT NULL THEN ('{"name":' || coalesce(to_json("t2"."name")::text, 'null') || '}')
          ELSE E'\tnull' END || ',"unit":' || CASE
          WHEN "t3"."id" IS NOT NULL THEN ('{"name":' || coalesce(to_json("t3"."name")::text, 'null') || '}')
          ELSE E'\tnull' END || '}')
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
      FROM "need" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."network_id" = $5)
      AND ("t1"."taken_at" < $6 AND ("t1"."ended_at" IS NULL OR "t1"."ended_at" >= $7))
      ORDER BY "t1"."posted_at" DESC, "t1"."id" DESC
      LIMIT 20
    ) "t1"
  ) "t1"
  LEFT
  JOIN "need_category" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."category_id")
  LEFT
  JOIN "unit" "t3" ON "t3"."region_id" = $1
  AND ("t3"."id" = "t1"."unit_id") HAVING true
) AS answer;

SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            '{"title":' || coalesce(to_json("t1"."title")::text, 'null') || ',"state":' || coalesce(to_json("t1"."state")::text, 'null') || ',"lead":' || CASE
            WHEN "t2"."id" IS NOT NULL THEN (
              '{"name":' || coalesce(to_json("t2"."name")::text, 'null') || '}'
            )
            ELSE E'\tnull' END || '}'
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
      FROM "project" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."network_id" = $2)
      AND ("t1"."taken_at" < $3 AND ("t1"."ended_at" IS NULL OR "t1"."ended_at" >= $4))
      ORDER BY "t1"."posted_at" DESC, "t1"."id" DESC
      LIMIT 20
    ) "t1"
  ) "t1"
  LEFT
  JOIN "unit" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."lead_unit_id") HAVING true
) AS answer;

SELECT (
  '{"totalCount":' || (
    SELECT count(*)::text
    FROM "need" "t1"
    WHERE "t1"."region_id" = $1
    AND ("t1"."network_id" = $2)
    AND ("t1"."state" = ANY ($3))
  ) || '}'
) AS answer;
