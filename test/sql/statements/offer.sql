SELECT "Offer"."region_id" AS "Offer_region_id",
"Offer"."id" AS "Offer_id",
"Offer"."kind" AS "Offer_kind",
"Offer"."unit_id" AS "Offer_unit_id",
"Offer"."state" AS "Offer_state",
"Offer"."title" AS "Offer_title",
"Offer"."description" AS "Offer_description",
"Offer"."network_ids" AS "Offer_network_ids",
"Offer"."hours" AS "Offer_hours",
"Offer"."confirmation" AS "Offer_confirmation",
"Offer"."lead_time_minutes" AS "Offer_lead_time_minutes",
"Offer"."horizon_days" AS "Offer_horizon_days",
"Offer"."slot_minutes" AS "Offer_slot_minutes",
"Offer"."longest_minutes" AS "Offer_longest_minutes",
"Offer"."buffer_before_minutes" AS "Offer_buffer_before_minutes",
"Offer"."buffer_after_minutes" AS "Offer_buffer_after_minutes",
"Offer"."created_at" AS "Offer_created_at",
"Offer"."updated_at" AS "Offer_updated_at",
"Offer"."version" AS "Offer_version",
"Offer"."address" AS "Offer_address",
"Offer"."floor_area_m2" AS "Offer_floor_area_m2",
"Offer"."capacity" AS "Offer_capacity",
"Offer"."facilities" AS "Offer_facilities",
"Offer"."indoor" AS "Offer_indoor",
"Offer"."step_free" AS "Offer_step_free",
"Offer"."plate" AS "Offer_plate",
"Offer"."seats" AS "Offer_seats",
"Offer"."driver_included" AS "Offer_driver_included",
"Offer"."licence_class" AS "Offer_licence_class",
"Offer"."voltage" AS "Offer_voltage",
"Offer"."phases" AS "Offer_phases",
"Offer"."max_load_kw" AS "Offer_max_load_kw",
"Offer"."sockets" AS "Offer_sockets",
"Offer"."cable_length_m" AS "Offer_cable_length_m",
"Offer"."electrician_needed" AS "Offer_electrician_needed",
"Offer"."quantity" AS "Offer_quantity",
"Offer"."measure" AS "Offer_measure",
"Offer"."field" AS "Offer_field",
"Offer"."expert_title" AS "Offer_expert_title",
"Offer"."languages" AS "Offer_languages",
"Offer"."sessions_per_month" AS "Offer_sessions_per_month"
FROM "offer" "Offer"
WHERE (("Offer"."region_id" = $1) AND ("Offer"."id" IN ($2)));

SELECT (
  SELECT coalesce(
    json_agg(
      json_build_object(
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
          SELECT json_build_object(
            'id', "t2"."id",
            'code', "t2"."code",
            'name', "t2"."name",
            'kind', "t2"."kind"
          )
          FROM "unit" "t2"
          WHERE "t2"."region_id" = $1
          AND ("t2"."id" = "t1"."unit_id")
        ),
        'plate', "t1"."plate",
        'seats', "t1"."seats",
        'driverIncluded', "t1"."driver_included",
        'licenceClass', "t1"."licence_class"
      )
    ),
    '[]'
  )
  FROM json_populate_recordset(NULL::"offer", $2::json) "t1"
) AS answer;
