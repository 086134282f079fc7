import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const MEMBER = `network_id = ANY (app.member_network_ids())`;
const READING = `network_id = ANY (app.reading_network_ids())`;
const OWN = `${REGION} AND unit_id = app.unit_id()`;
const ON_BEHALF = `${REGION} AND network_id = ANY (app.on_behalf_network_ids()) AND unit_id = app.on_behalf_unit_id()`;
/** Acts on behalf reach what the committee reads anyway, and the draft that it entered itself. */
const READ_ON_BEHALF = `${ON_BEHALF} AND (submitted_at IS NOT NULL OR drafted_on_behalf)`;

/** Since scoring began the network reads what takes part, and since the first notice stewards do; a returning officer of theirs before. */
const SHOWN = `(is_open AND (${MEMBER} OR (${READING} AND (is_published OR returning_post_id = app.post_id()))))`;

function readers(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.returning_post_id IS 'The returning officer of the round, repeated because a row policy reads its own row only'`,
    `COMMENT ON COLUMN ${table}.is_open IS 'Whether it takes part and scoring has begun: since then the network reads it'`,
    `COMMENT ON COLUMN ${table}.is_published IS 'Since the first public notice: stewards read it too'`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  ];
}

const UP = [
  `CREATE TABLE nomination (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    network_id uuid NOT NULL,
    returning_post_id uuid,
    is_open boolean NOT NULL,
    is_published boolean NOT NULL,
    unit_id uuid NOT NULL,
    project_id uuid,
    subject_unit_id uuid,
    subject_label text,
    title text NOT NULL,
    statement text NOT NULL,
    state text NOT NULL,
    reason text,
    finalist_of_id uuid,
    responsible_unit_id uuid,
    co_host_unit_ids uuid[] NOT NULL DEFAULT '{}',
    drafted_at timestamptz NOT NULL,
    submitted_at timestamptz,
    drafted_on_behalf boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT nomination_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT nomination_round_key UNIQUE (region_id, id, round_id, network_id),
    CONSTRAINT nomination_unit_key UNIQUE (region_id, id, unit_id),
    CONSTRAINT nomination_subject_check CHECK (num_nonnulls(project_id, subject_unit_id, subject_label) = 1),
    CONSTRAINT nomination_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'EXCLUDED')),
    CONSTRAINT nomination_submitted_check CHECK (
      CASE state WHEN 'DRAFT' THEN submitted_at IS NULL
                 WHEN 'RETURNED' THEN submitted_at IS NULL
                 WHEN 'WITHDRAWN' THEN true
                 ELSE submitted_at IS NOT NULL END),
    CONSTRAINT nomination_open_check CHECK (NOT is_open OR state IN ('SUBMITTED', 'EXCLUDED')),
    CONSTRAINT nomination_excluded_check CHECK (state <> 'EXCLUDED' OR is_open),
    CONSTRAINT nomination_responsible_check CHECK (is_open = (responsible_unit_id IS NOT NULL)
      AND (is_open OR co_host_unit_ids = '{}') AND responsible_unit_id <> ALL (co_host_unit_ids)),
    CONSTRAINT nomination_reason_check CHECK (state NOT IN ('RETURNED', 'EXCLUDED') OR reason IS NOT NULL),
    CONSTRAINT nomination_round_fkey FOREIGN KEY (region_id, round_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id),
    CONSTRAINT nomination_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT nomination_project_fkey FOREIGN KEY (region_id, project_id, network_id)
      REFERENCES project (region_id, id, network_id),
    CONSTRAINT nomination_subject_unit_fkey FOREIGN KEY (region_id, network_id, subject_unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT nomination_responsible_fkey FOREIGN KEY (region_id, network_id, responsible_unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT nomination_finalist_fkey FOREIGN KEY (region_id, finalist_of_id) REFERENCES nomination (region_id, id)
  )`,
  `COMMENT ON TABLE nomination IS 'What a unit puts up for evaluation (申报): its own until submitted, the committee’s until scoring begins'`,
  `COMMENT ON COLUMN nomination.unit_id IS 'Who nominates'`,
  `COMMENT ON COLUMN nomination.project_id IS 'What is nominated: a project, a unit or what has no more than a name, as the round evaluates'`,
  `COMMENT ON COLUMN nomination.title IS 'What it was called when it was submitted'`,
  `COMMENT ON COLUMN nomination.reason IS 'Why it was returned or excluded'`,
  `COMMENT ON COLUMN nomination.finalist_of_id IS 'Of a finalist, which the platform submitted: the nomination in the round before'`,
  `COMMENT ON COLUMN nomination.responsible_unit_id IS 'Who answers for what is nominated: the lead of a project, a unit itself, otherwise who nominates; as it was when scoring began, never written again, null before'`,
  `COMMENT ON COLUMN nomination.co_host_unit_ids IS 'Who took part in the project then, beside that unit'`,
  `COMMENT ON COLUMN nomination.submitted_at IS 'Since when the committee reads it; null in a draft and after it was returned'`,
  `COMMENT ON COLUMN nomination.drafted_on_behalf IS 'The committee entered it for its unit (代办), which has not touched it since: the committee may go on with the draft'`,
  `CREATE UNIQUE INDEX nomination_project_key ON nomination (region_id, round_id, project_id) WHERE state = 'SUBMITTED'`,
  `CREATE UNIQUE INDEX nomination_subject_unit_key ON nomination (region_id, round_id, subject_unit_id) WHERE state = 'SUBMITTED'`,
  `CREATE UNIQUE INDEX nomination_label_key ON nomination (region_id, round_id, lower(subject_label)) WHERE state = 'SUBMITTED'`,
  `CREATE INDEX nomination_by_round ON nomination (region_id, round_id, drafted_at, id)`,
  `CREATE INDEX nomination_by_network ON nomination (region_id, network_id, drafted_at, id)`,
  `CREATE INDEX nomination_by_state ON nomination (region_id, network_id, state, drafted_at, id)`,
  `CREATE INDEX nomination_by_unit ON nomination (region_id, unit_id, drafted_at, id)`,
  `CREATE INDEX nomination_by_project ON nomination (region_id, project_id, drafted_at, id) WHERE project_id IS NOT NULL`,
  `CREATE INDEX nomination_by_subject_unit ON nomination (region_id, subject_unit_id, drafted_at, id)
    WHERE subject_unit_id IS NOT NULL`,
  ...readers('nomination'),
  // What is written when scoring begins app.open_nominations writes alone, and once.
  `GRANT SELECT, INSERT, UPDATE (returning_post_id, is_published, title, statement, state, reason, submitted_at,
    drafted_on_behalf, version) ON nomination TO lianjian_app`,
  `CREATE POLICY nomination_select ON nomination FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id()
      OR (submitted_at IS NOT NULL AND network_id = ANY (app.convened_network_ids())) OR ${SHOWN}))`,
  `CREATE POLICY nomination_insert ON nomination FOR INSERT TO lianjian_app
    WITH CHECK (${OWN} AND ${MEMBER} AND state = 'DRAFT' AND NOT is_open)`,
  `CREATE POLICY nomination_insert_finalist ON nomination FOR INSERT TO lianjian_app
    WITH CHECK (${CONVENED} AND finalist_of_id IS NOT NULL AND state = 'SUBMITTED' AND NOT is_open)`,
  `CREATE POLICY nomination_update ON nomination FOR UPDATE TO lianjian_app
    USING (${OWN} AND NOT is_open) WITH CHECK (${OWN} AND NOT is_open)`,
  `CREATE POLICY nomination_update_by_committee ON nomination FOR UPDATE TO lianjian_app
    USING (${CONVENED} AND submitted_at IS NOT NULL) WITH CHECK (${CONVENED} AND submitted_at IS NOT NULL)`,
  `CREATE POLICY nomination_on_behalf ON nomination FOR SELECT TO lianjian_app USING (${READ_ON_BEHALF})`,
  `CREATE POLICY nomination_insert_on_behalf ON nomination FOR INSERT TO lianjian_app
    WITH CHECK (${ON_BEHALF} AND ${MEMBER} AND state = 'DRAFT' AND NOT is_open AND drafted_on_behalf)`,
  `CREATE POLICY nomination_update_on_behalf ON nomination FOR UPDATE TO lianjian_app
    USING (${READ_ON_BEHALF} AND NOT is_open) WITH CHECK (${READ_ON_BEHALF} AND NOT is_open)`,

  `CREATE TABLE nomination_fact (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    network_id uuid NOT NULL,
    returning_post_id uuid,
    is_open boolean NOT NULL,
    is_published boolean NOT NULL,
    nomination_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL,
    measure text,
    sixtieths numeric NOT NULL,
    counted_over integer,
    CONSTRAINT nomination_fact_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT nomination_fact_position_key UNIQUE (region_id, nomination_id, position),
    CONSTRAINT nomination_fact_kind_check CHECK (kind IN ('LENT', 'RESULT_HEADS', 'SERVED_HEADS', 'CHECKED_IN_HEADS', 'REVIEW_MARKS',
      'STEPS_KEPT', 'MEETINGS_ATTENDED', 'DISHES_LED', 'NEEDS_ANSWERED')),
    CONSTRAINT nomination_fact_measure_check CHECK ((kind = 'LENT') = (measure IS NOT NULL)
      AND measure IN ('HOURS', 'HEAD_HOURS', 'KWH', 'PIECE_HOURS')),
    CONSTRAINT nomination_fact_counted_check CHECK (counted_over > 0),
    CONSTRAINT nomination_fact_nomination_fkey FOREIGN KEY (region_id, nomination_id, round_id, network_id)
      REFERENCES nomination (region_id, id, round_id, network_id),
    CONSTRAINT nomination_fact_owner_fkey FOREIGN KEY (region_id, nomination_id, unit_id)
      REFERENCES nomination (region_id, id, unit_id)
  )`,
  `COMMENT ON TABLE nomination_fact IS 'What the platform itself knows of what is nominated, as it was when that was submitted'`,
  `COMMENT ON COLUMN nomination_fact.unit_id IS 'Who nominates, repeated because a row policy reads its own row only'`,
  `COMMENT ON COLUMN nomination_fact.position IS 'Its place among the facts, from 1'`,
  `COMMENT ON COLUMN nomination_fact.measure IS 'In what is lent is counted; null for all else'`,
  `COMMENT ON COLUMN nomination_fact.sixtieths IS 'The amount times sixty, exact, as in the account of contributions'`,
  `COMMENT ON COLUMN nomination_fact.counted_over IS 'Over how many, e.g. bookings, reviews, meetings; null where nothing is counted'`,
  `CREATE INDEX nomination_fact_by_round ON nomination_fact (region_id, round_id)`,
  ...readers('nomination_fact'),
  `GRANT SELECT, INSERT, DELETE, UPDATE (returning_post_id, is_open, is_published) ON nomination_fact TO lianjian_app`,
  `CREATE POLICY nomination_fact_select ON nomination_fact FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids()) OR ${SHOWN}))`,
  `CREATE POLICY nomination_fact_insert ON nomination_fact FOR INSERT TO lianjian_app WITH CHECK (${CONVENED} AND NOT is_open)`,
  `CREATE POLICY nomination_fact_update ON nomination_fact FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY nomination_fact_delete ON nomination_fact FOR DELETE TO lianjian_app USING (${CONVENED} AND NOT is_open)`,
];

const DOWN = [`DROP TABLE nomination_fact`, `DROP TABLE nomination`];

export class CreateNominations1795305691000 implements MigrationInterface {
  name = 'CreateNominations1795305691000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
