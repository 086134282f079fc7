import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE booking ADD COLUMN recorded_at timestamptz`,
  `COMMENT ON COLUMN booking.recorded_at IS 'When a past use was written down afterwards (补录); null for what was asked for'`,
  `ALTER TABLE booking ADD CONSTRAINT booking_recorded_check
    CHECK (recorded_at IS NULL OR (ends_at <= recorded_at AND state IN ('COMPLETED', 'CANCELLED')))`,
  `CREATE POLICY booking_record ON booking FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND network_id = ANY (app.member_network_ids())
      AND recorded_at IS NOT NULL AND state = 'COMPLETED'
      AND (owner_unit_id = app.unit_id() OR owner_unit_id = app.on_behalf_unit_id()))`,
];

const DOWN = [
  `DROP POLICY booking_record ON booking`,
  `ALTER TABLE booking DROP CONSTRAINT booking_recorded_check`,
  `ALTER TABLE booking DROP COLUMN recorded_at`,
];

export class AllowRecordingAfterTheFact1795305617000 implements MigrationInterface {
  name = 'AllowRecordingAfterTheFact1795305617000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
