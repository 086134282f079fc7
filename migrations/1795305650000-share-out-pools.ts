import type { MigrationInterface, QueryRunner } from 'typeorm';

const MINE = `region_id = app.region_id() AND unit_id = app.unit_id()`;

const UP = [
  `ALTER TABLE booking ADD COLUMN amount numeric`,
  `COMMENT ON COLUMN booking.amount IS 'How much of a pool: kilowatts or pieces; null for what is lent whole'`,
  `ALTER TABLE booking ADD CONSTRAINT booking_amount_check CHECK (amount > 0)`,
  `ALTER TABLE booking ADD COLUMN measure text`,
  `COMMENT ON COLUMN booking.measure IS 'What the amount counts, as the offer said when it was asked for: kW, 台…'`,
  `ALTER TABLE booking ADD CONSTRAINT booking_measure_check CHECK ((measure IS NULL) = (amount IS NULL))`,
  `ALTER TABLE booking ADD COLUMN over_committed boolean NOT NULL DEFAULT false`,
  `COMMENT ON COLUMN booking.over_committed IS 'At some instant of it more is promised than the pool has, since its owner made it smaller'`,
  `GRANT UPDATE (over_committed) ON booking TO lianjian_app`,

  // What a share refers to, so that none is ever taken of a pool larger than it is.
  `ALTER TABLE offer ADD CONSTRAINT offer_load_key UNIQUE (region_id, id, max_load_kw)`,
  `ALTER TABLE offer ADD CONSTRAINT offer_quantity_key UNIQUE (region_id, id, quantity)`,

  `CREATE TABLE pool_share (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    booking_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_ids uuid[] NOT NULL DEFAULT '{}',
    starts_at timestamptz NOT NULL,
    kept_until timestamptz NOT NULL,
    low numeric NOT NULL,
    high numeric NOT NULL,
    capacity_kw numeric,
    capacity_pieces integer,
    CONSTRAINT pool_share_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT pool_share_span_check CHECK (kept_until > starts_at),
    CONSTRAINT pool_share_amount_check CHECK (low >= 0 AND high > low),
    CONSTRAINT pool_share_capacity_check CHECK (high <= capacity_kw AND high <= capacity_pieces),
    CONSTRAINT pool_share_booking_fkey FOREIGN KEY (region_id, booking_id, offer_id, unit_id)
      REFERENCES booking (region_id, id, offer_id, owner_unit_id),
    CONSTRAINT pool_share_load_fkey FOREIGN KEY (region_id, offer_id, capacity_kw)
      REFERENCES offer (region_id, id, max_load_kw),
    CONSTRAINT pool_share_quantity_fkey FOREIGN KEY (region_id, offer_id, capacity_pieces)
      REFERENCES offer (region_id, id, quantity),
    CONSTRAINT pool_share_exclusive EXCLUDE USING gist (
      region_id WITH =, offer_id WITH =, tstzrange(starts_at, kept_until) WITH &&, numrange(low, high) WITH &&)
  )`,
  `COMMENT ON TABLE pool_share IS 'Which part of a pool a booking has, and when: no kilowatt and no piece is lent twice at a time, and so never more than there are. A booking has several rows where no single part was free all along'`,
  `COMMENT ON COLUMN pool_share.kept_until IS 'End plus the larger of the two buffers of the offer'`,
  `COMMENT ON COLUMN pool_share.low IS 'The part from low up to high, counted from the bottom of the pool'`,
  `COMMENT ON COLUMN pool_share.capacity_kw IS 'What the power supply could bear when it was taken; null once the owner has changed that'`,
  `COMMENT ON COLUMN pool_share.capacity_pieces IS 'How many pieces there were when it was taken; null once the owner has changed that'`,
  `CREATE INDEX pool_share_by_offer ON pool_share (region_id, offer_id, kept_until)`,
  `CREATE INDEX pool_share_by_booking ON pool_share (region_id, booking_id)`,
  `ALTER TABLE pool_share ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE pool_share FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (network_ids, capacity_kw, capacity_pieces) ON pool_share TO lianjian_app`,
  `CREATE POLICY pool_share_select ON pool_share FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR network_ids && app.reading_network_ids()))`,
  `CREATE POLICY pool_share_write ON pool_share FOR INSERT TO lianjian_app
    WITH CHECK (${MINE} AND network_ids <@ app.member_network_ids()
      AND (capacity_kw IS NOT NULL OR capacity_pieces IS NOT NULL))`,
  `CREATE POLICY pool_share_update ON pool_share FOR UPDATE TO lianjian_app
    USING (${MINE}) WITH CHECK (${MINE} AND network_ids <@ app.member_network_ids())`,
  `CREATE POLICY pool_share_delete ON pool_share FOR DELETE TO lianjian_app USING (${MINE})`,
];

const DOWN = [
  `DROP TABLE pool_share`,
  `ALTER TABLE offer DROP CONSTRAINT offer_quantity_key`,
  `ALTER TABLE offer DROP CONSTRAINT offer_load_key`,
  `ALTER TABLE booking DROP COLUMN over_committed`,
  `ALTER TABLE booking DROP CONSTRAINT booking_measure_check`,
  `ALTER TABLE booking DROP COLUMN measure`,
  `ALTER TABLE booking DROP CONSTRAINT booking_amount_check`,
  `ALTER TABLE booking DROP COLUMN amount`,
];

export class ShareOutPools1795305650000 implements MigrationInterface {
  name = 'ShareOutPools1795305650000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
