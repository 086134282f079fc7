import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Claims } from '#tenancy';
import type { GraphQLSchema } from 'graphql';
import { queryAsSuperuser } from '../support/cluster.js';
import { TestClient, type Answer } from '../support/test-client.js';
import type { World } from '../support/world.js';
import { answeredOf, expectedOf, type Compared } from './differences.js';
import { PlainApi } from './plain/plain-api.js';
import { startRichWorld } from './rich-world.js';

/** A committee, liaisons, a deputy, a unit and a committee of another network, a steward, a resident, another region. */
export const ACTORS = [
  'southeast-committee',
  'clinic',
  'food-market',
  'bus-639',
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

/** The API, and beside it the same one read plainly, on one database. */
export class Stage {
  readonly schema: GraphQLSchema;

  private constructor(
    readonly world: World,
    private readonly plain: PlainApi,
    private readonly deputy: TestClient,
  ) {
    this.schema = world.api.app.get(GraphQLSchemaHost).schema;
  }

  static async set(): Promise<Stage> {
    const world = await startRichWorld();
    const [claims = null] = await queryAsSuperuser<Claims>(DEPUTY, world.api.database.name);
    const deputy = new TestClient(world.api.app, claims);
    const stage = new Stage(world, await PlainApi.start(world.api), deputy);
    // Signed in before anything is compared: a session is listed too.
    for (const actor of ACTORS) await stage.as(actor).token();
    return stage;
  }

  async close(): Promise<void> {
    await this.plain.close();
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
  ): Promise<{ status: number; answered: Compared; expected: Compared }> {
    const { status, data, errors = [] } = await this.ask(actor, text, variables);
    const plain = await this.plain.ask(text, variables, (await this.as(actor).token()) ?? '');
    return { status, answered: answeredOf(data, errors), expected: expectedOf(plain, errors) };
  }

  private as(actor: ActorName): TestClient {
    if (actor === 'deputy') return this.deputy;
    return actor === 'elsewhere' ? this.world.other.as('clinic') : this.world.as(actor);
  }
}
