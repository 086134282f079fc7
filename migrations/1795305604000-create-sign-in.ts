import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All that a context is made of, and is empty where there is none. */
const SETTINGS = [
  'region_id',
  'person_id',
  'post_id',
  'session_id',
  'unit_id',
  'held_unit_ids',
  'unit_code',
  'role',
  'member_network_ids',
  'reading_network_ids',
  'known_network_ids',
  'invited_network_ids',
  'convened_network_ids',
  'on_behalf_unit_id',
  'on_behalf_unit_code',
  'on_behalf_network_ids',
];

const UP = [
  `CREATE TABLE account (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT account_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT account_name_key UNIQUE (region_id, name),
    CONSTRAINT account_person_key UNIQUE (region_id, person_id),
    CONSTRAINT account_person_fkey FOREIGN KEY (region_id, person_id) REFERENCES person (region_id, id)
  )`,
  `COMMENT ON TABLE account IS 'The name and password with which a person signs in; names are made by the platform, so that taking one tells nothing'`,
  `COMMENT ON COLUMN account.password_hash IS 'argon2id; readable by the sign-in function alone'`,

  `CREATE TABLE session (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT session_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT session_person_fkey FOREIGN KEY (region_id, person_id) REFERENCES person (region_id, id)
  )`,
  `COMMENT ON TABLE session IS 'One sign-in of a person; ended by sign-out, and then every token of it is refused'`,
  `CREATE INDEX session_by_person ON session (region_id, person_id, started_at)`,

  `CREATE TABLE sign_in_attempt (
    subject bytea NOT NULL,
    window_starts_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (subject)
  )`,
  `COMMENT ON TABLE sign_in_attempt IS 'Counts of sign-ins by hashed account or address; without a region, because it is counted before the region is known'`,

  `CREATE TABLE signing_key (
    kid text NOT NULL,
    private_jwk jsonb NOT NULL,
    public_jwk jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT signing_key_pkey PRIMARY KEY (kid)
  )`,
  `COMMENT ON TABLE signing_key IS 'Ed25519 keys of access tokens, shared by every API process; the youngest one signs, all of them verify until removed'`,

  `ALTER TABLE account ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE account FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT (region_id, id, person_id, name, created_at), INSERT ON account TO lianjian_app`,
  `GRANT SELECT, INSERT ON account TO lianjian_operator`,
  `GRANT SELECT ON account TO lianjian_sign_in`,
  `CREATE POLICY account_select ON account FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND person_id = app.person_id())`,
  `CREATE POLICY account_appoint ON account FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND app.role() = 'SECRETARY')`,
  `CREATE POLICY account_operate ON account TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,
  `CREATE POLICY account_sign_in ON account FOR SELECT TO lianjian_sign_in USING (true)`,

  `ALTER TABLE session ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE session FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (ended_at) ON session TO lianjian_app`,
  `CREATE POLICY session_select ON session FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (id = app.session_id() OR person_id = app.person_id()))`,
  `CREATE POLICY session_start ON session FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND person_id = app.person_id())`,
  `CREATE POLICY session_end ON session FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND person_id = app.person_id())
    WITH CHECK (region_id = app.region_id() AND person_id = app.person_id())`,

  `GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO lianjian_app`,
  `GRANT SELECT, INSERT ON signing_key TO lianjian_app`,

  // The one door that is open before anybody is known: it answers for one account name, and only that.
  `CREATE FUNCTION app.find_account(p_region_code text, p_name text, p_now timestamptz)
    RETURNS TABLE (region_id uuid, person_id uuid, password_hash text, posts json)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    BEGIN ATOMIC
      SELECT a.region_id, a.person_id, a.password_hash, (
        SELECT coalesce(json_agg(json_build_object('id', p.id, 'role', p.role) ORDER BY p.since, p.id), '[]')
        FROM post p
        WHERE p.region_id = a.region_id AND p.person_id = a.person_id AND p.revoked_at IS NULL
          AND p.since <= p_now AND (p.until IS NULL OR p.until > p_now))
      FROM region r JOIN account a ON a.region_id = r.id
      WHERE r.code = p_region_code AND a.name = p_name;
    END`,
  `COMMENT ON FUNCTION app.find_account(text, text, timestamptz) IS 'Sign-in: the account of that name with its password hash and current posts, before any tenant is known'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_sign_in`,
  `ALTER FUNCTION app.find_account(text, text, timestamptz) OWNER TO lianjian_sign_in`,
  `REVOKE CREATE ON SCHEMA app FROM lianjian_sign_in`,
  `REVOKE ALL ON FUNCTION app.find_account(text, text, timestamptz) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.find_account(text, text, timestamptz) TO lianjian_app`,

  `CREATE FUNCTION app.enter_networks(p_region uuid, p_unit uuid, p_scope uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      members uuid[];
      guests uuid[];
      invited uuid[];
    BEGIN
      PERFORM app.set_local('unit_id', p_unit::text);
      PERFORM app.set_local('unit_code', u.code) FROM unit u WHERE u.region_id = p_region AND u.id = p_unit;
      SELECT coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'ACTIVE' AND m.role <> 'GUEST'), '{}'),
             coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'ACTIVE' AND m.role = 'GUEST'), '{}'),
             coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'INVITED'), '{}')
        INTO members, guests, invited
        FROM membership m
        WHERE m.region_id = p_region AND m.unit_code = app.unit_code();
      PERFORM app.set_locals(
        'member_network_ids', members::text,
        'reading_network_ids', (members || p_scope)::text,
        'known_network_ids', (members || p_scope || guests)::text,
        'invited_network_ids', invited::text);
    END $$`,
  `COMMENT ON FUNCTION app.enter_networks(uuid, uuid, uuid[]) IS 'The part of the context that follows from the memberships of a unit'`,

  `CREATE FUNCTION app.clear() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM app.set_locals(${SETTINGS.map((setting) => `'${setting}', ''`).join(', ')});
    END $$`,
  `COMMENT ON FUNCTION app.clear() IS 'No tenant: no row of any region is visible'`,

  `CREATE FUNCTION app.enter(p_region uuid, p_post uuid, p_session uuid, p_now timestamptz)
    RETURNS TABLE (person_id uuid, unit_id uuid, role text, member_network_ids uuid[], convened_network_ids uuid[],
      scope_network_ids uuid[])
    LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    DECLARE
      held post;
      convened uuid[] := '{}';
    BEGIN
      PERFORM app.clear();
      PERFORM app.set_locals('region_id', p_region::text, 'post_id', p_post::text, 'session_id', p_session::text);
      SELECT p.* INTO held FROM post p
        WHERE p.region_id = p_region AND p.id = p_post AND p.revoked_at IS NULL
          AND p.since <= p_now AND (p.until IS NULL OR p.until > p_now);
      IF NOT FOUND OR (p_session IS NOT NULL AND NOT EXISTS (
        SELECT FROM session s WHERE s.region_id = p_region AND s.id = p_session
          AND s.person_id = held.person_id AND s.ended_at IS NULL AND s.expires_at > p_now))
      THEN
        PERFORM app.clear();
        RETURN;
      END IF;
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
    END $$`,
  `COMMENT ON FUNCTION app.enter(uuid, uuid, uuid, timestamptz) IS
    'Sets the context of one transaction from a post that is held at p_now and, unless signing in, a session that goes on; no row otherwise'`,

  `CREATE FUNCTION app.enter_unit(p_region uuid, p_unit uuid) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM app.clear();
      PERFORM app.set_local('region_id', p_region::text);
      PERFORM app.set_local('role', 'SYSTEM');
      PERFORM app.enter_networks(p_region, p_unit, '{}');
    END $$`,
  `COMMENT ON FUNCTION app.enter_unit(uuid, uuid) IS 'Sets the context in which the platform acts in the name of one unit: what that unit has set to happen by itself'`,
  `REVOKE ALL ON FUNCTION app.enter_networks(uuid, uuid, uuid[]), app.clear(), app.enter(uuid, uuid, uuid, timestamptz),
    app.enter_unit(uuid, uuid) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.enter_networks(uuid, uuid, uuid[]), app.clear(), app.enter(uuid, uuid, uuid, timestamptz),
    app.enter_unit(uuid, uuid) TO lianjian_app`,
];

const DOWN = [
  `DROP FUNCTION app.enter_unit(uuid, uuid)`,
  `DROP FUNCTION app.enter(uuid, uuid, uuid, timestamptz)`,
  `DROP FUNCTION app.clear()`,
  `DROP FUNCTION app.enter_networks(uuid, uuid, uuid[])`,
  `DROP FUNCTION app.find_account(text, text, timestamptz)`,
  `DROP TABLE signing_key`,
  `DROP TABLE sign_in_attempt`,
  `DROP TABLE session`,
  `DROP TABLE account`,
];

export class CreateSignIn1795305604000 implements MigrationInterface {
  name = 'CreateSignIn1795305604000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
