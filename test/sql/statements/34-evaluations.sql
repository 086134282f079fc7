SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            (
              '{"name":' || to_json("t1"."name")::text || ',"state":"' || "t1"."state" || '","periodFrom":'
            ) || (to_json("t1"."period_from")::text || ',"periodTo":' || to_json("t1"."period_to")::text || ',"currentResult":' || coalesce(
              (
                SELECT (
                  '{"number":' || coalesce(("t2"."number")::text, 'null') || ',"noticeUntil":' || coalesce(
                    ('"' || app.instant("t2"."notice_until") || '"'), 'null'
                  ) || ',"standings":' || (SELECT (
                    '{"edges":[' || coalesce(
                      string_agg(
                        (
                          '{"node":' || (
                            '{"rank":' || coalesce(("t3"."rank")::text, 'null') || ',"award":' || CASE
                            WHEN "t4"."id" IS NOT NULL THEN ('{"name":' || to_json("t4"."name")::text || '}')
                            ELSE 'null' END || ',"nomination":' || CASE
                            WHEN "t5"."id" IS NOT NULL THEN (
                              '{"title":' || to_json("t5"."title")::text || '}'
                            )
                            ELSE 'null' END || '}'
                          ) || '}'
                        ),
                        ','
                        ORDER BY "t3"."$place"
                      ),
                      ''
                    ) || ']}'
                  )
                  FROM (
                    SELECT "t3".*, row_number() OVER () AS "$place"
                    FROM (
                      SELECT "t3".*
                      FROM "evaluation_standing" "t3"
                      WHERE "t3"."region_id" = $1
                      AND ("t3"."result_id" = "t2"."id")
                      ORDER BY "t3"."place" ASC, "t3"."id" ASC
                      LIMIT 10
                    ) "t3"
                  ) "t3"
                  LEFT
                  JOIN "evaluation_award" "t4" ON "t4"."region_id" = $1
                  AND ("t4"."id" = "t3"."award_id")
                  LEFT
                  JOIN "nomination" "t5" ON "t5"."region_id" = $1
                  AND ("t5"."id" = "t3"."nomination_id") HAVING true) || '}'
                )
                FROM "evaluation_result" "t2"
                WHERE "t2"."region_id" = $1
                AND ("t2"."round_id" = "t1"."id" AND "t2"."state" IN ('ON_NOTICE', 'FINAL'))
              ),
              'null'
            ) || '}')
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
      FROM "evaluation_round" "t1"
      WHERE "t1"."region_id" = $1
      ORDER BY "t1"."period_from" DESC, "t1"."id" DESC
      LIMIT 5
    ) "t1"
  ) "t1" HAVING true
) AS answer;
