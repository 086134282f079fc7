import { EventEmitter, once } from 'node:events';
import { Logger, run, runOnce } from 'graphile-worker';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/cluster.js';
import { migrate } from './migrate.js';

const logger = new Logger(() => () => {});

describe('the job queue, for the role of the application', () => {
  let database: TestDatabase;
  let app: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    app = new Client({ connectionString: database.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  it('takes a job inside the transaction that causes it, and runs what was committed', async () => {
    const ran: unknown[] = [];
    const add = `SELECT FROM graphile_worker.add_job('note', $1, queue_name => 'one')`;
    await app.query('BEGIN');
    await app.query(add, [{ kept: false }]);
    await app.query('ROLLBACK');
    await app.query('BEGIN');
    await app.query(add, [{ kept: true }]);
    await app.query('COMMIT');
    const taskList = { note: (payload: unknown) => void ran.push(payload) };
    await runOnce({ connectionString: database.appUrl, logger, taskList });
    expect(ran).toEqual([{ kept: true }]);
  });

  it('records a failure for another try, and replaces a job by its key', async () => {
    const add = `SELECT FROM graphile_worker.add_job('fail', $1, job_key => 'k')`;
    await app.query(add, [{ n: 1 }]);
    await app.query(add, [{ n: 2 }]);
    const taskList = {
      fail: () => {
        throw new Error('not today');
      },
    };
    await runOnce({ connectionString: database.appUrl, logger, taskList });
    const { rows } = await app.query('SELECT key, attempts, last_error FROM graphile_worker._private_jobs');
    expect(rows).toEqual([{ key: 'k', attempts: 1, last_error: expect.stringContaining('not today') }]);
    await app.query(`SELECT FROM graphile_worker.remove_job('k')`);
  });

  it('serves a worker with a timetable, awake for new jobs and gone when asked', async () => {
    const events = new EventEmitter();
    const runner = await run({
      connectionString: database.appUrl,
      logger,
      events,
      noHandleSignals: true,
      crontab: '0 4 * * * note',
      taskList: { note: () => {} },
    });
    // Told of by NOTIFY: the next look at the table of its own accord would be two seconds away.
    const done = once(events, 'job:success', { signal: AbortSignal.timeout(1_500) });
    await app.query(`SELECT FROM graphile_worker.add_job('note')`);
    await done;
    await runner.stop();
  });

  it.each(['DELETE FROM graphile_worker._private_tasks', 'TRUNCATE graphile_worker._private_jobs'])(
    'does not let it %s',
    async (sql) => {
      await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('is installed again without complaint', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });
});
