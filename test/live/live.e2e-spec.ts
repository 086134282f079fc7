import type { Client } from 'graphql-ws';
import { MeetingActs } from '../support/meeting-acts.js';
import { Feed, liveClient, startLiveServer, type LiveServer } from '../support/live-server.js';
import { startWorld, type World } from '../support/world.js';

const MEETING = `subscription ($id: ID!, $after: String) { meetingChanged(id: $id, after: $after) {
  cursor at acts { act thingType part unit { code } } meeting { id state title call { location } } } }`;

interface Change {
  readonly meetingChanged: {
    readonly cursor: string;
    readonly at: string;
    readonly acts: readonly { act: string; thingType: string; part: string; unit: { code: string } | null }[];
    readonly meeting: { id: string; state: string; title: string } | null;
  };
}

describe('subscriptions', () => {
  let world: World;
  let servers: LiveServer[];
  const clients: Client[] = [];

  beforeAll(async () => {
    world = await startWorld();
    servers = [await startLiveServer(world.api), await startLiveServer(world.api)];
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await world.close();
  });

  const watch = async (account: string, id: string, after?: string): Promise<Feed<Change>> => {
    const client = liveClient(servers[0]?.url ?? '', await world.as(account).token());
    clients.push(client);
    return new Feed<Change>(client, MEETING, { id, after });
  };

  it('tell how a meeting stands, and then what was done through another process', async () => {
    const acts = new MeetingActs(world);
    const meeting = await acts.draft();
    const feed = await watch(acts.secretary, meeting.id);
    const first = await feed.next();
    expect(first.meetingChanged).toMatchObject({ acts: [], meeting: { id: meeting.id, state: 'DRAFT' } });
    await acts.step('callMeeting', meeting);
    const second = await feed.next();
    expect(second.meetingChanged.meeting).toMatchObject({ state: 'CALLED' });
    expect(second.meetingChanged.acts.map(({ act, part }) => [part, act])).toContainEqual([
      'Meeting',
      'CALLED',
    ]);
  });
});
