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

/** Read by those who read the meeting, and by `others`; written with the rights of the committee, whoever acts. */
function wall(table: string, others = ''): string[] {
  const read = `${KNOWN} AND (network_id = ANY (app.convened_network_ids()) OR ${others}${INVITED})`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_select ON ${table} FOR SELECT TO lianjian_app USING (${read})`,
    `CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
    `CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  ];
}

const STATES = `'OPEN', 'DONE', 'DROPPED'`;

const UP = [
  `CREATE TABLE action (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    unit_id uuid NOT NULL,
    agenda_item_id uuid,
    motion_id uuid,
    what text NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    reason text,
    created_at timestamptz NOT NULL,
    settled_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT action_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT action_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT action_state_check CHECK (state IN (${STATES})),
    CONSTRAINT action_reason_check CHECK ((state = 'DROPPED') = (reason IS NOT NULL)),
    CONSTRAINT action_settled_check CHECK ((state = 'OPEN') = (settled_at IS NULL)),
    CONSTRAINT action_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT action_item_fkey FOREIGN KEY (region_id, agenda_item_id, network_id)
      REFERENCES agenda_item (region_id, id, network_id),
    CONSTRAINT action_motion_fkey FOREIGN KEY (region_id, motion_id, network_id) REFERENCES motion (region_id, id, network_id),
    CONSTRAINT action_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE action IS 'What a meeting has decided that a unit does by a day (行动事项)'`,
  ...commentReaders('action'),
  `COMMENT ON COLUMN action.unit_id IS 'Which unit does it; it reads it wherever it was decided'`,
  `COMMENT ON COLUMN action.agenda_item_id IS 'The item of the agenda that it came from'`,
  `COMMENT ON COLUMN action.motion_id IS 'The motion by which it was decided'`,
  `COMMENT ON COLUMN action.due_on IS 'The last day on which it is in time, by the zone of the region'`,
  `COMMENT ON COLUMN action.reason IS 'Why it was dropped'`,
  `CREATE INDEX action_by_network ON action (region_id, network_id, due_on, id)`,
  `CREATE INDEX action_by_unit ON action (region_id, unit_id, due_on, id)`,
  `CREATE INDEX action_by_state ON action (region_id, network_id, state, due_on, id)`,
  `CREATE INDEX action_by_meeting ON action (region_id, meeting_id, created_at, id)`,
  `CREATE INDEX action_by_item ON action (region_id, agenda_item_id) WHERE agenda_item_id IS NOT NULL`,
  `CREATE INDEX action_by_motion ON action (region_id, motion_id) WHERE motion_id IS NOT NULL`,
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, unit_id, agenda_item_id, motion_id, what, due_on, state, reason, settled_at,
    updated_at, version) ON action TO lianjian_app`,
  ...wall('action', 'unit_id = app.unit_id() OR '),

  `CREATE TABLE action_note (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    action_id uuid NOT NULL,
    responsible_unit_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    place integer NOT NULL,
    step text NOT NULL,
    state text NOT NULL,
    text text,
    from_unit_id uuid,
    from_due_on date,
    noted_at timestamptz NOT NULL,
    CONSTRAINT action_note_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT action_note_place_key UNIQUE (region_id, action_id, place),
    CONSTRAINT action_note_place_check CHECK (place > 0),
    CONSTRAINT action_note_step_check CHECK (step IN ('PROGRESS', 'DONE', 'DROPPED', 'REOPENED', 'REASSIGNED', 'POSTPONED')),
    CONSTRAINT action_note_state_check CHECK (state = CASE WHEN step IN ('DONE', 'DROPPED') THEN step ELSE 'OPEN' END),
    CONSTRAINT action_note_text_check CHECK (step = 'DONE' OR text IS NOT NULL),
    CONSTRAINT action_note_unit_check CHECK ((step = 'REASSIGNED') = (from_unit_id IS NOT NULL)),
    CONSTRAINT action_note_due_check CHECK ((step = 'POSTPONED') = (from_due_on IS NOT NULL)),
    CONSTRAINT action_note_action_fkey FOREIGN KEY (region_id, action_id, network_id)
      REFERENCES action (region_id, id, network_id),
    CONSTRAINT action_note_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT action_note_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT action_note_responsible_fkey FOREIGN KEY (region_id, network_id, responsible_unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT action_note_from_fkey FOREIGN KEY (region_id, network_id, from_unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE action_note IS 'What was said of an action, and where it stood from then on; never changed'`,
  ...commentReaders('action_note'),
  `COMMENT ON COLUMN action_note.responsible_unit_id IS 'Which unit does the action now: it reads what was said before'`,
  `COMMENT ON COLUMN action_note.unit_id IS 'Whose words they are'`,
  `COMMENT ON COLUMN action_note.place IS 'Among the notes of the action, from 1'`,
  `COMMENT ON COLUMN action_note.state IS 'Where the action stood from then on'`,
  `COMMENT ON COLUMN action_note.from_unit_id IS 'Which unit did it until it was handed over'`,
  `COMMENT ON COLUMN action_note.from_due_on IS 'Its last day until it was postponed'`,
  `CREATE INDEX action_note_by_meeting ON action_note (region_id, meeting_id)`,
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, responsible_unit_id) ON action_note TO lianjian_app`,
  ...wall('action_note', 'responsible_unit_id = app.unit_id() OR unit_id = app.unit_id() OR '),

  `CREATE TABLE action_report (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    action_id uuid NOT NULL,
    state text NOT NULL,
    text text NOT NULL,
    reported_at timestamptz NOT NULL,
    CONSTRAINT action_report_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT action_report_meeting_key UNIQUE (region_id, meeting_id, action_id),
    CONSTRAINT action_report_state_check CHECK (state IN (${STATES})),
    CONSTRAINT action_report_action_fkey FOREIGN KEY (region_id, action_id, network_id)
      REFERENCES action (region_id, id, network_id),
    CONSTRAINT action_report_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE action_report IS 'What a later meeting heard had become of an action; read as that meeting is'`,
  ...commentReaders('action_report'),
  `COMMENT ON COLUMN action_report.state IS 'Where the action stood when it was said'`,
  `CREATE INDEX action_report_by_action ON action_report (region_id, action_id, reported_at, id)`,
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, state, text, reported_at) ON action_report TO lianjian_app`,
  ...wall('action_report'),
];

const DOWN = [`DROP TABLE action_report`, `DROP TABLE action_note`, `DROP TABLE action`];

export class CreateMeetingActions1795305673000 implements MigrationInterface {
  name = 'CreateMeetingActions1795305673000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
