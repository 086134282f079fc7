import type { DataSource } from 'typeorm';
import { DatabaseError } from './database-error.js';
import { listMigrationNames } from './migrations.js';

interface ReachableRole {
  readonly name: string;
  readonly isSelf: boolean;
  readonly power: string;
}

// Every role the session is or may become, with the first reason why walls would not hold for it.
const POWERS = `
  SELECT name, "isSelf", power FROM (
    SELECT rolname AS name, rolname = session_user AS "isSelf",
      CASE
        WHEN rolsuper THEN 'is a superuser'
        WHEN rolbypassrls THEN 'bypasses row-level security'
        WHEN rolcreaterole THEN 'may create roles'
        WHEN rolreplication THEN 'may replicate the database'
        WHEN rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
          THEN 'reaches the server''s files'
        WHEN rolname = 'lianjian_operator' THEN 'imports rosters of all regions'
        ELSE (
          SELECT 'owns ' || pg_describe_object(d.classid, d.objid, 0)
          FROM pg_shdepend d
          LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
          WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid AND d.deptype = 'o'
            AND (d.dbid = b.oid OR (d.classid = 'pg_database'::regclass AND d.objid = b.oid))
            AND c.relpersistence IS DISTINCT FROM 't'
          ORDER BY d.classid, d.objid LIMIT 1
        )
      END AS power
    FROM pg_roles r, pg_database b
    WHERE b.datname = current_database() AND pg_has_role(session_user, r.oid, 'MEMBER')
  ) AS reachable
  WHERE power IS NOT NULL
  ORDER BY "isSelf" DESC, name = 'lianjian_operator', name LIMIT 1`;

/**
 * Refuses a connection behind which the walls between tenants would not hold.
 * @throws DatabaseError when the login is or may become too powerful, is not a member of lianjian_app,
 *   or migrations of this release have not run.
 */
export async function assertWalled(appDataSource: DataSource): Promise<void> {
  const [role] = await appDataSource.query<ReachableRole[]>(POWERS);
  if (role) throw new DatabaseError(refusal(role));
  await assertMember(appDataSource);
  await assertMigrated(appDataSource);
}

function refusal({ name, isSelf, power }: ReachableRole): string {
  const subject = isSelf ? `role "${name}"` : `role may become "${name}", which`;
  return `The application's database ${subject} ${power}, so row-level security would not bind it: use a role of its own.`;
}

async function assertMember(appDataSource: DataSource): Promise<void> {
  const [login] = await appDataSource.query<{ name: string; isMember: boolean | null }[]>(
    `SELECT session_user AS name,
       (SELECT pg_has_role(session_user, oid, 'USAGE') FROM pg_roles WHERE rolname = 'lianjian_app') AS "isMember"`,
  );
  // Without the group role nothing has been migrated at all, which is what the next check says.
  if (login?.isMember === false)
    throw new DatabaseError(
      `The application's database role "${login.name}" is not a member of lianjian_app: ` +
        `grant it that role, or let "npm run migrate" make the login.`,
    );
}

async function assertMigrated(appDataSource: DataSource): Promise<void> {
  const names = await listMigrationNames();
  const done = new Set(await listDone(appDataSource));
  const missing = names.filter((name) => !done.has(name));
  if (missing.length > 0)
    throw new DatabaseError(
      `The database lacks ${missing.length} of this release's ${names.length} migrations, from ${missing[0]} on: run the migrations first ("npm run migrate").`,
    );
}

async function listDone(appDataSource: DataSource): Promise<string[]> {
  const [right] = await appDataSource.query<{ mayRead: boolean | null }[]>(
    `SELECT has_table_privilege(to_regclass('public.migrations'), 'SELECT') AS "mayRead"`,
  );
  if (!right?.mayRead) return [];
  const rows = await appDataSource.query<{ name: string }[]>('SELECT name FROM public.migrations');
  return rows.map((row) => row.name);
}
