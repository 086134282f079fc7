import type { MigrationInterface, QueryRunner } from 'typeorm';

const recorded = (states: string): string[] => [
  `ALTER TABLE dish DROP CONSTRAINT dish_recorded_check`,
  `ALTER TABLE dish ADD CONSTRAINT dish_recorded_check CHECK (recorded_at IS NULL OR (ends_at <= recorded_at
    AND state NOT IN (${states}) AND (state <> 'TAKEN' OR published_at IS NOT NULL)
    AND quota IS NULL AND quota_per_unit IS NULL AND sign_up_deadline IS NULL AND NOT allows_passing AND order_id IS NULL))`,
];

const HOST = `region_id = app.region_id() AND network_id = ANY (app.convened_network_ids()) AND is_proposed`;
const host = (yes: string): string =>
  `ALTER POLICY dish_host_insert ON dish_host WITH CHECK (${HOST} AND (state = 'ASKED' OR (state = 'ACCEPTED' AND ${yes})))`;

const KINDS = `'PROMOTED', 'SIGN_UP_ENDED', 'DATES_CANCELLED', 'DATES_RESTORED', 'MENU_CHANGED'`;
const notices = (kinds: string, ofRecord: string): string[] => [
  `ALTER TABLE menu_notice DROP CONSTRAINT menu_notice_kind_check`,
  `ALTER TABLE menu_notice ADD CONSTRAINT menu_notice_kind_check CHECK (kind IN (${kinds}))`,
  `ALTER TABLE menu_notice DROP CONSTRAINT menu_notice_about_check`,
  `ALTER TABLE menu_notice ADD CONSTRAINT menu_notice_about_check CHECK (
    CASE kind WHEN 'MENU_CHANGED' THEN menu_version_id IS NOT NULL AND sign_up_id IS NULL AND dish_id IS NULL AND title IS NULL
              ${ofRecord}
              ELSE menu_version_id IS NULL AND sign_up_id IS NOT NULL AND dish_id IS NOT NULL AND title IS NOT NULL END)`,
];

const UP = [
  ...recorded(`'DRAFT'`),
  // What the committee took part in beside the unit that led it is its own word.
  host(`(on_behalf OR unit_id = dish_unit_id)`),
  ...notices(
    `${KINDS}, 'RECORD_STRUCK_OUT'`,
    `WHEN 'RECORD_STRUCK_OUT' THEN menu_version_id IS NULL AND sign_up_id IS NULL AND dish_id IS NOT NULL AND title IS NOT NULL`,
  ),
  `CREATE UNIQUE INDEX menu_notice_record_key ON menu_notice (region_id, unit_id, dish_id) WHERE kind = 'RECORD_STRUCK_OUT'`,
  `COMMENT ON TABLE menu_notice IS 'What a unit is told of what it has signed up for, or is named on; once, and never changed'`,
];

// What was struck out is not restored in silence: the first of these refuses while there is any.
const DOWN = [
  ...recorded(`'DRAFT', 'CANCELLED'`),
  host(`on_behalf`),
  `DROP INDEX menu_notice_record_key`,
  ...notices(KINDS, ''),
  `COMMENT ON TABLE menu_notice IS 'What a unit is told of what it has signed up for; once, and never changed'`,
];

/** What was recorded by mistake is struck out, and those named on it are told. */
export class StrikeOutDishes1795305695000 implements MigrationInterface {
  name = 'StrikeOutDishes1795305695000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
