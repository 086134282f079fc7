import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const MEMBER = `network_id = ANY (app.member_network_ids())`;
const READING = `network_id = ANY (app.reading_network_ids())`;
const RETURNING = `(returning_post_id = app.post_id() AND ${READING})`;
const ASKED = `(is_street_office AND returning_post_id IS NULL AND state NOT IN ('FINAL', 'CANCELLED')
  AND app.role() = 'STEWARD' AND ${READING})`;

/** A round is the committee’s until it is open; then the network’s, and the stewards’ from the first public notice on. */
const ROUND_SEEN = `${REGION} AND (network_id = ANY (app.convened_network_ids()) OR (opened_at IS NOT NULL AND ${MEMBER})
  OR (published_at IS NOT NULL AND ${READING}) OR ${RETURNING} OR ${ASKED})`;
/** What is frozen is never written again, not even to say who reads it: it shows itself to all who may read of a round. */
const RULE_SEEN = `${REGION} AND (network_id = ANY (app.convened_network_ids()) OR (is_open AND ${MEMBER})
  OR (is_frozen AND ${READING}) OR ${RETURNING})`;

const READERS = `
    network_id uuid NOT NULL,
    is_open boolean NOT NULL,
    returning_post_id uuid,
    is_frozen boolean NOT NULL,`;

function part(table: string): string {
  return `CONSTRAINT ${table}_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT ${table}_rules_fkey FOREIGN KEY (region_id, round_id, network_id) REFERENCES evaluation_rules (region_id, id, network_id)`;
}

/** What the rules of a round say can be written until it is frozen, and is read as the round is. */
function wall(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.is_open IS 'Whether the network reads it, repeated because a row policy reads its own row only'`,
    `COMMENT ON COLUMN ${table}.returning_post_id IS 'Who else reads it, repeated until it is frozen'`,
    `COMMENT ON COLUMN ${table}.is_frozen IS 'Since scoring began: nobody changes the row any more'`,
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_select ON ${table} FOR SELECT TO lianjian_app USING (${RULE_SEEN})`,
    `CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO lianjian_app WITH CHECK (${CONVENED} AND NOT is_frozen)`,
    `CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO lianjian_app
      USING (${CONVENED} AND NOT is_frozen) WITH CHECK (${CONVENED})`,
    `CREATE POLICY ${table}_delete ON ${table} FOR DELETE TO lianjian_app USING (${CONVENED} AND NOT is_frozen)`,
  ];
}

