import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { EXAMPLE } from './support/example-file.js';
import { startWorld, type World } from './support/world.js';
import type { Answer, TestClient } from './support/test-client.js';

const WHOLE = /* GraphQL */ `
  fragment Whole on Offer {
    id
    version
    kind
    state
    title
    description
    hours {
      days
      from
      to
    }
    confirmation
    leadTimeMinutes
    horizonDays
    slotMinutes
    longestMinutes
    bufferBeforeMinutes
    bufferAfterMinutes
    networks {
      code
    }
    internal {
      contactName
      contactPhone
      notes
    }
    ... on Venue {
      address
      floorAreaM2
      capacity
      facilities
      indoor
      stepFree
    }
    ... on Vehicle {
      plate
      seats
      driverIncluded
      licenceClass
    }
    ... on PowerSupply {
      voltage
      phases
      maxLoadKw
      sockets
      cableLengthM
      electricianNeeded
    }
    ... on Equipment {
      quantity
      measure
    }
    ... on Expertise {
      field
      expertTitle
      languages
      sessionsPerMonth
    }
  }
`;
const CREATE = `${WHOLE} mutation ($input: CreateOfferInput!) { createOffer(input: $input) { __typename ...Whole } }`;
const UPDATE = `${WHOLE} mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
  updateOffer(id: $id, version: $version, input: $input) { __typename ...Whole ... on StaleVersion { currentVersion } } }`;
const PUBLISH = `${WHOLE} mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
  publishOffer(id: $id, version: $version, networkIds: $networkIds) {
    __typename ...Whole ... on StaleVersion { currentVersion } } }`;
const WITHDRAW = `${WHOLE} mutation ($id: ID!, $version: Int!) { withdrawOffer(id: $id, version: $version) {
    __typename ...Whole ... on StaleVersion { currentVersion } ... on WrongState { currentState } } }`;
const READ = `${WHOLE} query ($id: ID!) { node(id: $id) { __typename ...Whole } }`;

type Whole = Record<string, unknown> & { __typename: string; id: string; version: number };

const TERMS = {
  hours: [
    { days: 'EVERY', from: '05:30', to: '07:30' },
    { days: 'HOLIDAY', from: '20:00', to: '24:00' },
  ],
  confirmation: 'OWNER',
  leadTimeMinutes: 90,
  horizonDays: 30,
  slotMinutes: 15,
  longestMinutes: 120,
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 5,
};

const KINDS: [string, string, Record<string, unknown>][] = [
  [
    'Venue',
    'venue',
    {
      address: '二楼 201 室',
      floorAreaM2: '120.50',
      capacity: 80,
      facilities: ['PIANO', '投影'],
      indoor: true,
      stepFree: false,
    },
  ],
  ['Vehicle', 'vehicle', { plate: '沪A·D6390', seats: 45, driverIncluded: true, licenceClass: 'A1' }],
  [
    'PowerSupply',
    'powerSupply',
    {
      voltage: 380,
      phases: 3,
      maxLoadKw: '60.0',
      sockets: ['63A-5P'],
      cableLengthM: 0,
      electricianNeeded: true,
    },
  ],
  ['Equipment', 'equipment', { quantity: 2, measure: '台' }],
  [
    'Expertise',
    'expertise',
    { field: '全科医学', expertTitle: '主治医师', languages: ['zh', 'en-GB'], sessionsPerMonth: 4 },
  ],
];

const failureOf = ({ errors }: Answer<object>) => [
  errors?.[0]?.extensions.code,
  ...(errors?.[0]?.extensions.fields ?? []).map(({ path }) => path),
];

