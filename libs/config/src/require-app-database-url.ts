import { ConfigError } from './config-error.js';
import type { Config } from './config.js';

/**
 * The connection of a process that never sees the owner's.
 * @throws ConfigError when it is not set
 */
export function requireAppDatabaseUrl({ appDatabaseUrl }: Config): string {
  if (appDatabaseUrl !== null) return appDatabaseUrl;
  throw new ConfigError([
    'APP_DATABASE_URL must name the database, with the login of the application: this process neither migrates nor makes one.',
  ]);
}
