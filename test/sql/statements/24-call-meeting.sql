SELECT (
  SELECT (
    '[' || coalesce(
      string_agg(
        (
          (
            (
              (
                '{"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"version":' || coalesce(
                  to_json("t1"."version")::text, 'null'
                ) || ',"state":'
              ) || (coalesce(to_json("t1"."state")::text, 'null') || ',"call":' || CASE
              WHEN "t2"."id" IS NOT NULL THEN (
                '{"invitedUnits":' || (
                  SELECT (
                    '[' || coalesce(
                      string_agg(
                        (
                          '{"name":' || coalesce(to_json("t3"."name")::text, 'null') || ',"id":' || coalesce(to_json("t3"."id")::text, 'null') || ',"$shown":"Unit"}'
                        ),
                        ','
                        ORDER BY "t3"."code" ASC, "t3"."id" ASC
                      ),
                      ''
                    ) || ']'
                  )
                  FROM "unit" "t3"
                  WHERE "t3"."region_id" = $1
                  AND ("t3"."id" = ANY ("t2"."invited_unit_ids"))
                ) || '}'
              )
              ELSE 'null' END || ',"regionId":' || coalesce(
                to_json("t1"."region_id")::text, 'null'
              ) || ',"networkId":')
            ) || ((
              coalesce(
                to_json("t1"."network_id")::text, 'null'
              ) || ',"openNetworkId":' || coalesce(to_json("t1"."open_network_id")::text,
              'null') || ',"readerUnitIds":' || coalesce(to_json("t1"."reader_unit_ids")::text,
              'null') || ',"kind":'
            ) || (coalesce(to_json("t1"."kind")::text, 'null') || ',"title":' || coalesce(to_json("t1"."title")::text, 'null') || ',"seriesId":' || coalesce(
              to_json("t1"."series_id")::text, 'null'
            ) || ',"originalDay":'))
          ) || ((
            (
              coalesce(
                to_json("t1"."original_day")::text, 'null'
              ) || ',"isProvisional":' || coalesce(to_json("t1"."is_provisional")::text,
              'null') || ',"followsSeries":' || coalesce(to_json("t1"."follows_series")::text,
              'null') || ',"startsAt":'
            ) || (coalesce(
              to_json("t1"."starts_at")::text, 'null'
            ) || ',"endsAt":' || coalesce(to_json("t1"."ends_at")::text,
            'null') || ',"round":' || coalesce(to_json("t1"."round")::text,
            'null') || ',"calledAt":')
          ) || ((
            coalesce(
              to_json("t1"."called_at")::text, 'null'
            ) || ',"begunAt":' || coalesce(to_json("t1"."begun_at")::text,
            'null') || ',"closedAt":' || coalesce(to_json("t1"."closed_at")::text,
            'null') || ',"cancelledAt":'
          ) || (coalesce(
            to_json("t1"."cancelled_at")::text, 'null'
          ) || ',"recordedAt":' || coalesce(to_json("t1"."recorded_at")::text,
          'null') || ',"updatedAt":' || coalesce(to_json("t1"."updated_at")::text,
          'null') || ',"$shown":"Meeting"}')))
        ),
        ','
        ORDER BY "t1"."$place"
      ),
      ''
    ) || ']'
  )
  FROM (
    SELECT given.*, row_number() OVER () AS "$place"
    FROM json_populate_recordset(NULL::"meeting", $2::json) given
    LIMIT 1
  ) "t1"
  LEFT
  JOIN "meeting_call" "t2" ON "t2"."region_id" = $1
  AND ("t2"."id" = "t1"."id")
) AS answer;
