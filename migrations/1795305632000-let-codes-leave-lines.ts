import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE password_code ADD COLUMN account text`,
  `COMMENT ON COLUMN password_code.account IS 'Name of the account, for the line of the past; none in codes of before'`,
  `ALTER TABLE password_code ADD COLUMN issuer_unit_id uuid`,
  `COMMENT ON COLUMN password_code.issuer_unit_id IS 'The unit that gave the code and reads what became of it; none for the operator'`,
  `ALTER TABLE password_code ADD CONSTRAINT password_code_issuer_fkey FOREIGN KEY (region_id, issuer_unit_id)
    REFERENCES unit (region_id, id)`,
  // Whoever bears a code holds no post: this one line is all that can be written so.
  `CREATE POLICY audit_line_redeem ON audit_line FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND app.secret_hash() IS NOT NULL AND app.post_id() IS NULL
      AND thing_type = 'Account' AND part = 'Account' AND act = 'PASSWORD_SET' AND manner = 'BY_RULE'
      AND role = 'SYSTEM' AND post_id IS NULL AND person_ids = ARRAY[app.person_id()]
      AND unit_code IS NULL AND network_ids = '{}' AND committee_network_ids = '{}')`,
];

const DOWN = [
  `DROP POLICY audit_line_redeem ON audit_line`,
  `ALTER TABLE password_code DROP CONSTRAINT password_code_issuer_fkey`,
  `ALTER TABLE password_code DROP COLUMN issuer_unit_id`,
  `ALTER TABLE password_code DROP COLUMN account`,
];

export class LetCodesLeaveLines1795305632000 implements MigrationInterface {
  name = 'LetCodesLeaveLines1795305632000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
