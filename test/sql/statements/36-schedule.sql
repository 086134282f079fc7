SELECT (
  WITH gathered AS MATERIALIZED (
    SELECT w.*
    FROM (
      SELECT 'ACTIVITY' AS kind, 'ACTIVITY' AS source, one.*
      FROM (
        SELECT found.*, NULL::date AS day
        FROM (
          SELECT e.id AS row_id,
          e.id AS named_id,
          d.id AS thing_id,
          d.network_id,
          d.lead_unit_id AS unit_id,
          d.title,
          d.place,
          e.starts_at,
          e.ends_at,
          CASE
          WHEN e.cancelled_at IS NOT NULL THEN 'CANCELLED'
          WHEN own.holds
          OR own.is_in
          OR e.starts_at < own.left_at THEN 'CONFIRMED'
          WHEN own.waits THEN 'TENTATIVE'
          ELSE 'CANCELLED' END AS state,
          e.version + coalesce(own.versions, 0) AS sequence,
          greatest(d.published_at, e.moved_at, e.cancelled_at, own.said_at) AS changed_at,
          json_build_object(
            'lead', (SELECT u.name FROM unit u WHERE u.region_id = $1::uuid AND u.id = d.lead_unit_id),
            'contact', d.contact_name,
            'what', d.what
          ) AS details
          FROM (
            WITH held AS MATERIALIZED (
              SELECT h.dish_id, true AS holds
              FROM (
                SELECT l.id AS dish_id
                FROM dish l
                WHERE l.region_id = $1::uuid
                AND l.lead_unit_id = app.unit_id()
                AND l.published_at IS NOT NULL
                AND l.starts_at < $4::timestamptz + interval '32 days'
                AND l.starts_at > $3::timestamptz - interval '32 days' UNION SELECT h.dish_id
                FROM dish_host h
                WHERE h.region_id = $1::uuid
                AND h.unit_id = app.unit_id()
                AND h.state = 'ACCEPTED'
              ) h
            ),
            said AS MATERIALIZED (
              SELECT s.dish_id,
              bool_or(s.state = 'CONFIRMED') AS is_in,
              bool_or(s.state = 'WAITING') AS waits,
              max(CASE WHEN s.end_reason <> 'DISH_CANCELLED' THEN s.ended_at END) AS left_at,
              sum(s.version)::integer AS versions,
              max(greatest(s.signed_at, s.promoted_at, s.ended_at)) AS said_at
              FROM sign_up s
              WHERE s.region_id = $1::uuid
              AND s.unit_id = app.unit_id() GROUP BY s.dish_id
            ) SELECT dish_id,
            held.holds,
            said.is_in,
            said.waits,
            said.left_at,
            said.versions,
            said.said_at
            FROM held FULL
            JOIN said USING (dish_id)
          ) own
          JOIN dish d ON d.region_id = $1::uuid
          AND d.id = own.dish_id
          AND d.published_at IS NOT NULL
          AND d.starts_at < $4::timestamptz + interval '32 days'
          AND d.starts_at > $3::timestamptz - interval '32 days'
          JOIN dish_date e ON e.region_id = $1::uuid
          AND e.dish_id = d.id
          AND e.starts_at < $4::timestamptz
          AND e.ends_at > $3::timestamptz
        ) found
      ) one
      WHERE ($5::text[] IS NULL OR 'ACTIVITY' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'BOOKING_GIVEN' AS kind,
      'BOOKING_GIVEN' AS source,
      one.*
      FROM (
        SELECT found.*, NULL::date AS day
        FROM (
          SELECT b.id AS row_id,
          moves.first_id AS named_id,
          b.id AS thing_id,
          b.network_id,
          b.requester_unit_id AS unit_id,
          b.offer_title AS title,
          (SELECT o.address FROM offer o WHERE o.region_id = $1::uuid AND o.id = b.offer_id) AS place,
          b.starts_at,
          b.ends_at,
          CASE
          WHEN b.state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED') THEN 'TENTATIVE'
          WHEN b.state IN ('CANCELLED', 'DISPLACED') THEN 'CANCELLED'
          ELSE 'CONFIRMED' END AS state,
          moves.versions AS sequence,
          greatest(b.requested_at, b.agreed_at, b.settled_at) AS changed_at,
          json_build_object(
            'owner', (SELECT u.name FROM unit u WHERE u.region_id = $1::uuid AND u.id = app.unit_id()),
            'requester', (SELECT u.name FROM unit u WHERE u.region_id = $1::uuid AND u.id = b.requester_unit_id),
            'purpose', b.purpose,
            'amount', trim_scale(b.amount) || ' ' || b.measure,
            'remark', b.remark
          ) AS details
          FROM booking b CROSS
          JOIN LATERAL (
            WITH RECURSIVE past AS (
              SELECT b.id,
              b.replaces_id,
              b.version,
              0 AS back UNION ALL SELECT o.id,
              o.replaces_id,
              o.version,
              past.back + 1
              FROM past
              JOIN booking o ON o.region_id = $1::uuid
              AND o.id = past.replaces_id
              AND o.reason = 'MOVED'
              WHERE b.state NOT IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED')
            ) SELECT (array_agg(past.id ORDER BY past.back DESC))[1] AS first_id,
            sum(past.version)::integer AS versions
            FROM past
          ) moves
          WHERE b.region_id = $1::uuid
          AND b.owner_unit_id = app.unit_id()
          AND b.reason IS DISTINCT
          FROM 'MOVED'
          AND (
            b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'DISPLACED')
            OR (b.state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED') AND b.expires_at > $2::timestamptz)
          )
          AND b.starts_at < $4::timestamptz
          AND b.ends_at > $3::timestamptz
        ) found
      ) one
      WHERE ($5::text[] IS NULL OR 'BOOKING_GIVEN' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'BOOKING_TAKEN' AS kind,
      'BOOKING_TAKEN' AS source,
      one.*
      FROM (
        SELECT found.*, NULL::date AS day
        FROM (
          SELECT b.id AS row_id,
          moves.first_id AS named_id,
          b.id AS thing_id,
          b.network_id,
          b.owner_unit_id AS unit_id,
          b.offer_title AS title,
          (SELECT o.address FROM offer o WHERE o.region_id = $1::uuid AND o.id = b.offer_id) AS place,
          b.starts_at,
          b.ends_at,
          CASE
          WHEN b.state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED') THEN 'TENTATIVE'
          WHEN b.state IN ('CANCELLED', 'DISPLACED') THEN 'CANCELLED'
          ELSE 'CONFIRMED' END AS state,
          moves.versions AS sequence,
          greatest(b.requested_at, b.agreed_at, b.settled_at) AS changed_at,
          json_build_object(
            'owner', (SELECT u.name FROM unit u WHERE u.region_id = $1::uuid AND u.id = b.owner_unit_id),
            'requester', (SELECT u.name FROM unit u WHERE u.region_id = $1::uuid AND u.id = app.unit_id()),
            'purpose', b.purpose,
            'amount', trim_scale(b.amount) || ' ' || b.measure,
            'remark', b.remark
          ) AS details
          FROM booking b CROSS
          JOIN LATERAL (
            WITH RECURSIVE past AS (
              SELECT b.id,
              b.replaces_id,
              b.version,
              0 AS back UNION ALL SELECT o.id,
              o.replaces_id,
              o.version,
              past.back + 1
              FROM past
              JOIN booking o ON o.region_id = $1::uuid
              AND o.id = past.replaces_id
              AND o.reason = 'MOVED'
              WHERE b.state NOT IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED')
            ) SELECT (array_agg(past.id ORDER BY past.back DESC))[1] AS first_id,
            sum(past.version)::integer AS versions
            FROM past
          ) moves
          WHERE b.region_id = $1::uuid
          AND b.requester_unit_id = app.unit_id()
          AND b.owner_unit_id <> app.unit_id()
          AND b.reason IS DISTINCT
          FROM 'MOVED'
          AND (
            b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW', 'CANCELLED', 'DISPLACED')
            OR (b.state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED') AND b.expires_at > $2::timestamptz)
          )
          AND b.starts_at < $4::timestamptz
          AND b.ends_at > $3::timestamptz
        ) found
      ) one
      WHERE ($5::text[] IS NULL OR 'BOOKING_TAKEN' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'MEETING' AS kind,
      'MEETING' AS source,
      one.*
      FROM (
        SELECT found.*, NULL::date AS day
        FROM (
          SELECT m.id AS row_id,
          m.id AS named_id,
          m.id AS thing_id,
          m.network_id,
          n.convener_unit_id AS unit_id,
          m.title,
          k.location AS place,
          m.starts_at,
          m.ends_at,
          CASE m.state
          WHEN 'CANCELLED' THEN 'CANCELLED'
          ELSE 'CONFIRMED' END AS state,
          m.version AS sequence,
          greatest(
            m.called_at,
            m.begun_at,
            m.closed_at,
            m.cancelled_at,
            m.recorded_at,
            (SELECT max(v.moved_at) FROM meeting_move v WHERE v.region_id = $1::uuid AND v.meeting_id = m.id)
          ) AS changed_at,
          json_build_object('about', k.about, 'cancelReason', k.cancel_reason) AS details
          FROM meeting m
          JOIN network n ON n.region_id = $1::uuid
          AND n.id = m.network_id
          LEFT
          JOIN meeting_call k ON k.region_id = $1::uuid
          AND k.id = m.id
          WHERE m.region_id = $1::uuid
          AND m.network_id = ANY (app.known_network_ids())
          AND m.state <> 'DRAFT'
          AND (m.called_at IS NOT NULL OR m.recorded_at IS NOT NULL)
          AND m.starts_at < $4::timestamptz
          AND m.ends_at > $3::timestamptz
          AND m.starts_at > $3::timestamptz - interval '86401 seconds'
        ) found
      ) one
      WHERE ($5::text[] IS NULL OR 'MEETING' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'ACTION' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM action v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT t.id AS thing_id,
            t.network_id,
            n.convener_unit_id AS unit_id,
            t.what AS title,
            t.created_at AS since,
            (
              (t.due_on + 1)::timestamp AT TIME ZONE (
                SELECT region.time_zone FROM region WHERE region.id = $1::uuid
              )
            ) AS due_at
            FROM action t
            JOIN network n ON n.region_id = $1::uuid
            AND n.id = t.network_id
            WHERE t.region_id = $1::uuid
            AND t.unit_id = app.unit_id()
            AND t.network_id = ANY (app.known_network_ids())
            AND t.state = 'OPEN'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'AGENDA_DEADLINE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM meeting v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT m.id AS thing_id,
            m.network_id,
            n.convener_unit_id AS unit_id,
            m.title,
            m.called_at AS since,
            k.agenda_deadline AS due_at
            FROM meeting_answer a
            JOIN meeting m ON m.region_id = $1::uuid
            AND m.id = a.meeting_id
            AND m.state = 'CALLED'
            JOIN meeting_call k ON k.region_id = $1::uuid
            AND k.id = m.id
            AND k.agenda_deadline >= $2::timestamptz
            JOIN network n ON n.region_id = $1::uuid
            AND n.id = m.network_id
            WHERE a.region_id = $1::uuid
            AND a.unit_id = app.unit_id()
            AND a.network_id = ANY (app.known_network_ids())
            AND a.ended_at IS NULL
            AND (a.network_id = ANY (app.convened_network_ids())) IS NOT TRUE
            AND NOT EXISTS (
              SELECT
              FROM agenda_item i
              WHERE i.region_id = $1::uuid
              AND i.meeting_id = m.id
              AND i.unit_id = app.unit_id()
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'AGENDA_ITEM_TO_TAKE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version
          FROM agenda_item o
          JOIN meeting v ON v.region_id = $1::uuid
          AND v.id = o.meeting_id
          WHERE o.region_id = $1::uuid
          AND o.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT i.id AS thing_id,
            i.network_id,
            i.unit_id,
            i.title,
            i.proposed_at AS since,
            m.starts_at AS due_at
            FROM agenda_item i
            JOIN meeting m ON m.region_id = $1::uuid
            AND m.id = i.meeting_id
            AND m.state IN ('DRAFT', 'CALLED', 'IN_SESSION')
            WHERE i.region_id = $1::uuid
            AND i.network_id = ANY (app.convened_network_ids())
            AND i.state = 'PROPOSED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'BOOKING_TO_AGREE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM booking v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT b.id AS thing_id,
            b.network_id,
            b.requester_unit_id AS unit_id,
            b.offer_title AS title,
            coalesce(b.asked_at, b.requested_at) AS since,
            b.expires_at AS due_at
            FROM booking b
            WHERE b.region_id = $1::uuid
            AND b.network_id = ANY (app.convened_network_ids())
            AND b.state = 'REQUESTED'
            AND b.confirmation = 'OWNER_AFTER_COMMITTEE'
            AND b.expires_at > $2::timestamptz
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'BOOKING_TO_ANSWER' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM booking v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT b.id AS thing_id,
            b.network_id,
            b.requester_unit_id AS unit_id,
            b.offer_title AS title,
            coalesce(b.asked_at, b.requested_at) AS since,
            b.expires_at AS due_at
            FROM booking b
            WHERE b.region_id = $1::uuid
            AND b.owner_unit_id = app.unit_id()
            AND b.expires_at > $2::timestamptz
            AND (
              b.state = 'AWAITING_OWNER'
              OR (b.state = 'REQUESTED' AND b.confirmation <> 'OWNER_AFTER_COMMITTEE')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'BORROWED_USE_TO_NOTE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM booking v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT b.id AS thing_id,
            b.network_id,
            b.owner_unit_id AS unit_id,
            b.offer_title AS title,
            b.ends_at AS since,
            b.ends_at + interval '24 hours' AS due_at
            FROM booking b
            WHERE b.region_id = $1::uuid
            AND b.requester_unit_id = app.unit_id()
            AND b.owner_unit_id <> app.unit_id()
            AND b.state IN ('CONFIRMED', 'IN_USE')
            AND b.ends_at <= $2::timestamptz
            AND b.ends_at + interval '24 hours' > $2::timestamptz
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'CLAIM_TO_ANSWER' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version
          FROM claim o
          JOIN need v ON v.region_id = $1::uuid
          AND v.id = o.need_id
          WHERE o.region_id = $1::uuid
          AND o.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT c.id AS thing_id,
            c.network_id,
            n.unit_id,
            n.title,
            c.asked_at AS since,
            n.ends_at AS due_at
            FROM claim c
            JOIN need n ON n.region_id = $1::uuid
            AND n.id = c.need_id
            WHERE c.region_id = $1::uuid
            AND c.unit_id = app.unit_id()
            AND c.state = 'ASKED'
            AND n.state IN ('TAKEN', 'OPEN')
            AND (n.ends_at IS NULL OR n.ends_at > $2::timestamptz)
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'CLAIM_TO_FULFIL' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version
          FROM claim o
          JOIN need v ON v.region_id = $1::uuid
          AND v.id = o.need_id
          WHERE o.region_id = $1::uuid
          AND o.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT c.id AS thing_id,
            c.network_id,
            n.unit_id,
            n.title,
            c.accepted_at AS since,
            n.ends_at AS due_at
            FROM claim c
            JOIN need n ON n.region_id = $1::uuid
            AND n.id = c.need_id
            WHERE c.region_id = $1::uuid
            AND c.unit_id = app.unit_id()
            AND c.state = 'ACCEPTED'
            AND n.state IN ('TAKEN', 'OPEN', 'CLAIMED', 'IN_PROGRESS')
            AND NOT EXISTS (
              SELECT
              FROM project p
              WHERE p.region_id = $1::uuid
              AND p.id = n.project_id
              AND p.state IN ('PLANNED', 'IN_PROGRESS', 'ANSWERED')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'CORRECTION_ASKED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT y.id AS thing_id,
            w.network_id,
            y.unit_id,
            m.title,
            y.answered_at AS since,
            NULL::timestamptz AS due_at
            FROM minutes_confirmation y
            JOIN minutes w ON w.region_id = $1::uuid
            AND w.id = y.minutes_id
            AND w.state = 'PUBLISHED'
            JOIN meeting m ON m.region_id = $1::uuid
            AND m.id = w.meeting_id
            WHERE y.region_id = $1::uuid
            AND y.network_id = ANY (app.convened_network_ids())
            AND y.answer = 'CORRECTION_ASKED'
            AND y.reply IS NULL
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DATE_POLL_TO_ANSWER' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM date_poll v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT q.id AS thing_id,
            q.network_id,
            n.convener_unit_id AS unit_id,
            q.title,
            q.opened_at AS since,
            q.until AS due_at
            FROM date_poll q
            JOIN network n ON n.region_id = $1::uuid
            AND n.id = q.network_id
            WHERE q.region_id = $1::uuid
            AND q.state = 'OPEN'
            AND q.until > $2::timestamptz
            AND (
              q.open_network_id = ANY (app.member_network_ids())
              OR app.unit_id() = ANY (q.reader_unit_ids)
              OR q.network_id = ANY (app.convened_network_ids())
            )
            AND EXISTS (
              SELECT
              FROM date_poll_span s
              WHERE s.region_id = $1::uuid
              AND s.poll_id = q.id
              AND s.struck_at IS NULL
              AND NOT EXISTS (
                SELECT
                FROM date_poll_answer a
                WHERE a.region_id = $1::uuid
                AND a.poll_id = q.id
                AND a.unit_id = app.unit_id()
                AND a.ended_at IS NULL
                AND s.id = ANY (a.yes_span_ids || a.if_need_be_span_ids || a.no_span_ids)
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DATE_POLL_TO_SETTLE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM date_poll v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT q.id AS thing_id,
            q.network_id,
            NULL::uuid AS unit_id,
            q.title,
            q.until AS since,
            q.until AS due_at
            FROM date_poll q
            WHERE q.region_id = $1::uuid
            AND q.network_id = ANY (app.convened_network_ids())
            AND q.state = 'OPEN'
            AND q.until <= $2::timestamptz
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_HOST_ASKED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version
          FROM dish_host o
          JOIN dish v ON v.region_id = $1::uuid
          AND v.id = o.dish_id
          WHERE o.region_id = $1::uuid
          AND o.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT h.id AS thing_id, h.network_id, d.unit_id, d.title, h.asked_at AS since, CASE
            WHEN d.recorded_at IS NULL THEN d.starts_at END AS due_at
            FROM dish_host h
            JOIN dish d ON d.region_id = $1::uuid
            AND d.id = h.dish_id
            AND d.state IN ('PROPOSED', 'TAKEN')
            AND (d.recorded_at IS NOT NULL OR d.ends_at > $2::timestamptz)
            WHERE h.region_id = $1::uuid
            AND h.unit_id = app.unit_id()
            AND h.network_id = ANY (app.member_network_ids())
            AND h.state = 'ASKED'
            AND NOT EXISTS (
              SELECT
              FROM menu u
              WHERE u.region_id = $1::uuid
              AND u.network_id = d.network_id
              AND u.month = d.month
              AND u.state = 'CLOSED'
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_ORDER_LAST_WORD' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT r.id AS thing_id,
            r.network_id,
            r.server_unit_id AS unit_id,
            r.title,
            r.served_at AS since,
            NULL::timestamptz AS due_at
            FROM dish_order r
            WHERE r.region_id = $1::uuid
            AND r.unit_id = app.unit_id()
            AND r.state = 'SERVED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_ORDER_NEEDS_DAYS' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT r.id AS thing_id,
            r.network_id,
            r.unit_id,
            r.title,
            (
              (r.to_day + 1)::timestamp AT TIME ZONE (
                SELECT region.time_zone FROM region WHERE region.id = $1::uuid
              )
            ) AS since,
            NULL::timestamptz AS due_at
            FROM dish_order r
            WHERE r.region_id = $1::uuid
            AND r.unit_id = app.unit_id()
            AND r.state = 'PLACED'
            AND r.to_day < (
              $2::timestamptz AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
            )::date
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_ORDER_TO_ACCEPT' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM dish_order v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT r.id AS thing_id,
            r.network_id,
            r.unit_id,
            r.title,
            r.dispatched_at AS since,
            coalesce(
              r.answer_by,
              (
                (r.to_day + 1)::timestamp AT TIME ZONE (
                  SELECT region.time_zone FROM region WHERE region.id = $1::uuid
                )
              )
            ) AS due_at
            FROM dish_order r
            WHERE r.region_id = $1::uuid
            AND r.put_to_unit_id = app.unit_id()
            AND r.network_id = ANY (app.member_network_ids())
            AND r.state = 'DISPATCHED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_ORDER_TO_DISPATCH' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM dish_order v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT r.id AS thing_id,
            r.network_id,
            r.unit_id,
            r.title,
            r.placed_at AS since,
            (
              (r.to_day + 1)::timestamp AT TIME ZONE (
                SELECT region.time_zone FROM region WHERE region.id = $1::uuid
              )
            ) AS due_at
            FROM dish_order r
            WHERE r.region_id = $1::uuid
            AND r.network_id = ANY (app.convened_network_ids())
            AND r.state = 'PLACED'
            AND r.to_day >= (
              $2::timestamptz AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
            )::date
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_ORDER_TO_SERVE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM dish_order v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT r.id AS thing_id,
            r.network_id,
            r.unit_id,
            r.title,
            r.accepted_at AS since,
            (
              (r.to_day + 1)::timestamp AT TIME ZONE (
                SELECT region.time_zone FROM region WHERE region.id = $1::uuid
              )
            ) AS due_at
            FROM dish_order r
            WHERE r.region_id = $1::uuid
            AND r.put_to_unit_id = app.unit_id()
            AND r.network_id = ANY (app.member_network_ids())
            AND r.state = 'ACCEPTED'
            AND r.from_day <= (
              $2::timestamptz AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
            )::date
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_ORDER_UNANSWERED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM dish_order v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT r.id AS thing_id,
            r.network_id,
            r.unit_id,
            r.title,
            coalesce(
              r.answer_by,
              (
                (r.to_day + 1)::timestamp AT TIME ZONE (
                  SELECT region.time_zone FROM region WHERE region.id = $1::uuid
                )
              )
            ) AS since,
            coalesce(
              r.answer_by,
              (
                (r.to_day + 1)::timestamp AT TIME ZONE (
                  SELECT region.time_zone FROM region WHERE region.id = $1::uuid
                )
              )
            ) AS due_at
            FROM dish_order r
            WHERE r.region_id = $1::uuid
            AND r.network_id = ANY (app.convened_network_ids())
            AND r.state = 'DISPATCHED'
            AND coalesce(
              r.answer_by,
              (
                (r.to_day + 1)::timestamp AT TIME ZONE (
                  SELECT region.time_zone FROM region WHERE region.id = $1::uuid
                )
              )
            ) <= $2::timestamptz
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_OUTCOME' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT d.id AS thing_id,
            d.network_id,
            d.unit_id,
            d.title,
            (
              SELECT max(e.ends_at)
              FROM dish_date e
              WHERE e.region_id = $1::uuid
              AND e.dish_id = d.id
              AND e.cancelled_at IS NULL
            ) AS since,
            NULL::timestamptz AS due_at
            FROM dish d
            JOIN menu u ON u.region_id = $1::uuid
            AND u.network_id = d.network_id
            AND u.month = d.month
            AND u.state <> 'CLOSED'
            WHERE d.region_id = $1::uuid
            AND d.lead_unit_id = app.unit_id()
            AND d.network_id = ANY (app.member_network_ids())
            AND d.state = 'TAKEN'
            AND d.published_at IS NOT NULL
            AND (
              SELECT max(e.ends_at)
              FROM dish_date e
              WHERE e.region_id = $1::uuid
              AND e.dish_id = d.id
              AND e.cancelled_at IS NULL
            ) <= $2::timestamptz
            AND NOT EXISTS (SELECT FROM dish_outcome x WHERE x.region_id = $1::uuid AND x.dish_id = d.id)
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_RETURNED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT d.id AS thing_id,
            d.network_id,
            d.unit_id,
            d.title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM dish d
            WHERE d.region_id = $1::uuid
            AND d.unit_id = app.unit_id()
            AND d.state = 'RETURNED'
            AND d.network_id = ANY (app.member_network_ids())
            AND (
              d.recorded_at IS NOT NULL
              OR (
                $2::timestamptz AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
              )::date < (d.month + interval '1 month')::date
            )
            AND NOT EXISTS (
              SELECT
              FROM menu u
              WHERE u.region_id = $1::uuid
              AND u.network_id = d.network_id
              AND u.month = d.month
              AND u.state = 'CLOSED'
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'DISH_TO_TAKE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM dish v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT d.id AS thing_id, d.network_id, d.unit_id, d.title, d.proposed_at AS since, CASE
            WHEN d.recorded_at IS NULL THEN d.starts_at END AS due_at
            FROM dish d
            WHERE d.region_id = $1::uuid
            AND d.network_id = ANY (app.convened_network_ids())
            AND d.state = 'PROPOSED'
            AND (
              d.recorded_at IS NOT NULL
              OR (
                $2::timestamptz AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
              )::date < (d.month + interval '1 month')::date
            )
            AND NOT EXISTS (
              SELECT
              FROM menu u
              WHERE u.region_id = $1::uuid
              AND u.network_id = d.network_id
              AND u.month = d.month
              AND u.state = 'CLOSED'
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'JUDGES_TO_PROPOSE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT l.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM judging_roll l
            JOIN evaluation_round o ON o.region_id = $1::uuid
            AND o.id = l.id
            AND o.state = 'SCORING'
            AND o.returning_post_id = app.post_id()
            WHERE l.region_id = $1::uuid
            AND l.returning_post_id = app.post_id()
            AND l.settled_at IS NULL
            AND NOT EXISTS (
              SELECT
              FROM judge_assignment j
              WHERE j.region_id = $1::uuid
              AND j.round_id = o.id
              AND j.returning_post_id = app.post_id()
              AND j.state IN ('PROPOSED', 'SETTLED')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY,STEWARD}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'JUDGES_TO_SETTLE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT l.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM judging_roll l
            JOIN evaluation_round o ON o.region_id = $1::uuid
            AND o.id = l.id
            AND o.state = 'SCORING'
            AND o.returning_post_id = app.post_id()
            WHERE l.region_id = $1::uuid
            AND l.returning_post_id = app.post_id()
            AND l.settled_at IS NULL
            AND EXISTS (
              SELECT
              FROM judge_assignment j
              WHERE j.region_id = $1::uuid
              AND j.round_id = o.id
              AND j.returning_post_id = app.post_id()
              AND j.state IN ('PROPOSED', 'SETTLED')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY,STEWARD}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'LENT_USE_TO_NOTE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM booking v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT b.id AS thing_id,
            b.network_id,
            b.requester_unit_id AS unit_id,
            b.offer_title AS title,
            b.ends_at AS since,
            b.ends_at + interval '24 hours' AS due_at
            FROM booking b
            WHERE b.region_id = $1::uuid
            AND b.owner_unit_id = app.unit_id()
            AND b.state IN ('CONFIRMED', 'IN_USE')
            AND b.ends_at <= $2::timestamptz
            AND b.ends_at + interval '24 hours' > $2::timestamptz
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MEETING_TO_ANSWER' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM meeting v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT m.id AS thing_id,
            m.network_id,
            n.convener_unit_id AS unit_id,
            m.title,
            m.called_at AS since,
            m.starts_at AS due_at
            FROM meeting_answer a
            JOIN meeting m ON m.region_id = $1::uuid
            AND m.id = a.meeting_id
            AND m.state = 'CALLED'
            AND m.ends_at > $2::timestamptz
            JOIN network n ON n.region_id = $1::uuid
            AND n.id = m.network_id
            WHERE a.region_id = $1::uuid
            AND a.unit_id = app.unit_id()
            AND a.network_id = ANY (app.known_network_ids())
            AND a.reply IS NULL
            AND a.ended_at IS NULL
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MEETING_TO_BEGIN' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM meeting v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT m.id AS thing_id,
            m.network_id,
            NULL::uuid AS unit_id,
            m.title,
            m.starts_at - interval '60 minutes' AS since,
            m.starts_at AS due_at
            FROM meeting m
            WHERE m.region_id = $1::uuid
            AND m.network_id = ANY (app.convened_network_ids())
            AND m.state = 'CALLED'
            AND m.starts_at - interval '60 minutes' <= $2::timestamptz
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MEETING_TO_CLOSE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM meeting v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT m.id AS thing_id,
            m.network_id,
            NULL::uuid AS unit_id,
            m.title,
            m.ends_at AS since,
            m.ends_at AS due_at
            FROM meeting m
            WHERE m.region_id = $1::uuid
            AND m.network_id = ANY (app.convened_network_ids())
            AND m.state = 'IN_SESSION'
            AND m.ends_at <= $2::timestamptz
            AND NOT EXISTS (
              SELECT FROM motion v WHERE v.region_id = $1::uuid AND v.meeting_id = m.id AND v.state = 'OPEN'
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MEMBERSHIP_INVITATION' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT m.id AS thing_id,
            m.network_id,
            n.convener_unit_id AS unit_id,
            n.name AS title,
            m.invited_at AS since,
            NULL::timestamptz AS due_at
            FROM membership m
            JOIN network n ON n.region_id = $1::uuid
            AND n.id = m.network_id
            WHERE m.region_id = $1::uuid
            AND m.unit_code = app.unit_code()
            AND m.state = 'INVITED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,LIAISON}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MENU_TO_CLOSE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT u.id AS thing_id,
            u.network_id,
            NULL::uuid AS unit_id,
            to_char(u.month, 'YYYY-MM') AS title,
            (
              (u.month + interval '1 month')::date::timestamp AT TIME ZONE (
                SELECT region.time_zone FROM region WHERE region.id = $1::uuid
              )
            ) AS since,
            NULL::timestamptz AS due_at
            FROM menu u
            WHERE u.region_id = $1::uuid
            AND u.network_id = ANY (app.convened_network_ids())
            AND u.state IN ('COLLECTING', 'PUBLISHED')
            AND (
              $2::timestamptz AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
            )::date >= (u.month + interval '1 month')::date
            AND NOT EXISTS (
              SELECT
              FROM dish d
              WHERE d.region_id = $1::uuid
              AND d.network_id = u.network_id
              AND d.month = u.month
              AND d.state = 'TAKEN'
              AND d.ends_at > $2::timestamptz
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MENU_TO_PUBLISH' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM menu v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT u.id AS thing_id,
            u.network_id,
            NULL::uuid AS unit_id,
            to_char(u.month, 'YYYY-MM') AS title,
            (
              SELECT min(d.taken_at)
              FROM dish d
              WHERE d.region_id = $1::uuid
              AND d.network_id = u.network_id
              AND d.month = u.month
              AND d.state = 'TAKEN'
              AND d.recorded_at IS NULL
              AND d.published_at IS NULL
            ) AS since,
            CASE
            WHEN u.state = 'COLLECTING' THEN (
              u.month::timestamp AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
            ) END AS due_at
            FROM menu u
            WHERE u.region_id = $1::uuid
            AND u.network_id = ANY (app.convened_network_ids())
            AND u.state IN ('COLLECTING', 'PUBLISHED')
            AND (
              $2::timestamptz AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
            )::date < (u.month + interval '1 month')::date
            AND (
              EXISTS (
                SELECT
                FROM dish d
                WHERE d.region_id = $1::uuid
                AND d.network_id = u.network_id
                AND d.month = u.month
                AND d.state = 'TAKEN'
                AND d.recorded_at IS NULL
                AND d.published_at IS NULL
              )
              OR EXISTS (
                SELECT
                FROM menu_version v
                WHERE v.region_id = $1::uuid
                AND v.menu_id = u.id
                AND v.number = u.edition
                AND (
                  jsonb_array_length(v.dishes) <> (
                    SELECT count(*)
                    FROM dish d
                    WHERE d.region_id = $1::uuid
                    AND d.network_id = u.network_id
                    AND d.month = u.month
                    AND d.state = 'TAKEN'
                    AND d.recorded_at IS NULL
                  )
                  OR EXISTS (
                    SELECT
                    FROM dish d
                    WHERE d.region_id = $1::uuid
                    AND d.network_id = u.network_id
                    AND d.month = u.month
                    AND d.state = 'TAKEN'
                    AND d.recorded_at IS NULL
                    AND NOT EXISTS (
                      SELECT
                      FROM jsonb_array_elements(v.dishes) w(dish)
                      WHERE w.dish ->> 'id' = d.id::text
                      AND w.dish - 'lead' - 'hosts' = jsonb_build_object(
                        'id',
                        d.id,
                        'kind',
                        d.kind,
                        'title',
                        d.title,
                        'what',
                        d.what,
                        'place',
                        d.place,
                        'quota',
                        d.quota,
                        'quotaPerUnit',
                        d.quota_per_unit,
                        'signUpDeadline',
                        app.instant(d.sign_up_deadline),
                        'segments',
                        d.segments,
                        'contactName',
                        d.contact_name,
                        'contactPhone',
                        d.contact_phone,
                        'leadUnitId',
                        d.lead_unit_id,
                        'hostUnitIds',
                        coalesce(
                          (
                            SELECT jsonb_agg(h.unit_id ORDER BY h.asked_at, h.id)
                            FROM dish_host h
                            WHERE h.region_id = $1::uuid
                            AND h.dish_id = d.id
                            AND h.state = 'ACCEPTED'
                            AND h.unit_id <> d.lead_unit_id
                          ),
                          '[]'
                        ),
                        'dates',
                        coalesce(
                          (
                            SELECT jsonb_agg(
                              jsonb_build_object(
                                'startsAt', app.instant(e.starts_at), 'endsAt', app.instant(e.ends_at)
                              )
                              ORDER BY e.starts_at, e.id
                            )
                            FROM dish_date e
                            WHERE e.region_id = $1::uuid
                            AND e.dish_id = d.id
                            AND e.cancelled_at IS NULL
                          ),
                          '[]'
                        ),
                        'offers',
                        coalesce(
                          (
                            SELECT jsonb_agg(t.title ORDER BY t.linked_at, t.title)
                            FROM (
                              SELECT k.offer_title AS title, min(k.linked_at) AS linked_at
                              FROM dish_booking k
                              WHERE k.region_id = $1::uuid
                              AND k.dish_id = d.id
                              AND k.standing = 'TAKEN' GROUP BY k.offer_title
                            ) t
                          ),
                          '[]'
                        ),
                        'pendingOffers',
                        coalesce(
                          (
                            SELECT jsonb_agg(t.title ORDER BY t.linked_at, t.title)
                            FROM (
                              SELECT k.offer_title AS title, min(k.linked_at) AS linked_at
                              FROM dish_booking k
                              WHERE k.region_id = $1::uuid
                              AND k.dish_id = d.id
                              AND k.standing = 'PENDING' GROUP BY k.offer_title
                            ) t
                          ),
                          '[]'
                        )
                      )
                    )
                  )
                )
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MINUTES_TO_CONFIRM' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT w.id AS thing_id,
            w.network_id,
            n.convener_unit_id AS unit_id,
            m.title,
            coalesce(y.replied_at, w.published_at) AS since,
            NULL::timestamptz AS due_at
            FROM minutes_confirmation y
            JOIN minutes w ON w.region_id = $1::uuid
            AND w.id = y.minutes_id
            AND w.state = 'PUBLISHED'
            JOIN meeting m ON m.region_id = $1::uuid
            AND m.id = w.meeting_id
            JOIN network n ON n.region_id = $1::uuid
            AND n.id = w.network_id
            WHERE y.region_id = $1::uuid
            AND y.unit_id = app.unit_id()
            AND y.network_id = ANY (app.known_network_ids())
            AND y.answer IS NULL
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MINUTES_TO_DRAFT' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT m.id AS thing_id,
            m.network_id,
            NULL::uuid AS unit_id,
            m.title,
            m.closed_at AS since,
            NULL::timestamptz AS due_at
            FROM meeting m
            WHERE m.region_id = $1::uuid
            AND m.network_id = ANY (app.convened_network_ids())
            AND m.state = 'CLOSED'
            AND NOT EXISTS (SELECT FROM minutes w WHERE w.region_id = $1::uuid AND w.meeting_id = m.id)
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'MINUTES_TO_PUBLISH' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT w.id AS thing_id,
            w.network_id,
            NULL::uuid AS unit_id,
            m.title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM minutes w
            JOIN meeting m ON m.region_id = $1::uuid
            AND m.id = w.meeting_id
            AND m.state = 'CLOSED'
            WHERE w.region_id = $1::uuid
            AND w.network_id = ANY (app.convened_network_ids())
            AND w.state = 'DRAFT'
          ) one
          WHERE app.role() = ANY ('{SECRETARY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NEED_LAST_WORD' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT n.id AS thing_id,
            n.network_id,
            n.unit_id,
            n.title,
            n.answered_at AS since,
            NULL::timestamptz AS due_at
            FROM need n
            WHERE n.region_id = $1::uuid
            AND n.unit_id = app.unit_id()
            AND n.state = 'ANSWERED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NEED_RETURNED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT n.id AS thing_id,
            n.network_id,
            n.unit_id,
            n.title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM need n
            WHERE n.region_id = $1::uuid
            AND n.unit_id = app.unit_id()
            AND n.state = 'RETURNED'
            AND n.network_id = ANY (app.member_network_ids())
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NEED_TO_PLACE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM need v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT n.id AS thing_id,
            n.network_id,
            n.unit_id,
            n.title,
            n.taken_at AS since,
            n.ends_at AS due_at
            FROM need n
            WHERE n.region_id = $1::uuid
            AND n.network_id = ANY (app.convened_network_ids())
            AND n.state = 'TAKEN'
            AND (n.ends_at IS NULL OR n.ends_at > $2::timestamptz)
            AND NOT EXISTS (
              SELECT
              FROM claim c
              WHERE c.region_id = $1::uuid
              AND c.need_id = n.id
              AND c.state IN ('ASKED', 'ACCEPTED')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NEED_TO_TAKE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT n.id AS thing_id,
            n.network_id,
            n.unit_id,
            n.title,
            n.proposed_at AS since,
            NULL::timestamptz AS due_at
            FROM need n
            WHERE n.region_id = $1::uuid
            AND n.network_id = ANY (app.convened_network_ids())
            AND n.state = 'PROPOSED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NEED_UNCLAIMED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM need v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT n.id AS thing_id, n.network_id, n.unit_id, n.title, n.ends_at AS since, n.ends_at AS due_at
            FROM need n
            WHERE n.region_id = $1::uuid
            AND n.network_id = ANY (app.convened_network_ids())
            AND n.state IN ('TAKEN', 'OPEN')
            AND n.ends_at <= $2::timestamptz
            AND NOT EXISTS (
              SELECT
              FROM claim c
              WHERE c.region_id = $1::uuid
              AND c.need_id = n.id
              AND c.state IN ('ACCEPTED')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NOMINATIONS_MISSING' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version FROM evaluation_round v WHERE v.region_id = $1::uuid AND v.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            coalesce(o.nominations_until, o.opened_at) AS since,
            o.nominations_until AS due_at
            FROM evaluation_round o
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.convened_network_ids())
            AND o.state = 'NOMINATING'
            AND (o.nominations_until IS NULL OR o.nominations_until <= $2::timestamptz)
            AND NOT EXISTS (
              SELECT
              FROM nomination g
              WHERE g.region_id = $1::uuid
              AND g.round_id = o.id
              AND g.state = 'SUBMITTED'
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NOMINATION_RETURNED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version
          FROM nomination o
          JOIN evaluation_round v ON v.region_id = $1::uuid
          AND v.id = o.round_id
          WHERE o.region_id = $1::uuid
          AND o.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT g.id AS thing_id,
            g.network_id,
            g.unit_id,
            g.title,
            NULL::timestamptz AS since,
            o.nominations_until AS due_at
            FROM nomination g
            JOIN evaluation_round o ON o.region_id = $1::uuid
            AND o.id = g.round_id
            AND o.state = 'NOMINATING'
            AND (o.nominations_until IS NULL OR o.nominations_until > $2::timestamptz)
            WHERE g.region_id = $1::uuid
            AND g.unit_id = app.unit_id()
            AND g.network_id = ANY (app.member_network_ids())
            AND g.state = 'RETURNED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NO_SHOW_TO_CONTEST' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM booking v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT b.id AS thing_id,
            b.network_id,
            b.owner_unit_id AS unit_id,
            b.offer_title AS title,
            s.recorded_at AS since,
            s.contest_until AS due_at
            FROM no_show s
            JOIN booking b ON b.region_id = $1::uuid
            AND b.id = s.id
            AND b.state = 'NO_SHOW'
            WHERE s.region_id = $1::uuid
            AND s.requester_unit_id = app.unit_id()
            AND s.standing = 'RECORDED'
            AND s.contest_until > $2::timestamptz
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'NO_SHOW_TO_RULE_ON' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT b.id AS thing_id,
            b.network_id,
            b.requester_unit_id AS unit_id,
            b.offer_title AS title,
            s.contested_at AS since,
            NULL::timestamptz AS due_at
            FROM no_show s
            JOIN booking b ON b.region_id = $1::uuid
            AND b.id = s.id
            AND b.state = 'NO_SHOW'
            WHERE s.region_id = $1::uuid
            AND s.network_id = ANY (app.convened_network_ids())
            AND s.standing = 'CONTESTED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'OBJECTION_TO_ANSWER' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.text AS title,
            o.recorded_at AS since,
            NULL::timestamptz AS due_at
            FROM objection o
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.convened_network_ids())
            AND o.state = 'OPEN'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'OBJECTION_TO_SETTLE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.text AS title,
            o.answered_at AS since,
            NULL::timestamptz AS due_at
            FROM objection o
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.known_network_ids())
            AND o.state = 'ANSWERED'
            AND (
              o.unit_id = app.unit_id()
              OR (
                o.network_id = ANY (app.convened_network_ids())
                AND NOT EXISTS (
                  SELECT
                  FROM membership m
                  WHERE m.region_id = $1::uuid
                  AND m.network_id = o.network_id
                  AND m.unit_id = o.unit_id
                  AND m.state <> 'LEFT'
                )
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'PROJECT_HOST_ASKED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT h.id AS thing_id,
            h.network_id,
            h.lead_unit_id AS unit_id,
            p.title,
            h.asked_at AS since,
            NULL::timestamptz AS due_at
            FROM project_host h
            JOIN project p ON p.region_id = $1::uuid
            AND p.id = h.project_id
            WHERE h.region_id = $1::uuid
            AND h.unit_id = app.unit_id()
            AND h.state = 'ASKED'
            AND p.state IN ('PLANNED', 'IN_PROGRESS')
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'PROJECT_LAST_WORD' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT p.id AS thing_id,
            p.network_id,
            p.unit_id,
            p.title,
            p.answered_at AS since,
            NULL::timestamptz AS due_at
            FROM project p
            WHERE p.region_id = $1::uuid
            AND p.network_id = ANY (app.convened_network_ids())
            AND p.state = 'ANSWERED'
            AND NOT EXISTS (
              SELECT
              FROM need n
              WHERE n.region_id = $1::uuid
              AND n.project_id = p.id
              AND n.state NOT IN ('WITHDRAWN', 'UNMET')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'PROJECT_RESULT' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM project v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT p.id AS thing_id,
            p.network_id,
            p.unit_id,
            p.title,
            p.begun_at AS since,
            (
              (p.ends_on + 1)::timestamp AT TIME ZONE (
                SELECT region.time_zone FROM region WHERE region.id = $1::uuid
              )
            ) AS due_at
            FROM project p
            WHERE p.region_id = $1::uuid
            AND p.lead_unit_id = app.unit_id()
            AND p.state = 'IN_PROGRESS'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'PROJECT_RETURNED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT p.id AS thing_id,
            p.network_id,
            p.unit_id,
            p.title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM project p
            WHERE p.region_id = $1::uuid
            AND p.unit_id = app.unit_id()
            AND p.state = 'RETURNED'
            AND p.network_id = ANY (app.member_network_ids())
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'PROJECT_STEP' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version FROM project_step v WHERE v.region_id = $1::uuid AND v.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT s.id AS thing_id,
            s.network_id,
            p.lead_unit_id AS unit_id,
            s.title,
            NULL::timestamptz AS since,
            (
              (s.due_on + 1)::timestamp AT TIME ZONE (
                SELECT region.time_zone FROM region WHERE region.id = $1::uuid
              )
            ) AS due_at
            FROM project_step s
            JOIN project p ON p.region_id = $1::uuid
            AND p.id = s.project_id
            WHERE s.region_id = $1::uuid
            AND s.unit_id = app.unit_id()
            AND s.done_at IS NULL
            AND p.state IN ('PLANNED', 'IN_PROGRESS')
            AND (
              p.lead_unit_id = app.unit_id()
              OR p.network_id = ANY (app.convened_network_ids())
              OR EXISTS (
                SELECT
                FROM project_host h
                WHERE h.region_id = $1::uuid
                AND h.project_id = p.id
                AND h.unit_id = app.unit_id()
                AND h.state = 'ACCEPTED'
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'PROJECT_TO_BEGIN' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (SELECT v.version FROM project v WHERE v.region_id = $1::uuid AND v.id = due.thing_id) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT p.id AS thing_id,
            p.network_id,
            p.unit_id,
            p.title,
            p.taken_at AS since,
            (
              (p.starts_on + 1)::timestamp AT TIME ZONE (
                SELECT region.time_zone FROM region WHERE region.id = $1::uuid
              )
            ) AS due_at
            FROM project p
            WHERE p.region_id = $1::uuid
            AND p.lead_unit_id = app.unit_id()
            AND p.state = 'PLANNED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'PROJECT_TO_TAKE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT p.id AS thing_id,
            p.network_id,
            p.unit_id,
            p.title,
            p.proposed_at AS since,
            NULL::timestamptz AS due_at
            FROM project p
            WHERE p.region_id = $1::uuid
            AND p.network_id = ANY (app.convened_network_ids())
            AND p.state = 'PROPOSED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'RESULT_OBJECTION' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT x.id AS thing_id,
            x.network_id,
            x.unit_id,
            coalesce(n.title, o.name) AS title,
            x.filed_at AS since,
            NULL::timestamptz AS due_at
            FROM evaluation_objection x
            JOIN evaluation_round o ON o.region_id = $1::uuid
            AND o.id = x.round_id
            AND o.state IN ('DELIBERATING', 'PUBLIC_NOTICE')
            LEFT
            JOIN nomination n ON n.region_id = $1::uuid
            AND n.id = x.nomination_id
            WHERE x.region_id = $1::uuid
            AND x.state = 'FILED'
            AND app.person_id() <> ALL (o.returned_by_ids)
            AND (
              x.network_id = ANY (app.convened_network_ids())
              OR (app.role() = 'STEWARD' AND x.is_for_street_office)
            )
            AND NOT (
              x.unit_id = ANY (app.held_unit_ids())
              OR EXISTS (
                SELECT
                FROM nomination g
                LEFT
                JOIN project p ON p.region_id = $1::uuid
                AND p.id = g.project_id
                WHERE g.region_id = $1::uuid
                AND g.round_id = x.round_id
                AND g.state IN ('SUBMITTED', 'EXCLUDED')
                AND (x.nomination_id IS NULL OR g.id = x.nomination_id)
                AND (
                  g.unit_id = ANY (app.held_unit_ids())
                  OR g.subject_unit_id = ANY (app.held_unit_ids())
                  OR p.lead_unit_id = ANY (app.held_unit_ids())
                  OR (
                    g.project_id IS NOT NULL
                    AND (
                      g.responsible_unit_id = ANY (app.held_unit_ids())
                      OR g.co_host_unit_ids && app.held_unit_ids()
                    )
                  )
                  OR EXISTS (
                    SELECT
                    FROM project_host h
                    WHERE h.region_id = $1::uuid
                    AND h.project_id = g.project_id
                    AND h.state = 'ACCEPTED'
                    AND h.unit_id = ANY (app.held_unit_ids())
                  )
                  OR EXISTS (
                    SELECT
                    FROM project_booking k
                    JOIN booking b ON b.region_id = $1::uuid
                    AND b.id = k.booking_id
                    WHERE k.region_id = $1::uuid
                    AND k.project_id = g.project_id
                    AND b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED')
                    AND b.owner_unit_id = ANY (app.held_unit_ids())
                  )
                  OR EXISTS (
                    SELECT
                    FROM dish d
                    JOIN dish_booking q ON q.region_id = $1::uuid
                    AND q.dish_id = d.id
                    JOIN booking b ON b.region_id = $1::uuid
                    AND b.id = q.booking_id
                    WHERE d.region_id = $1::uuid
                    AND d.project_id = g.project_id
                    AND b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED')
                    AND b.owner_unit_id = ANY (app.held_unit_ids())
                  )
                )
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,STEWARD}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'RESULT_OBJECTION_TO_PASS_ON' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT x.id AS thing_id,
            x.network_id,
            x.unit_id,
            coalesce(n.title, o.name) AS title,
            x.filed_at AS since,
            NULL::timestamptz AS due_at
            FROM evaluation_objection x
            JOIN evaluation_round o ON o.region_id = $1::uuid
            AND o.id = x.round_id
            AND o.state IN ('DELIBERATING', 'PUBLIC_NOTICE')
            LEFT
            JOIN nomination n ON n.region_id = $1::uuid
            AND n.id = x.nomination_id
            WHERE x.region_id = $1::uuid
            AND x.state = 'FILED'
            AND x.network_id = ANY (app.convened_network_ids())
            AND NOT x.is_for_street_office
            AND NOT EXISTS (
              SELECT
              FROM post s CROSS
              JOIN LATERAL (
                SELECT array_agg(t.unit_id) AS ids
                FROM post t
                WHERE t.region_id = $1::uuid
                AND t.person_id = s.person_id
                AND t.since <= $2::timestamptz
                AND t.revoked_at IS NULL
                AND (t.until IS NULL OR t.until > $2::timestamptz)
              ) units
              WHERE s.region_id = $1::uuid
              AND s.unit_id = o.unit_id
              AND s.role = 'SECRETARY'
              AND s.since <= $2::timestamptz
              AND s.revoked_at IS NULL
              AND (s.until IS NULL OR s.until > $2::timestamptz)
              AND s.person_id <> ALL (o.returned_by_ids)
              AND NOT (
                x.unit_id = ANY (units.ids)
                OR EXISTS (
                  SELECT
                  FROM nomination g
                  LEFT
                  JOIN project p ON p.region_id = $1::uuid
                  AND p.id = g.project_id
                  WHERE g.region_id = $1::uuid
                  AND g.round_id = x.round_id
                  AND g.state IN ('SUBMITTED', 'EXCLUDED')
                  AND (x.nomination_id IS NULL OR g.id = x.nomination_id)
                  AND (
                    g.unit_id = ANY (units.ids)
                    OR g.subject_unit_id = ANY (units.ids)
                    OR p.lead_unit_id = ANY (units.ids)
                    OR (
                      g.project_id IS NOT NULL
                      AND (g.responsible_unit_id = ANY (units.ids) OR g.co_host_unit_ids && units.ids)
                    )
                    OR EXISTS (
                      SELECT
                      FROM project_host h
                      WHERE h.region_id = $1::uuid
                      AND h.project_id = g.project_id
                      AND h.state = 'ACCEPTED'
                      AND h.unit_id = ANY (units.ids)
                    )
                    OR EXISTS (
                      SELECT
                      FROM project_booking k
                      JOIN booking b ON b.region_id = $1::uuid
                      AND b.id = k.booking_id
                      WHERE k.region_id = $1::uuid
                      AND k.project_id = g.project_id
                      AND b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED')
                      AND b.owner_unit_id = ANY (units.ids)
                    )
                    OR EXISTS (
                      SELECT
                      FROM dish d
                      JOIN dish_booking q ON q.region_id = $1::uuid
                      AND q.dish_id = d.id
                      JOIN booking b ON b.region_id = $1::uuid
                      AND b.id = q.booking_id
                      WHERE d.region_id = $1::uuid
                      AND d.project_id = g.project_id
                      AND b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED')
                      AND b.owner_unit_id = ANY (units.ids)
                    )
                  )
                )
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'RESULT_TO_CORRECT' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM evaluation_round o
            JOIN evaluation_result y ON y.region_id = $1::uuid
            AND y.round_id = o.id
            AND y.state = 'DRAFT'
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.convened_network_ids())
            AND o.state = 'DELIBERATING'
            AND NOT EXISTS (
              SELECT
              FROM evaluation_objection x
              WHERE x.region_id = $1::uuid
              AND x.round_id = o.id
              AND x.state = 'FILED'
            )
            AND EXISTS (
              SELECT
              FROM evaluation_objection x
              JOIN evaluation_result c ON c.region_id = $1::uuid
              AND c.id = x.result_id
              WHERE x.region_id = $1::uuid
              AND x.round_id = o.id
              AND x.state = 'UPHELD'
              AND NOT EXISTS (
                SELECT
                FROM evaluation_result z CROSS
                JOIN jsonb_array_elements(z.reasons) a(reason)
                WHERE z.region_id = $1::uuid
                AND z.round_id = o.id
                AND z.id <> c.id
                AND (z.id = y.id OR z.number > c.number)
                AND a.reason ->> 'act' IN ('SHEET_SET_ASIDE', 'CONFLICT_DECLARED')
              )
              AND NOT EXISTS (
                SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = c.id EXCEPT SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = y.id
              )
              AND NOT EXISTS (
                SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = y.id EXCEPT SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = c.id
              )
            ) UNION ALL SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM evaluation_round o
            JOIN evaluation_result y ON y.region_id = $1::uuid
            AND y.round_id = o.id
            AND y.state = 'ON_NOTICE'
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.convened_network_ids())
            AND o.state = 'PUBLIC_NOTICE'
            AND NOT EXISTS (
              SELECT
              FROM evaluation_objection x
              WHERE x.region_id = $1::uuid
              AND x.round_id = o.id
              AND x.state = 'FILED'
            )
            AND EXISTS (
              SELECT
              FROM evaluation_objection x
              JOIN evaluation_result c ON c.region_id = $1::uuid
              AND c.id = x.result_id
              WHERE x.region_id = $1::uuid
              AND x.round_id = o.id
              AND x.state = 'UPHELD'
              AND NOT EXISTS (
                SELECT
                FROM evaluation_result z CROSS
                JOIN jsonb_array_elements(z.reasons) a(reason)
                WHERE z.region_id = $1::uuid
                AND z.round_id = o.id
                AND z.id <> c.id
                AND (z.id = y.id OR z.number > c.number)
                AND a.reason ->> 'act' IN ('SHEET_SET_ASIDE', 'CONFLICT_DECLARED')
              )
              AND NOT EXISTS (
                SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = c.id EXCEPT SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = y.id
              )
              AND NOT EXISTS (
                SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = y.id EXCEPT SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = c.id
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'RESULT_TO_FINALISE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            y.notice_until AS since,
            NULL::timestamptz AS due_at
            FROM evaluation_round o
            JOIN evaluation_result y ON y.region_id = $1::uuid
            AND y.round_id = o.id
            AND y.state = 'ON_NOTICE'
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.convened_network_ids())
            AND o.state = 'PUBLIC_NOTICE'
            AND NOT EXISTS (
              SELECT
              FROM evaluation_objection x
              WHERE x.region_id = $1::uuid
              AND x.round_id = o.id
              AND x.state = 'FILED'
            )
            AND y.notice_until <= $2::timestamptz
            AND NOT EXISTS (
              SELECT
              FROM evaluation_objection x
              JOIN evaluation_result c ON c.region_id = $1::uuid
              AND c.id = x.result_id
              WHERE x.region_id = $1::uuid
              AND x.round_id = o.id
              AND x.state = 'UPHELD'
              AND NOT EXISTS (
                SELECT
                FROM evaluation_result z CROSS
                JOIN jsonb_array_elements(z.reasons) a(reason)
                WHERE z.region_id = $1::uuid
                AND z.round_id = o.id
                AND z.id <> c.id
                AND (z.id = y.id OR z.number > c.number)
                AND a.reason ->> 'act' IN ('SHEET_SET_ASIDE', 'CONFLICT_DECLARED')
              )
              AND NOT EXISTS (
                SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = c.id EXCEPT SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = y.id
              )
              AND NOT EXISTS (
                SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = y.id EXCEPT SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = c.id
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'RESULT_TO_PUBLISH' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            o.deliberating_at AS since,
            NULL::timestamptz AS due_at
            FROM evaluation_round o
            JOIN evaluation_result y ON y.region_id = $1::uuid
            AND y.round_id = o.id
            AND y.state = 'DRAFT'
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.convened_network_ids())
            AND o.state = 'DELIBERATING'
            AND NOT EXISTS (
              SELECT
              FROM evaluation_objection x
              WHERE x.region_id = $1::uuid
              AND x.round_id = o.id
              AND x.state = 'FILED'
            )
            AND NOT EXISTS (
              SELECT
              FROM evaluation_objection x
              JOIN evaluation_result c ON c.region_id = $1::uuid
              AND c.id = x.result_id
              WHERE x.region_id = $1::uuid
              AND x.round_id = o.id
              AND x.state = 'UPHELD'
              AND NOT EXISTS (
                SELECT
                FROM evaluation_result z CROSS
                JOIN jsonb_array_elements(z.reasons) a(reason)
                WHERE z.region_id = $1::uuid
                AND z.round_id = o.id
                AND z.id <> c.id
                AND (z.id = y.id OR z.number > c.number)
                AND a.reason ->> 'act' IN ('SHEET_SET_ASIDE', 'CONFLICT_DECLARED')
              )
              AND NOT EXISTS (
                SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = c.id EXCEPT SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = y.id
              )
              AND NOT EXISTS (
                SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = y.id EXCEPT SELECT s.nomination_id, s.rank, s.award_id
                FROM evaluation_standing s
                WHERE s.region_id = $1::uuid
                AND s.result_id = c.id
              )
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'RETURNING_OFFICER_TO_APPOINT' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            o.opened_at AS since,
            NULL::timestamptz AS due_at
            FROM evaluation_round o
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.convened_network_ids())
            AND o.state IN ('NOMINATING', 'SCORING')
            AND o.returning_post_id IS NULL
            AND NOT o.is_street_office
          ) one
          WHERE app.role() = ANY ('{SECRETARY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'RETURNING_OFFICE_ASKED' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            NULL::timestamptz AS since,
            NULL::timestamptz AS due_at
            FROM evaluation_round o
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.reading_network_ids())
            AND o.is_street_office
            AND o.returning_post_id IS NULL
            AND o.state NOT IN ('FINAL', 'CANCELLED')
          ) one
          WHERE app.role() = ANY ('{STEWARD}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'SCORING_TO_BEGIN' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version FROM evaluation_round v WHERE v.region_id = $1::uuid AND v.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT o.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            coalesce(o.nominations_until, o.opened_at) AS since,
            o.nominations_until AS due_at
            FROM evaluation_round o
            WHERE o.region_id = $1::uuid
            AND o.network_id = ANY (app.convened_network_ids())
            AND o.state = 'NOMINATING'
            AND (o.nominations_until IS NULL OR o.nominations_until <= $2::timestamptz)
            AND o.returning_post_id IS NOT NULL
            AND EXISTS (
              SELECT
              FROM nomination g
              WHERE g.region_id = $1::uuid
              AND g.round_id = o.id
              AND g.state = 'SUBMITTED'
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'SCORING_TO_CLOSE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version FROM evaluation_round v WHERE v.region_id = $1::uuid AND v.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT l.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            NULL::timestamptz AS since,
            o.scoring_until AS due_at
            FROM judging_roll l
            JOIN evaluation_round o ON o.region_id = $1::uuid
            AND o.id = l.id
            AND o.state = 'SCORING'
            AND o.returning_post_id = app.post_id()
            WHERE l.region_id = $1::uuid
            AND l.returning_post_id = app.post_id()
            AND l.settled_at IS NOT NULL
            AND NOT EXISTS (
              SELECT
              FROM judge_assignment j
              WHERE j.region_id = $1::uuid
              AND j.round_id = o.id
              AND j.returning_post_id = app.post_id()
              AND j.state IN ('PROPOSED', 'SETTLED')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY,STEWARD}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'SHEETS_MISSING' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version FROM evaluation_round v WHERE v.region_id = $1::uuid AND v.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT l.id AS thing_id,
            o.network_id,
            o.unit_id,
            o.name AS title,
            NULL::timestamptz AS since,
            o.scoring_until AS due_at
            FROM judging_roll l
            JOIN evaluation_round o ON o.region_id = $1::uuid
            AND o.id = l.id
            AND o.state = 'SCORING'
            AND o.returning_post_id = app.post_id()
            WHERE l.region_id = $1::uuid
            AND l.returning_post_id = app.post_id()
            AND l.settled_at IS NOT NULL
            AND o.scoring_until <= $2::timestamptz
            AND EXISTS (
              SELECT
              FROM judge_assignment j
              WHERE j.region_id = $1::uuid
              AND j.round_id = o.id
              AND j.returning_post_id = app.post_id()
              AND j.state IN ('PROPOSED', 'SETTLED')
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY,STEWARD}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'SHEET_TO_SCORE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        (
          SELECT v.version
          FROM judge_assignment o
          JOIN evaluation_round v ON v.region_id = $1::uuid
          AND v.id = o.round_id
          WHERE o.region_id = $1::uuid
          AND o.id = due.thing_id
        ) AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT j.id AS thing_id,
            j.network_id,
            g.unit_id,
            g.title,
            NULL::timestamptz AS since,
            o.scoring_until AS due_at
            FROM judge_assignment j
            JOIN evaluation_round o ON o.region_id = $1::uuid
            AND o.id = j.round_id
            AND o.state = 'SCORING'
            JOIN nomination g ON g.region_id = $1::uuid
            AND g.id = j.nomination_id
            WHERE j.region_id = $1::uuid
            AND j.judge_post_id = app.post_id()
            AND j.judge_person_id = app.person_id()
            AND j.state = 'SETTLED'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY,REPRESENTATIVE}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'VOTE_TO_CAST' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT v.id AS thing_id,
            v.network_id,
            n.convener_unit_id AS unit_id,
            v.text AS title,
            v.opened_at AS since,
            NULL::timestamptz AS due_at
            FROM motion v
            JOIN network n ON n.region_id = $1::uuid
            AND n.id = v.network_id
            WHERE v.region_id = $1::uuid
            AND v.network_id = ANY (app.known_network_ids())
            AND v.state = 'OPEN'
            AND app.unit_id() = ANY (v.entitled_unit_ids)
            AND EXISTS (
              SELECT
              FROM meeting_answer a
              WHERE a.region_id = $1::uuid
              AND a.meeting_id = v.meeting_id
              AND a.unit_id = app.unit_id()
              AND (a.ended_at IS NULL OR a.ended_at > $2::timestamptz)
            )
            AND 'ARRIVED' = (
              SELECT e.act
              FROM attendance_entry e
              WHERE e.region_id = $1::uuid
              AND e.meeting_id = v.meeting_id
              AND e.unit_id = app.unit_id()
              AND e.struck_at IS NULL
              AND e.at <= $2::timestamptz
              ORDER BY e.at DESC
              LIMIT 1
            )
            AND NOT EXISTS (
              SELECT
              FROM vote b
              WHERE b.region_id = $1::uuid
              AND b.motion_id = v.id
              AND b.unit_id = app.unit_id()
            )
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER,LIAISON,DEPUTY}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7) UNION ALL SELECT 'DEADLINE' AS kind,
      'VOTE_TO_CLOSE' AS source,
      one.*
      FROM (
        SELECT due.thing_id AS row_id,
        due.thing_id AS named_id,
        due.thing_id,
        due.network_id,
        due.unit_id,
        due.title,
        NULL::text AS place,
        CASE
        WHEN due.day IS NULL THEN due.due_at
        ELSE due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) END AS starts_at,
        due.due_at AS ends_at,
        'CONFIRMED' AS state,
        0 AS sequence,
        due.since AS changed_at,
        NULL::json AS details,
        due.day
        FROM (
          SELECT one.*, CASE
          WHEN (
            one.due_at AT TIME ZONE (SELECT region.time_zone FROM region WHERE region.id = $1::uuid)
          )::time = '00:00' THEN (one.due_at AT TIME ZONE (
            SELECT region.time_zone FROM region WHERE region.id = $1::uuid
          ))::date - 1 END AS day
          FROM (
            SELECT v.id AS thing_id,
            v.network_id,
            NULL::uuid AS unit_id,
            v.text AS title,
            v.opened_at AS since,
            NULL::timestamptz AS due_at
            FROM motion v
            WHERE v.region_id = $1::uuid
            AND v.network_id = ANY (app.convened_network_ids())
            AND v.state = 'OPEN'
          ) one
          WHERE app.role() = ANY ('{SECRETARY,OFFICER}')
          AND one.due_at >= $3::timestamptz
        ) due
        WHERE CASE
        WHEN due.day IS NULL THEN due.due_at < $4::timestamptz
        ELSE due.due_at > $3::timestamptz
        AND due.day::timestamp AT TIME ZONE (
          SELECT region.time_zone FROM region WHERE region.id = $1::uuid
        ) < $4::timestamptz END
      ) one
      WHERE ($5::text[] IS NULL OR 'DEADLINE' = ANY ($5))
      AND ($6::text[] IS NULL OR one.state = ANY ($6))
      AND ($7::uuid IS NULL OR one.network_id = $7)
    ) w
  ),
  placed AS MATERIALIZED (
    SELECT r.*, row_number() OVER (ORDER BY starts_at ASC, source ASC, row_id ASC) AS ordinal FROM gathered r
  ) SELECT json_build_object( 'totalCount',
  (SELECT count(*) FROM gathered),
  'counts',
  (
    SELECT coalesce(json_agg(c ORDER BY c."kind"), '[]')
    FROM ( SELECT w.kind, count(*) AS "count" FROM gathered w GROUP BY w.kind) c
  ),
  'rows',
  (
    SELECT coalesce(
      json_agg(
        json_build_object(
          'kind', p.kind,
          'source', p.source,
          'namedId', p.named_id,
          'thingId', p.thing_id,
          'networkId', p.network_id,
          'unitId', p.unit_id,
          'title', p.title,
          'place', p.place,
          'startsAt', app.instant(p.starts_at),
          'endsAt', app.instant(p.ends_at),
          'day', p.day,
          'state', p.state,
          'sequence', p.sequence,
          'changedAt', app.instant(p.changed_at),
          'details', p.details,
          'cursor', app.cursor('j2NujmPS', json_build_array(p.starts_at::text, p.source::text, p.row_id::text)::text)
        )
        ORDER BY p.ordinal
      ),
      '[]'
    )
    FROM (
      SELECT placed.*
      FROM placed
      WHERE CASE
      WHEN $8::text IS NULL THEN true
      WHEN $11::boolean THEN (starts_at, source, row_id) < (
        $8::text::timestamptz, $9::text::text, $10::text::uuid
      )
      ELSE (starts_at, source, row_id) > ($8::text::timestamptz, $9::text::text, $10::text::uuid) END
      ORDER BY CASE
      WHEN $11::boolean THEN -ordinal
      ELSE ordinal END
      LIMIT $12::integer
    ) p
  ))::text
) AS answer;
