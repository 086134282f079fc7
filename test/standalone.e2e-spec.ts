import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { loadConfig } from '#config';
import { findEmbeddedPostgres } from '#database';
import { describeStartError } from '#process';
import { withSignals } from '#signals';
import { startStandalone } from '../apps/standalone/src/start-standalone.js';
import { createTestDatabase } from './support/cluster.js';
import { findFreePort, processesNaming, until } from './support/processes.js';
import { Run } from './support/run.js';
import { makeTempDir } from './support/temp-dir.js';

describe('the process of npm start', () => {
  let dir: ReturnType<typeof makeTempDir>;
  let dataDir: string;
  let port: number;
  let run: Run | undefined;

  const start = (env: Record<string, string> = {}): Run => {
    run = new Run('main.js', { PORT: String(port), DATA_DIR: dataDir, LOAD_EXAMPLE: 'false', ...env });
    return run;
  };
  /** Why it cannot start, tried in this process; another test has the program end with such a sentence. */
  const refusalOf = async (env: Record<string, string>): Promise<string> => {
    const config = loadConfig({ PORT: String(port), DATA_DIR: dataDir, LOAD_EXAMPLE: 'false', ...env });
    try {
      const started = await withSignals(config, 'lianjian', (signals) => startStandalone(config, signals));
      await started.close();
    } catch (error) {
      return describeStartError(error, config);
    }
    throw new Error('It started.');
  };
  const alive = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/health/live`)).status;
  const socketDir = (): string =>
    readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[4] ?? '';

  /** What the owner's connection to the running embedded database answers. */
  const query = async (sql: string): Promise<unknown[]> => {
    const found = await findEmbeddedPostgres(join(dataDir, 'postgres'));
    const client = new Client({ connectionString: found?.ownerUrl });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };

  beforeEach(async () => {
    dir = makeTempDir();
    dataDir = join(dir.path, 'data');
    port = await findFreePort();
  });
  afterEach(async () => {
    run?.signal('SIGKILL');
    await run?.ended();
    run = undefined;
    dir.remove();
  });

  it('serves, says where, keeps the data for the next start, and drains at Ctrl-C, leaving no process behind', async () => {
    const first = await start({ LOAD_EXAMPLE: 'true' }).up();
    expect(first.output).toContain(`http://localhost:${port}/graphql`);
    expect(first.output).toContain(join(dataDir, 'accounts.txt'));
    expect(first.output).toContain(`http://localhost:${port}/explorer`);
    expect(await alive()).toBe(200);
    await query('CREATE TABLE kept AS SELECT 42 AS answer');
    first.signal('SIGTERM');
    expect(await first.ended()).toBe(0);
    const next = await start().up();
    expect(await query('SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    const sockets = socketDir();
    next.signal('SIGINT');
    // Another one, as npm passes it on once more, and two of a kind may arrive as one.
    next.signal('SIGTERM');
    expect(await next.ended()).toBe(0);
    expect(next.errors).toBe('');
    expect(processesNaming(sockets)).toEqual([]);
    // A server that ended before its files were in order would have left this.
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('finishes what it has begun when it is stopped while it starts; killed later, it leaves no database behind', async () => {
    const started = start();
    await until('initdb is done', () => existsSync(join(dataDir, 'postgres/postmaster.pid')));
    started.signal('SIGTERM');
    expect(await started.ended()).toBe(0);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
    const next = await start().up();
    const sockets = socketDir();
    next.signal('SIGKILL');
    await next.ended();
    await until('the database ends', () => processesNaming(sockets).length === 0);
  });

  it('ends when its database does', async () => {
    const started = await start().up();
    process.kill(
      Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGQUIT',
    );
    expect(await started.ended()).toBe(1);
    expect(started.errors).toMatch(/^The database ended: .*\.\n$/);
  });

  it('says that the port is taken, before it touches the data', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const started = start();
    expect(await started.ended()).toBe(1);
    other.close();
    expect(started.errors).toBe(`Port ${port} is taken by another program: set PORT to a free one.\n`);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('says that the data folder cannot be used', async () => {
    writeFileSync(dataDir, 'not a folder');
    expect(await refusalOf({})).toMatch(
      /^The data folder .* has a file where a folder should be \(ENOTDIR\)\.$/,
    );
  });

  it('says that a database refuses, or does not answer within seconds', async () => {
    const refused = await refusalOf({
      DATABASE_URL: `postgres://owner:hunter2@127.0.0.1:${port}/lianjian`,
    });
    expect(refused).toBe(`No database answers at 127.0.0.1:${port}: the connection was refused.`);
    // It hears what it is told, or it would never hear the end of it, and hold this process.
    const silent = createServer((socket) => void socket.resume()).listen(await findFreePort(), '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const silentPort = typeof address === 'object' ? address?.port : undefined;
    const waiting = await refusalOf({
      DATABASE_URL: `postgres://owner:hunter2@127.0.0.1:${silentPort}/lianjian`,
    });
    silent.close();
    expect(waiting).toBe('The database did not answer in time.');
  });

  it('names each bad setting', async () => {
    const started = start({ PORT: 'x', TRUST_PROXY: 'y' });
    expect(await started.ended()).toBe(1);
    expect(started.errors.split('\n')).toHaveLength(3);
  });

  it('serves a database of somebody else, which a run of its own has migrated', async () => {
    const database = await createTestDatabase('empty');
    const env = { DATABASE_URL: database.ownerUrl };
    const migration = new Run('migrate.js', { DATA_DIR: dataDir, ...env });
    expect(await migration.ended()).toBe(0);
    const passwordFile = join(dataDir, 'app-database-password');
    expect(statSync(passwordFile).mode & 0o777).toBe(0o600);
    const password = readFileSync(passwordFile, 'utf8');
    const started = await start(env).up();
    expect(await alive()).toBe(200);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    expect(readFileSync(passwordFile, 'utf8')).toBe(password);
    started.signal('SIGINT');
    expect(await started.ended()).toBe(0);
    await database.drop();
  });

  it('refuses an application login that the walls would not hold', async () => {
    const database = await createTestDatabase('empty');
    const login = { DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.ownerUrl };
    expect(await refusalOf(login)).toMatch(/^The application must not connect as the schema's owner /);
    await database.drop();
  });
});
