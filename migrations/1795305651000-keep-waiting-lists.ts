import type { MigrationInterface, QueryRunner } from 'typeorm';

const REASONS = ['CLASH', 'OWNER_DECLINED', 'COMMITTEE_DECLINED', 'OFFER_WITHDRAWN', 'MEMBERSHIP_ENDED'];

function reasonCheck(reasons: readonly string[]): string {
  return `ALTER TABLE booking ADD CONSTRAINT booking_reason_check CHECK (reason IN ('${reasons.join("', '")}'))`;
}

function insertPolicies(states: string): string[] {
  return [
    `ALTER POLICY booking_insert ON booking WITH CHECK (region_id = app.region_id() AND requester_unit_id = app.unit_id()
      AND network_id = ANY (app.member_network_ids()) AND state IN (${states}))`,
    `ALTER POLICY booking_insert_on_behalf ON booking WITH CHECK (region_id = app.region_id()
      AND network_id = ANY (app.on_behalf_network_ids()) AND network_id = ANY (app.member_network_ids())
      AND requester_unit_id = app.on_behalf_unit_id() AND state IN (${states}))`,
  ];
}

const UP = [
  `ALTER TABLE offer ADD COLUMN requests_hold boolean NOT NULL DEFAULT false`,
  `COMMENT ON COLUMN offer.requests_hold IS 'Whether a request keeps its span from later ones until it is answered'`,
  `GRANT UPDATE (requests_hold) ON offer TO lianjian_app`,

  `ALTER TABLE booking ADD COLUMN holds boolean NOT NULL DEFAULT false`,
  `COMMENT ON COLUMN booking.holds IS 'A request that keeps its span from later ones: it has a row in occupancy'`,
  `ALTER TABLE booking ADD COLUMN waiting_number integer`,
  `COMMENT ON COLUMN booking.waiting_number IS 'Order on the waiting list of the offer; told to nobody, for it would count the others'`,
  `ALTER TABLE booking ADD COLUMN waiting_place integer`,
  `COMMENT ON COLUMN booking.waiting_place IS '1 and one more for each that waits before it for an overlapping span; kept here because its requester may not see those rows'`,
  `ALTER TABLE booking ADD COLUMN replaces_id uuid`,
  `COMMENT ON COLUMN booking.replaces_id IS 'The booking of the same offer and requester that this one was asked for instead of'`,
  `ALTER TABLE booking ADD COLUMN proposed_spans jsonb`,
  `COMMENT ON COLUMN booking.proposed_spans IS 'Of a displaced booking: spans {startsAt, endsAt} that were free instead'`,
  `ALTER TABLE booking ADD CONSTRAINT booking_holds_check CHECK (NOT holds OR state IN ('REQUESTED', 'AWAITING_OWNER'))`,
  `ALTER TABLE booking ADD CONSTRAINT booking_waiting_check CHECK (
    num_nonnulls(waiting_number, waiting_place) = CASE state WHEN 'WAITLISTED' THEN 2 ELSE 0 END AND waiting_place > 0)`,
  `ALTER TABLE booking ADD CONSTRAINT booking_proposed_check CHECK (proposed_spans IS NULL OR state = 'DISPLACED')`,
  `ALTER TABLE booking DROP CONSTRAINT booking_reason_check`,
  reasonCheck([...REASONS, 'MOVED', 'EMERGENCY']),
  `ALTER TABLE booking ADD CONSTRAINT booking_requester_key UNIQUE (region_id, id, offer_id, requester_unit_id)`,
  `ALTER TABLE booking ADD CONSTRAINT booking_replaces_fkey FOREIGN KEY (region_id, replaces_id, offer_id, requester_unit_id)
    REFERENCES booking (region_id, id, offer_id, requester_unit_id)`,
  `CREATE INDEX booking_by_replaced ON booking (region_id, replaces_id) WHERE replaces_id IS NOT NULL`,
  `CREATE INDEX booking_by_waiting ON booking (region_id, offer_id, waiting_number, id) WHERE state = 'WAITLISTED'`,
  `GRANT UPDATE (starts_at, ends_at, purpose, heads, expires_at, holds, waiting_number, waiting_place, proposed_spans)
    ON booking TO lianjian_app`,
  ...insertPolicies(`'REQUESTED', 'WAITLISTED'`),
  `CREATE POLICY booking_displace ON booking FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND network_id = ANY (app.convened_network_ids()))
    WITH CHECK (region_id = app.region_id() AND network_id = ANY (app.convened_network_ids()) AND state = 'DISPLACED')`,
  `GRANT UPDATE (name, phone) ON booking_contact TO lianjian_app`,
  // A booking made shorter, or displaced, leaves its part of a pool as it is: laid anew, it might no longer fit in.
  `GRANT UPDATE (booking_id, starts_at, kept_until) ON pool_share TO lianjian_app`,
];

const DOWN = [
  `REVOKE UPDATE (booking_id, starts_at, kept_until) ON pool_share FROM lianjian_app`,
  `REVOKE UPDATE (name, phone) ON booking_contact FROM lianjian_app`,
  `DROP POLICY booking_displace ON booking`,
  ...insertPolicies(`'REQUESTED'`),
  `REVOKE UPDATE (starts_at, ends_at, purpose, heads, expires_at) ON booking FROM lianjian_app`,
  `DROP INDEX booking_by_waiting`,
  `DROP INDEX booking_by_replaced`,
  `ALTER TABLE booking DROP CONSTRAINT booking_replaces_fkey`,
  `ALTER TABLE booking DROP CONSTRAINT booking_requester_key`,
  `ALTER TABLE booking DROP CONSTRAINT booking_reason_check`,
  reasonCheck(REASONS),
  `ALTER TABLE booking DROP COLUMN proposed_spans`,
  `ALTER TABLE booking DROP COLUMN replaces_id`,
  `ALTER TABLE booking DROP COLUMN waiting_place`,
  `ALTER TABLE booking DROP COLUMN waiting_number`,
  `ALTER TABLE booking DROP COLUMN holds`,
  `ALTER TABLE offer DROP COLUMN requests_hold`,
];

export class KeepWaitingLists1795305651000 implements MigrationInterface {
  name = 'KeepWaitingLists1795305651000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
