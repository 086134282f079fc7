import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // The first case is always its network: by that name the planner would count it twice, as the wall asks for it too.
  `CREATE INDEX action_by_span ON action (region_id, (CASE WHEN open_network_id IS NULL THEN network_id ELSE open_network_id END),
    (CASE WHEN settled_at IS NULL THEN 'infinity' ELSE settled_at END), created_at)`,
];

const DOWN = [`DROP INDEX action_by_span`];

export class FindOpenActions1795305678000 implements MigrationInterface {
  name = 'FindOpenActions1795305678000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
