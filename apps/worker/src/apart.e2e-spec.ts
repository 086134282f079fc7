import { loadConfig } from '#config';
import { describeStartError } from '#process';
import { withSignals } from '#signals';
import { Client } from 'pg';
import { startApi } from '../../api/src/start.js';
import { startWorker } from './start.js';
import { asSuperuser, createTestDatabase, type TestDatabase } from '../../../test/support/cluster.js';
import { findFreePort, until } from '../../../test/support/processes.js';
import { Run } from '../../../test/support/run.js';
import { makeTempDir } from '../../../test/support/temp-dir.js';

const API = '../../api/src/main.js';
const WORKER = '../../worker/src/main.js';
const PROGRAMS = [
  ['the API', API, startApi],
  ['the worker', WORKER, startWorker],
] as const;

describe('API and worker as processes of their own', () => {
  let database: TestDatabase;
  let port: number;
  let runs: Run[];
  const dir = makeTempDir();

  const start = (entry: typeof API | typeof WORKER, env: Record<string, string>): Run => {
    const run = new Run(entry, { PORT: String(port), DATA_DIR: dir.path, ...env });
    runs.push(run);
    return run;
  };

  beforeEach(async () => {
    database = await createTestDatabase();
    port = await findFreePort();
    runs = [];
  });
  afterEach(async () => {
    for (const run of runs) run.signal('SIGKILL');
    await Promise.all(runs.map((run) => run.ended()));
    await database.drop();
  });

  afterAll(() => dir.remove());

  it('serve and drain, knowing nothing but the application’s connection', async () => {
    const env = { APP_DATABASE_URL: database.appUrl };
    const [api, worker] = [start(API, env), start(WORKER, env)];
    await Promise.all([api.up('listens'), worker.up('is up')]);
    expect(await (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()).toEqual({ status: 'ok' });
    for (const run of runs) run.signal('SIGTERM');
    expect(await Promise.all(runs.map((run) => run.ended()))).toEqual([0, 0]);
    expect(runs.map(({ errors }) => errors)).toEqual(['', '']);
  });

  it.each(PROGRAMS)('%s asks for that connection', async (_name, entry) => {
    const started = start(entry, { DATABASE_URL: database.ownerUrl });
    expect(await started.ended()).toBe(1);
    expect(started.errors).toMatch(/^APP_DATABASE_URL must name the database, with .*\.\n$/);
  });

  it.each(PROGRAMS)('%s refuses the owner, and a database not yet migrated', async (_name, _entry, begin) => {
    const config = loadConfig({ PORT: String(port), DATA_DIR: dir.path });
    // In this process; the test before has the program itself end with such a sentence.
    const refusalOf = (url: string): Promise<string> =>
      withSignals(config, 'test', (signals) => begin(config, url, signals)).then(
        () => 'It started.',
        (error: unknown) => describeStartError(error, config),
      );
    expect(await refusalOf(database.ownerUrl)).toMatch(
      /^The application's database role "lianjian_owner" .*\.$/,
    );
    const empty = await createTestDatabase('empty');
    expect(await refusalOf(empty.appUrl)).toMatch(/^The database lacks .* run the migrations first .*\.$/);
    await empty.drop();
  });

  it('sweep the counts of sign-ins whose window has passed', async () => {
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    await app.query(
      `INSERT INTO sign_in_attempt VALUES ('\\x01', now() - interval '1 day', 3), ('\\x02', now(), 1)`,
    );
    await app.query(`SELECT FROM graphile_worker.add_job('sweep-sign-in-attempts')`);
    const worker = start(WORKER, { APP_DATABASE_URL: database.appUrl, LOG_LEVEL: 'debug' });
    await until('the job is done', () => worker.errors.includes('Completed task'));
    const { rows } = await app.query('SELECT subject FROM sign_in_attempt');
    await app.end();
    expect(rows).toEqual([{ subject: Buffer.from([2]) }]);
  });

  it('end with one sentence when the worker can no longer write to its queue', async () => {
    const worker = await start(WORKER, { APP_DATABASE_URL: database.appUrl, LOG_LEVEL: 'silent' }).up(
      'is up',
    );
    await asSuperuser(
      `REVOKE DELETE ON graphile_worker._private_jobs FROM lianjian_app;
       SELECT graphile_worker.add_job('sweep-sign-in-attempts')`,
      database.name,
    );
    expect(await worker.ended()).toBe(1);
    expect(worker.errors).toBe('The worker ended: it could not write to its queue.\n');
  });
});
