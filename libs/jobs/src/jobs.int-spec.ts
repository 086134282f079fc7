import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { Writable } from 'node:stream';
import { openDataSource } from '#database';
import { FixedClock, RandomIdSource, Tenancy } from '#tenancy';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { asSuperuser, createTestDatabase, type TestDatabase } from '../../../test/support/cluster.js';
import { JobHandlers } from './job-handlers.js';
import { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';
import { Task } from './task.js';

const NOTE = new Task('note', { noteId: z.uuid() });

interface Waiting {
  key: string | null;
  payload: unknown;
  attempts: number;
  last_error: string | null;
  waits: number;
}

describe('jobs, with no more rights than the application has', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let tenancy: Tenancy;
  let handlers: JobHandlers;
  let queue: JobQueue;
  let runner: JobRunner;
  let lines: Record<string, unknown>[];
  const clock = new FixedClock('2026-11-23T09:00:00+08:00');
  const unit = { regionId: randomUUID(), unitId: randomUUID() };
  const [noteId, otherId] = [randomUUID(), randomUUID()];

  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const log = pino(sink);
  const runDue = (): Promise<void> => runner.runDue({ url: database.appUrl, log });
  const add = (ids: { noteId: string }, more: { runAt?: Date; key?: string } = {}): Promise<void> =>
    tenancy.writeAsUnit(unit, (tx) => queue.add(tx, NOTE, { unitId: unit.unitId, ids, ...more }));
  const listWaiting = (): Promise<Waiting[]> =>
    dataSource.query(
      `SELECT key, payload, attempts, last_error, extract(epoch FROM run_at - created_at)::float8 AS waits
       FROM graphile_worker._private_jobs ORDER BY id`,
    );

  beforeEach(async () => {
    database = await createTestDatabase();
    dataSource = await openDataSource({
      url: database.appUrl,
      entities: [],
      poolSize: 4,
      applicationName: 'spec',
    });
    tenancy = new Tenancy(dataSource, clock, new RandomIdSource());
    handlers = new JobHandlers();
    queue = new JobQueue(handlers);
    runner = new JobRunner(handlers, tenancy);
    lines = [];
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('does once what was committed, as SYSTEM in the name of the unit, and never what was rolled back', async () => {
    const done: unknown[] = [];
    handlers.register(NOTE, async (tx, ids) => {
      const [context] = await tx.query('SELECT app.region_id(), app.unit_id(), app.role(), app.person_id()');
      done.push([ids, tx.actor, context]);
    });
    const failed = tenancy.writeAsUnit(unit, async (tx) => {
      await queue.add(tx, NOTE, { unitId: unit.unitId, ids: { noteId: otherId } });
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await add({ noteId });
    await runDue();
    await runDue();
    const nobody = { postId: null, personId: null, sessionId: null };
    const actor = { ...unit, ...nobody, role: 'SYSTEM', memberNetworkIds: [], convenedNetworkIds: [] };
    const context = { region_id: unit.regionId, unit_id: unit.unitId, role: 'SYSTEM', person_id: null };
    expect(done).toEqual([[{ noteId }, { ...actor, scopeNetworkIds: [] }, context]]);
    expect(await listWaiting()).toEqual([]);
    expect(lines).toEqual([
      expect.objectContaining({
        msg: 'job done',
        task: 'note',
        attempts: 1,
        region: unit.regionId,
        unit: unit.unitId,
      }),
    ]);
  });

  it('stores what a handler did only if it did all of it', async () => {
    let isFirst = true;
    handlers.register(NOTE, async (tx) => {
      await tx.query(`INSERT INTO sign_in_attempt VALUES ('\\x00', now(), 1)`);
      if (isFirst) throw new Error('half done');
    });
    await add({ noteId });
    await runDue();
    const count = 'SELECT count(*)::int AS count FROM sign_in_attempt';
    expect(await dataSource.query(count)).toEqual([{ count: 0 }]);
    isFirst = false;
    await dataSource.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await runDue();
    expect(await dataSource.query(count)).toEqual([{ count: 1 }]);
    expect(await listWaiting()).toEqual([]);
  });

  it('keeps a job that failed for later, and logs why without what it was about', async () => {
    handlers.register(NOTE, async (tx) => {
      await tx.query('SELECT $1::text, 1 / $2::int', ['confidential', 0]);
    });
    await add({ noteId }, { key: noteId });
    await runDue();
    const [job] = await listWaiting();
    expect(job).toMatchObject({ attempts: 1, last_error: 'division by zero' });
    expect(job?.waits).toBeGreaterThan(2);
    const key = `note:${unit.regionId}:${noteId}`;
    const error = expect.objectContaining({ message: 'division by zero', code: '22012' });
    const line = { level: 50, msg: 'job failed', task: 'note', key, attempts: 1, maxAttempts: 25, error };
    expect(lines).toEqual([expect.objectContaining(line)]);
    expect(JSON.stringify(lines)).not.toContain('confidential');
  });

  it('waits as long as the rules’ clock says, whatever time the database has', async () => {
    handlers.register(NOTE, async () => {});
    await add({ noteId }, { runAt: new Date('2026-11-26T09:00:00+08:00') });
    await add({ noteId }, { runAt: new Date('2020-01-01T00:00:00Z') });
    const [later, now] = await listWaiting();
    expect(later?.waits).toBeCloseTo(3 * 86_400, 3);
    expect(now?.waits).toBeCloseTo(0, 3);
  });

  it('adds many at once, each at its time and in the place of the one with its key', async () => {
    handlers.register(NOTE, async () => {});
    await add({ noteId }, { key: 'a' });
    const wish = (id: string, key: string, day: number) => {
      const runAt = new Date(`2026-11-${day}T09:00:00+08:00`);
      return { unitId: unit.unitId, ids: { noteId: id }, key, runAt };
    };
    await tenancy.writeAsUnit(unit, async (tx) => {
      await queue.addAll(tx, NOTE, []);
      await queue.addAll(tx, NOTE, [wish(otherId, 'a', 24), wish(noteId, 'b', 25)]);
    });
    const [first, second, ...others] = await listWaiting();
    expect(first).toMatchObject({ payload: { ids: { noteId: otherId } } });
    expect(second).toMatchObject({ key: `note:${unit.regionId}:b`, waits: 2 * 86_400 });
    expect(others).toEqual([]);
  });

  it('replaces a job by its key, within the region', async () => {
    handlers.register(NOTE, async () => {});
    const regionId = randomUUID();
    await add({ noteId }, { key: 'k', runAt: new Date('2026-11-26T09:00:00+08:00') });
    await add({ noteId: otherId }, { key: 'k' });
    await tenancy.writeAsUnit({ ...unit, regionId }, (tx) =>
      queue.add(tx, NOTE, { unitId: unit.unitId, ids: { noteId }, key: 'k' }),
    );
    expect(await listWaiting()).toMatchObject([
      { key: `note:${unit.regionId}:k`, payload: { ...unit, ids: { noteId: otherId } } },
      { key: `note:${regionId}:k`, payload: { ...unit, regionId, ids: { noteId } } },
    ]);
  });

  it('refuses what is no id, what is not asked for and what nobody handles, and adds nothing', async () => {
    await expect(add({ noteId })).rejects.toThrow('Nobody handles jobs "note".');
    handlers.register(NOTE, async () => {});
    const wrong = [{ noteId: 'about the boiler' }, { noteId, about: 'the boiler' }];
    for (const ids of wrong)
      await expect(add(ids)).rejects.toThrow(/^This is no payload of a job "note": ids/);
    expect(await listWaiting()).toEqual([]);
  });

  it('works until it is stopped, and then waits for the job under way', async () => {
    const steps: string[] = [];
    const events = new EventEmitter();
    const started = once(events, 'started');
    handlers.register(NOTE, async () => {
      events.emit('started');
      await once(events, 'release');
      steps.push('done');
    });
    const running = await runner.start({ url: database.appUrl, concurrency: 2, log });
    await add({ noteId });
    await started;
    await add({ noteId: otherId }, { runAt: new Date('2026-11-26T09:00:00+08:00') });
    const stopped = running.stop().then(() => steps.push('stopped'));
    events.emit('release');
    await stopped;
    expect(steps).toEqual(['done', 'stopped']);
    expect(await listWaiting()).toMatchObject([{ attempts: 0, payload: { ids: { noteId: otherId } } }]);
  });

  it('does chores, and says so when it can no longer write to its queue', async () => {
    const work = async (): Promise<void> =>
      asSuperuser('REVOKE DELETE ON graphile_worker._private_jobs FROM lianjian_app', database.name);
    handlers.registerChore({ name: 'sweep', crontab: '0 4 * * *', work });
    const running = await runner.start({ url: database.appUrl, concurrency: 1, log });
    await dataSource.query(`SELECT FROM graphile_worker.add_job('sweep')`);
    expect(await running.died).toBe('it could not write to its queue');
    await running.stop();
    expect(lines).toMatchObject([
      { level: 30, msg: 'job done', task: 'sweep' },
      { level: 50, msg: 'job queue failed', action: 'completeJob' },
    ]);
  });

  it('takes each name once, and a timetable that can be read', async () => {
    handlers.register(NOTE, async () => {});
    expect(() => handlers.register(NOTE, async () => {})).toThrow(
      'Two handlers are registered for jobs "note".',
    );
    handlers.registerChore({ name: 'sweep', crontab: 'at dawn', work: async () => {} });
    await expect(runner.start({ url: database.appUrl, concurrency: 1, log })).rejects.toThrow(
      /at dawn|sweep|cron/i,
    );
  });
});
