import { loadConfig } from '#config';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { everyRow } from '../../../../test/support/every-row.js';
import { makeTempDir } from '../../../../test/support/temp-dir.js';
import { loadExample } from '../load-example.js';
import { provideDatabase } from '../provide-database.js';
import { backUp, restore } from './folder-backup.js';

const NOW = new Date('2026-11-22T23:30:00+08:00');
const ROOT = join(import.meta.dirname, '../../../../..');
describe('A backup of the embedded platform', () => {
  const dir = makeTempDir();
  const at = (name: string): string => join(dir.path, name);
  let rows: Record<string, string[]>;

  const rowsOf = (ownerUrl: string): Promise<Record<string, string[]>> => {
    const url = new URL(ownerUrl);
    url.username = 'postgres';
    return everyRow(url.href);
  };
  const running = async <T>(dataDir: string, work: (ownerUrl: string) => Promise<T>): Promise<T> => {
    const database = await provideDatabase(loadConfig({ DATA_DIR: at(dataDir) }));
    try {
      return await work(database.ownerUrl);
    } finally {
      await database.stop();
    }
  };
  const refusal = (act: Promise<unknown>): Promise<string> =>
    act.then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );

  beforeAll(async () => {
    const config = loadConfig({ DATA_DIR: at('data') });
    const database = await provideDatabase(config);
    await loadExample(config, database);
    mkdirSync(at('data/files/region'), { recursive: true });
    writeFileSync(at('data/files/region/picture'), Buffer.from([0, 1, 2, 255]), { mode: 0o600 });
    rows = await rowsOf(database.ownerUrl);
    await database.stop();
  }, 120_000);
  afterAll(() => dir.remove());

  it('gives back the original, row for row and byte for byte', async () => {
    const backup = await backUp(at('data'), at('backup'), NOW);
    expect(backup.takenAt).toBe(NOW.toISOString());
    await running('data', async (ownerUrl) => {
      const client = new Client({ connectionString: ownerUrl });
      await client.connect();
      await client.query('DROP TABLE booking CASCADE');
      await client.end();
    });
    expect(await restore(at('backup'), at('restored'))).toEqual(backup);
    const restored = await running('restored', rowsOf);
    expect(Object.keys(restored).length).toBeGreaterThan(80);
    expect(restored).toEqual(rows);
    expect(readFileSync(at('restored/files/region/picture'))).toEqual(Buffer.from([0, 1, 2, 255]));
    for (const secret of ['accounts.txt', 'files/region/picture'])
      expect(statSync(at(`restored/${secret}`)).mode & 0o777).toBe(0o600);
    expect(statSync(at('backup')).mode & 0o777).toBe(0o700);
  }, 90_000);

  it('is not made of what runs, over what is there, or into itself', async () => {
    const refused = await running('restored', () => refusal(backUp(at('restored'), at('second'), NOW)));
    expect(refused).toContain(`Lianjian runs on ${at('restored')}: stop it first`);
    expect(await refusal(backUp(at('restored'), at('backup'), NOW))).toContain('is there already');
    expect(await refusal(backUp(at('restored'), at('restored/b'), NOW))).toContain(
      'lies in what is to be copied',
    );
    expect(await refusal(backUp(at('nothing'), at('second'), NOW))).toContain(
      'There is no embedded database in',
    );
    expect([existsSync(at('second')), existsSync(at('second.unfinished'))]).toEqual([false, false]);
  });

  it('is not put back over what is there, nor when it was changed or cut off', async () => {
    expect(await refusal(restore(at('backup'), at('restored')))).toContain('is not empty');
    expect(await refusal(restore(at('data'), at('third')))).toContain('There is no finished backup in');
    const page = at('backup/data/files/region/picture');
    writeFileSync(page, Buffer.from([0, 1, 3, 255]));
    expect(await refusal(restore(at('backup'), at('third')))).toContain('is not what was written on');
    expect([existsSync(at('third')), existsSync(at('third.unfinished'))]).toEqual([false, false]);
    writeFileSync(page, Buffer.from([0, 1, 2, 255]));
    mkdirSync(at('third'));
    expect((await restore(at('backup'), at('third'))).files).toBeGreaterThan(1_000);
  });

  it('is what `npm run backup` and `npm run restore` make', async () => {
    const npm = (env: object, ...command: string[]) =>
      promisify(execFile)('npm', ['run', '--silent', ...command], {
        cwd: ROOT,
        env: { PATH: process.env.PATH, ...env },
      });
    const { stdout } = await npm({ DATA_DIR: at('third') }, 'backup', '--', at('by-command'));
    expect(stdout).toMatch(/^Wrote [\d,]+ files, [\d.]+ MB to .*by-command\. It holds keys/);
    const back = await npm({ DATA_DIR: at('fourth') }, 'restore', '--', at('by-command'));
    expect(back.stdout).toMatch(/^Restored [\d,]+ files/);
    const wrong = npm({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/x' }, 'backup', '--', at('x'));
    await expect(wrong).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('pg_dump') as string,
    });
    await expect(npm({}, 'restore')).rejects.toMatchObject({ code: 1 });
  }, 60_000);
});
