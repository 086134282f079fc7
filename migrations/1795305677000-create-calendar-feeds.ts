import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE calendar_feed (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    post_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    secret_hash bytea NOT NULL,
    opened_at timestamptz NOT NULL,
    CONSTRAINT calendar_feed_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT calendar_feed_post_key UNIQUE (region_id, post_id),
    CONSTRAINT calendar_feed_secret_key UNIQUE (region_id, secret_hash),
    CONSTRAINT calendar_feed_post_fkey FOREIGN KEY (region_id, post_id, person_id) REFERENCES post (region_id, id, person_id)
  )`,
  `COMMENT ON TABLE calendar_feed IS 'The one secret address at which a calendar reads what a post reads; a new one takes its place, revoking deletes it'`,
  `COMMENT ON COLUMN calendar_feed.secret_hash IS 'SHA-256 of the secret in the address; the secret itself is nowhere'`,
  `COMMENT ON COLUMN calendar_feed.role IS 'That of the post, which never changes: whoever bears the secret sees this row and not the post'`,
  `ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE ON calendar_feed TO lianjian_app`,
  `CREATE POLICY calendar_feed_select ON calendar_feed FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (secret_hash = app.secret_hash() OR post_id = app.post_id()))`,
  `CREATE POLICY calendar_feed_open ON calendar_feed FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND post_id = app.post_id() AND person_id = app.person_id() AND role = app.role())`,
  `CREATE POLICY calendar_feed_revoke ON calendar_feed FOR DELETE TO lianjian_app
    USING (region_id = app.region_id() AND post_id = app.post_id())`,
];

export class CreateCalendarFeeds1795305677000 implements MigrationInterface {
  name = 'CreateCalendarFeeds1795305677000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE calendar_feed`);
  }
}
