import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const BOOKING = /* GraphQL */ `
  fragment Asked on RequestBookingResult {
    __typename
    ... on Booking {
      id
      version
      state
      expiresAt
      offerTitle
    }
    ... on SpanTaken {
      message
      clashes {
        startsAt
        endsAt
      }
      freeThatDay {
        startsAt
        endsAt
      }
      nextFree {
        startsAt
        endsAt
      }
    }
    ... on RuleBroken {
      breaches {
        rule
        earliestStart
        latestEnd
        longestMinutes
        open {
          startsAt
          endsAt
        }
      }
      nextFree {
        startsAt
        endsAt
      }
    }
  }
`;
const REQUEST = `${BOOKING} mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ...Asked } }`;
const CONFIRM = /* GraphQL */ `
  mutation ($id: ID!, $version: Int!) {
    confirmBooking(id: $id, version: $version) {
      __typename
      ... on BookingConfirmation {
        booking {
          state
        }
        rivals {
          state
          reason
          requester {
            code
          }
        }
      }
      ... on WrongState {
        currentState
        message
      }
      ... on StaleVersion {
        currentVersion
      }
    }
  }
`;
const ONE = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      ... on Booking {
        id
        state
        reason
        remark
        purpose
        version
        requester {
          code
        }
        owner {
          code
        }
        network {
          code
        }
        offer {
          title
        }
        ownerContact {
          phone
        }
        requesterContact {
          phone
        }
      }
    }
  }
