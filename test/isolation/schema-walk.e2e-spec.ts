import { toGlobalId } from '#graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { randomUUID } from 'node:crypto';
import { firstAnswer } from '../support/first-answer.js';
import type { TestClient } from '../support/test-client.js';
import { CASES } from './schema-walk/cases.js';
import { listCoordinates } from './schema-walk/coordinates.js';
import { FullSelection, listFields } from './schema-walk/selection.js';
import { Stage } from './schema-walk/stage.js';
import { listTokenAnswers, REFUSED } from './schema-walk/token-walls.js';
import type { WalkCase } from './schema-walk/walk-case.js';

/** Every kind of actor: secretary, officer, liaison, guest, representative, steward, and nobody. */
const ACTORS = [
  'southeast-committee',
  'southeast-officer',
  'clinic',
  'owners-committee',
  'resident-1',
  'zhoupu-steward',
  null,
];

/** Types that only a refusal or its parts have; what they hold is tested where they are given. */
const REFUSAL_TYPES =
  /^(AboveCapacity|AlreadyClaimed|AlreadyClosed|AlreadyHeld|AlreadyLinked|AlreadyMember|BallotRefused|BookingRuleBreach|BookingRunning|BookingsHit|CategoryExists|ClosedSpan|DateClash|DatesClash|DishClash|InvalidCode|ItemsRefused|MeetingMoved|MissingOffer|MissingSheet|NoPlaceLeft|NoPostNow|NotEnoughFree|NotRecordable|OffersMissing|OwnNeed|OwnSuccessor|ProxyRefused|RefusedItem|RuleBroken|SheetsMissing|SpanTaken|StaleVersion|TooManyAccessTokens|TooManyAttempts|UnitHasLeft|WrongCredentials|WrongState)\./;

/**
 * Walks the schema: whatever takes an id is asked, as every kind of actor, for ids that this actor may not see. The
 * answer must equal, byte for byte, the one for an id that was never given out. Then the own id must succeed.
 */
describe('the walls, over every root field and every id', () => {
  let stage: Stage;
  let schema: GraphQLSchema;
  let select: FullSelection;

  beforeAll(async () => {
    stage = await Stage.set();
    schema = stage.world.api.app.get(GraphQLSchemaHost).schema;
    select = new FullSelection(schema);
  });

  afterAll(() => stage.world.close());

  it('has a case for every root field and every id that one can be asked with', () => {
    const walked = Object.entries(CASES).map(([name, { ids }]) => ({
      name,
      idPaths: Object.keys(ids).toSorted(),
    }));
    const served = listCoordinates(schema).map(({ name, idPaths }) => ({
      name,
      idPaths: idPaths.toSorted(),
    }));
    expect(walked.toSorted(byName)).toEqual(served.toSorted(byName));
  });

  describe.each(Object.entries(CASES))('%s', (name, walkCase) => {
    it('answers for what one may not see as for what does not exist, and succeeds for one’s own', async () => {
      const own = await walkCase.own(stage);
      const document = walkCase.document(select);
      for (const path of Object.keys(walkCase.ids)) {
        for (const account of ACTORS) await expectBlind(walkCase, document, own, path, account);
      }
      if (name.startsWith('Mutation.')) {
        const [field = '', account] = [name.split('.')[1], walkCase.actor ?? 'clinic'];
        const asked = { field, account, document, variables: own };
        for (const answer of await listTokenAnswers(stage.world, schema, asked))
          expect(answer).toEqual(REFUSED);
      }
      const client = walkCase.actor === null ? stage.world.nobody() : stage.world.as(walkCase.actor);
      const { data, errors } = document.startsWith('subscription')
        ? await firstAnswer<Record<string, unknown>>(client, document, own)
        : await client.tryAsk<Record<string, unknown>>(document, own);
      expect({ errors, data }).toEqual({ errors: undefined, data: expect.anything() });
      const answer = data?.[name.split('.')[1] ?? ''];
      expect(answer).not.toBeNull();
      // A refusal has one; a network has a code of its own.
      expect(answer).not.toHaveProperty('message');
      if (name.startsWith('Query.') && Object.keys(walkCase.ids).length > 0)
        expect(JSON.stringify(answer)).toMatch(/"(node|id)":/);
    });
  });

  it('has selected every field of every type on the way', () => {
    const missed = listFields(schema).filter(
      (field) => !select.visited.has(field) && !REFUSAL_TYPES.test(field),
    );
    expect(missed.filter((field) => !field.startsWith('Access.'))).toEqual([]);
  });

  async function expectBlind(
    walkCase: WalkCase,
    document: string,
    own: object,
    path: string,
    account: string | null,
  ): Promise<void> {
    // Sign-ins that fail are counted for a quarter of an hour.
    if (walkCase.actor === null) stage.world.clock.advance(15 * 60_000);
    const client = account === null ? stage.world.nobody() : stage.world.as(account);
    const answerFor = async (id: string) => {
      const raw = await textOf(client, document, withId(own, path, id));
      return raw.replaceAll(id, '<id>');
    };
    for (const type of walkCase.ids[path] ?? []) {
      const unknown = await answerFor(toGlobalId(type, randomUUID()));
      for (const hidden of stage.hiddenFrom(account, type)) {
        expect({ path, account, type, answer: await answerFor(hidden) }).toEqual({
          path,
          account,
          type,
          answer: unknown,
        });
      }
    }
  }
});

/** A cursor is another each time, whatever it tells; so is the id of what went over a socket. */
async function textOf(client: TestClient, document: string, variables: object): Promise<string> {
  if (!document.startsWith('subscription')) return (await client.askRaw(document, variables)).raw;
  const text = JSON.stringify(await firstAnswer(client, document, variables));
  return text.replaceAll(/"(cursor|requestId)":"[^"]+"/g, '"$1":""');
}

/** The variables with another id at the path; a list gets it as its only entry, or in its first. */
function withId(variables: object, path: string, id: string): object {
  const copy = structuredClone(variables) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let parent = copy;
  for (const step of steps) {
    const next = (parent[step] ??= {});
    parent = (Array.isArray(next) ? next[0] : next) as Record<string, unknown>;
  }
  parent[last] = Array.isArray(parent[last]) ? [id] : id;
  return copy;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
