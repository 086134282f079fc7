import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_REGION = 'region_id = app.region_id()';
const WAITING = `SELECT FROM change_event e WHERE e.${OF_REGION} AND e.position IS NULL`;
const LOCK = `pg_advisory_xact_lock(hashtextextended('change_event ' || app.region_id(), 0))`;
const LAST = `SELECT max(last.position) FROM change_event last WHERE last.${OF_REGION}`;

/**
 * Whoever waits for the lock waits for one portion, however many changes have no place yet. By their ids, as a join is
 * planned for as few as there are nearly always.
 */
const PLACE = `CREATE FUNCTION app.place_change_events(p_most integer) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DECLARE
    v_ids uuid[];
    v_last bigint;
  BEGIN
    IF p_most > 0 AND EXISTS (${WAITING}) THEN
      PERFORM ${LOCK};
      v_ids := ARRAY(SELECT e.id FROM change_event e WHERE e.${OF_REGION} AND e.position IS NULL
        ORDER BY e.at, e.step, e.id LIMIT p_most);
      v_last := coalesce((${LAST}), 0);
      UPDATE change_event t SET position = v_last + array_position(v_ids, t.id)
        WHERE t.${OF_REGION} AND t.id = ANY (v_ids);
    END IF;
    RETURN EXISTS (${WAITING});
  END $$`;

const EVENTS = `'events', coalesce(json_agg(json_build_object('position', e.position, 'id', e.id, 'at', app.instant(e.at),
            'thingType', e.thing_type, 'thingId', e.thing_id, 'part', e.part, 'act', e.act, 'unitId', e.unit_id,
            'unitIds', e.unit_ids, 'unitCode', e.unit_code, 'networkIds', e.network_ids,
            'committeeNetworkIds', e.committee_network_ids, 'personIds', e.person_ids) ORDER BY e.position), '[]'))::text
      FROM (SELECT one.* FROM change_event one WHERE one.${OF_REGION} AND one.position > p_after
        ORDER BY one.position LIMIT p_most) e;
  END $$`;

const END_OF_REGION = (which: 'min' | 'max'): string =>
  `(SELECT coalesce(${which}(e.position), 0) FROM change_event e WHERE e.${OF_REGION})`;

const TELL_HEAD = `CREATE OR REPLACE FUNCTION app.tell_change_events(p_after bigint, p_most integer) RETURNS TABLE (answer text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$`;

/** One portion is placed with it: nearly always there are no more. */
const TELL = `${TELL_HEAD}
  DECLARE
    v_waits boolean := app.place_change_events(1000);
  BEGIN
    RETURN QUERY
      SELECT json_build_object(
        'waits', v_waits,
        'first', ${END_OF_REGION('min')},
        'last', ${END_OF_REGION('max')},
        ${EVENTS}`;

const TELL_BEFORE = `${TELL_HEAD}
  BEGIN
    IF EXISTS (${WAITING}) THEN
      PERFORM ${LOCK};
      UPDATE change_event t SET position = waiting.position
        FROM (SELECT e.id, row_number() OVER (ORDER BY e.at, e.step, e.id)
            + coalesce((${LAST}), 0) AS position
          FROM change_event e WHERE e.${OF_REGION} AND e.position IS NULL) AS waiting
        WHERE t.${OF_REGION} AND t.id = waiting.id;
    END IF;
    RETURN QUERY
      SELECT json_build_object(
        'last', ${END_OF_REGION('max')},
        ${EVENTS}`;

/** What is forgotten is the beginning, so that whoever stands behind it has missed nothing. */
const PRUNE = `CREATE FUNCTION app.prune_change_events(p_before timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DECLARE
    v_kept bigint := (SELECT coalesce(
      (SELECT e.position FROM change_event e WHERE e.${OF_REGION} AND e.position IS NOT NULL AND e.at >= p_before
        ORDER BY e.position LIMIT 1), (${LAST})));
  BEGIN
    DELETE FROM change_event t WHERE t.${OF_REGION} AND t.id IN (
      SELECT e.id FROM change_event e WHERE e.${OF_REGION} AND e.position < v_kept ORDER BY e.position LIMIT 1000);
    RETURN EXISTS (SELECT FROM change_event e WHERE e.${OF_REGION} AND e.position < v_kept);
  END $$`;

const PRUNE_BEFORE = `CREATE FUNCTION app.prune_change_events(p_before timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
  BEGIN ATOMIC
    DELETE FROM change_event e WHERE e.region_id = app.region_id() AND e.at < p_before
      AND e.position < (SELECT max(last.position) FROM change_event last WHERE last.region_id = app.region_id());
  END`;

const PRUNE_NAME = 'app.prune_change_events(timestamptz)';
const PLACE_NAME = 'app.place_change_events(integer)';
const FORGETS = 'Forgets what everybody has had the time to hear of';

function owned(name: string): string[] {
  return [
    `GRANT CREATE ON SCHEMA app TO lianjian_relay`,
    `ALTER FUNCTION ${name} OWNER TO lianjian_relay`,
    `REVOKE CREATE ON SCHEMA app FROM lianjian_relay`,
    `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${name} TO lianjian_app`,
  ];
}

const UP = [
  PLACE,
  `COMMENT ON FUNCTION ${PLACE_NAME} IS
    'Gives places to at most so many changes of the region entered, the oldest first; says whether more wait'`,
  ...owned(PLACE_NAME),
  TELL,
  `DROP FUNCTION ${PRUNE_NAME}`,
  PRUNE,
  `COMMENT ON FUNCTION ${PRUNE_NAME} IS '${FORGETS}, a thousand at a time from the first place on; says whether there are more'`,
  ...owned(PRUNE_NAME),
];

const DOWN = [
  `DROP FUNCTION ${PRUNE_NAME}`,
  PRUNE_BEFORE,
  `COMMENT ON FUNCTION ${PRUNE_NAME} IS '${FORGETS}'`,
  ...owned(PRUNE_NAME),
  TELL_BEFORE,
  `DROP FUNCTION ${PLACE_NAME}`,
];

/** A backlog of changes is placed bit by bit, as a lock that is held for long makes all others of the region fail. */
export class PlaceChangesInPortions1795305704000 implements MigrationInterface {
  name = 'PlaceChangesInPortions1795305704000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
