import { EventEmitter } from 'node:events';
import { Tenancy } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { parseCronItems, run, runOnce, type Runner, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { JobHandlers } from './job-handlers.js';
import { buildQueueLogger, reportEvents } from './job-log.js';
import { observeJob, type JobSignals } from './observe-job.js';

export interface JobRunnerSettings extends JobSignals {
  /** The application's connection. */
  readonly url: string;
  /** Jobs at the same time. */
  readonly concurrency: number;
}

/** A queue at work. */
export interface RunningJobs {
  /** Resolves with the reason should it end unasked. */
  readonly died: Promise<string>;
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

// Written before the next job is taken and waited for at the end: unbatched, a failed write ends the process.
const WRITES = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

/** Does the jobs of all regions, each in a transaction of its own unit; failed ones come again, ever later. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly tenancy: Tenancy,
  ) {}

  /** Works until stopped, chores by their timetable. Fails when the database does not answer. */
  async start({ url, concurrency, ...signals }: JobRunnerSettings): Promise<RunningJobs> {
    const { log } = signals;
    const events = new EventEmitter();
    reportEvents(events, log);
    // Jobs under way, the timetable and the connection that listens.
    const pool = openPool(url, concurrency + 2, log);
    try {
      const runner = await run({
        pgPool: pool,
        concurrency,
        events,
        logger: buildQueueLogger(log),
        noHandleSignals: true,
        preset: { worker: WRITES },
        taskList: this.buildTaskList(signals),
        parsedCronItems: this.buildTimetable(),
      });
      return watch(runner, pool);
    } catch (error) {
      await pool.end();
      throw error;
    }
  }

  /** Does what is due now and returns; for tests, whose clock stands still. */
  async runDue({ url, ...signals }: Omit<JobRunnerSettings, 'concurrency'>): Promise<void> {
    const { log } = signals;
    const events = new EventEmitter();
    reportEvents(events, log);
    await runOnce({
      connectionString: url,
      events,
      logger: buildQueueLogger(log),
      noHandleSignals: true,
      preset: { worker: WRITES },
      taskList: this.buildTaskList(signals),
    });
  }

  private buildTaskList(signals: JobSignals): TaskList {
    const works = [...this.handlers.list()];
    return Object.fromEntries(
      works.map(([name, work]): [string, TaskList[string]] => [
        name,
        (payload, { job }) => observeJob(job, signals, () => work(this.tenancy, payload)),
      ]),
    );
  }

  private buildTimetable(): ReturnType<typeof parseCronItems> {
    // By key: a chore that could not run for a while is done once, not as often as it was missed.
    return parseCronItems(
      this.handlers.listChores().map(({ name, crontab }) => ({
        task: name,
        match: crontab,
        options: { jobKey: name },
      })),
    );
  }
}

function watch(runner: Runner, pool: Pool): RunningJobs {
  let state: 'working' | 'stopping' | 'dead' = 'working';
  const died = new Promise<string>((resolve) => {
    const notice = (): void => {
      if (state !== 'working') return;
      state = 'dead';
      resolve('it could not write to its queue');
    };
    runner.promise.then(notice, notice);
  });
  const stop = async (): Promise<void> => {
    if (state === 'working') {
      state = 'stopping';
      await runner.stop();
    }
    await pool.end();
  };
  return { died, stop };
}

function openPool(url: string, size: number, log: Logger): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    application_name: 'lianjian queue',
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
  });
  // A connection that is lost shows at its next use; unheard, its error would end the process.
  const hear = (error: Error): void => log.debug({ message: error.message }, 'job queue lost a connection');
  pool.on('error', hear);
  pool.on('connect', (client) => client.on('error', hear));
  return pool;
}
