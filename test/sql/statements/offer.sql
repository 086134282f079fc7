SELECT (
  SELECT json_build_object(
    '__typename', CASE "t1"."kind"
    WHEN 'VENUE' THEN 'Venue'
    WHEN 'VEHICLE' THEN 'Vehicle'
    WHEN 'POWER_SUPPLY' THEN 'PowerSupply'
    WHEN 'EQUIPMENT' THEN 'Equipment'
    WHEN 'EXPERTISE' THEN 'Expertise' END,
    'id', "t1"."id",
    'kind', "t1"."kind",
    'title', "t1"."title",
    'state', "t1"."state",
    'description', "t1"."description",
    'confirmation', "t1"."confirmation",
    'hours', "t1"."hours",
    'leadTimeMinutes', "t1"."lead_time_minutes",
    'horizonDays', "t1"."horizon_days",
    'slotMinutes', "t1"."slot_minutes",
    'longestMinutes', "t1"."longest_minutes",
    'bufferBeforeMinutes', "t1"."buffer_before_minutes",
    'bufferAfterMinutes', "t1"."buffer_after_minutes",
    'version', "t1"."version",
    'unit', (
      SELECT json_build_object('id', "t2"."id", 'code', "t2"."code", 'name', "t2"."name", 'kind', "t2"."kind")
      FROM "unit" "t2"
      WHERE "t2"."region_id" = $1
      AND ("t2"."id" = "t1"."unit_id")
    ),
    'address', CASE WHEN "t1"."kind" IN ('VENUE') THEN "t1"."address" END,
    'floorAreaM2', CASE WHEN "t1"."kind" IN ('VENUE') THEN "t1"."floor_area_m2"::text END,
    'capacity', CASE WHEN "t1"."kind" IN ('VENUE') THEN "t1"."capacity" END,
    'facilities', CASE WHEN "t1"."kind" IN ('VENUE') THEN "t1"."facilities" END,
    'indoor', CASE WHEN "t1"."kind" IN ('VENUE') THEN "t1"."indoor" END,
    'stepFree', CASE WHEN "t1"."kind" IN ('VENUE') THEN "t1"."step_free" END,
    'plate', CASE WHEN "t1"."kind" IN ('VEHICLE') THEN "t1"."plate" END,
    'seats', CASE WHEN "t1"."kind" IN ('VEHICLE') THEN "t1"."seats" END,
    'driverIncluded', CASE WHEN "t1"."kind" IN ('VEHICLE') THEN "t1"."driver_included" END,
    'licenceClass', CASE WHEN "t1"."kind" IN ('VEHICLE') THEN "t1"."licence_class" END,
    'voltage', CASE WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN "t1"."voltage" END,
    'phases', CASE WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN "t1"."phases" END,
    'maxLoadKw', CASE WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN "t1"."max_load_kw"::text END,
    'sockets', CASE WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN "t1"."sockets" END,
    'cableLengthM', CASE WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN "t1"."cable_length_m" END,
    'electricianNeeded', CASE WHEN "t1"."kind" IN ('POWER_SUPPLY') THEN "t1"."electrician_needed" END,
    'quantity', CASE WHEN "t1"."kind" IN ('EQUIPMENT') THEN "t1"."quantity" END,
    'measure', CASE WHEN "t1"."kind" IN ('EQUIPMENT') THEN "t1"."measure" END,
    'field', CASE WHEN "t1"."kind" IN ('EXPERTISE') THEN "t1"."field" END,
    'expertTitle', CASE WHEN "t1"."kind" IN ('EXPERTISE') THEN "t1"."expert_title" END,
    'languages', CASE WHEN "t1"."kind" IN ('EXPERTISE') THEN "t1"."languages" END,
    'sessionsPerMonth', CASE WHEN "t1"."kind" IN ('EXPERTISE') THEN "t1"."sessions_per_month" END
  )
  FROM "offer" "t1"
  WHERE "t1"."region_id" = $1
  AND ("t1"."id" = $2)
) AS answer;
