import { randomBytes } from 'node:crypto';
import { asSuperuser, createTestDatabase, type TestDatabase } from '../../../test/support/cluster.js';
import { assertWalled } from './assert-walled.js';
import { withLogin } from './connection-url.js';
import { openDataSource } from './open-data-source.js';

async function check(url: string): Promise<void> {
  const dataSource = await openDataSource({ url, entities: [], poolSize: 1, applicationName: 'spec' });
  try {
    await assertWalled(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

describe('assertWalled', () => {
  let database: TestDatabase;
  // Roles belong to the whole cluster, which other test files share.
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const friend = `${name}_friend`;
  const checkRole = async (): Promise<void> => check(withLogin(database.appUrl, name));

  beforeEach(async () => {
    database = await createTestDatabase();
    await asSuperuser(`CREATE ROLE ${name} LOGIN IN ROLE lianjian_app; CREATE ROLE ${friend}`);
  });
  afterEach(async () => {
    await asSuperuser(`DROP OWNED BY ${name}, ${friend}`, database.name);
    await database.drop();
    await asSuperuser(`DROP ROLE ${name}, ${friend}`);
  });

  it('takes the login the owner makes, and any plain member of lianjian_app', async () => {
    await check(database.appUrl);
    await checkRole();
  });

  it.each([
    ['ALTER ROLE $ SUPERUSER', 'is a superuser'],
    ['ALTER ROLE $ BYPASSRLS', 'bypasses row-level security'],
    ['ALTER ROLE $ CREATEROLE', 'may create roles'],
    ['ALTER ROLE $ REPLICATION', 'may replicate the database'],
    ['CREATE TABLE public.t (); ALTER TABLE public.t OWNER TO $', 'owns table t'],
    ['CREATE SCHEMA s AUTHORIZATION $', 'owns schema s'],
    ['CREATE VIEW public.v AS SELECT 1; ALTER VIEW public.v OWNER TO $', 'owns view v'],
    [
      'CREATE FUNCTION public.f() RETURNS int LANGUAGE sql RETURN 1; ALTER FUNCTION public.f OWNER TO $',
      'owns function f()',
    ],
  ])('refuses a role after %s', async (sql, power) => {
    await asSuperuser(sql.replaceAll('$', name), database.name);
    const sentence = `The application's database role "${name}" ${power}`;
    await expect(checkRole()).rejects.toThrow(sentence);
  });

  it('refuses the owner of the schema', async () => {
    await expect(check(database.ownerUrl)).rejects.toThrow(/role "lianjian_owner" may create roles/);
  });

  it.each([
    ['GRANT lianjian_owner TO $', 'role may become "lianjian_owner", which may create roles'],
    ['GRANT lianjian_operator TO $', 'role may become "lianjian_operator", which imports rosters'],
    ['GRANT pg_write_server_files TO $', 'role may become "pg_write_server_files", which reaches'],
    [`GRANT ${friend} TO $; ALTER ROLE ${friend} BYPASSRLS`, `may become "${friend}", which bypasses`],
    [`GRANT ${friend} TO $ WITH INHERIT FALSE; CREATE SCHEMA s AUTHORIZATION ${friend}`, 'owns schema s'],
  ])('refuses a role after %s', async (sql, sentence) => {
    await asSuperuser(sql.replaceAll('$', name), database.name);
    await expect(checkRole()).rejects.toThrow(sentence);
  });

  it('sees a powerful role behind another one', async () => {
    await asSuperuser(`GRANT ${friend} TO ${name}; GRANT lianjian_owner TO ${friend}`);
    await expect(checkRole()).rejects.toThrow('role may become "lianjian_owner"');
  });

  it('refuses a role that is no member of lianjian_app', async () => {
    await asSuperuser(`REVOKE lianjian_app FROM ${name}`);
    await expect(checkRole()).rejects.toThrow(`role "${name}" is not a member of lianjian_app`);
  });

  it('refuses a database that lacks a migration of this release', async () => {
    await asSuperuser(`DELETE FROM public.migrations WHERE id = 1`, database.name);
    await expect(checkRole()).rejects.toThrow(
      /lacks 1 of this release's \d+ migrations, from \w+ on: run the migr/,
    );
  });

  it('refuses a database that was never migrated', async () => {
    const empty = await createTestDatabase('empty');
    await expect(check(empty.appUrl)).rejects.toThrow('run the migrations first');
    await empty.drop();
  });
});
