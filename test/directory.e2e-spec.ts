import { searchTextOf } from '#network';
import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { startWorld, type World } from './support/world.js';

const DIRECTORY = /* GraphQL */ `
  query ($filter: DirectoryFilter!, $first: Int, $after: String) {
    directory(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        endCursor
      }
      edges {
        node {
          role
          unit {
            code
          }
          people {
            role
            personName
            dutyPhone
          }
        }
      }
    }
  }
`;
const APPOINT = /* GraphQL */ `
  mutation ($input: AppointInput!) {
    appoint(input: $input) {
      ... on Appointment {
        post {
          id
          version
        }
      }
    }
  }
`;
const REVOKE = /* GraphQL */ `
  mutation ($id: ID!, $version: Int!) {
    revokePost(id: $id, version: $version) {
      __typename
    }
  }
`;

interface Directory {
  directory: {
    totalCount: number;
    pageInfo: { endCursor: string };
    edges: { node: { role: string; unit: { code: string }; people: Speaker[] } }[];
  };
}

interface Speaker {
  role: string;
  personName: string;
  dutyPhone: string | null;
}

describe('the directory of a network', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const ask = async (
    account: string,
    network: string,
    more: object = {},
  ): Promise<Directory['directory']> => {
    const { search = null, ...page } = more as { search?: string };
    const filter = { networkId: network, search };
    return (await world.as(account).ask<Directory>(DIRECTORY, { filter, first: 100, ...page })).directory;
  };
  const unitsOf = ({ edges }: Directory['directory']): string[] => edges.map(({ node }) => node.unit.code);
  const search = async (words: string): Promise<string[]> =>
    unitsOf(await ask('clinic', world.network('southeast'), { search: words }));
  const peopleOf = async (account: string, unit: string): Promise<Speaker[] | undefined> =>
    (await ask(account, world.network('southeast'))).edges.find(({ node }) => node.unit.code === unit)?.node
      .people;

  it('lists the active units in pinyin order, each with its people, a page at a time', async () => {
    const network = world.network('southeast');
    const all = await ask('clinic', network);
    expect(unitsOf(all)).toEqual([
      'developer',
      'food-market',
      'police-post',
      'southeast-committee',
      'property-management',
      'owners-committee',
      'clinic',
      'computing-institute',
      'bus-639',
      'party-school',
      'savings-bank',
      'fire-squadron',
      'zhoupu-no3-primary',
      'southeast-kindergarten',
      'secondary-school',
    ]);
    expect(all.totalCount).toBe(15);
    const committee = all.edges.find(({ node }) => node.role === 'CONVENER')?.node;
    expect(committee?.people.map(({ role, personName }) => [role, personName])).toEqual([
      ['SECRETARY', '东南社区党总支书记'],
      ['OFFICER', '东南社区党总支干事'],
    ]);
    const first = await ask('clinic', network, { first: 7 });
    const second = await ask('clinic', network, { first: 8, after: first.pageInfo.endCursor });
    expect([...unitsOf(first), ...unitsOf(second)]).toEqual(unitsOf(all));
  });

  it.each([
    [
      '周浦',
      ['savings-bank', 'fire-squadron', 'zhoupu-no3-primary', 'southeast-kindergarten', 'secondary-school'],
    ],
    ['周浦 小学', ['zhoupu-no3-primary']],
    [
      'zhoupu',
      ['savings-bank', 'fire-squadron', 'zhoupu-no3-primary', 'southeast-kindergarten', 'secondary-school'],
    ],
    [
      'ZhouP',
      ['savings-bank', 'fire-squadron', 'zhoupu-no3-primary', 'southeast-kindergarten', 'secondary-school'],
    ],
    ['zpzx', ['secondary-school']],
    ['xfzd', ['fire-squadron']],
    ['６３９', ['bus-639']],
    ['daan', ['developer']],
    ['东南社区党总支干事', ['southeast-committee']],
    ['dnsqdzzgs', ['southeast-committee']],
    ['oup', []],
    ['.*', 0],
    ['%', 0],
    [' 。 ', 0],
    ['  ', 15],
    [
      '周.',
      ['savings-bank', 'fire-squadron', 'zhoupu-no3-primary', 'southeast-kindergarten', 'secondary-school'],
    ],
    ['没有', []],
  ])('finds by %s', async (words, units) => {
    const found = await search(words);
    if (typeof units === 'number') expect(found).toHaveLength(units);
    else expect(found).toEqual(units);
  });

  it('knows at once who is appointed and who is not any more', async () => {
    const secretary = world.as('southeast-committee');
    const input = {
      unitId: world.unit('clinic'),
      role: 'DEPUTY',
      person: { newPerson: '单副联络员' },
      dutyPhone: '120',
    };
    const { appoint } = await secretary.ask<{ appoint: { post: object } }>(APPOINT, { input });
    expect(await search('shan')).toEqual(['clinic']);
    expect(await peopleOf('food-market', 'clinic')).toEqual([
      { role: 'LIAISON', personName: '东南医务站联络员', dutyPhone: null },
      { role: 'DEPUTY', personName: '单副联络员', dutyPhone: '120' },
    ]);
    await secretary.ask(REVOKE, appoint.post);
    expect(await search('shan')).toEqual([]);
    expect(await peopleOf('southeast-committee', 'clinic')).toHaveLength(1);
  });

  it('shows the steward the same, and to a stranger what a network that does not exist shows', async () => {
    const network = world.network('southeast');
    expect(unitsOf(await ask('zhoupu-steward', network))).toHaveLength(15);
    for (const id of [network, world.other.network('southeast'), toGlobalId('Network', randomUUID())])
      expect(unitsOf(await ask('riverside-primary', id))).toEqual([]);
  });

  it('keeps what the stored names ask for', async () => {
    const { database } = world.api;
    const { Client } = await import('pg');
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('BEGIN; SET LOCAL ROLE lianjian_operator');
    await client.query(`SELECT app.set_local('region_id', (SELECT id::text FROM region WHERE code = $1))`, [
      world.code,
    ]);
    const { rows } = await client.query<{ name: string; name_en: string; search_text: string }>(
      'SELECT name, name_en, search_text FROM unit',
    );
    await client.end();
    expect(rows.map((row) => row.search_text)).toEqual(
      rows.map(({ name, name_en: nameEn }) => searchTextOf({ name, nameEn })),
    );
  });
});
