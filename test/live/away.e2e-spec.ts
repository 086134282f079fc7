import { asSuperuser } from '../support/cluster.js';
import { startLiveServer, type LiveServer } from '../support/live-server.js';
import { LiveFeeds, nextOf } from '../support/live-feeds.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { until } from '../support/processes.js';
import { RoughClient } from '../support/rough-client.js';
import { startWorld, type World } from '../support/world.js';

describe('while the database takes no connections', () => {
  let world: World;
  let server: LiveServer;
  const feeds = new LiveFeeds(() => server);

  beforeAll(async () => {
    world = await startWorld();
    server = await startLiveServer(world.api, { pulse: 100 });
  });
  afterAll(async () => {
    await feeds.close();
    await server.close();
    await world.close();
  });

  const away = (): Promise<void> =>
    asSuperuser(
      `ALTER DATABASE ${world.api.database.name} CONNECTION LIMIT 0;
       SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${world.api.database.name}'`,
    );
  const back = (): Promise<void> =>
    asSuperuser(`ALTER DATABASE ${world.api.database.name} CONNECTION LIMIT -1`);

  it('a new socket is closed with 1013, one that stands is kept, and told when it is back', async () => {
    const meetings = new MeetingActs(world);
    const meeting = await meetings.called();
    const feed = await feeds.watch(world, 'clinic', 'meetingChanged', { id: meeting.id });
    await nextOf(feed);
    const token = String(await world.as('clinic').token());
    await away();
    const rough = await RoughClient.open(server.url);
    rough.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect(await rough.code()).toBe(1013);
    const faults = server.faults.length;
    await until('the sign-ins are looked at in vain', () => server.faults.length > faults + 1);
    expect(server.count()['sockets']).toBe(1);
    await back();
    (await RoughClient.open(server.url, token)).socket.terminate();
    await meetings.step('moveMeeting', meeting);
    expect((await nextOf(feed)).acts.length).toBeGreaterThan(0);
  });
});
