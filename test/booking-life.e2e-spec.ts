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
        agreedAt
        expiresAt
      }
      ... on SpanTaken {
        clashes {
          startsAt
          endsAt
        }
      }
      ... on RuleBroken {
        breaches {
          rule
          slotMinutes
          provisional
        }
      }
    }
  }
`;
const READ = /* GraphQL */ `
  query ($id: ID!) {
    node(id: $id) {
      ... on Booking {
        id
        version
        state
        reason
        remark
        settledAt
        ownerContact {
          name
          phone
        }
        requesterContact {
          name
          phone
        }
      }
    }
  }
`;

type Step = 'agreeToBooking' | 'confirmBooking' | 'declineBooking' | 'withdrawBooking' | 'cancelBooking';

interface Booking {
  __typename: string;
  id: string;
  version: number;
  state: string;
  reason: string | null;
  remark: string | null;
  expiresAt: string;
  currentState: string;
  currentVersion: number;
  breaches: { rule: string }[];
}

interface Wish {
  offer?: string;
  network?: string;
  /** A local day and time. */
  from: string;
  to: string;
}

/** Half an hour is the fleet's step; the days are far enough apart that bookings of two tests never meet. */
describe('the life of a booking', () => {
  let world: World;
  let hall: string;
  let bus: string;
  let home: string;

  beforeAll(async () => {
    world = await startWorld();
    hall = await world.offer('hall', { contactName: '园长', contactPhone: '021-5555 0002' });
    bus = await world.offer('bus-45');
    home = await world.offer('warm-home', { contactPhone: '021-5555 0003' });
  });

  afterAll(() => world.close());

  const kindergarten = () => world.as('southeast-kindergarten');

  async function request(
    by: string,
    { offer = hall, network = 'southeast', from, to }: Wish,
  ): Promise<Booking> {
    const input = {
      offerId: offer,
      networkId: world.network(network),
      startsAt: `${from}:00+08:00`,
      endsAt: `${to}:00+08:00`,
      purpose: '排练',
      contactName: '请求方',
      contactPhone: '021-5555 0100',
    };
    return (await world.as(by).ask<{ requestBooking: Booking }>(REQUEST, { input })).requestBooking;
  }

  const at = (day: string, from = '10:00', to = '12:00') => ({ from: `${day}T${from}`, to: `${day}T${to}` });

  function tryStep(by: TestClient, step: Step, { id, version }: Booking, remark?: string) {
    const outcome =
      step === 'confirmBooking' ? 'BookingConfirmation { booking { id version state reason } }' : '';
    const booking = outcome || 'Booking { id version state reason remark }';
    const more = remark === undefined ? '' : ', remark: $remark';
    const query = `mutation ($id: ID!, $version: Int!${remark === undefined ? '' : ', $remark: String'}) {
      ${step}(id: $id, version: $version${more}) {
        __typename ... on ${booking} ... on WrongState { currentState message } ... on StaleVersion { currentVersion } } }`;
    return by.tryAsk<Record<Step, Booking & { booking?: Booking }>>(query, { id, version, remark });
  }

  async function take(by: TestClient, step: Step, booking: Booking, remark?: string): Promise<Booking> {
    const { data, errors } = await tryStep(by, step, booking, remark);
    if (!data) throw new Error(`${step}: ${errors?.[0]?.extensions.code}`);
    return data[step].booking ?? data[step];
  }

  async function codeOf(by: string, step: Step, booking: Booking): Promise<string | undefined> {
    return (await tryStep(world.as(by), step, booking)).errors?.[0]?.extensions.code;
  }

  async function read(by: string, { id }: Booking) {
    return (await world.as(by).ask<{ node: Booking | null }>(READ, { id })).node;
  }

  it('passes the committee of the network, then the owner', async () => {
    const asked = await request('clinic', at('2026-12-05'));
    expect(asked).toMatchObject({ state: 'REQUESTED', agreedAt: null });
    expect(await take(kindergarten(), 'confirmBooking', asked)).toMatchObject({
      __typename: 'WrongState',
      currentState: 'REQUESTED',
    });
    expect(await codeOf('riverside-committee', 'agreeToBooking', asked)).toBe('NOT_FOUND');
    expect(await codeOf('clinic', 'agreeToBooking', asked)).toBe('FORBIDDEN');
    expect(await codeOf('southeast-kindergarten', 'agreeToBooking', asked)).toBe('FORBIDDEN');
    const agreed = await take(world.as('southeast-officer'), 'agreeToBooking', asked);
    expect(agreed).toMatchObject({ __typename: 'Booking', state: 'AWAITING_OWNER' });
    expect(await take(world.as('southeast-officer'), 'agreeToBooking', agreed)).toMatchObject({
      __typename: 'WrongState',
    });
    expect(await codeOf('southeast-committee', 'declineBooking', agreed)).toBe('FORBIDDEN');
    expect(await codeOf('southeast-committee', 'confirmBooking', agreed)).toBe('FORBIDDEN');
    expect(await codeOf('clinic', 'confirmBooking', agreed)).toBe('FORBIDDEN');
    expect(await take(kindergarten(), 'confirmBooking', agreed)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('goes straight to the owner when the committee itself asks, or when the owner alone is asked', async () => {
    const own = await request('southeast-committee', at('2026-12-06'));
    expect(own).toMatchObject({ state: 'AWAITING_OWNER', agreedAt: '2026-11-23T01:00:00.000Z' });
    expect(await take(kindergarten(), 'confirmBooking', own)).toMatchObject({ state: 'CONFIRMED' });
    const ride = await request('clinic', { offer: bus, ...at('2026-12-01') });
    expect(await take(world.as('southeast-committee'), 'agreeToBooking', ride)).toMatchObject({
      __typename: 'WrongState',
      currentState: 'REQUESTED',
    });
    expect(await codeOf('southeast-committee', 'declineBooking', ride)).toBe('FORBIDDEN');
    expect(await take(world.as('bus-639'), 'confirmBooking', ride)).toMatchObject({ state: 'CONFIRMED' });
    const warm = await request('clinic', { offer: home, ...at('2026-12-01') });
    expect(warm).toMatchObject({ __typename: 'Booking', state: 'CONFIRMED' });
  });

  it('can be declined by the owner and by the committee, each with its reason and words', async () => {
    const toCommittee = await request('clinic', at('2026-12-12'));
    const toOwner = await request('food-market', at('2026-12-12'));
    const no = await take(world.as('southeast-committee'), 'declineBooking', toCommittee, '另有安排');
    expect(no).toMatchObject({ state: 'DECLINED', reason: 'COMMITTEE_DECLINED', remark: '另有安排' });
    expect(await read('clinic', no)).toMatchObject({ reason: 'COMMITTEE_DECLINED', remark: '另有安排' });
    expect(await take(kindergarten(), 'declineBooking', toOwner)).toMatchObject({
      state: 'DECLINED',
      reason: 'OWNER_DECLINED',
      remark: null,
    });
    expect(await take(kindergarten(), 'declineBooking', no)).toMatchObject({ currentState: 'DECLINED' });
    expect(await codeOf('police-post', 'declineBooking', toOwner)).toBe('NOT_FOUND');
  });

  it('can be withdrawn by the requester alone, while it is open', async () => {
    const asked = await request('clinic', at('2026-12-13'));
    for (const by of ['southeast-committee', 'southeast-kindergarten'])
      expect(await codeOf(by, 'withdrawBooking', asked)).toBe('FORBIDDEN');
    const back = await take(world.as('clinic'), 'withdrawBooking', asked);
    expect(back).toMatchObject({ state: 'WITHDRAWN', reason: null });
    expect(await take(kindergarten(), 'declineBooking', back)).toMatchObject({ currentState: 'WITHDRAWN' });
    const sure = await request('clinic', { offer: home, ...at('2026-12-02') });
    expect(await take(world.as('clinic'), 'withdrawBooking', sure)).toMatchObject({
      currentState: 'CONFIRMED',
    });
  });

  it.each([
    ['the requester', 'clinic'],
    ['the owner', 'property-management'],
  ])('can be cancelled by %s before it begins, and then the time is free', async (_who, by) => {
    const span = { offer: home, ...at('2026-12-03') };
    const booking = await request('clinic', span);
    expect((await request('food-market', span)).__typename).toBe('SpanTaken');
    expect(await codeOf('southeast-committee', 'cancelBooking', booking)).toBe('FORBIDDEN');
    expect(await codeOf('food-market', 'cancelBooking', booking)).toBe('NOT_FOUND');
    const owner = world.as(by, { unit: by });
    expect(await take(owner, 'cancelBooking', booking, '下雨')).toMatchObject({
      state: 'CANCELLED',
      reason: null,
      remark: '下雨',
    });
    const next = await request('food-market', span);
    expect(next).toMatchObject({ state: 'CONFIRMED' });
    await take(world.as('food-market'), 'cancelBooking', next);
  });

  it('is refused at every step by whoever saw an older version', async () => {
    const asked = await request('clinic', at('2026-12-19'));
    const committee = world.as('southeast-committee');
    const agreed = await take(committee, 'agreeToBooking', asked);
    const stale = { __typename: 'StaleVersion', currentVersion: agreed.version };
    expect(await take(committee, 'agreeToBooking', asked)).toEqual(stale);
    expect(await take(kindergarten(), 'confirmBooking', asked)).toEqual(stale);
    expect(await take(kindergarten(), 'declineBooking', asked)).toEqual(stale);
    expect(await take(world.as('clinic'), 'withdrawBooking', asked)).toEqual(stale);
    expect(await take(world.as('clinic'), 'cancelBooking', asked)).toEqual(stale);
    expect(await read('clinic', asked)).toMatchObject({ state: 'AWAITING_OWNER', version: agreed.version });
  });

  it('is seen by both sides and the committee of its network, and by nobody else', async () => {
    const ride = await request('riverside-primary', {
      offer: bus,
      network: 'riverside',
      ...at('2026-12-04'),
    });
    const seeing = [];
    for (const account of ['riverside-primary', 'bus-639', 'riverside-committee'])
      seeing.push((await read(account, ride))?.state);
    expect(seeing).toEqual(['REQUESTED', 'REQUESTED', 'REQUESTED']);
    const others = ['southeast-committee', 'riverside-clinic', 'clinic', 'zhoupu-steward', 'resident-1'];
    for (const account of others) {
      expect(await read(account, ride)).toBeNull();
      const { bookings } = await world
        .as(account)
        .ask<{ bookings: { edges: { node: { id: string } }[] } }>(
          'query ($offer: ID!) { bookings(filter: { offerId: $offer }) { edges { node { id } } } }',
          { offer: bus },
        );
      expect(bookings.edges.map(({ node }) => node.id)).not.toContain(ride.id);
    }
  });

  it('shows each side the other’s contact from confirmation on', async () => {
    const theirs = { name: '请求方', phone: '021-5555 0100' };
    const asked = await request('southeast-committee', at('2026-12-20'));
    expect(await read('southeast-kindergarten', asked)).toMatchObject({ requesterContact: null });
    expect(await read('southeast-committee', asked)).toMatchObject({
      ownerContact: null,
      requesterContact: theirs,
    });
    await take(kindergarten(), 'confirmBooking', asked);
    const both = { ownerContact: { name: '园长', phone: '021-5555 0002' }, requesterContact: theirs };
    expect(await read('southeast-kindergarten', asked)).toMatchObject(both);
    expect(await read('southeast-committee', asked)).toMatchObject(both);
  });

  it('may be a unit’s own use of its own offer', async () => {
    const own = await request('southeast-kindergarten', at('2026-12-26'));
    expect(own).toMatchObject({ state: 'REQUESTED' });
    const agreed = await take(world.as('southeast-committee'), 'agreeToBooking', own);
    expect(await take(kindergarten(), 'confirmBooking', agreed)).toMatchObject({ state: 'CONFIRMED' });
    expect((await request('clinic', at('2026-12-26'))).__typename).toBe('SpanTaken');
    expect(await read('southeast-kindergarten', own)).toMatchObject({
      ownerContact: { phone: '021-5555 0100' },
    });
  });

  it('ends while open, and stands once confirmed, when the offer is withdrawn', async () => {
    const room = await world.offer('computer-room');
    const school = world.as('zhoupu-no3-primary');
    const sure = await request('clinic', { offer: room, ...at('2026-12-05') });
    const confirmed = await take(school, 'confirmBooking', sure);
    const open = await request('clinic', { offer: room, ...at('2026-12-06') });
    await school.ask(`mutation ($id: ID!) { withdrawOffer(id: $id, version: 2) { __typename } }`, {
      id: room,
    });
    expect(await read('clinic', open)).toMatchObject({ state: 'DECLINED', reason: 'OFFER_WITHDRAWN' });
    expect(await read('clinic', sure)).toMatchObject({ state: 'CONFIRMED' });
    await expect(request('clinic', { offer: room, ...at('2026-12-13') })).rejects.toThrow('NOT_FOUND');
    expect(await take(world.as('clinic'), 'cancelBooking', confirmed)).toMatchObject({
      state: 'CANCELLED',
    });
  });

  // The last ones move the clock.
  it('lapses after three working days, and can then be neither agreed to nor confirmed', async () => {
    const [first, second] = [
      await request('clinic', at('2026-12-27')),
      await request('southeast-committee', at('2026-12-27')),
    ];
    expect(first.expiresAt).toBe('2026-11-26T01:00:00.000Z');
    world.clock.set(new Date(Date.parse(first.expiresAt) - 1000));
    const third = await request('southeast-committee', at('2026-12-27', '13:00', '14:00'));
    world.clock.set(first.expiresAt);
    expect(await take(world.as('southeast-committee'), 'agreeToBooking', first)).toMatchObject({
      __typename: 'WrongState',
      message: 'The request has lapsed: it was not answered in time.',
    });
    expect(await take(kindergarten(), 'confirmBooking', second)).toMatchObject({ __typename: 'WrongState' });
    expect(await take(kindergarten(), 'confirmBooking', third)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('can no longer be cancelled once it has begun', async () => {
    const booking = await request('clinic', { offer: home, ...at('2026-12-07') });
    world.clock.set('2026-12-07T10:00:00+08:00');
    for (const by of [world.as('clinic'), world.as('property-management')])
      expect(await take(by, 'cancelBooking', booking)).toMatchObject({
        __typename: 'WrongState',
        currentState: 'CONFIRMED',
      });
    expect(world.api.failures).toEqual([]);
  });
});

describe('what an offer asks of a booking', () => {
  let world: World;
  let hours: Map<string, string>;

  beforeAll(async () => {
    // Before the holidays of autumn 2026: 20 September and 10 October are worked, 1 to 7 October are off.
    world = await startWorld({ now: '2026-09-14T09:00:00+08:00' });
    const offers: [string, object][] = [
      ['rest', { hours: [{ days: 'REST', from: '09:00', to: '17:00' }] }],
      ['work', { hours: [{ days: 'WORK', from: '09:00', to: '17:00' }] }],
      ['holiday', { hours: [{ days: 'HOLIDAY', from: '09:00', to: '17:00' }] }],
      [
        'night',
        {
          hours: [
            { days: 'EVERY', from: '20:00', to: '24:00' },
            { days: 'EVERY', from: '00:00', to: '02:00' },
          ],
        },
      ],
      [
        'gap',
        {
          hours: [{ days: 'EVERY', from: '08:10', to: '20:10' }],
          bufferBeforeMinutes: 20,
          bufferAfterMinutes: 40,
        },
      ],
    ];
    const ids = [];
    for (const [name, terms] of offers)
      ids.push([name, await world.offer('warm-home', { slotMinutes: 20, ...terms })] as const);
    hours = new Map(ids);
  });

  afterAll(() => world.close());

  async function request(offer: string, from: string, to: string): Promise<string> {
    const input = {
      offerId: hours.get(offer),
      networkId: world.network('southeast'),
      startsAt: `${from}:00+08:00`,
      endsAt: `${to}:00+08:00`,
      purpose: '排练',
    };
    const { requestBooking } = await world.as('clinic').ask<{ requestBooking: Booking }>(REQUEST, { input });
    const { __typename, breaches = [] } = requestBooking;
    return [__typename, ...breaches.map(({ rule }) => rule)].join(' ');
  }

  it.each([
    ['a Saturday', '2026-09-19', 'rest'],
    ['a Sunday that is worked', '2026-09-20', 'work'],
    ['a Saturday that is worked', '2026-10-10', 'work'],
    ['a Monday', '2026-09-21', 'work'],
    ['a Thursday of the National Day holiday', '2026-10-01', 'rest holiday'],
    ['a Wednesday exchanged for a Saturday', '2026-10-07', 'rest holiday'],
    ['the day after it', '2026-10-08', 'work'],
  ])('knows %s', async (_what, day, open) => {
    for (const offer of ['rest', 'work', 'holiday']) {
      const expected = open.split(' ').includes(offer) ? 'Booking' : 'RuleBroken OUTSIDE_HOURS';
      expect([offer, await request(offer, `${day}T09:00`, `${day}T10:00`)]).toEqual([offer, expected]);
    }
  });

  it('joins 24:00 with the next day, and ends where the hours end', async () => {
    expect(await request('night', '2026-09-21T22:00', '2026-09-22T02:00')).toBe('Booking');
    expect(await request('night', '2026-09-22T22:00', '2026-09-23T02:20')).toBe('RuleBroken OUTSIDE_HOURS');
    expect(await request('night', '2026-09-23T23:00', '2026-09-24T00:00')).toBe('Booking');
    expect(await request('night', '2026-09-24T00:00', '2026-09-24T00:40')).toBe('Booking');
    expect(await request('rest', '2026-09-19T16:00', '2026-09-20T10:00')).toMatch(
      /RuleBroken.*OUTSIDE_HOURS/,
    );
  });

  it('counts slots from the opening', async () => {
    expect(await request('gap', '2026-09-21T08:10', '2026-09-21T08:50')).toBe('Booking');
    expect(await request('gap', '2026-09-22T08:20', '2026-09-22T09:10')).toBe('RuleBroken OFF_STEP');
    expect(await request('gap', '2026-09-22T08:30', '2026-09-22T09:00')).toBe('RuleBroken OFF_STEP');
  });

  it('keeps the larger of both buffers once between two bookings, before and after', async () => {
    expect(await request('gap', '2026-09-23T12:10', '2026-09-23T13:10')).toBe('Booking');
    expect(await request('gap', '2026-09-23T13:30', '2026-09-23T14:10')).toBe('SpanTaken');
    expect(await request('gap', '2026-09-23T13:50', '2026-09-23T14:10')).toBe('Booking');
    expect(await request('gap', '2026-09-23T11:10', '2026-09-23T11:50')).toBe('SpanTaken');
    expect(await request('gap', '2026-09-23T11:10', '2026-09-23T11:30')).toBe('Booking');
  });

  it('keeps its lead time to the minute, and its longest span', async () => {
    // Two hours before the start, and twelve hours at most.
    world.clock.set('2026-09-25T07:10:00+08:00');
    expect(await request('gap', '2026-09-25T08:50', '2026-09-25T09:10')).toBe('RuleBroken LEAD_TIME');
    expect(await request('gap', '2026-09-25T09:10', '2026-09-25T09:30')).toBe('Booking');
    expect(await request('gap', '2026-09-24T09:10', '2026-09-24T09:30')).toBe('RuleBroken IN_THE_PAST');
    expect(await request('night', '2026-09-26T20:00', '2026-09-27T08:20')).toMatch(/^RuleBroken TOO_LONG/);
    expect(world.api.failures).toEqual([]);
  });
});
