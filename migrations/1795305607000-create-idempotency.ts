import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE idempotency_key (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    post_id uuid NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    answer text NOT NULL,
    answered_at timestamptz NOT NULL,
    CONSTRAINT idempotency_key_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT idempotency_key_key UNIQUE (region_id, post_id, key),
    CONSTRAINT idempotency_key_post_fkey FOREIGN KEY (region_id, post_id) REFERENCES post (region_id, id)
  )`,
  `COMMENT ON TABLE idempotency_key IS 'Answers of mutations by the key they were sent with, stored in the transaction of the effect; kept 24 hours'`,
  `ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE ON idempotency_key TO lianjian_app`,
  `CREATE POLICY idempotency_key_own ON idempotency_key TO lianjian_app
    USING (region_id = app.region_id() AND post_id = app.post_id())
    WITH CHECK (region_id = app.region_id() AND post_id = app.post_id())`,
];

export class CreateIdempotency1795305607000 implements MigrationInterface {
  name = 'CreateIdempotency1795305607000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idempotency_key`);
  }
}
