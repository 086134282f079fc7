import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE booking ADD COLUMN asked_at timestamptz`,
  `COMMENT ON COLUMN booking.asked_at IS 'Since when whoever has the word can answer; null while it waits, and where nobody was asked'`,
  `ALTER TABLE booking NO FORCE ROW LEVEL SECURITY`,
  `UPDATE booking SET asked_at = coalesce(agreed_at, requested_at)
    WHERE confirmation <> 'AUTOMATIC' AND recorded_at IS NULL AND state <> 'WAITLISTED'`,
  `ALTER TABLE booking FORCE ROW LEVEL SECURITY`,
  // Who moves up from the waiting list does so by the offer's way of that moment.
  `GRANT UPDATE (asked_at, confirmation) ON booking TO lianjian_app`,
  `ALTER TABLE booking_use ADD COLUMN handed_over_by uuid`,
  `COMMENT ON COLUMN booking_use.handed_over_by IS 'Which side noted the hand-over, the owner if both did; null if nobody noted it alone'`,
  `ALTER TABLE booking_use ADD CONSTRAINT booking_use_handed_over_by_check
    CHECK (handed_over_by IN (owner_unit_id, requester_unit_id))`,
  `GRANT UPDATE (handed_over_by) ON booking_use TO lianjian_app`,
];

const DOWN = [
  `ALTER TABLE booking_use DROP COLUMN handed_over_by`,
  `REVOKE UPDATE (confirmation) ON booking FROM lianjian_app`,
  `ALTER TABLE booking DROP COLUMN asked_at`,
];

/** From when answers are counted, and whose word a hand-over is. */
export class DateAnswersAndNotes1795305658000 implements MigrationInterface {
  name = 'DateAnswersAndNotes1795305658000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
