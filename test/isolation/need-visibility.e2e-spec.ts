import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { TestClient } from '../support/test-client.js';
import { startWorld, type World } from '../support/world.js';
import { readEverything } from './need-visibility/everything-read.js';
import { canary, EXHIBITS, Exhibition, type Exhibit } from './need-visibility/exhibits.js';
import { FullSelection } from './schema-walk/selection.js';

/** What is read of a need: all that it says, all but whom to ring, or nothing. */
type Sight = 'all' | 'most' | '-';

/** Its own unit reads all of it in every state. Whoever is not named here reads nothing of any. */
const SIGHTS: Record<Exhibit, Record<'committee' | 'claimant' | 'network', Sight>> = {
  DRAFT: { committee: '-', claimant: '-', network: '-' },
  PROPOSED: { committee: 'all', claimant: '-', network: '-' },
  RETURNED: { committee: '-', claimant: '-', network: '-' },
  TAKEN: { committee: 'all', claimant: 'most', network: 'most' },
  OPEN: { committee: 'all', claimant: 'most', network: 'most' },
  CLAIMED: { committee: 'all', claimant: 'all', network: 'most' },
  IN_PROGRESS: { committee: 'all', claimant: 'all', network: 'most' },
  ANSWERED: { committee: 'all', claimant: 'all', network: 'most' },
  CLOSED: { committee: 'all', claimant: 'most', network: 'most' },
  REOPENED: { committee: 'all', claimant: 'most', network: 'most' },
  GIVEN_UP: { committee: 'all', claimant: 'most', network: 'most' },
  UNMET: { committee: 'all', claimant: 'most', network: 'most' },
  WITHDRAWN_AS_DRAFT: { committee: '-', claimant: '-', network: '-' },
  WITHDRAWN_WHEN_PROPOSED: { committee: 'all', claimant: '-', network: '-' },
  WITHDRAWN_WHEN_TAKEN: { committee: 'all', claimant: 'most', network: 'most' },
};

/** Accounts, and as whom they read. A unit that is asked, and has not said yes, reads what the network does. */
const READERS: Readonly<Record<string, 'own' | 'committee' | 'claimant' | 'network' | 'nobody'>> = {
  clinic: 'own',
  'southeast-committee': 'committee',
  'southeast-officer': 'committee',
  'bus-639': 'claimant',
  'food-market': 'network',
  'savings-bank': 'network',
  'zhoupu-steward': 'network',
  'resident-1': 'network',
  'owners-committee': 'nobody',
  'police-post': 'nobody',
  'secondary-school': 'nobody',
  'riverside-primary': 'nobody',
  'riverside-committee': 'nobody',
};

const COLUMNS = [
  'early',
  'title',
  'what',
  'location',
  'reason',
  'answer',
  'file',
  'contactName',
  'contactPhone',
];
const PRIVATE = ['contactName', 'contactPhone'];
const WITH_REASON: readonly Exhibit[] = ['RETURNED', 'REOPENED', 'UNMET', 'WITHDRAWN_AS_DRAFT'];
const WITH_ANSWER: readonly Exhibit[] = ['ANSWERED', 'CLOSED', 'REOPENED'];
const NODE = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;

/** Every text of a need in every state, looked for in all that the API tells each kind of reader. */
describe('a need is read', () => {
  let world: World;
  let exhibition: Exhibition;
  let select: FullSelection;

  beforeAll(async () => {
    world = await startWorld();
    exhibition = await Exhibition.open(world);
    select = new FullSelection(world.api.app.get(GraphQLSchemaHost).schema);
    for (const [field, unit] of [
      ['suspendMembership', 'police-post'],
      ['removeMembership', 'secondary-school'],
    ] as const) {
      const secretary = world.as('southeast-committee');
      const variables = { id: world.membership(unit, 'southeast') };
      const { node } = await secretary.ask<{ node: object }>(NODE, variables);
      await secretary.ask(
        `mutation ($id: ID!, $version: Int!) { ${field}(id: $id, version: $version) { __typename } }`,
        node,
      );
    }
  });
  afterAll(() => world.close());

  const sightOf = (reader: string, exhibit: Exhibit): Sight => {
    const as = READERS[reader] ?? 'nobody';
    if (as === 'own') return 'all';
    return as === 'nobody' ? '-' : SIGHTS[exhibit][as];
  };
  const expectedOf = (reader: string, exhibit: Exhibit): string[] => {
    const sight = sightOf(reader, exhibit);
    const isSaid = (column: string) =>
      (column !== 'reason' || WITH_REASON.includes(exhibit) || exhibit.startsWith('WITHDRAWN')) &&
      (column !== 'answer' || WITH_ANSWER.includes(exhibit)) &&
      // What it said before anybody else could read it stays with its unit.
      (column !== 'early' || reader === 'clinic');
    if (sight === '-') return [];
    return COLUMNS.filter((column) => isSaid(column) && (sight === 'all' || !PRIVATE.includes(column)));
  };
  const readAs = (client: TestClient) =>
    readEverything(client, select, {
      needs: [...exhibition.ids.values()],
      networks: [world.network('southeast'), world.network('riverside')],
    });
  const columnsIn = (told: string): Record<string, string[]> =>
    Object.fromEntries(
      EXHIBITS.map((exhibit) => [
        exhibit,
        COLUMNS.filter((column) => told.includes(canary(column, exhibit))),
      ]),
    );

  it.each(Object.keys(READERS))('by %s as far as each state lets it', async (reader) => {
    const expected = Object.fromEntries(EXHIBITS.map((exhibit) => [exhibit, expectedOf(reader, exhibit)]));
    expect(columnsIn(await readAs(world.as(reader)))).toEqual(expected);
  });

  it.each(Object.keys(READERS))('with its file by %s, in the same states', async (reader) => {
    for (const exhibit of EXHIBITS) {
      const url = `/files/${exhibition.files.get(exhibit)}`;
      const { statusCode } = await world.as(reader).send({ method: 'GET', url });
      expect({ exhibit, statusCode }).toEqual({
        exhibit,
        statusCode: sightOf(reader, exhibit) === '-' ? 404 : 200,
      });
    }
  });

  it('by nobody without a post, and by nobody in another region', async () => {
    const strangers = [world.nobody(), world.other.as('clinic'), world.other.as('southeast-committee')];
    for (const stranger of strangers)
      expect(Object.values(columnsIn(await readAs(stranger))).flat()).toEqual([]);
  });
});
