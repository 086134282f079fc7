import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const BOOKING = `fragment B on Booking { id version state reason remark holds waitingPlace expiresAt startsAt endsAt purpose
  replaces { id } beats: rivals { id } proposedSpans { startsAt endsAt } requester { code } requesterContact { phone } chatText }`;
const ANSWER = `__typename ...B ... on Refusal { code message }`;
const REQUEST = `${BOOKING} mutation ($input: RequestBookingInput!, $onBehalfOf: ID) {
  answer: requestBooking(input: $input, onBehalfOf: $onBehalfOf) { ${ANSWER} } }`;
const MOVE = `${BOOKING} mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!, $waitIfTaken: Boolean) {
  answer: moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt, waitIfTaken: $waitIfTaken) { ${ANSWER} } }`;
const UPDATE = `${BOOKING} mutation ($id: ID!, $version: Int!, $input: UpdateBookingInput!) {
  answer: updateBooking(id: $id, version: $version, input: $input) { ${ANSWER} } }`;
const CONFIRM = `${BOOKING} mutation ($id: ID!, $version: Int!, $rivals: RivalAnswer) {
  answer: confirmBooking(id: $id, version: $version, rivals: $rivals) {
    __typename ... on BookingConfirmation { booking { ...B } rivals { ...B } } ... on Refusal { code message } } }`;
const DISPLACE = `${BOOKING} mutation ($id: ID!, $version: Int!, $reason: String!, $ownUse: OwnUseInput) {
  answer: displaceBooking(id: $id, version: $version, reason: $reason, ownUse: $ownUse) {
    __typename ... on BookingDisplacement { booking { ...B } emergency { ...B } } ... on Refusal { code message } } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
  answer: updateOffer(id: $id, version: $version, input: $input) { ... on Offer { id version } } }`;
const EXCEPT = `mutation ($id: ID!, $version: Int!, $exceptions: [OfferExceptionInput!]!) {
  answer: setOfferExceptions(id: $id, version: $version, exceptions: $exceptions) { ... on Offer { id version } } }`;
const OFFER = `query ($id: ID!) { answer: offer(id: $id) { id version } }`;
const READ = `${BOOKING} query ($id: ID!) { answer: booking(id: $id) { ...B } }`;
const LIST = `query ($id: ID!) { offer(id: $id) { waitingList(first: 10) { totalCount edges { node { requester { code } waitingPlace } } } } }`;
const LINES = `query ($id: ID!) { booking(id: $id) { auditLines { edges { node {
  act manner personName role actingUnit { code } post { id } } } } } }`;
/** By which the liaison of the school signs its acts. */
const SCHOOL = '周浦镇第三小学';

interface Lines {
  booking: { auditLines: { edges: { node: object }[] } };
}
interface Row {
  id: string;
  version: number;
  state: string;
  waitingPlace: number | null;
  expiresAt: string;
  chatText: string;
  proposedSpans: object[];
}
interface Waiting {
  offer: { waitingList: { edges: { node: { requester: { code: string }; waitingPlace: number } }[] } };
}

const SATURDAY = '2026-11-28';

