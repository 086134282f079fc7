import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `region_id = app.region_id() AND unit_id = app.unit_id()`;
const CONVENED = `region_id = app.region_id() AND network_id = ANY (app.convened_network_ids())`;
const ON_BEHALF = `region_id = app.region_id() AND network_id = ANY (app.on_behalf_network_ids())
  AND unit_id = app.on_behalf_unit_id()`;
/** Acts on behalf reach what the committee reads anyway, and the draft that it entered itself. */
const READ_ON_BEHALF = `${ON_BEHALF} AND (proposed_at IS NOT NULL OR drafted_on_behalf)`;
const CONTACT_ON_BEHALF = `${ON_BEHALF} AND (proposed OR drafted_on_behalf)`;
/** In a draft, and in what was returned, `proposed_at` is empty: from then on the committee reads it, from `taken_at` on all. */
const SEEN = `region_id = app.region_id() AND (unit_id = app.unit_id()
  OR (proposed_at IS NOT NULL AND network_id = ANY (app.convened_network_ids()))
  OR (taken_at IS NOT NULL AND network_id = ANY (app.reading_network_ids())))`;

const CATEGORIES: readonly (readonly [code: string, name: string, nameEn: string])[] = [
  ['ADVICE_AND_SERVICES', '咨询服务', 'Advice and services'],
  ['CHARITY', '慈善', 'Charity'],
  ['CULTURE_AND_SPORT', '文体', 'Culture and sport'],
  ['VENUE_RENTAL', '场地租用', 'Venue rental'],
  ['TRAINING', '培训', 'Training'],
  ['MEDICAL', '医疗', 'Medical'],
  ['SOCIAL_MEETING', '交友联谊', 'Social meetings'],
  ['RECRUITMENT', '招聘', 'Recruitment'],
];
const STANDING = CATEGORIES.map(
  ([code, name, nameEn], index) => `('${code}', '${name}', '${nameEn}', ${index + 1})`,
).join(', ');

