import type { District } from './district.js';

/** Of each published dish that is over a desk, who came, five reviews and two who gave them, and what came of it. */
export function doingStatements({ region, now, idOf }: District): string[] {
  const led = `dish.id, dish.network_id, dish.lead_unit_id`;
  const shown = `dish.id, dish.network_id, dish.unit_id, dish.reader_unit_ids, true, true`;
  const SHOWN = 'dish_id, network_id, dish_unit_id, reader_unit_ids, is_proposed, is_published';
  const over = `FROM dish WHERE dish.region_id = ${region} AND dish.published_at IS NOT NULL AND dish.ends_at < timestamptz '${now}'`;
  const overDates = `FROM dish JOIN dish_date date ON date.region_id = dish.region_id AND date.dish_id = dish.id
    WHERE dish.region_id = ${region} AND dish.published_at IS NOT NULL AND dish.ends_at < timestamptz '${now}'`;
  return [
    `INSERT INTO dish_desk (region_id, id, dish_id, network_id, lead_unit_id, secret, opened_at, codes_handed_out)
      SELECT ${region}, date.id, ${led}, date.id, date.starts_at, 20 ${overDates}`,
    `INSERT INTO dish_check_in (region_id, id, dish_id, network_id, lead_unit_id, date_id, unit_id, heads, way, is_late_entry, noted_at)
      SELECT ${region}, ${idOf(`'check-in ' || date.id`)}, ${led}, date.id, dish.reader_unit_ids[1], 8, 'CODE', false, date.starts_at ${overDates}`,
    `INSERT INTO review_code (region_id, id, dish_id, network_id, date_id, committee_unit_id, secret_hash, is_used)
      SELECT ${region}, ${idOf(`'code ' || dish.id`)}, dish.id, dish.network_id, dish_date.id, network.convener_unit_id,
        sha256(dish.id::text::bytea), false
      FROM dish JOIN network ON network.region_id = dish.region_id AND network.id = dish.network_id
      JOIN dish_date ON dish_date.region_id = dish.region_id AND dish_date.dish_id = dish.id AND dish_date.starts_at = dish.starts_at
      WHERE dish.region_id = ${region} AND dish.published_at IS NOT NULL AND dish.ends_at < timestamptz '${now}'`,
    `INSERT INTO dish_review (region_id, id, dish_id, network_id, lead_unit_id, mark, comment, day)
      SELECT ${region}, ${idOf(`'review ' || dish.id || k`)}, ${led}, k, repeat('好', 20), dish.ends_at::date + k
      FROM dish, generate_series(1, 5) k
      WHERE dish.region_id = ${region} AND dish.published_at IS NOT NULL AND dish.ends_at < timestamptz '${now}'`,
    `INSERT INTO dish_reviewer (region_id, id, dish_id, network_id, unit_id, mark, comment, reviewed_at)
      SELECT ${region}, ${idOf(`'review ' || dish.id || 1`)}, dish.id, dish.network_id, dish.reader_unit_ids[1], 1, repeat('好', 20), dish.ends_at ${over}`,
    `INSERT INTO dish_figures (region_id, id, ${SHOWN}, checked_in_heads, review_count, mark_sum)
      SELECT ${region}, ${idOf(`'figures ' || dish.id`)}, ${shown}, 16, 5, 15 ${over}`,
    `INSERT INTO dish_outcome (region_id, id, ${SHOWN}, unit_id, heads, hours, what, on_behalf, filed_at, version)
      SELECT ${region}, ${idOf(`'outcome ' || dish.id`)}, ${shown}, dish.lead_unit_id, 16, 8.5, repeat('成果', 20), false, dish.ends_at, 1 ${over}`,
  ];
}
