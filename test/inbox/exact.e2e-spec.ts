import { InboxKind, InboxKinds } from '#inbox';
import { queryAsSuperuser } from '../support/cluster.js';
import { startRichWorld } from '../equality/rich-world.js';
import { TestClient } from '../support/test-client.js';
import type { World } from '../support/world.js';
import type { Claims } from '#tenancy';
import { roundsWaiting, sheetsWaiting } from './oracle/evaluations.js';
import {
  bookingsWaiting,
  invitationsWaiting,
  needsWaiting,
  projectsWaiting,
} from './oracle/lending-and-needs.js';
import { actionsWaiting, meetingsWaiting, objectionsWaiting, pollsWaiting } from './oracle/meetings.js';
import { menusWaiting, ordersWaiting } from './oracle/menus.js';
import { viewerOf, type Viewer } from './oracle/seen.js';
import { askInbox, readInbox } from './read-inbox.js';
import { contestBeforeFormerOfficer } from './scenes/former-officer.js';

const DOMAINS: readonly ((viewer: Viewer) => Promise<string[]>)[] = [
  invitationsWaiting,
  bookingsWaiting,
  needsWaiting,
  projectsWaiting,
  meetingsWaiting,
  objectionsWaiting,
  pollsWaiting,
  actionsWaiting,
  menusWaiting,
  ordersWaiting,
  roundsWaiting,
  sheetsWaiting,
];
const POSTS = `SELECT p.region_id AS "regionId", p.id AS "postId", p.person_id AS "personId", p.role, NULL AS "sessionId",
    p.person_name || ' of ' || u.code AS name
  FROM post p JOIN unit u ON u.region_id = p.region_id AND u.id = p.unit_id
  WHERE p.revoked_at IS NULL AND p.until IS NULL AND p.since < '2026-11-24' ORDER BY p.since, p.id`;
const DAY = 86_400_000;

interface Held extends Claims {
  readonly name: string;
}

