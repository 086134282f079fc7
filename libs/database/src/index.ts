export { ensureAppLogin } from './app-login.js';
export { assertWalled } from './assert-walled.js';
export { loginOf, withLogin } from './connection-url.js';
export { DatabaseError } from './database-error.js';
export { describeDatabaseError, findDatabaseSentence } from './describe-database-error.js';
export {
  type EmbeddedPostgres,
  type EmbeddedSettings,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded/embedded-postgres.js';
export { migrate } from './migrate.js';
export { buildMigrationDataSource } from './migrations.js';
export { CONNECTION_SECONDS, type DataSourceSettings, openDataSource } from './open-data-source.js';
export { poolOf } from './pool-of.js';
export { SnakeNaming } from './snake-naming.js';
export { TenantEntity } from './tenant.entity.js';
export { type AppLoginWish, provideAppUrl } from './provide-app-url.js';
export { DatabaseModule } from './database.module.js';
