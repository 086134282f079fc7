import { toGlobalId } from '#graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { propertyRuns } from '../support/property-runs.js';
import { startWorld, type World } from '../support/world.js';
import { randomRequests, type RandomRequest } from './random-requests.js';

const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 600);
const LONGEST_MS = 2_000;
const LARGEST_REFUSAL = 1_000_000;
const ACCOUNTS = ['southeast-committee', 'clinic', 'zhoupu-steward', null] as const;

/** Whatever comes: an answer soon, small where it is a refusal, and never a failure of ours. */
describe('A request of whatever kind', () => {
  let world: World;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    world = await startWorld();
    for (const account of ACCOUNTS) if (account) tokens.set(account, (await world.as(account).token()) ?? '');
  });
  afterAll(() => world.close());

  async function send(request: RandomRequest, account: (typeof ACCOUNTS)[number]) {
    const authorization = account && { authorization: `Bearer ${tokens.get(account)}` };
    const start = performance.now();
    const answer = await world.api.app.inject({
      ...request,
      headers: { ...authorization, ...request.headers },
    });
    return { answer, ms: performance.now() - start };
  }

  it(
    'is answered or refused',
    async () => {
      const { schema } = world.api.app.get(GraphQLSchemaHost);
      const some = ['southeast', 'riverside'].map((name) => world.network(name));
      const ids = { own: some, others: [toGlobalId('Offer', randomUUID()), 'x', ''] };
      const stock = { ids: () => ids, cursors: new Map([['offers', ['none']]]) };
      const statuses = new Map<number, number>();
      await fc.assert(
        fc.asyncProperty(
          randomRequests(schema, stock),
          fc.constantFrom(...ACCOUNTS),
          async (request, account) => {
            const { answer, ms } = await send(request, account);
            statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
            expect(answer.statusCode).toBeLessThan(500);
            expect(ms).toBeLessThan(LONGEST_MS);
            if (answer.statusCode >= 400) expect(answer.rawPayload.length).toBeLessThan(LARGEST_REFUSAL);
            expect(world.api.failures).toEqual([]);
          },
        ),
        propertyRuns(RUNS),
      );
      // Both what is sound and what is not were among them.
      expect([200, 400].filter((status) => (statuses.get(status) ?? 0) < RUNS / 20)).toEqual([]);
    },
    60_000 + RUNS * 100,
  );
});
