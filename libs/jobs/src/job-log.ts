import { outlineError } from '#signals';
import { Logger as QueueLogger, type WorkerEvents } from 'graphile-worker';
import type { Logger } from 'pino';
import { describeJob } from './observe-job.js';

/** What an operator should hear of the queue; its payloads and the parameters of failed statements are left out. */
export function reportEvents(events: WorkerEvents, log: Logger): void {
  events.on('job:error', ({ job, error }) => {
    const line = { ...describeJob(job), maxAttempts: job.max_attempts, error: outlineError(error) };
    log.error(line, 'job failed');
  });
  events.on('pool:fatalError', ({ error, action }) => {
    log.error({ action, error: outlineError(error) }, 'job queue failed');
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
