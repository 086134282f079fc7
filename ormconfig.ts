import { join } from 'node:path';
import { loadConfig } from '#config';
import { buildMigrationDataSource, findEmbeddedPostgres } from '#database';

const config = loadConfig(process.env);
const ownerUrl =
  config.databaseUrl ?? (await findEmbeddedPostgres(join(config.dataDir, 'postgres')))?.ownerUrl;
if (!ownerUrl)
  throw new Error('Set DATABASE_URL, or start Lianjian first: its embedded database does not run.');

/** For TypeORM's command line: npx typeorm -d dist/ormconfig.js migration:show */
export default await buildMigrationDataSource(ownerUrl);
