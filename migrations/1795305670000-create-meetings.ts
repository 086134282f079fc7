import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
/** A representative has no unit, and reads nothing of meetings. */
const INVITED = `app.unit_id() = ANY (reader_unit_ids)
  OR (app.unit_id() IS NOT NULL AND open_network_id = ANY (app.member_network_ids()))`;
const KNOWN = `${REGION} AND network_id = ANY (app.known_network_ids())`;
const READ = `${KNOWN} AND (network_id = ANY (app.convened_network_ids()) OR ${INVITED})`;
/** Of a called meeting stewards read this row, and nothing beneath it. */
const SEEN = `${KNOWN} AND (network_id = ANY (app.convened_network_ids()) OR ${INVITED}
  OR (called_at IS NOT NULL AND app.role() = 'STEWARD' AND network_id = ANY (app.reading_network_ids())))`;

const ON_BEHALF = `${REGION} AND network_id = ANY (app.on_behalf_network_ids()) AND unit_id = app.on_behalf_unit_id()`;

const READERS = `
    network_id uuid NOT NULL,
    open_network_id uuid,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}'`;

/** What every table beneath a meeting says of who reads it. */
function commentReaders(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.open_network_id IS 'The network whose units all read it: of a joint meeting once it is called; null otherwise'`,
    `COMMENT ON COLUMN ${table}.reader_unit_ids IS 'The units invited to the meeting, once it is called; empty before'`,
  ];
}

function wall(table: string): string[] {
  return [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`];
}

function keptByCommittee(table: string): string[] {
  return [
    `CREATE POLICY ${table}_select ON ${table} FOR SELECT TO lianjian_app USING (${READ})`,
    `CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
    `CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  ];
}

