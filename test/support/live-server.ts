import { openDataSource } from '#database';
import { loadConfig } from '#config';
import type { LiveBounds } from '#graphql';
import { Metrics } from '#signals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FormattedExecutionResult } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import { createApi } from '../../apps/api/src/create-api.js';
import { API_ENTITIES } from '../../apps/api/src/entities.js';
import { makeTempDir } from './temp-dir.js';
import { UNLIMITED, type TestApi } from './test-api.js';

type CountLive = LiveServer['count'];

/** One more API process of the same database, as far as it can be seen from outside. */
export interface LiveServer {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly faults: unknown[];
  /** What is open in it. */
  count(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

export async function startLiveServer(
  { database, clock }: TestApi,
  liveBounds: Partial<LiveBounds> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<LiveServer> {
  const dir = makeTempDir();
  const faults: unknown[] = [];
  const dataSource = await openDataSource({
    url: database.appUrl,
    entities: API_ENTITIES,
    poolSize: 6,
    applicationName: 'lianjian live test',
    patience: { connectionTimeoutMillis: 60_000 },
  });
  const config = loadConfig({ DATA_DIR: dir.path, ...UNLIMITED, ...env });
  let count: CountLive = () => ({});
  const metrics = Object.assign(new Metrics(), {
    watchLive: (counting: CountLive) => void (count = counting),
  });
  const signals = { log: pino({ level: 'silent' }), metrics, tracing: null };
  const log = (fault: unknown): void => void faults.push(fault);
  const app = await createApi({ config, dataSource, clock, signals, liveBounds, log });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const close = async (): Promise<void> => {
    await app.close();
    await dataSource.destroy();
    dir.remove();
  };
  return { app, url: `ws://127.0.0.1:${port}/graphql`, faults, count: () => count(), close };
}

/** A client that comes with this token, and does not come back by itself. */
export function liveClient(url: string, token: string | null): Client {
  return createClient({
    url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
    onNonLazyError: () => {},
  });
}

/** What one subscription was told, one answer after the other. */
export class Feed<Data> {
  readonly answers: FormattedExecutionResult<Data, unknown>[] = [];
  private readonly iterator: AsyncIterableIterator<FormattedExecutionResult<Data, unknown>>;

  constructor(client: Client, query: string, variables: Record<string, unknown> = {}) {
    this.iterator = client.iterate<Data>({ query, variables });
  }

  /** The data of the next answer; fails with its first error. */
  async next(): Promise<Data> {
    const { data, errors } = await this.nextAnswer();
    const [first] = errors ?? [];
    if (first) throw new Error(`${String(first.extensions?.['code'])}: ${first.message}`);
    if (!data) throw new Error('The answer holds neither data nor errors.');
    return data;
  }

  async nextAnswer(): Promise<FormattedExecutionResult<Data, unknown>> {
    const { done, value } = await this.iterator.next();
    if (done) throw new Error('The subscription is over.');
    this.answers.push(value);
    return value;
  }

  /** Fails unless nothing follows. */
  async expectOver(): Promise<void> {
    const { done, value } = await this.iterator.next();
    if (!done) throw new Error(`It goes on: ${JSON.stringify(value)}`);
  }

  async end(): Promise<void> {
    await this.iterator.return?.();
  }
}
