import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const READING = `network_id = ANY (app.reading_network_ids())`;
const KNOWN = `network_id = ANY (app.known_network_ids())`;

function wall(table: string): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
    `CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  ];
}

const RESULT = [
  `CREATE TABLE evaluation_result (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    network_id uuid NOT NULL,
    previous_id uuid,
    number integer,
    state text NOT NULL,
    reasons jsonb NOT NULL,
    changes jsonb NOT NULL,
    withheld_award_ids uuid[] NOT NULL,
    sureness jsonb NOT NULL,
    computed_at timestamptz NOT NULL,
    published_at timestamptz,
    notice_until timestamptz,
    is_notice_provisional boolean,
    final_at timestamptz,
    version integer NOT NULL,
    CONSTRAINT evaluation_result_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT evaluation_result_round_key UNIQUE (region_id, id, round_id),
    CONSTRAINT evaluation_result_number_key UNIQUE (region_id, round_id, number),
    CONSTRAINT evaluation_result_number_check CHECK (number > 0),
    CONSTRAINT evaluation_result_state_check CHECK (state IN ('DRAFT', 'ON_NOTICE', 'FINAL', 'SUPERSEDED', 'LAPSED')),
    CONSTRAINT evaluation_result_published_check CHECK (
      num_nonnulls(number, published_at, notice_until, is_notice_provisional) IN (0, 4)
      AND notice_until > published_at AND published_at >= computed_at),
    CONSTRAINT evaluation_result_final_check CHECK (final_at >= notice_until AND (final_at IS NULL OR number IS NOT NULL)),
    CONSTRAINT evaluation_result_stands_check CHECK (
      CASE state WHEN 'DRAFT' THEN number IS NULL
                 WHEN 'ON_NOTICE' THEN number IS NOT NULL AND final_at IS NULL
                 WHEN 'FINAL' THEN final_at IS NOT NULL
                 ELSE true END),
    CONSTRAINT evaluation_result_reasons_check CHECK (previous_id IS NULL OR reasons <> '[]'),
    CONSTRAINT evaluation_result_round_fkey FOREIGN KEY (region_id, round_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id),
    CONSTRAINT evaluation_result_previous_fkey FOREIGN KEY (region_id, previous_id, round_id)
      REFERENCES evaluation_result (region_id, id, round_id)
  )`,
  `COMMENT ON TABLE evaluation_result IS 'What an evaluation came to: a draft, on public notice (公示), final, or superseded by a later one'`,
  `COMMENT ON COLUMN evaluation_result.previous_id IS 'The result published before it, which it changes; null for the first'`,
  `COMMENT ON COLUMN evaluation_result.number IS 'From 1, in the order of their publication; null while it is a draft, and for a draft that never was published'`,
  `COMMENT ON COLUMN evaluation_result.reasons IS 'Why it differs from the result published before it, one for each act'`,
  `COMMENT ON COLUMN evaluation_result.changes IS 'In what it differs from that, as it was read then'`,
  `COMMENT ON COLUMN evaluation_result.withheld_award_ids IS 'Awards that are given to nobody'`,
  `COMMENT ON COLUMN evaluation_result.sureness IS 'What would become of the first three without any one sheet'`,
  `COMMENT ON COLUMN evaluation_result.notice_until IS 'End of the last working day of its notice, not included'`,
  `COMMENT ON COLUMN evaluation_result.is_notice_provisional IS 'The working days of a year that was not announced were guessed'`,
  `CREATE UNIQUE INDEX evaluation_result_draft_key ON evaluation_result (region_id, round_id) WHERE state = 'DRAFT'`,
  `CREATE UNIQUE INDEX evaluation_result_current_key ON evaluation_result (region_id, round_id) WHERE state IN ('ON_NOTICE', 'FINAL')`,
  `CREATE INDEX evaluation_result_by_round ON evaluation_result (region_id, round_id, computed_at, id)`,
  ...wall('evaluation_result'),
  // What was counted never changes; only how it stands.
  `GRANT SELECT, INSERT, UPDATE (number, state, published_at, notice_until, is_notice_provisional, final_at, version)
    ON evaluation_result TO lianjian_app`,
  `CREATE POLICY evaluation_result_select ON evaluation_result FOR SELECT TO lianjian_app
    USING (${REGION} AND (network_id = ANY (app.convened_network_ids()) OR (published_at IS NOT NULL AND ${READING})))`,
];

const STANDING = [
  `CREATE TABLE evaluation_standing (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    result_id uuid NOT NULL,
    round_id uuid NOT NULL,
    network_id uuid NOT NULL,
    nomination_id uuid NOT NULL,
    is_published boolean NOT NULL,
    place integer NOT NULL,
    rank integer,
    award_id uuid,
    points integer NOT NULL,
    CONSTRAINT evaluation_standing_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT evaluation_standing_nomination_key UNIQUE (region_id, result_id, nomination_id),
    CONSTRAINT evaluation_standing_place_key UNIQUE (region_id, result_id, place),
    CONSTRAINT evaluation_standing_place_check CHECK (place > 0),
    CONSTRAINT evaluation_standing_rank_check CHECK (rank BETWEEN 1 AND place),
    CONSTRAINT evaluation_standing_award_check CHECK (award_id IS NULL OR rank IS NOT NULL),
    CONSTRAINT evaluation_standing_points_check CHECK (points >= 0 AND (award_id IS NOT NULL OR points = 0)),
    CONSTRAINT evaluation_standing_result_fkey FOREIGN KEY (region_id, result_id, round_id)
      REFERENCES evaluation_result (region_id, id, round_id),
    CONSTRAINT evaluation_standing_round_fkey FOREIGN KEY (region_id, round_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id),
    CONSTRAINT evaluation_standing_nomination_fkey FOREIGN KEY (region_id, nomination_id, round_id, network_id)
      REFERENCES nomination (region_id, id, round_id, network_id),
    CONSTRAINT evaluation_standing_award_fkey FOREIGN KEY (region_id, award_id) REFERENCES evaluation_award (region_id, id)
  )`,
  `COMMENT ON TABLE evaluation_standing IS 'Where a nomination stands in a result; never changed'`,
  `COMMENT ON COLUMN evaluation_standing.is_published IS 'The network reads it, as the result'`,
  `COMMENT ON COLUMN evaluation_standing.place IS 'Its line in the ranking, from 1: those of one rank by their titles, those without one last'`,
  `COMMENT ON COLUMN evaluation_standing.rank IS 'Equal scores share one and the next is skipped (1, 2, 2, 4); null without a score'`,
  `COMMENT ON COLUMN evaluation_standing.points IS 'What the award is worth to the lead'`,
  `CREATE INDEX evaluation_standing_by_nomination ON evaluation_standing (region_id, nomination_id)`,
  ...wall('evaluation_standing'),
  `GRANT SELECT, INSERT, UPDATE (is_published) ON evaluation_standing TO lianjian_app`,
  `CREATE POLICY evaluation_standing_select ON evaluation_standing FOR SELECT TO lianjian_app
    USING (${REGION} AND (network_id = ANY (app.convened_network_ids()) OR (is_published AND ${READING})))`,
];

const ACCOUNT = [
  `CREATE TABLE evaluation_account (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    result_id uuid NOT NULL,
    round_id uuid NOT NULL,
    network_id uuid NOT NULL,
    nomination_id uuid NOT NULL,
    returned_by_ids uuid[] NOT NULL DEFAULT '{}',
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}',
    minimum_sheets integer NOT NULL,
    panels jsonb NOT NULL,
    score jsonb,
    CONSTRAINT evaluation_account_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT evaluation_account_score_check CHECK (score ->> 'exact' ~ '^-?[0-9]+/[1-9][0-9]*$'),
    CONSTRAINT evaluation_account_round_fkey FOREIGN KEY (region_id, round_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id),
    CONSTRAINT evaluation_account_standing_fkey FOREIGN KEY (region_id, result_id, nomination_id)
      REFERENCES evaluation_standing (region_id, result_id, nomination_id),
    CONSTRAINT evaluation_account_id_fkey FOREIGN KEY (region_id, id) REFERENCES evaluation_standing (region_id, id)
  )`,
  `COMMENT ON TABLE evaluation_account IS 'How a score came about, figure by figure, without judges; its id is that of the standing'`,
  `COMMENT ON COLUMN evaluation_account.returned_by_ids IS
    'Who was returning officer since scoring began, repeated because a row policy reads its own row only: knows whose sheets they are, and so reads no scores, through whichever post'`,
  `COMMENT ON COLUMN evaluation_account.reader_unit_ids IS 'Who nominated it, answers for it and took part, once the result is published; empty before'`,
  `COMMENT ON COLUMN evaluation_account.score IS 'Exact, as n/d, and as it is shown; null when every panel is left out'`,
  `CREATE INDEX evaluation_account_by_round ON evaluation_account (region_id, round_id)`,
  ...wall('evaluation_account').slice(0, -1),
  `GRANT SELECT, INSERT ON evaluation_account TO lianjian_app`,
  `CREATE POLICY evaluation_account_select ON evaluation_account FOR SELECT TO lianjian_app
    USING (${REGION} AND COALESCE(app.person_id() <> ALL (returned_by_ids), true)
      AND (network_id = ANY (app.convened_network_ids()) OR (${KNOWN} AND app.unit_id() = ANY (reader_unit_ids))))`,
  `GRANT SELECT (region_id, id, round_id, reader_unit_ids), UPDATE (returned_by_ids, reader_unit_ids) ON evaluation_account
    TO lianjian_scorekeeper`,
  `CREATE POLICY evaluation_account_scorekeeper ON evaluation_account FOR SELECT TO lianjian_scorekeeper USING (${REGION})`,
  `CREATE POLICY evaluation_account_follow ON evaluation_account FOR UPDATE TO lianjian_scorekeeper USING (${REGION}) WITH CHECK (${REGION})`,
];

/** Written and never read by the application: not even a panel that is left out can give its judges away. */
const COUNTED = [
  `CREATE TABLE counted_sheets (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    network_id uuid NOT NULL,
    sheets jsonb NOT NULL,
    CONSTRAINT counted_sheets_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT counted_sheets_account_fkey FOREIGN KEY (region_id, id) REFERENCES evaluation_account (region_id, id),
    CONSTRAINT counted_sheets_round_fkey FOREIGN KEY (region_id, round_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE counted_sheets IS
    'From what an account was counted, whose id it has, without judges and in the order of the values; kept for whoever counts it again from the database, and read by no session'`,
  `ALTER TABLE counted_sheets ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE counted_sheets FORCE ROW LEVEL SECURITY`,
  `GRANT INSERT ON counted_sheets TO lianjian_app`,
  `CREATE POLICY counted_sheets_insert ON counted_sheets FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
];

// A committee whose secretary is the returning officer writes what that person does not read.
const KEEP_ACCOUNTS = [
  `CREATE FUNCTION app.keep_accounts(p_round uuid, p_readers jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DECLARE
    held evaluation_round;
  BEGIN
    SELECT r.* INTO held FROM evaluation_round r WHERE r.region_id = app.region_id() AND r.id = p_round
      AND r.network_id = ANY (app.convened_network_ids());
    IF NOT FOUND THEN
      RAISE EXCEPTION 'The committee says who reads the accounts of its rounds.';
    END IF;
    UPDATE evaluation_objection t SET returned_by_ids = held.returned_by_ids
      WHERE t.region_id = app.region_id() AND t.round_id = p_round;
    UPDATE evaluation_account t SET returned_by_ids = held.returned_by_ids,
      reader_unit_ids = CASE WHEN p_readers ? t.id::text
        THEN ARRAY(SELECT jsonb_array_elements_text(p_readers -> t.id::text)::uuid) ELSE t.reader_unit_ids END
      WHERE t.region_id = app.region_id() AND t.round_id = p_round;
  END $$`,
  `COMMENT ON FUNCTION app.keep_accounts(uuid, jsonb) IS
    'Lets the accounts of a round follow its returning officers, and shows those whose ids are named to the units that stand beside them; it gives nothing'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_scorekeeper`,
  `ALTER FUNCTION app.keep_accounts(uuid, jsonb) OWNER TO lianjian_scorekeeper`,
  `REVOKE ALL ON FUNCTION app.keep_accounts(uuid, jsonb) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.keep_accounts(uuid, jsonb) TO lianjian_app`,
  `REVOKE CREATE ON SCHEMA app FROM lianjian_scorekeeper`,
];

const OBJECTION = [
  `CREATE TABLE evaluation_objection (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    network_id uuid NOT NULL,
    result_id uuid NOT NULL,
    nomination_id uuid,
    unit_id uuid NOT NULL,
    returned_by_ids uuid[] NOT NULL DEFAULT '{}',
    state text NOT NULL,
    text text NOT NULL,
    is_for_street_office boolean NOT NULL,
    on_behalf boolean NOT NULL,
    filed_at timestamptz NOT NULL,
    ruling text,
    ruled_at timestamptz,
    ruled_by_unit_id uuid,
    version integer NOT NULL,
    CONSTRAINT evaluation_objection_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT evaluation_objection_state_check CHECK (state IN ('FILED', 'UPHELD', 'DISMISSED', 'WITHDRAWN', 'LAPSED')),
    CONSTRAINT evaluation_objection_ruled_check CHECK (
      num_nonnulls(ruling, ruled_at, ruled_by_unit_id) = CASE WHEN state IN ('UPHELD', 'DISMISSED') THEN 3 ELSE 0 END),
    CONSTRAINT evaluation_objection_result_fkey FOREIGN KEY (region_id, result_id, round_id)
      REFERENCES evaluation_result (region_id, id, round_id),
    CONSTRAINT evaluation_objection_round_fkey FOREIGN KEY (region_id, round_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id),
    CONSTRAINT evaluation_objection_nomination_fkey FOREIGN KEY (region_id, nomination_id, round_id, network_id)
      REFERENCES nomination (region_id, id, round_id, network_id),
    CONSTRAINT evaluation_objection_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT evaluation_objection_ruler_fkey FOREIGN KEY (region_id, ruled_by_unit_id) REFERENCES unit (region_id, id)
  )`,
  `COMMENT ON TABLE evaluation_objection IS 'An objection of a unit to a result on public notice (公示异议), and how it was ruled on'`,
  `COMMENT ON COLUMN evaluation_objection.result_id IS 'The result that was on notice then'`,
  `COMMENT ON COLUMN evaluation_objection.nomination_id IS 'What it is about; null for the whole round'`,
  `COMMENT ON COLUMN evaluation_objection.returned_by_ids IS
    'Who was returning officer since scoring began: is not shown the text, which may quote an account, through whichever post'`,
  `COMMENT ON COLUMN evaluation_objection.is_for_street_office IS 'Every secretary of the committee has a conflict: a steward rules, and reads it'`,
  `COMMENT ON COLUMN evaluation_objection.on_behalf IS 'The committee wrote it down for the unit (代办)'`,
  `COMMENT ON COLUMN evaluation_objection.ruled_by_unit_id IS 'The committee, or the street office'`,
  // A unit waits for the ruling in one matter once; the whole round is a matter, too.
  `CREATE UNIQUE INDEX evaluation_objection_filed_key ON evaluation_objection (region_id, unit_id, result_id, nomination_id)
    NULLS NOT DISTINCT WHERE state = 'FILED'`,
  `CREATE INDEX evaluation_objection_by_network ON evaluation_objection (region_id, network_id, filed_at, id)`,
  `CREATE INDEX evaluation_objection_by_unit ON evaluation_objection (region_id, unit_id, filed_at, id)`,
  `CREATE INDEX evaluation_objection_by_round ON evaluation_objection (region_id, round_id, filed_at, id)`,
  `CREATE INDEX evaluation_objection_by_office ON evaluation_objection (region_id, network_id, filed_at, id) WHERE is_for_street_office`,
  ...wall('evaluation_objection'),
  `GRANT SELECT, INSERT, UPDATE (state, is_for_street_office, ruling, ruled_at, ruled_by_unit_id, version) ON evaluation_objection TO lianjian_app`,
  `CREATE POLICY evaluation_objection_select ON evaluation_objection FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())
      OR (is_for_street_office AND app.role() = 'STEWARD' AND ${READING})))`,
  `CREATE POLICY evaluation_objection_on_behalf ON evaluation_objection FOR SELECT TO lianjian_app
    USING (${REGION} AND network_id = ANY (app.on_behalf_network_ids()) AND unit_id = app.on_behalf_unit_id())`,
];

/** To whom the text of an objection is not granted, so that it cannot slip out: it may quote the scores of an account. */
const RETURNED = [
  `GRANT EXECUTE ON FUNCTION app.reading_network_ids() TO lianjian_scorekeeper`,
  `GRANT SELECT (region_id, id, round_id, nomination_id, state, is_for_street_office, filed_at, ruling, ruled_at),
    UPDATE (returned_by_ids) ON evaluation_objection TO lianjian_scorekeeper`,
  `CREATE POLICY evaluation_objection_scorekeeper ON evaluation_objection FOR SELECT TO lianjian_scorekeeper USING (${REGION})`,
  `CREATE POLICY evaluation_objection_follow ON evaluation_objection FOR UPDATE TO lianjian_scorekeeper
    USING (${REGION}) WITH CHECK (${REGION})`,
  `CREATE FUNCTION app.returned_objections(p_round uuid)
  RETURNS TABLE (nomination_id uuid, state text, is_for_street_office boolean, filed_at timestamptz, ruling text, ruled_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT o.nomination_id, o.state, o.is_for_street_office, o.filed_at, o.ruling, o.ruled_at
    FROM evaluation_round r
    JOIN evaluation_objection o ON o.region_id = r.region_id AND o.round_id = r.id
    WHERE r.region_id = app.region_id() AND r.id = p_round AND r.returning_post_id = app.post_id()
      AND r.network_id = ANY (app.reading_network_ids())
    ORDER BY o.filed_at DESC, o.id DESC
  $$`,
  `COMMENT ON FUNCTION app.returned_objections(uuid) IS
    'For the returning officer of a round: the objections to its results and how they were ruled on, without what they say and who filed them; nothing for others'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_scorekeeper`,
  `ALTER FUNCTION app.returned_objections(uuid) OWNER TO lianjian_scorekeeper`,
  `REVOKE ALL ON FUNCTION app.returned_objections(uuid) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.returned_objections(uuid) TO lianjian_app`,
  `REVOKE CREATE ON SCHEMA app FROM lianjian_scorekeeper`,
];

const UP = [...RESULT, ...STANDING, ...ACCOUNT, ...COUNTED, ...KEEP_ACCOUNTS, ...OBJECTION, ...RETURNED];

const DOWN = [
  `DROP FUNCTION app.returned_objections(uuid)`,
  `REVOKE EXECUTE ON FUNCTION app.reading_network_ids() FROM lianjian_scorekeeper`,
  `DROP FUNCTION app.keep_accounts(uuid, jsonb)`,
  ...[
    'evaluation_objection',
    'counted_sheets',
    'evaluation_account',
    'evaluation_standing',
    'evaluation_result',
  ].map((table) => `DROP TABLE ${table}`),
];

export class CreateEvaluationResults1795305693000 implements MigrationInterface {
  name = 'CreateEvaluationResults1795305693000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
