SELECT (
  SELECT (
    '{"edges":[' || coalesce(
      string_agg(
        (
          '{"node":' || (
            (
              (
                (
                  '{"id":' || coalesce(to_json("t1"."id")::text, 'null') || ',"title":' || coalesce(to_json("t1"."title")::text, 'null') || ',"placesLeft":' || coalesce(
                    to_json(
                      (
                        CASE
                        WHEN "t1"."state" IN ('TAKEN', 'OPEN') THEN "t1"."places" - (
                          SELECT count(*)
                          FROM claim held
                          WHERE held.region_id = $1
                          AND held.need_id = "t1"."id"
                          AND held.state = 'ACCEPTED'
                        )
                        ELSE 0 END
                      )::integer
                    )::text,
                    'null'
                  ) || ',"regionId":' || coalesce(to_json("t1"."region_id")::text, 'null')
                ) || ((
                  ',"unitId":' || coalesce(
                    to_json("t1"."unit_id")::text, 'null'
                  ) || ',"networkId":' || coalesce(to_json("t1"."network_id")::text, 'null')
                ) || (',"categoryId":' || coalesce(
                  to_json("t1"."category_id")::text, 'null'
                ) || ',"source":' || coalesce(to_json("t1"."source")::text, 'null') || ',"state":'))
              ) || ((
                (
                  coalesce(to_json("t1"."state")::text, 'null') || ',"what":' || coalesce(to_json("t1"."what")::text, 'null') || ',"location":'
                ) || (coalesce(
                  to_json("t1"."location")::text, 'null'
                ) || ',"startsAt":' || coalesce(to_json("t1"."starts_at")::text,
                'null') || ',"endsAt":' || coalesce(to_json("t1"."ends_at")::text,
                'null'))
              ) || ((
                ',"heads":' || coalesce(to_json("t1"."heads")::text, 'null') || ',"urgency":' || coalesce(
                  to_json("t1"."urgency")::text, 'null'
                )
              ) || (',"kinds":' || coalesce(to_json("t1"."kinds")::text, 'null') || ',"facts":' || coalesce(to_json("t1"."facts")::text, 'null') || ',"places":')))
            ) || ((
              (
                (
                  coalesce(
                    to_json("t1"."places")::text, 'null'
                  ) || ',"postedAt":' || coalesce(to_json("t1"."posted_at")::text, 'null') || ',"proposedAt":'
                ) || (coalesce(
                  to_json("t1"."proposed_at")::text, 'null'
                ) || ',"takenAt":' || coalesce(to_json("t1"."taken_at")::text,
                'null') || ',"openedAt":' || coalesce(to_json("t1"."opened_at")::text,
                'null'))
              ) || ((
                ',"calledAt":' || coalesce(
                  to_json("t1"."called_at")::text, 'null'
                ) || ',"claimedAt":' || coalesce(to_json("t1"."claimed_at")::text, 'null')
              ) || (',"begunAt":' || coalesce(
                to_json("t1"."begun_at")::text, 'null'
              ) || ',"answeredAt":' || coalesce(to_json("t1"."answered_at")::text, 'null') || ',"endedAt":'))
            ) || ((
              (
                coalesce(
                  to_json("t1"."ended_at")::text, 'null'
                ) || ',"recordedAt":' || coalesce(to_json("t1"."recorded_at")::text, 'null') || ',"reason":'
              ) || (coalesce(
                to_json("t1"."reason")::text, 'null'
              ) || ',"answer":' || coalesce(to_json("t1"."answer")::text,
              'null') || ',"reopenings":' || coalesce(to_json("t1"."reopenings")::text,
              'null'))
            ) || ((
              ',"closedOnBehalf":' || coalesce(
                to_json("t1"."closed_on_behalf")::text, 'null'
              ) || ',"projectId":' || coalesce(to_json("t1"."project_id")::text, 'null')
            ) || (',"updatedAt":' || coalesce(
              to_json("t1"."updated_at")::text, 'null'
            ) || ',"version":' || coalesce(to_json("t1"."version")::text, 'null') || '}'))))
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
      FROM "need" "t1"
      WHERE "t1"."region_id" = $1
      AND ("t1"."state" = ANY ($2))
      ORDER BY "t1"."posted_at" DESC, "t1"."id" DESC
      LIMIT 5
    ) "t1"
  ) "t1" HAVING true
) AS answer;

SELECT (
  SELECT json_build_object(
    'now', $1::timestamptz,
    'zone', (SELECT region.time_zone FROM region WHERE region.id = $2),
    'years', (
      SELECT coalesce(
        json_agg(json_build_object('year', year, 'version', version, 'announced', announced) ORDER BY year),
        '[]'
      )
      FROM calendar_year
    ),
    'offers', (
      SELECT coalesce(json_agg(candidate), '[]')
      FROM (
        SELECT o.region_id AS "regionId",
        o.id AS "id",
        o.kind AS "kind",
        o.unit_id AS "unitId",
        o.state AS "state",
        o.title AS "title",
        o.description AS "description",
        o.network_ids AS "networkIds",
        o.hours AS "hours",
        o.exceptions AS "exceptions",
        o.confirmation AS "confirmation",
        o.lead_time_minutes AS "leadTimeMinutes",
        o.horizon_days AS "horizonDays",
        o.slot_minutes AS "slotMinutes",
        o.longest_minutes AS "longestMinutes",
        o.buffer_before_minutes AS "bufferBeforeMinutes",
        o.buffer_after_minutes AS "bufferAfterMinutes",
        o.requests_hold AS "requestsHold",
        o.created_at AS "createdAt",
        o.updated_at AS "updatedAt",
        o.version AS "version",
        o.address AS "address",
        o.floor_area_m2::text AS "floorAreaM2",
        o.capacity AS "capacity",
        o.facilities AS "facilities",
        o.indoor AS "indoor",
        o.step_free AS "stepFree",
        o.plate AS "plate",
        o.seats AS "seats",
        o.driver_included AS "driverIncluded",
        o.licence_class AS "licenceClass",
        o.voltage AS "voltage",
        o.phases AS "phases",
        o.max_load_kw::text AS "maxLoadKw",
        o.sockets AS "sockets",
        o.cable_length_m AS "cableLengthM",
        o.electrician_needed AS "electricianNeeded",
        o.quantity AS "quantity",
        o.measure AS "measure",
        o.field AS "field",
        o.expert_title AS "expertTitle",
        o.languages AS "languages",
        o.sessions_per_month AS "sessionsPerMonth",
        CASE
        WHEN o.kind NOT IN ('POWER_SUPPLY', 'EQUIPMENT') THEN (
          SELECT json_agg(json_build_object('startsAt', b.starts_at, 'keptUntil', b.kept_until))
          FROM occupancy b
          WHERE b.region_id = $2
          AND b.offer_id = o.id
          AND b.starts_at < $3::timestamptz + greatest(
            o.buffer_before_minutes, o.buffer_after_minutes
          ) * interval '1 minute'
          AND b.kept_until > $4::timestamptz
        ) END AS taken,
        CASE
        WHEN o.kind IN ('POWER_SUPPLY', 'EQUIPMENT') THEN (
          SELECT json_agg(
            json_build_object(
              'startsAt', s.starts_at,
              'keptUntil', s.kept_until,
              'low', s.low::text,
              'high', s.high::text
            )
          )
          FROM pool_share s
          WHERE s.region_id = $2
          AND s.offer_id = o.id
          AND s.starts_at < $5::timestamptz + greatest(
            o.buffer_before_minutes, o.buffer_after_minutes
          ) * interval '1 minute'
          AND s.kept_until > $6::timestamptz
        ) END AS shares,
        CASE
        WHEN o.sessions_per_month IS NOT NULL THEN (
          SELECT json_agg(b.starts_at)
          FROM occupancy b
          WHERE b.region_id = $2
          AND b.offer_id = o.id
          AND b.starts_at > $7::timestamptz - interval '32 days'
          AND b.ends_at > $8::timestamptz - interval '32 days'
          AND b.starts_at < $9::timestamptz + interval '32 days'
        ) END AS begun,
        (
          SELECT json_agg(
            json_build_object('startsAt', c.starts_at, 'endsAt', c.ends_at, 'reason', c.reason)
            ORDER BY c.starts_at, c.id
          )
          FROM offer_closure c
          WHERE c.region_id = $2
          AND c.offer_id = o.id
          AND c.ends_at > $10::timestamptz
        ) AS closures
        FROM (
          SELECT o.*, row_number() OVER (ORDER BY (o.title || '') COLLATE "zh-x-icu", o.id) AS "$place"
          FROM offer o
          WHERE o.region_id = $2
          AND o.state = 'PUBLISHED'
          AND o.id IN (
            SELECT shown.offer_id
            FROM offer_publication shown
            WHERE shown.region_id = $2
            AND shown.network_id = ANY ($11::uuid[])
            AND shown.withdrawn_at IS NULL
          )
          AND o.kind = ANY ($12::text[])
          ORDER BY "$place"
          LIMIT $13
        ) o
        ORDER BY o."$place"
      ) candidate
    )
  )
) AS answer;
