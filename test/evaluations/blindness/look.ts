import { fromGlobalId, toGlobalId } from '#graphql';
import { queryAsSuperuser } from '../../support/cluster.js';
import { nodesOf } from '../../support/judging-acts.js';
import type { TestClient } from '../../support/test-client.js';
import type { World } from '../../support/world.js';
import { type Cast, nameOf, type Staged } from './cast.js';
import { Placeholders } from './placeholders.js';
import type { Readings } from './readings.js';
import { readStored } from './stored.js';
import { type TriedIds, Tries } from './tries.js';
import { type Difference, named, tellApart, type View } from './view.js';

/** What each account got. */
export type Views = ReadonlyMap<string, View>;

/** How much is looked at. */
export interface Wish {
  readonly wanted?: RegExp;
  /** Who tries every act, after everybody has looked. */
  readonly tried?: readonly string[];
}

const RESULTS = 'SELECT id FROM evaluation_result ORDER BY computed_at, id';
/** Done as they are, as nothing of them can be tried. */
const EARNEST = ['declareConflict', 'saveScoreSheet', 'submitScoreSheet', 'appointReturningOfficer'];
const JUDGE = 'police-post';

/** Looks at a world with everybody’s eyes. What is asked is the same in all of them, ids of what is hidden too. */
export class Look {
  private constructor(
    private readonly readings: Readings,
    private readonly feeds: ReadonlyMap<string, string>,
    private readonly staged: Staged,
    private readonly ids: TriedIds,
  ) {}

  /** By what the roll holds in this world; ids of what it does not hold are those of nothing. */
  static async at(
    { world, staged, judging }: Cast,
    readings: Readings,
    feeds: ReadonlyMap<string, string>,
  ): Promise<Look> {
    const { roundId, nominationIds } = staged;
    const roll = await judging.roll(roundId);
    const mine = nodesOf(roll.assignments).find(
      ({ judgeName, nomination }) => judgeName === nameOf(JUDGE) && nomination?.id === nominationIds[0],
    );
    const judge = nodesOf(roll.judges).find(({ personName }) => personName === nameOf(JUDGE));
    const results = await queryAsSuperuser<{ id: string }>(RESULTS, world.api.database.name);
    const ids: TriedIds = {
      EvaluationRound: [roundId],
      Nomination: nominationIds.slice(0, 2),
      Network: [world.network('southeast')],
      Post: [world.post(JUDGE), world.post('bus-639')],
      EvaluationJudge: [judge?.id ?? roll.id],
      JudgeAssignment: [mine?.id ?? roll.id],
      JudgingRoll: [roll.id],
      EvaluationResult: results.map(({ id }) => toGlobalId('EvaluationResult', id)),
      ScoreSheet: [toGlobalId('ScoreSheet', fromGlobalId('JudgeAssignment', mine?.id ?? ''))],
    };
    return new Look(readings, feeds, staged, ids);
  }

  /** As these accounts, one after the other; nobody is `null`. */
  async as(world: World, accounts: readonly (string | null)[], wish: Wish = {}): Promise<Views> {
    const told = new Map<string, Map<string, string>>();
    const clients = accounts.map((account) => [account, clientOf(world, account)] as const);
    // Signing in leaves rows: everybody does before anybody looks.
    for (const [, client] of clients) await client.token();
    for (const [account, client] of clients)
      told.set(String(account), await this.read(world, account, client, wish));
    await this.tryAll(world, wish.tried ?? [], told);
    return new Map([...told].map(([account, view]) => [account, named(view, new Placeholders())]));
  }

  private async read(
    world: World,
    account: string | null,
    client: TestClient,
    { wanted }: Wish,
  ): Promise<Map<string, string>> {
    const nodes = Object.entries(this.ids).flatMap(([type, all]) => all.map((id) => [type, id] as const));
    const read = nodes.filter(([type]) => type !== 'Post' && type !== 'Network');
    const told = await this.readings.readAll(client, read, wanted);
    const feed = this.feeds.get(String(account));
    const { statusCode, body } = await world
      .nobody()
      .send({ method: 'GET', url: feed ?? '/calendar/none.ics' });
    return new Map([...told, ['calendar', `${statusCode} ${body}`], ...(await readStored(world, client))]);
  }

  /** They change the world, each in the same way in every one. */
  private async tryAll(
    world: World,
    accounts: readonly string[],
    told: ReadonlyMap<string, Map<string, string>>,
  ): Promise<void> {
    if (accounts.length === 0) return;
    const { evaluationRound } = await world
      .as('southeast-officer')
      .ask<{ evaluationRound: { version: number } }>(
        'query ($id: ID!) { evaluationRound(id: $id) { version } }',
        {
          id: this.staged.roundId,
        },
      );
    const tries = new Tries(world, this.ids);
    for (const account of accounts) {
      const answers = await tries.tryAll(clientOf(world, account), evaluationRound.version, EARNEST);
      for (const [asked, answer] of answers) told.get(account)?.set(asked, answer);
    }
  }
}

/** What anybody who looked at both can tell the worlds apart by. */
export function compare(one: Views, other: Views): [account: string, ...Difference[]][] {
  return [...one].flatMap(([account, view]) => {
    const differences = tellApart(view, other.get(account) ?? view);
    return differences.length > 0 ? [[account, ...differences]] : [];
  });
}

export function clientOf(world: World, account: string | null): TestClient {
  return account === null ? world.nobody() : world.actingAs(account);
}
