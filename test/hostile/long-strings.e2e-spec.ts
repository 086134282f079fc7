import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { TestClient } from '../support/test-client.js';
import { startWorld, type World } from '../support/world.js';
import { textSlots, withLong, type RootAsk, type TextSlot } from './long-strings.js';

const LENGTH = 50_000;
/** What a careless pattern tries in endless ways: one kind of character, and almost what is wanted. */
const ALL_PIECES = [
  'a',
  ' ',
  '1',
  '-',
  '1.',
  'a@',
  'https://a.',
  '周',
  '\t',
  'a ',
  '0-',
  '=',
  '"',
  '\u0301',
  '+86 ',
  '，',
];
const PIECES = process.env['HOSTILE_RUNS'] ? ALL_PIECES : ALL_PIECES.slice(0, 5);
/** As many as fit into one body. */
const AT_ONCE = 4;
const LONGEST_BLOCK_MS = 100;
/** Of the process, whose collector and compiler work beside: what the text itself costs, it costs each time. */
const TRIES = 12;

/** A text of 50,000 characters is refused by its place, wherever a text is taken, and the process goes on with others. */
describe('A text without measure', () => {
  let world: World;
  let slots: readonly TextSlot[];

  beforeAll(async () => {
    world = await startWorld();
    slots = textSlots(world.api.app.get(GraphQLSchemaHost).schema);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.advance(60 * 60_000));

  const clients = (): readonly TestClient[] => [
    world.as('southeast-committee'),
    world.as('clinic'),
    world.as('zhoupu-steward'),
    world.nobody(),
  ];

  /** By the first post that may ask at all. */
  async function ask({ document }: RootAsk, variables: object) {
    for (const client of clients()) {
      const start = process.cpuUsage();
      const answer = await client.tryAsk(document, variables);
      const { user, system } = process.cpuUsage(start);
      const code = answer.errors?.[0]?.extensions.code;
      if (code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED')
        return { ...answer, ms: (user + system) / 1_000 };
    }
    return null;
  }

  const inGroups = (of: readonly TextSlot[]): (readonly TextSlot[])[] => {
    const byRoot = new Map<RootAsk, TextSlot[]>();
    for (const slot of of) byRoot.set(slot.root, [...(byRoot.get(slot.root) ?? []), slot]);
    return [...byRoot.values()].flatMap((all) =>
      Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) =>
        all.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
      ),
    );
  };

  it('is refused in each string, and named', async () => {
    const taken: string[] = [];
    for (const slot of slots) {
      const answer = await ask(slot.root, withLong(slot.root, new Map([[slot.path, 'a'.repeat(LENGTH)]])));
      const named = answer?.errors
        ?.flatMap(({ extensions }) => extensions.fields ?? [])
        .map(({ path }) => path);
      if (!named?.some((path) => path.replaceAll(/\.\d+/g, '').startsWith(slot.path))) taken.push(slot.name);
    }
    expect(slots.length).toBeGreaterThan(500);
    expect(taken).toEqual([]);
  }, 300_000);

  it.each(PIECES)(
    'keeps nobody waiting, of %j',
    async (piece) => {
      const slow: string[] = [];
      const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
      const strings = slots.filter(({ scalar }) => scalar === 'String');
      const scalars = slots.filter(({ scalar }) => scalar !== 'String');
      for (const group of [...inGroups(strings), ...inGroups(scalars)]) {
        const [first] = group;
        if (!first) continue;
        const variables = withLong(first.root, new Map(group.map(({ path }) => [path, text])));
        let best = Infinity;
        for (let tries = 0; tries < TRIES && best > LONGEST_BLOCK_MS; tries++)
          best = Math.min(best, (await ask(first.root, variables))?.ms ?? 0);
        if (best > LONGEST_BLOCK_MS) slow.push(`${group.map(({ name }) => name).join(', ')}: ${best} ms`);
      }
      expect(slow).toEqual([]);
      expect(world.api.failures).toEqual([]);
    },
    300_000,
  );
});
