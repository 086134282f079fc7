import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const KNOWN = `${REGION} AND network_id = ANY (app.known_network_ids())`;
/** Those invited and, of what was published, stewards. */
const READERS = `app.unit_id() = ANY (reader_unit_ids)
  OR (app.unit_id() IS NOT NULL AND open_network_id = ANY (app.member_network_ids()))
  OR (app.role() = 'STEWARD' AND network_id = ANY (app.reading_network_ids()))`;
const OWN = `${KNOWN} AND unit_id = app.unit_id()`;
const ON_BEHALF = `${REGION} AND network_id = ANY (app.on_behalf_network_ids())`;
const OWN_ON_BEHALF = `${ON_BEHALF} AND unit_id = app.on_behalf_unit_id()`;

/** As on every table beneath a meeting. */
const READER_COLUMNS = `
    network_id uuid NOT NULL,
    open_network_id uuid,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}'`;

function commentReaders(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.open_network_id IS 'The network whose units all read it: of a joint meeting once it is called; null otherwise'`,
    `COMMENT ON COLUMN ${table}.reader_unit_ids IS 'The units invited to the meeting, once it is called; empty before'`,
  ];
}

function wall(table: string): string[] {
  return [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`];
}

const UP = [
  `CREATE TABLE minutes (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,${READER_COLUMNS},
    state text NOT NULL,
    year integer,
    number integer,
    text jsonb NOT NULL,
    record jsonb,
    edited_at timestamptz NOT NULL,
    published_at timestamptz,
    correction_count integer NOT NULL,
    confirmed_count integer NOT NULL,
    correction_asked_count integer NOT NULL,
    version integer NOT NULL,
    CONSTRAINT minutes_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT minutes_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT minutes_meeting_key UNIQUE (region_id, meeting_id),
    CONSTRAINT minutes_number_key UNIQUE (region_id, network_id, year, number),
    CONSTRAINT minutes_state_check CHECK (state IN ('DRAFT', 'PUBLISHED')),
    CONSTRAINT minutes_published_check CHECK (
      (state = 'PUBLISHED') = (published_at IS NOT NULL) AND (state = 'PUBLISHED') = (record IS NOT NULL)),
    CONSTRAINT minutes_number_check CHECK (
      (year IS NULL) = (number IS NULL) AND (number IS NULL OR (published_at IS NOT NULL AND open_network_id IS NOT NULL))),
    CONSTRAINT minutes_corrected_check CHECK (correction_count = 0 OR published_at IS NOT NULL),
    CONSTRAINT minutes_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE minutes IS 'The minutes of a meeting (会议纪要): a draft of the committee, or what was published once'`,
  ...commentReaders('minutes'),
  `COMMENT ON COLUMN minutes.year IS 'With the number: of joint meetings alone, since whoever reads two numbers counts those between'`,
  `COMMENT ON COLUMN minutes.text IS 'As last edited: chair, recorder, opening, closing, and a text for each agenda item'`,
  `COMMENT ON COLUMN minutes.record IS 'Attendance, results and actions, frozen when it was published; worked out from their tables before'`,
  `COMMENT ON COLUMN minutes.confirmed_count IS 'Repeated of the confirmations, which others than the committee do not read'`,
  ...wall('minutes'),
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, state, year, number, text, record, edited_at, published_at,
    correction_count, confirmed_count, correction_asked_count, version) ON minutes TO lianjian_app`,
  `CREATE POLICY minutes_select ON minutes FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (network_id = ANY (app.convened_network_ids()) OR (published_at IS NOT NULL AND (${READERS}))))`,
  `CREATE POLICY minutes_insert ON minutes FOR INSERT TO lianjian_app WITH CHECK (${CONVENED} AND state = 'DRAFT')`,
  `CREATE POLICY minutes_update ON minutes FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY minutes_on_behalf ON minutes FOR SELECT TO lianjian_app
    USING (${ON_BEHALF} AND published_at IS NOT NULL AND (app.on_behalf_unit_id() = ANY (reader_unit_ids)
      OR open_network_id = ANY (app.member_network_ids())))`,

  `CREATE TABLE minutes_version (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    minutes_id uuid NOT NULL,
    network_id uuid NOT NULL,
    number integer NOT NULL,
    text jsonb NOT NULL,
    edited_at timestamptz NOT NULL,
    edited_by text NOT NULL,
    CONSTRAINT minutes_version_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT minutes_version_number_key UNIQUE (region_id, minutes_id, number),
    CONSTRAINT minutes_version_minutes_fkey FOREIGN KEY (region_id, minutes_id, network_id)
      REFERENCES minutes (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE minutes_version IS 'What the minutes said after each edit; read by the committee, never changed'`,
  `COMMENT ON COLUMN minutes_version.number IS 'The version of the minutes that the edit made'`,
  `COMMENT ON COLUMN minutes_version.edited_by IS 'The name of the person who edited, as it was then'`,
  ...wall('minutes_version'),
  `GRANT SELECT, INSERT ON minutes_version TO lianjian_app`,
  `CREATE POLICY minutes_version_select ON minutes_version FOR SELECT TO lianjian_app USING (${CONVENED})`,
  `CREATE POLICY minutes_version_insert ON minutes_version FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,

  `CREATE TABLE minutes_correction (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    minutes_id uuid NOT NULL,${READER_COLUMNS},
    number integer NOT NULL,
    what text NOT NULL,
    why text NOT NULL,
    corrected_at timestamptz NOT NULL,
    CONSTRAINT minutes_correction_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT minutes_correction_number_key UNIQUE (region_id, minutes_id, number),
    CONSTRAINT minutes_correction_number_check CHECK (number > 0),
    CONSTRAINT minutes_correction_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT minutes_correction_minutes_fkey FOREIGN KEY (region_id, minutes_id, network_id)
      REFERENCES minutes (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE minutes_correction IS 'A numbered correction, which stands beside the published minutes (更正); never changed'`,
  ...commentReaders('minutes_correction'),
  `CREATE INDEX minutes_correction_by_meeting ON minutes_correction (region_id, meeting_id)`,
  ...wall('minutes_correction'),
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids) ON minutes_correction TO lianjian_app`,
  `CREATE POLICY minutes_correction_select ON minutes_correction FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (network_id = ANY (app.convened_network_ids()) OR ${READERS}))`,
  `CREATE POLICY minutes_correction_insert ON minutes_correction FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY minutes_correction_update ON minutes_correction FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE minutes_confirmation (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    minutes_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    answer text,
    request text,
    answered_at timestamptz,
    seen_corrections integer NOT NULL,
    on_behalf boolean NOT NULL,
    reply text,
    replied_at timestamptz,
    met_by_number integer,
    version integer NOT NULL,
    CONSTRAINT minutes_confirmation_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT minutes_confirmation_unit_key UNIQUE (region_id, minutes_id, unit_id),
    CONSTRAINT minutes_confirmation_answer_check CHECK (answer IN ('CONFIRMED', 'CORRECTION_ASKED')),
    CONSTRAINT minutes_confirmation_answered_check CHECK (answer IS NULL OR answered_at IS NOT NULL),
    CONSTRAINT minutes_confirmation_request_check CHECK (
      CASE answer WHEN 'CONFIRMED' THEN request IS NULL WHEN 'CORRECTION_ASKED' THEN request IS NOT NULL ELSE true END),
    CONSTRAINT minutes_confirmation_reply_check CHECK (
      (reply IS NULL OR (answer = 'CORRECTION_ASKED' AND replied_at IS NOT NULL))
      AND (met_by_number IS NULL OR (answer IS NULL AND request IS NOT NULL AND replied_at IS NOT NULL))),
    CONSTRAINT minutes_confirmation_minutes_fkey FOREIGN KEY (region_id, minutes_id, network_id)
      REFERENCES minutes (region_id, id, network_id),
    CONSTRAINT minutes_confirmation_met_fkey FOREIGN KEY (region_id, minutes_id, met_by_number)
      REFERENCES minutes_correction (region_id, minutes_id, number),
    CONSTRAINT minutes_confirmation_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE minutes_confirmation IS 'What one invited unit says of the published minutes; it and the committee read it, others the counts'`,
  `COMMENT ON COLUMN minutes_confirmation.answer IS 'Empty until it answers, and again when a correction has met what it asked for'`,
  `COMMENT ON COLUMN minutes_confirmation.seen_corrections IS 'How many corrections there were when it answered'`,
  `COMMENT ON COLUMN minutes_confirmation.reply IS 'Why the committee does not correct what it asked for'`,
  `COMMENT ON COLUMN minutes_confirmation.met_by_number IS 'The correction that met what it asked for'`,
  ...wall('minutes_confirmation'),
  `GRANT SELECT, INSERT, UPDATE (answer, request, answered_at, seen_corrections, on_behalf, reply, replied_at, met_by_number, version)
    ON minutes_confirmation TO lianjian_app`,
  `CREATE POLICY minutes_confirmation_select ON minutes_confirmation FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY minutes_confirmation_insert ON minutes_confirmation FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY minutes_confirmation_update ON minutes_confirmation FOR UPDATE TO lianjian_app
    USING (${OWN}) WITH CHECK (${OWN})`,
  `CREATE POLICY minutes_confirmation_update_by_committee ON minutes_confirmation FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY minutes_confirmation_on_behalf ON minutes_confirmation FOR SELECT TO lianjian_app USING (${OWN_ON_BEHALF})`,
  `CREATE POLICY minutes_confirmation_update_on_behalf ON minutes_confirmation FOR UPDATE TO lianjian_app
    USING (${OWN_ON_BEHALF}) WITH CHECK (${OWN_ON_BEHALF})`,
];

const DOWN = [
  `DROP TABLE minutes_confirmation`,
  `DROP TABLE minutes_correction`,
  `DROP TABLE minutes_version`,
  `DROP TABLE minutes`,
];

/** What is written down of a meeting, and what its units say of that. */
export class CreateMinutes1795305675000 implements MigrationInterface {
  name = 'CreateMinutes1795305675000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
