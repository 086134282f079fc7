import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
/** Nobody else, and not the committee: who judges what is between the judge and the returning officer. */
const RETURNS = `(returning_post_id = app.post_id() AND network_id = ANY (app.reading_network_ids()))`;
const RETURNING = `${REGION} AND ${RETURNS}`;
const JUDGING = `${REGION} AND judge_post_id = app.post_id()`;
/** What a person judges binds that person through any post; only the post that was given it scores. */
const BOUND = `${REGION} AND judge_person_id = app.person_id()`;
const OWN = `${REGION} AND post_id = app.post_id()`;

const PANELS = `'COMMITTEE', 'PARTNER_UNITS', 'RESIDENTS'`;

const PART = `
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    network_id uuid NOT NULL,
    returning_post_id uuid,
    returning_person_id uuid,`;

/** Whoever names itself the returning officer of a round must be so by its roll. */
function ofRoll(table: string): string {
  return `CONSTRAINT ${table}_roll_fkey FOREIGN KEY (region_id, round_id, network_id, returning_post_id)
      REFERENCES judging_roll (region_id, id, network_id, returning_post_id)`;
}

function wall(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.returning_post_id IS 'Of the round, repeated because a row policy reads its own row only; app.keep_judging_roll lets it follow; null while there is none'`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  ];
}

/** Another database of the same server may be making the same role at this moment. */
const SCOREKEEPER = [
  `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lianjian_scorekeeper') THEN
      CREATE ROLE lianjian_scorekeeper NOLOGIN;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`,
  // The owner hands it the functions.
  `DO $$ BEGIN
    IF NOT pg_has_role(session_user, 'lianjian_scorekeeper', 'USAGE') THEN
      GRANT lianjian_scorekeeper TO session_user;
    END IF;
  END $$`,
  `GRANT USAGE ON SCHEMA public, app TO lianjian_scorekeeper`,
  `GRANT EXECUTE ON FUNCTION app.region_id(), app.post_id(), app.convened_network_ids() TO lianjian_scorekeeper`,
];

// By what a sheet says alone: of its judge, its id and its place in the table nothing is left.
const OPEN_SHEETS = `CREATE FUNCTION app.open_sheets(p_round uuid)
  RETURNS TABLE (nomination_id uuid, panel_kind text, is_set_aside boolean, scores numeric[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM evaluation_round r WHERE r.region_id = app.region_id() AND r.id = p_round
      AND r.state IN ('DELIBERATING', 'PUBLIC_NOTICE', 'FINAL')
      AND (r.returning_post_id = app.post_id() OR r.network_id = ANY (app.convened_network_ids())))
    THEN
      RAISE EXCEPTION 'Sheets are opened to the returning officer and the committee, once scoring is closed.';
    END IF;
    RETURN QUERY
      SELECT opened.* FROM (
        SELECT s.nomination_id, s.panel_kind, a.state = 'SET_ASIDE', CASE WHEN a.state = 'SUBMITTED' THEN s.scores END
        FROM score_sheet s
        JOIN judge_assignment a ON a.region_id = app.region_id() AND a.id = s.id AND a.state IN ('SUBMITTED', 'SET_ASIDE')
        WHERE s.region_id = app.region_id() AND s.round_id = p_round AND s.is_submitted
      ) AS opened (nomination_id, panel_kind, is_set_aside, scores)
      ORDER BY 1, 2, 3, 4;
  END $$`;

// Moved in one statement: the keys that tie the rows to the roll are looked at when all of them have moved.
const KEEP_ROLL = `CREATE FUNCTION app.keep_judging_roll(p_round uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DECLARE
    held evaluation_round;
  BEGIN
    SELECT r.* INTO held FROM evaluation_round r WHERE r.region_id = app.region_id() AND r.id = p_round
      AND r.scoring_at IS NOT NULL AND r.network_id = ANY (app.convened_network_ids());
    IF NOT FOUND THEN
      RAISE EXCEPTION 'The committee keeps a roll of judges from the beginning of scoring on.';
    END IF;
    INSERT INTO judging_roll (region_id, id, network_id, returning_post_id, returning_person_id, settled_at, version)
      VALUES (held.region_id, held.id, held.network_id, held.returning_post_id, held.returning_person_id, NULL, 1)
      ON CONFLICT (region_id, id) DO NOTHING;
    WITH roll AS (
      UPDATE judging_roll t SET returning_post_id = held.returning_post_id, returning_person_id = held.returning_person_id
        WHERE t.region_id = app.region_id() AND t.id = p_round
    ), judge AS (
      UPDATE evaluation_judge t SET returning_post_id = held.returning_post_id, returning_person_id = held.returning_person_id
        WHERE t.region_id = app.region_id() AND t.round_id = p_round
    ), conflict AS (
      UPDATE judge_conflict t SET returning_post_id = held.returning_post_id, returning_person_id = held.returning_person_id
        WHERE t.region_id = app.region_id() AND t.round_id = p_round
    )
    UPDATE judge_assignment t SET returning_post_id = held.returning_post_id, returning_person_id = held.returning_person_id
      WHERE t.region_id = app.region_id() AND t.round_id = p_round;
  END $$`;

// Whose it is was looked up beforehand, and is written once: the policy finds no row that is open.
const OPEN_NOMINATIONS = `CREATE FUNCTION app.open_nominations(p_round uuid, p_units jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM evaluation_round r WHERE r.region_id = app.region_id() AND r.id = p_round
      AND r.state = 'SCORING' AND r.network_id = ANY (app.convened_network_ids()))
    THEN
      RAISE EXCEPTION 'The committee opens what is nominated, when scoring begins.';
    END IF;
    UPDATE nomination t SET is_open = true, responsible_unit_id = (p_units -> t.id::text ->> 'responsibleUnitId')::uuid,
      co_host_unit_ids = ARRAY(SELECT jsonb_array_elements_text(p_units -> t.id::text -> 'coHostUnitIds')::uuid)
      WHERE t.region_id = app.region_id() AND t.round_id = p_round AND t.state = 'SUBMITTED' AND NOT t.is_open;
  END $$`;

const UP = [
  ...SCOREKEEPER,
  `CREATE TABLE judging_roll (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    returning_post_id uuid,
    returning_person_id uuid,
    settled_at timestamptz,
    version integer NOT NULL,
    CONSTRAINT judging_roll_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT judging_roll_returning_key UNIQUE (region_id, id, network_id, returning_post_id),
    CONSTRAINT judging_roll_round_fkey FOREIGN KEY (region_id, id, network_id) REFERENCES evaluation_round (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE judging_roll IS 'Who judges what in a round, whose id it has: read by its returning officer alone, and locked by whoever changes that'`,
  `COMMENT ON COLUMN judging_roll.settled_at IS 'When judges were first shown what is theirs'`,
  ...wall('judging_roll'),
  `GRANT SELECT, UPDATE (settled_at, version) ON judging_roll TO lianjian_app`,
  `CREATE POLICY judging_roll_select ON judging_roll FOR SELECT TO lianjian_app USING (${RETURNING})`,
  `CREATE POLICY judging_roll_update ON judging_roll FOR UPDATE TO lianjian_app USING (${RETURNING}) WITH CHECK (${RETURNING})`,

  `CREATE TABLE evaluation_judge (${PART}
    panel_kind text NOT NULL,
    post_id uuid NOT NULL,
    person_id uuid NOT NULL,
    person_name text NOT NULL,
    unit_id uuid NOT NULL,
    excused_at timestamptz,
    excuse text,
    version integer NOT NULL,
    CONSTRAINT evaluation_judge_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT evaluation_judge_person_key UNIQUE (region_id, round_id, person_id),
    CONSTRAINT evaluation_judge_panel_check CHECK (panel_kind IN (${PANELS})),
    CONSTRAINT evaluation_judge_excused_check CHECK ((excused_at IS NULL) = (excuse IS NULL)),
    CONSTRAINT evaluation_judge_other_check CHECK (post_id <> returning_post_id AND person_id <> returning_person_id),
    CONSTRAINT evaluation_judge_post_fkey FOREIGN KEY (region_id, post_id, person_id) REFERENCES post (region_id, id, person_id),
    CONSTRAINT evaluation_judge_person_fkey FOREIGN KEY (region_id, person_id) REFERENCES person (region_id, id),
    CONSTRAINT evaluation_judge_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    ${ofRoll('evaluation_judge')}
  )`,
  `COMMENT ON TABLE evaluation_judge IS 'Who may be given nominations to judge in a round (评委), in one panel; read by its returning officer alone'`,
  `COMMENT ON COLUMN evaluation_judge.excuse IS 'Why this judge is given no more'`,
  ...wall('evaluation_judge'),
  `GRANT SELECT, INSERT, UPDATE (post_id, unit_id, excused_at, excuse, version) ON evaluation_judge TO lianjian_app`,
  `CREATE POLICY evaluation_judge_select ON evaluation_judge FOR SELECT TO lianjian_app USING (${RETURNING})`,
  `CREATE POLICY evaluation_judge_insert ON evaluation_judge FOR INSERT TO lianjian_app WITH CHECK (${RETURNING})`,
  `CREATE POLICY evaluation_judge_update ON evaluation_judge FOR UPDATE TO lianjian_app USING (${RETURNING}) WITH CHECK (${RETURNING})`,

  `CREATE TABLE judge_conflict (${PART}
    nomination_id uuid NOT NULL,
    post_id uuid NOT NULL,
    person_id uuid NOT NULL,
    person_name text NOT NULL,
    reason text NOT NULL,
    declared_at timestamptz NOT NULL,
    CONSTRAINT judge_conflict_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT judge_conflict_person_key UNIQUE (region_id, person_id, nomination_id),
    CONSTRAINT judge_conflict_post_fkey FOREIGN KEY (region_id, post_id) REFERENCES post (region_id, id),
    CONSTRAINT judge_conflict_person_fkey FOREIGN KEY (region_id, person_id) REFERENCES person (region_id, id),
    CONSTRAINT judge_conflict_nomination_fkey FOREIGN KEY (region_id, nomination_id, round_id, network_id)
      REFERENCES nomination (region_id, id, round_id, network_id),
    ${ofRoll('judge_conflict')}
  )`,
  `COMMENT ON TABLE judge_conflict IS 'Why somebody will not judge a nomination (回避), as that person said; read by that person and the returning officer'`,
  `CREATE INDEX judge_conflict_by_round ON judge_conflict (region_id, round_id, nomination_id, id)`,
  ...wall('judge_conflict'),
  `GRANT SELECT, INSERT ON judge_conflict TO lianjian_app`,
  `CREATE POLICY judge_conflict_select ON judge_conflict FOR SELECT TO lianjian_app
    USING (${REGION} AND (person_id = app.person_id() OR ${RETURNS}))`,
  `CREATE POLICY judge_conflict_insert ON judge_conflict FOR INSERT TO lianjian_app WITH CHECK (${OWN} AND person_id = app.person_id())`,

  `CREATE TABLE judge_assignment (${PART}
    nomination_id uuid NOT NULL,
    panel_kind text NOT NULL,
    judge_post_id uuid NOT NULL,
    judge_person_id uuid NOT NULL,
    judge_name text NOT NULL,
    unit_id uuid NOT NULL,
    state text NOT NULL,
    ground text,
    reason text,
    version integer NOT NULL,
    CONSTRAINT judge_assignment_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT judge_assignment_person_key UNIQUE (region_id, nomination_id, judge_person_id),
    CONSTRAINT judge_assignment_sheet_key UNIQUE (region_id, id, round_id, nomination_id, panel_kind, judge_post_id),
    CONSTRAINT judge_assignment_panel_check CHECK (panel_kind IN (${PANELS})),
    CONSTRAINT judge_assignment_state_check CHECK (state IN ('PROPOSED', 'SETTLED', 'SUBMITTED', 'DROPPED', 'SET_ASIDE')),
    CONSTRAINT judge_assignment_ground_check CHECK (
      ground IN ('CONFLICT_FOUND', 'CONFLICT_DECLARED', 'EXCUSED', 'BY_RETURNING_OFFICER')
      AND (state IN ('DROPPED', 'SET_ASIDE')) = (ground IS NOT NULL) AND (ground IS NOT NULL OR reason IS NULL)),
    CONSTRAINT judge_assignment_other_check CHECK (judge_post_id <> returning_post_id AND judge_person_id <> returning_person_id),
    CONSTRAINT judge_assignment_nomination_fkey FOREIGN KEY (region_id, nomination_id, round_id, network_id)
      REFERENCES nomination (region_id, id, round_id, network_id),
    CONSTRAINT judge_assignment_judge_fkey FOREIGN KEY (region_id, round_id, judge_person_id)
      REFERENCES evaluation_judge (region_id, round_id, person_id),
    CONSTRAINT judge_assignment_post_fkey FOREIGN KEY (region_id, judge_post_id, judge_person_id)
      REFERENCES post (region_id, id, person_id),
    CONSTRAINT judge_assignment_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    ${ofRoll('judge_assignment')}
  )`,
  `COMMENT ON TABLE judge_assignment IS 'That a judge scores a nomination; read by the returning officer and, once settled, by that judge. Without a time'`,
  `COMMENT ON COLUMN judge_assignment.judge_post_id IS 'Through which post of that person it is scored; the sheet follows when the post is renewed'`,
  `COMMENT ON COLUMN judge_assignment.state IS 'SUBMITTED: its sheet counts; SET_ASIDE: it was submitted and does not; DROPPED: it will not be'`,
  `CREATE INDEX judge_assignment_by_round ON judge_assignment (region_id, round_id, nomination_id, panel_kind, id)`,
  `CREATE INDEX judge_assignment_by_judge ON judge_assignment (region_id, judge_post_id, round_id, nomination_id, id)`,
  ...wall('judge_assignment'),
  `GRANT SELECT, INSERT, DELETE, UPDATE (judge_post_id, unit_id, state, ground, reason, version) ON judge_assignment TO lianjian_app`,
  `CREATE POLICY judge_assignment_select ON judge_assignment FOR SELECT TO lianjian_app
    USING (${REGION} AND (${RETURNS} OR (judge_person_id = app.person_id() AND state <> 'PROPOSED')))`,
  `CREATE POLICY judge_assignment_insert ON judge_assignment FOR INSERT TO lianjian_app
    WITH CHECK (${RETURNING} AND state IN ('PROPOSED', 'SETTLED'))`,
  // Only who has scored says that a sheet is there.
  `CREATE POLICY judge_assignment_update ON judge_assignment FOR UPDATE TO lianjian_app
    USING (${RETURNING}) WITH CHECK (${RETURNING} AND state <> 'SUBMITTED')`,
  `CREATE POLICY judge_assignment_update_by_judge ON judge_assignment FOR UPDATE TO lianjian_app
    USING (${BOUND} AND state IN ('SETTLED', 'SUBMITTED'))
    WITH CHECK (${BOUND} AND (state IN ('DROPPED', 'SET_ASIDE') OR (state = 'SUBMITTED' AND judge_post_id = app.post_id())))`,
  `CREATE POLICY judge_assignment_delete ON judge_assignment FOR DELETE TO lianjian_app USING (${RETURNING} AND state = 'PROPOSED')`,

  `CREATE TABLE score_sheet (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    nomination_id uuid NOT NULL,
    panel_kind text NOT NULL,
    judge_post_id uuid NOT NULL,
    judge_person_id uuid NOT NULL,
    scores numeric(8,2)[] NOT NULL,
    comment text,
    is_submitted boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT score_sheet_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT score_sheet_complete_check CHECK (NOT is_submitted OR array_position(scores, NULL) IS NULL),
    CONSTRAINT score_sheet_person_fkey FOREIGN KEY (region_id, judge_person_id) REFERENCES person (region_id, id),
    CONSTRAINT score_sheet_assignment_fkey FOREIGN KEY (region_id, id, round_id, nomination_id, panel_kind, judge_post_id)
      REFERENCES judge_assignment (region_id, id, round_id, nomination_id, panel_kind, judge_post_id) ON UPDATE CASCADE
  )`,
  `COMMENT ON TABLE score_sheet IS 'What a judge gives a nomination; read by that judge alone, and without a name by app.open_sheets. Its id is that of the assignment. Without a time'`,
  `COMMENT ON COLUMN score_sheet.scores IS 'One for each criterion of the round, by its position; null while it is open'`,
  `CREATE INDEX score_sheet_by_round ON score_sheet (region_id, round_id)`,
  `ALTER TABLE score_sheet ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE score_sheet FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (scores, comment, is_submitted, version) ON score_sheet TO lianjian_app`,
  `CREATE POLICY score_sheet_select ON score_sheet FOR SELECT TO lianjian_app USING (${JUDGING})`,
  `CREATE POLICY score_sheet_insert ON score_sheet FOR INSERT TO lianjian_app WITH CHECK (${JUDGING} AND judge_person_id = app.person_id())`,
  `CREATE POLICY score_sheet_update ON score_sheet FOR UPDATE TO lianjian_app USING (${JUDGING}) WITH CHECK (${JUDGING})`,

  `GRANT SELECT ON evaluation_round TO lianjian_scorekeeper`,
  `GRANT SELECT (region_id, id, round_id, nomination_id, panel_kind, scores, is_submitted) ON score_sheet TO lianjian_scorekeeper`,
  `GRANT SELECT (region_id, id, round_id, state), UPDATE (returning_post_id, returning_person_id) ON judge_assignment TO lianjian_scorekeeper`,
  `GRANT SELECT (region_id, round_id), UPDATE (returning_post_id, returning_person_id) ON evaluation_judge TO lianjian_scorekeeper`,
  `GRANT SELECT (region_id, round_id), UPDATE (returning_post_id, returning_person_id) ON judge_conflict TO lianjian_scorekeeper`,
  `GRANT SELECT (region_id, id), INSERT, UPDATE (returning_post_id, returning_person_id) ON judging_roll TO lianjian_scorekeeper`,
  `GRANT SELECT (region_id, id, round_id, state, is_open), UPDATE (is_open, responsible_unit_id, co_host_unit_ids) ON nomination TO lianjian_scorekeeper`,
  ...['evaluation_round', 'nomination', 'score_sheet'].map(
    (table) =>
      `CREATE POLICY ${table}_scorekeeper ON ${table} FOR SELECT TO lianjian_scorekeeper USING (${REGION})`,
  ),
  ...['judging_roll', 'evaluation_judge', 'judge_conflict', 'judge_assignment'].flatMap((table) => [
    `CREATE POLICY ${table}_scorekeeper ON ${table} FOR SELECT TO lianjian_scorekeeper USING (${REGION})`,
    `CREATE POLICY ${table}_follow ON ${table} FOR UPDATE TO lianjian_scorekeeper USING (${REGION}) WITH CHECK (${REGION})`,
  ]),
  `CREATE POLICY nomination_open ON nomination FOR UPDATE TO lianjian_scorekeeper
    USING (${REGION} AND NOT is_open) WITH CHECK (${REGION} AND is_open)`,
  `CREATE POLICY judging_roll_open ON judging_roll FOR INSERT TO lianjian_scorekeeper WITH CHECK (${REGION})`,
  OPEN_SHEETS,
  `COMMENT ON FUNCTION app.open_sheets(uuid) IS
    'The submitted sheets of a round that is closed, without their judges, in an order that follows from what they say; one that was set aside without its scores'`,
  KEEP_ROLL,
  `COMMENT ON FUNCTION app.keep_judging_roll(uuid) IS
    'Makes the roll of a round when scoring begins, and gives it with judges, conflicts and assignments to whoever is returning officer now; nobody else is told of them'`,
  OPEN_NOMINATIONS,
  `COMMENT ON FUNCTION app.open_nominations(uuid, jsonb) IS
    'Shows what takes part in a round to the network when scoring begins, with the units that answer for it and take part in it: written once, and never again; it gives nothing'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_scorekeeper`,
  ...['app.open_sheets(uuid)', 'app.keep_judging_roll(uuid)', 'app.open_nominations(uuid, jsonb)'].flatMap(
    (call) => [
      `ALTER FUNCTION ${call} OWNER TO lianjian_scorekeeper`,
      `REVOKE ALL ON FUNCTION ${call} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION ${call} TO lianjian_app`,
    ],
  ),
  `REVOKE CREATE ON SCHEMA app FROM lianjian_scorekeeper`,
];

/** The role stays: it belongs to the whole server. */
const DOWN = [
  `DROP FUNCTION app.open_nominations(uuid, jsonb)`,
  `DROP FUNCTION app.keep_judging_roll(uuid)`,
  `DROP FUNCTION app.open_sheets(uuid)`,
  `DROP TABLE score_sheet`,
  `DROP TABLE judge_assignment`,
  `DROP TABLE judge_conflict`,
  `DROP TABLE evaluation_judge`,
  `DROP TABLE judging_roll`,
  `DROP POLICY nomination_open ON nomination`,
  `DROP POLICY nomination_scorekeeper ON nomination`,
  `DROP POLICY evaluation_round_scorekeeper ON evaluation_round`,
  `REVOKE SELECT (region_id, id, round_id, state, is_open), UPDATE (is_open, responsible_unit_id, co_host_unit_ids) ON nomination
    FROM lianjian_scorekeeper`,
  `REVOKE SELECT ON evaluation_round FROM lianjian_scorekeeper`,
  `REVOKE EXECUTE ON FUNCTION app.region_id(), app.post_id(), app.convened_network_ids() FROM lianjian_scorekeeper`,
  `REVOKE USAGE ON SCHEMA public, app FROM lianjian_scorekeeper`,
];

export class CreateJudging1795305692000 implements MigrationInterface {
  name = 'CreateJudging1795305692000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
