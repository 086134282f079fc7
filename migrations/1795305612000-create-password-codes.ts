import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPOINTS = `app.role() IN ('SECRETARY', 'LIAISON', 'SYSTEM')`;

const UP = [
  `ALTER TABLE account ADD COLUMN unit_id uuid`,
  `COMMENT ON COLUMN account.unit_id IS 'The unit for which it was made, and whose appointers alone give codes for it: a post elsewhere never opens it'`,
  // The owner is bound by row policies too, and has none of its own.
  `ALTER TABLE account NO FORCE ROW LEVEL SECURITY`,
  `ALTER TABLE post NO FORCE ROW LEVEL SECURITY`,
  `UPDATE account SET unit_id = (SELECT p.unit_id FROM post p
    WHERE p.region_id = account.region_id AND p.person_id = account.person_id ORDER BY p.since, p.id LIMIT 1)`,
  `ALTER TABLE post FORCE ROW LEVEL SECURITY`,
  `ALTER TABLE account FORCE ROW LEVEL SECURITY`,
  `ALTER TABLE account ALTER COLUMN unit_id SET NOT NULL`,
  `ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL`,
  `COMMENT ON COLUMN account.password_hash IS 'argon2id; readable by the sign-in function alone; none until the person has set one'`,
  `ALTER TABLE account ADD CONSTRAINT account_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id)`,
  `ALTER TABLE account ADD CONSTRAINT account_home_key UNIQUE (region_id, id, person_id, unit_id)`,
  `GRANT SELECT (unit_id), UPDATE (password_hash) ON account TO lianjian_app`,
  `ALTER POLICY account_select ON account
    USING (region_id = app.region_id() AND (person_id = app.person_id() OR (unit_id = app.unit_id() AND ${APPOINTS})))`,
  `ALTER POLICY account_appoint ON account
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND ${APPOINTS})`,
  `CREATE POLICY account_set_password ON account FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND person_id = app.person_id())
    WITH CHECK (region_id = app.region_id() AND person_id = app.person_id())`,
  `ALTER POLICY person_appoint ON person WITH CHECK (region_id = app.region_id() AND ${APPOINTS})`,

  `CREATE TABLE password_code (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT password_code_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT password_code_account_key UNIQUE (region_id, account_id),
    CONSTRAINT password_code_secret_key UNIQUE (region_id, secret_hash),
    CONSTRAINT password_code_account_fkey FOREIGN KEY (region_id, account_id, person_id, unit_id)
      REFERENCES account (region_id, id, person_id, unit_id)
  )`,
  `COMMENT ON TABLE password_code IS 'The one code with which a person sets a password; using it deletes it, a new one takes its place'`,
  `ALTER TABLE password_code ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE password_code FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE ON password_code TO lianjian_app, lianjian_operator`,
  `CREATE POLICY password_code_operate ON password_code TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,
  `CREATE POLICY password_code_select ON password_code FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (secret_hash = app.secret_hash() OR (unit_id = app.unit_id() AND ${APPOINTS})))`,
  `CREATE POLICY password_code_issue ON password_code FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND ${APPOINTS})`,
  `CREATE POLICY password_code_use ON password_code FOR DELETE TO lianjian_app
    USING (region_id = app.region_id() AND (secret_hash = app.secret_hash() OR (unit_id = app.unit_id() AND ${APPOINTS})))`,

  `CREATE FUNCTION app.enter_bearer(p_region uuid, p_hash bytea) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM app.clear();
      PERFORM app.set_local('region_id', p_region::text);
      PERFORM app.set_local('secret_hash', p_hash::text);
      PERFORM app.set_local('person_id', coalesce(
        (SELECT t.person_id FROM refresh_token t WHERE t.region_id = p_region AND t.secret_hash = p_hash),
        (SELECT c.person_id FROM password_code c WHERE c.region_id = p_region AND c.secret_hash = p_hash))::text);
    END $$`,
  `COMMENT ON FUNCTION app.enter_bearer(uuid, bytea) IS
    'The context of one transaction for whoever bears a secret: its own row is visible, and what is its person’s own; no post, no unit'`,
  `REVOKE ALL ON FUNCTION app.enter_bearer(uuid, bytea) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.enter_bearer(uuid, bytea) TO lianjian_app`,
];

const DOWN = [
  `DROP FUNCTION app.enter_bearer(uuid, bytea)`,
  `DROP TABLE password_code`,
  `ALTER POLICY person_appoint ON person WITH CHECK (region_id = app.region_id() AND app.role() = 'SECRETARY')`,
  `DROP POLICY account_set_password ON account`,
  `ALTER POLICY account_appoint ON account WITH CHECK (region_id = app.region_id() AND app.role() = 'SECRETARY')`,
  `ALTER POLICY account_select ON account USING (region_id = app.region_id() AND person_id = app.person_id())`,
  `REVOKE UPDATE (password_hash) ON account FROM lianjian_app`,
  `ALTER TABLE account DROP CONSTRAINT account_home_key`,
  `ALTER TABLE account DROP CONSTRAINT account_unit_fkey`,
  `COMMENT ON COLUMN account.password_hash IS 'argon2id; readable by the sign-in function alone'`,
  `ALTER TABLE account ALTER COLUMN password_hash SET NOT NULL`,
  `ALTER TABLE account DROP COLUMN unit_id`,
];

export class CreatePasswordCodes1795305612000 implements MigrationInterface {
  name = 'CreatePasswordCodes1795305612000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
