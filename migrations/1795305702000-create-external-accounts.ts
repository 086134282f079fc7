import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `app.enter_bearer` as it was, but for whose own rows a hash opens. */
const enterBearer = (also: string): string => `
  CREATE OR REPLACE FUNCTION app.enter_bearer(p_region uuid, p_hash bytea) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM app.clear();
      PERFORM app.set_local('region_id', p_region::text);
      PERFORM app.set_local('secret_hash', p_hash::text);
      PERFORM app.set_local('person_id', coalesce(
        (SELECT t.person_id FROM refresh_token t WHERE t.region_id = p_region AND t.secret_hash = p_hash),
        (SELECT c.person_id FROM password_code c WHERE c.region_id = p_region AND c.secret_hash = p_hash)${also})::text);
    END $$`;

const UP = [
  `CREATE TABLE external_account (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    issuer text NOT NULL,
    identity_hash bytea NOT NULL,
    linked_at timestamptz NOT NULL,
    CONSTRAINT external_account_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT external_account_identity_key UNIQUE (region_id, identity_hash),
    CONSTRAINT external_account_person_key UNIQUE (region_id, person_id, issuer),
    CONSTRAINT external_account_account_fkey FOREIGN KEY (region_id, account_id, person_id, unit_id)
      REFERENCES account (region_id, id, person_id, unit_id)
  )`,
  `COMMENT ON TABLE external_account IS 'With which identity at a provider outside a person signs in, beside the password; linked by the person, never made by signing in'`,
  `COMMENT ON COLUMN external_account.identity_hash IS 'SHA-256 of the SHA-256 of issuer and subject: whoever has proved to be that one sees this row, and who that is stands nowhere'`,
  `CREATE INDEX external_account_by_account ON external_account (region_id, account_id)`,
  `ALTER TABLE external_account ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE external_account FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE ON external_account TO lianjian_app`,
  `CREATE POLICY external_account_select ON external_account FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (identity_hash = app.secret_hash() OR person_id = app.person_id()))`,
  `CREATE POLICY external_account_link ON external_account FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND person_id = app.person_id())`,
  `CREATE POLICY external_account_unlink ON external_account FOR DELETE TO lianjian_app
    USING (region_id = app.region_id() AND person_id = app.person_id())`,
  enterBearer(`,
        (SELECT x.person_id FROM external_account x WHERE x.region_id = p_region AND x.identity_hash = p_hash)`),
];

export class CreateExternalAccounts1795305702000 implements MigrationInterface {
  name = 'CreateExternalAccounts1795305702000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(enterBearer(''));
    await runner.query(`DROP TABLE external_account`);
  }
}
