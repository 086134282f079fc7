-- $1 region, $2 network, $3 from
SELECT json_build_object(
  'node', (
    SELECT json_build_object(
      'id', n.id, 'code', n.code, 'name', n.name,
      'facts', (
        SELECT coalesce(json_agg(json_build_object('name', f.key, 'count', f.value) ORDER BY f.key), '[]')
        FROM jsonb_each(n.facts) f),
      'serviceDays', (
        SELECT coalesce(json_agg(json_build_object('day', d.day, 'name', d.name) ORDER BY d.day), '[]')
        FROM network_service_day d WHERE d.region_id = $1 AND d.network_id = n.id),
      'area', json_build_object('name', a.name),
      'convener', json_build_object('id', u.id, 'name', u.name),
      'memberships', json_build_object('edges', (
        SELECT coalesce(json_agg(json_build_object('node', json_build_object(
          'role', m.role,
          'unit', json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind)))
          ORDER BY m.unit_code, m.id), '[]')
        FROM (
          SELECT id, unit_id, unit_code, role FROM membership
          WHERE region_id = $1 AND network_id = n.id ORDER BY unit_code, id LIMIT 50) m
        LEFT JOIN unit u ON u.region_id = $1 AND u.id = m.unit_id)))
    FROM network n
    LEFT JOIN area a ON a.region_id = $1 AND a.id = n.area_id
    LEFT JOIN unit u ON u.region_id = $1 AND u.id = n.convener_unit_id
    WHERE n.region_id = $1 AND n.id = $2),
  'offers', json_build_object('edges', (
    SELECT coalesce(json_agg(json_build_object('node', json_build_object(
      'id', o.id, 'kind', o.kind, 'title', o.title, 'state', o.state, 'confirmation', o.confirmation,
      'address', o.address, 'capacity', o.capacity, 'seats', o.seats, 'driverIncluded', o.driver_included,
      'voltage', o.voltage, 'maxLoadKw', o.max_load_kw::text, 'quantity', o.quantity, 'measure', o.measure,
      'field', o.field, 'expertTitle', o.expert_title,
      'unit', json_build_object('id', u.id, 'name', u.name),
      'bookings', json_build_object('edges', (
        SELECT coalesce(json_agg(json_build_object('node', json_build_object(
          'id', b.id, 'state', b.state, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'purpose', b.purpose,
          'requester', CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name) END))
          ORDER BY b.starts_at, b.id), '[]')
        FROM (
          SELECT id, state, starts_at, ends_at, purpose, requester_unit_id FROM booking
          WHERE region_id = $1 AND offer_id = o.id AND ends_at > $3
          ORDER BY starts_at, id LIMIT 3) b
        LEFT JOIN unit r ON r.region_id = $1 AND r.id = b.requester_unit_id))))
      ORDER BY o.created_at DESC, o.id DESC), '[]')
    FROM (
      SELECT o.* FROM offer_publication p JOIN offer o ON o.region_id = $1 AND o.id = p.offer_id
      WHERE p.region_id = $1 AND p.network_id = $2 AND p.withdrawn_at IS NULL
      ORDER BY o.created_at DESC, o.id DESC LIMIT 50) o
    LEFT JOIN unit u ON u.region_id = $1 AND u.id = o.unit_id))
)::text AS data
