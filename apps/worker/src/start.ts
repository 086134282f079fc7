import type { Config } from '#config';

/** Placeholder: has no jobs to run yet. */
export async function startWorker(
  _config: Config,
  _databaseUrl: string,
): Promise<{ close(): Promise<void> }> {
  return { close: async () => {} };
}
