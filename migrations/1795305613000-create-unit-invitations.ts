import type { MigrationInterface, QueryRunner } from 'typeorm';

const MINE = `region_id = app.region_id() AND unit_id = app.unit_id() AND app.role() IN ('SECRETARY', 'SYSTEM')`;

const UP = [
  `ALTER TABLE membership ADD CONSTRAINT membership_id_code_key UNIQUE (region_id, id, unit_code)`,
  `CREATE TABLE unit_invitation (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    membership_id uuid NOT NULL,
    unit_code text NOT NULL,
    unit_name text NOT NULL,
    unit_kind text NOT NULL,
    secret_hash bytea NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT unit_invitation_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT unit_invitation_membership_key UNIQUE (region_id, membership_id),
    CONSTRAINT unit_invitation_secret_key UNIQUE (region_id, secret_hash),
    CONSTRAINT unit_invitation_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id),
    CONSTRAINT unit_invitation_membership_fkey FOREIGN KEY (region_id, membership_id, unit_code)
      REFERENCES membership (region_id, id, unit_code)
  )`,
  `COMMENT ON TABLE unit_invitation IS 'The one code with which a unit that is not on the platform yet comes to it and joins; using it deletes it'`,
  `COMMENT ON COLUMN unit_invitation.unit_id IS 'The committee that invites'`,
  `ALTER TABLE unit_invitation ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE unit_invitation FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE ON unit_invitation TO lianjian_app`,
  `CREATE POLICY unit_invitation_select ON unit_invitation FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (secret_hash = app.secret_hash()
      OR (unit_id = app.unit_id() AND app.role() IN ('SECRETARY', 'SYSTEM'))))`,
  `CREATE POLICY unit_invitation_issue ON unit_invitation FOR INSERT TO lianjian_app WITH CHECK (${MINE})`,
  `CREATE POLICY unit_invitation_use ON unit_invitation FOR DELETE TO lianjian_app USING (${MINE})`,

  `GRANT INSERT ON unit TO lianjian_app`,
  `CREATE POLICY unit_found ON unit FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND id = app.unit_id() AND app.role() = 'SYSTEM')`,
];

const DOWN = [
  `DROP POLICY unit_found ON unit`,
  `REVOKE INSERT ON unit FROM lianjian_app`,
  `DROP TABLE unit_invitation`,
  `ALTER TABLE membership DROP CONSTRAINT membership_id_code_key`,
];

export class CreateUnitInvitations1795305613000 implements MigrationInterface {
  name = 'CreateUnitInvitations1795305613000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
