SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          (
            '{"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"version":' || coalesce(
              to_json("t1"."version")::text, 'null'
            ) || ',"state":' || coalesce(to_json("t1"."state")::text, 'null')
          ) || (',"criteria":' || (
            SELECT (
              '[' || coalesce(
                string_agg(
                  (
                    '{"name":' || coalesce(to_json("t2"."name")::text, 'null') || ',"weight":' || coalesce(
                      to_json(trim_scale("t2"."weight")::text)::text, 'null'
                    ) || '}'
                  ),
                  ','
                  ORDER BY "t2"."position" ASC
                ),
                ''
              ) || ']'
            )
            FROM "evaluation_criterion" "t2"
            WHERE "t2"."region_id" = $1
            AND ("t2"."round_id" = "t1"."id")
          ) || ',"panels":' || (SELECT (
            '[' || coalesce(
              string_agg(
                (
                  '{"kind":' || coalesce(to_json("t3"."kind")::text, 'null') || ',"weight":' || coalesce(
                    to_json(trim_scale("t3"."weight")::text)::text, 'null'
                  ) || '}'
                ),
                ','
                ORDER BY "t3"."kind" ASC
              ),
              ''
            ) || ']'
          )
          FROM "evaluation_panel" "t3"
          WHERE "t3"."region_id" = $1
          AND ("t3"."round_id" = "t1"."id")) || ',"awards":' || (SELECT (
            '[' || coalesce(
              string_agg(
                (
                  '{"name":' || coalesce(to_json("t4"."name")::text, 'null') || ',"places":' || coalesce(
                    to_json("t4"."places")::text, 'null'
                  ) || ',"points":' || coalesce(to_json("t4"."points")::text, 'null') || '}'
                ),
                ','
                ORDER BY "t4"."position" ASC
              ),
              ''
            ) || ']'
          )
          FROM "evaluation_award" "t4"
          WHERE "t4"."region_id" = $1
          AND ("t4"."round_id" = "t1"."id")) || ',"$shown":"EvaluationRound"}')
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"evaluation_round", $2::json) given
    LIMIT 1
  ) "t1"
) AS answer;
