import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_BOOKING = `(region_id, id, offer_id, owner_unit_id, requester_unit_id, network_id)`;
const SIDES = `offer_id uuid NOT NULL,
    owner_unit_id uuid NOT NULL,
    requester_unit_id uuid NOT NULL,
    network_id uuid NOT NULL`;

const HERE = `region_id = app.region_id()`;
const SIDE = `(owner_unit_id = app.unit_id() OR requester_unit_id = app.unit_id())`;
const COMMITTEE = `network_id = ANY (app.convened_network_ids())`;
const STEWARD = `(app.role() = 'STEWARD' AND network_id = ANY (app.reading_network_ids()))`;
const ON_BEHALF = `${HERE} AND network_id = ANY (app.on_behalf_network_ids())`;
const SIDE_ON_BEHALF = `(owner_unit_id = app.on_behalf_unit_id() OR requester_unit_id = app.on_behalf_unit_id())`;
const USE_STATES = `state IN ('IN_USE', 'COMPLETED', 'NO_SHOW')`;

function wall(table: string): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `GRANT SELECT, INSERT ON ${table} TO lianjian_app`,
  ];
}

const BOOKING = [
  `ALTER TABLE booking ADD CONSTRAINT booking_sides_key UNIQUE ${OF_BOOKING}`,
  // The owner may enter every state; these are the steps of the others.
  `CREATE POLICY booking_note ON booking FOR UPDATE TO lianjian_app
    USING (${HERE} AND requester_unit_id = app.unit_id())
    WITH CHECK (${HERE} AND requester_unit_id = app.unit_id() AND ${USE_STATES})`,
  `CREATE POLICY booking_note_on_behalf ON booking FOR UPDATE TO lianjian_app
    USING (${ON_BEHALF} AND requester_unit_id = app.on_behalf_unit_id())
    WITH CHECK (${ON_BEHALF} AND requester_unit_id = app.on_behalf_unit_id() AND ${USE_STATES})`,
  `CREATE POLICY booking_rule ON booking FOR UPDATE TO lianjian_app
    USING (${HERE} AND ${COMMITTEE} AND app.role() = 'SECRETARY' AND state = 'NO_SHOW')
    WITH CHECK (${HERE} AND ${COMMITTEE} AND app.role() = 'SECRETARY' AND state IN ('NO_SHOW', 'COMPLETED'))`,
];

const USE = [
  `CREATE TABLE booking_use (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    ${SIDES},
    handed_over_at timestamptz NOT NULL,
    returned_at timestamptz,
    heads integer,
    amount numeric,
    kwh numeric,
    assumed boolean NOT NULL,
    completed_at timestamptz,
    CONSTRAINT booking_use_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT booking_use_span_check CHECK (returned_at > handed_over_at),
    CONSTRAINT booking_use_completed_check CHECK ((returned_at IS NULL) = (completed_at IS NULL)),
    CONSTRAINT booking_use_amounts_check CHECK (heads > 0 AND amount > 0 AND kwh >= 0),
    CONSTRAINT booking_use_booking_fkey FOREIGN KEY ${OF_BOOKING} REFERENCES booking ${OF_BOOKING}
  )`,
  `COMMENT ON TABLE booking_use IS 'What really happened of a booking: hand-over, return, heads and amounts, noted by either side or assumed. The id is the booking’s'`,
  `COMMENT ON COLUMN booking_use.amount IS 'Kilowatts or pieces that were in use; null for what is lent whole'`,
  `COMMENT ON COLUMN booking_use.kwh IS 'Read from a meter; null when nobody did'`,
  `COMMENT ON COLUMN booking_use.assumed IS 'Nobody noted the return: it counts as used as booked'`,
  `COMMENT ON COLUMN booking_use.completed_at IS 'When the return was first noted or assumed; null while in use'`,
  ...wall('booking_use'),
  `GRANT UPDATE (handed_over_at, returned_at, heads, amount, kwh, assumed, completed_at), DELETE ON booking_use TO lianjian_app`,
  `CREATE POLICY booking_use_select ON booking_use FOR SELECT TO lianjian_app
    USING (${HERE} AND (${SIDE} OR ${COMMITTEE}))`,
  `CREATE POLICY booking_use_insert ON booking_use FOR INSERT TO lianjian_app WITH CHECK (${HERE} AND ${SIDE})`,
  `CREATE POLICY booking_use_update ON booking_use FOR UPDATE TO lianjian_app
    USING (${HERE} AND ${SIDE}) WITH CHECK (${HERE} AND ${SIDE})`,
  `CREATE POLICY booking_use_delete ON booking_use FOR DELETE TO lianjian_app
    USING (${HERE} AND owner_unit_id = app.unit_id())`,
  `CREATE POLICY booking_use_select_on_behalf ON booking_use FOR SELECT TO lianjian_app
    USING (${ON_BEHALF} AND ${SIDE_ON_BEHALF})`,
  `CREATE POLICY booking_use_insert_on_behalf ON booking_use FOR INSERT TO lianjian_app
    WITH CHECK (${ON_BEHALF} AND ${SIDE_ON_BEHALF})`,
  `CREATE POLICY booking_use_update_on_behalf ON booking_use FOR UPDATE TO lianjian_app
    USING (${ON_BEHALF} AND ${SIDE_ON_BEHALF}) WITH CHECK (${ON_BEHALF} AND ${SIDE_ON_BEHALF})`,
];

