import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE unit_registration (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_ids uuid[] NOT NULL DEFAULT '{}',
    credit_code text NOT NULL,
    CONSTRAINT unit_registration_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT unit_registration_credit_code_check CHECK (credit_code ~ '^[0-9A-Y]{18}$'),
    CONSTRAINT unit_registration_unit_fkey FOREIGN KEY (region_id, id) REFERENCES unit (region_id, id)
  )`,
  `COMMENT ON TABLE unit_registration IS 'How a unit is registered, for itself and the committees of its networks; the id is the unit’s'`,
  `COMMENT ON COLUMN unit_registration.network_ids IS 'As of the unit, repeated because a row policy reads its own row only'`,
  `COMMENT ON COLUMN unit_registration.credit_code IS 'Unified social credit code (统一社会信用代码, GB 32100-2015); its check character is judged by the application'`,
  `ALTER TABLE unit_registration ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE unit_registration FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (network_ids) ON unit_registration TO lianjian_app`,
  `GRANT SELECT, INSERT, UPDATE (network_ids, credit_code) ON unit_registration TO lianjian_operator`,
  `CREATE POLICY unit_registration_select ON unit_registration FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (id = app.unit_id() OR network_ids && app.convened_network_ids()))`,
  `CREATE POLICY unit_registration_insert ON unit_registration FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND id = app.unit_id())`,
  `CREATE POLICY unit_registration_update ON unit_registration FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND id = app.unit_id())`,
  `CREATE POLICY unit_registration_operate ON unit_registration TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,
];

export class RegisterUnits1795305653100 implements MigrationInterface {
  name = 'RegisterUnits1795305653100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE unit_registration`);
  }
}
