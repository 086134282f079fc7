import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const BOOKED = 'id version state startsAt reason remark';
const ASKED = `__typename ... on Refusal { code message } ... on SeriesOutcome { bookings { ${BOOKED} } }`;
const REPEAT = `mutation ($input: RequestSeriesInput!) { done: requestSeries(input: $input) { ${ASKED} } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $input: ChangeSeriesInput!) {
  done: changeSeries(id: $id, version: $version, scope: ALL, input: $input) { ${ASKED} } }`;
const AGREE = `mutation ($id: ID!, $version: Int!, $scope: SeriesScope!) {
  done: agreeToSeries(id: $id, version: $version, scope: $scope) { ${ASKED} } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!, $scope: SeriesScope!, $rivals: RivalAnswer, $skipClashes: Boolean, $tryOnly: Boolean, $onBehalfOf: ID) {
  done: confirmSeries(id: $id, version: $version, scope: $scope, rivals: $rivals, skipClashes: $skipClashes, tryOnly: $tryOnly, onBehalfOf: $onBehalfOf) {
    __typename ... on Refusal { code message }
    ... on DatesClash { clashes { ...C } }
    ... on SeriesConfirmation { bookings { ${BOOKED} requesterContact { phone } } rivals { ${BOOKED} waitingPlace } clashes { ...C } } } }
  fragment C on DateClash { originalStart refusal { __typename } nearestFree { startsAt } }`;
const DECLINE = `mutation ($id: ID!, $version: Int!, $scope: SeriesScope!, $remark: String) {
  done: declineSeries(id: $id, version: $version, scope: $scope, remark: $remark) { ${ASKED} } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { done: requestBooking(input: $input) { __typename ... on Booking { ${BOOKED} } } }`;
const CONFIRM_ONE = `mutation ($id: ID!, $version: Int!) {
  done: confirmBooking(id: $id, version: $version, rivals: KEEP) { __typename ... on BookingConfirmation { booking { ${BOOKED} } } } }`;
const READ = `query ($id: ID!) { done: booking(id: $id) { ${BOOKED} } }`;
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
  reason: string | null;
  waitingPlace: number | null;
  requesterContact: { phone: string } | null;
}

interface Clash {
  originalStart: string;
  refusal: { __typename: string };
  nearestFree: { startsAt: string } | null;
}

interface Answer {
  __typename: string;
  message: string;
  bookings: Booked[];
  rivals: Booked[];
  clashes: Clash[];
}

/** Wednesdays from 2026-12-02 on, by the clock of Shanghai. */
const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const DAYS = ['2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23'];

