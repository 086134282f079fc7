import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const KNOWN = `${REGION} AND network_id = ANY (app.known_network_ids())`;
/** Stewards read no polls: those of their 25 networks need not be looked at in vain. */
const NOT_BY_STEWARDS = `${REGION}
  AND network_id = ANY (CASE WHEN app.role() = 'STEWARD' THEN '{}'::uuid[] ELSE app.known_network_ids() END)`;
/** The poll has readers of its own from its opening on; the draft that it is about stays silent. */
const ASKED = `${NOT_BY_STEWARDS} AND (network_id = ANY (app.convened_network_ids()) OR app.unit_id() = ANY (reader_unit_ids)
  OR (app.unit_id() IS NOT NULL AND open_network_id = ANY (app.member_network_ids())))`;
const OWN = `${KNOWN} AND unit_id = app.unit_id()`;
const MINE = `${REGION} AND network_id = ANY (app.on_behalf_network_ids())`;
const ASKED_ON_BEHALF = `${MINE} AND (app.on_behalf_unit_id() = ANY (reader_unit_ids)
  OR open_network_id = ANY (app.member_network_ids()))`;
const ON_BEHALF = `${MINE} AND unit_id = app.on_behalf_unit_id()`;

const READERS = `
    network_id uuid NOT NULL,
    open_network_id uuid,
    reader_unit_ids uuid[] NOT NULL`;

function commentReaders(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.open_network_id IS 'The network all members of which are asked: of a joint meeting; null of a working one'`,
    `COMMENT ON COLUMN ${table}.reader_unit_ids IS 'The units asked; of a joint meeting those that were members when it was opened'`,
  ];
}

function wall(table: string): string[] {
  return [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`];
}

function keptByCommittee(table: string, readers: string): string[] {
  return [
    `CREATE POLICY ${table}_select ON ${table} FOR SELECT TO lianjian_app USING (${readers})`,
    `CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
    `CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  ];
}

