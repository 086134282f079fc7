import { randomUUID } from 'node:crypto';
import { toGlobalId } from '#graphql';
import { startWorld, type World } from './support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!) {
  requestBooking(input: $input) {
    __typename
    ... on Booking { id version state }
    ... on RuleBroken { message breaches { rule closures { startsAt endsAt reason } } nextFree { startsAt } }
  }
}`;
const CLOSE = `mutation ($id: ID!, $input: CloseOfferInput!, $dryRun: Boolean) {
  closeOffer(id: $id, input: $input, dryRun: $dryRun) {
    __typename
    ... on OfferClosing {
      closure { id version startsAt endsAt reason chatText }
      bookings { id state reason remark } requests { id state reason remark }
    }
    ... on BookingsHit { code bookings { id network { code } } requests { id } }
    ... on BookingRunning { code message bookings { id } }
    ... on AlreadyClosed { code message existing { id reason } }
  }
}`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  confirmBooking(id: $id, version: $version) { __typename }
}`;
const MOVE = `mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!) {
  moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt) {
    ... on Booking { id state } ... on RuleBroken { breaches { rule } }
  }
}`;
const LIFT = `mutation ($id: ID!, $version: Int!) {
  liftClosure(id: $id, version: $version) {
    __typename ... on Offer { closures { id } } ... on Refusal { message } ... on StaleVersion { currentVersion }
  }
}`;
const OFFER = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
  offer(id: $id) { closures { id startsAt endsAt reason chatText } free(from: $from, to: $to) { startsAt endsAt } }
}`;
const BOOKING = `query ($id: ID!) { booking(id: $id) { state reason conflicts chatText } }`;
const CONFLICTS = `query ($is: Boolean!, $offerId: ID!) { bookings(filter: { conflicting: $is, offerId: $offerId }) { totalCount edges { node { id conflicts } } } }`;

type Closing = {
  closeOffer: {
    __typename: string;
    closure: { id: string; version: number; startsAt: string; chatText: string } | null;
    bookings: { id: string; state: string; reason: string | null; remark: string | null }[];
    requests: { id: string; state: string; reason: string | null }[];
  };
};
type Asked = { requestBooking: { __typename: string; id: string; version: number } & object };
type Offered = {
  offer: { closures: { id: string; reason: string; endsAt: string }[]; free: { startsAt: string }[] } | null;
};

/** The world begins on Monday 23 November 2026, at 09:00. */
const at = (local: string): string => `${local}:00+08:00`;
const span = (day: string, from: string, to: string) => ({
  startsAt: at(`${day}T${from}`),
  endsAt: at(`${day}T${to}`),
});

describe('closing an offer', () => {
  let world: World;
  let truck: string;

  beforeAll(async () => {
    world = await startWorld();
  });
  beforeEach(async () => {
    truck = await world.offer('ladder-truck', { confirmation: 'AUTOMATIC' });
  });
  afterAll(() => world.close());

  const squadron = () => world.as('fire-squadron');
  const book = async (account: string, network: string, wanted: object, offerId = truck) => {
    const input = { offerId, networkId: world.network(network), purpose: '演练', ...wanted };
    return (await world.as(account).ask<Asked>(REQUEST, { input })).requestBooking;
  };
  const close = async (input: object, dryRun?: boolean) =>
    (await squadron().ask<Closing>(CLOSE, { id: truck, input: { reason: '年检', ...input }, dryRun }))
      .closeOffer;
  const look = async (account: string) =>
    (
      await world
        .as(account)
        .ask<Offered>(OFFER, { id: truck, from: at('2026-12-01T00:00'), to: at('2026-12-02T00:00') })
    ).offer;
  const DAY = span('2026-12-01', '08:00', '18:00');

  it('shows first what it would hit over all networks, and then wants to be told what becomes of it', async () => {
    const here = await book('clinic', 'southeast', span('2026-12-01', '09:00', '10:00'));
    const there = await book('riverside-property', 'riverside', span('2026-12-01', '17:30', '18:30'));
    await book('clinic', 'southeast', span('2026-12-01', '18:30', '19:00'));
    const standing = (id: string) => ({ id, state: 'CONFIRMED', reason: null, remark: null });
    expect(await close(DAY, true)).toEqual({
      __typename: 'OfferClosing',
      closure: null,
      bookings: [standing(here.id), standing(there.id)],
      requests: [],
    });
    expect(await close(DAY)).toEqual({
      __typename: 'BookingsHit',
      code: 'BOOKINGS_HIT',
      bookings: [
        { id: here.id, network: { code: 'southeast' } },
        { id: there.id, network: { code: 'riverside' } },
      ],
      requests: [],
    });
    expect((await look('clinic'))?.closures).toEqual([]);

    const done = await close({ ...DAY, bookings: 'CANCEL', message: '请改借他队' });
    const off = { state: 'CANCELLED', reason: 'CLOSED', remark: '请改借他队' };
    expect(done.bookings).toEqual([
      { id: here.id, ...off },
      { id: there.id, ...off },
    ]);
    const { booking } = await world
      .as('clinic')
      .ask<{ booking: { chatText: string } }>(BOOKING, { id: here.id });
    expect(booking.chatText).toContain('：已取消（资源方该时段停用）。');
    expect(booking.chatText).toContain('说明：请改借他队');
  });

  it('declines what nobody has answered, and takes the time away from all who see the offer', async () => {
    const bus = await world.offer('bus-45');
    const asked = await book('clinic', 'southeast', span('2026-12-01', '10:00', '11:00'), bus);
    const input = { ...DAY, reason: '保养，电 021-5555 0001', bookings: 'KEEP' };
    const { closeOffer } = await world.as('bus-639').ask<Closing>(CLOSE, { id: bus, input });
    expect(closeOffer.requests).toEqual([
      { id: asked.id, state: 'DECLINED', reason: 'CLOSED', remark: '保养，电 021-5555 0001' },
    ]);
    expect(closeOffer.closure?.chatText).toMatch(
      /^【停用通知】.*的“社区活动用车\(45座\)”暂停借用。\n时间：2026年12月1日（星期二）08:00–18:00\n原因：保养，电 /,
    );
    expect(closeOffer.closure?.chatText).not.toContain('5555');
    const refused = await book('clinic', 'southeast', span('2026-12-01', '10:00', '11:00'), bus);
    expect(refused).toEqual({
      __typename: 'RuleBroken',
      message: expect.stringContaining('closed'),
      breaches: [
        {
          rule: 'CLOSED',
          closures: [
            {
              startsAt: '2026-12-01T00:00:00.000Z',
              endsAt: '2026-12-01T10:00:00.000Z',
              reason: input.reason,
            },
          ],
        },
      ],
      nextFree: expect.arrayContaining([{ startsAt: '2026-12-02T01:30:00.000Z' }]),
    });
  });

  it('lets bookings stand that the owner keeps, and lists them as conflicts', async () => {
    const kept = await book('clinic', 'southeast', span('2026-12-01', '09:00', '10:00'));
    const other = await book('clinic', 'southeast', span('2026-12-02', '09:00', '10:00'));
    await close({ ...DAY, bookings: 'KEEP' });
    for (const account of ['clinic', 'fire-squadron', 'southeast-committee']) {
      const conflicts = await world.as(account).ask(CONFLICTS, { is: true, offerId: truck });
      expect(conflicts).toEqual({
        bookings: { totalCount: 1, edges: [{ node: { id: kept.id, conflicts: ['CLOSED'] } }] },
      });
    }
    expect(await world.as('clinic').ask(CONFLICTS, { is: false, offerId: truck })).toEqual({
      bookings: { totalCount: 1, edges: [{ node: { id: other.id, conflicts: [] } }] },
    });
    expect(await world.as('clinic').ask(BOOKING, { id: kept.id })).toMatchObject({
      booking: { state: 'CONFIRMED', reason: null, conflicts: ['CLOSED'] },
    });
    const [shorter, later] = [span('2026-12-01', '09:00', '09:30'), span('2026-12-01', '11:00', '11:30')];
    const move = (to: object) => world.as('clinic').ask(MOVE, { ...kept, ...to });
    expect(await move(later)).toMatchObject({ moveBooking: { breaches: [{ rule: 'CLOSED' }] } });
    expect(await move(shorter)).toMatchObject({ moveBooking: { id: kept.id, state: 'CONFIRMED' } });
  });

  it('and a request or the owner’s yes at the same moment: never is something given in what is closed', async () => {
    const bus = await world.offer('bus-45');
    for (let day = 1; day <= 5; day++) {
      const wanted = span(`2026-12-0${day}`, '10:00', '11:00');
      const { id, version } = await book('clinic', 'southeast', wanted, bus);
      const input = { ...wanted, reason: '年检' };
      const [{ closeOffer }, { confirmBooking }] = await Promise.all([
        world.as('bus-639').ask<Closing>(CLOSE, { id: bus, input }),
        world.as('bus-639').ask<{ confirmBooking: { __typename: string } }>(CONFIRM, { id, version }),
      ]);
      expect([
        ['OfferClosing', 'WrongState'],
        ['OfferClosing', 'StaleVersion'],
        ['BookingsHit', 'BookingConfirmation'],
      ]).toContainEqual([closeOffer.__typename, confirmBooking.__typename]);
      const [closed, asked] = await Promise.all([
        close({ ...wanted, bookings: null }),
        book('clinic', 'southeast', wanted),
      ]);
      expect([
        ['OfferClosing', 'RuleBroken'],
        ['BookingsHit', 'Booking'],
      ]).toContainEqual([closed.__typename, asked.__typename]);
    }
  });

  it('is refused over what is running, which is named, and not over what is over', async () => {
    const running = await book('clinic', 'southeast', span('2026-11-23', '09:30', '11:00'));
    await book('clinic', 'southeast', span('2026-11-23', '14:00', '15:00'));
    world.clock.set(new Date(at('2026-11-23T10:00')));
    const rest = span('2026-11-23', '10:30', '16:00');
    for (const dryRun of [true, false]) {
      expect(await close({ ...rest, bookings: 'CANCEL' }, dryRun)).toEqual({
        __typename: 'BookingRunning',
        code: 'BOOKING_RUNNING',
        message: expect.stringContaining('in use'),
        bookings: [{ id: running.id }],
      });
    }
    world.clock.set(new Date(at('2026-11-23T11:00')));
    // A start that has passed counts as now, when that booking is over.
    const { closure, bookings } = await close({ ...rest, bookings: 'KEEP' });
    expect([closure?.startsAt, bookings.length]).toEqual(['2026-11-23T03:00:00.000Z', 1]);
  });

  it('is lifted: before it begins as if it had never been, after that from now on', async () => {
    const { closure } = await close(DAY);
    expect((await look('clinic'))?.free).toEqual([
      { startsAt: '2026-11-30T16:00:00.000Z', endsAt: '2026-12-01T00:00:00.000Z' },
      { startsAt: '2026-12-01T10:00:00.000Z', endsAt: '2026-12-01T16:00:00.000Z' },
    ]);
    const step = { id: closure?.id, version: closure?.version };
    const lifted = await squadron().ask(LIFT, step);
    expect(lifted).toEqual({ liftClosure: { __typename: 'Vehicle', closures: [] } });
    expect((await look('clinic'))?.free).toHaveLength(1);
    expect((await squadron().tryAsk(LIFT, step)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');

    const now = await close(span('2026-11-23', '11:00', '20:00'));
    world.clock.advance(60_000);
    const stale = { id: now.closure?.id, version: 2 };
    expect(await squadron().ask(LIFT, stale)).toMatchObject({ liftClosure: { __typename: 'StaleVersion' } });
    const running = { id: now.closure?.id, version: 1 };
    expect(await squadron().ask(LIFT, running)).toEqual({
      liftClosure: { __typename: 'Vehicle', closures: [] },
    });
    expect(await squadron().ask(LIFT, { ...running, version: 2 })).toEqual({
      liftClosure: { __typename: 'WrongState', message: 'This closure is over.' },
    });
    expect(await book('clinic', 'southeast', span('2026-11-23', '13:00', '14:00'))).toMatchObject({
      state: 'CONFIRMED',
    });
  });

  it('is made once: the same span again is refused, however many ask at once, and names what is there', async () => {
    const kinds = await Promise.all([1, 2, 3].map(async () => (await close(DAY)).__typename));
    expect(kinds.toSorted()).toEqual(['AlreadyClosed', 'AlreadyClosed', 'OfferClosing']);
    const [closure] = (await look('clinic'))?.closures ?? [];
    for (const dryRun of [true, false]) {
      expect(await close({ ...DAY, reason: '检修' }, dryRun)).toEqual({
        __typename: 'AlreadyClosed',
        code: 'ALREADY_EXISTS',
        message: 'The offer is closed in just that span already.',
        existing: { id: closure?.id, reason: '年检' },
      });
    }
    const halfDay = await close(span('2026-12-01', '08:00', '12:00'));
    expect(halfDay.__typename).toBe('OfferClosing');
    // Of one that has begun the rest is the same, whenever it is said.
    const evening = span('2026-11-23', '08:00', '23:00');
    expect((await close(evening)).__typename).toBe('OfferClosing');
    world.clock.advance(60_000);
    expect((await close(evening)).__typename).toBe('AlreadyClosed');
    expect((await look('clinic'))?.closures).toHaveLength(3);
  });

  it('is seen where the offer is seen, and is the owner’s alone to make and to lift', async () => {
    const { closure } = await close({ ...DAY, reason: '年检' });
    for (const account of ['clinic', 'riverside-property', 'zhoupu-steward'])
      expect((await look(account))?.closures).toEqual([expect.objectContaining({ reason: '年检' })]);
    const codeOf = async (account: string, document: string, variables: object) =>
      (await world.as(account).tryAsk(document, variables)).errors?.[0]?.extensions.code;
    const input = { ...DAY, reason: '不许' };
    const step = { id: closure?.id, version: 1 };
    expect(await codeOf('clinic', CLOSE, { id: truck, input })).toBe('FORBIDDEN');
    expect(await codeOf('clinic', LIFT, step)).toBe('FORBIDDEN');

    const WITHDRAW = `mutation ($id: ID!, $version: Int!) { withdrawOffer(id: $id, version: $version) { __typename } }`;
    const { offer } = await squadron().ask<{ offer: { version: number } }>(
      `query ($id: ID!) { offer(id: $id) { version } }`,
      { id: truck },
    );
    await squadron().ask(WITHDRAW, { id: truck, version: offer.version });
    expect(await codeOf('clinic', LIFT, step)).toBe('NOT_FOUND');
    expect(await codeOf('clinic', LIFT, { id: toGlobalId('OfferClosure', randomUUID()), version: 1 })).toBe(
      'NOT_FOUND',
    );
    expect((await look('fire-squadron'))?.closures).toHaveLength(1);
  });

  it.each([
    ['input.endsAt', span('2026-12-01', '10:00', '10:00'), 'A closure must end after it starts.'],
    ['input.endsAt', span('2026-11-23', '08:00', '09:00'), 'A closure must end in the future.'],
    ['input.reason', { ...DAY, reason: ' ' }, 'Say why it is closed.'],
  ])('names what is wrong at %s', async (path, input, message) => {
    const { errors } = await squadron().tryAsk(CLOSE, { id: truck, input: { reason: '年检', ...input } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path, message }] });
  });
});
