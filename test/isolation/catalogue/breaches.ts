import type { RuleName } from './rules.js';

type Breach = readonly [statement: string, offence: string];

// A table that keeps every rule of its columns and keys, to be spoilt in one way.
const ROGUE = `region_id uuid NOT NULL, id uuid NOT NULL, CONSTRAINT rogue_pkey PRIMARY KEY (region_id, id)`;
const POLICY = `CREATE POLICY rogue ON offer FOR SELECT TO lianjian_app USING`;
const FUNCTION = `CREATE FUNCTION app.rogue() RETURNS boolean LANGUAGE`;

/** For every rule: what somebody might one day write in a migration, and the name the rule must give. */
export const BREACHES: Readonly<Record<RuleName, readonly Breach[]>> = {
  'every table stands in the schema public': [[`CREATE TABLE app.rogue (${ROGUE})`, 'app.rogue']],
  'every table carries its region': [
    [`CREATE TABLE rogue (id uuid)`, 'rogue'],
    [`CREATE TABLE rogue (region_id uuid, id uuid)`, 'rogue'],
    [`CREATE TABLE rogue (region_id text NOT NULL, id uuid)`, 'rogue'],
  ],
  'every primary key is (region_id, id)': [
    [`CREATE TABLE rogue (region_id uuid NOT NULL, id uuid)`, 'rogue'],
    [`CREATE TABLE rogue (region_id uuid NOT NULL, id uuid PRIMARY KEY)`, 'rogue'],
  ],
  'row-level security is on and binds the owner too': [
    [`CREATE TABLE rogue (${ROGUE})`, 'rogue'],
    [`ALTER TABLE offer NO FORCE ROW LEVEL SECURITY`, 'offer'],
    [`ALTER TABLE region DISABLE ROW LEVEL SECURITY`, 'region'],
  ],
  'every table has a policy': [[`CREATE TABLE rogue (${ROGUE})`, 'rogue']],
  'every table says what it is for': [[`COMMENT ON TABLE offer IS NULL`, 'offer']],
  'a crash empties no table': [[`CREATE UNLOGGED TABLE rogue (${ROGUE})`, 'rogue']],
  'a default is a constant, so that ids and instants come from the application': [
    [`ALTER TABLE offer ADD rogue bigserial`, 'offer.rogue'],
    [`ALTER TABLE offer ADD rogue bigint GENERATED ALWAYS AS IDENTITY`, 'offer.rogue'],
    [`ALTER TABLE offer ALTER id SET DEFAULT gen_random_uuid()`, 'offer.id'],
    [`ALTER TABLE offer ALTER created_at SET DEFAULT CURRENT_TIMESTAMP`, 'offer.created_at'],
  ],
  'there are no triggers and no rewrite rules': [
    [
      `CREATE TRIGGER rogue BEFORE UPDATE ON offer FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
      'offer.rogue',
    ],
    [`CREATE RULE rogue AS ON DELETE TO offer DO INSTEAD NOTHING`, 'offer.rogue'],
  ],
  'values are text with a check, never an enum or a domain': [
    [`CREATE TYPE rogue AS ENUM ('A')`, 'rogue'],
    [`CREATE DOMAIN app.rogue AS text`, 'app.rogue'],
  ],
  'a view asks with the rights of its reader': [
    [`CREATE VIEW rogue AS SELECT * FROM offer`, 'rogue'],
    [`CREATE VIEW rogue WITH (security_invoker = off) AS SELECT * FROM offer`, 'rogue'],
  ],
  'there is no materialised view, which row-level security cannot guard': [
    [`CREATE MATERIALIZED VIEW rogue AS SELECT * FROM offer`, 'rogue'],
  ],

  'whatever is unique or exclusive is so within a region': [
    [`CREATE UNIQUE INDEX rogue ON offer (unit_id)`, 'rogue'],
    [`CREATE UNIQUE INDEX rogue ON offer (lower(title))`, 'rogue'],
    [`ALTER TABLE region ADD CONSTRAINT region_name_key UNIQUE (code)`, 'region_name_key'],
    [
      `ALTER TABLE occupancy ADD CONSTRAINT rogue EXCLUDE USING gist (offer_id WITH =, region_id WITH =)`,
      'rogue',
    ],
  ],
  'a foreign key carries the region on both sides': [
    [
      `ALTER TABLE unit ADD CONSTRAINT rogue_key UNIQUE (code);
       ALTER TABLE offer ADD CONSTRAINT rogue FOREIGN KEY (title) REFERENCES unit (code)`,
      'rogue',
    ],
    [`ALTER TABLE offer ADD CONSTRAINT rogue FOREIGN KEY (unit_id) REFERENCES region (id)`, 'rogue'],
    [
      `ALTER TABLE offer ADD CONSTRAINT rogue FOREIGN KEY (unit_id, region_id) REFERENCES unit (region_id, id)`,
      'rogue',
    ],
  ],
  'no foreign key joins a table without a region to one behind the wall': [
    [
      `ALTER TABLE offer ADD rogue date, ADD CONSTRAINT rogue FOREIGN KEY (rogue) REFERENCES calendar_day (day)`,
      'rogue',
    ],
    [
      `ALTER TABLE signing_key ADD rogue uuid, ADD CONSTRAINT rogue FOREIGN KEY (rogue) REFERENCES region (id)`,
      'rogue',
    ],
  ],
  'a constraint is named after its table and its kind': [
    [`ALTER TABLE offer RENAME CONSTRAINT offer_pkey TO rogue_pkey`, 'rogue_pkey'],
    [`ALTER TABLE offer ADD CONSTRAINT offer_key CHECK (version > 0)`, 'offer_key'],
    [`ALTER TABLE offer RENAME CONSTRAINT offer_unit_fkey TO "FK_4f1c"`, 'FK_4f1c'],
  ],
  'an index is named after its table and what it is for': [
    [`CREATE INDEX "IDX_4f1c" ON offer (region_id, title)`, '"IDX_4f1c"'],
    [`CREATE UNIQUE INDEX offer_by_plate ON offer (region_id, plate)`, 'offer_by_plate'],
  ],
  'a foreign key never changes the row that carries it': [
    'ON DELETE SET NULL',
    'ON DELETE SET DEFAULT',
    'ON UPDATE CASCADE',
    'ON UPDATE SET NULL',
  ].map((action) => [
    `ALTER TABLE offer ADD CONSTRAINT rogue FOREIGN KEY (region_id) REFERENCES region (id) ${action}`,
    'rogue',
  ]),
  'every constraint holds at once and for all rows': [
    [`ALTER TABLE offer ADD CONSTRAINT rogue UNIQUE (region_id, title) DEFERRABLE`, 'rogue'],
    [`ALTER TABLE offer ADD CONSTRAINT rogue CHECK (version > 0) NOT VALID`, 'rogue'],
  ],

  'a policy is for roles of ours': [
    [`CREATE POLICY rogue ON offer USING (region_id = app.region_id())`, 'offer.rogue'],
    [`CREATE POLICY rogue ON offer TO pg_monitor USING (region_id = app.region_id())`, 'offer.rogue'],
  ],
  'a policy reads its own row only': [
    [`${POLICY} (region_id = app.region_id() AND unit_id IN (SELECT id FROM unit))`, 'offer.rogue'],
    [
      `CREATE POLICY rogue ON offer FOR INSERT TO lianjian_app WITH CHECK (EXISTS (SELECT FROM unit))`,
      'offer.rogue',
    ],
  ],
  'a policy calls nothing but settings of the schema app': [
    [
      `${POLICY} (region_id = app.region_id() AND current_setting('app.role') = 'SYSTEM')`,
      'offer.rogue calls current_setting(text)',
    ],
  ],
  'a function that a policy calls reads no table and calls no other': [
    [
      `${FUNCTION} sql STABLE RETURN EXISTS (SELECT FROM unit);
       ${POLICY} (region_id = app.region_id() AND app.rogue())`,
      'app.rogue()',
    ],
    [
      `${FUNCTION} sql STABLE AS 'SELECT EXISTS (SELECT FROM unit)';
       ${POLICY} (region_id = app.region_id() AND app.rogue())`,
      'app.rogue()',
    ],
    [
      `${FUNCTION} sql STABLE RETURN app.role() = 'SYSTEM';
       ${POLICY} (region_id = app.region_id() AND app.rogue())`,
      'app.rogue()',
    ],
  ],
  'a policy holds rows to the region entered': [
    [`${POLICY} (unit_id = app.unit_id())`, 'offer.rogue'],
    [`${POLICY} (region_id = app.region_id() OR state = 'PUBLISHED')`, 'offer.rogue'],
    [`${POLICY} (region_id = app.region_id() AND unit_id = app.unit_id() OR true)`, 'offer.rogue'],
    [`${POLICY} (region_id <> app.region_id())`, 'offer.rogue'],
    [
      `CREATE POLICY rogue ON offer FOR UPDATE TO lianjian_app USING (region_id = app.region_id()) WITH CHECK (true)`,
      'offer.rogue',
    ],
    [`CREATE POLICY rogue ON region FOR SELECT TO lianjian_app USING (true)`, 'region.rogue'],
  ],
  'a policy of all regions only reads, or imports regions': [
    [`ALTER POLICY post_sign_in ON post TO lianjian_app`, 'post.post_sign_in'],
    [`ALTER POLICY region_relay ON region TO lianjian_app`, 'region.region_relay'],
    [`ALTER POLICY post_sign_in ON post TO lianjian_relay`, 'post.post_sign_in'],
    [
      `DROP POLICY post_sign_in ON post; CREATE POLICY post_sign_in ON post TO lianjian_sign_in USING (true)`,
      'post.post_sign_in',
    ],
  ],
  'only named functions lend the rights of their owner, with a fixed search path': [
    [`${FUNCTION} sql SECURITY DEFINER SET search_path = pg_catalog, public RETURN true`, 'app.rogue()'],
    [
      `ALTER FUNCTION app.find_account RESET search_path`,
      'app.find_account(text,text,timestamp with time zone)',
    ],
  ],
  'no function is open to the public': [
    [`${FUNCTION} sql RETURN true`, 'app.rogue()'],
    [`GRANT EXECUTE ON FUNCTION app.clear TO PUBLIC`, 'app.clear()'],
  ],
  'every exception is still there to be excepted': [
    [`DROP POLICY unit_sign_in ON unit`, 'policy unit_sign_in'],
    [`DROP TABLE signing_key`, 'table signing_key'],
  ],
  'every function stands in the schema app': [
    [`CREATE FUNCTION public.rogue() RETURNS boolean LANGUAGE sql RETURN true`, 'rogue()'],
  ],

  'no role of ours can step over the wall': [
    'SUPERUSER',
    'BYPASSRLS',
    'CREATEROLE',
    'CREATEDB',
    'REPLICATION',
  ].map((power) => [`ALTER ROLE lianjian_operator ${power}`, 'lianjian_operator']),
  'nobody signs in as a role that holds rights': [[`ALTER ROLE lianjian_sign_in LOGIN`, 'lianjian_sign_in']],
  'a role of ours is a member of nothing but what it acts as': [
    [`GRANT lianjian_operator TO lianjian_api`, 'lianjian_api in lianjian_operator'],
    [`GRANT lianjian_sign_in TO lianjian_app`, 'lianjian_app in lianjian_sign_in'],
  ],
  'no role of ours owns anything but the functions of signing in, of secret votes, of blind scores and of telling changes on':
    [
      [`ALTER TABLE offer OWNER TO lianjian_app`, 'lianjian_app owns table offer'],
      [`ALTER FUNCTION app.clear OWNER TO lianjian_sign_in`, 'lianjian_sign_in owns function app.clear()'],
    ],
  'a function that lends rights belongs to the sign-in role, or to one that counts ballots or scores or tells changes on':
    [
      [
        `ALTER FUNCTION app.find_account OWNER TO postgres`,
        'app.find_account(text,text,timestamp with time zone)',
      ],
      [`ALTER FUNCTION app.find_region OWNER TO postgres`, 'app.find_region(text)'],
    ],
  'rights on tables go to roles of ours, and not onwards': [
    [`GRANT SELECT ON offer TO PUBLIC`, 'PUBLIC on offer'],
    [`GRANT SELECT (title) ON offer TO PUBLIC`, 'PUBLIC on offer'],
    [`GRANT SELECT ON offer TO lianjian_api`, 'lianjian_api on offer'],
    [`GRANT SELECT ON offer TO lianjian_app WITH GRANT OPTION`, 'lianjian_app on offer'],
  ],
  'nobody but the owner may empty, refer to or trigger on a table': [
    ...['TRUNCATE', 'REFERENCES', 'TRIGGER'].map((right): Breach => [
      `GRANT ${right} ON offer TO lianjian_app`,
      `lianjian_app ${right} on offer`,
    ]),
    [`GRANT REFERENCES (id) ON offer TO lianjian_app`, 'lianjian_app REFERENCES on offer'],
  ],
  'nobody makes tables or functions beside the owner': [
    [`GRANT CREATE ON SCHEMA app TO lianjian_sign_in`, 'lianjian_sign_in in app'],
  ],
  'nobody reads the counters of a secret vote but who counts them': [
    [`GRANT SELECT (yes) ON vote_tally TO lianjian_app`, 'lianjian_app on yes'],
  ],
  'no session reads the sheets from which an account was counted, and none says who reads that account': [
    [`GRANT SELECT (sheets) ON counted_sheets TO lianjian_app`, 'lianjian_app on counted_sheets.sheets'],
    [
      `GRANT UPDATE (returned_by_ids) ON evaluation_account TO lianjian_app`,
      'lianjian_app on evaluation_account.returned_by_ids',
    ],
  ],
  'who keeps the scores reads no text of an objection, and nobody else says to whom it is not shown': [
    [`GRANT SELECT (text) ON evaluation_objection TO lianjian_scorekeeper`, 'lianjian_scorekeeper on text'],
    [
      `GRANT UPDATE (returned_by_ids) ON evaluation_objection TO lianjian_app`,
      'lianjian_app on returned_by_ids',
    ],
  ],
  'no session says whose that is what is nominated, nor when it is open: that is written once': [
    [`GRANT UPDATE (co_host_unit_ids) ON nomination TO lianjian_app`, 'lianjian_app on co_host_unit_ids'],
    [`ALTER POLICY nomination_open ON nomination USING (region_id = app.region_id())`, 'nomination_open'],
  ],
  'nobody but its judge writes a sheet, and who keeps the scores reads no judge of it': [
    [`GRANT SELECT (comment) ON score_sheet TO lianjian_scorekeeper`, 'lianjian_scorekeeper on comment'],
    [`GRANT UPDATE (scores) ON score_sheet TO lianjian_operator`, 'lianjian_operator on scores'],
  ],
  'the application makes no roll of judges, and gives none to another': [
    [`GRANT UPDATE (returning_post_id) ON judging_roll TO lianjian_app`, 'returning_post_id'],
  ],
  'the application never reads a password hash': [
    [`GRANT SELECT ON account TO lianjian_app`, 'lianjian_api'],
    [`GRANT SELECT (password_hash) ON account TO lianjian_app`, 'lianjian_app'],
  ],
  'nobody changes or removes an audit line, its owner only by giving himself the right first': [
    [`GRANT DELETE ON audit_line TO lianjian_app`, 'lianjian_app DELETE'],
    [`GRANT UPDATE (act) ON audit_line TO lianjian_operator`, 'lianjian_operator UPDATE'],
    [`GRANT TRUNCATE ON audit_line TO lianjian_owner`, 'lianjian_owner TRUNCATE'],
    [
      `CREATE POLICY rogue ON audit_line FOR UPDATE TO lianjian_app USING (region_id = app.region_id())`,
      'rogue',
    ],
  ],
  'a key is never updated': [
    [`GRANT UPDATE ON offer TO lianjian_app`, 'lianjian_api on offer.region_id'],
    [`GRANT UPDATE (id) ON region TO lianjian_operator`, 'lianjian_operator on region.id'],
    [`GRANT UPDATE (unit_id) ON offer TO lianjian_app`, 'lianjian_app on offer.unit_id'],
  ],
};
