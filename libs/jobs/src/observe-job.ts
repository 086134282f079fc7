import { runInScope, startWatch, type Signals } from '#signals';
import type { Job } from 'graphile-worker';

/** The log is needed; figures and traces only where somebody looks. */
export type JobSignals = Pick<Signals, 'log'> & Partial<Signals>;

/** What of a job stands in a line: ids and names of ours. */
export function describeJob({ id, key, task_identifier: task, attempts, payload }: Job): object {
  return { job: id, key, task, attempts, region: idIn(payload, 'regionId'), unit: idIn(payload, 'unitId') };
}

/** Does one job under its own span, and puts down how long it took; why it failed is told by the queue. */
export async function observeJob(
  job: Job,
  { log, metrics, tracing }: JobSignals,
  work: () => Promise<void>,
): Promise<void> {
  const task = job.task_identifier;
  const span = tracing?.begin(`job ${task}`, 'job') ?? null;
  span?.tell({ 'lianjian.job': job.id, 'lianjian.attempt': job.attempts });
  const watch = startWatch();
  try {
    await runInScope({ span }, work);
    metrics?.recordJob(task, 'done', watch());
    log.info({ ...describeJob(job), ms: watch() }, 'job done');
    span?.end();
  } catch (error) {
    metrics?.recordJob(task, 'failed', watch());
    span?.end('failed');
    throw error;
  }
}

const UUID = /^[\da-f-]{36}$/;

/** The queue is behind no wall: what stands in it may be anything. */
function idIn(payload: unknown, name: string): string | undefined {
  const value = typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
  return typeof value === 'string' && UUID.test(value) ? value : undefined;
}
