import type { TestClient } from './support/test-client.js';
import { versionOf } from './support/versioned.js';
import { startWorld, type World } from './support/world.js';

const REFUSAL = `__typename ... on Refusal { code }
  ... on SpanTaken { nextFree { startsAt } } ... on RuleBroken { breaches { rule } }`;
const DONE = `__typename ... on Refusal { code message }
  ... on SeriesOutcome {
    series { id rule zone purpose skipped { startsAt code rules } }
    bookings { id version state startsAt endsAt purpose originalStart ownerContact { phone } }
    clashes { originalStart refusal { ${REFUSAL} } nearestFree { startsAt endsAt } }
  }`;
const OUTCOME = `${DONE} ... on DatesClash { clashes { originalStart refusal { ${REFUSAL} } nearestFree { startsAt endsAt } } }`;
const REPEAT = `mutation ($input: RequestSeriesInput!, $onBehalfOf: ID) { done: requestSeries(input: $input, onBehalfOf: $onBehalfOf) { ${OUTCOME} } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $scope: SeriesScope!, $input: ChangeSeriesInput!) {
  done: changeSeries(id: $id, version: $version, scope: $scope, input: $input) { ${OUTCOME} } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!, $scope: SeriesScope!) {
  done: cancelSeries(id: $id, version: $version, scope: $scope) { ${DONE} } }`;
const AGAIN = `mutation ($input: RequestSeriesDateInput!) { done: requestSeriesDate(input: $input) {
  __typename ... on Refusal { code message } ... on Booking { id version state startsAt originalStart series { id skipped { startsAt } } } } }`;
const BUNDLE = `mutation ($input: RequestBookingsInput!) { done: requestBookings(input: $input) { __typename
  ... on BookingBundle { bookings { id version state purpose together { id state } } }
  ... on ItemsRefused { code items { index refusal { ${REFUSAL} } } } } }`;
const CANCEL_ALL = `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { done: cancelBookings(id: $id, version: $version, onBehalfOf: $onBehalfOf) {
  __typename ... on BookingBundle { bookings { id state } } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { done: confirmBooking(id: $id, version: $version) {
  __typename ... on BookingConfirmation { booking { id version state } } } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { done: requestBooking(input: $input) { __typename ... on Booking { id version state } } }`;
const MOVE = `mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!, $waitIfTaken: Boolean) {
  done: moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt, waitIfTaken: $waitIfTaken) {
    __typename ... on Booking { id version state expiresAt } ... on Refusal { code message } } }`;
const STATE = `query ($id: ID!) { done: booking(id: $id) { state } }`;
const OFFER = `query ($id: ID!) { done: offer(id: $id) { id version } }`;
const CHANGE_OFFER = `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
  done: updateOffer(id: $id, version: $version, input: $input) { ... on Offer { id version } } }`;
const stepOf = (field: string): string => `mutation ($id: ID!, $version: Int!) {
  done: ${field}(id: $id, version: $version) { __typename ... on Booking { state } } }`;
const SERIES = `query ($filter: SeriesFilter!) { bookingSeries(filter: $filter, first: 1) { edges { node {
  id chatText bookings(first: 5) { edges { node { state startsAt series { id } } } } } } } }`;
const BOOKINGS = `query ($offerId: ID!) { bookings(filter: { offerId: $offerId }) { totalCount } }`;
const OPEN = {
  hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
  confirmation: 'OWNER',
  leadTimeMinutes: 0,
  slotMinutes: 30,
  longestMinutes: 300,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
};

interface Booked {
  id: string;
  version: number;
  state: string;
  startsAt: string;
  endsAt: string;
  purpose: string;
  originalStart: string | null;
  ownerContact: { phone: string } | null;
  together: { id: string; state: string }[];
}

interface Clash {
  originalStart: string;
  refusal: { __typename: string; code: string };
  nearestFree: { startsAt: string; endsAt: string } | null;
}

interface Outcome {
  __typename: string;
  code: string;
  message: string;
  series: { id: string; zone: string; skipped: { startsAt: string; code: string }[] };
  bookings: Booked[];
  clashes: Clash[];
  items: { index: number; refusal: { __typename: string; code: string } }[];
}

