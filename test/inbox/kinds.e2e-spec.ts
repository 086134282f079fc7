import { InboxKind, InboxKinds, NO_TERM } from '#inbox';
import { listRootFields } from '#graphql';
import type { Claims } from '#tenancy';
import { queryAsSuperuser } from '../support/cluster.js';
import { TestClient } from '../support/test-client.js';
import { startWorld, type World } from '../support/world.js';
import { askInbox, readInbox, type ReadEntry } from './read-inbox.js';
import { bookingScenes } from './scenes/booking-scenes.js';
import { resultScenes, roundScenes } from './scenes/evaluation-scenes.js';
import { meetingScenes, minutesScenes } from './scenes/meeting-scenes.js';
import { menuScenes, orderScenes } from './scenes/menu-scenes.js';
import { needScenes } from './scenes/need-scenes.js';
import type { Scene } from './scenes/scene.js';
import { clientOf, schemaOf, settle } from './settle.js';

/** For whom none of it waits: a unit of the network, a committee and a unit of another, residents, and another region. */
const BYSTANDERS = ['computing-institute', 'riverside-committee', 'riverside-clinic', 'resident-1'];
/** Whoever speaks for a unit of the network now, and the street office. */
const POSTS = `SELECT p.region_id AS "regionId", p.id AS "postId", p.person_id AS "personId", p.role, NULL AS "sessionId",
    p.person_name || ' of ' || u.code AS name, u.code AS unit
  FROM post p JOIN unit u ON u.region_id = p.region_id AND u.id = p.unit_id JOIN region r ON r.id = p.region_id
  WHERE r.code = '310115' AND p.revoked_at IS NULL AND (p.role = 'STEWARD' OR EXISTS (SELECT FROM network n
    WHERE n.region_id = p.region_id AND n.code = 'southeast' AND n.id = ANY (p.network_ids)))`;
/** What every unit does for itself: the others still have it when one has. */
const EACH_UNIT = ['AGENDA_DEADLINE', 'DATE_POLL_TO_ANSWER', 'MEETING_TO_ANSWER'];
const KINDS = Object.values(InboxKind).toSorted();

interface Held extends Claims {
  readonly name: string;
  readonly unit: string;
}

describe('What waits', () => {
  let world: World;
  let scenes: readonly Scene[];
  let holders: readonly Held[];

  beforeAll(async () => {
    world = await startWorld();
    holders = await queryAsSuperuser<Held>(POSTS, world.api.database.name);
    scenes = [
      ...menuScenes(world),
      ...orderScenes(world),
      ...bookingScenes(world),
      ...needScenes(world),
      ...meetingScenes(world),
      ...minutesScenes(world),
      ...roundScenes(world),
      ...resultScenes(world),
    ];
  });
  afterAll(() => world.close());

  it('is of kinds that are each registered once, and each tried here', () => {
    expect(
      world.api.app
        .get(InboxKinds)
        .list()
        .map(({ kind }) => kind),
    ).toEqual(KINDS);
    expect(scenes.map(({ kind }) => kind).toSorted()).toEqual(KINDS);
  });

  it('says of each kind that has a term what counts the changes of it, and of no other', () => {
    const kinds = world.api.app.get(InboxKinds).list();
    const hasTerm = kinds.filter(({ rows }) => !rows.includes(NO_TERM)).map(({ kind }) => kind);
    expect(kinds.flatMap(({ kind, termVersion }) => (termVersion ? kind : []))).toEqual(hasTerm);
  });

  it('names mutations that each of its posts may call', () => {
    const fields = new Map(listRootFields(schemaOf(world)).map((field) => [field.name, field]));
    const rolesOf = (name: string): readonly string[] => {
      const permission = fields.get(`Mutation.${name}`)?.permission;
      return permission?.kind === 'roles' ? permission.roles : [];
    };
    for (const { kind, posts, settledBy, settledBySecretary = [] } of world.api.app.get(InboxKinds).list()) {
      for (const name of settledBy) {
        const roles = rolesOf(name);
        expect({ kind, name, roles }).toEqual({ kind, name, roles: expect.arrayContaining([...posts]) });
      }
      for (const name of settledBySecretary) {
        expect({ kind, name, roles: rolesOf(name) }).toEqual({ kind, name, roles: ['SECRETARY'] });
        expect(posts).toContain('SECRETARY');
      }
    }
  });

  // In one order: the clock goes on from one to the next.
  it('is there for the post that may settle it, and gone with each mutation that it names', async () => {
    const problems: string[] = [];
    for (const scene of scenes)
      for (const [name, more] of Object.entries(scene.settle)) {
        const isFirst = name === Object.keys(scene.settle)[0];
        const problem = await play(scene, name, more, isFirst).catch((error: unknown) => String(error));
        if (problem) problems.push(`${scene.kind} by ${name}: ${problem}`);
      }
    expect(problems).toEqual([]);
  }, 600_000);

  /** Null when all is as it should be. */
  async function play(
    { kind, stage, settle: named }: Scene,
    name: string,
    more: object,
    isFirst: boolean,
  ): Promise<string | null> {
    const { by, id, more: own } = await stage();
    const client = clientOf(world, by);
    const find = async () => (await readInbox(client, [kind])).find(({ thing }) => thing?.id === id);
    const entry = await find();
    if (!entry) return 'does not wait';
    if (entry.settledBy.toSorted().join() !== Object.keys(named).toSorted().join())
      return entry.settledBy.join();
    // Judges are drawn: a bystander may be one.
    for (const bystander of BYSTANDERS.filter((account) => account !== by.split('@')[0]))
      if ((await readInbox(world.actingAs(bystander), [kind])).some(({ key }) => key === entry.key))
        return `waits for ${bystander}`;
    if ((await askInbox(world.other.actingAs('clinic'))).totalCount > 0) return 'waits in another region';
    const others = isFirst ? await holdersOf(entry) : [];
    await settle(world, client, entry, { name, more: { ...more, ...own?.[name] } });
    if (await find()) return 'still waits';
    const [account, unit = account] = by.split('@');
    const same = EACH_UNIT.includes(kind) ? others.filter((post) => post.unit === unit) : others;
    const left = isFirst ? await holdersOf(entry, same) : [];
    return left.length > 0 ? `still waits for ${left.map((post) => post.name).join()}` : null;
  }

  /** For which posts it waits: those of units of the network. */
  async function holdersOf({ kind, key }: ReadEntry, among: readonly Held[] = holders): Promise<Held[]> {
    const isHeld = await Promise.all(
      among.map(async (post) => {
        const entries = await readInbox(new TestClient(world.api.app, post), [kind]);
        return entries.some((one) => one.key === key);
      }),
    );
    return among.filter((_post, place) => isHeld[place]);
  }
});
