import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the names of units and people are found by Chinese words, pinyin and initials; worked out when a name is stored. */
export class AddSearchText1795305620000 implements MigrationInterface {
  name = 'AddSearchText1795305620000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['unit', 'post'] as const) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN search_text text NOT NULL DEFAULT ''`);
      await runner.query(
        `COMMENT ON COLUMN ${table}.search_text IS 'The name folded, its pinyin and its initials, for the directory; derived by the application whenever the name is stored'`,
      );
      await runner.query(`GRANT UPDATE (search_text) ON ${table} TO lianjian_operator`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['post', 'unit']) await runner.query(`ALTER TABLE ${table} DROP COLUMN search_text`);
  }
}
