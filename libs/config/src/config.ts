import type { OidcSettings } from './oidc-settings.js';
import type { MailSettings } from './mail-settings.js';
import type { S3Settings } from './s3-settings.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const EXECUTORS = ['jit', 'graphql-js'] as const;

/** A class and not an interface, so that Nest can inject the settings by type. */
export abstract class Config {
  /** TCP port of the API, 1 to 65535. */
  abstract readonly port: number;
  /** Address the API listens on. */
  abstract readonly host: string;
  /** Absolute path of the folder for what must outlive a restart. */
  abstract readonly dataDir: string;
  /** The schema owner's connection; null means the embedded server. */
  abstract readonly databaseUrl: string | null;
  /** What API and worker connect with; null means a login made by the owner. */
  abstract readonly appDatabaseUrl: string | null;
  /** Whether an empty database is filled with the example network. */
  abstract readonly loadExample: boolean;
  abstract readonly logLevel: (typeof LOG_LEVELS)[number];
  /** What one address and one post may ask of one API process. */
  abstract readonly requestsPerMinute: { readonly address: number; readonly post: number };
  /** Origin at which people reach the API, as it is printed, without a slash at its end; null means that of the request. */
  abstract readonly publicUrl: string | null;
  /** Origins of foreign pages that may ask with a token of theirs, such as dashboards. */
  abstract readonly allowedOrigins: readonly string[];
  /** How mails are sent; null means that none are. */
  abstract readonly mail: MailSettings | null;
  /** Origins at which robots of group chats may stand, beside those of their makers. */
  abstract readonly robotOrigins: readonly string[];
  /** Origins to which webhooks may go beside public ones, such as one on this machine for those who build. */
  abstract readonly webhookOrigins: readonly string[];
  /** Whether X-Forwarded-* headers come from a proxy of ours. */
  abstract readonly trustProxy: boolean;
  /** What the files of one unit may take together. */
  abstract readonly fileQuotaBytes: number;
  /** Where files are kept; null means in the data folder. */
  abstract readonly s3: S3Settings | null;
  /** What runs GraphQL: queries that come again compiled to JavaScript, or all through graphql-js. */
  abstract readonly graphqlExecutor: (typeof EXECUTORS)[number];
  /** The operations that the operator has listed: by a file, and whether no others may be asked. */
  abstract readonly operations: { readonly manifest: string | null; readonly listedOnly: boolean };
  /** Where people may prove who they are beside their passwords; null means nowhere. */
  abstract readonly oidc: OidcSettings | null;
  /** TCP port on which a process shows its figures; null means that it does not. */
  abstract readonly metricsPort: number | null;
  /** Address that port is opened on. */
  abstract readonly metricsHost: string;
  /** Base URL of an OpenTelemetry collector; null means no traces. */
  abstract readonly traceEndpoint: string | null;
}
