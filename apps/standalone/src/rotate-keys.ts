import { join } from 'node:path';
import { type Config, ConfigError, loadConfig } from '#config';
import { findEmbeddedPostgres, openDataSource } from '#database';
import { SigningKeys } from '#network';
import { describeStartError } from '#process';
import { SystemClock } from '#tenancy';

async function getUrl({ appDatabaseUrl, databaseUrl, dataDir }: Config): Promise<string> {
  const url =
    appDatabaseUrl ?? databaseUrl ?? (await findEmbeddedPostgres(join(dataDir, 'postgres')))?.ownerUrl;
  if (url === undefined)
    throw new ConfigError([
      'Set APP_DATABASE_URL or DATABASE_URL, or start Lianjian first: its embedded database does not run.',
    ]);
  return url;
}

async function rotate(url: string): Promise<string> {
  const settings = { url, entities: [], poolSize: 1, applicationName: 'lianjian keys' };
  const dataSource = await openDataSource(settings);
  try {
    return await new SigningKeys(dataSource, new SystemClock()).rotate();
  } finally {
    await dataSource.destroy();
  }
}

// Makes the next signing key; every API process signs with it within half a minute.
let config: Config | null = null;
try {
  config = loadConfig(process.env);
  const kid = await rotate(await getUrl(config));
  process.stdout.write(`New access tokens are signed with key ${kid}; those signed before stay valid.\n`);
} catch (error) {
  process.stderr.write(`${describeStartError(error, config)}\n`);
  process.exitCode = 1;
}
