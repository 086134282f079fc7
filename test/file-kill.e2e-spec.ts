import { FileSweep } from '#files';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { attachPicture } from './support/attached.js';
import { queryAsSuperuser } from './support/cluster.js';
import { findFreePort, until } from './support/processes.js';
import { Run } from './support/run.js';
import { makePng } from './support/sample-files.js';
import { makeTempDir } from './support/temp-dir.js';
import { startWorld, type World } from './support/world.js';

const HOUR = 3_600_000;

describe('the files of a process of its own', () => {
  let world: World;

  beforeAll(async () => {
    // The process goes by the machine's own clock.
    world = await startWorld({ now: new Date().toISOString() });
  });
  afterAll(() => world.close());

  const listStored = (): string[] =>
    readdirSync(join(world.api.dir, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  const countRows = async (): Promise<number | undefined> =>
    (await queryAsSuperuser<{ n: number }>('SELECT count(*)::int AS n FROM file', world.api.database.name))[0]
      ?.n;

  it('that is killed between bytes and row leave bytes that the sweep takes, and it takes no others', async () => {
    const owner = world.as('southeast-kindergarten');
    const hall = await world.offer('hall');
    const kept = await attachPicture(owner, hall);
    const before = listStored();
    const port = await findFreePort();
    const env = { APP_DATABASE_URL: world.api.database.appUrl, DATA_DIR: world.api.dir, PORT: String(port) };
    const run = await new Run('../../api/src/main.js', env).up('The API listens');
    // Nobody can add a row meanwhile, so that the upload stands still where it is to be killed.
    const holder = new Client({ connectionString: world.api.database.superuserUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE file IN SHARE MODE');
    const sending = fetch(`http://127.0.0.1:${port}/files?to=${hall}&name=cut.png`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await owner.token()}` },
      body: new Uint8Array(makePng(3, 3)),
    }).then(
      () => 'answered',
      () => 'cut off',
    );
    await until('the bytes are stored', () =>
      listStored().some((name) => name.length === 36 && !before.includes(name)),
    );
    run.signal('SIGKILL');
    expect(await run.ended()).toBeNull();
    expect(await sending).toBe('cut off');
    await holder.end();
    expect([listStored().length, await countRows()]).toEqual([2, 1]);

    const sweep = world.api.app.get(FileSweep);
    await sweep.sweep();
    expect(listStored()).toHaveLength(2);
    world.clock.advance(2 * HOUR);
    await sweep.sweep();
    expect(listStored()).toEqual(before);
    expect((await owner.send({ url: `/files/${kept}` })).statusCode).toBe(200);
  });

  it('that can keep none are why it does not start, as it says in one sentence', async () => {
    const dir = makeTempDir();
    writeFileSync(join(dir.path, 'files'), 'not a folder');
    const env = { APP_DATABASE_URL: world.api.database.appUrl, DATA_DIR: dir.path };
    const run = new Run('../../api/src/main.js', { ...env, PORT: String(await findFreePort()) });
    expect(await run.ended()).toBe(1);
    expect(run.errors).toBe(
      `Files cannot be kept in ${join(dir.path, 'files')} (EEXIST): let this user write there, or set DATA_DIR or S3_BUCKET_URL.\n`,
    );
    dir.remove();
  });
});
