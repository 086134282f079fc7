import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE region (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text,
    time_zone text NOT NULL,
    CONSTRAINT region_pkey PRIMARY KEY (id),
    CONSTRAINT region_code_key UNIQUE (id, code)
  )`,
  `COMMENT ON TABLE region IS 'District or county (区/县): the outermost wall and the unit of scale-out; keyed by its own id'`,

  `CREATE TABLE area (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text,
    CONSTRAINT area_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT area_code_key UNIQUE (region_id, code),
    CONSTRAINT area_region_fkey FOREIGN KEY (region_id) REFERENCES region (id)
  )`,
  `COMMENT ON TABLE area IS 'Street or town (街道/镇): a group of networks inside a region'`,

  `CREATE TABLE unit (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text,
    kind text NOT NULL,
    network_ids uuid[] NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT unit_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT unit_code_key UNIQUE (region_id, code),
    CONSTRAINT unit_id_code_key UNIQUE (region_id, id, code),
    CONSTRAINT unit_kind_check CHECK (kind IN (
      'COMMUNITY_COMMITTEE', 'SCHOOL', 'KINDERGARTEN', 'TRANSPORT', 'MARKET', 'PROPERTY_MANAGEMENT', 'CLINIC',
      'FIRE_SERVICE', 'PUBLIC_SECURITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE', 'PARTY_SCHOOL', 'BANK',
      'GOVERNMENT_AGENCY', 'OWNERS_COMMITTEE', 'OTHER')),
    CONSTRAINT unit_region_fkey FOREIGN KEY (region_id) REFERENCES region (id)
  )`,
  `COMMENT ON TABLE unit IS 'Organisation (单位): the tenant; what it owns is its own'`,
  `COMMENT ON COLUMN unit.network_ids IS 'Networks whose members may read the name: every one the unit has ever joined, so that history keeps names'`,

  `CREATE TABLE network (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    area_id uuid NOT NULL,
    convener_unit_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text,
    facts jsonb NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT network_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT network_code_key UNIQUE (region_id, code),
    CONSTRAINT network_area_fkey FOREIGN KEY (region_id, area_id) REFERENCES area (region_id, id),
    CONSTRAINT network_convener_fkey FOREIGN KEY (region_id, convener_unit_id) REFERENCES unit (region_id, id)
  )`,
  `COMMENT ON TABLE network IS '"1+13" (共建网络): one convening committee and its partner units'`,
  `COMMENT ON COLUMN network.facts IS 'Counts the committee publishes of its community, by name, e.g. residents'`,

  `CREATE TABLE network_service_day (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    day integer NOT NULL,
    name text NOT NULL,
    CONSTRAINT network_service_day_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT network_service_day_key UNIQUE (region_id, network_id, day),
    CONSTRAINT network_service_day_check CHECK (day BETWEEN 1 AND 31),
    CONSTRAINT network_service_day_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id)
  )`,
  `COMMENT ON TABLE network_service_day IS 'Fixed service days of each month (服务日); none means none'`,

  `CREATE TABLE membership (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_code text NOT NULL,
    unit_id uuid,
    role text NOT NULL,
    state text NOT NULL,
    invited_at timestamptz NOT NULL,
    active_since timestamptz,
    left_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT membership_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT membership_code_key UNIQUE (region_id, network_id, unit_code),
    CONSTRAINT membership_unit_key UNIQUE (region_id, network_id, unit_id),
    CONSTRAINT membership_role_check CHECK (role IN ('CONVENER', 'PARTNER', 'GUEST')),
    CONSTRAINT membership_state_check CHECK (state IN ('INVITED', 'ACTIVE', 'SUSPENDED', 'LEFT')),
    CONSTRAINT membership_accepted_check CHECK (
      CASE state WHEN 'INVITED' THEN true WHEN 'LEFT' THEN true ELSE unit_id IS NOT NULL AND active_since IS NOT NULL END),
    CONSTRAINT membership_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id),
    CONSTRAINT membership_unit_fkey FOREIGN KEY (region_id, unit_id, unit_code) REFERENCES unit (region_id, id, code)
  )`,
  `COMMENT ON TABLE membership IS 'A unit in a network (成员关系). An invitation is addressed to a code and names its unit only once that unit accepts'`,
  `CREATE UNIQUE INDEX membership_convener_key ON membership (region_id, network_id) WHERE role = 'CONVENER'`,
  `CREATE INDEX membership_by_state ON membership (region_id, network_id, state)`,
  `CREATE INDEX membership_by_unit ON membership (region_id, unit_id, network_id)`,
  `CREATE INDEX membership_by_code ON membership (region_id, unit_code, id)`,

  `CREATE TABLE person (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT person_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT person_region_fkey FOREIGN KEY (region_id) REFERENCES region (id)
  )`,
  `COMMENT ON TABLE person IS 'Somebody who acts through posts (人员); read by that person alone'`,

  `CREATE TABLE post (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    person_name text NOT NULL,
    duty_phone text,
    role text NOT NULL,
    network_ids uuid[] NOT NULL DEFAULT '{}',
    scope_network_ids uuid[] NOT NULL DEFAULT '{}',
    since timestamptz NOT NULL,
    until timestamptz,
    revoked_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT post_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT post_person_key UNIQUE (region_id, id, person_id),
    CONSTRAINT post_role_check CHECK (role IN ('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'STEWARD', 'REPRESENTATIVE')),
    CONSTRAINT post_scope_check CHECK (role = 'STEWARD' OR scope_network_ids = '{}'),
    CONSTRAINT post_span_check CHECK (until IS NULL OR until > since),
    CONSTRAINT post_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id),
    CONSTRAINT post_person_fkey FOREIGN KEY (region_id, person_id) REFERENCES person (region_id, id)
  )`,
  `COMMENT ON TABLE post IS 'An office held by a person in a unit (任职); every request acts through exactly one'`,
  `COMMENT ON COLUMN post.network_ids IS 'The unit’s networks, repeated because a row policy reads its own row only'`,
  `CREATE UNIQUE INDEX post_held_key ON post (region_id, unit_id, person_id, role) WHERE revoked_at IS NULL`,
  `CREATE INDEX post_by_person ON post (region_id, person_id)`,
  `CREATE INDEX post_by_unit ON post (region_id, unit_id)`,
  `CREATE INDEX post_by_name ON post (region_id, person_name COLLATE "zh-x-icu", id)`,
  // For the row policy.
  `CREATE INDEX post_by_network ON post USING gin (region_id, network_ids, role) WITH (fastupdate = off)`,

  `ALTER TABLE region ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE region FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT ON region TO lianjian_app, lianjian_operator, lianjian_sign_in`,
  `GRANT INSERT, UPDATE (name, name_en) ON region TO lianjian_operator`,
  `CREATE POLICY region_select ON region FOR SELECT TO lianjian_app USING (id = app.region_id())`,
  `CREATE POLICY region_operate ON region TO lianjian_operator USING (true) WITH CHECK (true)`,
  `CREATE POLICY region_sign_in ON region FOR SELECT TO lianjian_sign_in USING (true)`,

  `ALTER TABLE area ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE area FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT ON area TO lianjian_app, lianjian_operator`,
  `GRANT INSERT, UPDATE (name, name_en) ON area TO lianjian_operator`,
  `CREATE POLICY area_select ON area FOR SELECT TO lianjian_app USING (region_id = app.region_id())`,
  `CREATE POLICY area_operate ON area TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,

  `ALTER TABLE unit ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE unit FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT ON unit TO lianjian_app, lianjian_operator, lianjian_sign_in`,
  `GRANT UPDATE (name, name_en, network_ids, version) ON unit TO lianjian_app`,
  `GRANT INSERT, UPDATE (name, name_en, kind, network_ids, version) ON unit TO lianjian_operator`,
  `CREATE POLICY unit_select ON unit FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (id = app.unit_id() OR id = ANY (app.held_unit_ids())
      OR network_ids && app.known_network_ids()))`,
  `CREATE POLICY unit_update ON unit FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND id = app.unit_id())`,
  `CREATE POLICY unit_operate ON unit TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,
  `CREATE POLICY unit_sign_in ON unit FOR SELECT TO lianjian_sign_in USING (true)`,

  `ALTER TABLE network ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE network FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT ON network TO lianjian_app, lianjian_operator`,
  `GRANT INSERT, UPDATE (name, name_en, facts, version) ON network TO lianjian_operator`,
  `CREATE POLICY network_select ON network FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (id = ANY (app.known_network_ids()) OR id = ANY (app.invited_network_ids())))`,
  `CREATE POLICY network_operate ON network TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,

  `ALTER TABLE network_service_day ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE network_service_day FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT ON network_service_day TO lianjian_app, lianjian_operator`,
  `GRANT INSERT, UPDATE (name), DELETE ON network_service_day TO lianjian_operator`,
  `CREATE POLICY network_service_day_select ON network_service_day FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND network_id = ANY (app.known_network_ids()))`,
  `CREATE POLICY network_service_day_operate ON network_service_day TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,

  `ALTER TABLE membership ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE membership FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT ON membership TO lianjian_app, lianjian_operator`,
  `GRANT UPDATE (unit_id, role, state, invited_at, active_since, left_at, version) ON membership TO lianjian_app`,
  `GRANT UPDATE (unit_id, role, state, active_since, left_at, version) ON membership TO lianjian_operator`,
  `CREATE POLICY membership_select ON membership FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (
      unit_id = app.unit_id() OR unit_code = app.unit_code() OR network_id = ANY (app.convened_network_ids())
      OR (state = 'ACTIVE' AND network_id = ANY (app.known_network_ids()))))`,
  `CREATE POLICY membership_invite ON membership FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND network_id = ANY (app.convened_network_ids())
      AND state = 'INVITED' AND unit_id IS NULL AND role <> 'CONVENER')`,
  `CREATE POLICY membership_update ON membership FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND role <> 'CONVENER'
      AND (unit_code = app.unit_code() OR network_id = ANY (app.convened_network_ids())))
    WITH CHECK (region_id = app.region_id() AND role <> 'CONVENER'
      AND (unit_code = app.unit_code() OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY membership_operate ON membership TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,

  `ALTER TABLE person ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE person FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT ON person TO lianjian_app, lianjian_operator`,
  `GRANT UPDATE (name) ON person TO lianjian_operator`,
  `CREATE POLICY person_select ON person FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND id = app.person_id())`,
  `CREATE POLICY person_appoint ON person FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND app.role() = 'SECRETARY')`,
  `CREATE POLICY person_operate ON person TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,

  `ALTER TABLE post ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE post FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT ON post TO lianjian_app, lianjian_operator, lianjian_sign_in`,
  `GRANT INSERT ON post TO lianjian_app, lianjian_operator`,
  `GRANT UPDATE (network_ids, revoked_at, version) ON post TO lianjian_app`,
  `GRANT UPDATE (person_name, duty_phone, network_ids, scope_network_ids, until, version) ON post TO lianjian_operator`,
  `CREATE POLICY post_select ON post FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (
      id = app.post_id() OR person_id = app.person_id() OR unit_id = app.unit_id()
      OR (role IN ('LIAISON', 'DEPUTY') AND network_ids && app.convened_network_ids())
      OR (revoked_at IS NULL AND role IN ('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
        AND network_ids && app.known_network_ids())))`,
  `CREATE POLICY post_appoint ON post FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND app.role() = 'SECRETARY' AND role <> 'STEWARD'
      AND (unit_id = app.unit_id() OR network_ids && app.convened_network_ids()))`,
  `CREATE POLICY post_update ON post FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND (unit_id = app.unit_id()
      OR (role IN ('LIAISON', 'DEPUTY') AND network_ids && app.convened_network_ids())))
    WITH CHECK (region_id = app.region_id() AND (unit_id = app.unit_id()
      OR (role IN ('LIAISON', 'DEPUTY') AND network_ids && app.convened_network_ids())))`,
  `CREATE POLICY post_operate ON post TO lianjian_operator
    USING (region_id = app.region_id()) WITH CHECK (region_id = app.region_id())`,
  `CREATE POLICY post_sign_in ON post FOR SELECT TO lianjian_sign_in USING (true)`,
];

const TABLES = ['post', 'person', 'membership', 'network_service_day', 'network', 'unit', 'area', 'region'];

export class CreateNetwork1795305603000 implements MigrationInterface {
  name = 'CreateNetwork1795305603000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
