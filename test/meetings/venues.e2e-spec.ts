import { VenueActs, type SeenVenues } from '../support/venue-acts.js';
import { startWorld, type World } from '../support/world.js';

const OPEN = {
  hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
  leadTimeMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  slotMinutes: 30,
  longestMinutes: 600,
};
const CHAT = `query ($id: ID!) { meeting(id: $id) { chatText } }`;
const NODE = `query ($id: ID!) { node(id: $id) { __typename ... on MeetingOffer { state meeting { id } } } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id version state } } }`;
const MOVE_BOOKING = `mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!) {
  moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt) { ... on Booking { id state } } }`;

/** A day after the other, so that no two tests meet. */
let day = 0;
function span(from = '14:00', to = '16:00') {
  const date = `2026-12-${String(day).padStart(2, '0')}`;
  return { startsAt: `${date}T${from}:00+08:00`, endsAt: `${date}T${to}:00+08:00` };
}
const instant = (at: string) => new Date(at).toISOString();

describe('venue and vehicles of a meeting', () => {
  let world: World;
  let acts: VenueActs;
  let room: string;
  let hall: string;
  let bus: string;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-11-30T09:00:00+08:00' });
    acts = new VenueActs(world);
    room = await world.offer('warm-home', OPEN);
    hall = await world.offer('hall', { ...OPEN, confirmation: 'OWNER_AFTER_COMMITTEE' });
    bus = await world.offer('bus-45', { ...OPEN, confirmation: 'OWNER' });
  });
  beforeEach(() => {
    day += 1;
  });
  afterAll(() => world.close());

  const states = ({ offers }: { offers: readonly { state: string }[] } | { offers?: undefined }) =>
    offers?.map(({ state }) => state);
  const bookedStates = ({ bookings }: SeenVenues) => bookings.edges.map(({ node }) => node.state).toSorted();
  const seen = async (id: string) => (await acts.see('southeast-officer', id))!;
  const take = async (offerId: string, when: object) => {
    const input = { offerId, networkId: world.network('southeast'), purpose: '排练', ...when };
    return world.as('clinic').ask<{ requestBooking: { id: string } }>(REQUEST, { input });
  };

  it('are noted in the draft where they confirm themselves, and booked in the act of calling', async () => {
    const draft = await acts.wanting([{ offerId: room }], span());
    expect(draft).toMatchObject({
      state: 'DRAFT',
      offers: [{ state: 'NOTED', booking: null, obstacle: null, offerTitle: '温馨之家' }],
      call: { location: '温馨之家（物业服务中心）' },
    });
    expect(await acts.standing('property-management', room)).toEqual([]);
    const tried = await acts.tryAct('southeast-committee', 'callMeeting', draft, { tryOnly: true });
    expect(tried).toMatchObject({ state: 'CALLED', offers: [{ state: 'CONFIRMED' }] });
    expect(await seen(draft.id)).toMatchObject({ state: 'DRAFT', offers: [{ state: 'NOTED' }] });
    const called = await acts.act('callMeeting', draft);
    expect(called.offers).toMatchObject([
      {
        state: 'CONFIRMED',
        booking: { state: 'CONFIRMED', purpose: '会议', requester: { code: 'southeast-committee' } },
      },
    ]);
    const [booked] = await acts.standing('property-management', room);
    expect(booked).toMatchObject({ startsAt: instant(span().startsAt), endsAt: instant(span().endsAt) });
    // The owner is a member, and walks from its booking to the meeting.
    expect(await acts.booking('property-management', booked?.id ?? '')).toMatchObject({
      meeting: { id: draft.id, state: 'CALLED' },
    });
    const { meeting } = await world
      .as('clinic')
      .ask<{ meeting: { chatText: string } }>(CHAT, { id: draft.id });
    expect(meeting.chatText).toContain('地点：温馨之家（物业服务中心）');
  });

  it('refuse the call with what stands in the way and what would do, and leave it a draft', async () => {
    const other = await world.offer('newcomers-home', { ...OPEN, title: '二楼活动室' });
    const draft = await acts.wanting([{ offerId: room }, { offerId: other }], span());
    await take(room, span('15:00', '17:00'));
    expect((await seen(draft.id)).offers).toMatchObject([
      { obstacle: null, offerTitle: '二楼活动室' },
      { obstacle: { code: 'SPAN_TAKEN' }, offerTitle: '温馨之家' },
    ]);
    const refused = await acts.tryAct('southeast-committee', 'callMeeting', draft);
    expect(refused).toMatchObject({
      __typename: 'OffersMissing',
      message:
        'It does not have all that it wants: 温馨之家 (Southeast Property Management: cannot be had then).',
      offers: [
        {
          offerTitle: '温馨之家',
          owner: { code: 'property-management' },
          state: 'NOTED',
          refusal: {
            code: 'SPAN_TAKEN',
            nextFree: [{ startsAt: instant(span('17:00').startsAt) }, {}, {}],
            similar: [{ title: '多功能活动室' }],
          },
        },
      ],
    });
    expect(await acts.standing('food-market', other)).toEqual([]);
    expect(await seen(draft.id)).toMatchObject({ state: 'DRAFT', bookings: { edges: [] } });
  });

  it('are asked for from the draft where they need a word, and the call waits for it', async () => {
    const draft = await acts.wanting(
      [
        { offerId: room },
        { offerId: hall },
        { offerId: bus, startsAt: span('13:00').startsAt, endsAt: span('14:00').startsAt, purpose: '接老人' },
      ],
      span(),
    );
    expect(states(draft)).toEqual(['ASKED', 'ASKED', 'NOTED']);
    const [asked] = await acts.standing('bus-639', bus);
    expect(asked).toMatchObject({ startsAt: instant(span('13:00').startsAt), purpose: '接老人' });
    // Who is asked knows nothing of the draft.
    expect(await acts.booking('bus-639', asked?.id ?? '')).toMatchObject({ meeting: null });
    expect(await acts.tryAct('southeast-committee', 'callMeeting', draft)).toMatchObject({
      __typename: 'OffersMissing',
      code: 'OFFERS_MISSING',
      offers: [
        { owner: { code: 'bus-639' }, state: 'ASKED', refusal: null },
        { owner: { code: 'southeast-kindergarten' }, state: 'ASKED', refusal: null },
      ],
    });
    expect(await acts.confirm(draft.offers[0])).toBe('BookingConfirmation');
    expect(await acts.decline(draft.offers[1])).toBe('Booking');
    expect(await acts.tryAct('southeast-committee', 'callMeeting', draft)).toMatchObject({
      offers: [{ owner: { code: 'southeast-kindergarten' }, state: 'LOST' }],
    });
    const dropped = await acts.act('dropMeetingOffer', draft.offers[1]!);
    const called = await acts.act('callMeeting', dropped);
    expect(called).toMatchObject({
      state: 'CALLED',
      offers: [{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }],
    });
    expect(bookedStates(called)).toEqual(['CONFIRMED', 'CONFIRMED', 'DECLINED']);
  });

  it('call the meeting with the last word where the secretary has said so, and say why when they could not', async () => {
    const draft = await acts.wanting([{ offerId: room }, { offerId: hall }, { offerId: bus }], span());
    const officer = await acts.tryAct('southeast-officer', 'letMeetingCallItself', draft, {
      callsItself: true,
    });
    expect(officer.__typename).toBe('FORBIDDEN');
    await acts.act('letMeetingCallItself', draft, { callsItself: true });
    const of = (offerId: string) => draft.offers.find(({ owner }) => owner.code === offerId);
    await acts.confirm(of('bus-639'));
    expect(await seen(draft.id)).toMatchObject({ state: 'DRAFT', call: { heldUp: null } });
    // Somebody takes the room that would have been booked.
    await take(room, span());
    await acts.confirm(of('southeast-kindergarten'));
    const held = await seen(draft.id);
    expect(held).toMatchObject({
      state: 'DRAFT',
      call: {
        callsItself: true,
        heldUp: {
          at: world.clock.now().toISOString(),
          message: expect.stringContaining('温馨之家') as string,
        },
      },
    });
    expect(states(held)?.toSorted()).toEqual(['CONFIRMED', 'CONFIRMED', 'NOTED']);
    const nothing = await acts.tryAct('southeast-committee', 'letMeetingCallItself', held, {
      callsItself: true,
    });
    expect(nothing).toMatchObject({ __typename: 'WrongState' });
  });

  it('call the meeting when the last word that it waited for is wanted no more', async () => {
    const draft = await acts.wanting([{ offerId: room }, { offerId: hall }, { offerId: bus }], span());
    await acts.act('letMeetingCallItself', draft, { callsItself: true });
    const of = (owner: string) => draft.offers.find((one) => one.owner.code === owner)!;
    await acts.confirm(of('bus-639'));
    const tried = await acts.tryAct('southeast-officer', 'dropMeetingOffer', of('southeast-kindergarten'), {
      tryOnly: true,
    });
    expect(tried).toMatchObject({ state: 'CALLED' });
    const called = await acts.tryAct('southeast-officer', 'dropMeetingOffer', of('southeast-kindergarten'));
    expect(called).toMatchObject({ state: 'CALLED', call: { callsItself: false, heldUp: null } });
    expect(states(called as SeenVenues)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(await acts.see('clinic', draft.id)).toMatchObject({ state: 'CALLED' });
  });

  it('say why a draft could not call itself when one is dropped, and let it wait for nothing without any', async () => {
    const draft = await acts.wanting([{ offerId: room }, { offerId: bus }], span());
    await acts.act('letMeetingCallItself', draft, { callsItself: true });
    await take(room, span());
    const of = (owner: string) => draft.offers.find((one) => one.owner.code === owner)!;
    const held = await acts.act('dropMeetingOffer', of('bus-639'));
    expect(held).toMatchObject({
      state: 'DRAFT',
      call: { heldUp: { message: expect.stringContaining('温馨之家') as string } },
    });
    const none = await acts.act('dropMeetingOffer', of('property-management'));
    expect(none).toMatchObject({ state: 'DRAFT', offers: [], call: { callsItself: false, heldUp: null } });
  });

  it('are asked for in vain when the draft is cancelled, which does not call itself any more', async () => {
    const draft = await acts.wanting([{ offerId: bus }], span());
    const set = await acts.act('letMeetingCallItself', draft, { callsItself: true });
    const cancelled = await acts.act('cancelMeeting', set);
    expect(cancelled).toMatchObject({ state: 'CANCELLED', call: { callsItself: false } });
  });

  it('are withdrawn with the closing of the meeting where nobody has answered', async () => {
    const draft = await acts.wanting([{ offerId: room }], span());
    const called = await acts.act('callMeeting', draft);
    const before = world.clock.now();
    world.clock.set(new Date(span('13:30').startsAt));
    const evening = await acts.act('planMeetingOffers', called, {
      items: [{ offerId: bus, ...span('18:00', '19:00') }],
    });
    const begun = await acts.meetings.tryStep('southeast-officer', 'beginMeeting', evening);
    const closed = await acts.meetings.tryStep('southeast-officer', 'closeMeeting', {
      id: evening.id,
      version: begun.version!,
    });
    expect(closed).toMatchObject({ __typename: 'Meeting', state: 'CLOSED' });
    expect(bookedStates(await seen(draft.id))).toEqual(['CONFIRMED', 'WITHDRAWN']);
    world.clock.set(before);
  });

  it('are called by the last of two words, automatic ones booked in the name of the committee', async () => {
    const draft = await acts.wanting([{ offerId: room }, { offerId: bus }], { ...span(), expectedHeads: 20 });
    await acts.act('letMeetingCallItself', draft, { callsItself: true });
    await acts.confirm(draft.offers.find(({ owner }) => owner.code === 'bus-639'));
    const called = await seen(draft.id);
    expect(called).toMatchObject({ state: 'CALLED', call: { callsItself: false, heldUp: null } });
    expect(states(called)).toEqual(['CONFIRMED', 'CONFIRMED']);
    for (const { booking } of called.offers)
      expect(booking).toMatchObject({ heads: 20, requester: { code: 'southeast-committee' } });
    expect(await acts.see('clinic', draft.id)).toMatchObject({
      state: 'CALLED',
      offers: [],
      bookings: { edges: [] },
    });
  });

  it('move with the meeting: what confirms itself at once, what needs a word once that is given', async () => {
    const draft = await acts.wanting(
      [{ offerId: room }, { offerId: bus, startsAt: span('13:00').startsAt }],
      span(),
    );
    await acts.confirm(draft.offers.find(({ owner }) => owner.code === 'bus-639'));
    const called = await acts.act('callMeeting', await seen(draft.id));
    const atRoom = called.offers.find(({ owner }) => owner.code === 'property-management')?.booking;
    const input = { startsAt: span('17:00').startsAt, endsAt: span('18:30').startsAt, reason: '错开' };
    const moved = await acts.act('moveMeeting', called, { input });
    expect(moved.offers).toMatchObject([
      {
        state: 'ASKED',
        startsAt: instant(span('16:00').startsAt),
        endsAt: instant(input.endsAt),
        booking: { state: 'REQUESTED', replaces: { state: 'CONFIRMED' } },
      },
      { state: 'CONFIRMED', startsAt: instant(input.startsAt), endsAt: instant(input.endsAt) },
    ]);
    expect(await acts.booking('property-management', atRoom?.id ?? '')).toMatchObject({ state: 'CANCELLED' });
    const old = moved.offers[0]?.booking?.replaces?.id ?? '';
    expect(await acts.booking('bus-639', old)).toMatchObject({
      state: 'CONFIRMED',
      meeting: { id: draft.id },
    });
    await acts.confirm(moved.offers[0]);
    expect(states(await seen(draft.id))).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(await acts.booking('bus-639', old)).toMatchObject({ state: 'CANCELLED' });
  });

  it.each([
    ['', 'moveMeeting', '16:00'],
    ['and is shorter', 'moveMeeting', '15:30'],
    ['as a draft', 'updateMeeting', '16:00'],
  ] as const)(
    'stay when the meeting goes back to their time %s, and a late yes takes nothing',
    async (_as, act, to) => {
      const draft = await acts.wanting([{ offerId: bus }], span());
      await acts.confirm(draft.offers[0]);
      const ready = await seen(draft.id);
      const planned = act === 'moveMeeting' ? await acts.act('callMeeting', ready) : ready;
      const toSpan = (from: string, until: string) => ({
        input: { ...span(from, until), ...(act === 'moveMeeting' ? { reason: '错开' } : {}) },
      });
      const away = await acts.act(act, planned, toSpan('17:00', '18:30'));
      expect(states(away)).toEqual(['ASKED']);
      const back = await acts.act(act, away, toSpan('14:00', to));
      expect(states(back)).toEqual(['CONFIRMED']);
      expect(bookedStates(back)).toEqual(['CONFIRMED', 'WITHDRAWN']);
      await expect(acts.confirm(away.offers[0])).resolves.toBe('WrongState');
      expect(states(await seen(draft.id))).toEqual(['CONFIRMED']);
    },
  );

  it('stay linked when a wish to move one of them apart is taken back by moving it back', async () => {
    const draft = await acts.wanting([{ offerId: bus }], span());
    await acts.confirm(draft.offers[0]);
    const { id, version } = (await seen(draft.id)).offers[0]!.booking!;
    type Moved = { moveBooking: { id: string; state: string } };
    const move = async (booking: { id: string; version: number }, when: object) =>
      (await world.as('southeast-officer').ask<Moved>(MOVE_BOOKING, { ...booking, ...when })).moveBooking;
    const wish = await move({ id, version }, span('17:00', '18:00'));
    expect(await move({ id: wish.id, version: 1 }, span())).toEqual({ id, state: 'CONFIRMED' });
    expect(await seen(draft.id)).toMatchObject({ offers: [{ state: 'CONFIRMED', booking: { id } }] });
  });

  it('keep the meeting where it is when one of them cannot move, and hold what they had', async () => {
    const draft = await acts.wanting([{ offerId: room }, { offerId: bus }], span());
    await acts.confirm(draft.offers.find(({ owner }) => owner.code === 'bus-639'));
    const called = await acts.act('callMeeting', await seen(draft.id));
    await take(room, span('17:00', '18:00'));
    const input = { startsAt: span('17:00').startsAt, endsAt: span('18:00').startsAt, reason: '错开' };
    expect(await acts.tryAct('southeast-committee', 'moveMeeting', called, { input })).toMatchObject({
      __typename: 'OffersMissing',
      offers: [{ offerTitle: '温馨之家', refusal: { code: 'SPAN_TAKEN' } }],
    });
    const after = await seen(draft.id);
    expect(after).toMatchObject({ version: called.version, startsAt: instant(span().startsAt) });
    expect(states(after)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(await acts.standing('bus-639', bus)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ startsAt: instant(span().startsAt) })]) as object,
    );
  });

  it('are asked for at another time once more when the owner has said no to it', async () => {
    const draft = await acts.wanting([{ offerId: bus }], span());
    await acts.confirm(draft.offers[0]);
    const called = await acts.act('callMeeting', await seen(draft.id));
    const input = { startsAt: span('16:30').startsAt, endsAt: span('18:00').startsAt, reason: '错开' };
    const moved = await acts.act('moveMeeting', called, { input });
    await acts.decline(moved.offers[0]);
    const lost = await seen(draft.id);
    expect(lost).toMatchObject({ state: 'CALLED', offers: [{ state: 'LOST' }] });
    const again = await acts.act('requestMeetingOffers', lost);
    expect(again.offers).toMatchObject([{ state: 'ASKED', booking: { replaces: { state: 'CONFIRMED' } } }]);
    await acts.confirm(again.offers[0]);
    const standing = (await acts.standing('bus-639', bus)).filter(
      ({ startsAt }) => startsAt.slice(0, 10) === instant(input.startsAt).slice(0, 10),
    );
    expect(standing).toMatchObject([{ state: 'CONFIRMED', startsAt: instant(input.startsAt) }]);
  });

  it('go with a draft that is put to another time, and are freed with the meeting that is cancelled', async () => {
    const draft = await acts.wanting([{ offerId: hall }, { offerId: bus }], span());
    const later = { startsAt: span('16:00').startsAt, endsAt: span('18:00').startsAt };
    const dated = await acts.act('updateMeeting', draft, { input: later });
    expect(dated.offers).toMatchObject([
      { state: 'ASKED', startsAt: instant(later.startsAt), booking: { startsAt: instant(later.startsAt) } },
      { state: 'ASKED', startsAt: instant(later.startsAt), booking: { startsAt: instant(later.startsAt) } },
    ]);
    await acts.confirm(dated.offers.find(({ owner }) => owner.code === 'bus-639'));
    const cancelled = await acts.act('cancelMeeting', dated);
    expect(bookedStates(cancelled)).toEqual(['CANCELLED', 'WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN']);
    const { id } = dated.offers.find(({ owner }) => owner.code === 'bus-639')!.booking!;
    expect(await acts.booking('bus-639', id)).toMatchObject({ state: 'CANCELLED', remark: '会议不再需要。' });
  });

  it('may be lost by a called meeting, which stands and is given others', async () => {
    const draft = await acts.wanting([{ offerId: room }], span());
    const called = await acts.act('callMeeting', draft);
    expect(await acts.cancelByOwner(called.offers[0])).toBe('Booking');
    const lost = await seen(draft.id);
    expect(lost).toMatchObject({ state: 'CALLED', offers: [{ state: 'LOST', obstacle: null }] });
    const replaced = await acts.act('planMeetingOffers', lost, { items: [{ offerId: bus }] });
    expect(replaced.offers.map(({ state }) => state).toSorted()).toEqual(['ASKED', 'LOST']);
    const again = await acts.act('requestMeetingOffers', replaced);
    expect(again.offers.map(({ state }) => state).toSorted()).toEqual(['ASKED', 'CONFIRMED']);
    const nothing = await acts.tryAct('southeast-officer', 'requestMeetingOffers', again);
    expect(nothing).toMatchObject({ __typename: 'WrongState', message: 'There is nothing left to ask for.' });
  });

  it('stay linked when their requester moves one of them apart', async () => {
    const called = await acts.act('callMeeting', await acts.wanting([{ offerId: room }], span()));
    const { id, version } = called.offers[0]!.booking!;
    const wider = { startsAt: span('13:00').startsAt, endsAt: span('17:00').startsAt };
    const { moveBooking } = await world
      .as('southeast-officer')
      .ask<{ moveBooking: { id: string } }>(MOVE_BOOKING, { id, version, ...wider });
    expect(await seen(called.id)).toMatchObject({
      offers: [{ state: 'CONFIRMED', booking: { id: moveBooking.id } }],
    });
    expect(await acts.booking('property-management', moveBooking.id)).toMatchObject({
      meeting: { id: called.id },
    });
  });

  it('tell nothing of a working meeting to an owner who is not invited', async () => {
    const working = acts.meetings.working(['clinic'], span());
    const called = await acts.act('callMeeting', await acts.wanting([{ offerId: room }], working));
    const id = called.offers[0]?.booking?.id ?? '';
    expect(await acts.booking('property-management', id)).toMatchObject({ purpose: '会议', meeting: null });
    expect(await acts.booking('southeast-officer', id)).toMatchObject({ meeting: { title: '专题会' } });
    const wantedId = called.offers[0]?.id ?? '';
    for (const account of ['property-management', 'clinic', 'zhoupu-steward', 'riverside-committee']) {
      expect(await world.as(account).ask(NODE, { id: wantedId })).toEqual({ node: null });
    }
    expect(await world.as('southeast-officer').ask(NODE, { id: wantedId })).toEqual({
      node: { __typename: 'MeetingOffer', state: 'CONFIRMED', meeting: { id: called.id } },
    });
  });

  it('follow what is said of the place, and warn of rooms that are too small', async () => {
    const draft = await acts.wanting([{ offerId: room }], { ...span(), location: '二楼', expectedHeads: 42 });
    expect(draft.call).toMatchObject({ location: '二楼', venueShortBy: 12 });
    const follows = await acts.act('updateMeeting', draft, {
      input: { location: null, expectedHeads: null },
    });
    expect(follows.call).toMatchObject({ location: '温馨之家（物业服务中心）', venueShortBy: 0 });
    const dropped = await acts.act('dropMeetingOffer', follows.offers[0]!);
    expect(dropped.call).toMatchObject({ location: null, venueShortBy: 0 });
  });

  it('are refused for what is not an offer of the network, is wanted already, or is misnamed', async () => {
    const draft = await acts.wanting([{ offerId: room }], span());
    const plan = (items: readonly object[]) =>
      acts.tryAct('southeast-officer', 'planMeetingOffers', draft, { items });
    expect(await plan([{ offerId: room }])).toMatchObject({
      __typename: 'BAD_USER_INPUT',
      message: expect.stringContaining('items.0.offerId') as string,
    });
    expect((await plan([{ offerId: bus, amount: '3' }])).__typename).toBe('BAD_USER_INPUT');
    expect((await plan([{ offerId: bus, endsAt: span().startsAt }])).__typename).toBe('BAD_USER_INPUT');
    const { id } = await world.draft('newcomers-home');
    expect((await plan([{ offerId: id }])).__typename).toBe('NOT_FOUND');
    expect((await acts.tryAct('clinic', 'planMeetingOffers', draft, { items: [] })).__typename).toBe(
      'FORBIDDEN',
    );
    await take(bus, span());
    const taken = await acts.standing('bus-639', bus);
    await acts.confirm(
      { owner: { code: 'bus-639' } } as never,
      taken.find(({ requester }) => requester.code === 'clinic'),
    );
    expect(await plan([{ offerId: hall }, { offerId: bus }])).toMatchObject({
      __typename: 'OffersMissing',
      offers: [{ owner: { code: 'bus-639' }, refusal: { code: 'SPAN_TAKEN' } }],
    });
    expect((await seen(draft.id)).offers).toHaveLength(1);
  });
});
