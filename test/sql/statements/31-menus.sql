SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            (
              '{"month":' || to_json("t1"."month")::text || ',"state":"' || "t1"."state"
            ) || ('","edition":' || ("t1"."edition")::text || ',"dishes":' || (
              SELECT (
                '{"edges":[' || coalesce(
                  string_agg(
                    (
                      '{"node":' || (
                        (
                          '{"title":' || to_json("t2"."title")::text || ',"kind":"' || "t2"."kind" || '","startsAt":"'
                        ) || (app.instant("t2"."starts_at") || '","lead":' || CASE
                        WHEN "t3"."id" IS NOT NULL THEN ('{"name":' || to_json("t3"."name")::text || '}')
                        ELSE 'null' END || ',"places":' || coalesce(
                          (
                            SELECT (
                              '{"confirmedHeads":' || ("t4"."confirmed_heads")::text || ',"freeHeads":' || coalesce(
                                (("t4"."quota" - "t4"."confirmed_heads"))::text, 'null'
                              ) || '}'
                            )
                            FROM "dish_places" "t4"
                            WHERE "t4"."region_id" = $1
                            AND ("t4"."dish_id" = "t2"."id")
                          ),
                          'null'
                        ) || '}')
                      ) || '}'
                    ),
                    ','
                    ORDER BY "t2"."$place"
                  ),
                  ''
                ) || ']}'
              )
              FROM (
                SELECT "t2".*, row_number() OVER () AS "$place"
                FROM (
                  SELECT "t2".*
                  FROM "dish" "t2"
                  WHERE "t2"."region_id" = $1
                  AND ("t2"."network_id" = "t1"."network_id")
                  AND ("t2"."month" = "t1"."month")
                  AND ("t2"."state" IN ('TAKEN', 'CANCELLED'))
                  ORDER BY "t2"."starts_at" ASC, "t2"."id" ASC
                  LIMIT 20
                ) "t2"
              ) "t2"
              LEFT
              JOIN "unit" "t3" ON "t3"."region_id" = $1
              AND ("t3"."id" = "t2"."lead_unit_id") HAVING true
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
      FROM "menu" "t1"
      WHERE "t1"."region_id" = $1
      ORDER BY "t1"."month" DESC, "t1"."id" DESC
      LIMIT 3
    ) "t1"
  ) "t1" HAVING true
) AS answer;
