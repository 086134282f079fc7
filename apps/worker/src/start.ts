import type { Config } from '#config';
import { assertWalled, openDataSource, poolOf } from '#database';
import { countJobs, JobRunner } from '#jobs';
import { NestLog, tracePool, type Signals } from '#signals';
import { Tenancy } from '#tenancy';
import { NestFactory } from '@nestjs/core';
import { API_ENTITIES } from '../../api/src/entities.js';
import { WorkerModule } from './worker.module.js';

const JOBS_AT_ONCE = 4;

/** Does jobs until closed; closing takes no more and waits for those under way. */
export async function startWorker(
  config: Config,
  databaseUrl: string,
  signals: Signals,
): Promise<{ died: Promise<string>; close(): Promise<void> }> {
  const dataSource = await openDataSource({
    url: databaseUrl,
    entities: API_ENTITIES,
    poolSize: JOBS_AT_ONCE,
    applicationName: 'lianjian worker',
  });
  try {
    await assertWalled(dataSource);
    signals.metrics.watchPool('worker', poolOf(dataSource));
    signals.metrics.watchJobs(() => countJobs(dataSource));
    if (signals.tracing) tracePool(poolOf(dataSource));
    const context = await NestFactory.createApplicationContext(WorkerModule.with({ config, dataSource }), {
      logger: new NestLog(signals.log),
      abortOnError: false,
    });
    context.get(Tenancy).tell({ retried: () => signals.metrics.recordRetry() });
    const runner = context.get(JobRunner);
    const jobs = await runner.start({ url: databaseUrl, concurrency: JOBS_AT_ONCE, ...signals });
    const close = async (): Promise<void> => {
      await jobs.stop();
      await context.close();
      await dataSource.destroy();
    };
    return { died: jobs.died.then((reason) => `The worker ended: ${reason}.`), close };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
