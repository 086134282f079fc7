import { FixedClock } from '#tenancy';
import { buildSchema } from 'graphql';
import { RequestLimits } from '../limits/request-limit.js';
import type { TenantContext } from '../tenant-context.js';
import { LiveProtocol } from './live-protocol.js';
import { LIVE_BOUNDS, type LiveSettings } from './live-settings.js';
import type { LiveSocket } from './live-socket.js';

const SUBSCRIBE = { id: '1', type: 'subscribe', payload: { query: 'subscription { day }' } };

describe('a subscription that cannot be opened', () => {
  it('is counted no longer', async () => {
    let isBroken = false;
    const createContext = (): TenantContext => {
      if (isBroken) throw new Error('It cannot be opened.');
      const context = {
        authenticate: async () => ({ postId: 'post' }),
        read: async () => null,
        close: async () => {},
      };
      return context as unknown as TenantContext;
    };
    const settings: LiveSettings = {
      path: '/graphql',
      schema: buildSchema('type Query { day: Int } type Subscription { day: Int }'),
      createContext,
      log: () => {},
      limits: new RequestLimits({ address: 100, post: 100 }, new FixedClock('2026-11-23T09:00:00+08:00')),
    };
    const protocol = new LiveProtocol(settings, LIVE_BOUNDS);
    let hear: (text: string) => Promise<void> = async () => {};
    const socket = { protocol: 'graphql-transport-ws', send: () => {}, close: () => {} };
    const request = { id: 'request', ip: '::1', headers: {}, raw: { headers: {} } };
    const live = { request, subscriptionCount: 0, answers: new Set() } as unknown as LiveSocket;
    const closed = protocol.server.opened({ ...socket, onMessage: (heard) => (hear = heard) }, live);
    await hear(JSON.stringify({ type: 'connection_init' }));
    const limits = settings.limits.post;
    const admit = limits.admit.bind(limits);
    // After it was accepted, and before it is opened.
    Object.assign(limits, {
      admit: (id: string) => {
        isBroken = true;
        return admit(id);
      },
    });
    await expect(hear(JSON.stringify(SUBSCRIBE))).rejects.toThrow('It cannot be opened.');
    expect([protocol.subscriptionCount, live.subscriptionCount]).toEqual([0, 0]);
    await closed(1000, '');
  });
});
