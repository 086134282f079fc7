import type { MigrationInterface, QueryRunner } from 'typeorm';

const WAITING: readonly (readonly [table: string, by: string, columns: string, where: string])[] = [
  ['action', 'unit_open', 'unit_id', `state = 'OPEN'`],
  ['date_poll', 'network_open', 'network_id', `state = 'OPEN'`],
  ['dish_order', 'network_waiting', 'network_id', `state IN ('PLACED', 'DISPATCHED')`],
  ['dish_order', 'put_to_waiting', 'put_to_unit_id', `state IN ('DISPATCHED', 'ACCEPTED')`],
  ['dish_order', 'unit_waiting', 'unit_id', `state IN ('PLACED', 'SERVED')`],
  ['evaluation_round', 'office_asked', 'network_id', `is_street_office AND returning_post_id IS NULL`],
  ['motion', 'network_open', 'network_id', `state = 'OPEN'`],
  ['need', 'network_waiting', 'network_id', `state IN ('PROPOSED', 'TAKEN', 'OPEN')`],
];

/** What of a network or a unit still waits for a word, without its history. */
export class IndexWhatWaitsInNetworks1795305697000 implements MigrationInterface {
  name = 'IndexWhatWaitsInNetworks1795305697000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, by, columns, where] of WAITING)
      await runner.query(`CREATE INDEX ${table}_by_${by} ON ${table} (region_id, ${columns}) WHERE ${where}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, by] of WAITING.toReversed()) await runner.query(`DROP INDEX ${table}_by_${by}`);
  }
}
