import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
/** A representative has no unit, and reads nothing of meetings. */
const INVITED = `app.unit_id() = ANY (reader_unit_ids)
  OR (app.unit_id() IS NOT NULL AND open_network_id = ANY (app.member_network_ids()))`;
/** Stewards read none; said so that no index is walked through for them. */
const KNOWN = `${REGION} AND network_id = ANY (CASE WHEN app.role() = 'STEWARD' THEN '{}' ELSE app.known_network_ids() END)`;

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

function wall(table: string): string[] {
  return [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`];
}

/** Another database of the same server may be making the same role at this moment. */
const TELLER = [
  `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lianjian_teller') THEN
      CREATE ROLE lianjian_teller NOLOGIN;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`,
  // The owner hands it the functions.
  `DO $$ BEGIN
    IF NOT pg_has_role(session_user, 'lianjian_teller', 'USAGE') THEN
      GRANT lianjian_teller TO session_user;
    END IF;
  END $$`,
  `GRANT USAGE ON SCHEMA public, app TO lianjian_teller`,
  `GRANT EXECUTE ON FUNCTION app.region_id(), app.convened_network_ids() TO lianjian_teller`,
];

/** Old versions of rows stay in their pages until they are swept out, and would tell which ballot came when. */
const SWEPT_SOON = `WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0)`;

const COUNT_BALLOT = `CREATE FUNCTION app.count_ballot(p_motion uuid, p_choice text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  BEGIN
    INSERT INTO vote_tally AS tally (region_id, id, yes, no, abstained)
      VALUES (app.region_id(), p_motion, (p_choice = 'YES')::integer, (p_choice = 'NO')::integer, (p_choice = 'ABSTAIN')::integer)
      ON CONFLICT (region_id, id) DO UPDATE
        SET yes = tally.yes + excluded.yes, no = tally.no + excluded.no, abstained = tally.abstained + excluded.abstained;
    IF (SELECT tally.yes + tally.no + tally.abstained FROM vote_tally tally
        WHERE tally.region_id = app.region_id() AND tally.id = p_motion)
      <> (SELECT count(*) FROM vote cast_one WHERE cast_one.region_id = app.region_id() AND cast_one.motion_id = p_motion)
    THEN
      RAISE EXCEPTION 'There are not as many ballots as units that have voted.';
    END IF;
  END $$`;

// One statement would write the rows in the order in which it finds them.
const CLOSE_BALLOT = `CREATE FUNCTION app.close_ballot(p_motion uuid) RETURNS TABLE (yes integer, no integer, abstained integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DECLARE
    kept vote[];
  BEGIN
    IF NOT EXISTS (SELECT FROM motion m WHERE m.region_id = app.region_id() AND m.id = p_motion AND m.state = 'OPEN'
      AND m.network_id = ANY (app.convened_network_ids()))
    THEN
      RAISE EXCEPTION 'Only its committee closes a vote that is open.';
    END IF;
    kept := ARRAY(SELECT cast_one FROM vote cast_one
      WHERE cast_one.region_id = app.region_id() AND cast_one.motion_id = p_motion ORDER BY cast_one.unit_id);
    DELETE FROM vote cast_one WHERE cast_one.region_id = app.region_id() AND cast_one.motion_id = p_motion;
    INSERT INTO vote SELECT * FROM unnest(kept) AS anew ORDER BY anew.unit_id;
    RETURN QUERY DELETE FROM vote_tally tally WHERE tally.region_id = app.region_id() AND tally.id = p_motion
      RETURNING tally.yes, tally.no, tally.abstained;
  END $$`;

const MAJORITIES = `'SIMPLE', 'ABSOLUTE', 'TWO_THIRDS_CAST', 'TWO_THIRDS_ALL', 'UNANIMOUS'`;

const UP = [
  ...TELLER,
  `CREATE TABLE motion (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    agenda_item_id uuid,
    state text NOT NULL,
    text text NOT NULL,
    majority text NOT NULL,
    ballot text NOT NULL,
    consent_majority text,
    consent_asked integer,
    consent_for integer,
    consent_against integer,
    entitled_unit_ids uuid[],
    quorum_needed integer,
    entitled integer,
    present integer,
    represented integer,
    voting integer,
    yes integer,
    no integer,
    abstained integer,
    drafted_at timestamptz NOT NULL,
    opened_at timestamptz,
    closed_at timestamptz,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT motion_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT motion_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT motion_state_check CHECK (state IN ('DRAFT', 'OPEN', 'CARRIED', 'LOST', 'NO_QUORUM', 'WITHDRAWN')),
    CONSTRAINT motion_majority_check CHECK (majority IN (${MAJORITIES})),
    CONSTRAINT motion_ballot_check CHECK (ballot IN ('OPEN', 'SECRET')),
    CONSTRAINT motion_consent_check CHECK (
      num_nulls(consent_majority, consent_asked, consent_for, consent_against) IN (0, 4)
      AND consent_majority IN (${MAJORITIES})
      AND consent_for >= 0 AND consent_against >= 0 AND consent_for + consent_against <= consent_asked),
    CONSTRAINT motion_opened_check CHECK (
      (state IN ('DRAFT', 'WITHDRAWN')) = (opened_at IS NULL) AND (opened_at IS NULL) = (entitled_unit_ids IS NULL)),
    CONSTRAINT motion_closed_check CHECK ((state IN ('CARRIED', 'LOST', 'NO_QUORUM')) = (closed_at IS NOT NULL)),
    CONSTRAINT motion_counted_check CHECK (
      num_nonnulls(quorum_needed, entitled, present, represented, voting, yes, no, abstained)
        = CASE WHEN closed_at IS NULL THEN 0 ELSE 8 END
      AND yes >= 0 AND no >= 0 AND abstained >= 0 AND yes + no + abstained = voting
      AND voting <= present + represented AND present + represented <= entitled),
    CONSTRAINT motion_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT motion_item_fkey FOREIGN KEY (region_id, agenda_item_id, network_id)
      REFERENCES agenda_item (region_id, id, network_id)
  )`,
  `COMMENT ON TABLE motion IS 'What a meeting votes on (表决事项), and what came of it'`,
  ...commentReaders('motion'),
  `COMMENT ON COLUMN motion.consent_asked IS 'Of a consent gathered outside: how many were asked, households say; null without one'`,
  `COMMENT ON COLUMN motion.entitled_unit_ids IS 'The units that may vote, as they were when the vote opened'`,
  `COMMENT ON COLUMN motion.quorum_needed IS 'How many units had to be present or represented'`,
  `COMMENT ON COLUMN motion.present IS 'Units with a vote in the room; who has voted counts as then, the others as at the closing'`,
  `COMMENT ON COLUMN motion.version IS 'Counts what the committee does; no ballot touches this row'`,
  `CREATE INDEX motion_by_network ON motion (region_id, network_id, drafted_at, id)`,
  `CREATE INDEX motion_by_state ON motion (region_id, network_id, state, drafted_at, id)`,
  `CREATE INDEX motion_by_meeting ON motion (region_id, meeting_id, drafted_at, id)`,
  `CREATE INDEX motion_by_item ON motion (region_id, agenda_item_id, drafted_at, id) WHERE agenda_item_id IS NOT NULL`,
  ...wall('motion'),
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids, state, text, majority, ballot, consent_majority, consent_asked,
    consent_for, consent_against, entitled_unit_ids, quorum_needed, entitled, present, represented, voting, yes, no, abstained,
    opened_at, closed_at, updated_at, version) ON motion TO lianjian_app`,
  `CREATE POLICY motion_select ON motion FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (network_id = ANY (app.convened_network_ids()) OR ${INVITED}))`,
  `CREATE POLICY motion_insert ON motion FOR INSERT TO lianjian_app WITH CHECK (${CONVENED} AND state = 'DRAFT')`,
  `CREATE POLICY motion_update ON motion FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE vote (
    region_id uuid NOT NULL,
    id uuid NOT NULL,${READERS},
    motion_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    cast_by_id uuid NOT NULL,
    ballot text NOT NULL,
    choice text,
    CONSTRAINT vote_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT vote_unit_key UNIQUE (region_id, motion_id, unit_id),
    CONSTRAINT vote_choice_check CHECK (CASE ballot WHEN 'OPEN' THEN choice IN ('YES', 'NO', 'ABSTAIN') AND choice IS NOT NULL
      ELSE ballot = 'SECRET' AND choice IS NULL END),
    CONSTRAINT vote_motion_fkey FOREIGN KEY (region_id, motion_id, network_id) REFERENCES motion (region_id, id, network_id),
    CONSTRAINT vote_meeting_fkey FOREIGN KEY (region_id, meeting_id, network_id)
      REFERENCES meeting (region_id, id, network_id),
    CONSTRAINT vote_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  ) ${SWEPT_SOON}`,
  `COMMENT ON TABLE vote IS 'That a unit has voted; in an open ballot also how. Without a time, in either'`,
  ...commentReaders('vote'),
  `COMMENT ON COLUMN vote.cast_by_id IS 'Itself, or the unit that held its proxy'`,
  `COMMENT ON COLUMN vote.choice IS 'Of an open ballot; of a secret one there is nothing but the counters of its motion'`,
  ...wall('vote'),
  `GRANT SELECT, INSERT, UPDATE (open_network_id, reader_unit_ids) ON vote TO lianjian_app`,
  `CREATE POLICY vote_select ON vote FOR SELECT TO lianjian_app
    USING (${KNOWN} AND (network_id = ANY (app.convened_network_ids()) OR unit_id = app.unit_id() OR cast_by_id = app.unit_id()
      OR (ballot = 'OPEN' AND (${INVITED}))))`,
  // Nobody votes in the name of another, not with whatever rights: not even a committee.
  `CREATE POLICY vote_insert ON vote FOR INSERT TO lianjian_app WITH CHECK (${KNOWN} AND cast_by_id = app.unit_id())`,
  `CREATE POLICY vote_update ON vote FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE vote_tally (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    yes integer NOT NULL,
    no integer NOT NULL,
    abstained integer NOT NULL,
    CONSTRAINT vote_tally_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT vote_tally_motion_fkey FOREIGN KEY (region_id, id) REFERENCES motion (region_id, id)
  ) ${SWEPT_SOON}`,
  `COMMENT ON TABLE vote_tally IS 'How a secret vote goes while it is open: the id is the motion’s. Nobody reads it; closing takes it away'`,
  ...wall('vote_tally'),

  `GRANT SELECT ON motion TO lianjian_teller`,
  `GRANT SELECT, INSERT, DELETE ON vote TO lianjian_teller`,
  `GRANT SELECT, INSERT, UPDATE (yes, no, abstained), DELETE ON vote_tally TO lianjian_teller`,
  `CREATE POLICY motion_teller ON motion FOR SELECT TO lianjian_teller USING (${REGION} AND ballot = 'SECRET')`,
  `CREATE POLICY vote_teller ON vote TO lianjian_teller
    USING (${REGION} AND ballot = 'SECRET') WITH CHECK (${REGION} AND ballot = 'SECRET')`,
  `CREATE POLICY vote_tally_teller ON vote_tally TO lianjian_teller USING (${REGION}) WITH CHECK (${REGION})`,
  COUNT_BALLOT,
  `COMMENT ON FUNCTION app.count_ballot(uuid, text) IS 'Adds one to a counter of a secret vote, after the unit was put on its roll; the only way in'`,
  CLOSE_BALLOT,
  `COMMENT ON FUNCTION app.close_ballot(uuid) IS
    'The counters of a secret vote, which are gone with it; the roll is written anew by unit, so that nothing tells in which order it came to be'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_teller`,
  ...['app.count_ballot(uuid, text)', 'app.close_ballot(uuid)'].flatMap((call) => [
    `ALTER FUNCTION ${call} OWNER TO lianjian_teller`,
    `REVOKE ALL ON FUNCTION ${call} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${call} TO lianjian_app`,
  ]),
  `REVOKE CREATE ON SCHEMA app FROM lianjian_teller`,
];

/** The role stays: it belongs to the whole server. */
const DOWN = [
  `DROP FUNCTION app.close_ballot(uuid)`,
  `DROP FUNCTION app.count_ballot(uuid, text)`,
  `DROP TABLE vote_tally`,
  `DROP TABLE vote`,
  `DROP TABLE motion`,
  `REVOKE EXECUTE ON FUNCTION app.region_id(), app.convened_network_ids() FROM lianjian_teller`,
  `REVOKE USAGE ON SCHEMA public, app FROM lianjian_teller`,
];

export class CreateMotions1795305672000 implements MigrationInterface {
  name = 'CreateMotions1795305672000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