const UP = [
  `CREATE TABLE meeting_series (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    title text NOT NULL,
    location text,
    every text NOT NULL,
    month_of_quarter integer,
    weekday integer NOT NULL,
    nth integer NOT NULL,
    off_rest_day text NOT NULL,
    starts_minute integer NOT NULL,
    minutes integer NOT NULL,
    ended_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT meeting_series_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT meeting_series_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT meeting_series_every_check CHECK (every IN ('MONTH', 'QUARTER')),
    CONSTRAINT meeting_series_month_check CHECK (
      (every = 'QUARTER') = (month_of_quarter IS NOT NULL) AND month_of_quarter BETWEEN 1 AND 3),
    CONSTRAINT meeting_series_weekday_check CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT meeting_series_nth_check CHECK (nth IN (1, 2, 3, 4, -1)),
    CONSTRAINT meeting_series_rest_check CHECK (off_rest_day IN ('NEXT_WORKDAY', 'STAYS')),
    CONSTRAINT meeting_series_time_check CHECK (starts_minute BETWEEN 0 AND 1439 AND minutes BETWEEN 15 AND 720),
    CONSTRAINT meeting_series_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id)
  )`,
  `COMMENT ON TABLE meeting_series IS 'By which rule drafts of regular meetings are made ahead; the committee’s own'`,
  `COMMENT ON COLUMN meeting_series.weekday IS '1 is Monday, 7 Sunday'`,
  `COMMENT ON COLUMN meeting_series.nth IS 'Which of these weekdays in the month; -1 is the last'`,
  `COMMENT ON COLUMN meeting_series.starts_minute IS 'On the wall clock of the region, from the start of the day'`,
  `CREATE INDEX meeting_series_by_network ON meeting_series (region_id, network_id, title, id)`,
  ...wall('meeting_series'),
  `GRANT SELECT, INSERT, UPDATE (title, location, every, month_of_quarter, weekday, nth, off_rest_day, starts_minute, minutes, ended_at,
    updated_at, version) ON meeting_series TO lianjian_app`,
  `CREATE POLICY meeting_series_select ON meeting_series FOR SELECT TO lianjian_app USING (${CONVENED})`,
  `CREATE POLICY meeting_series_insert ON meeting_series FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY meeting_series_update ON meeting_series FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE meeting (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    kind text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    series_id uuid,
    original_day date,
    is_provisional boolean NOT NULL DEFAULT false,
    follows_series boolean NOT NULL DEFAULT false,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    round integer NOT NULL DEFAULT 0,
    called_at timestamptz,
    begun_at timestamptz,
    closed_at timestamptz,
    cancelled_at timestamptz,
    recorded_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT meeting_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT meeting_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT meeting_kind_check CHECK (kind IN ('REGULAR', 'EXTRAORDINARY', 'WORKING')),
    CONSTRAINT meeting_state_check CHECK (
      state IN ('DRAFT', 'CALLED', 'IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED', 'CANCELLED')),
    CONSTRAINT meeting_span_check CHECK (ends_at > starts_at),
    CONSTRAINT meeting_called_check CHECK (
      CASE state WHEN 'DRAFT' THEN called_at IS NULL WHEN 'CANCELLED' THEN true ELSE called_at IS NOT NULL END),
    CONSTRAINT meeting_round_check CHECK ((round > 0) = (called_at IS NOT NULL)),
    CONSTRAINT meeting_begun_check CHECK ((state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED')) = (begun_at IS NOT NULL)),
    CONSTRAINT meeting_closed_check CHECK ((state IN ('CLOSED', 'MINUTES_PUBLISHED')) = (closed_at IS NOT NULL)),
    CONSTRAINT meeting_cancelled_check CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL)),
    CONSTRAINT meeting_recorded_check CHECK (recorded_at IS NULL OR (closed_at IS NOT NULL AND closed_at <= recorded_at)),
    CONSTRAINT meeting_silent_check CHECK (called_at IS NOT NULL OR (open_network_id IS NULL AND reader_unit_ids = '{}')),
    CONSTRAINT meeting_open_check CHECK (open_network_id IS NULL OR (open_network_id = network_id AND kind <> 'WORKING')),
    CONSTRAINT meeting_series_check CHECK (
      (series_id IS NULL) = (original_day IS NULL) AND (series_id IS NOT NULL OR NOT (is_provisional OR follows_series))),
    CONSTRAINT meeting_series_fkey FOREIGN KEY (region_id, series_id, network_id)
      REFERENCES meeting_series (region_id, id, network_id),
    CONSTRAINT meeting_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id)
  )`,
  `COMMENT ON TABLE meeting IS 'A joint or working meeting (联席会议、专题会): of it no more than stewards may read; the rest is its call'`,
  ...commentReaders('meeting'),
  `COMMENT ON COLUMN meeting.round IS 'How often units were asked whether they come: once when called, and again with each move'`,
  `COMMENT ON COLUMN meeting.recorded_at IS 'When it was written down (补录), of a meeting that was held without having been called'`,
  `COMMENT ON COLUMN meeting.original_day IS 'Of a series: the local day by its rule alone, before it stepped off a rest-day'`,
  `COMMENT ON COLUMN meeting.is_provisional IS 'Its day may yet step off a rest-day: its year is not announced'`,
  `COMMENT ON COLUMN meeting.follows_series IS 'A draft that nobody has settled by hand: the rule may date it anew, or drop it'`,
  `CREATE INDEX meeting_by_series ON meeting (region_id, series_id, starts_at, id) WHERE series_id IS NOT NULL`,
  `CREATE INDEX meeting_by_network ON meeting (region_id, network_id, starts_at, id)`,
  `CREATE INDEX meeting_by_state ON meeting (region_id, network_id, state, starts_at, id)`,
  ...wall('meeting'),
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, state, title, original_day, is_provisional, follows_series, starts_at, ends_at,
    round, called_at, begun_at,
    closed_at, cancelled_at, recorded_at, updated_at, version) ON meeting TO lianjian_app`,
  `CREATE POLICY meeting_select ON meeting FOR SELECT TO lianjian_app USING (${SEEN})`,
  `CREATE POLICY meeting_insert ON meeting FOR INSERT TO lianjian_app WITH CHECK (${CONVENED} AND state = 'DRAFT')`,
  `CREATE POLICY meeting_update ON meeting FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE meeting_call (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    invited_unit_ids uuid[] NOT NULL,
    location text,
    about text,
    agenda_deadline timestamptz,
    told jsonb,
    quorum_rule text NOT NULL,
    cancel_reason text,
    accepted_count integer NOT NULL,
    declined_count integer NOT NULL,
    tentative_count integer NOT NULL,
    proxy_count integer NOT NULL,
    present_count integer NOT NULL,
    represented_count integer NOT NULL,
    CONSTRAINT meeting_call_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT meeting_call_quorum_check CHECK (quorum_rule IN ('MORE_THAN_HALF', 'AT_LEAST_HALF', 'AT_LEAST_TWO_THIRDS')),
    CONSTRAINT meeting_call_meeting_fkey FOREIGN KEY (region_id, id, network_id) REFERENCES meeting (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE meeting_call IS 'What a meeting says to those invited, which stewards do not read; the id is the meeting’s'`,
  ...commentReaders('meeting_call'),
  `COMMENT ON COLUMN meeting_call.invited_unit_ids IS 'Who is, or in a draft is to be, invited; of a joint meeting filled in when it is called'`,
  `COMMENT ON COLUMN meeting_call.agenda_deadline IS 'Until when units propose items; null until it begins'`,
  `COMMENT ON COLUMN meeting_call.told IS 'Title, place and content as they were told with the call or the last move; null in a draft'`,
  `COMMENT ON COLUMN meeting_call.quorum_rule IS 'Of the units counted, how many must be present or represented; fixed when it is called'`,
  ...wall('meeting_call'),
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, invited_unit_ids, location, about, agenda_deadline, told, quorum_rule,
    cancel_reason, accepted_count, declined_count, tentative_count, proxy_count,
    present_count, represented_count) ON meeting_call TO lianjian_app`,
  ...keptByCommittee('meeting_call'),

  `CREATE TABLE meeting_answer (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    is_counted boolean NOT NULL,
    reply text,
    comers text[] NOT NULL DEFAULT '{}',
    substitute text,
    proxy_unit_id uuid,
    proxy_unit_code text,
    proxy_let_go_at timestamptz,
    dropped_proxy_unit_id uuid,
    remark text,
    answered_at timestamptz,
    on_behalf boolean NOT NULL,
    ended_at timestamptz,
    version integer NOT NULL,
    CONSTRAINT meeting_answer_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT meeting_answer_unit_key UNIQUE (region_id, meeting_id, unit_id),
    CONSTRAINT meeting_answer_proxy_key UNIQUE (region_id, meeting_id, proxy_unit_id),
    CONSTRAINT meeting_answer_reply_check CHECK (reply IN ('ACCEPTED', 'DECLINED', 'TENTATIVE')),
    CONSTRAINT meeting_answer_answered_check CHECK ((reply IS NULL) = (answered_at IS NULL)),
    CONSTRAINT meeting_answer_proxy_check CHECK (
      (proxy_unit_id IS NULL) = (proxy_unit_code IS NULL)
      AND (proxy_unit_id IS NULL OR reply = 'DECLINED' AND is_counted AND ended_at IS NULL AND proxy_unit_id <> unit_id)),
    CONSTRAINT meeting_answer_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT meeting_answer_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT meeting_answer_let_go_check CHECK (proxy_let_go_at IS NULL OR reply = 'DECLINED' AND proxy_unit_id IS NULL),
    CONSTRAINT meeting_answer_dropped_check CHECK (dropped_proxy_unit_id IS NULL OR reply = 'DECLINED' AND proxy_unit_id IS NULL),
    CONSTRAINT meeting_answer_dropped_fkey FOREIGN KEY (region_id, meeting_id, dropped_proxy_unit_id)
      REFERENCES meeting_answer (region_id, meeting_id, unit_id),
    CONSTRAINT meeting_answer_holder_fkey FOREIGN KEY (region_id, meeting_id, proxy_unit_id)
      REFERENCES meeting_answer (region_id, meeting_id, unit_id)
  )`,
  `COMMENT ON TABLE meeting_answer IS 'Whether one invited unit comes, who for it, and which unit votes for it; others read the counts of the call'`,
  `COMMENT ON COLUMN meeting_answer.is_counted IS 'A member has a vote and counts for the quorum, a guest neither'`,
  `COMMENT ON COLUMN meeting_answer.reply IS 'To the call as it stands; empty again with each move'`,
  `COMMENT ON COLUMN meeting_answer.proxy_unit_id IS 'Which unit votes for it; no unit has this of two'`,
  `COMMENT ON COLUMN meeting_answer.proxy_unit_code IS 'The code of that unit, for lines of the audit, which leave ids out'`,
  `COMMENT ON COLUMN meeting_answer.proxy_let_go_at IS 'Since when nobody votes for it: the unit that was to does not come; null once it answers anew'`,
  `COMMENT ON COLUMN meeting_answer.dropped_proxy_unit_id IS 'Whose vote was lost by this answer'`,
  `COMMENT ON COLUMN meeting_answer.remark IS 'For the committee; who votes for the unit sees the row and is not shown this'`,
  `COMMENT ON COLUMN meeting_answer.ended_at IS 'Since when its unit is no longer invited'`,
  ...wall('meeting_answer'),
  `GRANT SELECT, INSERT, UPDATE (is_counted, reply, comers, substitute, proxy_unit_id, proxy_unit_code, proxy_let_go_at, dropped_proxy_unit_id,
    remark, answered_at, on_behalf, ended_at, version) ON meeting_answer TO lianjian_app`,
  `CREATE POLICY meeting_answer_select ON meeting_answer FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (unit_id = app.unit_id() OR proxy_unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY meeting_answer_insert ON meeting_answer FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY meeting_answer_update ON meeting_answer FOR UPDATE TO lianjian_app
    USING (${KNOWN} AND unit_id = app.unit_id()) WITH CHECK (${KNOWN} AND unit_id = app.unit_id())`,
  `CREATE POLICY meeting_answer_update_by_committee ON meeting_answer FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY meeting_answer_on_behalf ON meeting_answer FOR SELECT TO lianjian_app USING (${ON_BEHALF})`,
  `CREATE POLICY meeting_answer_update_on_behalf ON meeting_answer FOR UPDATE TO lianjian_app
    USING (${ON_BEHALF}) WITH CHECK (${ON_BEHALF})`,
  `CREATE POLICY meeting_on_behalf ON meeting FOR SELECT TO lianjian_app
    USING (${REGION} AND network_id = ANY (app.on_behalf_network_ids()) AND (app.on_behalf_unit_id() = ANY (reader_unit_ids)
      OR open_network_id = ANY (app.member_network_ids())))`,

  `CREATE TABLE meeting_move (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,${READERS},
    round integer NOT NULL,
    from_starts_at timestamptz NOT NULL,
    from_ends_at timestamptz NOT NULL,
    to_starts_at timestamptz NOT NULL,
    to_ends_at timestamptz NOT NULL,
    reason text NOT NULL,
    moved_at timestamptz NOT NULL,
    CONSTRAINT meeting_move_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT meeting_move_round_key UNIQUE (region_id, meeting_id, round),
    CONSTRAINT meeting_move_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE meeting_move IS 'A called meeting was put to another time (改期); never changed'`,
  ...commentReaders('meeting_move'),
  `COMMENT ON COLUMN meeting_move.round IS 'The round of answers that it began'`,
  ...wall('meeting_move'),
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids) ON meeting_move TO lianjian_app`,
  ...keptByCommittee('meeting_move'),

  `CREATE TABLE agenda_item (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,${READERS},
    unit_id uuid NOT NULL,
    state text NOT NULL,
    place integer,
    title text NOT NULL,
    what text,
    minutes integer,
    presenter text,
    reason text,
    carried_from_id uuid,
    need_id uuid,
    proposed_at timestamptz NOT NULL,
    taken_at timestamptz,
    settled_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT agenda_item_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT agenda_item_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT agenda_item_carried_key UNIQUE (region_id, carried_from_id),
    CONSTRAINT agenda_item_need_key UNIQUE (region_id, meeting_id, need_id),
    CONSTRAINT agenda_item_state_check CHECK (state IN ('PROPOSED', 'TAKEN', 'POSTPONED', 'REFUSED', 'WITHDRAWN')),
    CONSTRAINT agenda_item_place_check CHECK ((state = 'TAKEN') = (place IS NOT NULL)),
    CONSTRAINT agenda_item_minutes_check CHECK (minutes BETWEEN 1 AND 1440),
    CONSTRAINT agenda_item_taken_check CHECK (
      CASE state WHEN 'TAKEN' THEN taken_at IS NOT NULL WHEN 'POSTPONED' THEN true ELSE taken_at IS NULL END),
    CONSTRAINT agenda_item_reason_check CHECK (state NOT IN ('POSTPONED', 'REFUSED') OR reason IS NOT NULL),
    CONSTRAINT agenda_item_settled_check CHECK ((state IN ('PROPOSED', 'TAKEN')) = (settled_at IS NULL)),
    CONSTRAINT agenda_item_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT agenda_item_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT agenda_item_carried_fkey FOREIGN KEY (region_id, carried_from_id, network_id)
      REFERENCES agenda_item (region_id, id, network_id),
    CONSTRAINT agenda_item_asked_fkey FOREIGN KEY (region_id, need_id, network_id) REFERENCES need (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE agenda_item IS 'What a meeting talks about (议题)'`,
  ...commentReaders('agenda_item'),
  `COMMENT ON COLUMN agenda_item.unit_id IS 'Who proposed it'`,
  `COMMENT ON COLUMN agenda_item.place IS 'Among those on the agenda, from 1'`,
  `COMMENT ON COLUMN agenda_item.carried_from_id IS 'The item of an earlier meeting that it goes on with; none is carried over twice'`,
  `COMMENT ON COLUMN agenda_item.need_id IS 'The unmet need that it is about'`,
  `COMMENT ON COLUMN agenda_item.taken_at IS 'Since when those invited read it; before, its unit and the committee alone'`,
  `CREATE INDEX agenda_item_by_meeting ON agenda_item (region_id, meeting_id, place, proposed_at, id)`,
  `CREATE INDEX agenda_item_by_need ON agenda_item (region_id, need_id) WHERE need_id IS NOT NULL`,
  ...wall('agenda_item'),
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, state, place, title, what, minutes, presenter, reason, taken_at,
    settled_at, updated_at, version) ON agenda_item TO lianjian_app`,
  `CREATE POLICY agenda_item_select ON agenda_item FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (network_id = ANY (app.convened_network_ids())
      OR (unit_id = app.unit_id() AND reader_unit_ids <> '{}')
      OR (taken_at IS NOT NULL AND (${INVITED}))))`,
  `CREATE POLICY agenda_item_insert ON agenda_item FOR INSERT TO lianjian_app
    WITH CHECK (${KNOWN} AND unit_id = app.unit_id() AND state = 'PROPOSED')`,
  `CREATE POLICY agenda_item_insert_by_committee ON agenda_item FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY agenda_item_update ON agenda_item FOR UPDATE TO lianjian_app
    USING (${KNOWN} AND unit_id = app.unit_id())
    WITH CHECK (${KNOWN} AND unit_id = app.unit_id() AND state IN ('PROPOSED', 'WITHDRAWN'))`,
  `CREATE POLICY agenda_item_update_by_committee ON agenda_item FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE meeting_secret (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    secret uuid NOT NULL,
    CONSTRAINT meeting_secret_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT meeting_secret_meeting_fkey FOREIGN KEY (region_id, id, network_id) REFERENCES meeting (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE meeting_secret IS 'From it and the minute follow the codes by which units check in; the id is the meeting’s'`,
  ...wall('meeting_secret'),
  `GRANT SELECT, INSERT ON meeting_secret TO lianjian_app`,
  `CREATE POLICY meeting_secret_select ON meeting_secret FOR SELECT TO lianjian_app USING (${CONVENED})`,
  `CREATE POLICY meeting_secret_insert ON meeting_secret FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,

  `CREATE TABLE attendance_entry (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    act text NOT NULL,
    at timestamptz NOT NULL,
    way text NOT NULL,
    names text[] NOT NULL DEFAULT '{}',
    noted_at timestamptz NOT NULL,
    struck_at timestamptz,
    strike_reason text,
    CONSTRAINT attendance_entry_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT attendance_entry_act_check CHECK (act IN ('ARRIVED', 'LEFT', 'EXCUSED')),
    CONSTRAINT attendance_entry_way_check CHECK (way IN ('CODE', 'COMMITTEE')),
    CONSTRAINT attendance_entry_noted_check CHECK (at <= noted_at),
    CONSTRAINT attendance_entry_struck_check CHECK ((struck_at IS NULL) = (strike_reason IS NULL)),
    CONSTRAINT attendance_entry_answer_fkey FOREIGN KEY (region_id, meeting_id, unit_id)
      REFERENCES meeting_answer (region_id, meeting_id, unit_id),
    CONSTRAINT attendance_entry_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE attendance_entry IS 'A unit came, went or excused itself; struck out and, but for names added, never changed'`,
  `COMMENT ON COLUMN attendance_entry.at IS 'When it happened; of one unit and meeting no two that stand'`,
  `CREATE UNIQUE INDEX attendance_entry_at_key ON attendance_entry (region_id, meeting_id, unit_id, at) WHERE struck_at IS NULL`,
  `CREATE INDEX attendance_entry_by_meeting ON attendance_entry (region_id, meeting_id, at, id)`,
  ...wall('attendance_entry'),
  `GRANT SELECT, INSERT, UPDATE (names, struck_at, strike_reason) ON attendance_entry TO lianjian_app`,
  `CREATE POLICY attendance_entry_select ON attendance_entry FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY attendance_entry_insert ON attendance_entry FOR INSERT TO lianjian_app
    WITH CHECK (${KNOWN} AND unit_id = app.unit_id() AND way = 'CODE')`,
  `CREATE POLICY attendance_entry_insert_by_committee ON attendance_entry FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY attendance_entry_update ON attendance_entry FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED})`,
];

const DOWN = [
  `DROP TABLE attendance_entry`,
  `DROP TABLE meeting_secret`,
  `DROP TABLE agenda_item`,
  `DROP TABLE meeting_move`,
  `DROP TABLE meeting_answer`,
  `DROP TABLE meeting_call`,
  `DROP TABLE meeting`,
  `DROP TABLE meeting_series`,
];

export class CreateMeetings1795305670000 implements MigrationInterface {
  name = 'CreateMeetings1795305670000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
