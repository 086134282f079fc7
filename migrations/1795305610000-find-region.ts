import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // A code carries its region; what the code itself opens is then read behind the wall (decision 6).
  `CREATE FUNCTION app.find_region(p_code text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    BEGIN ATOMIC
      SELECT r.id FROM region r WHERE r.code = p_code;
    END`,
  `COMMENT ON FUNCTION app.find_region(text) IS 'The region that a code or refresh token names, before any tenant is known; its id and nothing else'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_sign_in`,
  `ALTER FUNCTION app.find_region(text) OWNER TO lianjian_sign_in`,
  `REVOKE CREATE ON SCHEMA app FROM lianjian_sign_in`,
  `REVOKE ALL ON FUNCTION app.find_region(text) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.find_region(text) TO lianjian_app`,

  `CREATE FUNCTION app.secret_hash() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.secret_hash', true), '')::bytea`,
  `COMMENT ON FUNCTION app.secret_hash() IS 'SHA-256 of the secret that the caller bears; the one row that has it is visible'`,
  `REVOKE ALL ON FUNCTION app.secret_hash() FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.secret_hash() TO lianjian_app`,
];

const DOWN = [`DROP FUNCTION app.secret_hash()`, `DROP FUNCTION app.find_region(text)`];

export class FindRegion1795305610000 implements MigrationInterface {
  name = 'FindRegion1795305610000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
