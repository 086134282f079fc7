import { outlineError } from '#database';
import { Logger as QueueLogger, type WorkerEvents } from 'graphile-worker';
import type { Logger } from 'pino';

/** What an operator should hear of the queue; its payloads and the parameters of failed statements are left out. */
export function reportEvents(events: WorkerEvents, log: Logger): void {
  events.on('job:error', ({ job, error }) => {
    const { id, key, task_identifier: task, attempts, max_attempts: maxAttempts } = job;
    log.error({ job: id, key, task, attempts, maxAttempts, err: outlineError(error) }, 'job failed');
  });
  events.on('pool:fatalError', ({ error, action }) => {
    log.error({ action, err: outlineError(error) }, 'job queue failed');
  });
  events.on('pool:listen:connecting', ({ attempts }) => {
    // The first attempt is the start, the second may be the end of a database that stops with us.
    if (attempts > 1) log.warn({ attempts }, 'job queue connects again');
  });
}

/** Its own talk is for debugging alone, and without the metadata that holds whole jobs. */
export function buildQueueLogger(log: Logger): QueueLogger {
  return new QueueLogger(() => (level, message) => log.debug({ queue: level }, message));
}
