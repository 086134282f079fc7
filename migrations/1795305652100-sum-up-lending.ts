import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE lending_month (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    month date NOT NULL,
    requests integer NOT NULL,
    answers integer NOT NULL,
    median_answer_minutes numeric,
    declines jsonb NOT NULL,
    uses integer NOT NULL,
    used_minutes integer NOT NULL,
    utilised_minutes integer NOT NULL,
    open_minutes integer NOT NULL,
    no_shows integer NOT NULL,
    CONSTRAINT lending_month_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT lending_month_key UNIQUE (region_id, unit_id, network_id, month),
    CONSTRAINT lending_month_month_check CHECK (extract(day FROM month) = 1),
    CONSTRAINT lending_month_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id),
    CONSTRAINT lending_month_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id)
  )`,
  `COMMENT ON TABLE lending_month IS 'Figures of what a unit lent through a network, by the month in which the bookings start: all that a steward sees of them. Counted anew by jobs'`,
  `COMMENT ON COLUMN lending_month.month IS 'First day of the month by the zone of the region'`,
  `COMMENT ON COLUMN lending_month.declines IS '[{reason, count}]: how many by each BookingReason'`,
  `COMMENT ON COLUMN lending_month.utilised_minutes IS 'Of used_minutes those of what is lent whole and still shown; open_minutes are its hours in the month'`,
  `CREATE INDEX lending_month_by_unit ON lending_month (region_id, unit_id, month, id)`,
  `CREATE INDEX lending_month_by_network ON lending_month (region_id, network_id, month, id)`,
  `ALTER TABLE lending_month ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE lending_month FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (requests, answers, median_answer_minutes, declines, uses, used_minutes,
    utilised_minutes, open_minutes, no_shows)
    ON lending_month TO lianjian_app`,
  `CREATE POLICY lending_month_select ON lending_month FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())
      OR (app.role() = 'STEWARD' AND network_id = ANY (app.reading_network_ids()))))`,
  `CREATE POLICY lending_month_insert ON lending_month FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id())`,
  `CREATE POLICY lending_month_update ON lending_month FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id())`,
];

export class SumUpLending1795305652100 implements MigrationInterface {
  name = 'SumUpLending1795305652100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE lending_month`);
  }
}