const NO_SHOW = [
  `CREATE TABLE no_show (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    ${SIDES},
    standing text NOT NULL,
    recorded_at timestamptz NOT NULL,
    remark text,
    contest_until timestamptz NOT NULL,
    contested_at timestamptz,
    contest text,
    ruled_at timestamptz,
    ruling_remark text,
    CONSTRAINT no_show_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT no_show_standing_check CHECK (standing IN ('RECORDED', 'CONTESTED', 'UPHELD', 'OVERTURNED', 'TAKEN_BACK')),
    CONSTRAINT no_show_contest_check CHECK ((contested_at IS NULL) = (contest IS NULL)
      AND (contested_at IS NOT NULL OR standing IN ('RECORDED', 'TAKEN_BACK'))),
    CONSTRAINT no_show_ruling_check CHECK ((ruled_at IS NULL) = (ruling_remark IS NULL)
      AND (ruled_at IS NOT NULL) = (standing IN ('UPHELD', 'OVERTURNED'))),
    CONSTRAINT no_show_booking_fkey FOREIGN KEY ${OF_BOOKING} REFERENCES booking ${OF_BOOKING}
  )`,
  `COMMENT ON TABLE no_show IS 'That nobody came: recorded by the owner, contested by the requester, ruled on by the committee. The id is the booking’s, so that it is recorded once'`,
  `COMMENT ON COLUMN no_show.contest_until IS 'Three working days after it was recorded'`,
  ...wall('no_show'),
  `GRANT UPDATE (standing, contested_at, contest, ruled_at, ruling_remark) ON no_show TO lianjian_app`,
  `CREATE POLICY no_show_select ON no_show FOR SELECT TO lianjian_app
    USING (${HERE} AND (${SIDE} OR ${COMMITTEE}))`,
  `CREATE POLICY no_show_insert ON no_show FOR INSERT TO lianjian_app
    WITH CHECK (${HERE} AND owner_unit_id = app.unit_id() AND standing = 'RECORDED')`,
  `CREATE POLICY no_show_take_back ON no_show FOR UPDATE TO lianjian_app
    USING (${HERE} AND owner_unit_id = app.unit_id())
    WITH CHECK (${HERE} AND owner_unit_id = app.unit_id() AND standing = 'TAKEN_BACK')`,
  `CREATE POLICY no_show_contest ON no_show FOR UPDATE TO lianjian_app
    USING (${HERE} AND requester_unit_id = app.unit_id())
    WITH CHECK (${HERE} AND requester_unit_id = app.unit_id() AND standing = 'CONTESTED')`,
  `CREATE POLICY no_show_rule ON no_show FOR UPDATE TO lianjian_app
    USING (${HERE} AND ${COMMITTEE} AND app.role() = 'SECRETARY')
    WITH CHECK (${HERE} AND ${COMMITTEE} AND app.role() = 'SECRETARY' AND standing IN ('UPHELD', 'OVERTURNED'))`,
  `CREATE POLICY no_show_select_on_behalf ON no_show FOR SELECT TO lianjian_app
    USING (${ON_BEHALF} AND ${SIDE_ON_BEHALF})`,
  `CREATE POLICY no_show_insert_on_behalf ON no_show FOR INSERT TO lianjian_app
    WITH CHECK (${ON_BEHALF} AND owner_unit_id = app.on_behalf_unit_id() AND standing = 'RECORDED')`,
  `CREATE POLICY no_show_update_on_behalf ON no_show FOR UPDATE TO lianjian_app
    USING (${ON_BEHALF} AND ${SIDE_ON_BEHALF})
    WITH CHECK (${ON_BEHALF} AND ((owner_unit_id = app.on_behalf_unit_id() AND standing = 'TAKEN_BACK')
      OR (requester_unit_id = app.on_behalf_unit_id() AND standing = 'CONTESTED')))`,
];