describe('one word for a whole series', () => {
  let world: World;
  let clinic: TestClient;
  let fleet: TestClient;
  let committee: TestClient;
  beforeAll(async () => {
    world = await startWorld();
    clinic = world.as('clinic');
    fleet = world.as('bus-639');
    committee = world.as('southeast-committee');
  });
  afterAll(() => world.close());

  it('confirms every date that is open, shares the contacts, and answers each rival once', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const first = await askBy(committee, bus, '2026-12-16', '10:00', '12:00');
    const bookings = await repeat(bus);
    // Ends after one date and begins before the next of the same day: beaten by both, told once.
    const second = await askBy(committee, bus, '2026-12-02', '10:00', '12:00');
    const apart = await askBy(committee, bus, '2026-12-02', '12:00', '13:00');
    const done = await confirm(bookings[1], { rivals: 'DECLINE' });
    expect(done.bookings.map(({ state, startsAt }) => [state, startsAt])).toEqual(
      DAYS.map((day) => ['CONFIRMED', at(day, '09:00')]),
    );
    expect(done.bookings.map(({ requesterContact }) => requesterContact?.phone)).toEqual(
      Array(4).fill('13812345678'),
    );
    expect(done.rivals.map(({ id, state, reason }) => [id, state, reason])).toEqual([
      [first.id, 'DECLINED', 'CLASH'],
      [second.id, 'DECLINED', 'CLASH'],
    ]);
    expect(await stateOf(committee, apart)).toBe('REQUESTED');
    expect(await confirm(done.bookings[0], {})).toMatchObject({
      __typename: 'WrongState',
      message: 'None of these dates awaits your word.',
    });
  });

  it('lets rivals wait in the order in which they asked, and hands on what they held', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const early = await askBy(committee, bus, '2026-12-09', '10:00', '12:00');
    const late = await askBy(committee, bus, '2026-12-02', '08:00', '10:00');
    const later = await askBy(committee, bus, '2026-12-09', '08:00', '11:00');
    const [date] = await repeat(bus);
    const { rivals } = await confirm(date, { rivals: 'WAITLIST' });
    expect(rivals.map(({ id, state, waitingPlace }) => [id, state, waitingPlace])).toEqual([
      [early.id, 'WAITLISTED', 1],
      [late.id, 'WAITLISTED', 1],
      [later.id, 'WAITLISTED', 2],
    ]);
  });

  it('confirms none where a date clashes and names each, or all but those if told so', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const bookings = await repeat(bus);
    for (const day of ['2026-12-09', '2026-12-23']) {
      const taken = await askBy(committee, bus, day, '10:00', '12:00');
      await fleet.ask(CONFIRM_ONE, step(taken));
    }
    const clashes = ['2026-12-09', '2026-12-23'].map((day) => ({
      originalStart: at(day, '09:00'),
      refusal: { __typename: 'SpanTaken' },
      nearestFree: { startsAt: at(day, '08:00') },
    }));
    expect(await confirm(bookings[0], {})).toMatchObject({ __typename: 'DatesClash', clashes });
    expect(await statesOf(bookings)).toEqual(Array(4).fill('REQUESTED'));
    const tried = await confirm(bookings[0], { skipClashes: true, tryOnly: true });
    expect(tried.bookings).toHaveLength(2);
    expect(await statesOf(bookings)).toEqual(Array(4).fill('REQUESTED'));
    const done = await confirm(bookings[0], { skipClashes: true });
    expect(done).toMatchObject({ __typename: 'SeriesConfirmation', clashes });
    const states = ['CONFIRMED', 'REQUESTED', 'CONFIRMED', 'REQUESTED'];
    expect(await statesOf(bookings)).toEqual(states);
    // Where none can be had there is nothing to leave out.
    const again = await confirm(bookings[1], { skipClashes: true });
    expect(again).toMatchObject({ __typename: 'DatesClash', clashes });
    const declined = await ask(fleet, DECLINE, { ...step(bookings[1]), scope: 'ALL', remark: '已借出' });
    expect(declined.bookings).toMatchObject(
      Array(2).fill({ state: 'DECLINED', reason: 'OWNER_DECLINED', remark: '已借出' }),
    );
    expect(await statesOf(bookings)).toEqual(['CONFIRMED', 'DECLINED', 'CONFIRMED', 'DECLINED']);
  });

  it('leaves to rivals what they hold where the date that would take it cannot be had', async () => {
    const power = await world.offer('power-380', { ...OPEN, requestsHold: true });
    const institute = world.as('computing-institute');
    const held = await askBy(committee, power, '2026-12-02', '09:00', '10:00', '40');
    const taken = await askBy(committee, power, '2026-12-02', '10:00', '11:00', '40');
    await institute.ask(CONFIRM_ONE, step(taken));
    const input = { ...wish(power), rule: 'FREQ=WEEKLY;COUNT=2', amount: '10' };
    const { bookings } = await ask(clinic, REPEAT, { input });
    const [first, second] = bookings;
    expect(await stateOf(clinic, first)).toBe('REQUESTED');
    const rest = await askBy(committee, power, '2026-12-09', '09:00', '10:00', '40');
    const facts = { powerSupply: { voltage: 380, phases: 3, maxLoadKw: '45', electricianNeeded: true } };
    await resize(institute, power, facts);
    const done = await confirm(first, { rivals: 'KEEP', skipClashes: true }, institute);
    expect(done.clashes).toMatchObject([
      { originalStart: at('2026-12-02', '09:00'), refusal: { __typename: 'NotEnoughFree' } },
    ]);
    expect(done.bookings.map(({ id }) => id)).toEqual([second?.id]);
    // Only what stands in the way of a date that is had gives way.
    expect(done.rivals.map(({ id }) => id)).toEqual([rest.id]);
    expect(await stateOf(committee, held)).toBe('REQUESTED');
  });

  it('confirms in one word a daily series that begins a day later, or what of it can be had', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const dates = await repeat(bus, 'FREQ=DAILY;COUNT=4');
    const { bookings: confirmed } = await confirm(dates[0], {});
    const later = { startsAt: at('2026-12-03', '09:00'), endsAt: at('2026-12-03', '11:00') };
    const { bookings: wished } = await ask(clinic, CHANGE, { ...step(confirmed[0]), input: later });
    expect(wished).toHaveLength(4);
    const done = await confirm(wished[0], {});
    expect(done.bookings.map(({ state }) => state)).toEqual(Array(4).fill('CONFIRMED'));
    expect(await statesOf(confirmed)).toEqual(Array(4).fill('CANCELLED'));

    // Once more, but the last of the new days is taken: then each stays in the way of the one before it.
    const { bookings: further } = await ask(clinic, CHANGE, {
      ...step(done.bookings[0]),
      input: { startsAt: at('2026-12-04', '09:00'), endsAt: at('2026-12-04', '11:00') },
    });
    await fleet.ask(CONFIRM_ONE, step(await askBy(committee, bus, '2026-12-07', '09:00', '11:00')));
    const clash = await confirm(further[0], { skipClashes: true });
    expect(clash.__typename).toBe('DatesClash');
    expect(clash.clashes.map(({ originalStart }) => originalStart)).toEqual(
      ['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'].map((day) => at(day, '09:00')),
    );
    expect(await statesOf(done.bookings)).toEqual(Array(4).fill('CONFIRMED'));
  });

  it('asks the committee first where the offer says so; each side answers only what waits for it', async () => {
    const hall = await world.offer('hall', { ...OPEN, confirmation: 'OWNER_AFTER_COMMITTEE' });
    const owner = world.as('southeast-kindergarten');
    const bookings = await repeat(hall);
    expect(await confirm(bookings[0], {}, owner)).toMatchObject({ __typename: 'WrongState' });
    const agreed = await ask(committee, AGREE, { ...step(bookings[2]), scope: 'FOLLOWING' });
    expect(agreed.bookings.map(({ state }) => state)).toEqual(Array(2).fill('AWAITING_OWNER'));
    const declined = await ask(committee, DECLINE, { ...step(bookings[1]), scope: 'ALL' });
    expect(declined.bookings).toMatchObject(
      Array(2).fill({ state: 'DECLINED', reason: 'COMMITTEE_DECLINED' }),
    );
    for (const act of [AGREE, DECLINE]) {
      expect(await ask(committee, act, { ...step(agreed.bookings[0]), scope: 'ALL' })).toMatchObject({
        __typename: 'WrongState',
        message: 'None of these dates awaits your word.',
      });
    }
    const done = await confirm(agreed.bookings[0], {}, owner);
    expect(done.bookings.map(({ id }) => id)).toEqual(bookings.slice(2).map(({ id }) => id));
  });

  it('is said by the owner or on its behalf, of what it has read, while it can still be granted', async () => {
    const bus = await world.offer('bus-45', OPEN);
    const [first, , third, last] = await repeat(bus);
    const any = { ...step(third), scope: 'ALL' };
    for (const act of [CONFIRM, AGREE, DECLINE]) {
      const [stranger, speaker] = act === AGREE ? ['riverside-committee', committee] : ['food-market', fleet];
      expect(await codeOf(world.as(stranger), act, any)).toBe('NOT_FOUND');
      expect(await codeOf(clinic, act, any)).toBe('FORBIDDEN');
      expect(await ask(speaker, act, { ...any, version: 7 })).toMatchObject({ __typename: 'StaleVersion' });
    }
    const alone = await askBy(committee, bus, '2026-12-30', '09:00', '11:00');
    expect(await codeOf(fleet, CONFIRM, { ...step(alone), scope: 'ALL' })).toBe('BAD_USER_INPUT');
    const onBehalfOf = world.unit('bus-639');
    expect(await ask(committee, CONFIRM, { ...step(last), scope: 'THIS', onBehalfOf })).toMatchObject({
      __typename: 'SeriesConfirmation',
      bookings: [{ id: last?.id, state: 'CONFIRMED' }],
    });
    const before = world.clock.now();
    // Three working days and more after the asking.
    world.clock.set(new Date(at('2026-12-01', '09:00')));
    expect(await confirm(first, {})).toMatchObject({
      __typename: 'WrongState',
      message: expect.stringContaining('lapsed'),
    });
    world.clock.set(before);
  });

  it('meets a rival that is confirmed at once: one of both is had, and nothing else comes of it', async () => {
    for (let round = 0; round < 6; round++) {
      const bus = await world.offer('bus-45', OPEN);
      const bookings = await repeat(bus, 'FREQ=DAILY;COUNT=6');
      const rival = await askBy(committee, bus, '2026-12-05', '10:00', '12:00');
      const one = (): Promise<unknown> => ask(fleet, CONFIRM_ONE, step(rival));
      const all = (): Promise<unknown> => confirm(bookings[0], { rivals: 'KEEP' });
      const acts = round % 2 === 0 ? [one, all] : [all, one];
      const answers = (await Promise.all(acts.map((act) => act()))) as Answer[];
      const kinds = answers.map(({ __typename }) => __typename).toSorted();
      const isWhole = (await stateOf(clinic, bookings[3])) === 'CONFIRMED';
      expect(kinds).toEqual(
        isWhole ? ['SeriesConfirmation', 'SpanTaken'] : ['BookingConfirmation', 'DatesClash'],
      );
      expect(await statesOf(bookings)).toEqual(Array(6).fill(isWhole ? 'CONFIRMED' : 'REQUESTED'));
    }
  });

  function wish(offerId: string, day = '2026-12-02', from = '09:00', to = '11:00') {
    const networkId = world.network('southeast');
    return { offerId, networkId, startsAt: at(day, from), endsAt: at(day, to), purpose: '每周接送' };
  }

  async function repeat(offerId: string, rule = 'FREQ=WEEKLY;COUNT=4'): Promise<Booked[]> {
    const input = { ...wish(offerId), rule, contactPhone: '13812345678' };
    return (await ask(clinic, REPEAT, { input })).bookings;
  }

  async function askBy(
    client: TestClient,
    offerId: string,
    day: string,
    from: string,
    to: string,
    amount: string | null = null,
  ): Promise<Booked> {
    const input = { ...wish(offerId, day, from, to), amount };
    world.clock.advance(1000);
    return (await client.ask<{ done: Booked }>(REQUEST, { input })).done;
  }

  function confirm(date: Booked | undefined, how: object, client = fleet): Promise<Answer> {
    return ask(client, CONFIRM, { ...step(date), scope: 'ALL', ...how });
  }

  async function stateOf(client: TestClient, booking: Booked | undefined): Promise<string> {
    return (await client.ask<{ done: Booked }>(READ, { id: step(booking).id })).done.state;
  }

  async function statesOf(bookings: readonly Booked[]): Promise<string[]> {
    const states: string[] = [];
    for (const booking of bookings) states.push(await stateOf(clinic, booking));
    return states;
  }
});

async function resize(client: TestClient, id: string, facts: object): Promise<void> {
  const { offer } = await client.ask<{ offer: { version: number } }>(
    'query ($id: ID!) { offer(id: $id) { version } }',
    { id },
  );
  const document = `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
    updateOffer(id: $id, version: $version, input: $input) { __typename } }`;
  await client.ask(document, { id, version: offer.version, input: { facts } });
}

async function ask(client: TestClient, document: string, variables: object): Promise<Answer> {
  return (await client.ask<{ done: Answer }>(document, variables)).done;
}

async function codeOf(client: TestClient, document: string, variables: object): Promise<unknown> {
  return (await client.tryAsk(document, variables)).errors?.[0]?.extensions.code;
}

function step(booking: Booked | undefined): { id: string; version: number } {
  if (!booking) throw new Error('There is no such booking.');
  return { id: booking.id, version: booking.version };
}
