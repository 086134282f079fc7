import type { District } from './district.js';

/** Two lines of each thing: one in the name of whose it is, one of the other side; some on behalf or by rule. */
export function lineStatements({ region, now, idOf }: District): string[] {
  const once = `timestamptz '${now}' - abs(hashtext(id::text)) % 690 * interval '1 day'`;
  const things = [
    `'Booking', id, requester_unit_id, owner_unit_id, '{}'::uuid[], ARRAY[network_id], '{}'::uuid[], requested_at FROM booking`,
    `'BookingSeries', id, requester_unit_id, owner_unit_id, '{}'::uuid[], ARRAY[network_id], '{}'::uuid[], requested_at FROM booking_series`,
    `'Need', id, unit_id, unit_id, CASE WHEN taken_at IS NULL THEN '{}'::uuid[] ELSE ARRAY[network_id] END, CASE WHEN proposed_at IS NULL THEN '{}'::uuid[] ELSE ARRAY[network_id] END, '{}'::uuid[], posted_at FROM need`,
    `'NeedCategory', id, NULL::uuid, NULL::uuid, ARRAY[network_id], '{}'::uuid[], '{}'::uuid[], ${once} FROM need_category`,
    `'Claim', id, unit_id, unit_id, CASE WHEN accepted_at IS NULL THEN '{}'::uuid[] ELSE ARRAY[network_id] END, ARRAY[network_id], '{}'::uuid[], updated_at FROM claim`,
    `'Project', id, unit_id, lead_unit_id, CASE WHEN taken_at IS NULL THEN '{}'::uuid[] ELSE ARRAY[network_id] END, ARRAY[network_id], '{}'::uuid[], posted_at FROM project`,
    `'Offer', id, unit_id, unit_id, network_ids, network_ids, '{}'::uuid[], created_at FROM offer`,
    `'Post', id, unit_id, unit_id, network_ids, network_ids, '{}'::uuid[], ${once} FROM post`,
    `'Unit', id, id, id, network_ids, network_ids, '{}'::uuid[], ${once} FROM unit`,
    `'Meeting', id, NULL::uuid, open_network_id, CASE WHEN open_network_id IS NULL THEN '{}' ELSE ARRAY[open_network_id] END, ARRAY[network_id], '{}'::uuid[], updated_at FROM meeting`,
    `'Dish', id, unit_id, unit_id, CASE WHEN published_at IS NULL THEN '{}' ELSE ARRAY[network_id] END, ARRAY[network_id], '{}'::uuid[], updated_at FROM dish`,
    `'DishOrder', id, unit_id, unit_id, '{}'::uuid[], ARRAY[network_id], '{}'::uuid[], updated_at FROM dish_order`,
    `'Menu', id, NULL::uuid, NULL::uuid, CASE WHEN published_at IS NULL THEN '{}' ELSE ARRAY[network_id] END, ARRAY[network_id], '{}'::uuid[], updated_at FROM menu`,
    `'Action', id, unit_id, unit_id, '{}'::uuid[], ARRAY[network_id], '{}'::uuid[], updated_at FROM action`,
    `'Objection', id, unit_id, unit_id, '{}'::uuid[], ARRAY[network_id], '{}'::uuid[], updated_at FROM objection`,
    `'Membership', id, unit_id, unit_id, '{}'::uuid[], ARRAY[network_id], '{}'::uuid[], ${once} FROM membership`,
    `'Account', id, unit_id, unit_id, '{}'::uuid[], '{}'::uuid[], ARRAY[person_id], ${once} FROM account`,
  ];
  return things.map(
    (thing) => `
    INSERT INTO audit_line (region_id, id, at, step, thing_type, thing_id, part, act, manner, unit_id, role, changes,
      unit_ids, network_ids, committee_network_ids, person_ids, post_id)
    SELECT ${region}, ${idOf(`'line ' || thing || ' ' || step`)}, at, step, type, thing, type,
      CASE step WHEN 1 THEN 'CREATED' ELSE 'CHANGED' END, manner, CASE step WHEN 1 THEN unit ELSE other END,
      CASE manner WHEN 'BY_RULE' THEN 'SYSTEM' ELSE 'LIAISON' END, '{"state": {"before": null, "after": "REQUESTED"}}',
      ARRAY[unit, other], networks, committees, people,
      CASE WHEN manner <> 'BY_RULE' THEN ${idOf(`unit::text`)} END
    FROM (SELECT ${thing} WHERE region_id = ${region}) AS drawn (type, thing, unit, other, networks, committees, people, at),
      generate_series(1, 2) step, LATERAL (SELECT CASE WHEN hashtext(thing::text || step) % 30 = 0 THEN 'ON_BEHALF'
        WHEN hashtext(thing::text || step) % 20 = 0 THEN 'BY_RULE' ELSE 'OWN' END AS manner)
    WHERE unit IS NOT NULL ORDER BY at`,
  );
}

/** A picture of each offer, and a paper with one booking and one need in five. */
export function fileStatements({ region, now, idOf }: District): string[] {
  const file = (from: string): string => `
    INSERT INTO file (region_id, id, unit_id, carrier_type, carrier_id, unit_ids, network_ids, committee_network_ids, name,
      media_type, bytes, sha256, attached_at)
    SELECT ${region}, ${idOf(`'file ' || carrier`)}, unit, type, carrier, units, networks, committees, '图片.png', 'image/png', 1000,
      sha256(carrier::text::bytea), timestamptz '${now}' - interval '9 days' FROM (${from}) hung`;
  return [
    file(`SELECT 'Offer' AS type, id AS carrier, unit_id AS unit, '{}'::uuid[] AS units, network_ids AS networks,
      '{}'::uuid[] AS committees FROM offer WHERE region_id = ${region}`),
    file(`SELECT 'Booking' AS type, id AS carrier, owner_unit_id AS unit, ARRAY[requester_unit_id] AS units,
      '{}'::uuid[] AS networks, ARRAY[network_id] AS committees FROM booking
      WHERE region_id = ${region} AND hashtext(id::text) % 5 = 0`),
    file(`SELECT 'Need' AS type, id AS carrier, unit_id AS unit, '{}'::uuid[] AS units, ARRAY[network_id] AS networks,
      '{}'::uuid[] AS committees FROM need WHERE region_id = ${region} AND taken_at IS NOT NULL AND hashtext(id::text) % 5 = 0`),
  ];
}
