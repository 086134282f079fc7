import { requireAppDatabaseUrl } from '#config';
import { runProgram } from '#process';
import { withSignals } from '#signals';
import { startWorker } from './start.js';

// A deployment apart: the database is migrated by somebody who knows its owner's password.
await runProgram(
  (config) =>
    withSignals(config, 'lianjian-worker', (signals) =>
      startWorker(config, requireAppDatabaseUrl(config), signals),
    ),
  () => 'The worker is up.\n',
);
