import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What API and worker may do, what an import may do, and what signing in may read. */
const ROLES = ['lianjian_app', 'lianjian_operator', 'lianjian_sign_in'];

/** Ids beside ranges in one constraint, and beside arrays in one index. */
const EXTENSIONS = ['btree_gist', 'btree_gin'];

export class CreateRoles1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ROLES) await runner.query(createRole(role));
    for (const role of ['lianjian_operator', 'lianjian_sign_in']) await runner.query(grantToOwner(role));
    for (const extension of EXTENSIONS)
      await runner.query(`CREATE EXTENSION IF NOT EXISTS ${extension} WITH SCHEMA public`);
    await runner.query(`CREATE SCHEMA app`);
    for (const schema of ['public', 'app']) {
      await runner.query(`REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`);
      await runner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${ROLES.join(', ')}`);
    }
  }

  /** The roles stay: they belong to the whole server, where another database may use them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA app`);
    for (const extension of EXTENSIONS) await runner.query(`DROP EXTENSION ${extension}`);
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM ${ROLES.join(', ')}`);
    await runner.query(`GRANT USAGE ON SCHEMA public TO PUBLIC`);
  }
}

/** The owner imports rosters as the one, and hands the sign-in function to the other. */
function grantToOwner(role: string): string {
  return `
    DO $$ BEGIN
      IF NOT pg_has_role(session_user, '${role}', 'USAGE') THEN
        GRANT ${role} TO session_user;
      END IF;
    END $$`;
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
