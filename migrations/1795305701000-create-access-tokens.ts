import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `app.enter` as it was, but for how it looks the session up. */
const enter = (declared: string, look: string, entered: string): string => `
  CREATE OR REPLACE FUNCTION app.enter(p_region uuid, p_post uuid, p_session uuid, p_now timestamptz)
    RETURNS TABLE (person_id uuid, unit_id uuid, role text, member_network_ids uuid[], convened_network_ids uuid[],
      scope_network_ids uuid[])
    LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    DECLARE
      held post;
      convened uuid[] := '{}';${declared}
    BEGIN
      PERFORM app.clear();
      PERFORM app.set_locals('region_id', p_region::text, 'post_id', p_post::text, 'session_id', p_session::text);
      SELECT p.* INTO held FROM post p
        WHERE p.region_id = p_region AND p.id = p_post AND p.revoked_at IS NULL
          AND p.since <= p_now AND (p.until IS NULL OR p.until > p_now);${look}
      THEN
        PERFORM app.clear();
        RETURN;
      END IF;${entered}
      PERFORM app.set_locals('person_id', held.person_id::text, 'role', held.role);
      PERFORM app.set_local('held_unit_ids', ARRAY(SELECT p.unit_id FROM post p
        WHERE p.region_id = p_region AND p.person_id = held.person_id AND p.revoked_at IS NULL)::text);
      PERFORM app.enter_networks(p_region, held.unit_id, held.scope_network_ids);
      IF held.role IN ('SECRETARY', 'OFFICER') THEN
        convened := ARRAY(SELECT m.network_id FROM membership m
          WHERE m.region_id = p_region AND m.unit_id = held.unit_id AND m.role = 'CONVENER' AND m.state = 'ACTIVE');
        PERFORM app.set_local('convened_network_ids', convened::text);
      ELSIF held.role = 'REPRESENTATIVE' THEN
        PERFORM app.set_local('unit_id', '');
        PERFORM app.set_local('unit_code', '');
      END IF;
      RETURN QUERY SELECT held.person_id, held.unit_id, held.role, app.member_network_ids(), convened, held.scope_network_ids;
    END $$`;

const ENTER_AS_IT_WAS = enter(
  '',
  `
      IF NOT FOUND OR (p_session IS NOT NULL AND NOT EXISTS (
        SELECT FROM session s WHERE s.region_id = p_region AND s.id = p_session
          AND s.person_id = held.person_id AND s.ended_at IS NULL AND s.expires_at > p_now))`,
  '',
);

const ENTER_BY_ACCESS = enter(
  `
      through session;`,
  `
      IF FOUND AND p_session IS NOT NULL THEN
        SELECT s.* INTO through FROM session s WHERE s.region_id = p_region AND s.id = p_session
          AND s.person_id = held.person_id AND s.ended_at IS NULL AND s.expires_at > p_now;
      END IF;
      IF NOT FOUND`,
  `
      IF through.access = 'READ' THEN
        SET LOCAL transaction_read_only = on;
      END IF;`,
);

const UP = [
  `ALTER TABLE session ADD COLUMN access text`,
  `COMMENT ON COLUMN session.access IS 'What a program may do that bears the access token of this session; none for a sign-in of the person'`,
  `ALTER TABLE session ADD CONSTRAINT session_access_check CHECK (access IN ('READ', 'READ_WRITE'))`,
  `ALTER TABLE session ADD CONSTRAINT session_access_key UNIQUE (region_id, id, person_id, access)`,

  `CREATE TABLE access_token (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    post_id uuid NOT NULL,
    role text NOT NULL,
    name text NOT NULL,
    access text NOT NULL,
    secret_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_on date NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT access_token_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT access_token_secret_key UNIQUE (region_id, secret_hash),
    CONSTRAINT access_token_session_fkey FOREIGN KEY (region_id, id, person_id, access)
      REFERENCES session (region_id, id, person_id, access),
    CONSTRAINT access_token_post_fkey FOREIGN KEY (region_id, post_id, person_id) REFERENCES post (region_id, id, person_id)
  )`,
  `COMMENT ON TABLE access_token IS 'With which a program acts as one post: the bearer’s side of a session that has the same id; revoking deletes it and ends the session'`,
  `COMMENT ON COLUMN access_token.secret_hash IS 'SHA-256 of the secret in the token; the secret itself is nowhere'`,
  `COMMENT ON COLUMN access_token.role IS 'That of the post, which never changes: whoever bears the secret sees this row and not the post'`,
  `COMMENT ON COLUMN access_token.expires_on IS 'The last day on which it is valid, in the zone of the region; the instant stands in the session'`,
  `COMMENT ON COLUMN access_token.last_used_at IS 'To ten minutes, so that reading writes nothing in most requests'`,
  `CREATE INDEX access_token_by_post ON access_token (region_id, post_id, created_at, id)`,
  `ALTER TABLE access_token ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE access_token FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (last_used_at) ON access_token TO lianjian_app`,
  `CREATE POLICY access_token_select ON access_token FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (secret_hash = app.secret_hash() OR post_id = app.post_id()))`,
  `CREATE POLICY access_token_create ON access_token FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND post_id = app.post_id() AND person_id = app.person_id() AND role = app.role())`,
  `CREATE POLICY access_token_use ON access_token FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND secret_hash = app.secret_hash())
    WITH CHECK (region_id = app.region_id() AND secret_hash = app.secret_hash())`,
  `CREATE POLICY access_token_revoke ON access_token FOR DELETE TO lianjian_app
    USING (region_id = app.region_id() AND post_id = app.post_id())`,
  ENTER_BY_ACCESS,
];

const DOWN = [
  ENTER_AS_IT_WAS,
  `DROP TABLE access_token`,
  `ALTER TABLE session DROP CONSTRAINT session_access_key`,
  `ALTER TABLE session DROP CONSTRAINT session_access_check`,
  `ALTER TABLE session DROP COLUMN access`,
];

export class CreateAccessTokens1795305701000 implements MigrationInterface {
  name = 'CreateAccessTokens1795305701000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
