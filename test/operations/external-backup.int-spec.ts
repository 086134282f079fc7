import { loadConfig } from '#config';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { loadExample } from '../../apps/standalone/src/load-example.js';
import { prepareDatabase } from '../../apps/standalone/src/provide-database.js';
import { findInstalledServer, InstalledServer } from '../support/installed-server.js';
import { everyRow } from '../support/every-row.js';
import { makeTempDir } from '../support/temp-dir.js';

const run = promisify(execFile);
const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');
/** Where no server is installed nothing can be dumped: the embedded one comes without `pg_dump`. */
const BIN = findInstalledServer();

/** The words of the guide, run as they stand there, but for the address. */
(BIN === null ? describe.skip : describe)('A backup of a server of one’s own', () => {
  const dir = makeTempDir();
  let server: InstalledServer;

  beforeAll(async () => {
    server = await InstalledServer.start(BIN ?? '', dir.path);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    dir.remove();
  });

  const saidOf = (start: string): string => {
    const found = GUIDE.split('\n').find((line) => line.startsWith(start));
    if (found === undefined) throw new Error(`The guide does not say “${start}”.`);
    return found;
  };
  const asSuperuser = async (...statements: string[]): Promise<void> => {
    const client = new Client({ connectionString: server.urlFor('postgres', 'postgres') });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  /** One of the programs, with the words that the guide gives it. */
  const type = async (start: string, database = 'lianjian', role = 'postgres'): Promise<void> => {
    const [program = '', ...words] = saidOf(start).split(' ');
    const given = words.map((word) => {
      if (word.startsWith('postgres://')) return server.urlFor(role, database);
      return word.replace('lianjian.dump', join(dir.path, 'lianjian.dump'));
    });
    const env = { PATH: process.env.PATH, PGHOST: dir.path, PGUSER: role };
    await run(join(server.bin, program), given, { env });
  };

  it('gives back the original row for row, by the role and the commands of the guide', async () => {
    await asSuperuser(saidOf('CREATE ROLE lianjian_owner'), saidOf('CREATE DATABASE lianjian OWNER'));
    const databaseUrl = server.urlFor('lianjian_owner', 'lianjian');
    const config = loadConfig({ DATA_DIR: join(dir.path, 'data'), DATABASE_URL: databaseUrl });
    const appUrl = await prepareDatabase(config, databaseUrl);
    await loadExample(config, { ownerUrl: databaseUrl, appUrl });
    const rows = await everyRow(server.urlFor('postgres', 'lianjian'));

    await asSuperuser(saidOf('CREATE ROLE lianjian_backup'));
    await type('pg_dump postgres://', 'lianjian', 'lianjian_backup');
    await type('createdb --owner');
    await type('pg_restore --exit-on-error');
    expect(await everyRow(server.urlFor('postgres', 'restored'))).toEqual(rows);
    await prepareDatabase(config, server.urlFor('lianjian_owner', 'restored'));
    expect(Object.keys(rows).length).toBeGreaterThan(80);
    expect(await everyRow(server.urlFor('postgres', 'restored'))).toEqual(rows);
  }, 120_000);

  it('is not to be had with the owner’s rights', async () => {
    await expect(type('pg_dump postgres://', 'lianjian', 'lianjian_owner')).rejects.toMatchObject({
      stderr: expect.stringContaining('row-level security') as string,
    });
  });
});
