import { join } from 'node:path';
import { type Config, ConfigError, loadConfig } from '#config';
import { findEmbeddedPostgres } from '#database';
import { issueCodeAsOperator } from '#network';
import { describeStartError } from '#process';

async function getOwnerUrl({ databaseUrl, dataDir }: Config): Promise<string> {
  const url = databaseUrl ?? (await findEmbeddedPostgres(join(dataDir, 'postgres')))?.ownerUrl;
  if (url === undefined)
    throw new ConfigError(['Set DATABASE_URL, or start Lianjian first: its embedded database does not run.']);
  return url;
}

async function issue(current: Config, [region = '', account = '']: readonly string[]): Promise<string> {
  const issued = await issueCodeAsOperator(await getOwnerUrl(current), region, account);
  if (!issued)
    throw new ConfigError([
      `There is no account "${account}" in region "${region}": name both, in this order.`,
    ]);
  const { oneTimeCode, expiresAt } = issued;
  return `${oneTimeCode} sets a new password for ${account}, once, until ${expiresAt.toISOString()}.\n`;
}

// A code for whom nobody on the platform appoints.
let config: Config | null = null;
try {
  config = loadConfig(process.env);
  process.stdout.write(await issue(config, process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${describeStartError(error, config)}\n`);
  process.exitCode = 1;
}
