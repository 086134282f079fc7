import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const KNOWN = `network_id = ANY (app.known_network_ids())`;
const READING = `network_id = ANY (app.reading_network_ids())`;
const ON_BEHALF = `${REGION} AND network_id = ANY (app.on_behalf_network_ids())`;

/** A dish is its own unit’s; the committee’s once proposed; those asked to take part read it; the network’s once published. */
const DISH_SEEN = `${REGION} AND (unit_id = app.unit_id()
  OR (${KNOWN} AND app.unit_id() = ANY (reader_unit_ids))
  OR (proposed_at IS NOT NULL AND network_id = ANY (app.convened_network_ids()))
  OR (published_at IS NOT NULL AND ${READING}))`;
/** What stands beneath it is read as it is. */
const PART_READERS = `(dish_unit_id = app.unit_id()
  OR (${KNOWN} AND app.unit_id() = ANY (reader_unit_ids))
  OR (is_proposed AND network_id = ANY (app.convened_network_ids()))
  OR (is_published AND ${READING}))`;
const PART_SEEN = `${REGION} AND ${PART_READERS}`;
const OWN_PART = `${REGION} AND dish_unit_id = app.unit_id()`;
const COMMITTEE_PART = `${CONVENED} AND is_proposed`;

const READERS = `
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    dish_unit_id uuid NOT NULL,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}',
    is_proposed boolean NOT NULL,
    is_published boolean NOT NULL`;

function references(table: string): string {
  return `CONSTRAINT ${table}_dish_fkey FOREIGN KEY (region_id, dish_id, network_id) REFERENCES dish (region_id, id, network_id),
    CONSTRAINT ${table}_owner_fkey FOREIGN KEY (region_id, dish_id, dish_unit_id) REFERENCES dish (region_id, id, unit_id)`;
}

/** What every table beneath a dish says of who reads it. */
function commentReaders(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.dish_unit_id IS 'Whose dish it is, repeated because a row policy reads its own row only'`,
    `COMMENT ON COLUMN ${table}.reader_unit_ids IS 'Units that were asked to take part, and the lead'`,
    `COMMENT ON COLUMN ${table}.is_proposed IS 'Whether the committee reads it'`,
    `COMMENT ON COLUMN ${table}.is_published IS 'Whether the network reads it'`,
  ];
}

function wall(table: string): string[] {
  return [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`];
}