const UP = [
  `CREATE FUNCTION app.enter_convener(p_region uuid, p_unit uuid, p_network uuid) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM app.enter_unit(p_region, p_unit);
      PERFORM app.set_local('convened_network_ids', ARRAY(SELECT m.network_id FROM membership m
        WHERE m.region_id = p_region AND m.network_id = p_network AND m.unit_id = p_unit AND m.role = 'CONVENER'
          AND m.state = 'ACTIVE')::text);
    END $$`,
  `COMMENT ON FUNCTION app.enter_convener(uuid, uuid, uuid) IS
    'Sets the context in which the platform acts in the name of the committee of one network: what follows by rule from what others did'`,
  `REVOKE ALL ON FUNCTION app.enter_convener(uuid, uuid, uuid) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.enter_convener(uuid, uuid, uuid) TO lianjian_app`,

  `CREATE TABLE need_category (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    code text,
    name text NOT NULL,
    name_en text,
    place integer NOT NULL,
    retired_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT need_category_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT need_category_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT need_category_place_key UNIQUE (region_id, network_id, place),
    CONSTRAINT need_category_code_key UNIQUE (region_id, network_id, code),
    CONSTRAINT need_category_code_check CHECK (code IN (${CATEGORIES.map(([code]) => `'${code}'`).join(', ')})),
    CONSTRAINT need_category_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id)
  )`,
  `COMMENT ON TABLE need_category IS 'What needs of a network are about: the eight standing ones, which it may rename, and its own'`,
  `COMMENT ON COLUMN need_category.code IS 'Which of the eight standing ones it is, whatever it is called; null for one of the network’s own'`,
  `COMMENT ON COLUMN need_category.place IS 'Its place in lists, from 1'`,
  `COMMENT ON COLUMN need_category.retired_at IS 'Since when no new needs are posted in it; null while they are'`,
  `CREATE UNIQUE INDEX need_category_name_key ON need_category (region_id, network_id, name) WHERE retired_at IS NULL`,
  // The owner of the schema meets no rows where row-level security is forced on it too.
  `ALTER TABLE network NO FORCE ROW LEVEL SECURITY`,
  `INSERT INTO need_category (region_id, id, network_id, code, name, name_en, place)
    SELECT n.region_id, gen_random_uuid(), n.id, standing.code, standing.name, standing.name_en, standing.place
    FROM network n, (VALUES ${STANDING}) AS standing (code, name, name_en, place)`,
  `ALTER TABLE network FORCE ROW LEVEL SECURITY`,
  `ALTER TABLE need_category ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE need_category FORCE ROW LEVEL SECURITY`,
  `GRANT INSERT ON need_category TO lianjian_operator`,
  `GRANT SELECT, INSERT, UPDATE (name, name_en, retired_at, version) ON need_category TO lianjian_app`,
  `CREATE POLICY need_category_operate ON need_category FOR INSERT TO lianjian_operator
    WITH CHECK (region_id = app.region_id())`,
  `CREATE POLICY need_category_select ON need_category FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND network_id = ANY (app.reading_network_ids()))`,
  `CREATE POLICY need_category_insert ON need_category FOR INSERT TO lianjian_app WITH CHECK (${CONVENED} AND code IS NULL)`,
  `CREATE POLICY need_category_update ON need_category FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE need (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    category_id uuid NOT NULL,
    source text NOT NULL,
    state text NOT NULL,
    title text NOT NULL,
    what text NOT NULL,
    location text,
    starts_at timestamptz,
    ends_at timestamptz,
    heads integer,
    urgency text NOT NULL,
    kinds text[] NOT NULL DEFAULT '{}',
    facts jsonb NOT NULL DEFAULT '{}',
    places integer NOT NULL,
    posted_at timestamptz NOT NULL,
    proposed_at timestamptz,
    taken_at timestamptz,
    opened_at timestamptz,
    called_at timestamptz,
    claimed_at timestamptz,
    begun_at timestamptz,
    answered_at timestamptz,
    ended_at timestamptz,
    recorded_at timestamptz,
    reason text,
    answer text,
    reopenings integer NOT NULL DEFAULT 0,
    closed_on_behalf boolean NOT NULL DEFAULT false,
    drafted_on_behalf boolean NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT need_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT need_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT need_unit_key UNIQUE (region_id, id, unit_id),
    CONSTRAINT need_state_check CHECK (state IN ('DRAFT', 'PROPOSED', 'RETURNED', 'TAKEN', 'OPEN', 'CLAIMED', 'IN_PROGRESS', 'ANSWERED',
      'CLOSED', 'UNMET', 'WITHDRAWN')),
    CONSTRAINT need_source_check CHECK (source IN ('UNIT', 'RESIDENTS', 'TELEPHONE')),
    CONSTRAINT need_urgency_check CHECK (urgency IN ('NORMAL', 'SOON', 'URGENT')),
    CONSTRAINT need_kinds_check CHECK (kinds <@ ARRAY['VENUE', 'VEHICLE', 'POWER_SUPPLY', 'EQUIPMENT', 'EXPERTISE']),
    CONSTRAINT need_span_check CHECK ((starts_at IS NULL) = (ends_at IS NULL) AND (starts_at IS NULL OR ends_at > starts_at)),
    CONSTRAINT need_heads_check CHECK (heads > 0),
    CONSTRAINT need_places_check CHECK (places BETWEEN 1 AND 20),
    CONSTRAINT need_shown_check CHECK (
      CASE WHEN state IN ('DRAFT', 'RETURNED') THEN proposed_at IS NULL AND taken_at IS NULL
           WHEN state = 'PROPOSED' THEN proposed_at IS NOT NULL AND taken_at IS NULL
           WHEN state = 'WITHDRAWN' THEN proposed_at IS NOT NULL OR taken_at IS NULL
           ELSE proposed_at IS NOT NULL AND taken_at IS NOT NULL END),
    CONSTRAINT need_reason_check CHECK (state NOT IN ('RETURNED', 'UNMET') OR reason IS NOT NULL),
    CONSTRAINT need_answer_check CHECK (state NOT IN ('ANSWERED', 'CLOSED') OR answer IS NOT NULL),
    CONSTRAINT need_ended_check CHECK ((state IN ('CLOSED', 'UNMET', 'WITHDRAWN')) = (ended_at IS NOT NULL)),
    CONSTRAINT need_called_check CHECK (called_at IS NULL OR urgency = 'URGENT'),
    CONSTRAINT need_category_fkey FOREIGN KEY (region_id, category_id, network_id) REFERENCES need_category (region_id, id, network_id),
    CONSTRAINT need_member_fkey FOREIGN KEY (region_id, network_id, unit_id) REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE need IS 'What a unit or its residents lack (需求清单)'`,
  `COMMENT ON COLUMN need.unit_id IS 'Who posted it, and whose word closes it: for residents, and for a call by telephone, the committee'`,
  `COMMENT ON COLUMN need.facts IS 'What the facts of an offer that helps must say, as in the search for free offers'`,
  `COMMENT ON COLUMN need.places IS 'How many units may claim it'`,
  `COMMENT ON COLUMN need.proposed_at IS 'Since when the committee reads it; null in a draft and after it was returned'`,
  `COMMENT ON COLUMN need.taken_at IS 'Since when the network reads it'`,
  `COMMENT ON COLUMN need.called_at IS 'When the units that could help were told at once; null unless it is urgent'`,
  `COMMENT ON COLUMN need.recorded_at IS 'When it was written down afterwards (补录); null for what was posted as it came'`,
  `COMMENT ON COLUMN need.reason IS 'Why it was returned, stayed unmet, was withdrawn or opened again'`,
  `COMMENT ON COLUMN need.answer IS 'What was done about it, in the words of who did it'`,
  `COMMENT ON COLUMN need.drafted_on_behalf IS 'The committee entered it for its unit (代办), which has not touched it since: the committee may go on with the draft'`,
  `COMMENT ON COLUMN need.reopenings IS 'How often those who had it said that it was not answered'`,
  `CREATE INDEX need_by_unit ON need (region_id, unit_id, posted_at, id)`,
  `CREATE INDEX need_by_network ON need (region_id, network_id, posted_at, id)`,
  `CREATE INDEX need_by_category ON need (region_id, category_id, posted_at, id)`,
  `CREATE INDEX need_by_state ON need (region_id, network_id, state, posted_at, id)`,
  `CREATE INDEX need_by_call ON need (region_id, network_id, posted_at, id) WHERE urgency = 'URGENT'`,
  `ALTER TABLE need ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE need FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT ON need TO lianjian_app`,
  `GRANT UPDATE (category_id, state, title, what, location, starts_at, ends_at, heads, urgency, kinds, facts, places, proposed_at, taken_at,
    opened_at, called_at, claimed_at, begun_at, answered_at, ended_at, reason, answer, reopenings, closed_on_behalf, drafted_on_behalf, updated_at,
    version)
    ON need TO lianjian_app`,
  `CREATE POLICY need_select ON need FOR SELECT TO lianjian_app USING (${SEEN})`,
  `CREATE POLICY need_insert ON need FOR INSERT TO lianjian_app
    WITH CHECK (${OWN} AND network_id = ANY (app.member_network_ids())
      AND (source = 'UNIT' OR network_id = ANY (app.convened_network_ids()))
      AND (state = 'DRAFT' OR (recorded_at IS NOT NULL AND network_id = ANY (app.convened_network_ids()))))`,
  `CREATE POLICY need_record ON need FOR INSERT TO lianjian_app
    WITH CHECK (${CONVENED} AND recorded_at IS NOT NULL AND source = 'UNIT' AND state = 'ANSWERED')`,
  `CREATE POLICY need_update ON need FOR UPDATE TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
  `CREATE POLICY need_update_by_committee ON need FOR UPDATE TO lianjian_app
    USING (${CONVENED} AND proposed_at IS NOT NULL) WITH CHECK (${CONVENED} AND state <> 'DRAFT')`,
  `CREATE POLICY need_on_behalf ON need FOR SELECT TO lianjian_app USING (${READ_ON_BEHALF})`,
  `CREATE POLICY need_insert_on_behalf ON need FOR INSERT TO lianjian_app
    WITH CHECK (${ON_BEHALF} AND network_id = ANY (app.member_network_ids()) AND source = 'UNIT' AND state = 'DRAFT'
      AND drafted_on_behalf)`,
  `CREATE POLICY need_update_on_behalf ON need FOR UPDATE TO lianjian_app
    USING (${READ_ON_BEHALF}) WITH CHECK (${READ_ON_BEHALF})`,

  `CREATE TABLE need_contact (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}',
    proposed boolean NOT NULL,
    drafted_on_behalf boolean NOT NULL,
    name text,
    phone text,
    CONSTRAINT need_contact_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT need_contact_need_fkey FOREIGN KEY (region_id, id, unit_id) REFERENCES need (region_id, id, unit_id)
  )`,
  `COMMENT ON TABLE need_contact IS 'Whom to ring about a need; the id is the need’s'`,
  `COMMENT ON COLUMN need_contact.reader_unit_ids IS 'Units whose claim stands accepted: they read it, nobody else of the network does'`,
  `COMMENT ON COLUMN need_contact.proposed IS 'Whether the committee reads it, as it reads the need'`,
  `COMMENT ON COLUMN need_contact.drafted_on_behalf IS 'The need’s, repeated because a row policy reads its own row only'`,
  `ALTER TABLE need_contact ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE need_contact FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (reader_unit_ids, proposed, drafted_on_behalf, name, phone) ON need_contact TO lianjian_app`,
  `CREATE POLICY need_contact_select ON need_contact FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR app.unit_id() = ANY (reader_unit_ids)
      OR (proposed AND network_id = ANY (app.convened_network_ids()))))`,
  `CREATE POLICY need_contact_insert ON need_contact FOR INSERT TO lianjian_app
    WITH CHECK (${OWN} AND network_id = ANY (app.member_network_ids()))`,
  `CREATE POLICY need_contact_update ON need_contact FOR UPDATE TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
  `CREATE POLICY need_contact_update_by_committee ON need_contact FOR UPDATE TO lianjian_app
    USING (${CONVENED} AND proposed) WITH CHECK (${CONVENED})`,
  `CREATE POLICY need_contact_on_behalf ON need_contact FOR SELECT TO lianjian_app USING (${CONTACT_ON_BEHALF})`,
  `CREATE POLICY need_contact_insert_on_behalf ON need_contact FOR INSERT TO lianjian_app
    WITH CHECK (${ON_BEHALF} AND drafted_on_behalf)`,
  `CREATE POLICY need_contact_update_on_behalf ON need_contact FOR UPDATE TO lianjian_app
    USING (${CONTACT_ON_BEHALF}) WITH CHECK (${CONTACT_ON_BEHALF})`,

  `CREATE TABLE claim (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    need_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    way text NOT NULL,
    state text NOT NULL,
    place integer,
    reason text,
    asked_at timestamptz,
    accepted_at timestamptz,
    arrived_at timestamptz,
    finished_at timestamptz,
    settled_at timestamptz,
    recorded_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT claim_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT claim_place_key UNIQUE (region_id, need_id, place),
    CONSTRAINT claim_way_check CHECK (way IN ('ASKED', 'CALLED', 'TAKEN')),
    CONSTRAINT claim_state_check CHECK (state IN ('ASKED', 'ACCEPTED', 'DONE', 'DECLINED', 'WITHDRAWN', 'GIVEN_UP')),
    CONSTRAINT claim_asked_check CHECK ((way = 'TAKEN') = (asked_at IS NULL)),
    CONSTRAINT claim_place_check CHECK ((state = 'ACCEPTED') = (place IS NOT NULL) AND place BETWEEN 1 AND 20),
    CONSTRAINT claim_accepted_check CHECK (
      CASE WHEN state IN ('ACCEPTED', 'DONE', 'GIVEN_UP') THEN accepted_at IS NOT NULL
           WHEN state IN ('ASKED', 'DECLINED') THEN accepted_at IS NULL ELSE true END),
    CONSTRAINT claim_settled_check CHECK ((state IN ('ASKED', 'ACCEPTED')) = (settled_at IS NULL)),
    CONSTRAINT claim_times_check CHECK (
      (arrived_at IS NULL OR arrived_at >= accepted_at) AND (finished_at IS NULL OR finished_at >= coalesce(arrived_at, accepted_at))),
    CONSTRAINT claim_need_fkey FOREIGN KEY (region_id, need_id, network_id) REFERENCES need (region_id, id, network_id),
    CONSTRAINT claim_member_fkey FOREIGN KEY (region_id, network_id, unit_id) REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE claim IS 'A unit takes a need on (认领), asked or by itself'`,
  `COMMENT ON COLUMN claim.way IS 'ASKED by the committee, CALLED because the need is urgent and the unit could help, TAKEN from the open list'`,
  `COMMENT ON COLUMN claim.place IS 'Which of the places of the need it has, from 1; none has two holders'`,
  `COMMENT ON COLUMN claim.accepted_at IS 'Since when the network reads it; null while only asked, and after a no'`,
  `COMMENT ON COLUMN claim.arrived_at IS 'When help was there'`,
  `COMMENT ON COLUMN claim.finished_at IS 'When help had done'`,
  `CREATE UNIQUE INDEX claim_live_key ON claim (region_id, unit_id, need_id) WHERE state IN ('ASKED', 'ACCEPTED')`,
  `CREATE INDEX claim_by_need ON claim (region_id, need_id, updated_at, id)`,
  `CREATE INDEX claim_by_unit ON claim (region_id, unit_id, updated_at, id)`,
  `CREATE INDEX claim_by_network ON claim (region_id, network_id, updated_at, id)`,
  // Most were asked and came to nothing: the network reads the others.
  `CREATE INDEX claim_by_yes ON claim (region_id, network_id, updated_at, id) WHERE accepted_at IS NOT NULL`,
  `CREATE INDEX claim_by_asked ON claim (region_id, network_id, unit_id, asked_at) WHERE asked_at IS NOT NULL`,
  `ALTER TABLE claim ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE claim FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT ON claim TO lianjian_app`,
  `GRANT UPDATE (state, place, reason, accepted_at, arrived_at, finished_at, settled_at, updated_at, version) ON claim TO lianjian_app`,
  `CREATE POLICY claim_select ON claim FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())
      OR (accepted_at IS NOT NULL AND network_id = ANY (app.reading_network_ids()))))`,
  `CREATE POLICY claim_insert ON claim FOR INSERT TO lianjian_app
    WITH CHECK (${OWN} AND network_id = ANY (app.member_network_ids()) AND way = 'TAKEN' AND state = 'ACCEPTED')`,
  `CREATE POLICY claim_insert_by_committee ON claim FOR INSERT TO lianjian_app
    WITH CHECK (${CONVENED} AND (state = 'ASKED' OR recorded_at IS NOT NULL))`,
  `CREATE POLICY claim_update ON claim FOR UPDATE TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
  `CREATE POLICY claim_update_by_committee ON claim FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY claim_on_behalf ON claim FOR SELECT TO lianjian_app USING (${ON_BEHALF})`,
  `CREATE POLICY claim_insert_on_behalf ON claim FOR INSERT TO lianjian_app
    WITH CHECK (${ON_BEHALF} AND network_id = ANY (app.member_network_ids()) AND way = 'TAKEN' AND state = 'ACCEPTED')`,
  `CREATE POLICY claim_update_on_behalf ON claim FOR UPDATE TO lianjian_app USING (${ON_BEHALF}) WITH CHECK (${ON_BEHALF})`,

  // What a committee records afterwards is the word of several units: in its own network, and told to the unit it is of.
  `CREATE POLICY audit_line_write_recorded ON audit_line FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND post_id = app.post_id() AND role = app.role() AND manner = 'ON_BEHALF'
      AND unit_id = ANY (unit_ids) AND committee_network_ids <> '{}' AND committee_network_ids <@ app.convened_network_ids())`,
];

const DOWN = [
  `DROP POLICY audit_line_write_recorded ON audit_line`,
  `DROP TABLE claim`,
  `DROP TABLE need_contact`,
  `DROP TABLE need`,
  `DROP TABLE need_category`,
  `DROP FUNCTION app.enter_convener(uuid, uuid, uuid)`,
];

export class CreateNeeds1795305660000 implements MigrationInterface {
  name = 'CreateNeeds1795305660000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
