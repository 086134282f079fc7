import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE offer ADD COLUMN exceptions jsonb NOT NULL DEFAULT '[]'`,
  `COMMENT ON COLUMN offer.exceptions IS 'Entries {day, spans}: hours of that local day in the place of the weekly ones, as minutes from and to; no spans, not open'`,
  `GRANT UPDATE (exceptions) ON offer TO lianjian_app`,

  `CREATE TABLE offer_closure (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_ids uuid[] NOT NULL DEFAULT '{}',
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    reason text NOT NULL,
    closed_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT offer_closure_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT offer_closure_span_check CHECK (ends_at > starts_at),
    CONSTRAINT offer_closure_offer_fkey FOREIGN KEY (region_id, offer_id, unit_id) REFERENCES offer (region_id, id, unit_id)
  )`,
  `COMMENT ON TABLE offer_closure IS 'A span in which the owner does not lend an offer, whatever its hours; the reason is read wherever the offer is. One that is over stays'`,
  `COMMENT ON COLUMN offer_closure.network_ids IS 'Networks the offer is published to, repeated because a row policy reads its own row only'`,
  `COMMENT ON COLUMN offer_closure.closed_at IS 'When the owner said so'`,
  `CREATE INDEX offer_closure_by_offer ON offer_closure (region_id, offer_id, starts_at, id)`,
  `ALTER TABLE offer_closure ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE offer_closure FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (network_ids, ends_at, version) ON offer_closure TO lianjian_app`,
  `CREATE POLICY offer_closure_select ON offer_closure FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR network_ids && app.reading_network_ids()))`,
  `CREATE POLICY offer_closure_insert ON offer_closure FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND network_ids <@ app.member_network_ids())`,
  `CREATE POLICY offer_closure_update ON offer_closure FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND network_ids <@ app.member_network_ids())`,
  `CREATE POLICY offer_closure_delete ON offer_closure FOR DELETE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())`,
];

const DOWN = [`DROP TABLE offer_closure`, `ALTER TABLE offer DROP COLUMN exceptions`];

export class CloseOffers1795305653000 implements MigrationInterface {
  name = 'CloseOffers1795305653000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    await changeReasons(runner, (check) => check.replace(']', `, 'CLOSED'::text]`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await changeReasons(runner, (check) => check.replace(`, 'CLOSED'::text`, ''));
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** From the reasons that there are by now: several migrations add some. */
async function changeReasons(runner: QueryRunner, change: (check: string) => string): Promise<void> {
  const [{ check }] = (await runner.query(
    `SELECT pg_get_constraintdef(oid) AS "check" FROM pg_constraint WHERE conname = 'booking_reason_check'`,
  )) as [{ check: string }];
  await runner.query(`ALTER TABLE booking DROP CONSTRAINT booking_reason_check`);
  await runner.query(`ALTER TABLE booking ADD CONSTRAINT booking_reason_check ${change(check)}`);
}
