SELECT (
  SELECT (
    '{"totalCount":' || (
      SELECT count(*)::text FROM "meeting" "t1" WHERE "t1"."region_id" = $1 AND ("t1"."state" = ANY ($2))
    ) || ',"edges":[' || coalesce(string_agg(
      (
        '{"node":' || (
          '{"title":' || to_json("t1"."title")::text || ',"startsAt":"' || app.instant("t1"."starts_at") || '","call":' || CASE
          WHEN "t2"."id" IS NOT NULL THEN (
            (
              '{"location":' || coalesce(
                to_json("t2"."location")::text, 'null'
              ) || ',"acceptedCount":' || ("t2"."accepted_count")::text || ',"declinedCount":'
            ) || (("t2"."declined_count")::text || ',"tentativeCount":' || ("t2"."tentative_count")::text || ',"agenda":' || (
              SELECT (
                '[' || coalesce(
                  string_agg(
                    (
                      '{"place":' || coalesce(("t3"."place")::text, 'null') || ',"title":' || to_json("t3"."title")::text || ',"minutes":' || coalesce(("t3"."minutes")::text, 'null') || '}'
                    ),
                    ','
                    ORDER BY coalesce("t3"."place", 1000000) ASC, "t3"."proposed_at" ASC, "t3"."id" ASC
                  ),
                  ''
                ) || ']'
              )
              FROM "agenda_item" "t3"
              WHERE "t3"."region_id" = $1
              AND ("t3"."meeting_id" = "t2"."id")
            ) || '}')
          )
          ELSE 'null' END || '}'
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
      FROM "meeting" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."state" = ANY ($3))
      ORDER BY "t1"."starts_at" ASC, "t1"."id" ASC
      LIMIT 20
    ) "t1"
  ) "t1"
  LEFT
  JOIN "meeting_call" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."id") HAVING true
) AS answer;
