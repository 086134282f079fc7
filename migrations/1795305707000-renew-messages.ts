import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const END = 'app.end_message_watches(timestamptz)';
const PRUNE = 'app.prune_messages(timestamptz)';

const RENEWED = [
  `ALTER TABLE message ADD COLUMN tells text[], ADD COLUMN heard_after bigint, ADD COLUMN heard_until bigint`,
  `ALTER TABLE message ADD CONSTRAINT message_tells_check CHECK (num_nulls(tells, heard_after, heard_until) IN (0, 3))`,
  `ALTER TABLE message ADD CONSTRAINT message_test_check CHECK (NOT is_test OR tells IS NULL)`,
  `COMMENT ON COLUMN message.tells IS 'What waits and is due of what it tells, by which it is read anew when it goes out late; null where it is not'`,
  `COMMENT ON COLUMN message.heard_after IS 'It tells of changes behind this place, up to heard_until'`,
  `GRANT UPDATE (text) ON message TO lianjian_app`,
];

function owned(name: string): string[] {
  return [
    `GRANT CREATE ON SCHEMA app TO lianjian_relay`,
    `ALTER FUNCTION ${name} OWNER TO lianjian_relay`,
    `REVOKE CREATE ON SCHEMA app FROM lianjian_relay`,
    `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION ${name} TO lianjian_app`,
  ];
}

const ENDING = [
  `GRANT SELECT (region_id, id, until, revoked_at) ON post TO lianjian_relay`,
  `CREATE POLICY post_relay ON post FOR SELECT TO lianjian_relay USING (${REGION})`,
  `GRANT DELETE ON message_watch TO lianjian_relay`,
  `CREATE POLICY message_watch_end ON message_watch FOR DELETE TO lianjian_relay USING (${REGION})`,
  `CREATE FUNCTION ${END.replace('(', '(p_now ')} RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    BEGIN
      DELETE FROM message_watch w WHERE w.${REGION} AND EXISTS (SELECT FROM post p
        WHERE p.${REGION} AND p.id = w.id AND (p.revoked_at IS NOT NULL OR p.until <= p_now));
      RETURN EXISTS (SELECT FROM message_watch w WHERE w.${REGION});
    END $$`,
  `COMMENT ON FUNCTION ${END} IS
    'In the region entered: ends the telling of posts that were revoked, or ran out before an instant; says whether any other is told'`,
  ...owned(END),
];

const PRUNING = [
  `CREATE INDEX message_by_age ON message (region_id, written_at)`,
  `GRANT SELECT (region_id, id, written_at), DELETE ON message TO lianjian_relay`,
  `CREATE POLICY message_relay ON message FOR SELECT TO lianjian_relay USING (${REGION})`,
  `CREATE POLICY message_prune ON message FOR DELETE TO lianjian_relay USING (${REGION})`,
  `CREATE FUNCTION ${PRUNE.replace('(', '(p_before ')} RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    BEGIN
      DELETE FROM message t WHERE t.${REGION} AND t.id IN (
        SELECT m.id FROM message m WHERE m.${REGION} AND m.written_at < p_before ORDER BY m.written_at LIMIT 1000);
      RETURN EXISTS (SELECT FROM message m WHERE m.${REGION} AND m.written_at < p_before);
    END $$`,
  `COMMENT ON FUNCTION ${PRUNE} IS
    'Forgets messages of the region entered that were written before an instant, a thousand at a time; says whether there are more'`,
  ...owned(PRUNE),
];

const DOWN = [
  `DROP FUNCTION ${PRUNE}`,
  `DROP POLICY message_prune ON message`,
  `DROP POLICY message_relay ON message`,
  `REVOKE SELECT (region_id, id, written_at), DELETE ON message FROM lianjian_relay`,
  `DROP INDEX message_by_age`,
  `DROP FUNCTION ${END}`,
  `DROP POLICY message_watch_end ON message_watch`,
  `REVOKE DELETE ON message_watch FROM lianjian_relay`,
  `DROP POLICY post_relay ON post`,
  `REVOKE SELECT (region_id, id, until, revoked_at) ON post FROM lianjian_relay`,
  `REVOKE UPDATE (text) ON message FROM lianjian_app`,
  `ALTER TABLE message DROP COLUMN tells, DROP COLUMN heard_after, DROP COLUMN heard_until`,
];

/** A message that goes out late is read anew; what nobody holds or wants any more is ended and forgotten. */
export class RenewMessages1795305707000 implements MigrationInterface {
  name = 'RenewMessages1795305707000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RENEWED, ...ENDING, ...PRUNING]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
