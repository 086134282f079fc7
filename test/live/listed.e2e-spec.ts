import { documentIdOf } from '#graphql';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf } from '../support/live-feeds.js';
import { startLiveServer, type LiveServer } from '../support/live-server.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { until } from '../support/processes.js';
import { RoughClient } from '../support/rough-client.js';
import { makeTempDir } from '../support/temp-dir.js';
import { startWorld, type World } from '../support/world.js';

const LISTED = documentOf('meetingChanged');
const OTHER = documentOf('offerChanged');

describe('where only listed operations are answered, a subscription', () => {
  let world: World;
  let server: LiveServer;
  let rough: RoughClient;
  let id: string;
  const dir = makeTempDir();

  beforeAll(async () => {
    const manifest = join(dir.path, 'operations.json');
    writeFileSync(manifest, JSON.stringify({ [documentIdOf(LISTED)]: LISTED }));
    world = await startWorld();
    server = await startLiveServer(world.api, {}, { OPERATIONS: 'listed', OPERATIONS_MANIFEST: manifest });
    ({ id } = await new MeetingActs(world).called());
    rough = await RoughClient.open(server.url, String(await world.as('clinic').token()));
  });
  afterAll(async () => {
    rough.socket.terminate();
    await server.close();
    await world.close();
    dir.remove();
  });

  it.each([
    ['by its id alone', { documentId: documentIdOf(LISTED) }],
    ['by its id and no text', { documentId: documentIdOf(LISTED), query: '' }],
    ['by its id and its text', { documentId: documentIdOf(LISTED), query: LISTED }],
    ['by its text', { query: LISTED }],
  ])('is begun %s', async (name, asked) => {
    rough.say({ id: name, type: 'subscribe', payload: { ...asked, variables: { id } } });
    await until('it is told', () => rough.of(name).length > 0);
    expect(rough.of(name)).toMatchObject([
      { type: 'next', payload: { data: { meetingChanged: { meeting: { id } } } } },
    ]);
  });

  it.each([
    ['an id that is not listed', 'OPERATION_NOT_LISTED', { documentId: documentIdOf(OTHER) }],
    ['a text that is not', 'OPERATION_NOT_LISTED', { query: OTHER }],
    ['what is no id', 'BAD_REQUEST', { documentId: 'meetingChanged' }],
    ['an id beside another text', 'BAD_REQUEST', { documentId: documentIdOf(LISTED), query: OTHER }],
  ])('is refused by %s with %s', async (name, code, asked) => {
    rough.say({ id: name, type: 'subscribe', payload: { ...asked, variables: { id } } });
    await until('it is answered', () => rough.of(name).length > 0);
    expect(rough.of(name)).toMatchObject([{ type: 'error', payload: [{ extensions: { code } }] }]);
  });
});
