import type { District } from './district.js';

/** As many webhooks as a network may have, each told twenty things in the last days. */
export function webhookStatements({ region, now, idOf }: District): string[] {
  const own = idOf(`'webhook ' || n || ' ' || k`);
  return [
    `INSERT INTO webhook (region_id, id, network_id, unit_id, name, url, topics, state, secret, position, created_at)
      SELECT ${region}, ${own}, network_id, unit_id, '大屏 ' || k, 'https://hooks.example.org/' || n || '/' || k,
        ARRAY['MEETING'], 'ACTIVE', 'whsec_', 0, timestamptz '${now}' - k * interval '9 days'
      FROM seat, generate_series(1, 10) k WHERE i = 0 ORDER BY k`,
    `INSERT INTO webhook_delivery (region_id, id, webhook_id, unit_id, network_id, event, body, position, state, attempts,
        response_status, written_at, delivered_at)
      SELECT ${region}, ${idOf(`'delivery ' || n || ' ' || k || ' ' || d`)}, ${own}, unit_id, network_id, 'Meeting.CALLED', '{}', d,
        'DELIVERED', 1, 204, told, told
      FROM seat, generate_series(1, 10) k, generate_series(1, 20) d,
        LATERAL (SELECT timestamptz '${now}' - d * interval '1 day' AS told) AS at
      WHERE i = 0 ORDER BY d`,
  ];
}
