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
  SELECT FROM graphile_worker.add_job($1, $2::json, job_key => $3,
    run_at => now() + make_interval(secs => $4::float8 / 1000))`;

/** Puts work into the transaction of the change that causes it: both are stored, or neither is. */
@Injectable()
export class JobQueue {
  constructor(private readonly handlers: JobHandlers) {}

  /** @throws Error when nobody handles the task, or the payload is not its ids; then nothing is added */
  async add<Shape extends IdShape>(
    tx: TenantTransaction,
    task: Task<Shape>,
    { unitId, ids, runAt, key }: JobWish<IdsOf<Shape>>,
  ): Promise<void> {
    if (!this.handlers.has(task.name)) throw new Error(`Nobody handles jobs "${task.name}".`);
    const payload = task.parse({ regionId: tx.regionId, unitId, ids });
    const jobKey = key === undefined ? null : `${task.name}:${tx.regionId}:${key}`;
    const waitMs = runAt ? Math.max(0, runAt.getTime() - tx.now.getTime()) : 0;
    await tx.query(ADD, [task.name, JSON.stringify(payload), jobKey, waitMs]);
  }
}
