import { FixedClock } from '#tenancy';
import type { FastifyRequest } from 'fastify';
import { buildSchema } from 'graphql';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { RequestLimits } from '../limits/request-limit.js';
import { LiveSockets } from './live-sockets.js';

const ENTRY = [
  'GET /graphql HTTP/1.1',
  'Host: localhost',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: graphql-transport-ws',
  '\r\n',
].join('\r\n');
/** The first byte of a close. */
const FAREWELL = 0x88;

describe('sockets of a process that stops', () => {
  it('are all waited for, also one whose client answers the farewell with garbage', async () => {
    const sockets = new LiveSockets({
      path: '/graphql',
      schema: buildSchema('type Query { day: Int } type Subscription { day: Int }'),
      createContext: () => {
        throw new Error('Nobody has said who it is.');
      },
      log: () => {},
      limits: new RequestLimits({ address: 100, post: 100 }, new FixedClock('2026-11-23T09:00:00+08:00')),
      bounds: { farewell: 60_000 },
    });
    const server = createServer();
    server.on('upgrade', (raw, socket, head) => {
      const request = { id: 'request', ip: '127.0.0.1', raw, headers: raw.headers };
      sockets.take(request as unknown as FastifyRequest, socket, head);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.on('error', () => {});
    client.on('data', (data) => data[0] === FAREWELL && client.write(Buffer.alloc(8, 0xff)));
    client.write(ENTRY);
    await once(client, 'data');
    expect(sockets.socketCount).toBe(1);
    await sockets.close();
    expect(sockets.socketCount).toBe(0);
    client.destroy();
    server.close();
  });
});
