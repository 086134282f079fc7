-- $1 region, $2 network, $3 from
SELECT json_build_object('bookings', json_build_object(
  'edges', coalesce(json_agg(json_build_object('node', json_build_object(
    'id', b.id, 'state', b.state, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'purpose', b.purpose,
    'heads', b.heads,
    'offer', CASE WHEN o.id IS NOT NULL THEN json_build_object(
      'id', o.id, 'kind', o.kind, 'title', o.title,
      'unit', json_build_object('id', w.id, 'name', w.name)) END,
    'requester', CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'code', r.code, 'name', r.name) END))
    ORDER BY b.starts_at, b.id) FILTER (WHERE b.place <= 50), '[]'),
  'pageInfo', json_build_object('hasNextPage', count(*) > 50)))::text AS data
FROM (
  SELECT id, state, starts_at, ends_at, purpose, heads, offer_id, requester_unit_id,
    row_number() OVER (ORDER BY starts_at, id) AS place
  FROM booking WHERE region_id = $1 AND network_id = $2 AND ends_at > $3
  ORDER BY starts_at, id LIMIT 51) b
LEFT JOIN offer o ON o.region_id = $1 AND o.id = b.offer_id
LEFT JOIN unit w ON w.region_id = $1 AND w.id = o.unit_id
LEFT JOIN unit r ON r.region_id = $1 AND r.id = b.requester_unit_id
