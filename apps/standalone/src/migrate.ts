import { type Config, ConfigError, loadConfig } from '#config';
import { describeStartError } from '#process';
import { prepareDatabase } from './provide-database.js';

// What a deployment runs once before its API and workers start: it alone knows the owner's password.
let config: Config | null = null;
try {
  config = loadConfig(process.env);
  if (config.databaseUrl === null)
    throw new ConfigError(['DATABASE_URL must name the database, with its owner, that is to be migrated.']);
  await prepareDatabase(config, config.databaseUrl);
  process.stdout.write('The database is at this release, and the application may sign in to it.\n');
} catch (error) {
  process.stderr.write(`${describeStartError(error, config)}\n`);
  process.exitCode = 1;
}
