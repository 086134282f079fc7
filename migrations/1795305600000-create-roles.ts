import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['lianjian_app', 'lianjian_operator'];

export class CreateRoles1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ROLES) await runner.query(createRole(role));
    await runner.query(`
      DO $$ BEGIN
        IF NOT pg_has_role(session_user, 'lianjian_operator', 'USAGE') THEN
          GRANT lianjian_operator TO session_user;
        END IF;
      END $$`);
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public`);
    await runner.query(`CREATE SCHEMA app`);
    for (const schema of ['public', 'app']) {
      await runner.query(`REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`);
      await runner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${ROLES.join(', ')}`);
    }
  }

  /** The roles stay: they belong to the whole server, where another database may use them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA app`);
    await runner.query(`DROP EXTENSION btree_gist`);
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM ${ROLES.join(', ')}`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO PUBLIC`);
  }
}

/** Another database of the same server may be making the same role at this moment. */
function createRole(name: string): string {
  return `
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN
        CREATE ROLE ${name} NOLOGIN;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`;
}
