import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `GRANT SELECT (id) ON region TO lianjian_relay`,
  `CREATE POLICY region_relay ON region FOR SELECT TO lianjian_relay USING (true)`,
  `CREATE FUNCTION app.list_regions() RETURNS TABLE (region_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    BEGIN ATOMIC
      SELECT r.id FROM region r ORDER BY r.id;
    END`,
  `COMMENT ON FUNCTION app.list_regions() IS
    'The ids of all regions, for chores that enter each of them in a transaction of its own; nothing else of them'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_relay`,
  `ALTER FUNCTION app.list_regions() OWNER TO lianjian_relay`,
  `REVOKE CREATE ON SCHEMA app FROM lianjian_relay`,
  `REVOKE ALL ON FUNCTION app.list_regions() FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.list_regions() TO lianjian_app`,
];

const DOWN = [
  `DROP FUNCTION app.list_regions()`,
  `DROP POLICY region_relay ON region`,
  `REVOKE SELECT (id) ON region FROM lianjian_relay`,
];

/** What recurs in every region has to know which there are, also where nobody has signed in. */
export class ListRegions1795305704500 implements MigrationInterface {
  name = 'ListRegions1795305704500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
