import { PASSWORD, startWorld, type World } from './support/world.js';
import type { Answer, TestClient } from './support/test-client.js';

const MEMBERSHIP = /* GraphQL */ `
  fragment Seen on Membership {
    id
    version
    unitCode
    role
    state
    activeSince
    leftAt
    network {
      name
    }
    unit {
      code
    }
  }
`;
const INVITE = /* GraphQL */ `
  ${MEMBERSHIP}
  mutation ($input: InviteUnitInput!) {
    inviteUnit(input: $input) {
      __typename
      ...Seen
      ... on AlreadyMember {
        code
        message
        state
      }
    }
  }
`;
const LIST = /* GraphQL */ `
  ${MEMBERSHIP}
  query ($filter: MembershipFilter! = {}) {
    memberships(filter: $filter, first: 100) {
      edges {
        node {
          ...Seen
        }
      }
    }
  }
`;
const NETWORK_VIEW = /* GraphQL */ `
  query ($network: ID!) {
    networks {
      edges {
        node {
          code
          name
          convener {
            code
          }
          serviceDays {
            day
          }
        }
      }
    }
    offers(filter: { networkId: $network }) {
      totalCount
    }
    posts(filter: { networkId: $network }) {
      totalCount
    }
    memberships(filter: { networkId: $network }) {
      totalCount
    }
  }
`;

type Step =
  'acceptInvitation' | 'declineInvitation' | 'suspendMembership' | 'resumeMembership' | 'removeMembership';
const STEPS: Step[] = [
  'acceptInvitation',
  'declineInvitation',
  'suspendMembership',
  'resumeMembership',
  'removeMembership',
];

interface Membership {
  __typename: string;
  id: string;
  version: number;
  state: string;
  unitCode: string;
  activeSince: string | null;
  currentVersion: number;
}

interface NetworkView {
  networks: { edges: { node: { code: string; name: string; convener: object | null } }[] };
  offers: { totalCount: number };
  posts: { totalCount: number };
  memberships: { totalCount: number };
}

const codeOf = (answer: Answer<object>) => answer.errors?.[0]?.extensions.code;

