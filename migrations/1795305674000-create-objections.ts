import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const KNOWN = `${REGION} AND network_id = ANY (app.known_network_ids())`;
/** A representative has no unit, and reads nothing of meetings. */
const INVITED = `app.unit_id() = ANY (reader_unit_ids)
  OR (app.unit_id() IS NOT NULL AND open_network_id = ANY (app.member_network_ids()))`;

const READERS = `
    meeting_id uuid NOT NULL,
    network_id uuid NOT NULL,
    open_network_id uuid,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}'`;

function commentReaders(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.open_network_id IS 'The network whose units all read it: of a joint meeting once it is called; null otherwise'`,
    `COMMENT ON COLUMN ${table}.reader_unit_ids IS 'The units invited to the meeting, once it is called; empty before'`,
  ];
}

/** Read by the committee and by `others`; written with the rights of the committee, whoever acts. */
function wall(table: string, others: string): string[] {
  const read = `${KNOWN} AND (network_id = ANY (app.convened_network_ids()) OR ${others})`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_select ON ${table} FOR SELECT TO lianjian_app USING (${read})`,
    `CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
    `CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  ];
}

const UP = [
  `CREATE TABLE objection (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    motion_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    source text NOT NULL,
    number integer NOT NULL,
    label text,
    text text NOT NULL,
    state text NOT NULL,
    answer text,
    recorded_at timestamptz NOT NULL,
    answered_at timestamptz,
    settled_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT objection_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT objection_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT objection_number_key UNIQUE (region_id, motion_id, number),
    CONSTRAINT objection_source_check CHECK (source IN ('UNIT', 'HOUSEHOLD')),
    CONSTRAINT objection_number_check CHECK (number > 0),
    CONSTRAINT objection_label_check CHECK (source = 'HOUSEHOLD' OR label IS NULL),
    CONSTRAINT objection_state_check CHECK (state IN ('OPEN', 'ANSWERED', 'SETTLED', 'UPHELD', 'WITHDRAWN')),
    CONSTRAINT objection_answer_check CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CONSTRAINT objection_answered_check CHECK (
      CASE state WHEN 'OPEN' THEN answer IS NULL WHEN 'WITHDRAWN' THEN true ELSE answer IS NOT NULL END),
    CONSTRAINT objection_settled_check CHECK ((state IN ('OPEN', 'ANSWERED')) = (settled_at IS NULL)),
    CONSTRAINT objection_motion_fkey FOREIGN KEY (region_id, motion_id, network_id) REFERENCES motion (region_id, id, network_id),
    CONSTRAINT objection_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT objection_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE objection IS 'An objection against a motion (异议), of a unit or of a household that is named nowhere'`,
  ...commentReaders('objection'),
  `COMMENT ON COLUMN objection.unit_id IS 'Which unit objects, or recorded it for a household'`,
  `COMMENT ON COLUMN objection.source IS 'Of a household: read by the committee and the unit that recorded it alone'`,
  `COMMENT ON COLUMN objection.number IS 'Among the objections against the motion, from 1'`,
  `COMMENT ON COLUMN objection.label IS 'What the household is known by, a building say; never a name'`,
  `COMMENT ON COLUMN objection.answer IS 'What the committee has answered last'`,
  `CREATE UNIQUE INDEX objection_unit_key ON objection (region_id, motion_id, unit_id) WHERE source = 'UNIT' AND state <> 'WITHDRAWN'`,
  `CREATE INDEX objection_by_meeting ON objection (region_id, meeting_id)`,
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, label, text, state, answer, answered_at, settled_at, updated_at,
    version) ON objection TO lianjian_app`,
  ...wall('objection', `unit_id = app.unit_id() OR (source = 'UNIT' AND (${INVITED}))`),

  `CREATE TABLE objection_note (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    objection_id uuid NOT NULL,
    objector_unit_id uuid NOT NULL,
    source text NOT NULL,
    unit_id uuid NOT NULL,
    place integer NOT NULL,
    step text NOT NULL,
    text text NOT NULL,
    happened_on date NOT NULL,
    noted_at timestamptz NOT NULL,
    CONSTRAINT objection_note_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT objection_note_place_key UNIQUE (region_id, objection_id, place),
    CONSTRAINT objection_note_place_check CHECK (place > 0),
    CONSTRAINT objection_note_source_check CHECK (source IN ('UNIT', 'HOUSEHOLD')),
    CONSTRAINT objection_note_step_check CHECK (
      step IN ('VISITED', 'CALLED', 'NOTED', 'ANSWERED', 'SETTLED', 'UPHELD', 'REOPENED', 'WITHDRAWN')),
    CONSTRAINT objection_note_objection_fkey FOREIGN KEY (region_id, objection_id, network_id)
      REFERENCES objection (region_id, id, network_id),
    CONSTRAINT objection_note_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT objection_note_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT objection_note_objector_fkey FOREIGN KEY (region_id, network_id, objector_unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE objection_note IS 'How an objection was followed up; never changed, and read as the objection is'`,
  ...commentReaders('objection_note'),
  `COMMENT ON COLUMN objection_note.objector_unit_id IS 'Of the objection: which unit recorded it'`,
  `COMMENT ON COLUMN objection_note.source IS 'Of the objection: whose it is'`,
  `COMMENT ON COLUMN objection_note.unit_id IS 'Whose words they are'`,
  `COMMENT ON COLUMN objection_note.place IS 'Among the notes of the objection, from 1'`,
  `COMMENT ON COLUMN objection_note.happened_on IS 'The local day, by the zone of the region'`,
  `CREATE INDEX objection_note_by_meeting ON objection_note (region_id, meeting_id)`,
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids) ON objection_note TO lianjian_app`,
  ...wall('objection_note', `objector_unit_id = app.unit_id() OR (source = 'UNIT' AND (${INVITED}))`),

  `CREATE TABLE objection_count (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    open integer NOT NULL,
    answered integer NOT NULL,
    settled integer NOT NULL,
    upheld integer NOT NULL,
    CONSTRAINT objection_count_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT objection_count_check CHECK (open >= 0 AND answered >= 0 AND settled >= 0 AND upheld >= 0),
    CONSTRAINT objection_count_motion_fkey FOREIGN KEY (region_id, id, network_id) REFERENCES motion (region_id, id, network_id),
    CONSTRAINT objection_count_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE objection_count IS 'How many objections there are against a motion, for all who read it; the id is the motion’s'`,
  ...commentReaders('objection_count'),
  `CREATE INDEX objection_count_by_meeting ON objection_count (region_id, meeting_id)`,
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, open, answered, settled, upheld) ON objection_count TO lianjian_app`,
  ...wall('objection_count', INVITED),
];

const DOWN = [`DROP TABLE objection_count`, `DROP TABLE objection_note`, `DROP TABLE objection`];

export class CreateObjections1795305674000 implements MigrationInterface {
  name = 'CreateObjections1795305674000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
