import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE session ADD COLUMN device text, ADD COLUMN generation integer NOT NULL DEFAULT 0, ADD COLUMN refreshed_at timestamptz`,
  `COMMENT ON COLUMN session.device IS 'What the person calls the place of this sign-in, to tell sessions apart'`,
  `COMMENT ON COLUMN session.generation IS 'Which generation of refresh tokens is valid; using one begins the next'`,
  `COMMENT ON COLUMN session.refreshed_at IS 'When that generation began; the one before is let through again for 30 seconds, in case the answer was lost'`,
  `ALTER TABLE session ADD CONSTRAINT session_person_key UNIQUE (region_id, id, person_id)`,
  `GRANT UPDATE (expires_at, generation, refreshed_at) ON session TO lianjian_app`,

  `CREATE TABLE refresh_token (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    person_id uuid NOT NULL,
    post_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    generation integer NOT NULL,
    issued_at timestamptz NOT NULL,
    CONSTRAINT refresh_token_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT refresh_token_secret_key UNIQUE (region_id, secret_hash),
    CONSTRAINT refresh_token_session_fkey FOREIGN KEY (region_id, session_id, person_id) REFERENCES session (region_id, id, person_id),
    CONSTRAINT refresh_token_post_fkey FOREIGN KEY (region_id, post_id, person_id) REFERENCES post (region_id, id, person_id)
  )`,
  `COMMENT ON TABLE refresh_token IS 'Every refresh token of a session that goes on: used ones too, so that their reuse is recognised and ends the session'`,
  `COMMENT ON COLUMN refresh_token.post_id IS 'The post that the next access token acts through'`,
  `CREATE INDEX refresh_token_by_session ON refresh_token (region_id, session_id)`,
  `CREATE INDEX refresh_token_by_person ON refresh_token (region_id, person_id)`,

  `ALTER TABLE refresh_token ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE refresh_token FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE ON refresh_token TO lianjian_app`,
  `CREATE POLICY refresh_token_select ON refresh_token FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (secret_hash = app.secret_hash() OR person_id = app.person_id()))`,
  `CREATE POLICY refresh_token_issue ON refresh_token FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND person_id = app.person_id())`,
  `CREATE POLICY refresh_token_clear ON refresh_token FOR DELETE TO lianjian_app
    USING (region_id = app.region_id() AND person_id = app.person_id())`,
];

const DOWN = [
  `DROP TABLE refresh_token`,
  `REVOKE UPDATE (expires_at, generation, refreshed_at) ON session FROM lianjian_app`,
  `ALTER TABLE session DROP CONSTRAINT session_person_key`,
  `ALTER TABLE session DROP COLUMN device, DROP COLUMN generation, DROP COLUMN refreshed_at`,
];

export class RotateRefreshTokens1795305611000 implements MigrationInterface {
  name = 'RotateRefreshTokens1795305611000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
