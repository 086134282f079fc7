import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config-error.js';
import { type Config, EXECUTORS, LOG_LEVELS } from './config.js';
import { isOidcHalfSet, isSafeUrl, oidcSettingsOf } from './oidc-settings.js';
import { isHalfMail, isSmtpUrl, mailSettingsOf } from './mail-settings.js';
import { isBucketUrl, isHalfSet, s3SettingsOf } from './s3-settings.js';

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
    error: (issue) => `must be a whole number from 1 to 65535, but is ${JSON.stringify(issue.input)}`,
  })
  .transform(Number);

const perMinute = z
  .string()
  .refine((text) => /^[1-9]\d{0,6}$/.test(text), {
    error: (issue) => `must be a whole number from 1 to 9999999, but is ${JSON.stringify(issue.input)}`,
  })
  .transform(Number);

const flag = z
  .enum(['true', 'false', '1', '0'], {
    error: (issue) => `must be true or false, but is ${JSON.stringify(issue.input)}`,
  })
  .transform((text) => text === 'true' || text === '1');

const logLevel = z.enum(LOG_LEVELS, {
  error: (issue) => `must be one of ${LOG_LEVELS.join(', ')}, but is ${JSON.stringify(issue.input)}`,
});

const operations = z.enum(['any', 'listed'], {
  error: (issue) => `must be any or listed, but is ${JSON.stringify(issue.input)}`,
});

const executor = z.enum(EXECUTORS, {
  error: (issue) => `must be one of ${EXECUTORS.join(', ')}, but is ${JSON.stringify(issue.input)}`,
});

// The value is not repeated in the sentence: it may hold a password.
const postgresUrl = z
  .string()
  .refine(isPostgresUrl, 'must be a URL like postgres://user:password@host:5432/name');

const megabytes = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, {
    error: (issue) => `must be a whole number of megabytes from 1, but is ${JSON.stringify(issue.input)}`,
  })
  .transform(Number);

const bucketUrl = z.string().refine(isBucketUrl, 'must be a URL like https://s3.example.org/bucket');

// Nor this one: it may hold a key.
const webUrl = z.string().refine(isWebUrl, 'must be a URL like http://collector:4318');

const webOrigin = webUrl
  .refine((text) => isOrigin(text), 'must be an origin like https://lianjian.example.org, without a path')
  .transform((text) => new URL(text).origin);

const webOrigins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .pipe(z.array(webOrigin));

const safeUrl = z
  .string()
  .refine(
    isSafeUrl,
    'must be a URL like https://login.example.org, without a fragment; http on this machine alone',
  );

// Its password is not repeated either.
const smtpUrl = z.string().refine(isSmtpUrl, 'must be a URL like smtps://user:password@mail.example.org');

const mailFrom = z.email({
  error: (issue) => `must be an address like lianjian@example.org, but is ${JSON.stringify(issue.input)}`,
});

const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: postgresUrl.optional(),
  APP_DATABASE_URL: postgresUrl.optional(),
  LOAD_EXAMPLE: flag.optional(),
  LOG_LEVEL: logLevel.default('info'),
  PUBLIC_URL: webOrigin.optional(),
  ALLOWED_ORIGINS: webOrigins.default([]),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  ROBOT_ORIGINS: webOrigins.optional(),
  WEBHOOK_ORIGINS: webOrigins.default([]),
  TRUST_PROXY: flag.default(false),
  FILE_QUOTA_MB: megabytes.default(500),
  S3_BUCKET_URL: bucketUrl.optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  GRAPHQL_EXECUTOR: executor.default('jit'),
  OPERATIONS: operations.default('any'),
  OPERATIONS_MANIFEST: z.string().optional(),
  OIDC_ISSUER: safeUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPES: z.string().default('openid'),
  OIDC_RETURN_URL: safeUrl.optional(),
  METRICS_PORT: port.optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl.optional(),
  REQUESTS_PER_MINUTE_ADDRESS: perMinute.default(3_000),
  REQUESTS_PER_MINUTE_POST: perMinute.default(1_200),
});

const environment = variables
  .refine((settings) => !isHalfSet(settings), {
    path: ['S3_BUCKET_URL'],
    error: 'must come together with S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or none of them',
  })
  .refine((settings) => !isOidcHalfSet(settings), {
    path: ['OIDC_ISSUER'],
    error:
      'must come together with OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_RETURN_URL and PUBLIC_URL, or none of the first four',
  })
  .refine((settings) => settings.OPERATIONS === 'any' || settings.OPERATIONS_MANIFEST !== undefined, {
    path: ['OPERATIONS_MANIFEST'],
    error: 'must name the file that lists the operations, as OPERATIONS is listed',
  })
  .refine((settings) => !isHalfMail(settings), {
    path: ['SMTP_URL'],
    error: 'must come together with MAIL_FROM, or neither of them',
  });

/**
 * Reads the settings from environment variables; an empty one counts as not set.
 * @throws ConfigError with one sentence for each bad variable.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(set);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(sentenceOf));
  const settings = parsed.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL ?? null,
    appDatabaseUrl: settings.APP_DATABASE_URL ?? null,
    loadExample: settings.LOAD_EXAMPLE ?? settings.DATABASE_URL === undefined,
    logLevel: settings.LOG_LEVEL,
    publicUrl: settings.PUBLIC_URL ?? null,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    mail: mailSettingsOf(settings),
    robotOrigins: settings.ROBOT_ORIGINS ?? [],
    webhookOrigins: settings.WEBHOOK_ORIGINS,
    trustProxy: settings.TRUST_PROXY,
    fileQuotaBytes: settings.FILE_QUOTA_MB * 1024 * 1024,
    s3: s3SettingsOf(settings),
    graphqlExecutor: settings.GRAPHQL_EXECUTOR,
    operations: {
      manifest: settings.OPERATIONS_MANIFEST ? resolve(settings.OPERATIONS_MANIFEST) : null,
      listedOnly: settings.OPERATIONS === 'listed',
    },
    oidc: oidcSettingsOf(settings),
    metricsPort: settings.METRICS_PORT ?? null,
    metricsHost: settings.METRICS_HOST,
    traceEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    requestsPerMinute: {
      address: settings.REQUESTS_PER_MINUTE_ADDRESS,
      post: settings.REQUESTS_PER_MINUTE_POST,
    },
  };
}

/** Of a list, the bad entry is named by its number, as it may be long. */
function sentenceOf({
  path,
  message,
}: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): string {
  const [name, at] = path;
  return typeof at === 'number'
    ? `${String(name)}: entry ${at + 1} ${message}.`
    : `${path.join('.')} ${message}.`;
}

function isWebUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { origin, href } = new URL(text);
  return href === `${origin}/`;
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return ['postgres:', 'postgresql:'].includes(protocol) && pathname.length > 1;
}
