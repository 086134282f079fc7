import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE offer (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    description text,
    network_ids uuid[] NOT NULL DEFAULT '{}',
    hours jsonb NOT NULL,
    confirmation text NOT NULL,
    lead_time_minutes integer NOT NULL,
    horizon_days integer NOT NULL,
    slot_minutes integer NOT NULL,
    longest_minutes integer NOT NULL,
    buffer_before_minutes integer NOT NULL,
    buffer_after_minutes integer NOT NULL,
    address text,
    floor_area_m2 numeric,
    capacity integer,
    facilities text[],
    indoor boolean,
    step_free boolean,
    plate text,
    seats integer,
    driver_included boolean,
    licence_class text,
    voltage integer,
    phases integer,
    max_load_kw numeric,
    sockets text[],
    cable_length_m integer,
    electrician_needed boolean,
    quantity integer,
    measure text,
    field text,
    expert_title text,
    languages text[],
    sessions_per_month integer,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT offer_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT offer_unit_key UNIQUE (region_id, id, unit_id),
    CONSTRAINT offer_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id),
    CONSTRAINT offer_state_check CHECK (state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    CONSTRAINT offer_published_check CHECK (state = 'PUBLISHED' OR network_ids = '{}'),
    CONSTRAINT offer_confirmation_check CHECK (confirmation IN ('AUTOMATIC', 'OWNER', 'OWNER_AFTER_COMMITTEE')),
    CONSTRAINT offer_rules_check CHECK (
      lead_time_minutes BETWEEN 0 AND 525600 AND horizon_days BETWEEN 1 AND 730 AND slot_minutes BETWEEN 5 AND 1440
      AND longest_minutes BETWEEN slot_minutes AND 525600
      AND buffer_before_minutes BETWEEN 0 AND 1440 AND buffer_after_minutes BETWEEN 0 AND 1440),
    CONSTRAINT offer_facts_check CHECK (
      CASE kind WHEN 'VENUE' THEN num_nulls(address, capacity, facilities, indoor, step_free) = 0 AND capacity > 0
                WHEN 'VEHICLE' THEN num_nulls(seats, driver_included) = 0 AND seats > 0
                WHEN 'POWER_SUPPLY' THEN num_nulls(voltage, phases, max_load_kw, sockets, electrician_needed) = 0
                  AND voltage IN (220, 380) AND phases IN (1, 3) AND max_load_kw > 0
                WHEN 'EQUIPMENT' THEN num_nulls(quantity, measure) = 0 AND quantity > 0
                WHEN 'EXPERTISE' THEN num_nulls(field, languages) = 0 AND sessions_per_month > 0
                ELSE false END),
    CONSTRAINT offer_kind_check CHECK (
      (kind = 'VENUE' OR num_nonnulls(address, floor_area_m2, capacity, facilities, indoor, step_free) = 0)
      AND (kind = 'VEHICLE' OR num_nonnulls(plate, seats, driver_included, licence_class) = 0)
      AND (kind = 'POWER_SUPPLY' OR num_nonnulls(voltage, phases, max_load_kw, sockets, cable_length_m, electrician_needed) = 0)
      AND (kind = 'EQUIPMENT' OR num_nonnulls(quantity, measure) = 0)
      AND (kind = 'EXPERTISE' OR num_nonnulls(field, expert_title, languages, sessions_per_month) = 0))
  )`,
  `COMMENT ON TABLE offer IS 'What a unit lends (资源清单): venue, vehicle, power supply, equipment or expertise; one row whatever the kind, so that one policy guards all facts'`,
  `COMMENT ON COLUMN offer.network_ids IS 'Networks it is published to now; the rows of offer_publication are what lists go through'`,
  `COMMENT ON COLUMN offer.hours IS 'Lines {days, from, to}: day class and minutes of the local day, up to 1440'`,
  `CREATE INDEX offer_by_unit ON offer (region_id, unit_id, created_at, id)`,
  `CREATE INDEX offer_by_title ON offer (region_id, title COLLATE "zh-x-icu", id)`,
  `CREATE INDEX offer_by_age ON offer (region_id, created_at, id)`,
  // For the row policy, and for what lists ask besides.
  `CREATE INDEX offer_by_network ON offer USING gin (region_id, network_ids, kind, state) WITH (fastupdate = off)`,

  `CREATE TABLE offer_publication (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    published_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    CONSTRAINT offer_publication_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT offer_publication_key UNIQUE (region_id, offer_id, network_id),
    CONSTRAINT offer_publication_offer_fkey FOREIGN KEY (region_id, offer_id, unit_id) REFERENCES offer (region_id, id, unit_id),
    CONSTRAINT offer_publication_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE offer_publication IS 'An offer in a network of which its owner is a member; kept when withdrawn, because bookings were made through it'`,
  `CREATE INDEX offer_publication_by_network ON offer_publication (region_id, network_id, offer_id)`,

  `CREATE TABLE offer_internal (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_ids uuid[] NOT NULL DEFAULT '{}',
    contact_name text,
    contact_phone text,
    notes text,
    CONSTRAINT offer_internal_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT offer_internal_offer_fkey FOREIGN KEY (region_id, id, unit_id) REFERENCES offer (region_id, id, unit_id)
  )`,
  `COMMENT ON TABLE offer_internal IS 'Contact and notes of an offer, for its unit and the committees it is published to; the id is the offer’s'`,

  `CREATE TABLE booking (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    owner_unit_id uuid NOT NULL,
    requester_unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    offer_title text NOT NULL,
    confirmation text NOT NULL,
    state text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    purpose text NOT NULL,
    heads integer,
    requested_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    agreed_at timestamptz,
    settled_at timestamptz,
    reason text,
    remark text,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT booking_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT booking_offer_key UNIQUE (region_id, id, offer_id, owner_unit_id),
    CONSTRAINT booking_state_check CHECK (state IN ('REQUESTED', 'AWAITING_OWNER', 'WAITLISTED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN',
      'EXPIRED', 'CANCELLED', 'DISPLACED', 'IN_USE', 'COMPLETED', 'NO_SHOW')),
    CONSTRAINT booking_reason_check CHECK (reason IN ('CLASH', 'OWNER_DECLINED', 'COMMITTEE_DECLINED', 'OFFER_WITHDRAWN', 'MEMBERSHIP_ENDED')),
    CONSTRAINT booking_confirmation_check CHECK (confirmation IN ('AUTOMATIC', 'OWNER', 'OWNER_AFTER_COMMITTEE')),
    CONSTRAINT booking_span_check CHECK (ends_at > starts_at),
    CONSTRAINT booking_heads_check CHECK (heads > 0),
    CONSTRAINT booking_offer_fkey FOREIGN KEY (region_id, offer_id, owner_unit_id) REFERENCES offer (region_id, id, unit_id),
    CONSTRAINT booking_publication_fkey FOREIGN KEY (region_id, offer_id, network_id)
      REFERENCES offer_publication (region_id, offer_id, network_id),
    CONSTRAINT booking_member_fkey FOREIGN KEY (region_id, network_id, requester_unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE booking IS 'A unit’s use of an offer in a span of time (预约/借用), made through one network'`,
  `COMMENT ON COLUMN booking.offer_title IS 'As it was when asked for: the requester can still read it after the offer is withdrawn'`,
  `COMMENT ON COLUMN booking.confirmation IS 'Whose word it needs, as the offer said when it was asked for: later terms bind later requests'`,
  `COMMENT ON COLUMN booking.reason IS 'Why it was declined or cancelled by rule; remark holds the words'`,
  `CREATE INDEX booking_by_offer ON booking (region_id, offer_id, starts_at, id)`,
  `CREATE INDEX booking_by_owner ON booking (region_id, owner_unit_id, starts_at, id)`,
  `CREATE INDEX booking_by_requester ON booking (region_id, requester_unit_id, starts_at, id)`,
  `CREATE INDEX booking_by_network ON booking (region_id, network_id, starts_at, id)`,
  // What is open is sought among years of what is over, by whichever arm of the row policy.
  `CREATE INDEX booking_by_owner_state ON booking (region_id, owner_unit_id, state)`,
  `CREATE INDEX booking_by_requester_state ON booking (region_id, requester_unit_id, state)`,
  `CREATE INDEX booking_by_network_state ON booking (region_id, network_id, state)`,

  `CREATE TABLE booking_contact (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    booking_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    other_unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    name text,
    phone text,
    shared boolean NOT NULL,
    CONSTRAINT booking_contact_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT booking_contact_key UNIQUE (region_id, booking_id, unit_id),
    CONSTRAINT booking_contact_booking_fkey FOREIGN KEY (region_id, booking_id) REFERENCES booking (region_id, id),
    CONSTRAINT booking_contact_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id)
  )`,
  `COMMENT ON TABLE booking_contact IS 'Whom to ring at one side of a booking; the other side reads it once it is confirmed'`,

  `CREATE TABLE occupancy (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    offer_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_ids uuid[] NOT NULL DEFAULT '{}',
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    kept_until timestamptz NOT NULL,
    CONSTRAINT occupancy_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT occupancy_span_check CHECK (ends_at > starts_at AND kept_until >= ends_at),
    CONSTRAINT occupancy_booking_fkey FOREIGN KEY (region_id, id, offer_id, unit_id)
      REFERENCES booking (region_id, id, offer_id, owner_unit_id),
    CONSTRAINT occupancy_exclusive EXCLUDE USING gist (
      region_id WITH =, offer_id WITH =, tstzrange(starts_at, kept_until) WITH &&)
  )`,
  `COMMENT ON TABLE occupancy IS 'When an exclusive offer is taken: the busy/free view of others, and the wall against double booking over all networks. The id is the booking’s'`,
  `COMMENT ON COLUMN occupancy.kept_until IS 'End plus the larger of the two buffers: between two bookings that gap is kept once'`,
  `CREATE INDEX occupancy_by_offer ON occupancy (region_id, offer_id, ends_at)`,

  ...['offer', 'offer_publication', 'offer_internal', 'booking', 'booking_contact', 'occupancy'].flatMap(
    (table) => [
      `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
      `GRANT SELECT, INSERT ON ${table} TO lianjian_app`,
    ],
  ),

  `GRANT UPDATE (state, title, description, network_ids, hours, confirmation, lead_time_minutes, horizon_days, slot_minutes,
    longest_minutes, buffer_before_minutes, buffer_after_minutes, address, floor_area_m2, capacity, facilities, indoor, step_free,
    plate, seats, driver_included, licence_class, voltage, phases, max_load_kw, sockets, cable_length_m, electrician_needed,
    quantity, measure, field, expert_title, languages, sessions_per_month, updated_at, version) ON offer TO lianjian_app`,
  `CREATE POLICY offer_select ON offer FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR network_ids && app.reading_network_ids()))`,
  `CREATE POLICY offer_insert ON offer FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND state = 'DRAFT')`,
  `CREATE POLICY offer_update ON offer FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND network_ids <@ app.member_network_ids())`,

  `GRANT UPDATE (published_at, withdrawn_at) ON offer_publication TO lianjian_app`,
  `CREATE POLICY offer_publication_select ON offer_publication FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id()
      OR (withdrawn_at IS NULL AND network_id = ANY (app.reading_network_ids()))))`,
  `CREATE POLICY offer_publication_insert ON offer_publication FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND network_id = ANY (app.member_network_ids()))`,
  `CREATE POLICY offer_publication_update ON offer_publication FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id())`,

  `GRANT UPDATE (network_ids, contact_name, contact_phone, notes) ON offer_internal TO lianjian_app`,
  `CREATE POLICY offer_internal_select ON offer_internal FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR network_ids && app.convened_network_ids()))`,
  `CREATE POLICY offer_internal_insert ON offer_internal FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND network_ids = '{}')`,
  `CREATE POLICY offer_internal_update ON offer_internal FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND network_ids <@ app.member_network_ids())`,

  `GRANT UPDATE (state, agreed_at, settled_at, reason, remark, updated_at, version) ON booking TO lianjian_app`,
  `CREATE POLICY booking_select ON booking FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (requester_unit_id = app.unit_id() OR owner_unit_id = app.unit_id()
      OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY booking_insert ON booking FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND requester_unit_id = app.unit_id()
      AND network_id = ANY (app.member_network_ids()) AND state = 'REQUESTED')`,
  `CREATE POLICY booking_update ON booking FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND (requester_unit_id = app.unit_id() OR owner_unit_id = app.unit_id()
      OR network_id = ANY (app.convened_network_ids())))
    WITH CHECK (region_id = app.region_id() AND (owner_unit_id = app.unit_id()
      OR (requester_unit_id = app.unit_id() AND state IN ('WITHDRAWN', 'CANCELLED'))
      OR (network_id = ANY (app.convened_network_ids()) AND state IN ('AWAITING_OWNER', 'DECLINED'))))`,

  `GRANT UPDATE (shared) ON booking_contact TO lianjian_app`,
  `CREATE POLICY booking_contact_select ON booking_contact FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR (shared AND other_unit_id = app.unit_id())
      OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY booking_contact_insert ON booking_contact FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id())`,
  `CREATE POLICY booking_contact_update ON booking_contact FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id())`,

  `GRANT UPDATE (network_ids), DELETE ON occupancy TO lianjian_app`,
  `CREATE POLICY occupancy_select ON occupancy FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR network_ids && app.reading_network_ids()))`,
  `CREATE POLICY occupancy_write ON occupancy FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND network_ids <@ app.member_network_ids())`,
  `CREATE POLICY occupancy_update ON occupancy FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id() AND network_ids <@ app.member_network_ids())`,
  `CREATE POLICY occupancy_delete ON occupancy FOR DELETE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())`,
];

const TABLES = ['occupancy', 'booking_contact', 'booking', 'offer_internal', 'offer_publication', 'offer'];

export class CreateResources1795305605000 implements MigrationInterface {
  name = 'CreateResources1795305605000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
