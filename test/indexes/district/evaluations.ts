import type { District } from './district.js';

/** Eight rounds of each network with three criteria, three panels and two awards: one is set up, one open, the rest are final. */
export function evaluationStatements({ region, now, idOf }: District): string[] {
  const readers = `round_id, network_id, is_open, is_frozen`;
  const of = `round.id, round.network_id, round.opened_at IS NOT NULL, round.scoring_at IS NOT NULL`;
  return [
    `INSERT INTO evaluation_round (region_id, id, network_id, unit_id, name, subject_kind, period_from, period_to, state, notice_working_days,
        is_street_office, opened_at, scoring_at, deliberating_at, published_at, final_at, updated_at, version)
      SELECT ${region}, ${idOf(`'evaluation ' || n || ' ' || m`)}, network_id, unit_id, '第' || m || '次评比',
        (ARRAY['PROJECT', 'UNIT', 'BUILDING_GROUP', 'CONTEST_TEAM'])[1 + m % 4], day, day + 80, state, 5, false,
        CASE WHEN m < 8 THEN day END, CASE WHEN m < 7 THEN day + 20 END, CASE WHEN m < 7 THEN day + 40 END,
        CASE WHEN m < 7 THEN day + 42 END, CASE WHEN m < 7 THEN day + 60 END, day, 1
      FROM seat, generate_series(1, 8) m, LATERAL (SELECT (timestamptz '${now}' + (m - 7) * interval '3 months')::date AS day,
        CASE m WHEN 8 THEN 'SETUP' WHEN 7 THEN 'NOMINATING' ELSE 'FINAL' END AS state) AS told
      WHERE i = 0 ORDER BY m`,
    `INSERT INTO evaluation_rules (region_id, id, network_id, is_open, is_frozen, scale_min, scale_max, scale_step, minimum_sheets, sheets_per_panel)
      SELECT ${region}, ${of}, 0, 100, 1, 3, 3 FROM evaluation_round round WHERE region_id = ${region}`,
    `INSERT INTO evaluation_criterion (region_id, id, ${readers}, position, name, weight)
      SELECT ${region}, ${idOf(`'criterion ' || round.id || k`)}, ${of}, k, '标准' || k, CASE k WHEN 3 THEN 40 ELSE 30 END
      FROM evaluation_round round, generate_series(1, 3) k WHERE region_id = ${region}`,
    `INSERT INTO evaluation_panel (region_id, id, ${readers}, kind, weight)
      SELECT ${region}, ${idOf(`'panel ' || round.id || kind`)}, ${of}, kind, CASE kind WHEN 'RESIDENTS' THEN 40 ELSE 30 END
      FROM evaluation_round round, unnest(ARRAY['COMMITTEE', 'PARTNER_UNITS', 'RESIDENTS']) kind WHERE region_id = ${region}`,
    `INSERT INTO evaluation_award (region_id, id, ${readers}, position, name, places, points, co_host_points)
      SELECT ${region}, ${idOf(`'award ' || round.id || k`)}, ${of}, k, '奖项' || k, k, 30, 10
      FROM evaluation_round round, generate_series(1, 2) k WHERE region_id = ${region}`,
  ];
}