const FEEDBACK = [
  `CREATE TABLE feedback (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    booking_id uuid NOT NULL,
    ${SIDES},
    unit_id uuid NOT NULL,
    marks integer NOT NULL,
    comment text,
    given_at timestamptz NOT NULL,
    CONSTRAINT feedback_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT feedback_key UNIQUE (region_id, booking_id, unit_id),
    CONSTRAINT feedback_side_check CHECK (unit_id IN (owner_unit_id, requester_unit_id) AND owner_unit_id <> requester_unit_id),
    CONSTRAINT feedback_marks_check CHECK (marks BETWEEN 1 AND 5),
    CONSTRAINT feedback_booking_fkey FOREIGN KEY (region_id, booking_id, offer_id, owner_unit_id, requester_unit_id, network_id)
      REFERENCES booking ${OF_BOOKING}
  )`,
  `COMMENT ON TABLE feedback IS 'What one side says of the other after use: once and for good'`,
  `COMMENT ON COLUMN feedback.unit_id IS 'Whose word it is'`,
  ...wall('feedback'),
  `CREATE POLICY feedback_select ON feedback FOR SELECT TO lianjian_app
    USING (${HERE} AND (${SIDE} OR ${COMMITTEE}))`,
  `CREATE POLICY feedback_insert ON feedback FOR INSERT TO lianjian_app
    WITH CHECK (${HERE} AND unit_id = app.unit_id() AND ${SIDE})`,
];

