import type { District } from './district.js';

const STATES = `(ARRAY['CLOSED', 'CLOSED', 'PLACED', 'DISPATCHED', 'ACCEPTED', 'CLOSED', 'SERVED', 'REFUSED', 'WITHDRAWN', 'CLOSED'])[k]`;

/** Ten orders a month and network over a year, each with a unit that said no and, where it was accepted, one that said yes. */
export function orderStatements({ region, now, idOf }: District): string[] {
  return [
    `CREATE TEMP TABLE wished ON COMMIT DROP AS
      SELECT seat.n, m, k, seat.network_id, seat.unit_id, asked.unit_id AS asked_id, server.unit_id AS server_id,
        ${idOf(`'order ' || seat.n || ' ' || m || ' ' || k`)} AS id, ${STATES} AS state, k % 3 = 0 AS is_open,
        timestamptz '${now}' - (12 - m) * interval '30 days' - (k * 2) * interval '1 day' - seat.n % 7 * interval '1 hour' AS at
      FROM generate_series(1, 12) m, generate_series(1, 10) k, seat, seat asked, seat server
      WHERE seat.i = (m + k) % 13 + 1 AND asked.n = seat.n AND asked.i = (m + k + 4) % 13 + 1 AND server.n = seat.n AND server.i = (m + k + 7) % 13 + 1`,
    `ANALYZE wished`,
    `INSERT INTO dish_order (region_id, id, network_id, unit_id, put_to_unit_id, server_unit_id, state, title, segments, from_day, to_day, way,
        placed_at, dispatched_at, opened_at, accepted_at, served_at, served, ended_at, reason, updated_at, version)
      SELECT ${region}, id, network_id, unit_id, CASE WHEN is_accepted OR (is_put AND NOT is_open) THEN server_id END,
        CASE WHEN is_accepted THEN server_id END, state, '点单' || k, '{ALL}', (at + interval '10 days')::date, (at + interval '20 days')::date,
        CASE WHEN is_put THEN CASE WHEN is_open THEN 'OPEN' ELSE 'NAMED' END END, at, CASE WHEN is_put THEN at END, CASE WHEN is_put AND is_open THEN at END,
        CASE WHEN is_accepted THEN at END, CASE WHEN state IN ('SERVED', 'CLOSED') THEN at END, CASE WHEN state IN ('SERVED', 'CLOSED') THEN '已办' END,
        CASE WHEN state IN ('CLOSED', 'REFUSED', 'WITHDRAWN') THEN at END, CASE WHEN state = 'REFUSED' THEN '原因' END, at, 1
      FROM wished, LATERAL (SELECT state IN ('ACCEPTED', 'SERVED', 'CLOSED') AS is_accepted,
        state IN ('DISPATCHED', 'ACCEPTED', 'SERVED', 'CLOSED') AS is_put) s ORDER BY at`,
    `INSERT INTO dish_order_contact (region_id, id, unit_id, network_id, reader_unit_ids, name, phone)
      SELECT ${region}, id, unit_id, network_id, CASE WHEN server_unit_id IS NULL THEN '{}' ELSE ARRAY[server_unit_id] END, '联系人', '021-58120000'
      FROM dish_order WHERE region_id = ${region}`,
    `INSERT INTO dish_order_request (region_id, id, order_id, network_id, order_unit_id, unit_id, round, title, way, state, asked_at, answered_at,
        accepted_at, settled_at, reason, on_behalf, updated_at, version)
      SELECT ${region}, ${idOf(`'request ' || id || step`)}, id, network_id, unit_id, CASE step WHEN 1 THEN asked_id ELSE server_id END, 1, '点单', 'NAMED',
        CASE step WHEN 1 THEN 'DECLINED' ELSE 'ACCEPTED' END, at, at, CASE step WHEN 2 THEN at END, CASE step WHEN 1 THEN at END, CASE step WHEN 1 THEN '没有人手' END, false,
        at + step * interval '1 hour', 1
      FROM wished, generate_series(1, 2) step
      WHERE state IN ('ACCEPTED', 'SERVED', 'CLOSED') OR (state = 'DISPATCHED' AND step = 1) ORDER BY at`,
    `UPDATE dish SET order_id = ordered.id
      FROM dish_order ordered WHERE ordered.region_id = ${region} AND dish.region_id = ${region} AND dish.network_id = ordered.network_id
        AND ordered.server_unit_id = dish.lead_unit_id AND ordered.title = '点单1' AND dish.kind = 'CARE_VISIT'`,
  ];
}
