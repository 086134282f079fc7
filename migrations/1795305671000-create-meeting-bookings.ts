import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const IN_ON_BEHALF = `${REGION} AND network_id = ANY (app.on_behalf_network_ids())`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;

function wall(table: string): string[] {
  return [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`];
}

const UP = [
  `ALTER TABLE meeting_call
    ADD COLUMN expected_heads integer,
    ADD COLUMN location_follows boolean NOT NULL DEFAULT false,
    ADD COLUMN calls_itself boolean NOT NULL DEFAULT false,
    ADD COLUMN held_up_at timestamptz,
    ADD COLUMN held_up_because jsonb`,
  `ALTER TABLE meeting_call ADD CONSTRAINT meeting_call_heads_check CHECK (expected_heads > 0)`,
  `ALTER TABLE meeting_call ADD CONSTRAINT meeting_call_held_up_check
    CHECK ((held_up_at IS NULL) = (held_up_because IS NULL))`,
  `COMMENT ON COLUMN meeting_call.expected_heads IS 'Persons expected; null when nobody has said'`,
  `COMMENT ON COLUMN meeting_call.location_follows IS 'The place was not said: it is that of the venues'`,
  `COMMENT ON COLUMN meeting_call.calls_itself IS 'The meeting is called by the last word that it waits for'`,
  `COMMENT ON COLUMN meeting_call.held_up_because IS 'Why it could not call itself, in each language'`,
  `GRANT UPDATE (expected_heads, location_follows, calls_itself, held_up_at, held_up_because) ON meeting_call TO lianjian_app`,

  `ALTER TABLE meeting_series ADD COLUMN venue_id uuid`,
  `ALTER TABLE meeting_series ADD CONSTRAINT meeting_series_venue_fkey FOREIGN KEY (region_id, venue_id, network_id)
      REFERENCES offer_publication (region_id, offer_id, network_id)`,
  `COMMENT ON COLUMN meeting_series.venue_id IS 'The offer that each of its drafts wants'`,
  `GRANT UPDATE (venue_id) ON meeting_series TO lianjian_app`,

  `CREATE TABLE meeting_offer (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    network_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    owner_unit_id uuid NOT NULL,
    offer_title text NOT NULL,
    amount numeric,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    purpose text NOT NULL,
    planned_at timestamptz NOT NULL,
    dropped_at timestamptz,
    version integer NOT NULL,
    CONSTRAINT meeting_offer_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT meeting_offer_meeting_key UNIQUE (region_id, id, meeting_id),
    CONSTRAINT meeting_offer_span_check CHECK (ends_at > starts_at),
    CONSTRAINT meeting_offer_amount_check CHECK (amount > 0),
    CONSTRAINT meeting_offer_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT meeting_offer_publication_fkey FOREIGN KEY (region_id, offer_id, network_id)
      REFERENCES offer_publication (region_id, offer_id, network_id),
    CONSTRAINT meeting_offer_offer_fkey FOREIGN KEY (region_id, offer_id, owner_unit_id)
      REFERENCES offer (region_id, id, unit_id)
  )`,
  `COMMENT ON TABLE meeting_offer IS 'What a meeting wants to have: venue, vehicles, power, equipment; the committee’s own, what comes of it are bookings'`,
  `COMMENT ON COLUMN meeting_offer.offer_title IS 'As it was when planned'`,
  `COMMENT ON COLUMN meeting_offer.starts_at IS 'From when on it is wanted; moves along with the meeting'`,
  `COMMENT ON COLUMN meeting_offer.purpose IS 'What its owner reads: nothing of the meeting unless the committee says so'`,
  `COMMENT ON COLUMN meeting_offer.dropped_at IS 'Since when it is wanted no more'`,
  `CREATE UNIQUE INDEX meeting_offer_key ON meeting_offer (region_id, meeting_id, offer_id) WHERE dropped_at IS NULL`,
  ...wall('meeting_offer'),
  `GRANT SELECT, INSERT, UPDATE (starts_at, ends_at, dropped_at, version) ON meeting_offer TO lianjian_app`,
  `CREATE POLICY meeting_offer_select ON meeting_offer FOR SELECT TO lianjian_app USING (${CONVENED})`,
  `CREATE POLICY meeting_offer_insert ON meeting_offer FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY meeting_offer_update ON meeting_offer FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE meeting_booking (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    meeting_offer_id uuid NOT NULL,
    network_id uuid NOT NULL,
    booking_id uuid NOT NULL,
    requester_unit_id uuid NOT NULL,
    owner_unit_id uuid NOT NULL,
    place integer NOT NULL,
    CONSTRAINT meeting_booking_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT meeting_booking_key UNIQUE (region_id, booking_id),
    CONSTRAINT meeting_booking_place_key UNIQUE (region_id, meeting_offer_id, place),
    CONSTRAINT meeting_booking_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT meeting_booking_offer_fkey FOREIGN KEY (region_id, meeting_offer_id, meeting_id)
      REFERENCES meeting_offer (region_id, id, meeting_id),
    CONSTRAINT meeting_booking_booking_fkey FOREIGN KEY (region_id, booking_id) REFERENCES booking (region_id, id)
  )`,
  `COMMENT ON TABLE meeting_booking IS 'Which meeting a booking serves; read by those who read the booking, and by nobody else'`,
  `COMMENT ON COLUMN meeting_booking.place IS 'Among those made for the same wanted offer, from 1; the last was asked for last'`,
  `CREATE INDEX meeting_booking_by_meeting ON meeting_booking (region_id, meeting_id, place, id)`,
  ...wall('meeting_booking'),
  `GRANT SELECT, INSERT ON meeting_booking TO lianjian_app`,
  `CREATE POLICY meeting_booking_select ON meeting_booking FOR SELECT TO lianjian_app
    USING (${REGION} AND (requester_unit_id = app.unit_id() OR owner_unit_id = app.unit_id()
      OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY meeting_booking_on_behalf ON meeting_booking FOR SELECT TO lianjian_app
    USING (${IN_ON_BEHALF} AND (requester_unit_id = app.on_behalf_unit_id() OR owner_unit_id = app.on_behalf_unit_id()))`,
  `CREATE POLICY meeting_booking_insert ON meeting_booking FOR INSERT TO lianjian_app
    WITH CHECK (${CONVENED} AND requester_unit_id = app.unit_id())`,
];

const DOWN = [
  `DROP TABLE meeting_booking`,
  `DROP TABLE meeting_offer`,
  `ALTER TABLE meeting_series DROP COLUMN venue_id`,
  `ALTER TABLE meeting_call DROP COLUMN expected_heads, DROP COLUMN location_follows, DROP COLUMN calls_itself,
    DROP COLUMN held_up_at, DROP COLUMN held_up_because`,
];

export class CreateMeetingBookings1795305671000 implements MigrationInterface {
  name = 'CreateMeetingBookings1795305671000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
