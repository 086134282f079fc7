import { fingerprint } from './support/fingerprint.js';
import { startWorld, type World } from './support/world.js';

const BOOKING = '... on Booking { id state version requesterContact { phone } auditLines { totalCount } }';
const ACTS = {
  request: `mutation ($input: RequestBookingInput!, $tryOnly: Boolean) {
    requestBooking(input: $input, tryOnly: $tryOnly) { __typename ${BOOKING} } }`,
  record: `mutation ($input: RecordBookingInput!, $tryOnly: Boolean) {
    recordBooking(input: $input, tryOnly: $tryOnly) { __typename ${BOOKING} } }`,
  agree: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    agreeToBooking(id: $id, version: $version, tryOnly: $tryOnly) { __typename ${BOOKING} } }`,
  confirm: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    confirmBooking(id: $id, version: $version, tryOnly: $tryOnly) {
      __typename ... on BookingConfirmation { booking { state version } rivals { id state reason } } } }`,
  decline: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    declineBooking(id: $id, version: $version, tryOnly: $tryOnly) { __typename ${BOOKING} } }`,
  withdraw: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    withdrawBooking(id: $id, version: $version, tryOnly: $tryOnly) { __typename ${BOOKING} } }`,
  cancel: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    cancelBooking(id: $id, version: $version, tryOnly: $tryOnly) { __typename ${BOOKING} } }`,
  move: `mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!, $tryOnly: Boolean) {
    moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt, tryOnly: $tryOnly) { __typename ${BOOKING} } }`,
  displace: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    displaceBooking(id: $id, version: $version, reason: "排涝", tryOnly: $tryOnly) {
      __typename ... on BookingDisplacement { booking { state reason proposedSpans { startsAt } } } } }`,
  bundle: `mutation ($input: RequestBookingsInput!, $tryOnly: Boolean) {
    requestBookings(input: $input, tryOnly: $tryOnly) { __typename ... on BookingBundle { bookings { state startsAt } } } }`,
  repeat: `mutation ($input: RequestSeriesInput!, $tryOnly: Boolean) {
    requestSeries(input: $input, tryOnly: $tryOnly) { __typename ... on SeriesOutcome { bookings { state startsAt } } } }`,
  update: `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!, $tryOnly: Boolean) {
    updateOffer(id: $id, version: $version, input: $input, tryOnly: $tryOnly) { __typename ... on Offer { title version } } }`,
  publish: `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!, $tryOnly: Boolean) {
    publishOffer(id: $id, version: $version, networkIds: $networkIds, tryOnly: $tryOnly) {
      __typename ... on Offer { state version networks { code } } } }`,
  withdrawOffer: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    withdrawOffer(id: $id, version: $version, tryOnly: $tryOnly) { __typename ... on Offer { state version } } }`,
  invite: `mutation ($input: InviteUnitInput!, $tryOnly: Boolean) {
    inviteUnit(input: $input, tryOnly: $tryOnly) { __typename ... on Membership { state } } }`,
  suspend: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    suspendMembership(id: $id, version: $version, tryOnly: $tryOnly) { __typename ... on Membership { state version } } }`,
  remove: `mutation ($id: ID!, $version: Int!, $tryOnly: Boolean) {
    removeMembership(id: $id, version: $version, tryOnly: $tryOnly) { __typename ... on Membership { state version } } }`,
} as const;

type Act = keyof typeof ACTS;
interface Thing {
  id: string;
  version: number;
}