/** What the statement finds is held against what the domains’ own lists say, in a case in which everything has happened. */
describe('The inbox of every post', () => {
  let world: World;
  let posts: readonly Held[];
  let contested: { readonly id: string };

  beforeAll(async () => {
    world = await startRichWorld();
    contested = await contestBeforeFormerOfficer(world);
    posts = await queryAsSuperuser<Held>(POSTS, world.api.database.name);
  }, 300_000);
  afterAll(() => world.close());

  const clientOf = (post: Held) => new TestClient(world.api.app, post);

  it.each([0, 9, 30])(
    'holds what its lists say waits for it, after %i more days',
    async (days) => {
      world.clock.advance(days * DAY);
      const kinds = new Set<string>();
      const differences: string[] = [];
      for (const post of posts) {
        const client = clientOf(post);
        const viewer = await viewerOf(client, world.clock.now());
        const expected = (await Promise.all(DOMAINS.map((domain) => domain(viewer)))).flat();
        const told = (await readInbox(client)).map(({ key }) => key);
        const said = `${post.name}, ${post.role}: `;
        differences.push(
          ...told.filter((key) => !expected.includes(key)).map((key) => `${said}${key} is told`),
          ...expected.filter((key) => !told.includes(key)).map((key) => `${said}${key} is missing`),
        );
        for (const key of told) kinds.add(key.split(':')[0] ?? '');
      }
      expect(differences).toEqual([]);
      expect(kinds.size).toBeGreaterThan(25);
    },
    300_000,
  );

  it('never holds an objection for whoever is, or was, the returning officer of its round', async () => {
    const told = await Promise.all(
      posts.map(async (post) => readInbox(clientOf(post), ['RESULT_OBJECTION'])),
    );
    expect(told.flat().filter(({ thing }) => thing?.id === contested.id)).toEqual([]);
  });

  it('is paged by when things are due, what has no term last, and counted as it is paged', async () => {
    for (const post of posts.slice(0, 8)) {
      const client = clientOf(post);
      const whole = await readInbox(client);
      const due = whole.map(({ dueAt, kind }) => `${dueAt ?? '9'} ${kind}`);
      expect(due).toEqual(due.toSorted());
      const { totalCount, countsByKind, entries } = await askInbox(client, { first: 3 });
      expect([totalCount, entries.totalCount]).toEqual([whole.length, whole.length]);
      const counts = Object.values(InboxKind)
        .toSorted()
        .flatMap((kind) => {
          const ofKind = whole.filter((one) => one.kind === String(kind));
          const nextDueAt = ofKind.find(({ dueAt }) => dueAt)?.dueAt ?? null;
          return ofKind.length > 0 ? [{ kind, count: ofKind.length, nextDueAt }] : [];
        });
      expect(countsByKind).toEqual(counts);
      const keys = whole.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(await walk(client, 'first')).toEqual(keys);
      expect(await walk(client, 'last')).toEqual(keys);
    }
  });

  it('names what it is about, and can be asked for some kinds alone', async () => {
    const client = world.as('clinic');
    const whole = await readInbox(client);
    for (const { thing, network, title, why } of whole)
      for (const told of [thing?.id, network?.id, title, why]) expect(told).toMatch(/./);
    const kinds = ['MEETING_TO_ANSWER', 'PROJECT_STEP'];
    expect(await readInbox(client, kinds)).toEqual(whole.filter(({ kind }) => kinds.includes(kind)));
    expect(await askInbox(client, { kinds: [] })).toMatchObject({ totalCount: 0, countsByKind: [] });
  });

  it('can be asked for one network alone, and for what is due before an instant', async () => {
    const client = world.as('clinic');
    const whole = await readInbox(client);
    const here = await askInbox(client, { networkId: world.network('southeast'), first: 100 });
    expect(here.entries.edges.map(({ node }) => node.key)).toEqual(whole.map(({ key }) => key));
    for (const networkId of [world.network('riverside'), world.other.network('southeast')])
      expect(await askInbox(client, { networkId })).toMatchObject({ totalCount: 0, countsByKind: [] });
    const dueBefore = new Date(world.clock.now().getTime() + 3 * DAY).toISOString();
    const soon = whole.filter(({ dueAt }) => dueAt !== null && dueAt < dueBefore).map(({ key }) => key);
    const { entries, totalCount } = await askInbox(client, { dueBefore, first: 100 });
    expect([totalCount, entries.edges.map(({ node }) => node.key)]).toEqual([soon.length, soon]);
  });

  it('leaves out what is due at the instant itself', async () => {
    const whole = await readInbox(world.as('southeast-committee'));
    const due = whole.find(({ dueAt }) => dueAt !== null);
    const isTold = async (shift: number): Promise<boolean> => {
      const dueBefore = new Date(Date.parse(due?.dueAt ?? '') + shift).toISOString();
      const { entries } = await askInbox(world.as('southeast-committee'), { dueBefore, first: 100 });
      return entries.edges.some(({ node }) => node.key === due?.key);
    };
    expect([await isTold(-1), await isTold(0), await isTold(1)]).toEqual([false, false, true]);
  });

  it('counts by kind what it lists, whatever it is asked for', async () => {
    for (const account of ['southeast-committee', 'southeast-officer', 'bus-639', 'clinic']) {
      const whole = await readInbox(world.actingAs(account));
      const kinds = [...new Set(whole.map(({ kind }) => kind))].slice(0, 3);
      const dueBefore = whole.findLast(({ dueAt }) => dueAt !== null)?.dueAt ?? null;
      for (const networkId of [null, world.network('southeast'), world.network('riverside')])
        for (const filter of [{}, { kinds }, { dueBefore }, { kinds, dueBefore }]) {
          const wish = { ...filter, networkId, first: 100 };
          const { totalCount, countsByKind, entries } = await askInbox(world.actingAs(account), wish);
          const told = entries.edges.map(({ node }) => node.kind);
          expect(entries.pageInfo.hasNextPage).toBe(false);
          const counted = [...new Set(told)]
            .toSorted()
            .map((kind) => ({ kind, count: told.filter((one) => one === kind).length }));
          expect([account, wish, totalCount]).toEqual([account, wish, told.length]);
          expect(countsByKind.map(({ kind, count }) => ({ kind, count }))).toEqual(counted);
        }
    }
  });

  it('names to secretaries what they alone may call, and to nobody else', async () => {
    const kinds = world.api.app.get(InboxKinds);
    const withheld = new Set<string>();
    for (const post of posts)
      for (const { kind, settledBy, key } of await readInbox(clientOf(post))) {
        const { settledBy: all, settledBySecretary = [] } = kinds.get(kind as InboxKind);
        const own = post.role === 'SECRETARY' ? [...all, ...settledBySecretary] : all;
        expect([post.name, key, settledBy]).toEqual([post.name, key, own]);
        if (own.length < all.length + settledBySecretary.length) withheld.add(kind);
      }
    expect(withheld.size).toBeGreaterThan(0);
  });

  it('holds nothing of another region, and refuses pages that cannot be', async () => {
    const elsewhere = (await readInbox(world.other.as('clinic'))).map(({ key }) => key);
    const here = (await readInbox(world.as('clinic'))).map(({ key }) => key);
    expect(elsewhere.filter((key) => here.includes(key))).toEqual([]);
    const document = `query ($after: String) { inbox { entries(first: 2, after: $after) { totalCount } } }`;
    const { errors } = await world.as('clinic').tryAsk(document, { after: 'abc' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'after' }] });
    const nobody = await world.nobody().tryAsk(document);
    expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  async function walk(client: TestClient, size: 'first' | 'last'): Promise<string[]> {
    const keys: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const from: string = size === 'first' ? 'after' : 'before';
      const { edges, pageInfo }: Awaited<ReturnType<typeof askInbox>>['entries'] = (
        await askInbox(client, { [size]: 3, [from]: cursor })
      ).entries;
      const page = edges.map(({ node }) => node.key);
      if (size === 'first') keys.push(...page);
      else keys.unshift(...page);
      if (!(size === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return keys;
      cursor = size === 'first' ? pageInfo.endCursor : pageInfo.startCursor;
    }
  }
});
