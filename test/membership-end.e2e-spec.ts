import { startWorld, type World } from './support/world.js';
import type { TestClient } from './support/test-client.js';

const REQUEST = /* GraphQL */ `
  mutation ($input: RequestBookingInput!) {
    requestBooking(input: $input) {
      __typename
      ... on Booking {
        id
        version
        state
      }
    }
  }
`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { confirmBooking(id: $id, version: $version) { __typename } }`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Booking { state reason } } }`;
const OFFER = `query ($id: ID!) { node(id: $id) { ... on Offer { state version networks { code } } } }`;
const ALIVE = /* GraphQL */ `
  query ($network: ID!) {
    bookings(filter: { networkId: $network, states: [REQUESTED, AWAITING_OWNER, CONFIRMED] }) {
      totalCount
    }
    offers(filter: { networkId: $network }) {
      totalCount
    }
  }
`;
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { id version state } } }`;

type Step = 'acceptInvitation' | 'suspendMembership' | 'resumeMembership' | 'removeMembership';

interface Versioned {
  __typename: string;
  id: string;
  version: number;
  state: string;
}

const DAY = 86_400_000;

describe('what ends with a membership', () => {
  let world: World;
  let secretary: TestClient;
  let fleet: TestClient;

  beforeEach(async () => {
    world = await startWorld();
    secretary = world.as('southeast-committee');
    fleet = world.as('bus-639');
  });

  afterEach(() => world.close());

  async function request(by: string, offerId: string, network: string, from: string, hours = 2) {
    const startsAt = new Date(`${from}:00+08:00`);
    const endsAt = new Date(startsAt.getTime() + hours * 3_600_000);
    const input = { offerId, networkId: world.network(network), startsAt, endsAt, purpose: '活动' };
    return (await world.as(by).ask<{ requestBooking: Versioned }>(REQUEST, { input })).requestBooking;
  }

  async function confirmed(by: string, offerId: string, network: string, from: string): Promise<Versioned> {
    const booking = await request(by, offerId, network, from);
    if (booking.state === 'REQUESTED') await fleet.ask(CONFIRM, { id: booking.id, version: booking.version });
    return booking;
  }

  async function stateOf(by: string, { id }: { id: string }) {
    return (await world.as(by).ask<{ node: object }>(READ, { id })).node;
  }

  async function seen(by: TestClient, query: string, id: string): Promise<Versioned> {
    return (await by.ask<{ node: Versioned }>(query, { id })).node;
  }

  async function take(by: TestClient, step: Step, of: { id: string; version: number }): Promise<Versioned> {
    const document = `mutation ($id: ID!, $version: Int!) { ${step}(id: $id, version: $version) {
      __typename ... on Membership { id version state } } }`;
    return (await by.ask<Record<Step, Versioned>>(document, of))[step];
  }

  const membership = (unit: string, by = secretary) =>
    seen(by, MEMBERSHIP, world.membership(unit, 'southeast'));

  it('is what it lent and used through that network, ahead of now; the other network keeps its own', async () => {
    const [bus = '', lounge = '', playground = ''] = await world.offers('bus-45', 'bus-lounge', 'playground');
    const begun = await confirmed('clinic', bus, 'southeast', '2026-11-27T10:00');
    const lent = await confirmed('clinic', bus, 'southeast', '2026-12-12T10:00');
    const used = await confirmed('bus-639', playground, 'southeast', '2026-12-01T05:30');
    const theirs = await confirmed('riverside-primary', bus, 'riverside', '2026-12-14T10:00');
    const theirWish = await request('riverside-primary', bus, 'riverside', '2026-12-15T10:00');
    const lapsed = await request('food-market', bus, 'southeast', '2026-12-13T10:00');
    world.clock.set('2026-11-27T10:00:00+08:00');
    const asked = await request('food-market', bus, 'southeast', '2026-12-13T10:00');

    const suspended = await take(secretary, 'suspendMembership', await membership('bus-639'));
    expect(suspended).toMatchObject({ state: 'SUSPENDED' });

    const ended = { reason: 'MEMBERSHIP_ENDED' };
    expect(await stateOf('clinic', lent)).toEqual({ state: 'CANCELLED', ...ended });
    expect(await stateOf('food-market', asked)).toEqual({ state: 'DECLINED', ...ended });
    expect(await stateOf('food-market', lapsed)).toEqual({ state: 'EXPIRED', reason: null });
    expect(await stateOf('bus-639', used)).toEqual({ state: 'CANCELLED', ...ended });
    expect(await stateOf('clinic', begun)).toEqual({ state: 'CONFIRMED', reason: null });
    expect(await stateOf('riverside-primary', theirs)).toEqual({ state: 'CONFIRMED', reason: null });
    expect(await stateOf('riverside-primary', theirWish)).toEqual({ state: 'REQUESTED', reason: null });

    expect(await seen(fleet, OFFER, bus)).toMatchObject({
      state: 'PUBLISHED',
      networks: [{ code: 'riverside' }],
    });
    expect(await seen(fleet, OFFER, lounge)).toMatchObject({ state: 'WITHDRAWN', networks: [] });
    expect(await seen(world.as('clinic'), OFFER, bus)).toBeNull();
    expect(await seen(secretary, OFFER, bus)).toBeNull();
    expect(await seen(world.as('riverside-primary'), OFFER, bus)).toMatchObject({ state: 'PUBLISHED' });
    expect(await seen(fleet, OFFER, playground)).toBeNull();

    // What was given back can be had: the fleet's morning on the playground, and the clinic's day on the bus.
    const [morning, day] = [
      await request('clinic', playground, 'southeast', '2026-12-01T05:30'),
      await confirmed('riverside-primary', bus, 'riverside', '2026-12-12T10:00'),
    ];
    expect(morning).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED' });
    expect(await stateOf('riverside-primary', day)).toEqual({ state: 'CONFIRMED', reason: null });
  });

  it('comes back only by publishing anew, once the unit is resumed', async () => {
    const bus = await world.offer('bus-45');
    const suspended = await take(secretary, 'suspendMembership', await membership('bus-639'));
    const networkIds = ['southeast', 'riverside'].map((code) => world.network(code));
    const publish = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
      publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename } }`;
    const { version } = await seen(fleet, OFFER, bus);
    const refused = await fleet.tryAsk(publish, { id: bus, version, networkIds });
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await take(secretary, 'resumeMembership', suspended);
    expect(await seen(world.as('clinic'), OFFER, bus)).toBeNull();
    await fleet.ask(publish, { id: bus, version, networkIds });
    expect(await seen(world.as('clinic'), OFFER, bus)).toMatchObject({ state: 'PUBLISHED' });
  });

  it('leaves a unit that is removed from one network in the other', async () => {
    const pumps = await world.offer('ladder-truck');
    expect(await take(secretary, 'removeMembership', await membership('fire-squadron'))).toMatchObject({
      state: 'LEFT',
    });
    const squadron = world.as('fire-squadron');
    const { networks, posts } = await squadron.ask<{
      networks: { edges: { node: { code: string } }[] };
      posts: { edges: { node: { unit: { code: string } } }[] };
    }>('{ networks { edges { node { code } } } posts(first: 100) { edges { node { unit { code } } } } }');
    expect(networks.edges.map(({ node }) => node.code)).toEqual(['riverside']);
    const units = new Set(posts.edges.map(({ node }) => node.unit.code));
    expect(units).toContain('riverside-committee');
    expect(units).not.toContain('southeast-committee');
    expect(await seen(world.as('riverside-clinic'), OFFER, pumps)).toMatchObject({ state: 'PUBLISHED' });
    expect(await seen(world.as('clinic'), OFFER, pumps)).toBeNull();
  });

  it('is decided once, however many answer at the same moment', async () => {
    const clinic = world.as('riverside-clinic');
    const invite = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
    const input = { networkId: world.network('southeast'), unitCode: 'riverside-clinic' };
    for (let round = 0; round < 6; round++) {
      const { inviteUnit } = await secretary.ask<{ inviteUnit: Versioned }>(invite, { input });
      const answers = await Promise.all([
        take(clinic, 'acceptInvitation', inviteUnit),
        round % 2 ? take(clinic, 'acceptInvitation', inviteUnit) : null,
        take(secretary, 'removeMembership', inviteUnit),
      ]);
      const kinds = answers.map((answer) => answer?.__typename).filter((kind) => kind !== undefined);
      expect(kinds.filter((kind) => kind === 'Membership')).toHaveLength(1);
      expect(new Set(kinds)).toEqual(new Set(['Membership', 'StaleVersion']));
      const left = await seen(secretary, MEMBERSHIP, inviteUnit.id);
      const { networks } = await clinic.ask<{ networks: { totalCount: number } }>(
        '{ networks { totalCount } }',
      );
      expect([left.state, networks.totalCount]).toEqual(
        left.state === 'ACTIVE' ? ['ACTIVE', 2] : ['LEFT', 1],
      );
      if (left.state === 'ACTIVE') await take(secretary, 'removeMembership', left);
    }
  });

  it('leaves nothing alive that was asked for or published at the same moment', async () => {
    const home = await world.offer('warm-home');
    const bus = await world.draft('bus-45');
    const network = world.network('southeast');
    const publish = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
      publishOffer(id: $id, version: $version, networkIds: $networkIds) { ... on Offer { version } } }`;
    const update = `mutation ($id: ID!, $version: Int!) {
      updateOffer(id: $id, version: $version, input: { notes: "x" }) { __typename } }`;
    let member = await membership('bus-639');
    for (let round = 0; round < 4; round++) {
      const start = Date.parse('2026-12-01T08:30:00+08:00') + round * DAY;
      const wishes = Array.from({ length: 6 }, (_, hour) => {
        const startsAt = new Date(start + hour * 3_600_000);
        const endsAt = new Date(startsAt.getTime() + 3_600_000);
        const input = { offerId: home, networkId: network, startsAt, endsAt, purpose: '培训' };
        return fleet.tryAsk(REQUEST, { input });
      });
      const { version } = await seen(fleet, OFFER, bus.id);
      const [answers, suspended] = await Promise.all([
        Promise.all([
          ...wishes,
          fleet.tryAsk(publish, { id: bus.id, version, networkIds: [network] }),
          fleet.tryAsk(update, { id: bus.id, version: version + 1 }),
        ]),
        take(secretary, 'suspendMembership', member),
      ]);
      const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'NOT_FOUND');
      expect(new Set(codes)).toEqual(new Set(['NOT_FOUND']));
      expect(suspended.__typename).toBe('Membership');
      expect(await fleet.ask(ALIVE, { network })).toEqual({
        bookings: { totalCount: 0 },
        offers: { totalCount: 0 },
      });
      member = await take(secretary, 'resumeMembership', suspended);
    }
    expect(world.api.failures).toEqual([]);
  });
});
