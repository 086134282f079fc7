import { startWorld, type World } from './support/world.js';

const OFFERS = /* GraphQL */ `
  query ($filter: OfferFilter!) {
    offers(filter: $filter) {
      edges {
        node {
          title
        }
      }
    }
  }
`;
const OF_NETWORK = /* GraphQL */ `
  query ($id: ID!, $filter: NetworkOfferFilter!) {
    network(id: $id) {
      offers(filter: $filter) {
        edges {
          node {
            title
          }
        }
      }
    }
  }
`;
const UPDATE = /* GraphQL */ `
  mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
    updateOffer(id: $id, version: $version, input: $input) {
      ... on Offer {
        id
        version
      }
    }
  }
`;

interface Page {
  edges: { node: { title: string } }[];
}

describe('the resource list', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    await world.offers(
      'hall',
      'computer-room',
      'bus-45',
      'ladder-truck',
      'power-380',
      'pumps',
      'health-talk',
    );
    await world.draft('parents-school');
  });
  afterAll(() => world.close());

  const titlesOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.title);
  const list = async (filter: object, account = 'clinic'): Promise<string[]> =>
    titlesOf((await world.as(account).ask<{ offers: Page }>(OFFERS, { filter })).offers);

  it.each([
    ['words of the title', '活动', ['多功能活动室', '社区活动用车(45座)']],
    ['pinyin', 'huodongshi', ['多功能活动室']],
    ['initials', 'dgnhds', ['多功能活动室']],
    ['facts', '教学楼 projector', ['电脑之家']],
    ['a plate', 'd6390', ['社区活动用车(45座)']],
    ['a field and a title', 'quanke 主治', ['健康讲座(全科医生)']],
    ['the unit and a word', 'xiaofang dgc', ['登高车']],
    ['the unit alone', '消防', ['抽水泵', '登高车']],
    ['a word that runs over two facts', '医学主治', []],
    ['marks alone', '%.', []],
    ['what a draft says', '家长', []],
  ])('is found by %s: %s', async (_, search, titles) => {
    expect((await list({ search })).toSorted()).toEqual(titles.toSorted());
  });

  it('shows one’s own drafts by words as well', async () => {
    expect(await list({ search: 'jiazhang' }, 'secondary-school')).toEqual(['周末家长学校讲师']);
  });

  it.each<[object, string[]]>([
    [{ capacityAtLeast: 46 }, ['多功能活动室']],
    [{ stepFree: false }, ['电脑之家']],
    [{ indoor: true, capacityAtLeast: 45 }, ['电脑之家', '多功能活动室']],
    [{ seatsAtLeast: 5, driverIncluded: true }, ['社区活动用车(45座)']],
    [{ driverIncluded: false }, []],
    [{ voltage: 380, maxLoadKwAtLeast: '60' }, ['380伏临时供电']],
    [{ maxLoadKwAtLeast: '60.001' }, []],
    [{ quantityAtLeast: 2 }, ['抽水泵']],
    [{ quantityAtLeast: 1, seatsAtLeast: 1 }, []],
  ])('is narrowed by facts: %j', async (facts, titles) => {
    expect((await list({ facts })).toSorted()).toEqual(titles.toSorted());
  });

  it('is narrowed by networks, and by what a network is asked for', async () => {
    const [southeast, riverside] = [world.network('southeast'), world.network('riverside')];
    expect(await list({ networkIds: [riverside] }, 'bus-639')).toHaveLength(3);
    expect(await list({ networkIds: [southeast, riverside], kinds: ['VEHICLE'] }, 'bus-639')).toHaveLength(2);
    const filter = { search: 'che', facts: { seatsAtLeast: 5 } };
    const answer = await world
      .as('clinic')
      .ask<{ network: { offers: Page } }>(OF_NETWORK, { id: southeast, filter });
    expect(titlesOf(answer.network.offers)).toEqual(['社区活动用车(45座)']);
  });

  it('judges what a network is asked for as any input', async () => {
    const id = world.network('southeast');
    const ask = (filter: object) =>
      world.as('clinic').tryAsk<{ network: { offers: Page } }>(OF_NETWORK, { id, filter });
    const ofBus = await ask({ unitId: world.unit('bus-639') });
    expect(titlesOf(ofBus.data?.network.offers ?? { edges: [] })).toEqual(['社区活动用车(45座)']);
    const { errors } = await ask({ search: '长'.repeat(61), facts: { voltage: 110 } });
    const paths = errors?.[0]?.extensions.fields?.map(({ path }) => path);
    expect(paths).toEqual(['filter.search', 'filter.facts.voltage']);
  });

  it('finds an offer by its new words, and no longer by its old ones', async () => {
    const owner = world.as('food-market');
    const draft = await world.draft('newcomers-home');
    const input = {
      title: '邻里客厅',
      facts: { venue: { address: '二号楼', capacity: 9, indoor: true, stepFree: true } },
    };
    await owner.ask(UPDATE, { ...draft, input });
    expect(await list({ search: 'linli 二号楼' }, 'food-market')).toEqual(['邻里客厅']);
    expect(await list({ search: 'xinzhoupu' }, 'food-market')).toEqual([]);
  });

  it('names a search that is too long and facts that cannot be', async () => {
    const facts = { voltage: 110, maxLoadKwAtLeast: '0' };
    const { errors } = await world
      .as('clinic')
      .tryAsk(OFFERS, { filter: { search: '长'.repeat(61), facts } });
    expect(errors?.[0]?.extensions.fields?.map(({ path }) => path).toSorted()).toEqual([
      'filter.facts.maxLoadKwAtLeast',
      'filter.facts.voltage',
      'filter.search',
    ]);
  });
});
