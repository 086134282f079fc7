SELECT (
  SELECT (
    left(
      (
        json_build_object(
          'id', app.opaque_id('Offer', "t1"."id"),
          'kind', "t1"."kind",
          'title', "t1"."title",
          'state', "t1"."state",
          'description', "t1"."description",
          'confirmation', "t1"."confirmation",
          'hours', (
            SELECT coalesce(
              json_agg(
                json_build_object(
                  'days', coalesce(to_json(t2.value -> 'days'), E'\tnull'::json),
                  'from', coalesce(to_json(app.time_of_day((t2.value ->> 'from')::integer)), E'\tnull'::json),
                  'to', coalesce(to_json(app.time_of_day((t2.value ->> 'to')::integer)), E'\tnull'::json)
                )
                ORDER BY t2.ordinality
              ),
              '[]'
            )
            FROM jsonb_array_elements(("t1"."hours")::jsonb) WITH ORDINALITY t2 (value, ordinality)
          ),
          'leadTimeMinutes', "t1"."lead_time_minutes",
          'horizonDays', "t1"."horizon_days",
          'slotMinutes', "t1"."slot_minutes",
          'longestMinutes', "t1"."longest_minutes",
          'bufferBeforeMinutes', "t1"."buffer_before_minutes",
          'bufferAfterMinutes', "t1"."buffer_after_minutes",
          'version', "t1"."version",
          'unit', CASE
          WHEN "t3"."id" IS NOT NULL THEN json_build_object(
            'id', app.opaque_id('Unit', "t3"."id"),
            'code', "t3"."code",
            'name', "t3"."name",
            'kind', "t3"."kind"
          )
          ELSE E'\tnull'::json END
        )
      )::text,
      -1
    ) || coalesce(CASE
    WHEN "t1"."kind" IN ('VENUE') THEN ', ' || substr(
      (
        json_build_object(
          'address', coalesce(to_json("t1"."address"), E'\tnull'::json),
          'floorAreaM2', "t1"."floor_area_m2"::text,
          'capacity', coalesce(to_json("t1"."capacity"), E'\tnull'::json),
          'facilities', coalesce(to_json("t1"."facilities"), E'\tnull'::json),
          'indoor', coalesce(to_json("t1"."indoor"), E'\tnull'::json),
          'stepFree', coalesce(to_json("t1"."step_free"), E'\tnull'::json)
        )
      )::text,
      2
    )
    WHEN "t1"."kind" IN ('VEHICLE') THEN ', ' || substr(
      (
        json_build_object(
          'plate', "t1"."plate",
          'seats', coalesce(to_json("t1"."seats"), E'\tnull'::json),
          'driverIncluded', coalesce(to_json("t1"."driver_included"), E'\tnull'::json),
          'licenceClass', "t1"."licence_class"
        )
      )::text,
      2
    )
    WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN ', ' || substr(
      (
        json_build_object(
          'voltage', coalesce(to_json("t1"."voltage"), E'\tnull'::json),
          'phases', coalesce(to_json("t1"."phases"), E'\tnull'::json),
          'maxLoadKw', coalesce(to_json("t1"."max_load_kw"::text), E'\tnull'::json),
          'sockets', coalesce(to_json("t1"."sockets"), E'\tnull'::json),
          'cableLengthM', "t1"."cable_length_m",
          'electricianNeeded', coalesce(to_json("t1"."electrician_needed"), E'\tnull'::json)
        )
      )::text,
      2
    )
    WHEN "t1"."kind" IN ('EQUIPMENT') THEN ', ' || substr(
      (
        json_build_object(
          'quantity', coalesce(to_json("t1"."quantity"), E'\tnull'::json),
          'measure', coalesce(to_json("t1"."measure"), E'\tnull'::json)
        )
      )::text,
      2
    )
    WHEN "t1"."kind" IN ('EXPERTISE') THEN ', ' || substr(
      (
        json_build_object(
          'field', coalesce(to_json("t1"."field"), E'\tnull'::json),
          'expertTitle', "t1"."expert_title",
          'languages', coalesce(to_json("t1"."languages"), E'\tnull'::json),
          'sessionsPerMonth', "t1"."sessions_per_month"
        )
      )::text,
      2
    ) END,
    '}')
  )::json
  FROM "offer" "t1" LEFT
  JOIN "unit" "t3" ON "t3"."region_id" = $1
  AND ("t3"."id" = "t1"."unit_id")
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
)::text AS answer;
