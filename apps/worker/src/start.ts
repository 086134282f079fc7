import type { Config } from '#config';
import { assertWalled, openDataSource } from '#database';
import { JobRunner } from '#jobs';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { API_ENTITIES } from '../../api/src/entities.js';
import { WorkerModule } from './worker.module.js';

const JOBS_AT_ONCE = 4;

/** Does jobs until closed; closing takes no more and waits for those under way. */
export async function startWorker(
  config: Config,
  databaseUrl: string,
): Promise<{ died: Promise<string>; close(): Promise<void> }> {
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2 }));
  const dataSource = await openDataSource({
    url: databaseUrl,
    entities: API_ENTITIES,
    poolSize: JOBS_AT_ONCE,
    applicationName: 'lianjian worker',
  });
  try {
    await assertWalled(dataSource);
    const context = await NestFactory.createApplicationContext(WorkerModule.with({ config, dataSource }), {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    const runner = context.get(JobRunner);
    const jobs = await runner.start({ url: databaseUrl, concurrency: JOBS_AT_ONCE, log });
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
