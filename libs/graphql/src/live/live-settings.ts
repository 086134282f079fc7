import type { FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { ErrorLog } from '../errors/format-error.js';
import type { RequestLimits } from '../limits/request-limit.js';
import type { ListedOperations } from '../operations/listed-operations.js';
import type { RequestObserver } from '../signals/request-hooks.js';
import type { TenantContext } from '../tenant-context.js';

/** What subscriptions need of the API. */
export interface LiveSettings {
  readonly path: string;
  readonly schema: GraphQLSchema;
  /** Made anew for each look: who asks is found out again, and so is what they may see. */
  readonly createContext: (request: FastifyRequest) => TenantContext;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
  /** What the operator has listed; none where anything may be asked, by its text alone. */
  readonly operations?: ListedOperations | undefined;
  readonly observer?: RequestObserver | undefined;
  readonly bounds?: Partial<LiveBounds>;
}

export interface LiveBounds {
  /** Of one message of a client, in bytes. */
  readonly longestMessage: number;
  /** Until a socket has said who it is (ms). */
  readonly initWait: number;
  /** Between two pings, and two looks at whether who subscribed is still signed in (ms). */
  readonly pulse: number;
  /** What may wait to be read by a client before it is cut off, in bytes. */
  readonly mostUnread: number;
  readonly socketsOfProcess: number;
  readonly socketsOfAddress: number;
  readonly subscriptionsOfSocket: number;
  readonly subscriptionsOfPost: number;
  readonly subscriptionsOfProcess: number;
  /** How many look at a time: each takes a connection to the database, of which requests need some too. */
  readonly looksAtOnce: number;
  /** What clients are given to say goodbye when the process stops (ms). */
  readonly farewell: number;
}

export const LIVE_BOUNDS: LiveBounds = {
  longestMessage: 64 * 1024,
  initWait: 5_000,
  pulse: 15_000,
  mostUnread: 1024 * 1024,
  socketsOfProcess: 5_000,
  socketsOfAddress: 2_000,
  subscriptionsOfSocket: 50,
  subscriptionsOfPost: 200,
  subscriptionsOfProcess: 20_000,
  looksAtOnce: 4,
  farewell: 1_000,
};
