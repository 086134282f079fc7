import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const READ = `${REGION} AND network_id = ANY (app.reading_network_ids())`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const OWN = `${REGION} AND unit_id = app.unit_id()`;
const LED_OR_CONVENED = `${REGION} AND (lead_unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids()))`;
const IN_ON_BEHALF = `${REGION} AND network_id = ANY (app.on_behalf_network_ids())`;

const UP = [
  `CREATE TABLE project (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    lead_unit_id uuid NOT NULL,
    category_id uuid NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    what text NOT NULL,
    starts_on date,
    ends_on date,
    posted_at timestamptz NOT NULL,
    proposed_at timestamptz,
    taken_at timestamptz,
    begun_at timestamptz,
    answered_at timestamptz,
    ended_at timestamptz,
    reason text,
    result text,
    result_heads integer,
    result_hours numeric,
    reopenings integer NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT project_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT project_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT project_state_check CHECK (state IN ('PROPOSED', 'RETURNED', 'PLANNED', 'IN_PROGRESS', 'ANSWERED', 'CLOSED', 'STOPPED', 'WITHDRAWN')),
    CONSTRAINT project_days_check CHECK (ends_on >= starts_on),
    CONSTRAINT project_shown_check CHECK (
      CASE WHEN state = 'RETURNED' THEN proposed_at IS NULL AND taken_at IS NULL
           WHEN state IN ('PROPOSED', 'WITHDRAWN') THEN taken_at IS NULL
           ELSE proposed_at IS NOT NULL AND taken_at IS NOT NULL END),
    CONSTRAINT project_reason_check CHECK (state NOT IN ('RETURNED', 'STOPPED') OR reason IS NOT NULL),
    CONSTRAINT project_result_check CHECK (state NOT IN ('ANSWERED', 'CLOSED') OR result IS NOT NULL),
    CONSTRAINT project_heads_check CHECK (result_heads >= 0),
    CONSTRAINT project_hours_check CHECK (result_hours >= 0),
    CONSTRAINT project_ended_check CHECK ((state IN ('CLOSED', 'STOPPED', 'WITHDRAWN')) = (ended_at IS NOT NULL)),
    CONSTRAINT project_category_fkey FOREIGN KEY (region_id, category_id, network_id) REFERENCES need_category (region_id, id, network_id),
    CONSTRAINT project_starter_fkey FOREIGN KEY (region_id, network_id, unit_id) REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT project_lead_fkey FOREIGN KEY (region_id, network_id, lead_unit_id) REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE project IS 'Needs or an idea taken on (项目清单): a lead unit, co-hosts, steps, bookings and a result; the thing that is evaluated'`,
  `COMMENT ON COLUMN project.unit_id IS 'Who started it; whose idea it was while it was only proposed'`,
  `COMMENT ON COLUMN project.lead_unit_id IS 'Who answers for it; there always is one'`,
  `COMMENT ON COLUMN project.proposed_at IS 'Since when the committee reads it; null after it was returned'`,
  `COMMENT ON COLUMN project.taken_at IS 'Since when the network reads it'`,
  `COMMENT ON COLUMN project.reason IS 'Why it was returned or stopped, or opened again by those who had the need'`,
  `COMMENT ON COLUMN project.result_hours IS 'Hours of work given, of all persons together'`,
  `COMMENT ON COLUMN project.reopenings IS 'How often those who had its needs said that they were not answered'`,
  `CREATE INDEX project_by_network ON project (region_id, network_id, posted_at, id)`,
  `CREATE INDEX project_by_state ON project (region_id, network_id, state, posted_at, id)`,
  `CREATE INDEX project_by_lead ON project (region_id, lead_unit_id, posted_at, id)`,
  `CREATE INDEX project_by_unit ON project (region_id, unit_id, posted_at, id)`,
  `CREATE INDEX project_by_category ON project (region_id, category_id, posted_at, id)`,
  `ALTER TABLE project ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE project FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT ON project TO lianjian_app`,
  `GRANT UPDATE (lead_unit_id, category_id, state, title, what, starts_on, ends_on, proposed_at, taken_at, begun_at, answered_at, ended_at,
    reason, result, result_heads, result_hours, reopenings, updated_at, version) ON project TO lianjian_app`,
  `CREATE POLICY project_select ON project FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR lead_unit_id = app.unit_id()
      OR (proposed_at IS NOT NULL AND network_id = ANY (app.convened_network_ids()))
      OR (taken_at IS NOT NULL AND network_id = ANY (app.reading_network_ids()))))`,
  `CREATE POLICY project_insert ON project FOR INSERT TO lianjian_app
    WITH CHECK (${OWN} AND network_id = ANY (app.member_network_ids()))`,
  `CREATE POLICY project_update ON project FOR UPDATE TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
  `CREATE POLICY project_update_by_committee ON project FOR UPDATE TO lianjian_app
    USING (${CONVENED} AND proposed_at IS NOT NULL) WITH CHECK (${CONVENED})`,
  `CREATE POLICY project_on_behalf ON project FOR SELECT TO lianjian_app
    USING (${IN_ON_BEHALF} AND (unit_id = app.on_behalf_unit_id() OR lead_unit_id = app.on_behalf_unit_id()))`,

  `ALTER TABLE need ADD COLUMN project_id uuid`,
  `COMMENT ON COLUMN need.project_id IS 'The project that it was last taken on by'`,
  `ALTER TABLE need ADD CONSTRAINT need_project_fkey FOREIGN KEY (region_id, project_id, network_id) REFERENCES project (region_id, id, network_id)`,
  `CREATE INDEX need_by_project ON need (region_id, project_id, posted_at, id) WHERE project_id IS NOT NULL`,
  `GRANT UPDATE (project_id) ON need TO lianjian_app`,

  `CREATE TABLE project_host (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    network_id uuid NOT NULL,
    lead_unit_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    state text NOT NULL,
    asked_at timestamptz NOT NULL,
    accepted_at timestamptz,
    settled_at timestamptz,
    reason text,
    version integer NOT NULL,
    CONSTRAINT project_host_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT project_host_state_check CHECK (state IN ('ASKED', 'ACCEPTED', 'LEADING', 'DECLINED', 'WITHDRAWN', 'LEFT')),
    CONSTRAINT project_host_accepted_check CHECK (
      CASE WHEN state IN ('ACCEPTED', 'LEADING', 'LEFT') THEN accepted_at IS NOT NULL ELSE accepted_at IS NULL END),
    CONSTRAINT project_host_settled_check CHECK ((state IN ('ASKED', 'ACCEPTED', 'LEADING')) = (settled_at IS NULL)),
    CONSTRAINT project_host_project_fkey FOREIGN KEY (region_id, project_id, network_id) REFERENCES project (region_id, id, network_id),
    CONSTRAINT project_host_member_fkey FOREIGN KEY (region_id, network_id, unit_id) REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE project_host IS 'A unit that takes part in a project beside its lead (协办); asked, unless it had claimed one of its needs'`,
  `COMMENT ON COLUMN project_host.lead_unit_id IS 'The lead of the project now, repeated because a row policy reads its own row only'`,
  `COMMENT ON COLUMN project_host.accepted_at IS 'Since when the network reads it; null while only asked, and after a no'`,
  `CREATE UNIQUE INDEX project_host_live_key ON project_host (region_id, unit_id, project_id) WHERE state IN ('ASKED', 'ACCEPTED', 'LEADING')`,
  `CREATE INDEX project_host_by_project ON project_host (region_id, project_id, asked_at, id)`,
  `CREATE INDEX project_host_by_unit ON project_host (region_id, unit_id, asked_at, id)`,
  `ALTER TABLE project_host ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE project_host FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (lead_unit_id, state, accepted_at, settled_at, reason, version) ON project_host TO lianjian_app`,
  `CREATE POLICY project_host_select ON project_host FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR lead_unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())
      OR (accepted_at IS NOT NULL AND network_id = ANY (app.reading_network_ids()))))`,
  `CREATE POLICY project_host_insert ON project_host FOR INSERT TO lianjian_app
    WITH CHECK (${REGION} AND ((lead_unit_id = app.unit_id() AND state = 'ASKED') OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY project_host_update ON project_host FOR UPDATE TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
  `CREATE POLICY project_host_update_by_lead ON project_host FOR UPDATE TO lianjian_app
    USING (${LED_OR_CONVENED}) WITH CHECK (${LED_OR_CONVENED})`,
  `CREATE POLICY project_host_on_behalf ON project_host FOR SELECT TO lianjian_app
    USING (${IN_ON_BEHALF} AND (unit_id = app.on_behalf_unit_id() OR lead_unit_id = app.on_behalf_unit_id()))`,
  `CREATE POLICY project_host_update_on_behalf ON project_host FOR UPDATE TO lianjian_app
    USING (${IN_ON_BEHALF} AND unit_id = app.on_behalf_unit_id()) WITH CHECK (${IN_ON_BEHALF} AND unit_id = app.on_behalf_unit_id())`,

  `CREATE TABLE project_step (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    place integer NOT NULL,
    title text NOT NULL,
    due_on date NOT NULL,
    done_at timestamptz,
    done_note text,
    version integer NOT NULL,
    CONSTRAINT project_step_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT project_step_place_check CHECK (place > 0),
    CONSTRAINT project_step_done_check CHECK (done_note IS NULL OR done_at IS NOT NULL),
    CONSTRAINT project_step_project_fkey FOREIGN KEY (region_id, project_id, network_id) REFERENCES project (region_id, id, network_id),
    CONSTRAINT project_step_member_fkey FOREIGN KEY (region_id, network_id, unit_id) REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE project_step IS 'What a project does, one after the other; only those of projects that were taken exist'`,
  `COMMENT ON COLUMN project_step.unit_id IS 'Which of the units of the project does it'`,
  `COMMENT ON COLUMN project_step.due_on IS 'The last day on which it is in time, by the zone of the region'`,
  `CREATE INDEX project_step_by_project ON project_step (region_id, project_id, place, id)`,
  `CREATE INDEX project_step_by_due ON project_step (region_id, network_id, due_on, id) WHERE done_at IS NULL`,
  `ALTER TABLE project_step ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE project_step FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (unit_id, place, title, due_on, done_at, done_note, version) ON project_step TO lianjian_app`,
  `CREATE POLICY project_step_select ON project_step FOR SELECT TO lianjian_app USING (${READ})`,
  `CREATE POLICY project_step_keep ON project_step TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE project_note (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    text text NOT NULL,
    noted_at timestamptz NOT NULL,
    CONSTRAINT project_note_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT project_note_project_fkey FOREIGN KEY (region_id, project_id, network_id) REFERENCES project (region_id, id, network_id),
    CONSTRAINT project_note_member_fkey FOREIGN KEY (region_id, network_id, unit_id) REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE project_note IS 'How far a project has come, in the words of its units; never changed'`,
  `CREATE INDEX project_note_by_project ON project_note (region_id, project_id, noted_at, id)`,
  `ALTER TABLE project_note ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE project_note FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT ON project_note TO lianjian_app`,
  `CREATE POLICY project_note_select ON project_note FOR SELECT TO lianjian_app USING (${READ})`,
  `CREATE POLICY project_note_insert ON project_note FOR INSERT TO lianjian_app
    WITH CHECK (${OWN} AND network_id = ANY (app.member_network_ids()))`,
  `CREATE POLICY project_note_insert_on_behalf ON project_note FOR INSERT TO lianjian_app
    WITH CHECK (${IN_ON_BEHALF} AND unit_id = app.on_behalf_unit_id() AND network_id = ANY (app.member_network_ids()))`,

  `CREATE TABLE project_booking (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    network_id uuid NOT NULL,
    booking_id uuid NOT NULL,
    requester_unit_id uuid NOT NULL,
    owner_unit_id uuid NOT NULL,
    linked_at timestamptz NOT NULL,
    CONSTRAINT project_booking_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT project_booking_key UNIQUE (region_id, booking_id),
    CONSTRAINT project_booking_project_fkey FOREIGN KEY (region_id, project_id, network_id) REFERENCES project (region_id, id, network_id),
    CONSTRAINT project_booking_booking_fkey FOREIGN KEY (region_id, booking_id) REFERENCES booking (region_id, id)
  )`,
  `COMMENT ON TABLE project_booking IS 'What a booking is for; read by those who read the booking, and by nobody else'`,
  `CREATE INDEX project_booking_by_project ON project_booking (region_id, project_id, linked_at, id)`,
  `ALTER TABLE project_booking ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE project_booking FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE ON project_booking TO lianjian_app`,
  `CREATE POLICY project_booking_select ON project_booking FOR SELECT TO lianjian_app
    USING (${REGION} AND (requester_unit_id = app.unit_id() OR owner_unit_id = app.unit_id()
      OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY project_booking_insert ON project_booking FOR INSERT TO lianjian_app
    WITH CHECK (${REGION} AND requester_unit_id = app.unit_id() AND network_id = ANY (app.member_network_ids()))`,
  `CREATE POLICY project_booking_delete ON project_booking FOR DELETE TO lianjian_app
    USING (${REGION} AND requester_unit_id = app.unit_id())`,
  `CREATE POLICY project_booking_on_behalf ON project_booking FOR SELECT TO lianjian_app
    USING (${IN_ON_BEHALF} AND (requester_unit_id = app.on_behalf_unit_id() OR owner_unit_id = app.on_behalf_unit_id()))`,
  `CREATE POLICY project_booking_insert_on_behalf ON project_booking FOR INSERT TO lianjian_app
    WITH CHECK (${IN_ON_BEHALF} AND requester_unit_id = app.on_behalf_unit_id() AND network_id = ANY (app.member_network_ids()))`,
];

const DOWN = [
  `DROP TABLE project_booking`,
  `DROP TABLE project_note`,
  `DROP TABLE project_step`,
  `DROP TABLE project_host`,
  `ALTER TABLE need DROP COLUMN project_id`,
  `DROP TABLE project`,
];

export class CreateProjects1795305661000 implements MigrationInterface {
  name = 'CreateProjects1795305661000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
