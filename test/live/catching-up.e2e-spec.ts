import * as fc from 'fast-check';
import { asSuperuser } from '../support/cluster.js';
import { startLiveServer, type LiveServer } from '../support/live-server.js';
import { LiveFeeds, nextOf, type ToldAct } from '../support/live-feeds.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { until } from '../support/processes.js';
import { propertyRuns } from '../support/property-runs.js';
import { startWorld, type World } from '../support/world.js';

const LINES = `query ($id: ID!) { meeting(id: $id) { auditLines(first: 100) { edges { node { at act thingType part } } } } }`;

type Line = Pick<ToldAct, 'at' | 'act' | 'thingType' | 'part'>;

/** How the watcher behaves between two drops of its connection. */
const visit = fc.record({
  server: fc.constantFrom(0, 1),
  /** Answers it reads before it goes. */
  reads: fc.nat({ max: 3 }),
  /** Acts while it is away. */
  missed: fc.nat({ max: 3 }),
  isListenerLost: fc.boolean(),
});

describe('a subscription that is taken up again', () => {
  let world: World;
  let servers: readonly [LiveServer, LiveServer];
  let meetings: MeetingActs;
  const feeds = new LiveFeeds(() => servers[0]);

  beforeAll(async () => {
    world = await startWorld();
    servers = [await startLiveServer(world.api), await startLiveServer(world.api)];
    meetings = new MeetingActs(world);
  });
  afterEach(() => feeds.close());
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await world.close();
  });

  /** Each act at an instant of its own, so that it can be told from the others. */
  const act = async (meeting: SeenMeeting, title: string): Promise<void> => {
    world.clock.advance(1_000);
    const { version } = await meetings.see(meeting.id);
    await meetings.step('updateMeeting', { id: meeting.id, version }, { input: { title } });
  };

  const linesOf = async (meeting: SeenMeeting): Promise<Line[]> => {
    type Read = { meeting: { auditLines: { edges: { node: Line }[] } } };
    const read = await world.as(meetings.secretary).ask<Read>(LINES, { id: meeting.id });
    return read.meeting.auditLines.edges.map(({ node }) => node).toReversed();
  };

  const loseListeners = (): Promise<unknown> =>
    asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'lianjian changes' AND datname = '${world.api.database.name}'`,
      world.api.database.name,
    );

  it('tells each act once and in order, wherever and whenever the connection breaks', async () => {
    const property = fc.asyncProperty(fc.array(visit, { minLength: 2, maxLength: 5 }), async (visits) => {
      const meeting = await meetings.draft();
      const before = await linesOf(meeting);
      const told: Line[] = [];
      let after: string | undefined;
      const watching = { isOver: false };
      let done = 0;
      const go = async (): Promise<void> => {
        while (!watching.isOver) await act(meeting, `第${(done += 1)}稿`);
      };
      const first = await feeds.watch(world, meetings.secretary, 'meetingChanged', { id: meeting.id });
      after = (await nextOf(first)).cursor;
      await feeds.close();
      const going = go();
      for (const { server, reads, missed, isListenerLost } of visits) {
        const from = done;
        if (isListenerLost) await loseListeners();
        const feed = await feeds.watch(
          world,
          meetings.secretary,
          'meetingChanged',
          { id: meeting.id, after },
          servers[server],
        );
        for (let read = 0; read <= reads; read++) {
          const change = await nextOf(feed);
          told.push(...change.acts.map(lineOf));
          after = change.cursor;
        }
        await feeds.close();
        await until('so many acts are missed', () => done >= from + missed);
      }
      watching.isOver = true;
      await going;
      await act(meeting, '终稿');
      const lines = (await linesOf(meeting)).slice(before.length);
      const last = await feeds.watch(world, meetings.secretary, 'meetingChanged', { id: meeting.id, after });
      while (told.length < lines.length) told.push(...(await nextOf(last)).acts.map(lineOf));
      expect(told).toEqual(lines);
      await feeds.close();
    });
    await fc.assert(property, { ...propertyRuns(4), endOnFailure: true });
  });
});

function lineOf({ at, act, thingType, part }: ToldAct): Line {
  return { at, act, thingType, part };
}
