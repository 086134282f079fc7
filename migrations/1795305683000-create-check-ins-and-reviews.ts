import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const READING = `network_id = ANY (app.reading_network_ids())`;
/** Whoever holds the dish, as long as it knows the network, and the committee. */
const HELD = `(network_id = ANY (app.convened_network_ids())
  OR (lead_unit_id = app.unit_id() AND network_id = ANY (app.known_network_ids())))`;

const LED = `
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    lead_unit_id uuid NOT NULL,`;
const SHOWN = `
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    dish_unit_id uuid NOT NULL,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}',
    is_proposed boolean NOT NULL,
    is_published boolean NOT NULL,`;
/** As of every row beneath a dish: the network reads it once that is published. */
const PART_SEEN = `${REGION} AND (dish_unit_id = app.unit_id()
  OR (network_id = ANY (app.known_network_ids()) AND app.unit_id() = ANY (reader_unit_ids))
  OR (is_proposed AND network_id = ANY (app.convened_network_ids()))
  OR (is_published AND ${READING}))`;

function ofDish(table: string): string {
  return `CONSTRAINT ${table}_dish_fkey FOREIGN KEY (region_id, dish_id, network_id) REFERENCES dish (region_id, id, network_id)`;
}

function wall(table: string): string[] {
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
    `CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  ];
}

function sayLead(table: string): string {
  return `COMMENT ON COLUMN ${table}.lead_unit_id IS 'Who holds the dish, repeated because a row policy reads its own row only; follows a change of lead'`;
}

function sayReaders(table: string): string[] {
  return [
    `COMMENT ON COLUMN ${table}.dish_unit_id IS 'Whose dish it is, repeated because a row policy reads its own row only'`,
    `COMMENT ON COLUMN ${table}.reader_unit_ids IS 'Units that were asked to take part, and the lead'`,
  ];
}

const UP = [
  `CREATE TABLE dish_desk (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${LED}
    secret uuid NOT NULL,
    opened_at timestamptz NOT NULL,
    codes_handed_out integer NOT NULL,
    CONSTRAINT dish_desk_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_desk_codes_check CHECK (codes_handed_out >= 0),
    CONSTRAINT dish_desk_date_fkey FOREIGN KEY (region_id, id) REFERENCES dish_date (region_id, id),
    ${ofDish('dish_desk')}
  )`,
  `COMMENT ON TABLE dish_desk IS 'The check-in desk of a date of a dish; its id is that of the date'`,
  sayLead('dish_desk'),
  `COMMENT ON COLUMN dish_desk.secret IS 'From it and the minute follow the codes by which one checks in'`,
  `CREATE INDEX dish_desk_by_dish ON dish_desk (region_id, dish_id)`,
  ...wall('dish_desk'),
  `GRANT SELECT, INSERT, UPDATE (lead_unit_id, codes_handed_out) ON dish_desk TO lianjian_app`,
  `CREATE POLICY dish_desk_select ON dish_desk FOR SELECT TO lianjian_app USING (${REGION} AND ${HELD})`,

  `CREATE TABLE dish_check_in (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${LED}
    date_id uuid NOT NULL,
    unit_id uuid,
    heads integer NOT NULL,
    way text NOT NULL,
    is_late_entry boolean NOT NULL,
    noted_at timestamptz NOT NULL,
    CONSTRAINT dish_check_in_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_check_in_heads_check CHECK (heads >= 0),
    CONSTRAINT dish_check_in_way_check CHECK (way IN ('CODE', 'LIST')),
    CONSTRAINT dish_check_in_code_check CHECK (way = 'LIST' OR (unit_id IS NOT NULL AND NOT is_late_entry)),
    CONSTRAINT dish_check_in_date_fkey FOREIGN KEY (region_id, date_id) REFERENCES dish_date (region_id, id),
    CONSTRAINT dish_check_in_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    ${ofDish('dish_check_in')}
  )`,
  `COMMENT ON TABLE dish_check_in IS 'How many came to a date of a dish, of one unit or of residents (签到)'`,
  sayLead('dish_check_in'),
  `COMMENT ON COLUMN dish_check_in.unit_id IS 'Null for residents of no unit'`,
  `COMMENT ON COLUMN dish_check_in.heads IS '0 when it was noted by mistake'`,
  `COMMENT ON COLUMN dish_check_in.is_late_entry IS 'Written down after the day (补录)'`,
  `CREATE UNIQUE INDEX dish_check_in_unit_key ON dish_check_in (region_id, unit_id, date_id) WHERE unit_id IS NOT NULL`,
  `CREATE UNIQUE INDEX dish_check_in_residents_key ON dish_check_in (region_id, date_id) WHERE unit_id IS NULL`,
  `CREATE INDEX dish_check_in_by_date ON dish_check_in (region_id, date_id, noted_at, id)`,
  `CREATE INDEX dish_check_in_by_dish ON dish_check_in (region_id, dish_id)`,
  ...wall('dish_check_in'),
  `GRANT SELECT, INSERT, UPDATE (lead_unit_id, heads, way, is_late_entry, noted_at) ON dish_check_in TO lianjian_app`,
  `CREATE POLICY dish_check_in_select ON dish_check_in FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR ${HELD}))`,

  `CREATE TABLE review_code (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    date_id uuid NOT NULL,
    committee_unit_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    is_used boolean NOT NULL,
    CONSTRAINT review_code_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT review_code_secret_key UNIQUE (region_id, secret_hash),
    CONSTRAINT review_code_date_fkey FOREIGN KEY (region_id, date_id) REFERENCES dish_date (region_id, id),
    CONSTRAINT review_code_committee_fkey FOREIGN KEY (region_id, network_id, committee_unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    ${ofDish('review_code')}
  )`,
  `COMMENT ON TABLE review_code IS 'Lets somebody without an account review a dish, once; nothing leads from it to the review'`,
  `COMMENT ON COLUMN review_code.committee_unit_id IS 'With whose rights the review is stored: whoever bears the code sees this row and no other'`,
  `COMMENT ON COLUMN review_code.secret_hash IS 'SHA-256 of the code; the code itself is nowhere'`,
  `CREATE INDEX review_code_by_dish ON review_code (region_id, dish_id) WHERE is_used`,
  ...wall('review_code'),
  `GRANT SELECT, INSERT, UPDATE (is_used) ON review_code TO lianjian_app`,
  `CREATE POLICY review_code_select ON review_code FOR SELECT TO lianjian_app
    USING (${REGION} AND (secret_hash = app.secret_hash() OR network_id = ANY (app.convened_network_ids())))`,

  `CREATE TABLE waiting_review (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    mark integer NOT NULL,
    comment text,
    CONSTRAINT waiting_review_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT waiting_review_mark_check CHECK (mark BETWEEN 1 AND 5),
    ${ofDish('waiting_review')}
  )`,
  `COMMENT ON TABLE waiting_review IS 'What was said with a code, until it is released in a lot; shown to nobody, and written anew at the turn of each day on which something was said'`,
  `CREATE INDEX waiting_review_by_dish ON waiting_review (region_id, dish_id)`,
  ...wall('waiting_review').filter((statement) => !statement.includes('_update')),
  `GRANT SELECT, INSERT, DELETE ON waiting_review TO lianjian_app`,
  `CREATE POLICY waiting_review_select ON waiting_review FOR SELECT TO lianjian_app USING (${CONVENED})`,
  `CREATE POLICY waiting_review_delete ON waiting_review FOR DELETE TO lianjian_app USING (${CONVENED})`,

  `CREATE TABLE dish_review (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${LED}
    mark integer NOT NULL,
    comment text,
    day date NOT NULL,
    CONSTRAINT dish_review_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_review_mark_check CHECK (mark BETWEEN 1 AND 5),
    ${ofDish('dish_review')}
  )`,
  `COMMENT ON TABLE dish_review IS 'What somebody says of a dish, without a name (评单)'`,
  sayLead('dish_review'),
  `COMMENT ON COLUMN dish_review.day IS 'On which it was first given, or released with others, in the zone of the region; no instant, which would tell who it was'`,
  `CREATE INDEX dish_review_by_dish ON dish_review (region_id, dish_id, day, id)`,
  `CREATE INDEX dish_review_by_lead ON dish_review (region_id, lead_unit_id, day, id)`,
  `CREATE INDEX dish_review_by_network ON dish_review (region_id, network_id, day, id)`,
  ...wall('dish_review'),
  `GRANT SELECT, INSERT, UPDATE (lead_unit_id, mark, comment) ON dish_review TO lianjian_app`,
  `CREATE POLICY dish_review_select ON dish_review FOR SELECT TO lianjian_app USING (${REGION} AND ${HELD})`,

  `CREATE TABLE dish_reviewer (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid,
    person_id uuid,
    person_name text,
    mark integer NOT NULL,
    comment text,
    reviewed_at timestamptz NOT NULL,
    CONSTRAINT dish_reviewer_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_reviewer_one_check CHECK ((unit_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT dish_reviewer_name_check CHECK ((person_id IS NULL) = (person_name IS NULL)),
    CONSTRAINT dish_reviewer_mark_check CHECK (mark BETWEEN 1 AND 5),
    CONSTRAINT dish_reviewer_review_fkey FOREIGN KEY (region_id, id) REFERENCES dish_review (region_id, id),
    CONSTRAINT dish_reviewer_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT dish_reviewer_person_fkey FOREIGN KEY (region_id, person_id) REFERENCES person (region_id, id),
    ${ofDish('dish_reviewer')}
  )`,
  `COMMENT ON TABLE dish_reviewer IS 'Who gave a review; read by who gave it and the committee. Its id is that of the review'`,
  `COMMENT ON COLUMN dish_reviewer.person_id IS 'A representative, who speaks for no unit'`,
  `COMMENT ON COLUMN dish_reviewer.mark IS 'As in the review, which its reviewer cannot read: policies read their own row only'`,
  `CREATE UNIQUE INDEX dish_reviewer_unit_key ON dish_reviewer (region_id, unit_id, dish_id) WHERE unit_id IS NOT NULL`,
  `CREATE UNIQUE INDEX dish_reviewer_person_key ON dish_reviewer (region_id, person_id, dish_id) WHERE person_id IS NOT NULL`,
  `CREATE INDEX dish_reviewer_by_dish ON dish_reviewer (region_id, dish_id, id)`,
  ...wall('dish_reviewer'),
  `GRANT SELECT, INSERT, UPDATE (mark, comment, reviewed_at) ON dish_reviewer TO lianjian_app`,
  `CREATE POLICY dish_reviewer_select ON dish_reviewer FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR (person_id = app.person_id() AND app.role() = 'REPRESENTATIVE')
      OR network_id = ANY (app.convened_network_ids())))`,

  `CREATE TABLE dish_figures (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${SHOWN}
    checked_in_heads integer NOT NULL,
    review_count integer NOT NULL,
    mark_sum integer NOT NULL,
    CONSTRAINT dish_figures_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_figures_dish_key UNIQUE (region_id, dish_id),
    CONSTRAINT dish_figures_heads_check CHECK (checked_in_heads >= 0),
    CONSTRAINT dish_figures_marks_check CHECK (mark_sum BETWEEN review_count AND 5 * review_count),
    CONSTRAINT dish_figures_owner_fkey FOREIGN KEY (region_id, dish_id, dish_unit_id) REFERENCES dish (region_id, id, unit_id),
    ${ofDish('dish_figures')}
  )`,
  `COMMENT ON TABLE dish_figures IS 'What came together at a dish, as sums: all that the network reads of who came and of what was said'`,
  ...sayReaders('dish_figures'),
  ...wall('dish_figures'),
  `GRANT SELECT, INSERT, UPDATE (reader_unit_ids, is_proposed, is_published, checked_in_heads, review_count, mark_sum)
    ON dish_figures TO lianjian_app`,
  `CREATE POLICY dish_figures_select ON dish_figures FOR SELECT TO lianjian_app USING (${PART_SEEN})`,

  `CREATE TABLE dish_outcome (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${SHOWN}
    unit_id uuid NOT NULL,
    heads integer NOT NULL,
    hours numeric NOT NULL,
    what text NOT NULL,
    on_behalf boolean NOT NULL,
    filed_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT dish_outcome_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_outcome_dish_key UNIQUE (region_id, dish_id),
    CONSTRAINT dish_outcome_heads_check CHECK (heads >= 0),
    CONSTRAINT dish_outcome_hours_check CHECK (hours > 0),
    CONSTRAINT dish_outcome_owner_fkey FOREIGN KEY (region_id, dish_id, dish_unit_id) REFERENCES dish (region_id, id, unit_id),
    CONSTRAINT dish_outcome_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    ${ofDish('dish_outcome')}
  )`,
  `COMMENT ON TABLE dish_outcome IS 'What came of a dish, as its lead has filed it (活动成果)'`,
  ...sayReaders('dish_outcome'),
  `COMMENT ON COLUMN dish_outcome.unit_id IS 'Who led the dish when it was filed'`,
  `COMMENT ON COLUMN dish_outcome.hours IS 'Hours of work given, of all persons together'`,
  `COMMENT ON COLUMN dish_outcome.on_behalf IS 'The committee wrote it down for the lead (代办)'`,
  `CREATE INDEX dish_outcome_by_network ON dish_outcome (region_id, network_id, filed_at, id)`,
  `CREATE INDEX dish_outcome_by_owner ON dish_outcome (region_id, dish_unit_id, filed_at, id)`,
  ...wall('dish_outcome'),
  `GRANT SELECT, INSERT, UPDATE (reader_unit_ids, is_proposed, is_published, heads, hours, what, on_behalf, version)
    ON dish_outcome TO lianjian_app`,
  `CREATE POLICY dish_outcome_select ON dish_outcome FOR SELECT TO lianjian_app USING (${PART_SEEN})`,
];

const DOWN = [
  'dish_outcome',
  'dish_figures',
  'dish_reviewer',
  'dish_review',
  'waiting_review',
  'review_code',
  'dish_check_in',
  'dish_desk',
].map((table) => `DROP TABLE ${table}`);

export class CreateCheckInsAndReviews1795305683000 implements MigrationInterface {
  name = 'CreateCheckInsAndReviews1795305683000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
