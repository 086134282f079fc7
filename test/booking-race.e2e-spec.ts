import { startWorld, type World } from './support/world.js';

const REQUEST = /* GraphQL */ `
  mutation ($input: RequestBookingInput!) {
    requestBooking(input: $input) {
      __typename
      ... on Booking {
        id
        version
        state
      }
      ... on SpanTaken {
        nextFree {
          startsAt
        }
      }
    }
  }
`;
const CONFIRM = /* GraphQL */ `
  mutation ($id: ID!, $version: Int!) {
    confirmBooking(id: $id, version: $version, rivals: KEEP) {
      __typename
    }
  }
`;
interface Asked {
  requestBooking: { __typename: string; id: string; version: number };
}

const HOUR = 3_600_000;
const CLIENTS = 64;
const SLOTS = 20;

const ACCOUNTS = [
  'southeast-committee',
  'southeast-officer',
  'clinic',
  'food-market',
  'police-post',
  'developer',
];

/** Real requests over HTTP against real Postgres: what the database makes impossible must end in refusals alone. */
describe('64 clients racing for 20 slots', () => {
  let world: World;
  let warmHome: string;
  let bus: string;

  beforeAll(async () => {
    world = await startWorld({ patience: { connectionTimeoutMillis: 15_000, lock_timeout: 15_000 } });
    await Promise.all(ACCOUNTS.map((account) => world.as(account).token()));
    warmHome = await world.offer('warm-home');
    bus = await world.offer('bus-45');
  });

  afterAll(() => world.close());

  it('gives each slot of an automatic offer to exactly one', async () => {
    const first = Date.parse('2026-12-07T08:30:00+08:00');
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        // Twenty hours on two days; every slot is wanted by three or four clients.
        const slot = client % SLOTS;
        const startsAt = new Date(first + Math.floor(slot / 10) * 24 * HOUR + (slot % 10) * HOUR);
        const input = {
          offerId: warmHome,
          networkId: world.network('southeast'),
          startsAt,
          endsAt: new Date(startsAt.getTime() + HOUR),
          purpose: `client ${client}`,
        };
        const account = ACCOUNTS[client % ACCOUNTS.length] ?? '';
        return world.as(account).ask<Asked>(REQUEST, { input });
      }),
    );
    const kinds = answers.map(({ requestBooking }) => requestBooking.__typename);
    expect(kinds.filter((kind) => kind === 'Booking')).toHaveLength(SLOTS);
    expect(kinds.filter((kind) => kind === 'SpanTaken')).toHaveLength(CLIENTS - SLOTS);
  });

  it('lets an owner confirm one of many overlapping requests, however often it tries at once', async () => {
    const requests = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const startsAt = new Date(Date.parse('2026-12-14T10:00:00+08:00') + (index % 4) * (HOUR / 2));
        const input = {
          offerId: bus,
          networkId: world.network('southeast'),
          startsAt,
          endsAt: new Date(startsAt.getTime() + 2 * HOUR),
          purpose: `request ${index}`,
        };
        return (await world.as('southeast-committee').ask<Asked>(REQUEST, { input })).requestBooking;
      }),
    );
    const answers = await Promise.all(
      requests.map(({ id, version }) =>
        world.as('bus-639').ask<{ confirmBooking: { __typename: string } }>(CONFIRM, { id, version }),
      ),
    );
    const kinds = answers.map(({ confirmBooking }) => confirmBooking.__typename).toSorted();
    expect(kinds).toEqual(['BookingConfirmation', ...Array<string>(7).fill('SpanTaken')]);
  });
});
