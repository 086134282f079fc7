SELECT (
  SELECT (
    (
      (
        '{"id":"' || app.opaque_id('Offer', "t1"."id") || '","kind":"' || "t1"."kind" || '","title":' || to_json("t1"."title")::text || ',"state":"' || "t1"."state"
      ) || ('","description":' || coalesce(
        to_json("t1"."description")::text, 'null'
      ) || ',"confirmation":"' || "t1"."confirmation" || '","hours":' || (SELECT (
        '[' || coalesce(
          string_agg(
            (
              '{"days":' || coalesce(
                (t2.value -> 'days')::text, E'\tnull'
              ) || ',"from":' || coalesce(('"' || app.time_of_day((t2.value ->> 'from')::integer) || '"'),
              E'\tnull') || ',"to":' || coalesce((
                '"' || app.time_of_day((t2.value ->> 'to')::integer) || '"'
              ),
              E'\tnull') || '}'
            ),
            ','
            ORDER BY t2.ordinality
          ),
          ''
        ) || ']'
      )
      FROM jsonb_array_elements(("t1"."hours")::jsonb) WITH ORDINALITY t2 (value, ordinality)) || ',"leadTimeMinutes":' || ("t1"."lead_time_minutes")::text)
    ) || ((
      ',"horizonDays":' || ("t1"."horizon_days")::text || ',"slotMinutes":' || ("t1"."slot_minutes")::text || ',"longestMinutes":' || ("t1"."longest_minutes")::text || ',"bufferBeforeMinutes":' || ("t1"."buffer_before_minutes")::text
    ) || (',"bufferAfterMinutes":' || ("t1"."buffer_after_minutes")::text || ',"version":' || ("t1"."version")::text || ',"unit":' || CASE
    WHEN "t3"."id" IS NOT NULL THEN (
      (
        '{"id":"' || app.opaque_id('Unit', "t3"."id") || '","code":' || to_json("t3"."code")::text
      ) || (',"name":' || to_json("t3"."name")::text || ',"kind":"' || "t3"."kind" || '"}')
    )
    ELSE E'\tnull' END || CASE
    WHEN "t1"."kind" IN ('VENUE') THEN (
      (
        ',"address":' || coalesce(
          to_json("t1"."address")::text, E'\tnull'
        ) || ',"floorAreaM2":' || coalesce(to_json("t1"."floor_area_m2"::text)::text,
        'null') || ',"capacity":' || coalesce(("t1"."capacity")::text,
        E'\tnull')
      ) || (',"facilities":' || coalesce(
        to_json("t1"."facilities")::text, E'\tnull'
      ) || ',"indoor":' || coalesce(("t1"."indoor")::text,
      E'\tnull') || ',"stepFree":' || coalesce(("t1"."step_free")::text,
      E'\tnull'))
    )
    WHEN "t1"."kind" IN ('VEHICLE') THEN (
      ',"plate":' || coalesce(to_json("t1"."plate")::text, 'null') || ',"seats":' || coalesce(("t1"."seats")::text, E'\tnull') || ',"driverIncluded":' || coalesce(
        ("t1"."driver_included")::text, E'\tnull'
      ) || ',"licenceClass":' || coalesce(to_json("t1"."licence_class")::text, 'null')
    )
    WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN (
      (
        ',"voltage":' || coalesce(("t1"."voltage")::text, E'\tnull') || ',"phases":' || coalesce(("t1"."phases")::text, E'\tnull') || ',"maxLoadKw":' || coalesce(
          to_json("t1"."max_load_kw"::text)::text, E'\tnull'
        )
      ) || (',"sockets":' || coalesce(
        to_json("t1"."sockets")::text, E'\tnull'
      ) || ',"cableLengthM":' || coalesce(("t1"."cable_length_m")::text,
      'null') || ',"electricianNeeded":' || coalesce(("t1"."electrician_needed")::text,
      E'\tnull'))
    )
    WHEN "t1"."kind" IN ('EQUIPMENT') THEN (
      ',"quantity":' || coalesce(("t1"."quantity")::text, E'\tnull') || ',"measure":' || coalesce(
        to_json("t1"."measure")::text, E'\tnull'
      )
    )
    WHEN "t1"."kind" IN ('EXPERTISE') THEN (
      ',"field":' || coalesce(
        to_json("t1"."field")::text, E'\tnull'
      ) || ',"expertTitle":' || coalesce(to_json("t1"."expert_title")::text,
      'null') || ',"languages":' || coalesce(to_json("t1"."languages")::text,
      E'\tnull') || ',"sessionsPerMonth":' || coalesce(("t1"."sessions_per_month")::text,
      'null')
    )
    ELSE '' END || '}'))
  )
  FROM "offer" "t1"
  LEFT
  JOIN "unit" "t3" ON "t3"."region_id" = $1
  AND ("t3"."id" = "t1"."unit_id")
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
) AS answer;
