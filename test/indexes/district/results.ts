import type { District } from './district.js';

/** Two results of each round that is final, with a standing and an account of each nomination, and an objection of each unit. */
export function resultStatements({ region, idOf }: District): string[] {
  const result = (round: string, number: string): string => idOf(`'result ' || ${round} || ' ' || ${number}`);
  return [
    `INSERT INTO evaluation_result (region_id, id, round_id, network_id, previous_id, number, state, reasons, changes, withheld_award_ids,
        sureness, computed_at, published_at, notice_until, is_notice_provisional, final_at, version)
      SELECT ${region}, ${result('round.id', 'k')}, round.id, network_id, CASE k WHEN 2 THEN ${result('round.id', '1')} END, k,
        CASE k WHEN 2 THEN 'FINAL' ELSE 'SUPERSEDED' END, CASE k WHEN 2 THEN '[{"act":"AWARD_WITHHELD","text":"原因"}]' ELSE '[]' END::jsonb,
        '[]', '{}', '{"tried":42,"otherFirstThree":0,"otherOrder":1}', deliberating_at + k * interval '1 hour', published_at + k * interval '1 day',
        final_at - interval '1 day', false, CASE k WHEN 2 THEN final_at END, 1
      FROM evaluation_round round, generate_series(1, 2) k WHERE round.region_id = ${region} AND round.final_at IS NOT NULL ORDER BY k`,
    `INSERT INTO evaluation_standing (region_id, id, result_id, round_id, network_id, nomination_id, is_published, place, rank, award_id, points)
      SELECT ${region}, ${idOf(`'standing ' || r.id || n.id`)}, r.id, r.round_id, r.network_id, n.id, true,
        row_number() OVER (PARTITION BY r.id ORDER BY n.title), row_number() OVER (PARTITION BY r.id ORDER BY n.title), NULL, 0
      FROM evaluation_result r JOIN nomination n ON n.region_id = ${region} AND n.round_id = r.round_id AND n.state = 'SUBMITTED'
      WHERE r.region_id = ${region}`,
    `INSERT INTO evaluation_account (region_id, id, result_id, round_id, network_id, nomination_id, reader_unit_ids, minimum_sheets, panels, score)
      SELECT ${region}, s.id, s.result_id, s.round_id, s.network_id, s.nomination_id, ARRAY[n.unit_id], 3, '[]', '{"exact":"80/1","shown":"80.00"}'
      FROM evaluation_standing s JOIN nomination n ON n.region_id = ${region} AND n.id = s.nomination_id WHERE s.region_id = ${region}`,
    `INSERT INTO evaluation_objection (region_id, id, round_id, network_id, result_id, unit_id, state, text, is_for_street_office, on_behalf,
        filed_at, ruling, ruled_at, ruled_by_unit_id, version)
      SELECT ${region}, ${idOf(`'contest ' || n || ' ' || m || ' ' || i`)}, round.id, round.network_id, ${result('round.id', '2')}, seat.unit_id,
        CASE i % 3 WHEN 0 THEN 'UPHELD' ELSE 'DISMISSED' END, repeat('异议', 30), i % 7 = 1, false, round.published_at + i * interval '1 hour',
        '理由', round.final_at, round.unit_id, 1
      FROM seat, generate_series(1, 6) m
      JOIN evaluation_round round ON round.region_id = ${region}
      WHERE round.id = ${idOf(`'evaluation ' || n || ' ' || m`)} ORDER BY m, i`,
  ];
}