describe('offers', () => {
  let world: World;
  let fleet: TestClient;

  beforeAll(async () => {
    world = await startWorld();
    fleet = world.as('bus-639');
  });

  afterAll(() => world.close());

  async function mutate(client: TestClient, query: string, variables: object): Promise<Whole> {
    const [outcome] = Object.values(await client.ask<Record<string, Whole>>(query, variables));
    if (!outcome) throw new Error('There is no outcome.');
    return outcome;
  }

  async function read(client: TestClient, id: string): Promise<Whole | null> {
    return (await client.ask<{ node: Whole | null }>(READ, { id })).node;
  }

  const bus = (more: object = {}) => {
    const fixture = EXAMPLE.offers.find(({ code }) => code === 'bus-45');
    return mutate(fleet, CREATE, { input: { ...fixture?.input, ...more } });
  };

  it.each(KINDS)('of the kind %s read back as they were drafted', async (type, kind, facts) => {
    const internal = { contactName: '车队调度', contactPhone: '021-5555 0001', notes: '只读一行\n第二行' };
    const input = {
      title: `测试${kind}`,
      description: '说明',
      ...TERMS,
      ...internal,
      facts: { [kind]: facts },
    };
    const created = await mutate(fleet, CREATE, { input });
    const expected = {
      __typename: type,
      id: expect.any(String),
      version: 1,
      kind: type.replace(/(?<=[a-z])(?=[A-Z])/, '_').toUpperCase(),
      state: 'DRAFT',
      title: `测试${kind}`,
      description: '说明',
      ...TERMS,
      networks: [],
      internal,
      ...facts,
    };
    expect(created).toEqual(expected);
    expect(await read(fleet, created.id)).toEqual(expected);
  });

  it('take their defaults, and leave empty what was left out', async () => {
    const input = {
      title: '空房',
      hours: [{ days: 'EVERY', from: '00:00', to: '24:00' }],
      confirmation: 'AUTOMATIC',
      longestMinutes: 60,
      facts: { venue: { address: '一楼', capacity: 1, indoor: true, stepFree: true } },
    };
    expect(await mutate(fleet, CREATE, { input })).toMatchObject({
      description: null,
      leadTimeMinutes: 0,
      horizonDays: 180,
      slotMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      facilities: [],
      floorAreaM2: null,
      internal: { contactName: null, contactPhone: null, notes: null },
    });
  });

  it('change in what was sent, and in nothing else', async () => {
    const before = await bus({
      description: '说明',
      contactName: '调度',
      contactPhone: '110',
      notes: '备注',
    });
    const { id } = before;
    const change = async (version: number, input: object) => mutate(fleet, UPDATE, { id, version, input });
    expect(await change(1, { title: '新名', leadTimeMinutes: null })).toEqual({
      ...before,
      title: '新名',
      version: 2,
    });
    expect(await change(1, { title: '太晚' })).toEqual({ __typename: 'StaleVersion', currentVersion: 2 });
    expect(await change(2, { contactPhone: '120' })).toMatchObject({
      title: '新名',
      internal: { contactName: '调度', contactPhone: '120', notes: '备注' },
    });
    const cleared = { description: null, contactName: null, contactPhone: null, notes: null };
    const { description, contactName, contactPhone, notes } = cleared;
    expect(await change(3, cleared)).toMatchObject({
      description,
      internal: { contactName, contactPhone, notes },
      version: 4,
    });
    // Facts are given as a whole: what is left out is no longer said.
    const vehicle = { seats: 30, driverIncluded: false };
    expect(await change(4, { facts: { vehicle } })).toMatchObject({
      ...vehicle,
      plate: null,
      licenceClass: null,
    });
    expect(await read(fleet, id)).toMatchObject({ ...vehicle, plate: null, title: '新名', version: 5 });
  });

  it('keep their kind, and stay sound in what an update leaves as it was', async () => {
    const { id, version } = await bus();
    const change = async (input: object) => failureOf(await fleet.tryAsk(UPDATE, { id, version, input }));
    const equipment = { quantity: 1, measure: '台' };
    expect(await change({ facts: { equipment } })).toEqual(['BAD_USER_INPUT', 'input.facts']);
    expect(await change({ slotMinutes: 720 })).toEqual(['BAD_USER_INPUT', 'input.longestMinutes']);
    const short = { horizonDays: 2, leadTimeMinutes: 2881 };
    expect(await change(short)).toEqual(['BAD_USER_INPUT', 'input.leadTimeMinutes']);
    const [hour] = [{ days: 'EVERY', from: '09:00', to: '10:00' }];
    expect(await change({ hours: [hour, hour] })).toEqual(['BAD_USER_INPUT', 'input.hours.1']);
    expect(await change({ hours: [] })).toEqual(['BAD_USER_INPUT', 'input.hours']);
    expect(await read(fleet, id)).toMatchObject({ version });
  });

  it('are seen as drafts by their unit alone, and changed by it alone', async () => {
    const { id, version } = await bus();
    const unseen = [
      'southeast-committee',
      'southeast-officer',
      'clinic',
      'riverside-committee',
      'zhoupu-steward',
      'resident-1',
    ];
    for (const account of unseen) expect(await read(world.as(account), id)).toBeNull();
    expect(await read(world.other.as('bus-639'), id)).toBeNull();
    const networkIds = [world.network('southeast')];
    for (const account of ['southeast-committee', 'clinic', 'riverside-committee']) {
      const client = world.as(account);
      for (const [query, more] of [
        [UPDATE, { input: {} }],
        [PUBLISH, { networkIds }],
        [WITHDRAW, {}],
      ] as const) {
        const mine =
          query === PUBLISH && account === 'riverside-committee' ? [world.network('riverside')] : networkIds;
        const variables = { version, ...more, ...(query === PUBLISH && { networkIds: mine }) };
        const foreign = await client.askRaw(query, { ...variables, id });
        const random = await client.askRaw(query, { ...variables, id: toGlobalId('Offer', randomUUID()) });
        expect(foreign.raw).toContain('NOT_FOUND');
        expect([foreign.status, foreign.raw]).toEqual([random.status, random.raw]);
      }
    }
  });

  it('are shown to the networks they are published to, and their contact to the committees', async () => {
    const internal = { contactName: '调度', contactPhone: '021-5555 0001', notes: '备注' };
    const { id } = await bus(internal);
    const networkIds = [world.network('riverside')];
    const shown = await mutate(fleet, PUBLISH, {
      id,
      version: 1,
      networkIds: [...networkIds, ...networkIds],
    });
    expect(shown).toMatchObject({
      state: 'PUBLISHED',
      networks: [{ code: 'riverside' }],
      version: 2,
      internal,
    });
    const see = async (account: string) => read(world.as(account), id);
    expect(await see('riverside-committee')).toMatchObject({ state: 'PUBLISHED', internal });
    expect(await see('riverside-primary')).toMatchObject({ state: 'PUBLISHED', internal: null });
    expect(await see('zhoupu-steward')).toMatchObject({ state: 'PUBLISHED', internal: null });
    for (const account of ['southeast-committee', 'clinic', 'resident-1', 'owners-committee'])
      expect(await see(account)).toBeNull();

    const both = [world.network('southeast'), ...networkIds];
    const wider = await mutate(fleet, PUBLISH, { id, version: 2, networkIds: both });
    expect(wider['networks']).toEqual([{ code: 'riverside' }, { code: 'southeast' }]);
    // Each network learns of itself alone.
    expect(await see('clinic')).toMatchObject({ networks: [{ code: 'southeast' }], internal: null });
    expect(await see('southeast-officer')).toMatchObject({ networks: [{ code: 'southeast' }], internal });
    expect(await see('resident-1')).toMatchObject({ networks: [{ code: 'southeast' }], internal: null });
    expect(await see('owners-committee')).toBeNull();
    const forbidden = await world.as('clinic').tryAsk(UPDATE, { id, version: 3, input: {} });
    expect(failureOf(forbidden)).toEqual(['FORBIDDEN']);

    expect(await mutate(fleet, WITHDRAW, { id, version: 2 })).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 3,
    });
    expect(await mutate(fleet, WITHDRAW, { id, version: 3 })).toMatchObject({
      state: 'WITHDRAWN',
      networks: [],
    });
    expect(await mutate(fleet, WITHDRAW, { id, version: 4 })).toEqual({
      __typename: 'WrongState',
      currentState: 'WITHDRAWN',
    });
    for (const account of ['southeast-committee', 'riverside-committee', 'clinic', 'zhoupu-steward'])
      expect(await see(account)).toBeNull();
    expect(await mutate(fleet, PUBLISH, { id, version: 4, networkIds })).toMatchObject({
      state: 'PUBLISHED',
    });
  });

  it('are not published to a network one is not a member of, be it there or not', async () => {
    const { id } = await mutate(world.as('clinic'), CREATE, {
      input: { title: '讲座', ...TERMS, facts: { expertise: { field: '护理' } } },
    });
    const foreign = [
      world.network('riverside'),
      world.other.network('southeast'),
      toGlobalId('Network', randomUUID()),
      world.unit('clinic'),
      'nonsense',
    ];
    const answers = await Promise.all(
      foreign.map((one) =>
        world.as('clinic').askRaw(PUBLISH, { id, version: 1, networkIds: [world.network('southeast'), one] }),
      ),
    );
    expect(answers[0]?.raw).toContain('NOT_FOUND');
    expect(new Set(answers.map(({ raw }) => raw)).size).toBe(1);
    const nowhere = await world.as('clinic').tryAsk(PUBLISH, { id, version: 1, networkIds: [] });
    expect(failureOf(nowhere)).toEqual(['BAD_USER_INPUT', 'networkIds']);
    const guest = world.as('owners-committee');
    const { id: draft } = await mutate(guest, CREATE, {
      input: { title: '会议室', ...TERMS, facts: { equipment: { quantity: 1, measure: '间' } } },
    });
    const asGuest = await guest.tryAsk(PUBLISH, {
      id: draft,
      version: 1,
      networkIds: [world.network('southeast')],
    });
    expect(failureOf(asGuest)).toEqual(['NOT_FOUND']);
  });

  it('meets no failure of ours in all this', () => {
    expect(world.api.failures).toEqual([]);
  });
});

