import { GraphQLSchemaHost } from '@nestjs/graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { startWorld, type World } from '../support/world.js';
import { actInEveryWay } from './query-log/acts.js';
import { Everything } from './query-log/everything.js';
import { QueryLog } from './query-log/query-log.js';
import { readInEveryWay } from './query-log/readings.js';
import { lintStatement, type Vocabulary } from './query-log/statement-rules.js';
import { tryWalls } from './query-log/without-tenant.js';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8');

async function readVocabulary({ api: { dataSource } }: World): Promise<Vocabulary> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attname = 'region_id'`,
  );
  const functions = await dataSource.query<{ name: string }[]>(
    `SELECT DISTINCT proname AS name FROM pg_proc WHERE provolatile = 'v'`,
  );
  return {
    regionColumns: new Map([...tables.map(({ name }) => [name, 'region_id'] as const), ['region', 'id']]),
    volatile: new Set(functions.map(({ name }) => name)),
  };
}

/** What writes here opens or closes a way in, or one out: for the person, for others, or for whoever has an address or a slip. */
const WAY_IN =
  /^\s*(?:(?:INSERT INTO|DELETE FROM|UPDATE) "?(?:access_token|account|calendar_feed|external_account|message_settings|password_code|refresh_token|review_code|session|unit_invitation)"?\b|INSERT INTO "?post"?\b|UPDATE "?post"? SET [^;]*"?(?:revoked_at|since|until|person_id)"? =|INSERT INTO "?webhook"?\b|UPDATE "?webhook"? SET [^;]*"?(?:url|secret)"? =)/;

/** Out of reach of any statement of the API but those two functions, which are called. */
const COUNTED_WITHIN = ['vote_tally'];

describe('After every operation of the API', () => {
  let world: World;
  let log: QueryLog;
  let words: Vocabulary;
  const all = new Everything(buildSchema(SCHEMA));
  const openers = new Set<string>();

  beforeAll(async () => {
    world = await startWorld();
    words = await readVocabulary(world);
    log = new QueryLog(world.api.dataSource);
    let from = 0;
    all.heard.before = () => {
      from = log.statements.length;
    };
    all.heard.after = (name) => {
      if (log.statements.slice(from).some(({ text }) => WAY_IN.test(text))) openers.add(name);
    };
    await actInEveryWay(all, world);
    await readInEveryWay(all, world);
  }, 150_000);
  afterAll(() => world.close());

  describe('the statements', () => {
    it('are those of every root field', () => {
      expect([...all.asked].toSorted()).toEqual(all.listRootFields().toSorted());
      expect(world.api.failures).toEqual([]);
    });

    it('touch every table behind the wall', () => {
      const texts = log.statements.map(({ text }) => text).join('\n');
      const untouched = [...words.regionColumns.keys()].filter(
        (table) => !new RegExp(`\\b${table}\\b`).test(texts) && !COUNTED_WITHIN.includes(table),
      );
      expect(untouched).toEqual([]);
    });

    it('name their region, come after a tenant was entered, and could each run on one shard', () => {
      const offences = log.statements.flatMap((statement) =>
        lintStatement(statement, words).map((offence) => `${offence}: ${statement.text}`),
      );
      expect([...new Set(offences)]).toEqual([]);
      expect(log.statements.length).toBeGreaterThan(500);
    });
  });

  it('what opens or closes a way in is no program’s to do', () => {
    const { schema } = world.api.app.get(GraphQLSchemaHost);
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const marked = mutations
      .filter(({ extensions }) => extensions.needsOwnSignIn || extensions.permission?.kind === 'public')
      .map(({ name }) => name);
    // A query of a program notes that its token was used.
    const open = mutations.filter(({ name }) => openers.has(name)).map(({ name }) => name);
    expect(open.filter((name) => !marked.includes(name))).toEqual([]);
    expect(marked.filter((name) => !openers.has(name))).toEqual([]);
  });

  describe('every table behind the wall', () => tryWalls(() => world));
});
