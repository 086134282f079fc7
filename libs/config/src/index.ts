export { ConfigError } from './config-error.js';
export { Config } from './config.js';
export { ConfigModule } from './config.module.js';
export { loadConfig } from './load-config.js';
export { requireAppDatabaseUrl } from './require-app-database-url.js';
export { type OidcSettings } from './oidc-settings.js';
export { type S3Settings } from './s3-settings.js';
