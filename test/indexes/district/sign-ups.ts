import type { District } from './district.js';

/** Eight units of each network signed up for each published dish, some of them waiting, and half of them were told of it. */
export function signUpStatements({ region, idOf }: District): string[] {
  return [
    `INSERT INTO sign_up (region_id, id, dish_id, network_id, unit_id, lead_unit_id, heads, state, line_number, on_behalf, signed_at, promoted_at,
        ended_at, end_reason, version)
      SELECT ${region}, ${idOf(`'sign-up ' || dish.id || i`)}, dish.id, dish.network_id, seat.unit_id, dish.lead_unit_id, 1 + i % 4, s.state, i, i % 5 = 0,
        dish.published_at + i * interval '1 hour', CASE WHEN i = 4 THEN dish.published_at + interval '2 days' END,
        CASE s.state WHEN 'CANCELLED' THEN dish.published_at + interval '3 days' END, CASE s.state WHEN 'CANCELLED' THEN 'BY_UNIT' END, 1
      FROM dish JOIN network ON network.region_id = dish.region_id AND network.id = dish.network_id
        JOIN seat ON seat.network_id = dish.network_id AND seat.i BETWEEN 1 AND 8,
        LATERAL (SELECT CASE WHEN i = 2 OR dish.state = 'CANCELLED' THEN 'CANCELLED' WHEN i > 6 THEN 'WAITING' ELSE 'CONFIRMED' END AS state) s
      WHERE dish.region_id = ${region} AND dish.published_at IS NOT NULL ORDER BY dish.published_at`,
    `INSERT INTO dish_places (region_id, id, dish_id, network_id, dish_unit_id, reader_unit_ids, is_proposed, is_published, quota, confirmed_heads,
        confirmed_groups, waiting_heads, waiting_groups, last_line_number)
      SELECT ${region}, ${idOf(`'places ' || dish.id`)}, dish.id, dish.network_id, dish.unit_id, dish.reader_unit_ids, true, true, dish.quota,
        coalesce(sum(s.heads) FILTER (WHERE s.state = 'CONFIRMED'), 0), count(*) FILTER (WHERE s.state = 'CONFIRMED'),
        coalesce(sum(s.heads) FILTER (WHERE s.state = 'WAITING'), 0), count(*) FILTER (WHERE s.state = 'WAITING'), 8
      FROM dish JOIN sign_up s ON s.region_id = dish.region_id AND s.dish_id = dish.id
      WHERE dish.region_id = ${region} GROUP BY dish.region_id, dish.id`,
    `INSERT INTO menu_notice (region_id, id, network_id, unit_id, kind, told_at, dish_id, title, sign_up_id, changes)
      SELECT ${region}, ${idOf(`'notice ' || id`)}, network_id, unit_id, CASE WHEN promoted_at IS NULL THEN 'SIGN_UP_ENDED' ELSE 'PROMOTED' END,
        signed_at + interval '3 days', dish_id, '活动', id, '[]'
      FROM sign_up WHERE region_id = ${region} AND line_number % 2 = 0 ORDER BY signed_at`,
  ];
}
