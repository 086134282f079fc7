import { searchTextOf } from '#network';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAMES = {
  unit: 'id, name, name_en AS "nameEn"',
  post: 'id, person_name AS name, NULL AS "nameEn"',
} as const;

interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

/** How the names of units and people are found by Chinese words, pinyin and initials; worked out when stored. */
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
    await fillIn(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['post', 'unit']) await runner.query(`ALTER TABLE ${table} DROP COLUMN search_text`);
  }
}

/** Row policies bind the owner too: each region is filled in as an import would. */
async function fillIn(runner: QueryRunner): Promise<void> {
  await runner.query('SET LOCAL ROLE lianjian_operator');
  const regions = (await runner.query('SELECT id FROM region')) as { id: string }[];
  for (const { id: regionId } of regions) {
    await runner.query(`SELECT app.set_local('region_id', $1)`, [regionId]);
    for (const table of ['unit', 'post'] as const) await fillTable(runner, table, regionId);
  }
  await runner.query(`SELECT app.set_local('region_id', '')`);
  await runner.query('RESET ROLE');
}

async function fillTable(runner: QueryRunner, table: 'unit' | 'post', regionId: string): Promise<void> {
  const rows = (await runner.query(`SELECT ${NAMES[table]} FROM ${table} WHERE region_id = $1`, [
    regionId,
  ])) as NamedRow[];
  for (const { id, name, nameEn } of rows) {
    const text = table === 'unit' ? searchTextOf({ name, nameEn }) : searchTextOf({ person: name });
    await runner.query(`UPDATE ${table} SET search_text = $3 WHERE region_id = $1 AND id = $2`, [
      regionId,
      id,
      text,
    ]);
  }
}
