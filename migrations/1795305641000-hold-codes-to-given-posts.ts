import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // A person's posts elsewhere are hidden from who gives one here: their units and roles are told, for that account alone.
  `CREATE FUNCTION app.list_opened_posts(p_account uuid, p_now timestamptz) RETURNS TABLE (unit_id uuid, role text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
    BEGIN ATOMIC
      SELECT p.unit_id, p.role
      FROM account a JOIN post p ON p.region_id = a.region_id AND p.person_id = a.person_id
      WHERE a.region_id = app.region_id() AND a.id = p_account AND a.unit_id = app.unit_id()
        AND app.role() IN ('SECRETARY', 'LIAISON', 'SYSTEM')
        AND p.revoked_at IS NULL AND (p.until IS NULL OR p.until > p_now);
    END`,
  `COMMENT ON FUNCTION app.list_opened_posts(uuid, timestamptz) IS
    'What an account of the acting unit opens, now or later, in whichever unit: asked before a code for it is given'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_sign_in`,
  `ALTER FUNCTION app.list_opened_posts(uuid, timestamptz) OWNER TO lianjian_sign_in`,
  `REVOKE CREATE ON SCHEMA app FROM lianjian_sign_in`,
  `REVOKE ALL ON FUNCTION app.list_opened_posts(uuid, timestamptz) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.list_opened_posts(uuid, timestamptz) TO lianjian_app`,

  `ALTER TABLE password_code ADD COLUMN opens_unit_ids uuid[]`,
  `COMMENT ON COLUMN password_code.opens_unit_ids IS
    'Units whose posts its giver gives: the code is void once the person has a post in another; none for the operator, who gives all'`,
];

const DOWN = [
  `ALTER TABLE password_code DROP COLUMN opens_unit_ids`,
  `DROP FUNCTION app.list_opened_posts(uuid, timestamptz)`,
];

export class HoldCodesToGivenPosts1795305641000 implements MigrationInterface {
  name = 'HoldCodesToGivenPosts1795305641000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
