import type { District } from './district.js';

/**
 * In each round that was scored the second unit is returning officer, all after it judge, and each nomination has three
 * of them who have submitted their sheets; one more in each round has a conflict.
 */
export function judgingStatements({ region, idOf }: District): string[] {
  const officer = `${idOf(`'post ' || officer.code || ' 1'`)}, ${idOf(`'person ' || officer.code || ' 1'`)}`;
  const judge = `${idOf(`'post ' || seat.code || ' 1'`)}, ${idOf(`'person ' || seat.code || ' 1'`)}, seat.code, seat.unit_id`;
  const ofRound = `round.region_id = ${region} AND round.id = ${idOf(`'evaluation ' || seat.n || ' ' || m`)}`;
  const parts = `region_id, id, round_id, network_id, returning_post_id, returning_person_id`;
  return [
    `INSERT INTO judging_roll (region_id, id, network_id, returning_post_id, returning_person_id, settled_at, version)
      SELECT ${region}, round.id, round.network_id, ${officer}, scoring_at, 1
      FROM seat officer, generate_series(1, 6) m, evaluation_round round
      WHERE officer.i = 1 AND round.region_id = ${region} AND round.id = ${idOf(`'evaluation ' || officer.n || ' ' || m`)}`,
    `INSERT INTO evaluation_judge (${parts}, panel_kind, post_id, person_id, person_name, unit_id, version)
      SELECT ${region}, ${idOf(`'judge ' || seat.n || ' ' || m || ' ' || seat.i`)}, round.id, round.network_id, ${officer},
        'PARTNER_UNITS', ${judge}, 1
      FROM seat JOIN seat officer ON officer.n = seat.n AND officer.i = 1, generate_series(1, 6) m, evaluation_round round
      WHERE seat.i > 1 AND ${ofRound}`,
    // The names come first: joined by what is yet to be hashed, every nomination is hashed against every seat.
    `INSERT INTO judge_assignment (${parts}, nomination_id, panel_kind, judge_post_id, judge_person_id, judge_name, unit_id, state, version)
      WITH named AS MATERIALIZED (SELECT seat.n, seat.code, seat.unit_id, k, ${idOf(`'evaluation ' || seat.n || ' ' || m`)} AS round_id,
          ${idOf(`'nomination ' || seat.n || ' ' || m || ' ' || (seat.i + k) % 12 + 1`)} AS nomination_id
        FROM seat, generate_series(1, 6) m, generate_series(1, 3) k WHERE seat.i > 1)
      SELECT ${region}, ${idOf(`'assignment ' || nomination.id || ' ' || k`)}, round.id, round.network_id, ${officer},
        nomination.id, 'PARTNER_UNITS', ${judge}, 'SUBMITTED', 2
      FROM named seat JOIN seat officer ON officer.n = seat.n AND officer.i = 1
        JOIN evaluation_round round ON round.region_id = ${region} AND round.id = seat.round_id
        JOIN nomination ON nomination.region_id = ${region} AND nomination.round_id = round.id
          AND nomination.id = seat.nomination_id`,
    `INSERT INTO score_sheet (region_id, id, round_id, nomination_id, panel_kind, judge_post_id, judge_person_id, scores, is_submitted, version)
      SELECT region_id, id, round_id, nomination_id, panel_kind, judge_post_id, judge_person_id, '{70,80,90}', true, 2
      FROM judge_assignment WHERE region_id = ${region}`,
    `INSERT INTO judge_conflict (${parts}, nomination_id, post_id, person_id, person_name, reason, declared_at)
      SELECT ${region}, ${idOf(`'conflict ' || nomination.id`)}, judge.round_id, judge.network_id, judge.returning_post_id,
        judge.returning_person_id, nomination.id, judge.post_id, judge.person_id, judge.person_name, '有往来', nomination.drafted_at
      FROM nomination JOIN evaluation_judge judge ON judge.region_id = ${region} AND judge.round_id = nomination.round_id
        AND judge.unit_id = nomination.unit_id
      WHERE nomination.region_id = ${region}`,
  ];
}
