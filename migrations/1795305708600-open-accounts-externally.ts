import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE network ADD COLUMN opens_accounts_externally boolean NOT NULL DEFAULT false`,
  `COMMENT ON COLUMN network.opens_accounts_externally IS 'Whether a one-time code opens an account of its units with an identity outside alone, without a password'`,
  `GRANT UPDATE (opens_accounts_externally) ON network TO lianjian_operator`,
];

export class OpenAccountsExternally1795305708600 implements MigrationInterface {
  name = 'OpenAccountsExternally1795305708600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE network DROP COLUMN opens_accounts_externally`);
  }
}
