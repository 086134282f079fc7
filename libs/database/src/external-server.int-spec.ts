import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { findFreePort } from '../../../test/support/processes.js';
import { makeTempDir } from '../../../test/support/temp-dir.js';
import { ensureAppLogin } from './app-login.js';
import { assertWalled } from './assert-walled.js';
import { loginOf, withLogin } from './connection-url.js';
import { describeDatabaseError } from './describe-database-error.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { migrate } from './migrate.js';
import { openDataSource } from './open-data-source.js';

const SECRET = 'pa:ss/w@rd%';

async function open(url: string) {
  return openDataSource({ url, entities: [], poolSize: 2, applicationName: 'spec' });
}

/** The sentence for what opening this URL meets. */
async function complaint(url: string): Promise<string> {
  const error: unknown = await open(url).then(
    () => 'nothing',
    (reason: unknown) => reason,
  );
  return describeDatabaseError(error);
}

describe('a server of somebody else, over TCP with passwords', () => {
  const dir = makeTempDir();
  let server: EmbeddedPostgres;
  let ownerUrl: string;

  beforeAll(async () => {
    chmodSync(dir.path, 0o755);
    const port = String(await findFreePort());
    const rules = join(dir.path, 'pg_hba.conf');
    writeFileSync(rules, 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n');
    const settings = { listen_addresses: '127.0.0.1', port, hba_file: rules, fsync: 'off' };
    server = await startEmbeddedPostgres({ dataDir: join(dir.path, 'pg'), settings, log: () => {} });
    const superuser = new Client({ connectionString: server.urlFor('postgres', 'postgres') });
    await superuser.connect();
    await superuser.query(`CREATE ROLE site_owner LOGIN CREATEROLE PASSWORD '${SECRET}'`);
    await superuser.query('CREATE DATABASE site OWNER site_owner');
    await superuser.end();
    ownerUrl = withLogin(`postgres://127.0.0.1:${port}/site`, 'site_owner', SECRET);
  });
  afterAll(async () => {
    await server.stop();
    dir.remove();
  });

  it('is migrated by its owner and serves a login that the owner makes', async () => {
    await migrate(ownerUrl);
    await ensureAppLogin(ownerUrl, 'site_app', SECRET);
    // A second start finds the login, and may change the password.
    await ensureAppLogin(ownerUrl, 'site_app', `${SECRET}2`);
    const appUrl = withLogin(ownerUrl, 'site_app', `${SECRET}2`);
    expect(loginOf(appUrl)).toEqual({ name: 'site_app', password: `${SECRET}2` });
    const dataSource = await open(appUrl);
    await assertWalled(dataSource);
    const [patience] = await dataSource.query(
      `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
         current_setting('idle_in_transaction_session_timeout') AS idle`,
    );
    expect(patience).toEqual({ statement: '5s', lock: '2s', idle: '10s' });
    await dataSource.destroy();
  });

  it('refuses the owner as the login of the application', async () => {
    await expect(ensureAppLogin(ownerUrl, 'site_owner', SECRET)).rejects.toThrow(
      'The application must not connect as the schema\'s owner "site_owner".',
    );
  });

  it('gives one sentence for each failure to connect, without the password', async () => {
    const { port } = new URL(ownerUrl);
    const at = (text: string): string => ownerUrl.replace(/127\.0\.0\.1:\d+\/site/, text);
    const [silentPort, closedPort] = [await findFreePort(), await findFreePort()];
    const silent = createServer().listen(silentPort, '127.0.0.1');
    expect(await complaint(withLogin(ownerUrl, 'site_owner', 'wrong'))).toBe(
      'The database refused the user name or the password.',
    );
    expect(await complaint(at(`127.0.0.1:${port}/nowhere`))).toBe(
      'The database server has no such database: database "nowhere" does not exist.',
    );
    expect(await complaint(at(`127.0.0.1:${closedPort}/site`))).toBe(
      `No database answers at 127.0.0.1:${closedPort}: the connection was refused.`,
    );
    expect(await complaint(at('db.invalid/site'))).toMatch(
      /^The database host "db\.invalid" (is not known|cannot be looked up)\.$/,
    );
    expect(await complaint(at(`127.0.0.1:${silentPort}/site`))).toBe('The database did not answer in time.');
    silent.close();
  });
});
