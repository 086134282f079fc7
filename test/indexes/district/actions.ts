import type { District } from './district.js';

/** Of each meeting that is over five objections to its first motion, and six actions with two notes and a report each. */
export function actionStatements({ region, idOf }: District): string[] {
  const readers = `CASE WHEN kind = 'REGULAR' THEN network_id END, units`;
  return [
    `INSERT INTO objection (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, motion_id, unit_id, source,
        number, text, state, answer, recorded_at, answered_at, settled_at, updated_at, version)
      SELECT ${region}, ${idOf(`'objection ' || n || ' ' || m || ' ' || k`)}, id, network_id, ${readers},
        ${idOf(`'motion ' || n || ' ' || m || ' 1'`)}, units[k % array_length(units, 1) + 1],
        CASE WHEN k < 3 THEN 'UNIT' ELSE 'HOUSEHOLD' END, k, '噪声', CASE WHEN k = 1 THEN 'SETTLED' ELSE 'OPEN' END,
        CASE WHEN k = 1 THEN '已答复' END, starts_at, CASE WHEN k = 1 THEN starts_at END, CASE WHEN k = 1 THEN starts_at END,
        starts_at, 1
      FROM held, generate_series(1, 5) k WHERE state IN ('CLOSED', 'MINUTES_PUBLISHED')`,
    `INSERT INTO objection_note (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, objection_id,
        objector_unit_id, source, unit_id, place, step, text, happened_on, noted_at)
      SELECT region_id, ${idOf(`'objection note ' || id || place`)}, meeting_id, network_id, open_network_id, reader_unit_ids, id,
        unit_id, source, unit_id, place, 'VISITED', '上门', recorded_at::date, recorded_at
      FROM objection, generate_series(1, 3) place WHERE region_id = ${region}`,
    `INSERT INTO objection_count (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, open, answered, settled, upheld)
      SELECT region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, 4, 0, 1, 0 FROM motion WHERE region_id = ${region}`,
    `INSERT INTO action (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, unit_id, motion_id, what, due_on,
        state, created_at, settled_at, updated_at, version)
      SELECT ${region}, ${idOf(`'action ' || n || ' ' || m || ' ' || k`)}, id, network_id, ${readers},
        units[(k + m) % array_length(units, 1) + 1], ${idOf(`'motion ' || n || ' ' || m || ' 1'`)}, '划线',
        starts_at::date + k * 7, CASE WHEN is_open THEN 'OPEN' ELSE 'DONE' END, starts_at,
        CASE WHEN NOT is_open THEN starts_at + k * interval '5 days' END, starts_at, 3
      FROM held, generate_series(1, 6) k, LATERAL (SELECT m = 8 OR (k = 6 AND m % 2 = 0) AS is_open) AS left_over
      WHERE state IN ('CLOSED', 'MINUTES_PUBLISHED')`,
    // Long done, of two networks that are asked for: what stands before a meeting must be found without them.
    `INSERT INTO action (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, unit_id, what, due_on,
        state, created_at, settled_at, updated_at, version)
      SELECT ${region}, ${idOf(`'old action ' || n || ' ' || k`)}, id, network_id, ${readers}, units[k % array_length(units, 1) + 1],
        '旧事', starts_at::date + 7, 'DONE', starts_at + interval '1 hour', starts_at + interval '6 days', starts_at, 2
      FROM held, generate_series(1, 120) k WHERE n IN (1, 28) AND m = 1`,
    `INSERT INTO action_note (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, action_id, responsible_unit_id,
        unit_id, place, step, state, text, noted_at)
      SELECT region_id, ${idOf(`'action note ' || id || place`)}, meeting_id, network_id, open_network_id, reader_unit_ids, id, unit_id,
        unit_id, place, CASE WHEN place = 2 AND state = 'DONE' THEN 'DONE' ELSE 'PROGRESS' END,
        CASE WHEN place = 2 THEN state ELSE 'OPEN' END, '进展', created_at + place * interval '1 day'
      FROM action, generate_series(1, 2) place WHERE region_id = ${region}`,
    `INSERT INTO action_report (region_id, id, meeting_id, network_id, open_network_id, reader_unit_ids, action_id, state, text, reported_at)
      SELECT ${region}, ${idOf(`'report ' || held.id || k`)}, held.id, network_id, ${readers},
        ${idOf(`'action ' || n || ' ' || (m - 1) || ' ' || k`)}, 'OPEN', '进行中', starts_at
      FROM held, generate_series(1, 6) k WHERE state IN ('CLOSED', 'MINUTES_PUBLISHED') AND m IN (2, 8)`,
  ];
}
