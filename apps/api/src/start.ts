import type { Config } from '#config';
import { assertWalled, openDataSource, outlineError } from '#database';
import { pino } from 'pino';
import { createApi } from './create-api.js';
import { API_ENTITIES } from './entities.js';

const POOL_SIZE = 10;

/** Listens until closed; closing lets requests in flight finish. */
export async function startApi(config: Config, databaseUrl: string): Promise<{ close(): Promise<void> }> {
  const logger = pino({ level: config.logLevel }, pino.destination({ fd: 2 }));
  const dataSource = await openDataSource({
    url: databaseUrl,
    entities: API_ENTITIES,
    poolSize: POOL_SIZE,
    applicationName: 'lianjian api',
  });
  try {
    await assertWalled(dataSource);
    const log = ({ error, ...entry }: { error: unknown }): void =>
      logger.error({ ...entry, err: outlineError(error) }, 'request failed');
    const app = await createApi({ config, dataSource, log });
    await app.listen({ port: config.port, host: config.host });
    const close = async (): Promise<void> => {
      await app.close();
      await dataSource.destroy();
    };
    return { close };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
