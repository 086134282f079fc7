import { loadConfig } from '#config';
import { Metrics } from '#signals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { Claims } from '#tenancy';
import type { GraphQLSchema } from 'graphql';
import { createApi } from '../../apps/api/src/create-api.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { UNLIMITED } from '../support/test-api.js';
import { TestClient, type Answer } from '../support/test-client.js';
import type { World } from '../support/world.js';
import { answeredOf, expectedOf, type Compared } from './differences.js';
import { PlainApi } from './plain/plain-api.js';
import { startRichWorld } from './rich-world.js';

/** A committee, liaisons, one of them a returning officer, a deputy, a unit and a committee of another network, a steward, a resident, another region. */
export const ACTORS = [
  'southeast-committee',
  'clinic',
  'food-market',
  'bus-639',
  'savings-bank',
  'deputy',
  'riverside-primary',
  'riverside-committee',
  'zhoupu-steward',
  'resident-1',
  'elsewhere',
] as const;

export type ActorName = (typeof ACTORS)[number];

const DEPUTY = `SELECT region_id AS "regionId", id AS "postId", person_id AS "personId", role, NULL AS "sessionId"
  FROM post WHERE person_name = '阿强'`;

/** How an answer comes about: as the database writes it where it can, or with graphql-js walking over rows. */
export type Way = 'written' | 'walked';

/** The API in both of its ways, and beside it the same one read plainly, on one database. */
export class Stage {
  readonly schema: GraphQLSchema;

  private constructor(
    readonly world: World,
    private readonly plain: PlainApi,
    private readonly walked: NestFastifyApplication,
    private readonly deputy: TestClient,
  ) {
    this.schema = world.api.app.get(GraphQLSchemaHost).schema;
  }

  static async set(): Promise<Stage> {
    const world = await startRichWorld();
    const [claims = null] = await queryAsSuperuser<Claims>(DEPUTY, world.api.database.name);
    const deputy = new TestClient(world.api.app, claims);
    const stage = new Stage(world, await PlainApi.start(world.api), await startWalked(world), deputy);
    // Signed in before anything is compared: a session is listed too.
    for (const actor of ACTORS) await stage.as(actor).token();
    return stage;
  }

  async close(): Promise<void> {
    await this.plain.close();
    await this.walked.close();
    await this.world.close();
  }

  ask<Data>(actor: ActorName, text: string, variables: object): Promise<Answer<Data>> {
    return this.as(actor).tryAsk<Data>(text, variables);
  }

  /** What the server answers, and what it should. */
  async compare(
    actor: ActorName,
    text: string,
    variables: Record<string, unknown>,
    way: Way = 'written',
  ): Promise<{ status: number; answered: Compared; expected: Compared }> {
    const token = (await this.as(actor).token()) ?? '';
    const client = way === 'written' ? this.as(actor) : new TestClient(this.walked, null, token);
    // What comes again is compiled.
    if (way === 'written') await client.tryAsk(text, variables);
    const { status, data, errors = [] } = await client.tryAsk(text, variables);
    const plain = await this.plain.ask(text, variables, token);
    return { status, answered: answeredOf(data, errors), expected: expectedOf(plain, errors) };
  }

  private as(actor: ActorName): TestClient {
    if (actor === 'deputy') return this.deputy;
    return actor === 'elsewhere' ? this.world.other.as('clinic') : this.world.as(actor);
  }
}

async function startWalked({ api }: World): Promise<NestFastifyApplication> {
  const { dir, dataSource, clock } = api;
  return createApi({
    config: loadConfig({ ...UNLIMITED, DATA_DIR: dir, GRAPHQL_EXECUTOR: 'graphql-js' }),
    dataSource,
    clock,
    signals: { log: pino({ enabled: false }), metrics: new Metrics(), tracing: null },
    log: () => {},
  });
}
