import type { District } from './district.js';

/**
 * In each round that was scored half of the units have nominated what it evaluates, with four facts each; in the round that
 * is open every unit has, with drafts, returned and submitted ones.
 */
export function nominationStatements({ region, idOf }: District): string[] {
  return [
    `INSERT INTO nomination (region_id, id, round_id, network_id, is_open, is_published, unit_id, responsible_unit_id, project_id, subject_unit_id, subject_label,
        title, statement, state, reason, drafted_at, submitted_at, drafted_on_behalf, version)
      SELECT ${region}, ${idOf(`'nomination ' || n || ' ' || m || ' ' || i`)}, round.id, round.network_id, told.state = 'SUBMITTED' AND m < 7,
        told.state = 'SUBMITTED' AND m < 7, seat.unit_id, CASE WHEN told.state = 'SUBMITTED' AND m < 7 THEN seat.unit_id END,
        CASE subject_kind WHEN 'PROJECT' THEN ${idOf(`'project ' || n || ' ' || 1 + i`)} END,
        CASE subject_kind WHEN 'UNIT' THEN seat.unit_id END,
        CASE WHEN subject_kind IN ('BUILDING_GROUP', 'CONTEST_TEAM') THEN '第' || i || '组' END,
        '申报' || i, repeat('理由', 60), told.state, CASE told.state WHEN 'RETURNED' THEN '原因' END, opened_at + i * interval '1 hour',
        CASE told.state WHEN 'SUBMITTED' THEN opened_at + interval '3 days' END, false, 1
      FROM seat, generate_series(1, 7) m
      JOIN evaluation_round round ON round.region_id = ${region}, LATERAL (SELECT CASE WHEN m < 7 AND i > 0 THEN 'SUBMITTED'
        ELSE (ARRAY['DRAFT', 'SUBMITTED', 'RETURNED'])[1 + i % 3] END AS state) AS told
      WHERE round.id = ${idOf(`'evaluation ' || n || ' ' || m`)} AND (m = 7 OR i % 2 = 1) ORDER BY m, i`,
    `INSERT INTO nomination_fact (region_id, id, round_id, network_id, is_open, is_published, nomination_id, unit_id, position, kind, sixtieths,
        counted_over)
      SELECT ${region}, ${idOf(`'fact ' || n.id || k`)}, round_id, network_id, is_open, is_published, n.id, unit_id, k,
        (ARRAY['SERVED_HEADS', 'CHECKED_IN_HEADS', 'REVIEW_MARKS', 'STEPS_KEPT'])[k], 60 * k, k
      FROM nomination n, generate_series(1, 4) k WHERE region_id = ${region} AND state = 'SUBMITTED'`,
  ];
}
