import { requireAppDatabaseUrl } from '#config';
import { runProgram } from '#process';
import { startApi } from './start.js';

// A deployment apart: the database is migrated by somebody who knows its owner's password.
await runProgram(
  (config) => startApi(config, requireAppDatabaseUrl(config)),
  ({ host, port }) => `The API listens on ${host}, port ${port}.\n`,
);
