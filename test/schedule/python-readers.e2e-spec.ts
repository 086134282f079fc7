import type { Claims } from '#tenancy';
import { spawnSync } from 'node:child_process';
import { startRichWorld } from '../equality/rich-world.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { TestClient } from '../support/test-client.js';
import type { World } from '../support/world.js';
import { fetchFeed, inOrder, readWithIcalJs, readWithNodeIcal, type FeedEvent } from './read-feed.js';

const isAsked = process.env.CALENDAR_LONG === '1';
const READERS = 'test/schedule/python-readers.py';
const POSTS = `SELECT p.region_id AS "regionId", p.id AS "postId", p.person_id AS "personId", p.role, NULL AS "sessionId"
  FROM post p WHERE p.revoked_at IS NULL AND p.until IS NULL AND p.since < '2026-11-24' ORDER BY p.since, p.id`;
const DAY = 86_400_000;

/** Debian’s python3-icalendar and python3-vobject, by its own Python. */
function readWithPython(input: string): { readonly icalendar: FeedEvent[]; readonly vobject: FeedEvent[] } {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [READERS], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof readWithPython>;
}

(isAsked ? describe : describe.skip)('The calendar of every post, read by others', () => {
  let world: World;

  beforeAll(async () => {
    world = await startRichWorld();
  }, 300_000);
  afterAll(() => world.close());

  it.each([0, 12, 40])(
    'is the same to all readers, after %i more days',
    async (days) => {
      world.clock.advance(days * DAY);
      const posts = await queryAsSuperuser<Claims>(POSTS, world.api.database.name);
      let count = 0;
      for (const post of posts) {
        const calendar = await fetchFeed(world, new TestClient(world.api.app, post));
        const events = inOrder(readWithIcalJs(calendar));
        const { icalendar, vobject } = readWithPython(calendar);
        expect(inOrder(readWithNodeIcal(calendar))).toEqual(events);
        expect(inOrder(icalendar)).toEqual(events);
        expect(inOrder(vobject)).toEqual(events);
        count += events.length;
      }
      expect(count).toBeGreaterThan(100);
    },
    600_000,
  );
});