const UP = [
  `CREATE TABLE menu (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    month date NOT NULL,
    state text NOT NULL,
    edition integer NOT NULL DEFAULT 0,
    published_at timestamptz,
    closed_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT menu_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT menu_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT menu_month_key UNIQUE (region_id, network_id, month),
    CONSTRAINT menu_state_check CHECK (state IN ('COLLECTING', 'PUBLISHED', 'CLOSED')),
    CONSTRAINT menu_month_check CHECK (extract(day FROM month) = 1),
    CONSTRAINT menu_published_check CHECK ((edition > 0) = (published_at IS NOT NULL)
      AND CASE state WHEN 'COLLECTING' THEN published_at IS NULL WHEN 'PUBLISHED' THEN published_at IS NOT NULL ELSE true END),
    CONSTRAINT menu_closed_check CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CONSTRAINT menu_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id)
  )`,
  `COMMENT ON TABLE menu IS 'What a network offers its residents in one month (每月活动菜单)'`,
  `COMMENT ON COLUMN menu.month IS 'Its first day'`,
  `COMMENT ON COLUMN menu.edition IS 'The version that was published last; 0 while it collects'`,
  `COMMENT ON COLUMN menu.published_at IS 'When the first version was; since then the network reads it'`,
  ...wall('menu'),
  `GRANT SELECT, INSERT, UPDATE (state, edition, published_at, closed_at, updated_at, version) ON menu TO lianjian_app`,
  `CREATE POLICY menu_select ON menu FOR SELECT TO lianjian_app
    USING (${REGION} AND (network_id = ANY (app.convened_network_ids()) OR (published_at IS NOT NULL AND ${READING})))`,
  `CREATE POLICY menu_insert ON menu FOR INSERT TO lianjian_app WITH CHECK (${CONVENED} AND state = 'COLLECTING')`,
  `CREATE POLICY menu_update ON menu FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE dish (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    month date NOT NULL,
    unit_id uuid NOT NULL,
    lead_unit_id uuid NOT NULL,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}',
    kind text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    what text,
    place text,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    quota integer,
    quota_per_unit integer,
    sign_up_deadline timestamptz,
    allows_passing boolean NOT NULL,
    segments text[] NOT NULL,
    contact_name text,
    contact_phone text,
    project_id uuid,
    need_id uuid,
    copied_from_id uuid,
    service_day integer,
    posted_at timestamptz NOT NULL,
    proposed_at timestamptz,
    taken_at timestamptz,
    published_at timestamptz,
    ended_at timestamptz,
    reason text,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT dish_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT dish_unit_key UNIQUE (region_id, id, unit_id),
    CONSTRAINT dish_service_day_key UNIQUE (region_id, network_id, month, service_day),
    CONSTRAINT dish_month_check CHECK (extract(day FROM month) = 1),
    CONSTRAINT dish_kind_check CHECK (kind IN ('SERVICE', 'CULTURE_AND_SPORT', 'LECTURE', 'COURSE', 'TOPICAL_SURVEY', 'SERVICE_DAY',
      'TRAINING', 'CARE_VISIT', 'JOINT_DAY')),
    CONSTRAINT dish_state_check CHECK (state IN ('DRAFT', 'PROPOSED', 'RETURNED', 'TAKEN', 'WITHDRAWN', 'CANCELLED')),
    CONSTRAINT dish_span_check CHECK (ends_at > starts_at),
    CONSTRAINT dish_quota_check CHECK (quota > 0 AND quota_per_unit > 0 AND (quota IS NULL OR quota_per_unit <= quota)),
    CONSTRAINT dish_deadline_check CHECK (sign_up_deadline <= starts_at),
    CONSTRAINT dish_segments_check CHECK (
      segments <> '{}' AND segments <@ ARRAY['ELDERLY', 'FAMILIES', 'NEWCOMERS', 'UNEMPLOYED', 'VOLUNTEERS', 'ALL']),
    CONSTRAINT dish_service_day_check CHECK (service_day BETWEEN 1 AND 31),
    CONSTRAINT dish_shown_check CHECK (
      CASE state WHEN 'DRAFT' THEN proposed_at IS NULL AND taken_at IS NULL
                 WHEN 'RETURNED' THEN proposed_at IS NULL AND taken_at IS NULL
                 WHEN 'PROPOSED' THEN proposed_at IS NOT NULL AND taken_at IS NULL
                 WHEN 'WITHDRAWN' THEN proposed_at IS NOT NULL OR taken_at IS NULL
                 ELSE proposed_at IS NOT NULL AND taken_at IS NOT NULL END),
    CONSTRAINT dish_published_check CHECK (published_at IS NULL OR state IN ('TAKEN', 'CANCELLED')),
    CONSTRAINT dish_cancelled_check CHECK (state <> 'CANCELLED' OR published_at IS NOT NULL),
    CONSTRAINT dish_silent_check CHECK (proposed_at IS NOT NULL OR reader_unit_ids = '{}'),
    CONSTRAINT dish_reason_check CHECK (state NOT IN ('RETURNED', 'CANCELLED') OR reason IS NOT NULL),
    CONSTRAINT dish_ended_check CHECK ((state IN ('WITHDRAWN', 'CANCELLED')) = (ended_at IS NOT NULL)),
    CONSTRAINT dish_member_fkey FOREIGN KEY (region_id, network_id, unit_id) REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT dish_lead_fkey FOREIGN KEY (region_id, network_id, lead_unit_id) REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT dish_project_fkey FOREIGN KEY (region_id, project_id, network_id) REFERENCES project (region_id, id, network_id),
    CONSTRAINT dish_need_fkey FOREIGN KEY (region_id, need_id, network_id) REFERENCES need (region_id, id, network_id),
    CONSTRAINT dish_copied_fkey FOREIGN KEY (region_id, copied_from_id, network_id) REFERENCES dish (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE dish IS 'An activity on the menu of a month (菜品), from the proposal to its end'`,
  `COMMENT ON COLUMN dish.month IS 'First day of the month on whose menu it is to stand: units learn nothing of a menu that collects'`,
  `COMMENT ON COLUMN dish.unit_id IS 'Who proposed it, and alone changes it until it is taken; then the committee does'`,
  `COMMENT ON COLUMN dish.lead_unit_id IS 'Who holds it, and has said so; of a draft, whom the committee will ask'`,
  `COMMENT ON COLUMN dish.reader_unit_ids IS 'Units that were asked to take part, and the lead; none before it is proposed'`,
  `COMMENT ON COLUMN dish.starts_at IS 'Of its first date that stands, and ends_at of its last: repeats dish_date'`,
  `COMMENT ON COLUMN dish.quota_per_unit IS 'Most persons whom one unit signs up'`,
  `COMMENT ON COLUMN dish.allows_passing IS 'A smaller group may be let in before a larger one that waits'`,
  `COMMENT ON COLUMN dish.service_day IS 'The day of the month of the network that put it here by itself'`,
  `COMMENT ON COLUMN dish.proposed_at IS 'Since when the committee reads it; null in a draft and after it was returned'`,
  `COMMENT ON COLUMN dish.published_at IS 'With the version in which the network first read it'`,
  `CREATE INDEX dish_by_network ON dish (region_id, network_id, starts_at, id)`,
  `CREATE INDEX dish_by_month ON dish (region_id, network_id, month, starts_at, id)`,
  `CREATE INDEX dish_by_state ON dish (region_id, network_id, state, starts_at, id)`,
  `CREATE INDEX dish_by_unit ON dish (region_id, unit_id, starts_at, id)`,
  `CREATE INDEX dish_by_lead ON dish (region_id, lead_unit_id, starts_at, id)`,
  `CREATE INDEX dish_by_kind ON dish (region_id, network_id, kind, starts_at, id)`,
  `CREATE INDEX dish_by_project ON dish (region_id, project_id, starts_at, id) WHERE project_id IS NOT NULL`,
  `CREATE INDEX dish_by_need ON dish (region_id, need_id, starts_at, id) WHERE need_id IS NOT NULL`,
  ...wall('dish'),
  `GRANT SELECT, INSERT, UPDATE (lead_unit_id, reader_unit_ids, kind, state, title, what, place, starts_at, ends_at, quota, quota_per_unit,
    sign_up_deadline, allows_passing, segments, contact_name, contact_phone, project_id, need_id, proposed_at, taken_at, published_at,
    ended_at, reason, updated_at, version) ON dish TO lianjian_app`,
  `CREATE POLICY dish_select ON dish FOR SELECT TO lianjian_app USING (${DISH_SEEN})`,
  `CREATE POLICY dish_insert ON dish FOR INSERT TO lianjian_app
    WITH CHECK (${REGION} AND unit_id = app.unit_id() AND network_id = ANY (app.member_network_ids())
      AND (state = 'DRAFT' OR (service_day IS NOT NULL AND network_id = ANY (app.convened_network_ids()))))`,
  `CREATE POLICY dish_update ON dish FOR UPDATE TO lianjian_app
    USING (${REGION} AND unit_id = app.unit_id() AND published_at IS NULL)
    WITH CHECK (${REGION} AND unit_id = app.unit_id() AND published_at IS NULL AND (taken_at IS NULL OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY dish_update_by_committee ON dish FOR UPDATE TO lianjian_app
    USING (${CONVENED} AND proposed_at IS NOT NULL) WITH CHECK (${CONVENED} AND state <> 'DRAFT')`,
  `CREATE POLICY dish_on_behalf ON dish FOR SELECT TO lianjian_app
    USING (${ON_BEHALF} AND app.on_behalf_unit_id() = ANY (reader_unit_ids))`,

  `CREATE TABLE dish_date (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    cancelled_at timestamptz,
    CONSTRAINT dish_date_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_date_span_check CHECK (ends_at > starts_at),
    ${references('dish_date')}
  )`,
  `COMMENT ON TABLE dish_date IS 'When a dish is held; a course has several. Once it is published none is deleted'`,
  ...commentReaders('dish_date'),
  `COMMENT ON COLUMN dish_date.cancelled_at IS 'Since when it will not be held'`,
  `CREATE INDEX dish_date_by_dish ON dish_date (region_id, dish_id, starts_at, id)`,
  ...wall('dish_date'),
  `GRANT SELECT, INSERT, DELETE, UPDATE (reader_unit_ids, is_proposed, is_published, starts_at, ends_at, cancelled_at)
    ON dish_date TO lianjian_app`,
  `CREATE POLICY dish_date_select ON dish_date FOR SELECT TO lianjian_app USING (${PART_SEEN})`,
  `CREATE POLICY dish_date_keep ON dish_date TO lianjian_app
    USING (${OWN_PART} AND NOT is_published) WITH CHECK (${OWN_PART} AND NOT is_published)`,
  `CREATE POLICY dish_date_insert_by_committee ON dish_date FOR INSERT TO lianjian_app WITH CHECK (${COMMITTEE_PART})`,
  `CREATE POLICY dish_date_update_by_committee ON dish_date FOR UPDATE TO lianjian_app
    USING (${COMMITTEE_PART}) WITH CHECK (${COMMITTEE_PART})`,
  `CREATE POLICY dish_date_delete_by_committee ON dish_date FOR DELETE TO lianjian_app USING (${COMMITTEE_PART} AND NOT is_published)`,

  `CREATE TABLE dish_host (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    unit_id uuid NOT NULL,
    is_lead boolean NOT NULL,
    state text NOT NULL,
    reason text,
    asked_at timestamptz NOT NULL,
    answered_at timestamptz,
    on_behalf boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT dish_host_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_host_state_check CHECK (state IN ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    CONSTRAINT dish_host_answered_check CHECK ((state IN ('ASKED', 'WITHDRAWN')) OR answered_at IS NOT NULL),
    CONSTRAINT dish_host_published_check CHECK (NOT is_published OR state = 'ACCEPTED'),
    CONSTRAINT dish_host_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    ${references('dish_host')}
  )`,
  `COMMENT ON TABLE dish_host IS 'A unit that was asked to lead a dish or to hold it with others (协办), and what it said'`,
  ...commentReaders('dish_host'),
  `COMMENT ON COLUMN dish_host.is_lead IS 'Asked to lead it'`,
  `COMMENT ON COLUMN dish_host.on_behalf IS 'The committee wrote down its answer (代办)'`,
  `CREATE UNIQUE INDEX dish_host_live_key ON dish_host (region_id, unit_id, dish_id) WHERE state IN ('ASKED', 'ACCEPTED')`,
  `CREATE INDEX dish_host_by_dish ON dish_host (region_id, dish_id, asked_at, id)`,
  ...wall('dish_host'),
  `GRANT SELECT, INSERT, UPDATE (reader_unit_ids, is_published, state, reason, answered_at, on_behalf, version) ON dish_host TO lianjian_app`,
  `CREATE POLICY dish_host_select ON dish_host FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR dish_unit_id = app.unit_id()
      OR network_id = ANY (app.convened_network_ids()) OR (is_published AND ${READING})))`,
  `CREATE POLICY dish_host_insert ON dish_host FOR INSERT TO lianjian_app WITH CHECK (${COMMITTEE_PART} AND state = 'ASKED')`,
  `CREATE POLICY dish_host_update ON dish_host FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY dish_host_on_behalf ON dish_host FOR SELECT TO lianjian_app
    USING (${ON_BEHALF} AND unit_id = app.on_behalf_unit_id())`,

  `CREATE TABLE menu_version (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    menu_id uuid NOT NULL,
    network_id uuid NOT NULL,
    number integer NOT NULL,
    published_at timestamptz NOT NULL,
    dishes jsonb NOT NULL,
    changes jsonb NOT NULL,
    CONSTRAINT menu_version_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT menu_version_number_key UNIQUE (region_id, menu_id, number),
    CONSTRAINT menu_version_number_check CHECK (number > 0),
    CONSTRAINT menu_version_menu_fkey FOREIGN KEY (region_id, menu_id, network_id) REFERENCES menu (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE menu_version IS 'A menu as it was published; never changed'`,
  `COMMENT ON COLUMN menu_version.dishes IS 'What stood on it, as it was read then'`,
  `COMMENT ON COLUMN menu_version.changes IS 'Against the version before, in sentences; none in the first'`,
  ...wall('menu_version'),
  `GRANT SELECT, INSERT ON menu_version TO lianjian_app`,
  `CREATE POLICY menu_version_select ON menu_version FOR SELECT TO lianjian_app USING (${REGION} AND ${READING})`,
  `CREATE POLICY menu_version_insert ON menu_version FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,

  `CREATE TABLE dish_booking (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    date_id uuid,
    booking_id uuid NOT NULL,
    offer_id uuid NOT NULL,
    offer_title text NOT NULL,
    requester_unit_id uuid NOT NULL,
    owner_unit_id uuid NOT NULL,
    standing text NOT NULL,
    linked_at timestamptz NOT NULL,
    CONSTRAINT dish_booking_standing_check CHECK (standing IN ('TAKEN', 'PENDING', 'OFF')),
    CONSTRAINT dish_booking_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_booking_key UNIQUE (region_id, booking_id),
    CONSTRAINT dish_booking_booking_fkey FOREIGN KEY (region_id, booking_id) REFERENCES booking (region_id, id),
    CONSTRAINT dish_booking_date_fkey FOREIGN KEY (region_id, date_id) REFERENCES dish_date (region_id, id),
    ${references('dish_booking')}
  )`,
  `COMMENT ON TABLE dish_booking IS 'A venue, vehicle, power supply or expert that is booked for a dish; once it is published all read that it is taken by it'`,
  ...commentReaders('dish_booking'),
  `COMMENT ON COLUMN dish_booking.date_id IS 'The date that it serves, and moves with'`,
  `COMMENT ON COLUMN dish_booking.offer_title IS 'As it was when it was booked'`,
  `COMMENT ON COLUMN dish_booking.standing IS 'How the booking stands, repeated for those who do not read it'`,
  `CREATE INDEX dish_booking_by_dish ON dish_booking (region_id, dish_id, linked_at, id)`,
  ...wall('dish_booking'),
  `GRANT SELECT, INSERT, DELETE, UPDATE (reader_unit_ids, is_proposed, is_published, standing) ON dish_booking TO lianjian_app`,
  `CREATE POLICY dish_booking_select ON dish_booking FOR SELECT TO lianjian_app
    USING (${REGION} AND (requester_unit_id = app.unit_id() OR owner_unit_id = app.unit_id() OR ${PART_READERS}))`,
  `CREATE POLICY dish_booking_insert ON dish_booking FOR INSERT TO lianjian_app
    WITH CHECK (${REGION} AND requester_unit_id = app.unit_id() AND (dish_unit_id = app.unit_id()
      OR (${KNOWN} AND app.unit_id() = ANY (reader_unit_ids)) OR (${COMMITTEE_PART})))`,
  `CREATE POLICY dish_booking_update ON dish_booking FOR UPDATE TO lianjian_app
    USING (${OWN_PART} AND NOT is_published) WITH CHECK (${OWN_PART} AND NOT is_published)`,
  `CREATE POLICY dish_booking_update_by_committee ON dish_booking FOR UPDATE TO lianjian_app
    USING (${COMMITTEE_PART}) WITH CHECK (${COMMITTEE_PART})`,
  `CREATE POLICY dish_booking_delete ON dish_booking FOR DELETE TO lianjian_app
    USING (${REGION} AND ((dish_unit_id = app.unit_id() AND NOT is_published) OR (${COMMITTEE_PART})))`,
];

const DOWN = [
  `DROP TABLE dish_booking`,
  `DROP TABLE menu_version`,
  `DROP TABLE dish_host`,
  `DROP TABLE dish_date`,
  `DROP TABLE dish`,
  `DROP TABLE menu`,
];

export class CreateMenus1795305680000 implements MigrationInterface {
  name = 'CreateMenus1795305680000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
