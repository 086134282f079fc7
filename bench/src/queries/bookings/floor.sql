-- $1 region, $2 network, $3 from
SELECT json_build_object('bookings', (
  SELECT json_build_object(
    'edges', coalesce(json_agg(json_build_object('node', json_build_object(
      'id', b.id, 'state', b.state, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'purpose', b.purpose,
      'heads', b.heads,
      'offer', (
        SELECT json_build_object('id', o.id, 'kind', o.kind, 'title', o.title, 'unit', (
          SELECT json_build_object('id', u.id, 'name', u.name)
          FROM unit u WHERE u.region_id = $1 AND u.id = o.unit_id))
        FROM offer o WHERE o.region_id = $1 AND o.id = b.offer_id),
      'requester', (
        SELECT json_build_object('id', u.id, 'code', u.code, 'name', u.name)
        FROM unit u WHERE u.region_id = $1 AND u.id = b.requester_unit_id)))
      ORDER BY b.starts_at, b.id) FILTER (WHERE b.place <= 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50))
  FROM (
    SELECT b.*, row_number() OVER (ORDER BY starts_at, id) AS place FROM booking b
    WHERE region_id = $1 AND network_id = $2 AND ends_at > $3
    ORDER BY starts_at, id LIMIT 51) b)
)::text AS data
