import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE post ADD COLUMN predecessor_id uuid`,
  `COMMENT ON COLUMN post.predecessor_id IS 'The post that this one takes over from; it ends when this one begins'`,
  `ALTER TABLE post ADD CONSTRAINT post_unit_key UNIQUE (region_id, id, unit_id)`,
  `ALTER TABLE post ADD CONSTRAINT post_predecessor_fkey FOREIGN KEY (region_id, predecessor_id, unit_id)
    REFERENCES post (region_id, id, unit_id)`,
  `CREATE UNIQUE INDEX post_successor_key ON post (region_id, predecessor_id) WHERE revoked_at IS NULL`,

  // A deputy may come again for another span: what must not be is two at one time.
  `DROP INDEX post_held_key`,
  `ALTER TABLE post ADD CONSTRAINT post_held_exclusive EXCLUDE USING gist (region_id WITH =, unit_id WITH =, person_id WITH =,
    role WITH =, tstzrange(since, until) WITH &&) WHERE (revoked_at IS NULL)`,

  `GRANT UPDATE (until) ON post TO lianjian_app`,
  `CREATE POLICY post_speak ON post FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND role IN ('LIAISON', 'DEPUTY')
      AND app.role() IN ('LIAISON', 'SYSTEM'))`,
];

const DOWN = [
  `DROP POLICY post_speak ON post`,
  `REVOKE UPDATE (until) ON post FROM lianjian_app`,
  `ALTER TABLE post DROP CONSTRAINT post_held_exclusive`,
  `CREATE UNIQUE INDEX post_held_key ON post (region_id, unit_id, person_id, role) WHERE revoked_at IS NULL`,
  `DROP INDEX post_successor_key`,
  `ALTER TABLE post DROP CONSTRAINT post_predecessor_fkey`,
  `ALTER TABLE post DROP CONSTRAINT post_unit_key`,
  `ALTER TABLE post DROP COLUMN predecessor_id`,
];

export class HandOverPosts1795305614000 implements MigrationInterface {
  name = 'HandOverPosts1795305614000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
