import { InboxService } from '#inbox';
import { InboxPolling } from '#live';
import { Feed, startLiveServer, type LiveServer } from '../support/live-server.js';
import { LiveFeeds } from '../support/live-feeds.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

const INBOX = `subscription { inboxChanged { inbox(kinds: [MEETING_TO_BEGIN]) {
  totalCount entries(first: 5) { edges { node { thing { id } } } } } } }`;
const MINUTE = 60_000;

interface Told {
  readonly inboxChanged: {
    readonly inbox: {
      readonly totalCount: number;
      readonly entries: { readonly edges: readonly { readonly node: { readonly thing: { id: string } } }[] };
    };
  };
}

describe('what begins to wait with time alone', () => {
  let world: World;
  let server: LiveServer;
  let meetings: MeetingActs;
  const feeds = new LiveFeeds(() => server);

  beforeEach(async () => {
    world = await startWorld();
    server = await startLiveServer(world.api);
    meetings = new MeetingActs(world);
  });
  afterEach(async () => {
    await feeds.close();
    await server.close();
    await world.close();
  });

  const inboxOf = async (account: string): Promise<Feed<Told>> =>
    new Feed<Told>(await feeds.clientOf(world, account), INBOX);
  const next = async (feed: Feed<Told>): Promise<string[]> =>
    (await feed.next()).inboxChanged.inbox.entries.edges.map(({ node }) => node.thing.id);
  /** Its inbox is watched before the hour at which it may begin, and with a token that lasts beyond it. */
  const beforeItMayBegin = async (): Promise<string> => {
    const { id, startsAt } = await meetings.called();
    world.clock.set(new Date(new Date(startsAt).getTime() - 61 * MINUTE));
    return id;
  };

  it('is told to all who watch that inbox, though nothing is written', async () => {
    const id = await beforeItMayBegin();
    const watching = [await inboxOf(meetings.secretary), await inboxOf(meetings.secretary)];
    for (const feed of watching) expect(await next(feed)).toEqual([]);
    world.clock.advance(2 * MINUTE);
    server.app.get(InboxPolling).pollEvery(20);
    for (const feed of watching) expect(await next(feed)).toEqual([id]);
    expect(server.faults).toEqual([]);
  });

  it('is looked for once for each post, however many watch, and for nobody who has gone', async () => {
    const watching = [
      await inboxOf(meetings.secretary),
      await inboxOf(meetings.secretary),
      await inboxOf('clinic'),
    ];
    for (const feed of watching) await feed.next();
    const [inboxes, polling] = [server.app.get(InboxService), server.app.get(InboxPolling)];
    const mark = inboxes.mark.bind(inboxes);
    let reads = 0;
    Object.assign(inboxes, {
      mark: (asking: Parameters<typeof mark>[0]) => {
        reads += 1;
        return mark(asking);
      },
    });
    await polling.poll();
    expect(reads).toBe(2);
    await feeds.close();
    await server.close();
    await polling.poll();
    expect(reads).toBe(2);
    server = await startLiveServer(world.api);
  });
});