const UP = [
  `CREATE TABLE date_poll (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,${READERS},
    state text NOT NULL,
    title text NOT NULL,
    zone text NOT NULL,
    until timestamptz NOT NULL,
    opened_at timestamptz NOT NULL,
    first_answered_at timestamptz,
    ended_at timestamptz,
    called_off_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT date_poll_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT date_poll_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT date_poll_state_check CHECK (state IN ('OPEN', 'SETTLED', 'CLOSED')),
    CONSTRAINT date_poll_ended_check CHECK ((state = 'OPEN') = (ended_at IS NULL)),
    CONSTRAINT date_poll_off_check CHECK (called_off_at IS NULL OR state = 'CLOSED'),
    CONSTRAINT date_poll_open_check CHECK (open_network_id IS NULL OR open_network_id = network_id),
    CONSTRAINT date_poll_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE date_poll IS 'When could units come (时间征集): of a draft no more than those asked may read'`,
  ...commentReaders('date_poll'),
  `COMMENT ON COLUMN date_poll.title IS 'The draft’s, as long as it is open'`,
  `COMMENT ON COLUMN date_poll.zone IS 'IANA name of the zone in which its spans are shown; stays from the first answer on'`,
  `COMMENT ON COLUMN date_poll.until IS 'Until when units answer'`,
  `COMMENT ON COLUMN date_poll.called_off_at IS 'When its meeting was cancelled, of which those asked hear nothing else if it was a draft'`,
  `CREATE UNIQUE INDEX date_poll_meeting_key ON date_poll (region_id, meeting_id) WHERE state = 'OPEN'`,
  `CREATE INDEX date_poll_by_meeting ON date_poll (region_id, meeting_id, opened_at, id)`,
  `CREATE INDEX date_poll_by_network ON date_poll (region_id, network_id, opened_at, id)`,
  ...wall('date_poll'),
  `GRANT SELECT, INSERT, UPDATE (reader_unit_ids, state, title, zone, until, first_answered_at, ended_at, called_off_at, updated_at, version)
    ON date_poll TO lianjian_app`,
  ...keptByCommittee('date_poll', ASKED),
  `CREATE POLICY date_poll_on_behalf ON date_poll FOR SELECT TO lianjian_app USING (${ASKED_ON_BEHALF})`,

  `CREATE TABLE date_poll_venue (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    offer_id uuid,
    CONSTRAINT date_poll_venue_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT date_poll_venue_poll_fkey FOREIGN KEY (region_id, id, network_id)
      REFERENCES date_poll (region_id, id, network_id),
    CONSTRAINT date_poll_venue_offer_fkey FOREIGN KEY (region_id, offer_id) REFERENCES offer (region_id, id)
  )`,
  `COMMENT ON TABLE date_poll_venue IS 'Which venue the committee would like, which those asked do not read; the id is the poll’s'`,
  `COMMENT ON COLUMN date_poll_venue.offer_id IS 'Beside each span is said whether it can be had then; null for none'`,
  ...wall('date_poll_venue'),
  `GRANT SELECT, INSERT, UPDATE (offer_id) ON date_poll_venue TO lianjian_app`,
  ...keptByCommittee('date_poll_venue', CONVENED),

  `CREATE TABLE date_poll_span (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    poll_id uuid NOT NULL,
    meeting_id uuid NOT NULL,${READERS},
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    added_at timestamptz NOT NULL,
    struck_at timestamptz,
    chosen_at timestamptz,
    yes_count integer NOT NULL,
    if_need_be_count integer NOT NULL,
    no_count integer NOT NULL,
    guest_yes_count integer NOT NULL,
    guest_if_need_be_count integer NOT NULL,
    guest_no_count integer NOT NULL,
    CONSTRAINT date_poll_span_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT date_poll_span_order_check CHECK (ends_at > starts_at),
    CONSTRAINT date_poll_span_chosen_check CHECK (chosen_at IS NULL OR struck_at IS NULL),
    CONSTRAINT date_poll_span_poll_fkey FOREIGN KEY (region_id, poll_id, network_id)
      REFERENCES date_poll (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE date_poll_span IS 'A span that a poll asks about, an instant to an instant; never deleted, but struck'`,
  ...commentReaders('date_poll_span'),
  `COMMENT ON COLUMN date_poll_span.meeting_id IS 'The poll’s, so that the meeting is no clash of its own'`,
  `COMMENT ON COLUMN date_poll_span.yes_count IS 'Of members; those asked read no answers of others to count'`,
  `CREATE UNIQUE INDEX date_poll_span_bounds_key ON date_poll_span (region_id, poll_id, starts_at, ends_at) WHERE struck_at IS NULL`,
  `CREATE UNIQUE INDEX date_poll_span_chosen_key ON date_poll_span (region_id, poll_id) WHERE chosen_at IS NOT NULL`,
  `CREATE INDEX date_poll_span_by_poll ON date_poll_span (region_id, poll_id, starts_at, id)`,
  ...wall('date_poll_span'),
  `GRANT SELECT, INSERT, UPDATE (reader_unit_ids, struck_at, chosen_at, yes_count, if_need_be_count, no_count, guest_yes_count,
    guest_if_need_be_count, guest_no_count) ON date_poll_span TO lianjian_app`,
  ...keptByCommittee('date_poll_span', ASKED),
  `CREATE POLICY date_poll_span_on_behalf ON date_poll_span FOR SELECT TO lianjian_app USING (${ASKED_ON_BEHALF})`,

  `CREATE TABLE date_poll_answer (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    poll_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    is_counted boolean NOT NULL,
    yes_span_ids uuid[] NOT NULL,
    if_need_be_span_ids uuid[] NOT NULL,
    no_span_ids uuid[] NOT NULL,
    remark text,
    answered_at timestamptz NOT NULL,
    on_behalf boolean NOT NULL,
    ended_at timestamptz,
    version integer NOT NULL,
    CONSTRAINT date_poll_answer_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT date_poll_answer_unit_key UNIQUE (region_id, poll_id, unit_id),
    CONSTRAINT date_poll_answer_once_check CHECK (NOT (yes_span_ids && if_need_be_span_ids
      OR yes_span_ids && no_span_ids OR if_need_be_span_ids && no_span_ids)),
    CONSTRAINT date_poll_answer_poll_fkey FOREIGN KEY (region_id, poll_id, network_id)
      REFERENCES date_poll (region_id, id, network_id),
    CONSTRAINT date_poll_answer_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE date_poll_answer IS 'When one unit could come; others read the counts of the spans'`,
  `COMMENT ON COLUMN date_poll_answer.is_counted IS 'A member is counted, a guest apart'`,
  `COMMENT ON COLUMN date_poll_answer.yes_span_ids IS 'Spans of this poll; what stands in none of the three lists is not answered'`,
  `COMMENT ON COLUMN date_poll_answer.ended_at IS 'Since when its unit is no longer asked'`,
  ...wall('date_poll_answer'),
  `GRANT SELECT, INSERT, UPDATE (is_counted, yes_span_ids, if_need_be_span_ids, no_span_ids, remark, answered_at, on_behalf,
    ended_at, version) ON date_poll_answer TO lianjian_app`,
  `CREATE POLICY date_poll_answer_select ON date_poll_answer FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY date_poll_answer_insert ON date_poll_answer FOR INSERT TO lianjian_app WITH CHECK (${OWN})`,
  `CREATE POLICY date_poll_answer_update ON date_poll_answer FOR UPDATE TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
  `CREATE POLICY date_poll_answer_update_by_committee ON date_poll_answer FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY date_poll_answer_on_behalf ON date_poll_answer FOR SELECT TO lianjian_app USING (${ON_BEHALF})`,
  `CREATE POLICY date_poll_answer_insert_on_behalf ON date_poll_answer FOR INSERT TO lianjian_app WITH CHECK (${ON_BEHALF})`,
  `CREATE POLICY date_poll_answer_update_on_behalf ON date_poll_answer FOR UPDATE TO lianjian_app
    USING (${ON_BEHALF}) WITH CHECK (${ON_BEHALF})`,
];

const DOWN = [
  `DROP TABLE date_poll_answer`,
  `DROP TABLE date_poll_span`,
  `DROP TABLE date_poll_venue`,
  `DROP TABLE date_poll`,
];

export class CreateMeetingPolls1795305676000 implements MigrationInterface {
  name = 'CreateMeetingPolls1795305676000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
