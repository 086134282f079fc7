import { startLiveServer, type LiveServer } from '../support/live-server.js';
import { documentOf } from '../support/live-feeds.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { until } from '../support/processes.js';
import { RoughClient } from '../support/rough-client.js';
import { startWorld, type World } from '../support/world.js';

const ENGLISH = expect.stringContaining('This cursor was not given');
const CHINESE = expect.stringContaining('此游标');

describe('the language of a socket', () => {
  let world: World;
  let server: LiveServer;

  beforeAll(async () => {
    world = await startWorld();
    server = await startLiveServer(world.api);
  });
  afterAll(async () => {
    await server.close();
    await world.close();
  });

  it.each([
    ['nothing', ENGLISH, undefined, undefined],
    ['its header', CHINESE, 'zh-CN', undefined],
    ['its first message', CHINESE, undefined, 'zh-CN,zh;q=0.9'],
    ['its first message, whatever its header says', CHINESE, 'en-GB', 'zh'],
    ['a first message that names none', ENGLISH, undefined, { zh: true }],
  ])('is said by %s', async (_what, message, header, acceptLanguage) => {
    const { id } = await new MeetingActs(world).called();
    const headers: Record<string, string> = header === undefined ? {} : { 'accept-language': header };
    const rough = await RoughClient.open(server.url, null, undefined, { headers });
    const authorization = `Bearer ${await world.as('clinic').token()}`;
    rough.say({ type: 'connection_init', payload: { authorization, acceptLanguage } });
    await until('it is let in', () => rough.heard.length > 0);
    const payload = { query: documentOf('meetingChanged'), variables: { id, after: 'x' } };
    rough.say({ id: '1', type: 'subscribe', payload });
    await until('it is answered', () => rough.of('1').length > 0);
    expect(rough.of('1').slice(0, 1)).toMatchObject([
      { payload: { errors: [{ extensions: { fields: [{ message }] } }] } },
    ]);
    rough.socket.terminate();
  });
});
