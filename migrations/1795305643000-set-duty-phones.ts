import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetDutyPhones1795305643000 implements MigrationInterface {
  name = 'SetDutyPhones1795305643000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT UPDATE (duty_phone) ON post TO lianjian_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE (duty_phone) ON post FROM lianjian_app`);
  }
}
