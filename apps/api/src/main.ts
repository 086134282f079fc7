import { requireAppDatabaseUrl } from '#config';
import { runProgram } from '#process';
import { withSignals } from '#signals';
import { startApi } from './start.js';

// A deployment apart: the database is migrated by somebody who knows its owner's password.
await runProgram(
  (config) =>
    withSignals(config, 'lianjian-api', (signals) =>
      startApi(config, requireAppDatabaseUrl(config), signals),
    ),
  ({ host, port }) => `The API listens on ${host}, port ${port}.\n`,
);