interface List {
  offers: {
    totalCount: number;
    edges: { cursor: string; node: { id: string; title: string; kind: string; state: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
  };
}

const LIST = /* GraphQL */ `
  query (
    $filter: OfferFilter! = {}
    $orderBy: OfferOrder! = TITLE_ASC
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    offers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      edges {
        cursor
        node {
          id
          title
          kind
          state
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const titles = ({ edges }: List['offers']) => edges.map(({ node }) => node.title);

describe('the resource list', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    for (const { code } of EXAMPLE.offers) {
      await world.offer(code);
      world.clock.advance(1000);
    }
    await world.draft('bus-45', { title: '草稿' });
  });

  afterAll(() => world.close());

  const list = async (account: string, variables: object = {}) =>
    (await world.as(account).ask<List>(LIST, variables)).offers;

  it('stands in pinyin order, or with the newest first', async () => {
    const byTitle = titles(await list('clinic', { first: 100 }));
    expect(byTitle).toHaveLength(12);
    expect(byTitle).toEqual(byTitle.toSorted((a, b) => a.localeCompare(b, 'zh-Hans-CN-u-co-pinyin')));
    expect(byTitle.indexOf('操场晨练')).toBeLessThan(byTitle.indexOf('电脑之家'));
    const newest = titles(await list('clinic', { orderBy: 'CREATED_AT_DESC', first: 100 }));
    expect(newest).toEqual(EXAMPLE.offers.map(({ input }) => input.title).toReversed());
  });

  it.each<[string, { networkId?: string; unitId?: string; kinds?: string[]; states?: string[] }, number]>([
    ['nothing', {}, 12],
    ['one network', { networkId: 'southeast' }, 12],
    ['a network that is not one’s own', { networkId: 'riverside' }, 0],
    ['a kind', { kinds: ['VEHICLE'] }, 2],
    ['several kinds', { kinds: ['VEHICLE', 'EXPERTISE'] }, 4],
    ['no kind', { kinds: [] }, 0],
    ['a unit', { unitId: 'bus-639' }, 2],
    ['a unit and a kind', { unitId: 'bus-639', kinds: ['VENUE'] }, 1],
    ['drafts of others', { states: ['DRAFT', 'WITHDRAWN'] }, 0],
  ])('is narrowed: %s', async (_what, wish, count) => {
    const filter = {
      ...wish,
      ...(wish.networkId && { networkId: world.network(wish.networkId) }),
      ...(wish.unitId && { unitId: world.unit(wish.unitId) }),
    };
    const page = await list('clinic', { filter, first: 100 });
    expect([page.totalCount, page.edges.length]).toEqual([count, count]);
  });

  it('shows a unit its own drafts, and others none', async () => {
    expect(titles(await list('bus-639', { filter: { states: ['DRAFT'] } }))).toEqual(['草稿']);
    expect((await list('bus-639')).totalCount).toBe(13);
    expect((await list('riverside-primary')).totalCount).toBe(3);
    expect((await list('owners-committee')).totalCount).toBe(0);
  });

  it.each(['TITLE_ASC', 'CREATED_AT_DESC'])('can be paged both ways in the order %s', async (orderBy) => {
    const whole = titles(await list('clinic', { orderBy, first: 100 }));
    const forwards: string[] = [];
    let page = await list('clinic', { orderBy, first: 5 });
    for (
      ;
      page.pageInfo.hasNextPage;
      page = await list('clinic', { orderBy, first: 5, after: page.pageInfo.endCursor })
    ) {
      expect(page.totalCount).toBe(12);
      forwards.push(...titles(page));
    }
    expect([...forwards, ...titles(page)]).toEqual(whole);
    const backwards: string[] = [];
    page = await list('clinic', { orderBy, last: 5 });
    for (
      ;
      page.pageInfo.hasPreviousPage;
      page = await list('clinic', { orderBy, last: 5, before: page.pageInfo.startCursor })
    )
      backwards.unshift(...titles(page));
    expect([...titles(page), ...backwards]).toEqual(whole);
  });

  it('refuses a cursor of another order, and sizes that contradict each other', async () => {
    const { pageInfo } = await list('clinic', { first: 1 });
    for (const [variables, path] of [
      [{ first: 1, after: pageInfo.endCursor, orderBy: 'CREATED_AT_DESC' }, 'after'],
      [{ first: 1, after: `${pageInfo.endCursor}A` }, 'after'],
      [{ last: 1, before: 'x' }, 'before'],
      [{ first: 1, last: 1 }, 'last'],
    ] as const) {
      const { errors } = await world.as('clinic').tryAsk(LIST, variables);
      expect([path, errors?.[0]?.extensions.fields?.map((field) => field.path)]).toEqual([path, [path]]);
    }
  });
});
