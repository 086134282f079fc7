import type { Claims } from '#tenancy';
import { startRichWorld } from '../equality/rich-world.js';
import { viewerOf } from '../inbox/oracle/seen.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { TestClient } from '../support/test-client.js';
import type { World } from '../support/world.js';
import { activitiesOf, bookingsOf, deadlinesOf, lineOf, meetingsOf } from './oracle.js';
import { fetchFeed, inOrder, readWithIcalJs, readWithNodeIcal } from './read-feed.js';
import { askSchedule, readSchedule, WHOLE, type ReadEntry } from './read-schedule.js';

const POSTS = `SELECT p.region_id AS "regionId", p.id AS "postId", p.person_id AS "personId", p.role, NULL AS "sessionId",
    p.person_name || ' of ' || u.code AS name
  FROM post p JOIN unit u ON u.region_id = p.region_id AND u.id = p.unit_id
  WHERE p.revoked_at IS NULL AND p.until IS NULL AND p.since < '2026-11-24' ORDER BY p.since, p.id`;
const DAY = 86_400_000;
const DOMAINS = [meetingsOf, bookingsOf, activitiesOf, deadlinesOf];

interface Held extends Claims {
  readonly name: string;
}

const toldAs = ({ kind, waiting, thing, startsAt, endsAt, state }: ReadEntry): string =>
  lineOf([kind, waiting ?? []].flat().join(' '), thing?.id ?? '', [startsAt, endsAt], state);

describe('The schedule of every post', () => {
  let world: World;
  let posts: readonly Held[];

  beforeAll(async () => {
    world = await startRichWorld();
    posts = await queryAsSuperuser<Held>(POSTS, world.api.database.name);
  }, 300_000);
  afterAll(() => world.close());

  const clientOf = (post: Held) => new TestClient(world.api.app, post);

  it.each([0, 12])(
    'holds what its lists say has its time, and no more, after %i more days',
    async (days) => {
      world.clock.advance(days * DAY);
      const seen = new Set<string>();
      const differences: string[] = [];
      for (const post of posts) {
        const client = clientOf(post);
        const viewer = await viewerOf(client, world.clock.now());
        const expected = (await Promise.all(DOMAINS.map((domain) => domain(viewer)))).flat().filter(isWithin);
        const told = (await readSchedule(client)).map(toldAs);
        const said = `${post.name}, ${post.role}: `;
        differences.push(
          ...told.filter((line) => !expected.includes(line)).map((line) => `${said}${line} is told`),
          ...expected.filter((line) => !told.includes(line)).map((line) => `${said}${line} is missing`),
        );
        if (told.length !== expected.length) differences.push(`${said}${told.length} of ${expected.length}`);
        for (const line of told) seen.add(line.replace(/ .* /, ' '));
      }
      expect(differences).toEqual([]);
      expect(seen.size).toBeGreaterThan(8);
    },
    300_000,
  );

  it('is what its calendar feed says, as two readers of calendars take it', async () => {
    const now = world.clock.now().getTime();
    const span = {
      from: new Date(now - 90 * DAY).toISOString(),
      to: new Date(now + 365 * DAY).toISOString(),
    };
    const seconds = (instant: string): string => new Date(instant).toISOString().replace(/\.\d+/, '');
    let days = 0;
    for (const post of posts) {
      const client = clientOf(post);
      const calendar = await fetchFeed(world, client);
      // Of a span that is longer than the list takes at once, in two.
      const half = { ...span, to: new Date(now).toISOString() };
      const other = { ...span, from: new Date(now).toISOString() };
      const entries = [...(await readSchedule(client, half)), ...(await readSchedule(client, other))];
      const unique = [...new Map(entries.map((entry) => [entry.key, entry])).values()];
      const events = inOrder(readWithIcalJs(calendar));
      expect(inOrder(readWithNodeIcal(calendar))).toEqual(events);
      expect(events.map(({ summary: _, stampedAt: __, ...event }) => event)).toEqual(
        unique
          .toSorted((one, two) => (one.key < two.key ? -1 : 1))
          .map(({ key: uid, sequence, state: status, startsAt, endsAt, day }) => ({
            uid,
            sequence,
            status,
            startsAt: day ?? seconds(startsAt),
            endsAt: day || startsAt === endsAt ? null : seconds(endsAt),
          })),
      );
      for (const { stampedAt } of events) expect(Date.parse(stampedAt)).toBeLessThanOrEqual(now);
      days += unique.filter(({ day }) => day).length;
    }
    expect(days).toBeGreaterThan(0);
  }, 300_000);

  it('is paged by when things begin, counted as it is paged, and told in part', async () => {
    for (const post of posts.slice(0, 6)) {
      const client = clientOf(post);
      const whole = await readSchedule(client);
      const keys = whole.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const starts = whole.map(({ startsAt }) => Date.parse(startsAt));
      expect(starts).toEqual(starts.toSorted((one, two) => one - two));
      const { totalCount, countsByKind, entries } = await askSchedule(client, { first: 3 });
      expect([totalCount, entries.totalCount]).toEqual([whole.length, whole.length]);
      for (const { kind, count } of countsByKind)
        expect([kind, whole.filter((entry) => entry.kind === kind).length]).toEqual([kind, count]);
      expect(await walk(client, 'first')).toEqual(keys);
      expect(await walk(client, 'last')).toEqual(keys);
      const wish = {
        kinds: ['MEETING', 'DEADLINE'],
        states: ['CONFIRMED'],
        networkId: whole[0]?.network?.id,
      };
      expect(await readSchedule(client, wish)).toEqual(
        whole.filter(
          ({ kind, state, network }) =>
            wish.kinds.includes(kind) && state === 'CONFIRMED' && network?.id === wish.networkId,
        ),
      );
    }
  }, 300_000);

  const bounds = { from: Date.parse(WHOLE.from), to: Date.parse(WHOLE.to) };
  function isWithin(line: string): boolean {
    const [from = 0, to = 0] = [...line.matchAll(/\d{4}-[\d-]+T[\d:.]+Z/g)].map(([at]) => Date.parse(at));
    return from < bounds.to && (to > bounds.from || (from === to && from >= bounds.from));
  }

  async function walk(client: TestClient, size: 'first' | 'last'): Promise<string[]> {
    const [from, cursorOf, more] =
      size === 'first'
        ? (['after', 'endCursor', 'hasNextPage'] as const)
        : (['before', 'startCursor', 'hasPreviousPage'] as const);
    const keys: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const { edges, pageInfo }: Awaited<ReturnType<typeof askSchedule>>['entries'] = (
        await askSchedule(client, { [size]: 7, [from]: cursor })
      ).entries;
      const page = edges.map(({ node }) => node.key);
      if (size === 'first') keys.push(...page);
      else keys.unshift(...page);
      if (!pageInfo[more]) return keys;
      cursor = pageInfo[cursorOf];
    }
  }
});
