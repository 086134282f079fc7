import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';
import type { IdShape, IdsOf, Task } from './task.js';

/** One piece of work that is to happen later, or apart from the change that causes it. */
export interface JobWish<Ids> {
  /** In whose name it is done. */
  unitId: string;
  ids: Ids;
  /** Not before this instant of the rules' clock; at once when left out. */
  runAt?: Date;
  /** Replaces a job of the same task, region and key that waits. */
  key?: string;
}

// The rules' clock and the database's may differ: what they agree on is how long there is to wait.
const ADD = `
  SELECT FROM graphile_worker.add_jobs(ARRAY(
    SELECT ($1, w.payload, NULL, now() + make_interval(secs => w."waitMs" / 1000), NULL, w.key, NULL, NULL)
      ::graphile_worker.job_spec
    FROM json_to_recordset($2::json) AS w (payload json, key text, "waitMs" float8)))`;

/** Puts work into the transaction of the change that causes it: both are stored, or neither is. */
@Injectable()
export class JobQueue {
  constructor(private readonly handlers: JobHandlers) {}

  /** @throws Error when nobody handles the task, or the payload is not its ids; then nothing is added */
  add<Shape extends IdShape>(
    tx: TenantTransaction,
    task: Task<Shape>,
    wish: JobWish<IdsOf<Shape>>,
  ): Promise<void> {
    return this.addAll(tx, task, [wish]);
  }

  /** Many of one task by one statement; no two have the same key. */
  async addAll<Shape extends IdShape>(
    tx: TenantTransaction,
    task: Task<Shape>,
    wishes: readonly JobWish<IdsOf<Shape>>[],
  ): Promise<void> {
    if (!this.handlers.has(task.name)) throw new Error(`Nobody handles jobs "${task.name}".`);
    if (wishes.length === 0) return;
    const { regionId, now } = tx;
    const jobs = wishes.map(({ unitId, ids, runAt, key }) => ({
      payload: task.parse({ regionId, unitId, ids }),
      key: key === undefined ? null : `${task.name}:${regionId}:${key}`,
      waitMs: runAt ? Math.max(0, runAt.getTime() - now.getTime()) : 0,
    }));
    await tx.query(ADD, [task.name, JSON.stringify(jobs)]);
  }
}