`;

interface Spans {
  startsAt: string;
  endsAt: string;
}

interface Asked {
  __typename: string;
  id: string;
  version: number;
  state: string;
  expiresAt: string;
  breaches: { rule: string; earliestStart: string | null }[];
  nextFree: Spans[];
}

interface Node<T> {
  node: T | null;
}

/** The bus of fleet 639 in the case: asked for through two networks, it goes to one of them. */
describe('the booking steps of the case', () => {
  let world: World;
  let fleet: TestClient;
  let southeast: TestClient;
  let riverside: TestClient;
  const offers = new Map<string, string>();

  beforeAll(async () => {
    world = await startWorld();
    fleet = world.as('bus-639');
    southeast = world.as('southeast-committee');
    riverside = world.as('riverside-primary');
    for (const code of ['bus-45', 'playground', 'hall']) offers.set(code, await world.offer(code));
  });

  afterAll(() => world.close());

  async function request(
    client: TestClient,
    offer: string,
    network: string,
    from: string,
    to: string,
    purpose: string,
  ) {
    const input = {
      offerId: offers.get(offer),
      networkId: world.network(network),
      startsAt: `${from}:00+08:00`,
      endsAt: `${to}:00+08:00`,
      purpose,
      heads: 40,
      contactPhone: '021-5555 0001',
    };
    return (await client.ask<{ requestBooking: Asked }>(REQUEST, { input })).requestBooking;
  }

  it('goes to Riverside, and Southeast never learns who has it', async () => {
    const first = await request(
      riverside,
      'bus-45',
      'riverside',
      '2026-12-12T10:00',
      '2026-12-12T14:00',
      '参观活动',
    );
    expect(first).toMatchObject({
      __typename: 'Booking',
      state: 'REQUESTED',
      offerTitle: '社区活动用车(45座)',
    });
    // Three working days after Monday the 23rd, 09:00.
    expect(first.expiresAt).toBe('2026-11-26T01:00:00.000Z');
    const second = await request(
      southeast,
      'bus-45',
      'southeast',
      '2026-12-12T13:00',
      '2026-12-12T15:30',
      '新周浦人参观建设成就',
    );
    expect(second).toMatchObject({ __typename: 'Booking', state: 'REQUESTED' });

    const { confirmBooking } = await fleet.ask<{ confirmBooking: object }>(CONFIRM, {
      id: first.id,
      version: first.version,
    });
    expect(confirmBooking).toEqual({
      __typename: 'BookingConfirmation',
      booking: { state: 'CONFIRMED' },
      rivals: [{ state: 'DECLINED', reason: 'CLASH', requester: { code: 'southeast-committee' } }],
    });

    const { node } = await southeast.ask<Node<{ ownerContact: { phone: string } | null }>>(ONE, {
      id: second.id,
    });
    expect(node).toMatchObject({ state: 'DECLINED', reason: 'CLASH', remark: null, ownerContact: null });
    expect(
      (await southeast.ask<Node<{ ownerContact: { phone: string } | null }>>(ONE, { id: first.id })).node,
    ).toBeNull();
    const seen = await southeast.ask<Node<object>>(
      `query ($offer: ID!) { node(id: $offer) { ... on Offer {
        busy(from: "2026-12-12T00:00:00+08:00", to: "2026-12-13T00:00:00+08:00") { startsAt endsAt }
        free(from: "2026-12-12T00:00:00+08:00", to: "2026-12-14T00:00:00+08:00") { startsAt endsAt }
      } } }`,
      { offer: offers.get('bus-45') },
    );
    expect(seen.node).toEqual({
      busy: [{ startsAt: '2026-12-12T02:00:00.000Z', endsAt: '2026-12-12T06:00:00.000Z' }],
      free: [
        { startsAt: '2026-12-12T06:30:00.000Z', endsAt: '2026-12-12T07:30:00.000Z' },
        { startsAt: '2026-12-13T01:30:00.000Z', endsAt: '2026-12-13T07:30:00.000Z' },
      ],
    });
  });

  it('is refused with what would work, when it is asked for again at the taken time', async () => {
    const refusal = await request(
      southeast,
      'bus-45',
      'southeast',
      '2026-12-12T13:00',
      '2026-12-12T15:30',
      '参观',
    );
    expect(refusal).toEqual({
      __typename: 'SpanTaken',
      message: 'The offer is taken in that span.',
      clashes: [{ startsAt: '2026-12-12T02:00:00.000Z', endsAt: '2026-12-12T06:00:00.000Z' }],
      freeThatDay: [{ startsAt: '2026-12-12T06:30:00.000Z', endsAt: '2026-12-12T07:30:00.000Z' }],
      nextFree: [
        { startsAt: '2026-12-13T01:30:00.000Z', endsAt: '2026-12-13T04:00:00.000Z' },
        { startsAt: '2026-12-14T01:30:00.000Z', endsAt: '2026-12-14T04:00:00.000Z' },
        { startsAt: '2026-12-15T01:30:00.000Z', endsAt: '2026-12-15T04:00:00.000Z' },
      ],
    });
  });

  it('is had a week later instead, and then each side sees the other’s phone', async () => {
    const asked = await request(
      southeast,
      'bus-45',
      'southeast',
      '2026-12-19T09:30',
      '2026-12-19T12:30',
      '参观建设成就',
    );
    expect(
      (await fleet.ask<Node<{ ownerContact: { phone: string } | null }>>(ONE, { id: asked.id })).node,
    ).toMatchObject({
      purpose: '参观建设成就',
      requesterContact: null,
    });
    await fleet.ask(CONFIRM, { id: asked.id, version: asked.version });
    expect(
      (await fleet.ask<Node<{ ownerContact: { phone: string } | null }>>(ONE, { id: asked.id })).node,
    ).toMatchObject({
      state: 'CONFIRMED',
      requesterContact: { phone: '021-5555 0001' },
    });
    expect(
      (await southeast.ask<Node<{ ownerContact: { phone: string } | null }>>(ONE, { id: asked.id })).node
        ?.ownerContact,
    ).toEqual({ phone: null });
    expect(
      (
        await world
          .as('riverside-committee')
          .ask<Node<{ ownerContact: { phone: string } | null }>>(ONE, { id: asked.id })
      ).node,
    ).toBeNull();
  });

  it('confirms the school’s playground at once, as the school has set it', async () => {
    const asked = await request(
      southeast,
      'playground',
      'southeast',
      '2026-12-01T05:30',
      '2026-12-01T07:00',
      '居民晨练',
    );
    expect(asked).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED' });
  });

  it('answers for the hall, which Riverside is not shown, as for an offer that does not exist', async () => {
    const ask = (offerId: string) =>
      world.as('riverside-committee').tryAsk(REQUEST, {
        input: {
          offerId,
          networkId: world.network('riverside'),
          startsAt: '2026-12-20T09:00:00+08:00',
          endsAt: '2026-12-20T12:00:00+08:00',
          purpose: '合唱排练',
        },
      });
    const hidden = await ask(offers.get('hall') ?? '');
    const unknown = await ask(toGlobalId('Offer', randomUUID()));
    expect(hidden.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(hidden.errors?.[0]?.message).toBe(unknown.errors?.[0]?.message);
  });

  it('names every rule of the owner that a wish breaks', async () => {
    const tooSoon = await request(
      southeast,
      'bus-45',
      'southeast',
      '2026-11-24T08:00',
      '2026-11-24T09:00',
      '参观',
    );
    expect(tooSoon.__typename).toBe('RuleBroken');
    expect(tooSoon.breaches.map(({ rule }) => rule)).toEqual(['LEAD_TIME', 'OUTSIDE_HOURS']);
    expect(tooSoon.breaches[0]?.earliestStart).toBe('2026-11-26T01:00:00.000Z');
    const tooFar = await request(
      southeast,
      'bus-45',
      'southeast',
      '2027-12-01T10:00',
      '2027-12-01T11:00',
      '参观',
    );
    expect(tooFar.breaches).toMatchObject([{ rule: 'HORIZON', latestEnd: '2027-05-22T01:00:00.000Z' }]);
  });
});