const UP = [
  `CREATE TABLE evaluation_round (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    subject_kind text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    state text NOT NULL,
    nominations_until timestamptz,
    scoring_until timestamptz,
    notice_working_days integer NOT NULL,
    is_street_office boolean NOT NULL,
    returning_post_id uuid,
    returning_person_id uuid,
    returning_person_name text,
    returning_unit_id uuid,
    returned_by_ids uuid[] NOT NULL DEFAULT '{}',
    copied_from_id uuid,
    finalists_of_id uuid,
    finalist_places integer,
    left_out_finalists text[] NOT NULL DEFAULT '{}',
    opened_at timestamptz,
    scoring_at timestamptz,
    deliberating_at timestamptz,
    published_at timestamptz,
    final_at timestamptz,
    cancelled_at timestamptz,
    reason text,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT evaluation_round_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT evaluation_round_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT evaluation_round_subject_kind_check CHECK (subject_kind IN ('PROJECT', 'UNIT', 'BUILDING_GROUP', 'CONTEST_TEAM')),
    CONSTRAINT evaluation_round_state_check CHECK (state IN ('SETUP', 'NOMINATING', 'SCORING', 'DELIBERATING', 'PUBLIC_NOTICE', 'FINAL',
      'CANCELLED')),
    CONSTRAINT evaluation_round_period_check CHECK (period_from <= period_to),
    CONSTRAINT evaluation_round_until_check CHECK (nominations_until < scoring_until),
    CONSTRAINT evaluation_round_notice_check CHECK (notice_working_days BETWEEN 1 AND 60),
    CONSTRAINT evaluation_round_returning_check CHECK (
      num_nonnulls(returning_post_id, returning_person_id, returning_person_name, returning_unit_id) IN (0, 4)),
    CONSTRAINT evaluation_round_finalists_check CHECK ((finalists_of_id IS NULL) = (finalist_places IS NULL)
      AND finalist_places > 0 AND (finalists_of_id IS NULL OR subject_kind = 'CONTEST_TEAM')),
    CONSTRAINT evaluation_round_steps_check CHECK (
      CASE state WHEN 'SETUP' THEN opened_at IS NULL
                 WHEN 'NOMINATING' THEN opened_at IS NOT NULL AND scoring_at IS NULL
                 WHEN 'SCORING' THEN scoring_at IS NOT NULL AND deliberating_at IS NULL
                 WHEN 'DELIBERATING' THEN deliberating_at IS NOT NULL
                 WHEN 'PUBLIC_NOTICE' THEN published_at IS NOT NULL
                 WHEN 'FINAL' THEN final_at IS NOT NULL
                 ELSE true END
      AND (scoring_at IS NULL OR opened_at IS NOT NULL) AND (deliberating_at IS NULL OR scoring_at IS NOT NULL)
      AND (published_at IS NULL OR deliberating_at IS NOT NULL) AND (final_at IS NULL OR published_at IS NOT NULL)),
    CONSTRAINT evaluation_round_cancelled_check CHECK ((state = 'CANCELLED') = (cancelled_at IS NOT NULL)
      AND (state <> 'CANCELLED' OR reason IS NOT NULL)),
    CONSTRAINT evaluation_round_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT evaluation_round_returning_fkey FOREIGN KEY (region_id, returning_post_id) REFERENCES post (region_id, id),
    CONSTRAINT evaluation_round_copied_fkey FOREIGN KEY (region_id, copied_from_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id),
    CONSTRAINT evaluation_round_finalists_fkey FOREIGN KEY (region_id, finalists_of_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE evaluation_round IS 'An evaluation (评比) of a network, from its setup to the final result'`,
  `COMMENT ON COLUMN evaluation_round.unit_id IS 'The convener'`,
  `COMMENT ON COLUMN evaluation_round.period_from IS 'First day of what is evaluated'`,
  `COMMENT ON COLUMN evaluation_round.period_to IS 'Its last day'`,
  `COMMENT ON COLUMN evaluation_round.nominations_until IS 'Nothing is nominated after it; until scoring begins where there is none'`,
  `COMMENT ON COLUMN evaluation_round.scoring_until IS 'Only told to judges: missing sheets stop the closing, nothing else does'`,
  `COMMENT ON COLUMN evaluation_round.notice_working_days IS 'How long a result stands open to objection'`,
  `COMMENT ON COLUMN evaluation_round.is_street_office IS 'The returning officer is of the street office, which is asked while none has accepted'`,
  `COMMENT ON COLUMN evaluation_round.returning_post_id IS 'The returning officer, who sees assignments and missing sheets; with its person and unit as they were'`,
  `COMMENT ON COLUMN evaluation_round.returned_by_ids IS 'Persons who were returning officer at any time since scoring began, who know who judges'`,
  `COMMENT ON COLUMN evaluation_round.finalists_of_id IS 'The contest whose first finalist_places, ties included, stand in this round'`,
  `COMMENT ON COLUMN evaluation_round.left_out_finalists IS 'Titles of those that do not stand in it: their unit had left the network, or was suspended'`,
  `COMMENT ON COLUMN evaluation_round.opened_at IS 'Since when the network reads it'`,
  `COMMENT ON COLUMN evaluation_round.deliberating_at IS 'When scoring was closed'`,
  `COMMENT ON COLUMN evaluation_round.published_at IS 'Of the first public notice: since when stewards read it'`,
  `COMMENT ON COLUMN evaluation_round.final_at IS 'When a result was last made final'`,
  `CREATE INDEX evaluation_round_by_period ON evaluation_round (region_id, network_id, period_from, id)`,
  `ALTER TABLE evaluation_round ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE evaluation_round FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (name, period_from, period_to, state, nominations_until, scoring_until, notice_working_days,
    is_street_office, returning_post_id, returning_person_id, returning_person_name, returning_unit_id, opened_at, scoring_at,
    returned_by_ids, left_out_finalists,
    deliberating_at, published_at, final_at, cancelled_at, reason, updated_at, version) ON evaluation_round TO lianjian_app`,
  `CREATE POLICY evaluation_round_select ON evaluation_round FOR SELECT TO lianjian_app USING (${ROUND_SEEN})`,
  `CREATE POLICY evaluation_round_insert ON evaluation_round FOR INSERT TO lianjian_app
    WITH CHECK (${CONVENED} AND unit_id = app.unit_id() AND state = 'SETUP')`,
  `CREATE POLICY evaluation_round_update ON evaluation_round FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE evaluation_rules (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS}
    scale_min numeric(8, 2) NOT NULL,
    scale_max numeric(8, 2) NOT NULL,
    scale_step numeric(8, 2) NOT NULL,
    minimum_sheets integer NOT NULL,
    sheets_per_panel integer NOT NULL,
    CONSTRAINT evaluation_rules_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT evaluation_rules_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT evaluation_rules_scale_check CHECK (scale_min < scale_max AND scale_step > 0 AND mod(scale_max - scale_min, scale_step) = 0),
    CONSTRAINT evaluation_rules_minimum_check CHECK (minimum_sheets >= 3 AND sheets_per_panel >= minimum_sheets),
    CONSTRAINT evaluation_rules_round_fkey FOREIGN KEY (region_id, id, network_id) REFERENCES evaluation_round (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE evaluation_rules IS 'How a round is scored; the id is that of the round'`,
  `COMMENT ON COLUMN evaluation_rules.minimum_sheets IS 'A panel with fewer is left out for a nomination'`,
  `COMMENT ON COLUMN evaluation_rules.sheets_per_panel IS 'How many judges of each panel are proposed for a nomination'`,
  ...wall('evaluation_rules'),
  `GRANT SELECT, INSERT, UPDATE (is_open, returning_post_id, is_frozen, scale_min, scale_max, scale_step, minimum_sheets, sheets_per_panel)
    ON evaluation_rules TO lianjian_app`,

  `CREATE TABLE evaluation_criterion (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,${READERS}
    position integer NOT NULL,
    name text NOT NULL,
    description text,
    weight numeric(5, 2) NOT NULL,
    CONSTRAINT evaluation_criterion_position_key UNIQUE (region_id, round_id, position),
    CONSTRAINT evaluation_criterion_position_check CHECK (position > 0),
    CONSTRAINT evaluation_criterion_weight_check CHECK (weight > 0 AND weight <= 100),
    ${part('evaluation_criterion')}
  )`,
  `COMMENT ON TABLE evaluation_criterion IS 'What is scored'`,
  `COMMENT ON COLUMN evaluation_criterion.position IS 'From 1 on, without gaps'`,
  `COMMENT ON COLUMN evaluation_criterion.weight IS 'In per cent; those of a round sum to 100'`,
  ...wall('evaluation_criterion'),
  `GRANT SELECT, INSERT, DELETE, UPDATE (is_open, returning_post_id, is_frozen, name, description, weight)
    ON evaluation_criterion TO lianjian_app`,

  `CREATE TABLE evaluation_panel (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,${READERS}
    kind text NOT NULL,
    weight numeric(5, 2) NOT NULL,
    CONSTRAINT evaluation_panel_kind_key UNIQUE (region_id, round_id, kind),
    CONSTRAINT evaluation_panel_kind_check CHECK (kind IN ('COMMITTEE', 'PARTNER_UNITS', 'RESIDENTS')),
    CONSTRAINT evaluation_panel_weight_check CHECK (weight > 0 AND weight <= 100),
    ${part('evaluation_panel')}
  )`,
  `COMMENT ON TABLE evaluation_panel IS 'Who judges'`,
  `COMMENT ON COLUMN evaluation_panel.weight IS 'In per cent; those of a round sum to 100'`,
  ...wall('evaluation_panel'),
  `GRANT SELECT, INSERT, DELETE, UPDATE (is_open, returning_post_id, is_frozen, weight) ON evaluation_panel TO lianjian_app`,

  `CREATE TABLE evaluation_award (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,${READERS}
    position integer NOT NULL,
    name text NOT NULL,
    places integer,
    min_score numeric(8, 2),
    points integer NOT NULL,
    co_host_points integer NOT NULL,
    CONSTRAINT evaluation_award_position_key UNIQUE (region_id, round_id, position),
    CONSTRAINT evaluation_award_position_check CHECK (position > 0),
    CONSTRAINT evaluation_award_places_check CHECK (num_nonnulls(places, min_score) = 1 AND places > 0),
    CONSTRAINT evaluation_award_points_check CHECK (points >= 0 AND co_host_points >= 0),
    ${part('evaluation_award')}
  )`,
  `COMMENT ON TABLE evaluation_award IS 'A tier of awards (奖项), the best first'`,
  `COMMENT ON COLUMN evaluation_award.places IS 'How many it is given to; ties at its border all get it'`,
  `COMMENT ON COLUMN evaluation_award.min_score IS 'Of a tier without places, such as stars: from which score on'`,
  `COMMENT ON COLUMN evaluation_award.points IS 'Credited to who is awarded, and co_host_points to each that held it with them'`,
  ...wall('evaluation_award'),
  `GRANT SELECT, INSERT, DELETE, UPDATE (is_open, returning_post_id, is_frozen, name, places, min_score, points, co_host_points)
    ON evaluation_award TO lianjian_app`,
];

const DOWN = [
  `DROP TABLE evaluation_award`,
  `DROP TABLE evaluation_panel`,
  `DROP TABLE evaluation_criterion`,
  `DROP TABLE evaluation_rules`,
  `DROP TABLE evaluation_round`,
];

export class CreateEvaluationRounds1795305690000 implements MigrationInterface {
  name = 'CreateEvaluationRounds1795305690000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
