import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE INDEX objection_by_network_open ON objection (region_id, network_id) WHERE state IN ('OPEN', 'ANSWERED')`,
  `CREATE INDEX minutes_confirmation_by_network_asked ON minutes_confirmation (region_id, network_id)
    WHERE answer = 'CORRECTION_ASKED' AND reply IS NULL`,
];

const DOWN = ['DROP INDEX minutes_confirmation_by_network_asked', 'DROP INDEX objection_by_network_open'];

/** What of a network still waits for a word, without its history. */
export class IndexWhatWaits1795305696000 implements MigrationInterface {
  name = 'IndexWhatWaits1795305696000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
