import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { createTestDatabase } from '../../../../test/support/cluster.js';
import { processesNaming, readLine, until } from '../../../../test/support/processes.js';
import { makeTempDir } from '../../../../test/support/temp-dir.js';
import { type EmbeddedPostgres, findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

const HOLDER = fileURLToPath(new URL('../../../../test/support/embedded-process.js', import.meta.url));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

function socketDirOf(url: string): string {
  return new URL(url).searchParams.get('host') ?? '';
}

// A test that fails must not leave jest waiting for them.
const holders: ChildProcess[] = [];

/** Another process with the server, as `npm start` is one; resolves once the server is up. */
async function holdInOtherProcess(dataDir: string) {
  const child = spawn(process.execPath, [HOLDER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(child);
  const ownerUrl = await readLine(child.stdout);
  return { child, ownerUrl };
}

describe('startEmbeddedPostgres', () => {
  let dir: ReturnType<typeof makeTempDir>;
  let dataDir: string;
  const started: EmbeddedPostgres[] = [];

  const start = async (): Promise<EmbeddedPostgres> => {
    const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' }, log: () => {} });
    started.push(server);
    return server;
  };

  beforeEach(() => {
    dir = makeTempDir();
    dataDir = join(dir.path, 'data', 'postgres');
  });
  afterEach(async () => {
    for (const child of holders.splice(0)) child.kill('SIGKILL');
    await Promise.all(started.splice(0).map((server) => server.stop()));
    dir.remove();
  });

  it('gives an owner who makes roles but is no superuser, and a database that sorts Chinese', async () => {
    const { ownerUrl } = await start();
    const [owner] = await query(
      ownerUrl,
      `SELECT rolsuper, rolbypassrls, rolcreaterole, datdba = r.oid AS owns, pg_encoding_to_char(encoding) AS encoding, datctype
       FROM pg_roles r, pg_database WHERE rolname = session_user AND datname = current_database()`,
    );
    expect(owner).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: true,
      owns: true,
      encoding: 'UTF8',
      datctype: 'C.UTF-8',
    });
    expect(await query(ownerUrl, `SELECT '张' < '李' COLLATE "zh-x-icu" AS less`)).toEqual([{ less: false }]);
  });

  it('keeps the data over a stop, and leaves no process or socket behind', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(existsSync(socketDirOf(first.ownerUrl))).toBe(false);
    expect(processesNaming(socketDirOf(first.ownerUrl))).toEqual([]);
    const second = await start();
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('ends the server when its process is killed, and starts again on what was committed', async () => {
    const { child, ownerUrl } = await holdInOtherProcess(dataDir);
    await query(ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    child.kill('SIGKILL');
    const sockets = socketDirOf(ownerUrl);
    await until('the server ends', () => processesNaming(sockets).length === 0 && !existsSync(sockets));
    const { ownerUrl: again } = await start();
    expect(await query(again, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('never takes a half-made cluster for one', async () => {
    const child = spawn(process.execPath, [HOLDER, dataDir], { stdio: 'ignore' });
    holders.push(child);
    const parent = dirname(dataDir);
    const drafts = (): string[] => (existsSync(parent) ? readdirSync(parent) : []);
    await until('initdb is at work', () => drafts().some((name) => existsSync(join(parent, name, 'base'))));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(drafts()).toEqual([`postgres.draft-${child.pid}`]);
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(drafts()).toEqual(['postgres']);
  });

  it('starts over a pid file whose number belongs to somebody else by now', async () => {
    await (await start()).stop();
    // Of the same account, or PostgreSQL would see by itself that the number is a stranger's.
    const stranger = await createTestDatabase();
    const client = new Client({ connectionString: stranger.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    writeFileSync(join(dataDir, 'postmaster.pid'), `${rows[0]?.pid}\n${dataDir}\n`);
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await client.end();
    await stranger.drop();
  });

  it('joins the server that runs on the folder already, and leaves it running', async () => {
    const { child, ownerUrl } = await holdInOtherProcess(dataDir);
    const joined = await start();
    expect(joined.ownerUrl).toBe(ownerUrl);
    await joined.stop();
    expect(await query(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    child.kill('SIGKILL');
    await until('the server ends', () => processesNaming(socketDirOf(ownerUrl)).length === 0);
    expect(await findEmbeddedPostgres(dataDir)).toBeNull();
  });

  it('has one server when two start on a new folder at once', async () => {
    const [one, two] = await Promise.all([holdInOtherProcess(dataDir), holdInOtherProcess(dataDir)]);
    expect(one.ownerUrl).toBe(two.ownerUrl);
    one.child.kill('SIGKILL');
    two.child.kill('SIGKILL');
    await until('the server ends', () => processesNaming(socketDirOf(one.ownerUrl)).length === 0);
  });

  it('starts below a home that is closed to everybody else', async () => {
    mkdirSync(dirname(dataDir), { mode: 0o700 });
    const { ownerUrl } = await start();
    expect(await query(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says in one sentence that the folder is none', async () => {
    writeFileSync(join(dir.path, 'data'), 'a file');
    await expect(start()).rejects.toThrow(
      `The data folder ${dataDir} has a file where a folder should be (ENOTDIR).`,
    );
  });

  it('says in one sentence that the folder holds something else', async () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'letter.txt'), 'dear');
    await expect(start()).rejects.toThrow(
      `The folder ${dataDir} is not empty and holds no PostgreSQL cluster.`,
    );
    expect(readFileSync(join(dataDir, 'letter.txt'), 'utf8')).toBe('dear');
  });

  it('says in one sentence that another release wrote the data', async () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'PG_VERSION'), '9.6\n');
    await expect(start()).rejects.toThrow(
      /was written by PostgreSQL 9\.6, but this release brings PostgreSQL 17\./,
    );
  });
});
