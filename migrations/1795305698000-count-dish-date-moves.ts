import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE dish_date ADD COLUMN moved_at timestamptz`,
  `ALTER TABLE dish_date ADD COLUMN version integer NOT NULL DEFAULT 1`,
  `COMMENT ON COLUMN dish_date.moved_at IS 'When it was last put to another time; null as it was said first'`,
  `COMMENT ON COLUMN dish_date.version IS 'Rises when it is put to another time or cancelled: calendars of people tell by it which is newer'`,
  `GRANT UPDATE (moved_at, version) ON dish_date TO lianjian_app`,
];

const DOWN = [`ALTER TABLE dish_date DROP COLUMN version`, `ALTER TABLE dish_date DROP COLUMN moved_at`];

/** Each date of a dish counts its own moves, so that calendars of people see one move alone. */
export class CountDishDateMoves1795305698000 implements MigrationInterface {
  name = 'CountDishDateMoves1795305698000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
