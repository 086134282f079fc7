import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;

const RELAY = [
  // Another database of the same server may be making the same role at this moment.
  `DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lianjian_relay') THEN
      CREATE ROLE lianjian_relay NOLOGIN;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`,
  // The owner hands it the functions.
  `DO $$ BEGIN
    IF NOT pg_has_role(session_user, 'lianjian_relay', 'USAGE') THEN
      GRANT lianjian_relay TO session_user;
    END IF;
  END $$`,
  `GRANT USAGE ON SCHEMA public, app TO lianjian_relay`,
  `GRANT EXECUTE ON FUNCTION app.instant(timestamptz), app.region_id() TO lianjian_relay`,
];

const WRITTEN = `region_id, id, at, step, thing_type, thing_id, part, act, unit_id,
  unit_ids, unit_code, network_ids, committee_network_ids, person_ids`;

/**
 * One at a time gives a place to what is committed: whoever has read up to a place has missed nothing before it. An act
 * could not say its place itself, as it does not know which acts are stored before it.
 */
const TELL = `CREATE FUNCTION app.tell_change_events(p_after bigint, p_most integer) RETURNS TABLE (answer text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  BEGIN
    IF EXISTS (SELECT FROM change_event e WHERE e.region_id = app.region_id() AND e.position IS NULL) THEN
      PERFORM pg_advisory_xact_lock(hashtextextended('change_event ' || app.region_id(), 0));
      UPDATE change_event t SET position = waiting.position
        FROM (SELECT e.id, row_number() OVER (ORDER BY e.at, e.step, e.id)
            + coalesce((SELECT max(last.position) FROM change_event last WHERE last.region_id = app.region_id()), 0) AS position
          FROM change_event e WHERE e.region_id = app.region_id() AND e.position IS NULL) AS waiting
        WHERE t.region_id = app.region_id() AND t.id = waiting.id;
    END IF;
    RETURN QUERY
      SELECT json_build_object(
        'last', (SELECT coalesce(max(e.position), 0) FROM change_event e WHERE e.region_id = app.region_id()),
        'events', coalesce(json_agg(json_build_object('position', e.position, 'id', e.id, 'at', app.instant(e.at),
            'thingType', e.thing_type, 'thingId', e.thing_id, 'part', e.part, 'act', e.act, 'unitId', e.unit_id,
            'unitIds', e.unit_ids, 'unitCode', e.unit_code, 'networkIds', e.network_ids,
            'committeeNetworkIds', e.committee_network_ids, 'personIds', e.person_ids) ORDER BY e.position), '[]'))::text
      FROM (SELECT one.* FROM change_event one WHERE one.region_id = app.region_id() AND one.position > p_after
        ORDER BY one.position LIMIT p_most) e;
  END $$`;

const PRUNE = `CREATE FUNCTION app.prune_change_events(p_before timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    DELETE FROM change_event e WHERE e.region_id = app.region_id() AND e.at < p_before
      AND e.position < (SELECT max(last.position) FROM change_event last WHERE last.region_id = app.region_id());
  END`;

function owned(signature: string): string[] {
  return [
    `GRANT CREATE ON SCHEMA app TO lianjian_relay`,
    `ALTER FUNCTION ${signature} OWNER TO lianjian_relay`,
    `REVOKE CREATE ON SCHEMA app FROM lianjian_relay`,
    `REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${signature} TO lianjian_app`,
  ];
}

const UP = [
  ...RELAY,
  `CREATE TABLE change_event (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    position bigint,
    at timestamptz NOT NULL,
    step integer NOT NULL,
    thing_type text NOT NULL,
    thing_id uuid NOT NULL,
    part text NOT NULL,
    act text NOT NULL,
    unit_id uuid NOT NULL,
    unit_ids uuid[] NOT NULL,
    unit_code text,
    network_ids uuid[] NOT NULL,
    committee_network_ids uuid[] NOT NULL,
    person_ids uuid[] NOT NULL,
    CONSTRAINT change_event_pkey PRIMARY KEY (region_id, id)
  )`,
  `COMMENT ON TABLE change_event IS 'What changed, for those who wait to hear of it: an audit line without what it says, kept for some days. No foreign keys: it outlives what it tells of'`,
  `COMMENT ON COLUMN change_event.position IS 'Its place among the changes of the region, given after it was committed by whoever tells it on; null until then'`,
  `COMMENT ON COLUMN change_event.unit_ids IS 'Who may hear of it, as for audit_line'`,
  `CREATE INDEX change_event_by_position ON change_event (region_id, position)`,
  `CREATE INDEX change_event_by_waiting ON change_event (region_id) WHERE position IS NULL`,
  `CREATE INDEX change_event_by_thing ON change_event (region_id, thing_id, position)`,
  `ALTER TABLE change_event ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE change_event FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT ON change_event TO lianjian_app`,
  // Its place is nothing that an act can say.
  `GRANT INSERT (${WRITTEN}) ON change_event TO lianjian_app`,
  `GRANT SELECT, DELETE, UPDATE (position) ON change_event TO lianjian_relay`,
  `CREATE POLICY change_event_select ON change_event FOR SELECT TO lianjian_app
    USING (${REGION} AND (
      app.unit_id() = ANY (unit_ids) OR unit_code = app.unit_code() OR network_ids && app.reading_network_ids()
      OR committee_network_ids && app.convened_network_ids() OR app.person_id() = ANY (person_ids)))`,
  `CREATE POLICY change_event_write ON change_event FOR INSERT TO lianjian_app
    WITH CHECK (${REGION})`,
  `CREATE POLICY change_event_relay ON change_event FOR SELECT TO lianjian_relay USING (${REGION})`,
  `CREATE POLICY change_event_place ON change_event FOR UPDATE TO lianjian_relay USING (${REGION} AND position IS NULL) WITH CHECK (${REGION} AND position IS NOT NULL)`,
  `CREATE POLICY change_event_prune ON change_event FOR DELETE TO lianjian_relay USING (${REGION})`,
  TELL,
  `COMMENT ON FUNCTION app.tell_change_events(bigint, integer) IS
    'What changed in the region entered after a place, in the order in which it was stored, as ids: for processes that tell it on to those who may hear of it; gives a place to what has none yet'`,
  ...owned('app.tell_change_events(bigint, integer)'),
  PRUNE,
  `COMMENT ON FUNCTION app.prune_change_events(timestamptz) IS 'Forgets what everybody has had the time to hear of'`,
  ...owned('app.prune_change_events(timestamptz)'),
];

const DOWN = [
  `DROP FUNCTION app.prune_change_events(timestamptz)`,
  `DROP FUNCTION app.tell_change_events(bigint, integer)`,
  `DROP TABLE change_event`,
  `REVOKE EXECUTE ON FUNCTION app.instant(timestamptz), app.region_id() FROM lianjian_relay`,
  `REVOKE USAGE ON SCHEMA public, app FROM lianjian_relay`,
];

export class CreateChangeEvents1795305700000 implements MigrationInterface {
  name = 'CreateChangeEvents1795305700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
