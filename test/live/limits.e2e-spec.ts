import type { LiveBounds } from '#graphql';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { documentOf } from '../support/live-feeds.js';
import { startLiveServer, type LiveServer } from '../support/live-server.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { until } from '../support/processes.js';
import { RoughClient } from '../support/rough-client.js';
import { startWorld, type World } from '../support/world.js';

const query = documentOf('meetingChanged');
const ENTRY = `GET /graphql HTTP/1.1
Host: localhost
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
Sec-WebSocket-Protocol: graphql-transport-ws

`.replaceAll('\n', '\r\n');

describe('a process with many sockets', () => {
  let world: World;
  let meeting: SeenMeeting;
  let server: LiveServer | null = null;
  let tokens: readonly string[];

  beforeAll(async () => {
    world = await startWorld();
    meeting = await new MeetingActs(world).called();
    tokens = await Promise.all(['clinic', 'bus-639'].map(async (one) => String(await world.as(one).token())));
  });
  afterEach(async () => {
    await server?.close();
    server = null;
  });
  afterAll(() => world.close());

  const start = async (bounds: Partial<LiveBounds>): Promise<LiveServer> =>
    (server = await startLiveServer(world.api, bounds));
  const subscribe = (rough: RoughClient, id: string): void =>
    rough.say({ id, type: 'subscribe', payload: { query, variables: { id: meeting.id } } });
  const gone = (of: LiveServer) => until('it is let go', () => of.count()['sockets'] === 0);
  const connections = ({ app }: LiveServer): Promise<number> => {
    const listening = app.getHttpServer();
    return promisify<number>(listening.getConnections.bind(listening))();
  };

  it.each([
    [
      'messages',
      (rough: RoughClient) => {
        for (let at = 0; at < 500; at++) rough.say({ type: 'ping', payload: { text: 'x'.repeat(60_000) } });
      },
    ],
    [
      'pings',
      (rough: RoughClient) => {
        for (let at = 0; at < 150_000; at++) rough.socket.ping(Buffer.alloc(125));
      },
    ],
  ])('lets a client go that reads none of the answers to its %s', async (_what, flood) => {
    const own = await start({ mostUnread: 64 * 1024 });
    const rough = await RoughClient.open(own.url, tokens[0]);
    rough.socket.pause();
    flood(rough);
    await gone(own);
    rough.socket.terminate();
  });

  it('answers a client that reads, however many pings it sends', async () => {
    const own = await start({ mostUnread: 64 * 1024 });
    const rough = await RoughClient.open(own.url, tokens[0]);
    rough.socket.ping(Buffer.from('one'));
    const [data] = await once(rough.socket, 'pong');
    expect(String(data)).toBe('one');
    rough.socket.terminate();
  });

  it('lets a client go that answers no ping, and no other', async () => {
    const own = await start({ pulse: 100 });
    const [deaf, other] = [
      await RoughClient.open(own.url, null, undefined, { autoPong: false }),
      await RoughClient.open(own.url, tokens[0]),
    ];
    expect(await deaf.code()).toBe(1006);
    await until('it is let go', () => own.count()['sockets'] === 1);
    expect(other.socket.readyState).toBe(other.socket.OPEN);
    other.socket.terminate();
  });

  it('waits for who has said nothing yet, and does not ask it to sign in while others are looked at', async () => {
    const own = await start({ pulse: 20, initWait: 500 });
    expect(await (await RoughClient.open(own.url)).code()).toBe(4408);
  });

  it('has so many sockets, whoever opened them, and room again when one is closed', async () => {
    const own = await start({ socketsOfProcess: 2 });
    const [one, two] = [
      await RoughClient.open(own.url, tokens[0]),
      await RoughClient.open(own.url, tokens[1]),
    ];
    await expect(RoughClient.open(own.url)).rejects.toThrow('429');
    one.socket.terminate();
    await until('it is gone', () => own.count()['sockets'] === 1);
    const three = await RoughClient.open(own.url, tokens[0]);
    for (const rough of [two, three]) rough.socket.terminate();
    await gone(own);
  });

  it('has so many subscriptions, whoever asked for them, and room again when one ends', async () => {
    const own = await start({ subscriptionsOfProcess: 2 });
    const [one, two] = [
      await RoughClient.open(own.url, tokens[0]),
      await RoughClient.open(own.url, tokens[1]),
    ];
    for (const rough of [one, two]) {
      subscribe(rough, '1');
      await until('it is told', () => rough.of('1').length === 1);
    }
    subscribe(two, '2');
    await until('it is answered', () => two.of('2').length === 2 || two.of('2')[0]?.['type'] === 'error');
    expect(JSON.stringify(two.of('2'))).toContain('TOO_MANY_REQUESTS');
    one.say({ id: '1', type: 'complete' });
    await until('it has ended', () => own.count()['subscriptions'] === 1);
    subscribe(two, '3');
    await until('it is told', () => two.of('3').length === 1);
    expect(two.of('3')).toMatchObject([{ type: 'next', payload: { data: { meetingChanged: {} } } }]);
    for (const rough of [one, two]) rough.socket.terminate();
  });

  it.each([5, 50])(
    'keeps nothing of a socket of at most %i that used one id again and again',
    async (most) => {
      const own = await start({ subscriptionsOfSocket: most });
      const rough = await RoughClient.open(own.url, tokens[0]);
      for (let at = 0; at < 20; at++) {
        subscribe(rough, '1');
        rough.say({ id: '1', type: 'complete' });
      }
      subscribe(rough, '1');
      await until('it is answered', () => rough.of('1').length > 0);
      expect(own.count()['subscriptions']).toBeLessThanOrEqual(most);
      rough.socket.terminate();
      await until('nothing is left', () => own.count()['subscriptions'] === 0);
    },
  );

  it('keeps no connection of who is refused a socket, nor minds one that breaks off', async () => {
    const own = await start({ socketsOfProcess: 0 });
    const open = async (): Promise<Socket> => {
      const socket = connect({ port: Number(new URL(own.url).port), host: '127.0.0.1', allowHalfOpen: true });
      socket.on('error', () => {});
      await once(socket, 'connect');
      socket.write(ENTRY);
      return socket;
    };
    for (let at = 0; at < 20; at++) (await open()).resetAndDestroy();
    const staying = await open();
    const [answer] = await once(staying, 'data');
    expect(String(answer)).toContain('429');
    const until0 = async (): Promise<void> => {
      if ((await connections(own)) > 0) return until0();
    };
    await until0();
    expect(own.faults).toEqual([]);
    staying.destroy();
  });
});