describe('an act that is only tried', () => {
  let world: World;
  let warmHome: string;
  let hall: string;
  let bus: string;
  let southeast: string;

  beforeAll(async () => {
    world = await startWorld();
    [warmHome = '', hall = '', bus = ''] = await world.offers('warm-home', 'hall', 'bus-45');
    southeast = world.network('southeast');
  });
  afterAll(() => world.close());

  const act = async (account: string, name: Act, variables: object): Promise<Record<string, unknown>> =>
    Object.values(
      await world.as(account).ask<Record<string, Record<string, unknown>>>(ACTS[name], variables),
    )[0] ?? {};
  const wish = (offerId: string, day: string, more = {}): object => ({
    input: {
      offerId,
      networkId: southeast,
      purpose: '试一下',
      contactPhone: '13900000000',
      startsAt: `2026-12-${day}T10:00:00+08:00`,
      endsAt: `2026-12-${day}T11:00:00+08:00`,
      ...more,
    },
  });
  const ask = async (account: string, offerId: string, day: string): Promise<Thing> =>
    (await act(account, 'request', wish(offerId, day))) as unknown as Thing;

  /** Answers alike tried and meant; nothing is stored by the one, something by the other. */
  const expectAlike = async (account: string, name: Act, variables: object): Promise<void> => {
    const before = await fingerprint(world.api.database);
    const tried = await world.as(account).tryAsk<object>(ACTS[name], { ...variables, tryOnly: true });
    expect(tried).not.toHaveProperty('errors');
    expect(await fingerprint(world.api.database)).toBe(before);
    const meant = await act(account, name, variables);
    const { id: _, ...triedThing } = (Object.values(tried.data ?? {})[0] ?? {}) as Record<string, unknown>;
    const { id: __, ...meantThing } = meant;
    expect(triedThing).toEqual(meantThing);
    expect(await fingerprint(world.api.database)).not.toBe(before);
  };

  it.each<[Act, string, () => Promise<object>]>([
    ['request', 'clinic', async () => wish(warmHome, '01')],
    ['request', 'clinic', async () => wish(bus, '01')],
    [
      'record',
      'bus-639',
      async () =>
        wish(bus, '01', {
          requesterId: world.unit('clinic'),
          startsAt: '2026-11-20T10:00:00+08:00',
          endsAt: '2026-11-20T11:00:00+08:00',
          contactPhone: undefined,
        }),
    ],
    ['agree', 'southeast-committee', async () => ask('clinic', hall, '05')],
    [
      'confirm',
      'bus-639',
      async () => {
        await ask('food-market', bus, '02');
        return ask('clinic', bus, '02');
      },
    ],
    ['decline', 'bus-639', async () => ask('clinic', bus, '03')],
    ['withdraw', 'clinic', async () => ask('clinic', bus, '04')],
    ['cancel', 'clinic', async () => ask('clinic', warmHome, '04')],
    [
      'move',
      'clinic',
      async () => ({
        ...(await ask('clinic', warmHome, '14')),
        startsAt: '2026-12-14T14:00:00+08:00',
        endsAt: '2026-12-14T15:00:00+08:00',
      }),
    ],
    ['displace', 'southeast-committee', async () => ask('clinic', warmHome, '15')],
    [
      'bundle',
      'clinic',
      async () => {
        const span = { startsAt: '2026-12-16T10:00:00+08:00', endsAt: '2026-12-16T11:00:00+08:00' };
        const items = [warmHome, bus].map((offerId) => ({ ...span, offerId, networkId: southeast }));
        return { input: { items, purpose: '试一下' } };
      },
    ],
    [
      'repeat',
      'clinic',
      async () => wish(warmHome, '17', { rule: 'FREQ=WEEKLY;COUNT=2', contactPhone: undefined }),
    ],
    [
      'update',
      'food-market',
      async () => ({ ...(await world.draft('newcomers-home')), input: { title: '新名' } }),
    ],
    ['publish', 'bus-639', async () => ({ ...(await world.draft('bus-lounge')), networkIds: [southeast] })],
    [
      'invite',
      'riverside-committee',
      async () => ({ input: { networkId: world.network('riverside'), unitCode: 'clinic', role: 'PARTNER' } }),
    ],
    [
      'suspend',
      'southeast-committee',
      async () => ({ id: world.membership('clinic', 'southeast'), version: 1 }),
    ],
    ['withdrawOffer', 'bus-639', async () => ({ id: bus, version: 2 })],
    [
      'remove',
      'southeast-committee',
      async () => ({ id: world.membership('food-market', 'southeast'), version: 1 }),
    ],
  ])('%s by %s is answered as if it were meant, and leaves nothing', async (name, account, prepare) => {
    const { id, version, ...rest } = (await prepare()) as Partial<Thing>;
    await expectAlike(account, name, { ...rest, ...(id !== undefined && { id, version }) });
  });

  it('is marked in the response, and what it shows is nowhere to be found', async () => {
    const { raw } = await world
      .as('police-post')
      .askRaw(ACTS.request, { ...wish(warmHome, '09'), tryOnly: true });
    const { data, extensions } = JSON.parse(raw) as {
      data: { requestBooking: Thing & { state: string } };
      extensions: object;
    };
    expect(extensions).toMatchObject({ tried: ['requestBooking'] });
    expect(data.requestBooking.state).toBe('CONFIRMED');
    const { id, version } = data.requestBooking;
    expect(await world.as('police-post').ask(`query ($id: ID!) { node(id: $id) { id } }`, { id })).toEqual({
      node: null,
    });
    const { errors } = await world.as('police-post').tryAsk(ACTS.cancel, { id, version });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const meant = await world.as('police-post').askRaw(ACTS.request, wish(warmHome, '09'));
    expect(JSON.parse(meant.raw)).not.toHaveProperty('extensions.tried');
  });

  it('takes no key: the same key acts when it is meant', async () => {
    const headers = { 'idempotency-key': 'one' };
    const [trial, deed] = [{ ...wish(warmHome, '10'), tryOnly: true }, wish(warmHome, '10')];
    const before = await fingerprint(world.api.database);
    for (const _ of [1, 2]) {
      const { data } = await world
        .as('police-post')
        .tryAsk<{ requestBooking: { state: string } }>(ACTS.request, trial, headers);
      expect(data?.requestBooking.state).toBe('CONFIRMED');
    }
    expect(await fingerprint(world.api.database)).toBe(before);
    const { data } = await world
      .as('police-post')
      .tryAsk<{ requestBooking: { state: string } }>(ACTS.request, deed, headers);
    expect(data?.requestBooking.state).toBe('CONFIRMED');
  });

  it('stands beside acts that are meant, in one request', async () => {
    const two = `mutation ($a: RequestBookingInput!, $b: RequestBookingInput!) {
      trial: requestBooking(input: $a, tryOnly: true) { ... on Booking { id } }
      deed: requestBooking(input: $b) { ... on Booking { id } }
    }`;
    const { input } = wish(warmHome, '11') as { input: object };
    const { raw } = await world.as('police-post').askRaw(two, { a: input, b: input });
    const { data, extensions } = JSON.parse(raw) as {
      data: Record<'trial' | 'deed', { id: string }>;
      extensions: object;
    };
    expect(extensions).toMatchObject({ tried: ['trial'] });
    const find = `query ($id: ID!) { booking(id: $id) { state } }`;
    expect(await world.as('police-post').ask(find, { id: data.trial.id })).toEqual({ booking: null });
    expect(await world.as('police-post').ask(find, { id: data.deed.id })).toEqual({
      booking: { state: 'CONFIRMED' },
    });
  });

  it('is refused as it would be', async () => {
    const again = await act('police-post', 'request', { ...wish(warmHome, '11'), tryOnly: true });
    expect(again['__typename']).toBe('SpanTaken');
  });
});
