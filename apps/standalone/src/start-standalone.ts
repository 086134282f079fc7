import type { Config } from '#config';
import type { Signals } from '#signals';
import { startApi } from '../../api/src/start.js';
import { startWorker } from '../../worker/src/start.js';
import { assertPortFree } from './assert-port-free.js';
import { loadExample } from './load-example.js';
import { provideDatabase } from './provide-database.js';

/** The whole platform in one process. */
export interface Standalone {
  /** The file with the accounts of the example, if it was loaded. */
  readonly accountsFile: string | null;
  /** Resolves with a sentence should the embedded database or the worker end unasked. */
  readonly died: Promise<string>;
  /** Drains the API, then the worker, and stops the database last. */
  close(): Promise<void>;
}

/** Starts database, worker and API; a start that fails leaves nothing running. */
export async function startStandalone(config: Config, signals: Signals): Promise<Standalone> {
  await assertPortFree(config);
  const database = await provideDatabase(config);
  const stops = [() => database.stop()];
  const close = async (): Promise<void> => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  };
  try {
    const accountsFile = config.loadExample ? await loadExample(config, database) : null;
    const worker = await startWorker(config, database.appUrl, signals);
    stops.push(() => worker.close());
    const api = await startApi(config, database.appUrl, signals);
    stops.push(() => api.close());
    const databaseDied = database.died.then((reason) => `The database ended: ${reason}.`);
    return { accountsFile, died: Promise.race([databaseDied, worker.died]), close };
  } catch (error) {
    await close();
    throw error;
  }
}
