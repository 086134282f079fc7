import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows from an act in a stranger's thing names nobody: its line would tell who held the time before. */
export class LetRulesLeaveLinesOfNobody1795305656000 implements MigrationInterface {
  name = 'LetRulesLeaveLinesOfNobody1795305656000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE POLICY audit_line_by_rule ON audit_line FOR INSERT TO lianjian_app
      WITH CHECK (region_id = app.region_id() AND app.post_id() IS NOT NULL AND manner = 'BY_RULE'
        AND post_id IS NULL AND post_unit_id IS NULL AND person_name IS NULL AND role = 'SYSTEM')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP POLICY audit_line_by_rule ON audit_line`);
  }
}