describe('a truck that many want', () => {
  let world: World;
  let owner: TestClient;
  let clinic: TestClient;
  let school: TestClient;
  beforeAll(async () => {
    world = await startWorld();
    [owner, clinic, school] = [world.as('fire-squadron'), world.as('clinic'), world.as('zhoupu-no3-primary')];
  });
  afterAll(() => world.close());

  const lend = (terms: object): Promise<string> => world.offer('ladder-truck', terms);
  const span = (from: number, to: number) => ({
    startsAt: `${SATURDAY}T${String(from).padStart(2, '0')}:00:00+08:00`,
    endsAt: `${SATURDAY}T${String(to).padStart(2, '0')}:00:00+08:00`,
  });
  const answer = async <T = Row>(client: TestClient, document: string, variables: object): Promise<T> =>
    (await client.ask<{ answer: T }>(document, variables)).answer;
  const ask = (
    client: TestClient,
    offerId: string,
    [from, to]: [number, number],
    more: { waitIfTaken?: boolean; network?: string } = {},
  ): Promise<Row> => {
    const { network = 'southeast', ...rest } = more;
    const wish = { offerId, networkId: world.network(network), ...span(from, to), purpose: '演练' };
    return answer(client, REQUEST, { input: { ...wish, contactPhone: '13812345678', ...rest } });
  };
  const step = (field: string, client: TestClient, { id, version }: Row): Promise<Row> =>
    answer(
      client,
      `${BOOKING} mutation ($id: ID!, $version: Int!) { answer: ${field}(id: $id, version: $version) { ${ANSWER} } }`,
      { id, version },
    );
  const read = (client: TestClient, { id }: Row): Promise<Row | null> => answer(client, READ, { id });
  const listed = async (client: TestClient, id: string): Promise<[string, number][]> => {
    const { offer } = await client.ask<Waiting>(LIST, { id });
    return offer.waitingList.edges.map(({ node }) => [node.requester?.code, node.waitingPlace]);
  };

  test('serves those who wait in their order; each knows its place and nobody before it', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC' });
    const taken = await ask(school, truck, [10, 12]);
    expect(await ask(clinic, truck, [10, 12])).toMatchObject({ code: 'SPAN_TAKEN' });
    const first = await ask(clinic, truck, [10, 12], { waitIfTaken: true });
    expect(first).toMatchObject({
      state: 'WAITLISTED',
      waitingPlace: 1,
      expiresAt: '2026-11-28T02:00:00.000Z',
    });
    expect(first.chatText).toMatch(/^【预约候补】.+候补中。.+时段一旦空出，按候补先后递补/s);
    const far = world.as('riverside-property');
    const second = await ask(far, truck, [11, 13], { waitIfTaken: true, network: 'riverside' });
    const third = await ask(world.as('bus-639'), truck, [12, 14], { waitIfTaken: true });
    // Nothing is in its way.
    expect(third).toMatchObject({ state: 'CONFIRMED', waitingPlace: null });
    expect(second).toMatchObject({ state: 'WAITLISTED', waitingPlace: 2 });

    expect(await listed(owner, truck)).toEqual([
      ['clinic', 1],
      ['riverside-property', 2],
    ]);
    expect(await listed(clinic, truck)).toEqual([['clinic', 1]]);
    expect(await listed(far, truck)).toEqual([['riverside-property', 2]]);
    expect(await listed(world.as('southeast-committee'), truck)).toEqual([['clinic', 1]]);
    expect(await listed(school, truck)).toEqual([]);

    await step('cancelBooking', school, taken);
    expect(await read(clinic, first)).toMatchObject({ state: 'CONFIRMED', waitingPlace: null });
    // Whoever gave it back is nobody's business, on either side.
    for (const client of [clinic, owner, world.as('southeast-committee')]) {
      const lines = await client.ask<Lines>(LINES, { id: first.id });
      expect(lines.booking.auditLines.edges.map(({ node }) => node)).toContainEqual({
        act: 'CONFIRMED',
        manner: 'BY_RULE',
        personName: null,
        role: null,
        actingUnit: null,
        post: null,
      });
      expect(JSON.stringify(lines)).not.toContain(SCHOOL);
    }
    expect(await read(far, second)).toMatchObject({ state: 'WAITLISTED', waitingPlace: 1 });
    // Moving up is no change of the booking: the answer to it stands.
    expect(await step('declineBooking', owner, second)).toMatchObject({ state: 'DECLINED' });
  });

  test('asks the owner about whoever is first, and keeps the place for it until then', async () => {
    const truck = await lend({ confirmation: 'OWNER' });
    const asked = await ask(school, truck, [10, 12]);
    expect(asked).toMatchObject({ state: 'REQUESTED', holds: false });
    await answer(owner, CONFIRM, { ...asked });
    const waiting = await ask(clinic, truck, [10, 12], { waitIfTaken: true });
    const behind = await ask(world.as('bus-639'), truck, [11, 13], { waitIfTaken: true });
    const confirmed = await read(owner, asked);
    world.clock.set('2026-11-24T09:00:00+08:00');
    await step('cancelBooking', owner, confirmed!);
    const promoted = await read(owner, waiting);
    expect(promoted).toMatchObject({
      state: 'REQUESTED',
      holds: true,
      expiresAt: '2026-11-27T01:00:00.000Z',
    });
    expect(await ask(school, truck, [10, 12])).toMatchObject({ code: 'SPAN_TAKEN' });
    await step('declineBooking', owner, promoted!);
    expect(await read(owner, behind)).toMatchObject({ state: 'REQUESTED', holds: true });
    world.clock.set('2026-11-23T09:00:00+08:00');
  });

  const waitFor = (client: TestClient, truck: string, hours: [number, number]) =>
    ask(client, truck, hours, { waitIfTaken: true });
  const change = async (truck: string, document: string, more: object): Promise<Row> =>
    answer(owner, document, { ...(await answer(owner, OFFER, { id: truck })), ...more });

  test('is given by the terms of that moment, not by those of the asking', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC' });
    const taken = await ask(school, truck, [10, 12]);
    const [long, short] = [
      await waitFor(clinic, truck, [10, 12]),
      await waitFor(world.as('bus-639'), truck, [10, 11]),
    ];
    const exceptions = [{ day: SATURDAY, spans: [{ from: '08:00', to: '11:00' }] }];
    await change(truck, EXCEPT, { exceptions });
    await step('cancelBooking', school, taken);
    // Outside the hours it waits on: they may come back.
    expect(await read(clinic, long)).toMatchObject({ state: 'WAITLISTED', waitingPlace: 1 });
    const given = await read(owner, short);
    expect(given).toMatchObject({ state: 'CONFIRMED' });
    await step('cancelBooking', owner, given!);
    await change(truck, CHANGE, { input: { confirmation: 'OWNER', requestsHold: true } });
    await change(truck, EXCEPT, { exceptions: [] });
    expect(await read(owner, long)).toMatchObject({ state: 'REQUESTED', holds: true });
  });

  test('is not promised by itself when the owner has less time than it wants', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC', leadTimeMinutes: 2880 });
    const taken = await ask(school, truck, [10, 12]);
    const waiting = await waitFor(clinic, truck, [10, 12]);
    world.clock.set('2026-11-27T09:00:00+08:00');
    await step('cancelBooking', school, taken);
    const asked = await read(owner, waiting);
    expect(asked).toMatchObject({ state: 'REQUESTED', holds: true, expiresAt: '2026-11-28T02:00:00.000Z' });
    expect(await answer(owner, CONFIRM, { ...asked })).toMatchObject({ booking: { state: 'CONFIRMED' } });
    world.clock.set('2026-11-23T09:00:00+08:00');
  });

  test('goes to those who wait before newcomers when a smaller gap lets them in', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC', bufferBeforeMinutes: 60 });
    await ask(school, truck, [10, 12]);
    const waiting = await waitFor(clinic, truck, [8, 10]);
    await change(truck, CHANGE, { input: { title: '登高车' } });
    expect(await read(clinic, waiting)).toMatchObject({ state: 'WAITLISTED' });
    await change(truck, CHANGE, { input: { bufferBeforeMinutes: 0 } });
    expect(await read(clinic, waiting)).toMatchObject({ state: 'CONFIRMED' });
  });

  test('shows the owner the rivals before it says yes, and lets them wait', async () => {
    const truck = await lend({ confirmation: 'OWNER' });
    const asked = await ask(school, truck, [10, 12]);
    const rival = await ask(clinic, truck, [11, 13]);
    await ask(clinic, truck, [13, 14]);
    expect(await read(owner, asked)).toMatchObject({ beats: [{ id: rival.id }] });
    expect(await read(school, asked)).toMatchObject({ beats: [] });
    expect(await read(world.as('southeast-committee'), asked)).toMatchObject({ beats: [] });
    expect(await answer(owner, CONFIRM, { ...asked, rivals: 'WAITLIST' })).toMatchObject({
      booking: { state: 'CONFIRMED' },
      rivals: [{ id: rival.id, state: 'WAITLISTED', waitingPlace: 1 }],
    });
    expect(await step('withdrawBooking', clinic, (await read(clinic, rival))!)).toMatchObject({
      state: 'WITHDRAWN',
      waitingPlace: null,
    });
  });

  test('can be kept by a request until it is answered', async () => {
    const truck = await lend({ confirmation: 'OWNER', requestsHold: true });
    const asked = await ask(school, truck, [10, 12]);
    expect(asked).toMatchObject({ state: 'REQUESTED', holds: true });
    expect(await ask(clinic, truck, [11, 13])).toMatchObject({ code: 'SPAN_TAKEN' });
    expect(await step('withdrawBooking', school, asked)).toMatchObject({ state: 'WITHDRAWN', holds: false });
    expect(await ask(clinic, truck, [11, 13])).toMatchObject({ state: 'REQUESTED', holds: true });
  });

  test('is had for less time at once, and for another time when the owner agrees', async () => {
    const truck = await lend({ confirmation: 'OWNER' });
    const asked = await ask(school, truck, [10, 14]);
    await answer(owner, CONFIRM, { ...asked });
    const confirmed = (await read(school, asked))!;
    const waiting = await ask(clinic, truck, [13, 14], { waitIfTaken: true });
    const shorter = await answer(school, MOVE, { ...confirmed, ...span(10, 12) });
    expect(shorter).toMatchObject({ id: asked.id, state: 'CONFIRMED', endsAt: '2026-11-28T04:00:00.000Z' });
    expect(await read(clinic, waiting)).toMatchObject({ state: 'REQUESTED', holds: true });

    const moved = await answer(school, MOVE, { ...shorter, ...span(11, 13) });
    expect(moved).toMatchObject({ state: 'REQUESTED', replaces: { id: asked.id } });
    expect(await ask(clinic, truck, [10, 11])).toMatchObject({ code: 'SPAN_TAKEN' });
    await step('declineBooking', owner, moved);
    expect(await read(school, asked)).toMatchObject({ state: 'CONFIRMED' });
    const again = await answer(school, MOVE, { ...shorter, ...span(8, 9) });
    await answer(owner, CONFIRM, { ...again });
    expect(await read(school, asked)).toMatchObject({ state: 'CANCELLED', reason: 'MOVED' });
    expect(await read(school, again)).toMatchObject({
      state: 'CONFIRMED',
      requesterContact: { phone: '13812345678' },
    });
  });

  test('is kept after all: what would have moved it is withdrawn with the way back', async () => {
    const truck = await lend({ confirmation: 'OWNER' });
    const asked = await ask(school, truck, [10, 14]);
    await answer(owner, CONFIRM, { ...asked });
    const confirmed = (await read(school, asked))!;
    const wish = await answer(school, MOVE, { ...confirmed, ...span(15, 17) });
    expect(await answer(school, MOVE, { ...confirmed, ...span(10, 14) })).toMatchObject({
      id: asked.id,
      version: confirmed.version,
      state: 'CONFIRMED',
    });
    expect(await read(school, wish)).toMatchObject({ state: 'WITHDRAWN', reason: 'MOVED' });
    const another = await answer(school, MOVE, { ...confirmed, ...span(15, 17) });
    const shorter = await answer(school, MOVE, { ...confirmed, ...span(10, 12) });
    expect(shorter).toMatchObject({ id: asked.id, state: 'CONFIRMED', endsAt: '2026-11-28T04:00:00.000Z' });
    expect(await read(school, another)).toMatchObject({ state: 'WITHDRAWN', reason: 'MOVED' });
    const { errors } = await school.tryAsk(MOVE, { ...shorter, ...span(10, 12) });
    expect(errors?.[0]?.message).toContain('That is its time already.');
  });

  test('is moved to when it falls free, and what the mover leaves goes to the next', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC' });
    const [early, late] = [await ask(school, truck, [10, 12]), await ask(clinic, truck, [13, 15])];
    const next = await ask(world.as('bus-639'), truck, [11, 12], { waitIfTaken: true });
    const wish = await answer(school, MOVE, { ...early, ...span(13, 15), waitIfTaken: true });
    expect(wish).toMatchObject({ state: 'WAITLISTED', waitingPlace: 1, replaces: { id: early.id } });
    expect(await read(school, early)).toMatchObject({ state: 'CONFIRMED' });
    await step('cancelBooking', owner, late);
    expect(await read(school, wish)).toMatchObject({ state: 'CONFIRMED' });
    expect(await read(school, early)).toMatchObject({ state: 'CANCELLED', reason: 'MOVED' });
    expect(await read(owner, next)).toMatchObject({ state: 'CONFIRMED' });
  });

  test('takes new words without a new answer', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC' });
    const booked = await ask(school, truck, [10, 12]);
    const input = { purpose: '消防演练', heads: 30, contactPhone: '13900000000' };
    expect(await answer(school, UPDATE, { ...booked, input })).toMatchObject({
      state: 'CONFIRMED',
      purpose: '消防演练',
    });
    expect(await read(owner, booked)).toMatchObject({ requesterContact: { phone: '13900000000' } });
    const { version } = (await read(owner, booked))!;
    expect(await answer(school, UPDATE, { ...booked, version, input: {} })).toMatchObject({ version });
    const refused = await owner.tryAsk(UPDATE, { ...booked, version: booked.version + 1, input });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('is taken back by the committee in an emergency, with a reason and other times', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC' });
    const committee = world.as('southeast-committee');
    const reason = '12号楼进水，排涝急用';
    const booked = await ask(school, truck, [10, 12]);
    const waiting = await ask(clinic, truck, [10, 12], { waitIfTaken: true });
    const ownUse = { purpose: '抢险' };
    const { booking, emergency } = await answer<{ booking: Row; emergency: Row }>(committee, DISPLACE, {
      ...booked,
      reason,
      ownUse,
    });
    expect(booking).toMatchObject({ state: 'DISPLACED', reason: 'EMERGENCY', remark: reason });
    expect(emergency).toMatchObject({
      state: 'CONFIRMED',
      requester: { code: 'southeast-committee' },
      purpose: '抢险',
    });
    const displaced = (await read(school, booked))!;
    expect(displaced.proposedSpans[0]).toEqual({
      startsAt: '2026-11-28T04:00:00.000Z',
      endsAt: '2026-11-28T06:00:00.000Z',
    });
    expect(displaced.chatText).toMatch(
      /^【预约让出】.+已让出（因应急需要）.+说明：12号楼进水，排涝急用\n可改约：2026年11月28日（星期六）12:00–14:00/s,
    );

    const free = await answer<{ emergency: null }>(committee, DISPLACE, { ...emergency, reason });
    expect(free.emergency).toBeNull();
    expect(await read(clinic, waiting)).toMatchObject({ state: 'WAITLISTED' });
  });

  test('is not taken back by the committee of another network, nor by a liaison', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC' });
    const far = await ask(world.as('riverside-property'), truck, [10, 12], { network: 'riverside' });
    const codeOf = async (client: TestClient, booking: Row, reason = '急用'): Promise<unknown> =>
      (await client.tryAsk(DISPLACE, { ...booking, reason })).errors?.[0]?.extensions.code;
    expect(await codeOf(world.as('southeast-committee'), far)).toBe('NOT_FOUND');
    expect(await codeOf(owner, far)).toBe('FORBIDDEN');
    // A committee that lends, or borrows, sees bookings that were not made through its network.
    expect(await codeOf(world.as('riverside-committee'), far, ' ')).toBe('BAD_USER_INPUT');
  });

  test('cannot be moved to where it is, nor to an end before its start', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC', leadTimeMinutes: 60 });
    const booked = await ask(school, truck, [10, 12]);
    for (const [wrong, path] of [
      [span(10, 12), 'startsAt'],
      [span(12, 10), 'endsAt'],
    ] as const) {
      const { errors } = await school.tryAsk(MOVE, { ...booked, ...wrong });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    }
    world.clock.set(`${SATURDAY}T09:30:00+08:00`);
    expect(await answer(school, MOVE, { ...booked, ...span(10, 11) })).toMatchObject({ code: 'RULE_BROKEN' });
    world.clock.set('2026-11-23T09:00:00+08:00');
  });

  test('is waited for by a unit that has only rung up', async () => {
    const truck = await lend({ confirmation: 'AUTOMATIC' });
    const booked = await ask(school, truck, [10, 12]);
    const wish = { offerId: truck, networkId: world.network('southeast'), ...span(10, 12), purpose: '送诊' };
    const waiting = await answer(world.as('southeast-officer'), REQUEST, {
      input: { ...wish, waitIfTaken: true },
      onBehalfOf: world.unit('clinic'),
    });
    expect(waiting).toMatchObject({ state: 'WAITLISTED', waitingPlace: 1 });
    await step('cancelBooking', school, booked);
    expect(await read(clinic, waiting)).toMatchObject({ state: 'CONFIRMED' });
  });
});