/** Wednesdays from 2026-12-02 on, by the clock of Shanghai. */
const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

describe('series and bundles', () => {
  let world: World;
  let clinic: TestClient;
  let fleet: TestClient;
  beforeAll(async () => {
    world = await startWorld();
    clinic = world.as('clinic');
    fleet = world.as('bus-639');
  });
  afterAll(() => world.close());

  it('makes nothing of a series that clashes, and says what would work', async () => {
    const bus = await busTakenOn('2026-12-09');
    const refused = await repeat(bus, { skipClashes: false });
    expect(refused).toMatchObject({
      __typename: 'DatesClash',
      code: 'DATES_CLASH',
      clashes: [
        {
          originalStart: at('2026-12-09', '09:00'),
          refusal: { __typename: 'SpanTaken', code: 'SPAN_TAKEN' },
          nearestFree: { startsAt: at('2026-12-09', '08:00'), endsAt: at('2026-12-09', '10:00') },
        },
      ],
    });
    expect(await countBookings(clinic, bus)).toBe(0);
  });

  it('leaves clashing dates out when told to, and lets them be asked for again', async () => {
    const bus = await busTakenOn('2026-12-09');
    const { series, bookings, clashes } = await repeat(bus, { skipClashes: true });
    expect(bookings.map(({ startsAt }) => startsAt)).toEqual(
      ['2026-12-02', '2026-12-16', '2026-12-23'].map((day) => at(day, '09:00')),
    );
    expect(clashes).toHaveLength(1);
    const skippedAt = at('2026-12-09', '09:00');
    expect(series).toMatchObject({
      zone: 'Asia/Shanghai',
      skipped: [{ startsAt: skippedAt, code: 'SPAN_TAKEN', rules: [] }],
    });
    const text = await chatText(bus);
    expect(text).toContain('每周三 09:00–11:00，共 3 次');
    expect(text).toContain('未能预约（1 次）：2026年12月9日（星期三）');

    const date = { seriesId: series.id, originalStart: skippedAt };
    expect(await ask(clinic, AGAIN, { input: date })).toMatchObject({ code: 'SPAN_TAKEN' });
    const span = { startsAt: at('2026-12-09', '12:00'), endsAt: at('2026-12-09', '14:00') };
    const races = await Promise.all([1, 2].map(() => ask(clinic, AGAIN, { input: { ...date, ...span } })));
    expect(races.map(({ __typename }) => __typename).toSorted()).toEqual(['Booking', 'WrongState']);
    expect(races.find(({ __typename }) => __typename === 'Booking')).toMatchObject({
      startsAt: span.startsAt,
      originalStart: skippedAt,
      series: { id: series.id, skipped: [] },
    });
    const stranger = { seriesId: series.id, originalStart: at('2026-12-10', '09:00') };
    expect(await problem(clinic, AGAIN, { input: stranger })).toBe('input.originalStart');
  });

  it('keeps a series whole when its text changes, and the answers it has had', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const { bookings, series } = await repeat(bus, {});
    await confirm(bookings[1]);
    const changed = await change(bookings[2], 'ALL', { purpose: '体检接送', heads: 30 });
    expect(changed.series).toMatchObject({ id: series.id, purpose: '体检接送' });
    expect(changed.bookings.map(({ state, purpose }) => [state, purpose])).toEqual([
      ['REQUESTED', '体检接送'],
      ['CONFIRMED', '体检接送'],
      ['REQUESTED', '体检接送'],
      ['REQUESTED', '体检接送'],
    ]);
  });

  it('keeps what is confirmed inside its span, and asks again elsewhere; nobody else’s booking is touched', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const { bookings } = await repeat(bus, {});
    const confirmed = await confirm(bookings[1]);
    const other = await ask(world.as('southeast-committee'), REQUEST, {
      input: wish(bus, at('2026-12-09', '11:00'), at('2026-12-09', '13:00')),
    });
    const shorter = { startsAt: at('2026-12-09', '09:30'), endsAt: at('2026-12-09', '10:30') };
    const inside = await change(confirmed, 'FOLLOWING', shorter);
    expect(inside.bookings.map(({ state, startsAt }) => [state, startsAt])).toEqual([
      ['CONFIRMED', at('2026-12-09', '09:30')],
      ['REQUESTED', at('2026-12-16', '09:30')],
      ['REQUESTED', at('2026-12-23', '09:30')],
    ]);
    expect(inside.bookings[0]?.ownerContact).not.toBeNull();
    const later = { startsAt: at('2026-12-09', '11:00'), endsAt: at('2026-12-09', '12:00') };
    const outside = await change(inside.bookings[0], 'THIS', later);
    expect(outside.bookings).toMatchObject([
      { state: 'REQUESTED', startsAt: at('2026-12-09', '11:00'), ownerContact: null },
    ]);
    const node = `query ($id: ID!) { done: booking(id: $id) { __typename state reason version } }`;
    const held = { id: inside.bookings[0]?.id };
    // What is confirmed holds until the other time is.
    expect(await ask(clinic, node, held)).toMatchObject({ state: 'CONFIRMED' });
    const again = await confirm(outside.bookings[0]);
    expect(again.state).toBe('CONFIRMED');
    expect(await ask(clinic, node, held)).toMatchObject({ state: 'CANCELLED', reason: 'MOVED' });
    const moved = await change(again, 'THIS', {
      startsAt: at('2027-12-09', '11:00'),
      endsAt: at('2027-12-09', '12:00'),
    });
    expect(moved).toMatchObject({
      __typename: 'DatesClash',
      clashes: [{ refusal: { breaches: [{ rule: 'HORIZON' }] } }],
    });
    // Declined as a rival by the owner, when the moved one was confirmed; not by the move.
    expect(await ask(clinic, node, { id: again.id })).toMatchObject({ state: 'CONFIRMED' });
    const { state } = (await ask(fleet, node, {
      id: String((other as unknown as Booked).id),
    })) as unknown as Booked;
    expect(state).toBe('DECLINED');
  });

  it('takes a wish to move back without a new answer, and moves each date from where it was wished to be', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const { bookings } = await repeat(bus, {});
    const confirmed = await confirm(bookings[1]);
    const later = { startsAt: at('2026-12-09', '10:00'), endsAt: at('2026-12-09', '12:00') };
    const wished = await change(confirmed, 'ALL', later);
    expect(wished.bookings.map(({ state }) => state)).toEqual(Array(4).fill('REQUESTED'));
    const earlier = { startsAt: at('2026-12-09', '09:00'), endsAt: at('2026-12-09', '11:00') };
    const back = await change(wished.bookings[1], 'ALL', earlier);
    expect(back.bookings.map(({ id, state, startsAt }) => [id === confirmed.id, state, startsAt])).toEqual([
      [false, 'REQUESTED', at('2026-12-02', '09:00')],
      [true, 'CONFIRMED', at('2026-12-09', '09:00')],
      [false, 'REQUESTED', at('2026-12-16', '09:00')],
      [false, 'REQUESTED', at('2026-12-23', '09:00')],
    ]);
  });

  it('lets a daily series begin a day later; its owner says yes from the end that moves away', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const { bookings } = await repeat(bus, { rule: 'FREQ=DAILY;COUNT=3' });
    const confirmed: Booked[] = [];
    for (const booking of bookings) confirmed.push(await confirm(booking));
    const later = { startsAt: at('2026-12-03', '09:00'), endsAt: at('2026-12-03', '11:00') };
    const moved = await change(confirmed[0], 'ALL', later);
    expect(moved.clashes).toEqual([]);
    expect(moved.bookings.map(({ state }) => state)).toEqual(Array(3).fill('REQUESTED'));
    expect(await ask(fleet, CONFIRM, versionOf(moved.bookings[0]))).toMatchObject({
      __typename: 'SpanTaken',
    });
    for (const booking of moved.bookings.toReversed()) {
      expect(await confirm(booking)).toMatchObject({ state: 'CONFIRMED' });
    }
  });

  it('gives those who wait what is left when all dates have moved, and no date that is called off moves up', async () => {
    const bus = await world.offer('bus-45', { ...OPEN, confirmation: 'AUTOMATIC' });
    const input = { ...wish(bus, at('2026-12-02', '09:00'), at('2026-12-02', '11:00')), waitIfTaken: true };
    const { bookings } = await repeat(bus, { rule: 'FREQ=DAILY;COUNT=3' });
    const other = world.as('southeast-committee');
    const waits = async (day: string) => {
      const span = { startsAt: at(day, '09:00'), endsAt: at(day, '11:00') };
      return (await ask(other, REQUEST, { input: { ...input, ...span } })) as unknown as Booked;
    };
    const [first, second] = [await waits('2026-12-02'), await waits('2026-12-03')];
    const later = { startsAt: at('2026-12-03', '09:00'), endsAt: at('2026-12-03', '11:00') };
    const moved = await change(bookings[0], 'ALL', later);
    expect(moved.clashes).toEqual([]);
    const node = `query ($id: ID!) { done: booking(id: $id) { __typename state version } }`;
    expect(await ask(other, node, { id: first.id })).toMatchObject({ state: 'CONFIRMED' });
    expect(await ask(other, node, { id: second.id })).toMatchObject({ state: 'WAITLISTED' });
    // The first date waits for the time of the second.
    const wait = { ...versionOf(moved.bookings[0]), startsAt: at('2026-12-04', '09:00') };
    await ask(clinic, MOVE, { ...wait, endsAt: at('2026-12-04', '11:00'), waitIfTaken: true });
    const { bookings: ended } = await ask(clinic, CANCEL, { ...versionOf(moved.bookings[2]), scope: 'ALL' });
    expect(ended.map(({ state }) => state).toSorted()).toEqual([
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
      'WITHDRAWN',
    ]);
    expect(await ask(other, node, { id: second.id })).toMatchObject({ state: 'CONFIRMED' });
  });

  it('ends this and the following, each by its state, and never what has begun', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const { bookings } = await repeat(bus, {});
    await confirm(bookings[0]);
    const second = await confirm(bookings[1]);
    const before = world.clock.now();
    world.clock.set(new Date(at('2026-12-02', '10:00')));
    expect(await ask(clinic, CANCEL, { ...versionOf(bookings[0]), version: 2, scope: 'THIS' })).toMatchObject(
      {
        __typename: 'WrongState',
      },
    );
    expect(await problemCode(world.as('food-market'), CANCEL, { ...versionOf(second), scope: 'ALL' })).toBe(
      'NOT_FOUND',
    );
    const stale = await ask(clinic, CANCEL, { ...versionOf(bookings[1]), scope: 'ALL' });
    expect(stale.__typename).toBe('StaleVersion');
    const { bookings: ended } = await ask(clinic, CANCEL, { ...versionOf(second), scope: 'ALL' });
    expect(ended.map(({ state }) => state)).toEqual(['CANCELLED', 'WITHDRAWN', 'WITHDRAWN']);
    world.clock.set(before);
  });

  it('records a series that a unit has asked for by telephone', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const input = { ...seriesWish(bus), rule: 'FREQ=MONTHLY;BYDAY=1WE;COUNT=2' };
    const officer = world.as('southeast-officer');
    const made = await ask(officer, REPEAT, { input, onBehalfOf: world.unit('clinic') });
    expect(made.bookings.map(({ startsAt }) => startsAt)).toEqual([
      at('2026-12-02', '09:00'),
      at('2027-01-06', '09:00'),
    ]);
    expect((await change(made.bookings[0], 'ALL', { purpose: '自己改' })).bookings).toHaveLength(2);
  });

  it.each([
    ['FREQ=WEEKLY', 'never ends'],
    ['FREQ=DAILY;COUNT=401', 'more than 400 dates'],
    ['FREQ=WEEKLY;UNTIL=20261101', 'no date at all'],
    ['FREQ=WEEKLY;BYDAY=FR;COUNT=3', 'not on a date of the rule'],
    ['FREQ=YEARLY;COUNT=30', 'ten years'],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20270101', 'not both'],
    ['FREQ=HOURLY;COUNT=3', 'FREQ=HOURLY'],
    ['FREQ=DAILY;COUNT=2;BYSETPOS=1', 'BYSETPOS'],
  ])('names what is wrong with %s', async (rule, words) => {
    const bus = await world.offer('bus-45', OPEN);
    const { errors } = await clinic.tryAsk(REPEAT, { input: { ...seriesWish(bus), rule } });
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.rule' }] },
    });
    expect(errors?.[0]?.message).toContain(words);
    expect(await countBookings(clinic, bus)).toBe(0);
  });

  it('asks for several things or for none, and gives them up together', async () => {
    const bus = await busTakenOn('2026-12-09');
    const hall = await world.offer('hall', { ...OPEN, confirmation: 'AUTOMATIC' });
    const item = (offerId: string, day: string) => {
      const { purpose: _, ...one } = wish(offerId, at(day, '09:00'), at(day, '11:00'));
      return one;
    };
    const bundle = (day: string) =>
      ask(clinic, BUNDLE, { input: { items: [item(hall, day), item(bus, day)], purpose: '义诊' } });
    expect(await bundle('2026-12-09')).toMatchObject({
      __typename: 'ItemsRefused',
      code: 'ITEMS_REFUSED',
      items: [{ index: 1, refusal: { __typename: 'SpanTaken' } }],
    });
    expect(await countBookings(clinic, hall)).toBe(0);

    const { bookings } = await bundle('2026-12-10');
    expect(bookings.map(({ state, purpose }) => [state, purpose])).toEqual([
      ['CONFIRMED', '义诊'],
      ['REQUESTED', '义诊'],
    ]);
    expect(bookings[0]?.together).toHaveLength(2);
    const twice = { items: [item(bus, '2026-12-10'), item(bus, '2026-12-10')], purpose: '义诊' };
    expect(await problem(clinic, BUNDLE, { input: twice })).toBe('input.items.1');
    const { bookings: ended } = await ask(clinic, CANCEL_ALL, versionOf(bookings[1]));
    expect(ended.map(({ state }) => state).toSorted()).toEqual(['CANCELLED', 'WITHDRAWN']);
    const far = { ...item(hall, '2026-12-11'), networkId: world.network('riverside') };
    const { errors } = await clinic.tryAsk(BUNDLE, {
      input: { items: [item(bus, '2026-12-11'), far], purpose: '义诊' },
    });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^input\.items\.1: /),
      extensions: { code: 'NOT_FOUND' },
    });
  });

  it('calls off what waits in an act before what it waits for', async () => {
    const power = await world.offer('power-380', { ...OPEN, confirmation: 'AUTOMATIC' });
    const item = (amount: string) => {
      const { purpose: _, ...one } = wish(power, at('2026-12-12', '09:00'), at('2026-12-12', '11:00'));
      return { ...one, amount, waitIfTaken: true };
    };
    await ask(fleet, BUNDLE, { input: { items: [item('20')], purpose: '充电' } });
    const { bookings } = await ask(clinic, BUNDLE, {
      input: { items: [item('40'), item('20')], purpose: '义诊' },
    });
    expect(bookings.map(({ state }) => state)).toEqual(['CONFIRMED', 'WAITLISTED']);
    const { bookings: ended } = await ask(clinic, CANCEL_ALL, versionOf(bookings[0]));
    expect(new Map(ended.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [bookings[0]?.id, 'CANCELLED'],
        [bookings[1]?.id, 'WITHDRAWN'],
      ]),
    );
  });

  it('is not called off in part by a committee that sees but a part of the act', async () => {
    const truck = await world.offer('ladder-truck', { ...OPEN, confirmation: 'AUTOMATIC' });
    const item = (day: string, network: string) => {
      const { purpose: _, ...one } = wish(truck, at(day, '09:00'), at(day, '11:00'));
      return { ...one, networkId: world.network(network) };
    };
    const items = [item('2026-12-14', 'southeast'), item('2026-12-15', 'riverside')];
    const { bookings } = await ask(fleet, BUNDLE, { input: { items, purpose: '接送' } });
    const onBehalfOf = world.unit('bus-639');
    const refused = await ask(world.as('southeast-committee'), CANCEL_ALL, {
      ...versionOf(bookings[0]),
      onBehalfOf,
    });
    expect(refused).toMatchObject({ __typename: 'WrongState' });
    expect((await ask(fleet, CANCEL_ALL, versionOf(bookings[0]))).bookings).toHaveLength(2);
  });

  describe('a date that is to be had at another time', () => {
    const auto = { ...OPEN, confirmation: 'AUTOMATIC' };
    const weekly = { rule: 'FREQ=WEEKLY;COUNT=2' };
    const moved = { startsAt: at('2026-12-04', '14:00'), endsAt: at('2026-12-04', '16:00') };
    let before: Date;
    beforeEach(() => {
      before = world.clock.now();
      world.clock.set(new Date(at('2026-12-01', '09:00')));
    });
    afterEach(() => world.clock.set(before));

    it('lapses as a wish when its old time begins, and nobody else’s booking depends on it', async () => {
      const bus = await world.offer('bus-45', auto);
      const other = world.as('riverside-property');
      const { bookings } = await repeat(bus, weekly);
      const far = { ...wish(bus, moved.startsAt, moved.endsAt), networkId: world.network('riverside') };
      const taken = (await ask(other, REQUEST, { input: far })) as unknown as Booked;
      const waiting = await move(bookings[0], { ...moved, waitIfTaken: true });
      expect(waiting).toMatchObject({ state: 'WAITLISTED', expiresAt: at('2026-12-02', '09:00') });
      world.clock.set(new Date(at('2026-12-02', '09:30')));
      expect(await ask(other, stepOf('cancelBooking'), versionOf(taken))).toMatchObject({
        state: 'CANCELLED',
      });
      expect(await stateOf(bookings[0])).toBe('CONFIRMED');
      expect(await move(waiting, { ...moved, endsAt: at('2026-12-04', '17:00') })).toMatchObject({
        code: 'WRONG_STATE',
        message: expect.stringContaining('lapsed'),
      });
    });

    it('cannot be confirmed by its owner when its old time has begun', async () => {
      const bus = await world.offer('bus-45', OPEN);
      const { bookings } = await repeat(bus, weekly);
      const old = await confirm(bookings[0]);
      const wished = await move(old, moved);
      expect(wished).toMatchObject({ state: 'REQUESTED', expiresAt: at('2026-12-02', '09:00') });
      world.clock.set(new Date(at('2026-12-02', '09:30')));
      expect(await ask(fleet, CONFIRM, versionOf(wished))).toMatchObject({ __typename: 'WrongState' });
      expect(await stateOf(old)).toBe('CONFIRMED');
    });

    it('is had at its old time when that is handed over early, and those who wait move up', async () => {
      const bus = await world.offer('bus-45', { ...OPEN, requestsHold: true });
      const { bookings } = await repeat(bus, weekly);
      const old = await confirm(bookings[0]);
      const wished = await move(old, moved);
      const other = world.as('southeast-committee');
      const input = { ...wish(bus, moved.startsAt, moved.endsAt), waitIfTaken: true };
      const next = (await ask(other, REQUEST, { input })) as unknown as Booked;
      expect(next.state).toBe('WAITLISTED');
      world.clock.set(new Date(at('2026-12-02', '08:00')));
      expect(await ask(clinic, stepOf('noteHandOver'), versionOf(old))).toMatchObject({ state: 'IN_USE' });
      expect([await stateOf(wished), await stateOf(next, other)]).toEqual(['EXPIRED', 'REQUESTED']);
    });

    it('is moved on with the others, from where it was wished to be', async () => {
      const bus = await world.offer('bus-45', OPEN);
      const { bookings } = await repeat(bus, weekly);
      const [first, second] = [await confirm(bookings[0]), await confirm(bookings[1])];
      const wished = await move(first, moved);
      const later = { startsAt: at('2026-12-09', '10:00'), endsAt: at('2026-12-09', '12:00') };
      const changed = await change(second, 'ALL', later);
      expect(changed.bookings.map(({ state, startsAt }) => [state, startsAt])).toEqual([
        ['REQUESTED', at('2026-12-04', '15:00')],
        ['REQUESTED', at('2026-12-09', '10:00')],
      ]);
      expect([await stateOf(first), await stateOf(wished)]).toEqual(['CONFIRMED', 'WITHDRAWN']);
      // Named itself, it goes to the new place though its own old time is there.
      const near = { startsAt: at('2026-12-02', '10:00'), endsAt: at('2026-12-02', '12:00') };
      const again = await change(changed.bookings[0], 'THIS', near);
      expect(await confirm(again.bookings[0])).toMatchObject({ state: 'CONFIRMED' });
      expect(await stateOf(first)).toBe('CANCELLED');
    });

    it('is confirmed in the owner’s present way, whatever it was at first', async () => {
      const bus = await world.offer('bus-45', auto);
      const { bookings } = await repeat(bus, weekly);
      const offer = await ask(fleet, OFFER, { id: bus });
      await ask(fleet, CHANGE_OFFER, { ...offer, input: { confirmation: 'OWNER' } });
      const later = { startsAt: at('2026-12-02', '14:00'), endsAt: at('2026-12-02', '16:00') };
      const changed = await change(bookings[0], 'ALL', later);
      expect(changed.bookings.map(({ state }) => state)).toEqual(['REQUESTED', 'REQUESTED']);
      expect(await stateOf(bookings[1])).toBe('CONFIRMED');
      // What is told is what stands, and each date once.
      expect(await chatText(bus)).toMatch(/09:00–11:00，共 2 次。.+进展：已确认 2 次\n/s);
      for (const booking of changed.bookings) await confirm(booking);
      expect(await chatText(bus)).toMatch(/14:00–16:00，共 2 次。.+进展：已确认 2 次\n/s);
    });
  });

  it('changes dates that wait as well, and they wait on where the new time is taken', async () => {
    const bus = await world.offer('bus-45', { ...OPEN, confirmation: 'AUTOMATIC' });
    const other = world.as('southeast-committee');
    for (const time of ['09:00', '14:00']) {
      const [hour] = time.split(':');
      const input = wish(bus, at('2026-12-09', time), at('2026-12-09', `${Number(hour) + 2}:00`));
      await ask(other, REQUEST, { input });
    }
    const { bookings } = await repeat(bus, { waitIfTaken: true });
    expect(bookings[1]?.state).toBe('WAITLISTED');
    const named = await change(bookings[1], 'THIS', { purpose: '候补' });
    expect(named.bookings).toMatchObject([{ state: 'WAITLISTED', purpose: '候补' }]);
    const later = { startsAt: at('2026-12-02', '14:00'), endsAt: at('2026-12-02', '16:00') };
    const changed = await change(bookings[0], 'ALL', { ...later, purpose: '全部' });
    expect(changed.bookings.map(({ state, startsAt, purpose }) => [state, startsAt, purpose])).toEqual([
      ['CONFIRMED', at('2026-12-02', '14:00'), '全部'],
      ['WAITLISTED', at('2026-12-09', '14:00'), '全部'],
      ['CONFIRMED', at('2026-12-16', '14:00'), '全部'],
      ['CONFIRMED', at('2026-12-23', '14:00'), '全部'],
    ]);
  });

  it('leaves out what has lapsed though nobody has noted it, and says so of a date that is named', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const first = { startsAt: at('2026-12-16', '09:00'), endsAt: at('2026-12-16', '11:00') };
    const { bookings } = await repeat(bus, { ...first, rule: 'FREQ=WEEKLY;COUNT=2' });
    const confirmed = await confirm(bookings[1]);
    const before = world.clock.now();
    world.clock.set(new Date(at('2026-12-01', '09:00')));
    const shorter = { startsAt: at('2026-12-16', '09:00'), endsAt: at('2026-12-16', '10:00') };
    expect(await change(bookings[0], 'ALL', shorter)).toMatchObject({
      __typename: 'WrongState',
      message: expect.stringContaining('lapsed'),
    });
    const { bookings: changed } = await change(confirmed, 'ALL', { purpose: '新' });
    expect(changed.map(({ id }) => id)).toEqual([confirmed.id]);
    expect(await stateOf(bookings[0])).toBe('REQUESTED');
    world.clock.set(before);
  });

  it('keeps the word of the committee when the words change and the time does not', async () => {
    const hall = await world.offer('hall', { ...OPEN, confirmation: 'OWNER_AFTER_COMMITTEE' });
    const { bookings } = await repeat(hall, {});
    const committee = world.as('southeast-committee');
    await ask(committee, stepOf('agreeToBooking'), versionOf(bookings[0]));
    const same = { startsAt: at('2026-12-02', '09:00'), endsAt: at('2026-12-02', '11:00') };
    const agreed = { ...versionOf(bookings[0]), version: 2 };
    const kept = await ask(clinic, CHANGE, { ...agreed, scope: 'ALL', input: { ...same, purpose: '新' } });
    expect(kept.bookings.map(({ state, purpose }) => [state, purpose])).toEqual([
      ['AWAITING_OWNER', '新'],
      ...Array(3).fill(['REQUESTED', '新']),
    ]);
  });

  /** The fleet’s bus, lent to the committee from 10 to 12 on that day. */
  async function busTakenOn(day: string): Promise<string> {
    const bus = await world.offer('bus-45', OPEN);
    const input = wish(bus, at(day, '10:00'), at(day, '12:00'));
    await confirm((await ask(world.as('southeast-committee'), REQUEST, { input })) as unknown as Booked);
    return bus;
  }

  function wish(offerId: string, startsAt: string, endsAt: string) {
    return { offerId, networkId: world.network('southeast'), startsAt, endsAt, purpose: '每周接送' };
  }

  function seriesWish(offerId: string) {
    return wish(offerId, at('2026-12-02', '09:00'), at('2026-12-02', '11:00'));
  }

  function repeat(offerId: string, more: object): Promise<Outcome> {
    return ask(clinic, REPEAT, { input: { ...seriesWish(offerId), rule: 'FREQ=WEEKLY;COUNT=4', ...more } });
  }

  function change(booking: Booked | undefined, scope: string, input: object): Promise<Outcome> {
    return ask(clinic, CHANGE, { ...versionOf(booking), scope, input });
  }

  async function move(booking: Booked | undefined, to: object): Promise<Booked> {
    return (await ask(clinic, MOVE, { ...versionOf(booking), ...to })) as unknown as Booked;
  }

  async function stateOf(booking: Booked | undefined, client = clinic): Promise<string> {
    const { id } = versionOf(booking);
    return ((await ask(client, STATE, { id })) as unknown as Booked).state;
  }

  async function confirm(booking: Booked | undefined): Promise<Booked> {
    const done = (await ask(fleet, CONFIRM, versionOf(booking))) as unknown as { booking: Booked };
    return done.booking;
  }

  async function chatText(offerId: string): Promise<string> {
    type Listed = { bookingSeries: { edges: { node: { chatText: string } }[] } };
    const { bookingSeries } = await fleet.ask<Listed>(SERIES, { filter: { offerId, side: 'GIVEN' } });
    return bookingSeries.edges[0]?.node.chatText ?? '';
  }

  async function countBookings(client: TestClient, offerId: string): Promise<number> {
    return (await client.ask<{ bookings: { totalCount: number } }>(BOOKINGS, { offerId })).bookings
      .totalCount;
  }
});

async function ask(client: TestClient, document: string, variables: object): Promise<Outcome> {
  return (await client.ask<{ done: Outcome }>(document, variables)).done;
}

/** The path of the one field that was refused. */
async function problem(client: TestClient, document: string, variables: object): Promise<string | undefined> {
  const { errors } = await client.tryAsk(document, variables);
  const refused = errors?.[0]?.extensions;
  return refused?.fields?.[0]?.path ?? refused?.code;
}

async function problemCode(client: TestClient, document: string, variables: object): Promise<unknown> {
  return (await client.tryAsk(document, variables)).errors?.[0]?.extensions?.['code'];
}
