import { once } from 'node:events';
import { request } from 'node:http';
import { randomBytes } from 'node:crypto';
import { ChangeFeed } from '#changes';
import { LiveCursors } from '#live';
import { until } from '../support/processes.js';
import { startLiveServer, type LiveServer } from '../support/live-server.js';
import { documentOf, LiveFeeds, nextOf } from '../support/live-feeds.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { RoughClient as Rough } from '../support/rough-client.js';
import { startWorld, type World } from '../support/world.js';

const QUERY = documentOf('meetingChanged');
const SECOND = JSON.stringify({ type: 'connection_init' });

describe('a socket', () => {
  let world: World;
  let server: LiveServer;
  let token: string;
  const feeds = new LiveFeeds(() => server);
  const bounds = { initWait: 200, subscriptionsOfSocket: 5, subscriptionsOfPost: 8, socketsOfAddress: 12 };

  beforeAll(async () => {
    world = await startWorld();
    server = await startLiveServer(world.api, bounds);
    token = String(await world.as('clinic').token());
  });
  afterEach(async () => {
    await feeds.close();
    await until('all are gone', () => counts().sockets === 0);
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  const counts = () => server.count();
  const post = (query: string, variables = {}) => world.as('clinic').askRaw(query, variables);

  it.each([
    ['garbage', 4400, (rough: Rough) => rough.say('{')],
    ['a message of no kind', 4400, (rough: Rough) => rough.say({ type: 'shout' })],
    ['more than 64 KiB', 1009, (rough: Rough) => rough.say(`"${'x'.repeat(65_537)}"`)],
    ['nothing at all', 4408, () => {}],
    [
      'a subscription before its name',
      4401,
      (rough: Rough) => rough.say({ id: '1', type: 'subscribe', payload: { query: QUERY } }),
    ],
    ['no token', 4403, (rough: Rough) => rough.say({ type: 'connection_init' })],
    [
      'a token that is not ours',
      4403,
      (rough: Rough) => rough.say({ type: 'connection_init', payload: { authorization: 'Bearer x.y.z' } }),
    ],
  ])('that brings %s is closed with %i', async (_what, code, bring) => {
    const rough = await Rough.open(server.url);
    bring(rough);
    expect(await rough.code()).toBe(code);
    expect(rough.heard).toEqual([]);
  });

  it('is closed that says twice who it is, or speaks another protocol', async () => {
    const rough = await Rough.open(server.url, token);
    rough.say(SECOND);
    expect(await rough.code()).toBe(4429);
    await expect(Rough.open(server.url, null, 'graphql-ws')).rejects.toThrow('no subprotocol');
  });

  it('has so many subscriptions and no more, and each post too', async () => {
    const meeting = await new MeetingActs(world).called();
    const [one, two] = [await Rough.open(server.url, token), await Rough.open(server.url, token)];
    const variables = { id: meeting.id };
    for (let id = 0; id < 1_000; id++)
      one.say({ id: `${id}`, type: 'subscribe', payload: { query: QUERY, variables } });
    const first = (id: string) => one.of(id)[0]?.['type'];
    await until('all are answered', () => Array.from({ length: 1_000 }, (_, id) => `${id}`).every(first));
    const kinds = Array.from({ length: 1_000 }, (_, id) => first(`${id}`));
    expect(kinds.filter((kind) => kind === 'next')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'error')).toHaveLength(995);
    expect(JSON.stringify(one.of('999'))).toContain('TOO_MANY_REQUESTS');
    for (let id = 0; id < 5; id++)
      two.say({ id: `${id}`, type: 'subscribe', payload: { query: QUERY, variables } });
    await until('each is answered', () => [0, 1, 2, 3, 4].every((id) => two.of(`${id}`).length > 0));
    expect(counts()).toEqual({ sockets: 2, subscriptions: 8 });
    for (const rough of [one, two]) rough.socket.terminate();
    await until('nothing is left', () => counts().subscriptions === 0);
  });

  it.each([
    'subscription { inboxChanged @skip(if: true) { cursor } }',
    'subscription ($isWanted: Boolean = false) { inboxChanged @include(if: $isWanted) { cursor } }',
    'subscription { ... @skip(if: true) { inboxChanged { cursor } } }',
    'subscription { ...All @include(if: false) } fragment All on Subscription { inboxChanged { cursor } }',
    'subscription { ...All } fragment All on Subscription { inboxChanged @skip(if: true) { cursor } }',
  ])('is told that nothing is left to watch: %s', async (query) => {
    const rough = await Rough.open(server.url, token);
    rough.say({ id: '1', type: 'subscribe', payload: { query } });
    await until('it is answered', () => rough.of('1').length > 0);
    rough.socket.terminate();
    expect(rough.of('1')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  it('may leave out what lies beneath the field that it watches', async () => {
    const rough = await Rough.open(server.url, token);
    const query = 'subscription { inboxChanged { cursor @skip(if: true) __typename } }';
    rough.say({ id: '1', type: 'subscribe', payload: { query } });
    await until('it is answered', () => rough.of('1').length > 0);
    rough.socket.terminate();
    expect(rough.of('1')).toMatchObject([
      { type: 'next', payload: { data: { inboxChanged: { __typename: expect.any(String) as string } } } },
    ]);
  });

  it('is refused where too many are open', async () => {
    const open = [];
    for (let at = 0; at < 12; at++) open.push(await Rough.open(server.url, token));
    await expect(Rough.open(server.url)).rejects.toThrow('429');
    for (const rough of open) rough.socket.terminate();
  });

  it.each([
    ['{ me { name } }', 'BAD_REQUEST'],
    ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    [
      `subscription { inboxChanged { ${'a: cursor '.repeat(16).replaceAll(/a(?=:)/g, () => `a${randomBytes(3).toString('hex')}`)} } }`,
      'TOO_COMPLEX',
    ],
    ['subscription ($after: String!) { inboxChanged(after: $after) { cursor } }', 'BAD_USER_INPUT'],
    [
      'subscription { inboxChanged { cursor } inboxChanged2: inboxChanged { at } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('is refused %s with %s', async (query, code) => {
    const rough = await Rough.open(server.url, token);
    rough.say({ id: '1', type: 'subscribe', payload: { query } });
    await until('it is answered', () => rough.of('1').length > 0);
    expect(rough.of('1')).toMatchObject([{ type: 'error', payload: [{ extensions: { code } }] }]);
    rough.socket.terminate();
  });

  it('is asked for where a subscription comes by POST', async () => {
    const { status, raw } = await post('subscription { inboxChanged { cursor } }');
    expect(status).toBe(400);
    expect(JSON.parse(raw).errors[0]).toMatchObject({
      message: expect.stringContaining('graphql-transport-ws'),
      extensions: { code: 'BAD_REQUEST' },
    });
  });

  it('refuses cursors that were made up, of another region, of the future, too old or before what is kept, and says of none more', async () => {
    const { id } = await new MeetingActs(world).called();
    const regionId = world.as('clinic').claims?.regionId ?? '';
    const there = await new MeetingActs(world.other).called();
    const cursorOf = async (region: typeof world.other, account: string, thing: string) =>
      (await nextOf(await feeds.watch(region, account, 'meetingChanged', { id: thing }))).cursor;
    const older = await cursorOf(world, 'clinic', id);
    await new MeetingActs(world).called();
    await server.app.get(ChangeFeed).prune(regionId, new Date(world.clock.now().getTime() + 60_000));
    const own = await cursorOf(world, 'clinic', id);
    const foreign = await cursorOf(world.other, 'southeast-committee', there.id);
    const refuse = async (after: string): Promise<unknown> => {
      const feed = await feeds.watch(world, 'clinic', 'meetingChanged', { id, after });
      const { data = null, errors } = await feed.nextAnswer();
      expect(data).toBeNull();
      return errors?.map(({ message, extensions }) => [
        message,
        extensions?.['code'],
        extensions?.['fields'],
      ]);
    };
    const forged = `${own.slice(0, -2)}${own.endsWith('AA') ? 'BB' : 'AA'}`;
    const future = await server.app.get(LiveCursors).seal(regionId, { position: 1_000_000 });
    const answers = [];
    for (const after of ['', 'x', forged, foreign, future, `${own}A`]) answers.push(await refuse(after));
    expect(answers[0]).toMatchObject([[expect.any(String), 'BAD_USER_INPUT', [{ path: 'after' }]]]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(JSON.stringify(await refuse(older))).toContain('too old');
    world.clock.advance(7 * 24 * 3_600_000 + 1);
    token = String(await world.as('clinic').token());
    expect(JSON.stringify(await refuse(own))).toContain('too old');
  });

  it('is not what somebody gets who offers another protocol: the request is answered as any', async () => {
    const body = JSON.stringify({ query: '{ __typename }' });
    const url = new URL(server.url.replace('ws:', 'http:'));
    const headers = {
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'content-type': 'application/json',
    };
    const asked = request(url, { method: 'POST', headers: { ...headers, 'content-length': body.length } });
    asked.end(body);
    const [response] = await once(asked, 'response');
    const text = (await response.toArray()).join('');
    expect([response.statusCode, JSON.parse(text).data]).toEqual([200, { __typename: 'Query' }]);
  });

  it('is let go when the process stops, within a moment', async () => {
    const other = await startLiveServer(world.api);
    const rough = await Rough.open(other.url, token);
    await other.close();
    expect(await rough.code()).toBe(1012);
  });
});