const CONTRIBUTION = [
  `CREATE TABLE contribution (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    booking_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    requester_unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    measure text NOT NULL,
    sixtieths numeric NOT NULL,
    assumed boolean NOT NULL,
    used_at timestamptz NOT NULL,
    made_at timestamptz NOT NULL,
    counters_id uuid,
    CONSTRAINT contribution_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT contribution_counters_key UNIQUE (region_id, counters_id),
    CONSTRAINT contribution_measure_check CHECK (measure IN ('HOURS', 'HEAD_HOURS', 'KWH', 'PIECE_HOURS')),
    CONSTRAINT contribution_sign_check CHECK (CASE WHEN counters_id IS NULL THEN sixtieths > 0 ELSE sixtieths < 0 END),
    CONSTRAINT contribution_counters_fkey FOREIGN KEY (region_id, counters_id) REFERENCES contribution (region_id, id),
    CONSTRAINT contribution_booking_fkey FOREIGN KEY (region_id, booking_id, offer_id, unit_id, requester_unit_id, network_id)
      REFERENCES booking ${OF_BOOKING}
  )`,
  `COMMENT ON TABLE contribution IS 'What a unit has lent, from what really happened: entries and counter-entries, written once'`,
  `COMMENT ON COLUMN contribution.sixtieths IS 'The amount times sixty, exact: minutes, head-minutes, kW-minutes, piece-minutes'`,
  `COMMENT ON COLUMN contribution.used_at IS 'When the use began: it belongs to that month. A counter-entry has that of the entry it takes back'`,
  `COMMENT ON COLUMN contribution.counters_id IS 'The entry that this one takes back, whole; null for an entry'`,
  `CREATE INDEX contribution_by_booking ON contribution (region_id, booking_id)`,
  `CREATE INDEX contribution_by_unit ON contribution (region_id, unit_id, used_at, id)`,
  `CREATE INDEX contribution_by_network ON contribution (region_id, network_id, used_at, id)`,
  `CREATE INDEX contribution_by_use ON contribution (region_id, used_at, id)`,
  ...wall('contribution'),
  // The owner too; it keeps UPDATE, which the foreign key's check asks for, and no policy lets it meet a row.
  `REVOKE DELETE, TRUNCATE ON contribution FROM CURRENT_USER`,
  `CREATE POLICY contribution_select ON contribution FOR SELECT TO lianjian_app
    USING (${HERE} AND (unit_id = app.unit_id() OR ${COMMITTEE}))`,
  `CREATE POLICY contribution_insert ON contribution FOR INSERT TO lianjian_app
    WITH CHECK (${HERE} AND unit_id = app.unit_id())`,

  `CREATE TABLE contribution_total (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    month date NOT NULL,
    measure text NOT NULL,
    sixtieths numeric NOT NULL,
    CONSTRAINT contribution_total_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT contribution_total_key UNIQUE (region_id, unit_id, network_id, month, measure),
    CONSTRAINT contribution_total_month_check CHECK (extract(day FROM month) = 1),
    CONSTRAINT contribution_total_measure_check CHECK (measure IN ('HOURS', 'HEAD_HOURS', 'KWH', 'PIECE_HOURS')),
    CONSTRAINT contribution_total_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id),
    CONSTRAINT contribution_total_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id)
  )`,
  `COMMENT ON TABLE contribution_total IS 'The sum of a unit’s entries in a network and month, kept with each entry: all that a steward sees of them'`,
  `COMMENT ON COLUMN contribution_total.month IS 'First day of the month by the zone of the region'`,
  `CREATE INDEX contribution_total_by_unit ON contribution_total (region_id, unit_id, month, id)`,
  `CREATE INDEX contribution_total_by_network ON contribution_total (region_id, network_id, month, id)`,
  ...wall('contribution_total'),
  `GRANT UPDATE (sixtieths) ON contribution_total TO lianjian_app`,
  `CREATE POLICY contribution_total_select ON contribution_total FOR SELECT TO lianjian_app
    USING (${HERE} AND (unit_id = app.unit_id() OR ${COMMITTEE} OR ${STEWARD}))`,
  `CREATE POLICY contribution_total_insert ON contribution_total FOR INSERT TO lianjian_app
    WITH CHECK (${HERE} AND unit_id = app.unit_id())`,
  `CREATE POLICY contribution_total_update ON contribution_total FOR UPDATE TO lianjian_app
    USING (${HERE} AND unit_id = app.unit_id()) WITH CHECK (${HERE} AND unit_id = app.unit_id())`,
];

const TABLES = ['contribution_total', 'contribution', 'feedback', 'no_show', 'booking_use'];

const DOWN = [
  ...TABLES.map((table) => `DROP TABLE ${table}`),
  ...['booking_rule', 'booking_note_on_behalf', 'booking_note'].map(
    (policy) => `DROP POLICY ${policy} ON booking`,
  ),
  `ALTER TABLE booking DROP CONSTRAINT booking_sides_key`,
];

export class AccountForUse1795305652000 implements MigrationInterface {
  name = 'AccountForUse1795305652000';

  async up(runner: QueryRunner): Promise<void> {
    const up = [...BOOKING, ...USE, ...NO_SHOW, ...FEEDBACK, ...CONTRIBUTION];
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
