import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one line that whoever bears a code can write. */
const lineOfCode = (acts: string): string => `
  ALTER POLICY audit_line_redeem ON audit_line
    WITH CHECK (region_id = app.region_id() AND app.secret_hash() IS NOT NULL AND app.post_id() IS NULL
      AND thing_type = 'Account' AND part = 'Account' AND act ${acts} AND manner = 'BY_RULE'
      AND role = 'SYSTEM' AND post_id IS NULL AND person_ids = ARRAY[app.person_id()]
      AND unit_code IS NULL AND network_ids = '{}' AND committee_network_ids = '{}')`;

const UP = [
  `ALTER TABLE network ADD COLUMN opens_accounts_externally boolean NOT NULL DEFAULT false`,
  `COMMENT ON COLUMN network.opens_accounts_externally IS 'Whether a one-time code opens an account of its units with an identity outside alone, without a password'`,
  `GRANT UPDATE (opens_accounts_externally) ON network TO lianjian_operator`,
  lineOfCode(`IN ('PASSWORD_SET', 'OPENED_EXTERNALLY')`),
];

const DOWN = [lineOfCode(`= 'PASSWORD_SET'`), `ALTER TABLE network DROP COLUMN opens_accounts_externally`];

export class OpenAccountsExternally1795305708600 implements MigrationInterface {
  name = 'OpenAccountsExternally1795305708600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
