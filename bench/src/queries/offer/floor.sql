-- $1 region, $2 offer
SELECT json_build_object('node', (
  SELECT json_build_object(
    'id', o.id, 'kind', o.kind, 'title', o.title, 'state', o.state, 'description', o.description,
    'confirmation', o.confirmation,
    'hours', (
      SELECT json_agg(json_build_object(
        'days', h.line ->> 'days',
        'from', to_char(make_interval(mins => (h.line ->> 'from')::int), 'HH24:MI'),
        'to', to_char(make_interval(mins => (h.line ->> 'to')::int), 'HH24:MI')) ORDER BY h.place)
      FROM jsonb_array_elements(o.hours) WITH ORDINALITY h (line, place)),
    'leadTimeMinutes', o.lead_time_minutes, 'horizonDays', o.horizon_days, 'slotMinutes', o.slot_minutes,
    'longestMinutes', o.longest_minutes, 'bufferBeforeMinutes', o.buffer_before_minutes,
    'bufferAfterMinutes', o.buffer_after_minutes, 'version', o.version,
    'address', o.address, 'floorAreaM2', o.floor_area_m2::text, 'capacity', o.capacity,
    'facilities', o.facilities, 'indoor', o.indoor, 'stepFree', o.step_free,
    'plate', o.plate, 'seats', o.seats, 'driverIncluded', o.driver_included, 'licenceClass', o.licence_class,
    'voltage', o.voltage, 'phases', o.phases, 'maxLoadKw', o.max_load_kw::text, 'sockets', o.sockets,
    'cableLengthM', o.cable_length_m, 'electricianNeeded', o.electrician_needed,
    'quantity', o.quantity, 'measure', o.measure,
    'field', o.field, 'expertTitle', o.expert_title, 'languages', o.languages,
    'sessionsPerMonth', o.sessions_per_month,
    'unit', json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind))
  FROM offer o LEFT JOIN unit u ON u.region_id = $1 AND u.id = o.unit_id
  WHERE o.region_id = $1 AND o.id = $2)
)::text AS data
