import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Config, ConfigError, ConfigModule, loadConfig } from './index.js';

function sentencesFor(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('needs nothing: the defaults are a local platform on an embedded database with the example', () => {
    expect(loadConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      databaseUrl: null,
      appDatabaseUrl: null,
      loadExample: true,
      logLevel: 'info',
      graphqlExecutor: 'jit',
      publicUrl: null,
      allowedOrigins: [],
      mail: null,
      robotOrigins: [],
      webhookOrigins: [],
      trustProxy: false,
      fileQuotaBytes: 500 * 1024 * 1024,
      s3: null,
      operations: { manifest: null, listedOnly: false },
      oidc: null,
      metricsPort: null,
      metricsHost: '127.0.0.1',
      traceEndpoint: null,
      requestsPerMinute: { address: 3_000, post: 1_200 },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(loadConfig({}));
  });

  it('never loads the example into an external database unless asked', () => {
    const external = { DATABASE_URL: 'postgres://owner:secret@db.example:5432/lianjian' };
    expect(loadConfig(external).loadExample).toBe(false);
    expect(loadConfig({ ...external, LOAD_EXAMPLE: 'true' }).loadExample).toBe(true);
    expect(loadConfig({ LOAD_EXAMPLE: '0' }).loadExample).toBe(false);
  });

  it.each(['0', '65536', '-1', '3000.5', '3e3', 'http', '0x10'])('refuses PORT=%s', (PORT) => {
    expect(sentencesFor({ PORT })).toEqual([
      `PORT must be a whole number from 1 to 65535, but is "${PORT}".`,
    ]);
  });

  it.each(['0', '-5', '1.5', 'many', '10000000'])('refuses REQUESTS_PER_MINUTE_POST=%s', (value) => {
    expect(sentencesFor({ REQUESTS_PER_MINUTE_POST: value })).toEqual([
      `REQUESTS_PER_MINUTE_POST must be a whole number from 1 to 9999999, but is "${value}".`,
    ]);
  });

  it('takes a mail server with an address that mails come from, and neither alone; the password is not repeated', () => {
    const both = { SMTP_URL: 'smtps://me:s3cret@mail.example.org', MAIL_FROM: 'lianjian@example.org' };
    expect(loadConfig(both).mail).toEqual({ smtpUrl: both.SMTP_URL, from: both.MAIL_FROM });
    for (const one of Object.entries(both))
      expect(sentencesFor(Object.fromEntries([one]))).toEqual([
        'SMTP_URL must come together with MAIL_FROM, or neither of them.',
      ]);
    expect(sentencesFor({ ...both, SMTP_URL: 'https://me:s3cret@mail.example.org' }).join()).not.toContain(
      's3cret',
    );
    expect(sentencesFor({ ...both, MAIL_FROM: 'Lianjian' })).toHaveLength(1);
  });

  it('takes origins of robots, with commas between, and nothing beneath them', () => {
    const ROBOT_ORIGINS = 'https://chat.example.org, http://127.0.0.1:4000';
    expect(loadConfig({ ROBOT_ORIGINS }).robotOrigins).toEqual([
      'https://chat.example.org',
      'http://127.0.0.1:4000',
    ]);
    expect(sentencesFor({ ROBOT_ORIGINS: 'https://chat.example.org/hook' })).toHaveLength(1);
  });

  it('takes origins of webhooks beside public ones, none unless told', () => {
    expect(loadConfig({ WEBHOOK_ORIGINS: 'http://127.0.0.1:4000' }).webhookOrigins).toEqual([
      'http://127.0.0.1:4000',
    ]);
    expect(sentencesFor({ WEBHOOK_ORIGINS: 'http://127.0.0.1:4000/hook' })).toHaveLength(1);
  });

  it('takes an origin to print, and nothing beneath it', () => {
    expect(loadConfig({}).publicUrl).toBeNull();
    expect(loadConfig({ PUBLIC_URL: 'https://Lianjian.example.org/' }).publicUrl).toBe(
      'https://lianjian.example.org',
    );
    expect(sentencesFor({ PUBLIC_URL: 'https://example.org/lianjian' })).toEqual([
      'PUBLIC_URL must be an origin like https://lianjian.example.org, without a path.',
    ]);
    expect(sentencesFor({ PUBLIC_URL: 'example.org' })).toEqual([
      'PUBLIC_URL must be a URL like http://collector:4318.',
    ]);
  });

  it('takes origins whose pages may ask, none unless told, and never any page there is', () => {
    expect(loadConfig({}).allowedOrigins).toEqual([]);
    const ALLOWED_ORIGINS = 'https://Board.example.org, http://localhost:8080/';
    expect(loadConfig({ ALLOWED_ORIGINS }).allowedOrigins).toEqual([
      'https://board.example.org',
      'http://localhost:8080',
    ]);
    expect(sentencesFor({ ALLOWED_ORIGINS: 'https://example.org,*' })).toEqual([
      'ALLOWED_ORIGINS: entry 2 must be a URL like http://collector:4318.',
    ]);
    expect(sentencesFor({ ALLOWED_ORIGINS: 'https://example.org/board' })).toEqual([
      'ALLOWED_ORIGINS: entry 1 must be an origin like https://lianjian.example.org, without a path.',
    ]);
    expect(sentencesFor({ ALLOWED_ORIGINS: 'null' })).toEqual([
      'ALLOWED_ORIGINS: entry 1 must be a URL like http://collector:4318.',
    ]);
  });

  it('takes only listed operations from a file that lists them', () => {
    const env = { OPERATIONS: 'listed', OPERATIONS_MANIFEST: 'operations.json' };
    expect(loadConfig(env).operations).toEqual({ manifest: resolve('operations.json'), listedOnly: true });
    expect(sentencesFor({ OPERATIONS: 'listed' })).toEqual([
      'OPERATIONS_MANIFEST must name the file that lists the operations, as OPERATIONS is listed.',
    ]);
    expect(sentencesFor({ OPERATIONS: 'some' })).toEqual([
      'OPERATIONS must be any or listed, but is "some".',
    ]);
  });

  it('takes a provider of sign-ins whole, and over TLS', () => {
    const env = {
      OIDC_ISSUER: 'https://login.example.org',
      OIDC_CLIENT_ID: 'lianjian',
      OIDC_CLIENT_SECRET: 'hunter2',
      OIDC_RETURN_URL: 'https://app.example.org/signed-in',
      PUBLIC_URL: 'https://lianjian.example.org',
    };
    expect(loadConfig(env).oidc).toEqual({
      issuer: 'https://login.example.org',
      clientId: 'lianjian',
      clientSecret: 'hunter2',
      scopes: 'openid',
      returnUrl: 'https://app.example.org/signed-in',
      publicUrl: 'https://lianjian.example.org',
    });
    for (const name of Object.keys(env))
      expect(sentencesFor({ ...env, [name]: '' })).toEqual([
        'OIDC_ISSUER must come together with OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_RETURN_URL and PUBLIC_URL, or none of the first four.',
      ]);
    expect(sentencesFor({ ...env, OIDC_ISSUER: 'http://login.example.org' })[0]).toMatch(
      /^OIDC_ISSUER must be/,
    );
  });

  it('names every bad variable at once, each in one sentence', () => {
    expect(sentencesFor({ PORT: 'x', LOG_LEVEL: 'loud', TRUST_PROXY: 'maybe' })).toEqual([
      'PORT must be a whole number from 1 to 65535, but is "x".',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is "loud".',
      'TRUST_PROXY must be true or false, but is "maybe".',
    ]);
  });

  it('keeps files in a bucket when it is named together with its key', () => {
    const s3 = { S3_BUCKET_URL: 'https://s3.example.org/lianjian', S3_ACCESS_KEY_ID: 'id' };
    expect(loadConfig({ ...s3, S3_SECRET_ACCESS_KEY: 'secret' }).s3).toEqual({
      bucketUrl: 'https://s3.example.org/lianjian',
      region: 'us-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    });
    expect(sentencesFor(s3)).toEqual([
      'S3_BUCKET_URL must come together with S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or none of them.',
    ]);
    expect(
      sentencesFor({ ...s3, S3_SECRET_ACCESS_KEY: 'x', S3_BUCKET_URL: 's3://bucket', FILE_QUOTA_MB: '0' }),
    ).toEqual([
      'FILE_QUOTA_MB must be a whole number of megabytes from 1, but is "0".',
      'S3_BUCKET_URL must be a URL like https://s3.example.org/bucket.',
    ]);
  });

  it.each(['mysql://u:hunter2@h/db', 'hunter2', 'postgres://u:hunter2@host', 'postgres://u:hunter2@h:x/db'])(
    'refuses DATABASE_URL=%s without repeating it',
    (DATABASE_URL) => {
      const [sentence, ...others] = sentencesFor({ DATABASE_URL });
      expect(others).toEqual([]);
      expect(sentence).toMatch(/^DATABASE_URL must be a URL like postgres:/);
      expect(sentence).not.toContain('hunter2');
    },
  );
});

describe('the settings of what can be seen inside', () => {
  it('are read, and refused without repeating what may hold a key', () => {
    const env = { METRICS_PORT: '9464', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
    expect(loadConfig(env)).toMatchObject({ metricsPort: 9464, traceEndpoint: 'http://collector:4318' });
    expect(sentencesFor({ OTEL_EXPORTER_OTLP_ENDPOINT: 'key@collector' })).toEqual([
      'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL like http://collector:4318.',
    ]);
  });
});

describe('ConfigModule', () => {
  it('injects the settings by type', async () => {
    const config = loadConfig({ PORT: '4000' });
    const app = await NestFactory.createApplicationContext(ConfigModule.with(config), { logger: false });
    expect(app.get(Config)).toBe(config);
    await app.close();
  });
});