describe('belonging to a network', () => {
  let world: World;
  let secretary: TestClient;
  let clinic: TestClient;

  beforeAll(async () => {
    world = await startWorld();
    secretary = world.as('southeast-committee');
    clinic = world.as('riverside-clinic');
  });

  afterAll(() => world.close());

  async function invite(unitCode: string, network = 'southeast', by = secretary): Promise<Membership> {
    const input = { networkId: world.network(network), unitCode };
    return (await by.ask<{ inviteUnit: Membership }>(INVITE, { input })).inviteUnit;
  }

  function tryStep(client: TestClient, step: Step, { id, version }: { id: string; version: number }) {
    const document = `${MEMBERSHIP} mutation ($id: ID!, $version: Int!) { ${step}(id: $id, version: $version) {
      __typename ...Seen ... on StaleVersion { currentVersion } ... on WrongState { currentState } } }`;
    return client.tryAsk<Record<Step, Membership>>(document, { id, version });
  }

  async function take(
    client: TestClient,
    step: Step,
    of: { id: string; version: number },
  ): Promise<Membership> {
    const { data, errors } = await tryStep(client, step, of);
    if (!data) throw new Error(`${step}: ${JSON.stringify(errors)}`);
    return data[step];
  }

  async function listed(client: TestClient, filter: object = {}): Promise<Membership[]> {
    const { memberships } = await client.ask<{ memberships: { edges: { node: Membership }[] } }>(LIST, {
      filter,
    });
    return memberships.edges.map(({ node }) => node);
  }

  /** As the committee of a network sees it. */
  async function membershipOf(unit: string, network = 'southeast', by = secretary): Promise<Membership> {
    const all = await listed(by, { networkId: world.network(network) });
    const one = all.find(({ unitCode }) => unitCode === unit);
    if (!one) throw new Error(`${unit} is not listed.`);
    return one;
  }

  const view = (client: TestClient, network = 'southeast') =>
    client.ask<NetworkView>(NETWORK_VIEW, { network: world.network(network) });

  it('begins with an invitation whose answer does not tell whether anybody has that code', async () => {
    const known = await invite('riverside-clinic');
    const unknown = await invite('nobody-at-all');
    expect(known).toEqual({
      __typename: 'Membership',
      id: expect.any(String),
      version: 1,
      unitCode: 'riverside-clinic',
      role: 'PARTNER',
      state: 'INVITED',
      activeSince: null,
      leftAt: null,
      network: { name: '东南社区共建网络' },
      unit: null,
    });
    const { id, unitCode } = known;
    expect(JSON.stringify({ ...unknown, id, unitCode })).toBe(JSON.stringify(known));
    expect(await invite('riverside-clinic')).toEqual({
      __typename: 'AlreadyMember',
      code: 'ALREADY_EXISTS',
      message: 'The unit riverside-clinic stands in this network as invited.',
      state: 'INVITED',
    });
    expect(await invite('nobody-at-all')).toMatchObject({ __typename: 'AlreadyMember', state: 'INVITED' });
    expect(await invite('clinic')).toMatchObject({ __typename: 'AlreadyMember', state: 'ACTIVE' });
    expect(await invite('southeast-committee')).toMatchObject({ __typename: 'AlreadyMember' });
  });

  it('is for the committee of that network alone to offer', async () => {
    const input = { networkId: world.network('southeast'), unitCode: 'riverside-primary' };
    const codes = [];
    for (const account of [
      'southeast-officer',
      'clinic',
      'zhoupu-steward',
      'resident-1',
      'riverside-committee',
    ])
      codes.push(codeOf(await world.as(account).tryAsk(INVITE, { input })));
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND']);
    const convener = { ...input, role: 'CONVENER' };
    const { errors } = await secretary.tryAsk(INVITE, { input: convener });
    expect(errors?.[0]?.extensions.fields?.map(({ path }) => path)).toEqual(['input.role']);
  });

  it('shows the invited unit who invites, and nothing of what is inside', async () => {
    const bus = await world.offer('bus-45');
    expect((await listed(clinic)).filter(({ state }) => state === 'INVITED')).toMatchObject([
      { unitCode: 'riverside-clinic', network: { name: '东南社区共建网络' }, unit: null },
    ]);
    const seen = await view(clinic);
    expect(seen.networks.edges.map(({ node }) => node.code)).toEqual(['riverside', 'southeast']);
    expect(seen.networks.edges[1]?.node).toMatchObject({ convener: null, serviceDays: [] });
    expect(seen).toMatchObject({ offers: { totalCount: 0 }, memberships: { totalCount: 1 } });
    // The fleet and the squadron are known through Riverside; that they are in Southeast is not.
    expect(seen.posts).toEqual({ totalCount: 0 });
    const { node } = await clinic.ask<{ node: { networks: { code: string }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Offer { networks { code } } } }',
      { id: bus },
    );
    expect(node.networks).toEqual([{ code: 'riverside' }]);
  });

  it('is answered by the unit of that code alone', async () => {
    const invitation = await membershipOf('riverside-clinic');
    for (const step of ['acceptInvitation', 'declineInvitation'] as const) {
      expect(codeOf(await tryStep(world.as('riverside-primary'), step, invitation))).toBe('NOT_FOUND');
      expect(codeOf(await tryStep(world.as('clinic'), step, invitation))).toBe('NOT_FOUND');
      expect(codeOf(await tryStep(secretary, step, invitation))).toBe('FORBIDDEN');
      expect(codeOf(await tryStep(world.as('southeast-officer'), step, invitation))).toBe('FORBIDDEN');
    }
  });

  it('can be declined, offered again, and accepted', async () => {
    const invitation = await membershipOf('riverside-clinic');
    expect(await take(clinic, 'declineInvitation', { ...invitation, version: 7 })).toEqual({
      __typename: 'StaleVersion',
      currentVersion: 1,
    });
    const declined = await take(clinic, 'declineInvitation', invitation);
    expect(declined).toMatchObject({ __typename: 'Membership', state: 'LEFT', leftAt: expect.any(String) });
    expect(await take(clinic, 'acceptInvitation', declined)).toMatchObject({
      __typename: 'WrongState',
      currentState: 'LEFT',
    });
    expect((await view(clinic)).networks.edges.map(({ node }) => node.code)).toEqual(['riverside']);
    expect(await listed(clinic, { states: ['LEFT'] })).toMatchObject([{ network: null }]);

    const again = await invite('riverside-clinic');
    expect(again).toMatchObject({
      __typename: 'Membership',
      id: declined.id,
      state: 'INVITED',
      leftAt: null,
    });
    const accepted = await take(clinic, 'acceptInvitation', again);
    expect(accepted).toMatchObject({ state: 'ACTIVE', unit: { code: 'riverside-clinic' }, version: 4 });
    const seen = await view(clinic);
    expect(seen.networks.edges[1]?.node.convener).toEqual({ code: 'southeast-committee' });
    expect(seen.memberships.totalCount).toBe(16);
    expect(seen.offers.totalCount).toBe(1);
    const { posts } = await world
      .as('police-post')
      .ask<{ posts: { totalCount: number } }>(
        'query ($unit: ID!) { posts(filter: { unitId: $unit }) { totalCount } }',
        { unit: world.unit('riverside-clinic') },
      );
    expect(posts.totalCount).toBe(1);
    expect(await take(clinic, 'acceptInvitation', accepted)).toMatchObject({ __typename: 'WrongState' });
  });

  it('ends only by the secretary of that network, and never for the convener', async () => {
    const partner = await membershipOf('fire-squadron');
    for (const step of STEPS.slice(2)) {
      for (const account of ['fire-squadron', 'clinic', 'southeast-officer', 'zhoupu-steward', 'resident-1'])
        expect([step, account, codeOf(await tryStep(world.as(account), step, partner))]).toEqual([
          step,
          account,
          'FORBIDDEN',
        ]);
      expect(codeOf(await tryStep(world.as('riverside-committee'), step, partner))).toBe('NOT_FOUND');
    }
    const convener = await membershipOf('southeast-committee');
    for (const step of ['suspendMembership', 'removeMembership'] as const)
      expect(codeOf(await tryStep(secretary, step, convener))).toBe('FORBIDDEN');
    expect(await membershipOf('southeast-committee')).toEqual(convener);
  });

  it('keeps its place, and nothing else, while it is suspended', async () => {
    const partner = await membershipOf('police-post');
    expect(await take(secretary, 'resumeMembership', partner)).toMatchObject({ __typename: 'WrongState' });
    expect(await take(secretary, 'suspendMembership', { ...partner, version: 9 })).toMatchObject({
      __typename: 'StaleVersion',
      currentVersion: partner.version,
    });
    const suspended = await take(secretary, 'suspendMembership', partner);
    expect(suspended).toMatchObject({ state: 'SUSPENDED', unit: { code: 'police-post' } });
    const police = world.as('police-post');
    expect(await view(police)).toEqual({
      networks: { edges: [] },
      offers: { totalCount: 0 },
      posts: { totalCount: 0 },
      memberships: { totalCount: 1 },
    });
    expect(await listed(police)).toMatchObject([{ state: 'SUSPENDED', network: null }]);
    const clinicSees = await listed(world.as('clinic'), { unitId: world.unit('police-post') });
    expect(clinicSees).toEqual([]);

    const resumed = await take(secretary, 'resumeMembership', suspended);
    expect(resumed).toMatchObject({ state: 'ACTIVE', activeSince: partner.activeSince });
    expect((await view(police)).memberships.totalCount).toBe(16);
    const again = await take(secretary, 'suspendMembership', resumed);
    expect(await take(secretary, 'removeMembership', again)).toMatchObject({ state: 'LEFT' });
    expect((await view(police)).networks.edges).toEqual([]);
    expect(await take(secretary, 'removeMembership', { ...again, version: again.version + 1 })).toMatchObject(
      {
        __typename: 'WrongState',
        currentState: 'LEFT',
      },
    );
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;
    const input = { region: world.code, account: 'police-post', password: PASSWORD };
    expect(await world.nobody().ask(signIn, { input })).toEqual({ signIn: { __typename: 'Access' } });
  });

  it('takes an unanswered invitation back by removing it', async () => {
    const invitation = await membershipOf('nobody-at-all');
    expect(await take(secretary, 'removeMembership', invitation)).toMatchObject({
      state: 'LEFT',
      unit: null,
    });
    expect(await invite('nobody-at-all')).toMatchObject({ state: 'INVITED', version: 3 });
  });

  it('meets no failure of ours in all this', () => {
    expect(world.api.failures).toEqual([]);
  });
});
