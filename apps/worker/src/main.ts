import { requireAppDatabaseUrl } from '#config';
import { runProgram } from '#process';
import { startWorker } from './start.js';

// A deployment apart: the database is migrated by somebody who knows its owner's password.
await runProgram(
  (config) => startWorker(config, requireAppDatabaseUrl(config)),
  () => 'The worker is up.\n',
);
