import { groupBy } from '#reads';
import * as fc from 'fast-check';
import { propertyRuns } from '../support/property-runs.js';
import { asks } from './asks/asks.js';
import { listOrders, type ListOrder } from './lists.js';
import { ACTORS, Stage, type ActorName, type Way } from './stage.js';
import { idsFor, listIds } from './stock.js';
import { Walk, type Edge } from './walk.js';

/** Each document is asked twice: by two actors, with other variables, in the two ways of the server. */
const WAYS: readonly [Way, Way] = ['written', 'walked'];
const DOCUMENTS = Math.ceil(Number(process.env['EQUALITY_RUNS'] ?? 1_000) / 2);

/** Within which all are asked, and what fails is made smaller (ms). */
const PATIENCE = 60_000 + DOCUMENTS * 200;

/** Whose lists are walked: together they see some of every list. */
const WALKERS: readonly ActorName[] = [
  'southeast-committee',
  'food-market',
  'bus-639',
  'clinic',
  'resident-1',
  'savings-bank',
];
/** Entries that the API gives at once. */
const LONGEST_PAGE = 100;
/** Things of a type that are looked at for a long list. */
const MOST_THINGS = 3;

/**
 * What the statements of `reads` answer is held against the same API read plainly: a statement for each field of each
 * row, and pages cut in JavaScript out of whole lists.
 */
describe('The answers', () => {
  let stage: Stage;
  let ids: Awaited<ReturnType<typeof listIds>>;
  let walks: readonly { readonly walk: Walk; readonly whole: readonly Edge[] }[];

  beforeAll(async () => {
    stage = await Stage.set();
    ids = await listIds(stage.world);
    walks = await inTurn(listOrders(stage.schema), longest);
  });
  afterAll(() => stage.close());

  it('hold each list whole, however it is paged through', async () => {
    for (const { walk, whole } of walks) {
      const list = walk.list.name;
      const size = Math.min(LONGEST_PAGE, Math.max(1, Math.ceil(whole.length / 6)));
      expect({ list, edges: await walk.forwards(size) }).toEqual({ list, edges: whole });
      expect({ list, edges: await walk.backwards(size) }).toEqual({ list, edges: whole });
      for (const { answered, expected } of await walk.compare(whole[whole.length >> 1]?.cursor))
        expect({ list, ...answered }).toEqual({ list, ...expected });
    }
    // What has one entry has no order. Pumps and power are handed out without bookings; nobody waits for a hall; a
    // conflict is declared once.
    const short = walks.filter(({ whole }) => whole.length < 2).map(({ walk }) => walk.list.name);
    expect(short.toSorted()).toEqual([
      'Equipment.bookings',
      'Equipment.waitingList',
      'JudgeConflict.auditLines',
      'PowerSupply.bookings',
      'PowerSupply.waitingList',
      'Venue.waitingList',
    ]);
  });

  it('say every column of every entry, empty ones too', async () => {
    for (const { walk } of walks) {
      const list = walk.list.name;
      for (const { answered, expected } of await walk.compareColumns())
        expect({ list, ...answered }).toEqual({ list, ...expected });
    }
  });

  it(
    'are those of the plain way, whatever is asked',
    async () => {
      const stock = { ids: (name: string) => idsFor(name, ids), cursors: cursorsOf(walks) };
      const actor = fc.constantFrom(...ACTORS);
      await fc.assert(
        fc.asyncProperty(
          asks(stage.schema, stock),
          actor,
          actor,
          async ({ text, variables }, first, second) => {
            for (const [turn, asker] of ([first, second] as const).entries()) {
              const given = variables[turn as 0 | 1];
              const { status, answered, expected } = await stage.compare(
                asker,
                text,
                given,
                WAYS[turn as 0 | 1],
              );
              // What is too much for the API is refused before anything is read.
              fc.pre(answered.errors.join() !== 'TOO_COMPLEX ');
              expect(answered.errors.filter((error) => error.startsWith('INTERNAL'))).toEqual([]);
              expect({ status, ...answered }).toEqual({ status: 200, ...expected });
            }
          },
        ),
        { ...propertyRuns(DOCUMENTS), interruptAfterTimeLimit: PATIENCE, markInterruptAsFailure: true },
      );
    },
    2 * PATIENCE,
  );

  async function longest(list: ListOrder) {
    const things = list.idOf === null ? [null] : (ids.get(list.idOf) ?? []).slice(0, MOST_THINGS);
    const all = WALKERS.flatMap((actor) => things.map((id) => new Walk(stage, list, actor, id)));
    const found = await inTurn(all, async (walk) => ({ walk, whole: await walk.whole() }));
    return found.reduce((one, other) => (other.whole.length > one.whole.length ? other : one));
  }
});

async function inTurn<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

/** By the names of the fields that they were given by. */
function cursorsOf(walks: readonly { walk: Walk; whole: readonly Edge[] }[]): Map<string, string[]> {
  const all = walks.flatMap(({ walk, whole }) =>
    whole.map(({ cursor }) => [walk.list.field, cursor] as const),
  );
  const groups = groupBy(all, ([field]) => field);
  return new Map([...groups].map(([field, of]) => [field, of.map(([, cursor]) => cursor)]));
}
