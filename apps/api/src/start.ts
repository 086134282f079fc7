import type { Config } from '#config';
import { assertWalled, openDataSource, poolOf } from '#database';
import { tracePool, type Signals } from '#signals';
import { createApi } from './create-api.js';
import { logFailures } from './log-failures.js';
import { API_ENTITIES } from './entities.js';

const POOL_SIZE = 10;

/** Listens until closed; closing lets requests in flight finish. */
export async function startApi(
  config: Config,
  databaseUrl: string,
  signals: Signals,
): Promise<{ close(): Promise<void> }> {
  const dataSource = await openDataSource({
    url: databaseUrl,
    entities: API_ENTITIES,
    poolSize: POOL_SIZE,
    applicationName: 'lianjian api',
  });
  try {
    await assertWalled(dataSource);
    signals.metrics.watchPool('api', poolOf(dataSource));
    if (signals.tracing) tracePool(poolOf(dataSource));
    const app = await createApi({ config, dataSource, signals, log: logFailures(signals) });
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
