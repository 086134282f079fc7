import type { MigrationInterface, QueryRunner } from 'typeorm';

const MINE = `region_id = app.region_id() AND requester_unit_id = app.unit_id()`;
const ON_BEHALF = `region_id = app.region_id() AND network_id = ANY (app.on_behalf_network_ids())
  AND requester_unit_id = app.on_behalf_unit_id()`;

const UP = [
  `CREATE TABLE booking_series (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    owner_unit_id uuid NOT NULL,
    requester_unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    offer_title text NOT NULL,
    rule text NOT NULL,
    zone text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    purpose text NOT NULL,
    heads integer,
    amount numeric,
    measure text,
    skipped jsonb NOT NULL,
    requested_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT booking_series_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT booking_series_offer_key UNIQUE (region_id, id, offer_id, requester_unit_id, network_id),
    CONSTRAINT booking_series_span_check CHECK (ends_at > starts_at),
    CONSTRAINT booking_series_heads_check CHECK (heads > 0),
    CONSTRAINT booking_series_amount_check CHECK (amount > 0),
    CONSTRAINT booking_series_measure_check CHECK ((measure IS NULL) = (amount IS NULL)),
    CONSTRAINT booking_series_offer_fkey FOREIGN KEY (region_id, offer_id, owner_unit_id) REFERENCES offer (region_id, id, unit_id),
    CONSTRAINT booking_series_publication_fkey FOREIGN KEY (region_id, offer_id, network_id)
      REFERENCES offer_publication (region_id, offer_id, network_id),
    CONSTRAINT booking_series_member_fkey FOREIGN KEY (region_id, network_id, requester_unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE booking_series IS 'A booking that was asked for again and again by a rule; each of its dates is a booking of its own'`,
  `COMMENT ON COLUMN booking_series.rule IS 'RFC 5545: FREQ, INTERVAL, BYDAY, BYMONTHDAY and COUNT or UNTIL; never changed'`,
  `COMMENT ON COLUMN booking_series.zone IS 'IANA zone on whose wall clock the dates are counted'`,
  `COMMENT ON COLUMN booking_series.starts_at IS 'Start of the first span by the rule; its time of day is that of all dates'`,
  `COMMENT ON COLUMN booking_series.amount IS 'How much of a pool each date was asked for with; null for what is lent whole'`,
  `COMMENT ON COLUMN booking_series.measure IS 'What the amount counts: kW, 台…'`,
  `COMMENT ON COLUMN booking_series.skipped IS 'Dates that were left out, each {startsAt, endsAt, code, rules}, until they are asked for again'`,
  `CREATE INDEX booking_series_by_offer ON booking_series (region_id, offer_id, requested_at, id)`,
  `CREATE INDEX booking_series_by_owner ON booking_series (region_id, owner_unit_id, requested_at, id)`,
  `CREATE INDEX booking_series_by_requester ON booking_series (region_id, requester_unit_id, requested_at, id)`,
  `CREATE INDEX booking_series_by_network ON booking_series (region_id, network_id, requested_at, id)`,
  `ALTER TABLE booking_series ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE booking_series FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT ON booking_series TO lianjian_app`,
  `GRANT UPDATE (purpose, heads, skipped, updated_at, version) ON booking_series TO lianjian_app`,
  `CREATE POLICY booking_series_select ON booking_series FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (requester_unit_id = app.unit_id() OR owner_unit_id = app.unit_id()
      OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY booking_series_insert ON booking_series FOR INSERT TO lianjian_app
    WITH CHECK (${MINE} AND network_id = ANY (app.member_network_ids()))`,
  `CREATE POLICY booking_series_update ON booking_series FOR UPDATE TO lianjian_app USING (${MINE}) WITH CHECK (${MINE})`,
  `CREATE POLICY booking_series_on_behalf ON booking_series FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND network_id = ANY (app.on_behalf_network_ids())
      AND (requester_unit_id = app.on_behalf_unit_id() OR owner_unit_id = app.on_behalf_unit_id()))`,
  `CREATE POLICY booking_series_insert_on_behalf ON booking_series FOR INSERT TO lianjian_app
    WITH CHECK (${ON_BEHALF} AND network_id = ANY (app.member_network_ids()))`,
  `CREATE POLICY booking_series_update_on_behalf ON booking_series FOR UPDATE TO lianjian_app
    USING (${ON_BEHALF}) WITH CHECK (${ON_BEHALF})`,

  `ALTER TABLE booking ADD COLUMN bundle_id uuid`,
  `ALTER TABLE booking ADD COLUMN series_id uuid`,
  `ALTER TABLE booking ADD COLUMN original_start timestamptz`,
  `COMMENT ON COLUMN booking.bundle_id IS 'Shared by what was asked for in one act; null for what was asked for alone'`,
  `COMMENT ON COLUMN booking.original_start IS 'Which date of its series it is (RFC 5545 RECURRENCE-ID): the start by the rule, wherever it was moved'`,
  `ALTER TABLE booking ADD CONSTRAINT booking_series_check CHECK ((series_id IS NULL) = (original_start IS NULL))`,
  `ALTER TABLE booking ADD CONSTRAINT booking_series_fkey FOREIGN KEY (region_id, series_id, offer_id, requester_unit_id, network_id)
    REFERENCES booking_series (region_id, id, offer_id, requester_unit_id, network_id)`,
  `CREATE INDEX booking_by_bundle ON booking (region_id, bundle_id) WHERE bundle_id IS NOT NULL`,
  `CREATE INDEX booking_by_series ON booking (region_id, series_id, original_start, id) WHERE series_id IS NOT NULL`,
  // A date that fell off can be asked for again; one that lives is had once, and one wish may stand beside it.
  `CREATE UNIQUE INDEX booking_series_date_key ON booking (region_id, requester_unit_id, series_id, original_start,
    (state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED')))
    WHERE series_id IS NOT NULL AND state NOT IN ('DECLINED', 'WITHDRAWN', 'EXPIRED', 'CANCELLED', 'DISPLACED')`,
];

const DOWN = [
  `DROP INDEX booking_series_date_key`,
  `DROP INDEX booking_by_series`,
  `DROP INDEX booking_by_bundle`,
  `ALTER TABLE booking DROP CONSTRAINT booking_series_fkey`,
  `ALTER TABLE booking DROP CONSTRAINT booking_series_check`,
  `ALTER TABLE booking DROP COLUMN original_start`,
  `ALTER TABLE booking DROP COLUMN series_id`,
  `ALTER TABLE booking DROP COLUMN bundle_id`,
  `DROP TABLE booking_series`,
];

export class CreateSeries1795305655000 implements MigrationInterface {
  name = 'CreateSeries1795305655000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
