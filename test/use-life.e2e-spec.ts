import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { queryAsSuperuser } from './support/cluster.js';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id version } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  confirmBooking(id: $id, version: $version) { ... on BookingConfirmation { booking { id version } } }
}`;
const DECLINE = `mutation ($id: ID!, $version: Int!) { declineBooking(id: $id, version: $version) { __typename } }`;
const ANSWER = `__typename
  ... on Refusal { message }
  ... on Booking { id version state use { handedOverAt returnedAt heads amount kwh assumed }
    noShow { standing contestUntil contest rulingRemark } feedback { marks comment unit { code } } }`;
const step = (field: string, declared = '', passed = ''): string =>
  `mutation ($id: ID!, $version: Int! ${declared}) { done: ${field}(id: $id, version: $version ${passed}) { ${ANSWER} } }`;
const HAND_OVER = step('noteHandOver', '$at: DateTime, $onBehalfOf: ID', 'at: $at, onBehalfOf: $onBehalfOf');
const UNDO = step('undoHandOver');
const RETURN = step(
  'noteReturn',
  '$handedOverAt: DateTime, $returnedAt: DateTime, $heads: Int, $amount: Decimal, $kwh: Decimal',
  'handedOverAt: $handedOverAt, returnedAt: $returnedAt, heads: $heads, amount: $amount, kwh: $kwh',
);
const DISPLACE = `mutation ($id: ID!, $version: Int!) {
  done: displaceBooking(id: $id, version: $version, reason: "排涝", ownUse: { purpose: "抢险" }) {
    __typename ... on BookingDisplacement { booking { state } emergency { state } } } }`;
const FOUND = `query ($id: ID!) { booking(id: $id) { id version state } }`;
const NO_SHOW = step('recordNoShow', '$remark: String', 'remark: $remark');
const CONTEST = step('contestNoShow', '$remark: String!', 'remark: $remark');
const RULE = step(
  'ruleOnNoShow',
  '$ruling: NoShowDecision!, $remark: String!',
  'ruling: $ruling, remark: $remark',
);
const FEEDBACK = step('giveFeedback', '$marks: Int!, $comment: String', 'marks: $marks, comment: $comment');
const RECORD = `mutation ($input: RecordBookingInput!) { recordBooking(input: $input) { ... on Booking { use { amount assumed } } } }`;
const CREATE = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { id version } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
  publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename } }`;
const ACCOUNT = `{ contributions { edges { node {
  measure amount sixtieths assumed isCounterEntry booking { id } unit { code } requester { code } network { code }
} } } }`;
const TOTALS = `{ contributionTotals(filter: { from: "2026-11-01", to: "2027-01-01" }) { edges { node { month measure amount sixtieths unit { code } network { code } } } } }`;
const FIGURES = `query ($id: ID!) { node(id: $id) { ... on Offer {
  lending(from: "2026-12-01T00:00:00+08:00", to: "2027-01-01T00:00:00+08:00") { ...figures } } ... on Unit {
  lending(from: "2026-12-01T00:00:00+08:00", to: "2027-01-01T00:00:00+08:00") { ...figures } } } }
  fragment figures on LendingFigures { requests answers medianAnswerMinutes declines { reason count } uses usedMinutes openMinutes utilisation noShows }`;
const ANSWERS = `query ($id: ID!) { node(id: $id) { ... on Offer {
  lending(from: "2027-05-01T00:00:00+08:00", to: "2027-06-01T00:00:00+08:00") { answers medianAnswerMinutes } } } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }`;
const MONTHS = `{ lendingByMonth(filter: { from: "2026-12-01", to: "2027-01-01" }) { edges { node { month requests answers medianAnswerMinutes declines { reason count } uses usedMinutes openMinutes utilisation noShows unit { code } network { code } } } } }`;

interface Thing {
  id: string;
  version: number;
}
type Page = { edges: { node: object }[] };

/** The fleet's coach in December: used, late, not used, disputed, and what that comes to. */
describe('from hand-over to the account', () => {
  let world: World;
  let fleet: TestClient;
  let clinic: TestClient;
  let secretary: TestClient;
  let bus: string;
  let day = 0;

  beforeAll(async () => {
    world = await startWorld();
    [fleet, clinic, secretary] = [world.as('bus-639'), world.as('clinic'), world.as('southeast-committee')];
    const hours = [{ days: 'EVERY', from: '08:00', to: '18:00' }];
    bus = await world.offer('bus-45', { hours, leadTimeMinutes: 0 });
  });

  afterAll(() => world.close());

  /** From 10 to 12 on the next day of December, for 40 heads; three hours pass until the answer. */
  const book = async (answer = CONFIRM): Promise<Thing & { at: (time: string) => string }> => {
    const date = `2026-12-${String(++day).padStart(2, '0')}`;
    const at = (time: string): string => new Date(`${date}T${time}:00+08:00`).toISOString();
    world.clock.set(new Date(Date.parse(at('08:00')) - 5 * 86_400_000));
    const span = { startsAt: at('10:00'), endsAt: at('12:00') };
    const input = {
      offerId: bus,
      networkId: world.network('southeast'),
      ...span,
      purpose: '送诊',
      heads: 40,
    };
    const { requestBooking } = await clinic.ask<{ requestBooking: Thing }>(REQUEST, { input });
    world.clock.advance(3 * 3_600_000);
    const answered = await fleet.ask<{ confirmBooking?: { booking: Thing } }>(answer, requestBooking);
    return { ...(answered.confirmBooking?.booking ?? requestBooking), at };
  };
  const say = async (client: TestClient, document: string, thing: Thing, more: object = {}) =>
    (await client.ask<{ done: Thing }>(document, { id: thing.id, version: thing.version, ...more })).done;
  const faultOf = async (client: TestClient, document: string, { id, version }: Thing, more: object = {}) => {
    const { errors } = await client.tryAsk(document, { id, version, ...more });
    return errors?.[0]?.extensions;
  };
  const runAll = async (): Promise<void> => {
    await queryAsSuperuser(
      'UPDATE graphile_worker._private_jobs SET run_at = now()',
      world.api.database.name,
    );
    const runner = world.api.app.get(JobRunner);
    await runner.runDue({ url: world.api.database.appUrl, log: pino({ level: 'silent' }) });
  };
  const list = async (client: TestClient, document: string): Promise<object[]> =>
    Object.values(await client.ask<Record<string, Page>>(document)).flatMap(({ edges }) =>
      edges.map(({ node }) => node),
    );

  it('either side notes it, the last word counts, and the account is corrected by counter-entries', async () => {
    const booking = await book();
    const { at } = booking;
    expect(await faultOf(clinic, HAND_OVER, booking)).toMatchObject({ fields: [{ path: 'at' }] });
    world.clock.set(at('10:10'));
    expect(await faultOf(clinic, HAND_OVER, booking, { at: at('10:11') })).toMatchObject({
      fields: [{ path: 'at' }],
    });
    const taken = await say(clinic, HAND_OVER, booking);
    expect(taken).toMatchObject({ state: 'IN_USE', use: { handedOverAt: at('10:10'), returnedAt: null } });
    expect(await say(fleet, HAND_OVER, booking)).toMatchObject({ __typename: 'StaleVersion' });
    world.clock.set(at('12:30'));
    const late = { returnedAt: at('12:31') };
    expect(await faultOf(fleet, RETURN, taken, late)).toMatchObject({ fields: [{ path: 'returnedAt' }] });
    expect(await faultOf(fleet, RETURN, taken, { amount: '3' })).toMatchObject({
      fields: [{ path: 'amount' }],
    });
    const returned = await say(fleet, RETURN, taken);
    expect(returned).toMatchObject({
      state: 'COMPLETED',
      use: { handedOverAt: at('10:10'), returnedAt: at('12:30'), heads: 40, assumed: false },
    });
    const corrected = await say(clinic, RETURN, returned, { heads: 31 });
    expect(corrected).toMatchObject({ use: { returnedAt: at('12:30'), heads: 31 } });
    const entry = { booking: { id: booking.id }, unit: { code: 'bus-639' }, requester: { code: 'clinic' } };
    const account = await list(fleet, ACCOUNT);
    expect(account).toHaveLength(4);
    expect(account).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...entry, measure: 'HOURS', amount: '2.33', sixtieths: '140' }),
        expect.objectContaining({ measure: 'HEAD_HOURS', sixtieths: '5600', isCounterEntry: false }),
        expect.objectContaining({ measure: 'HEAD_HOURS', sixtieths: '-5600', isCounterEntry: true }),
        expect.objectContaining({ measure: 'HEAD_HOURS', sixtieths: '4340', network: { code: 'southeast' } }),
      ]),
    );
  });

  it('entries are read by the lender and its committee, sums by the steward too, neither by others', async () => {
    const sum = { month: '2026-12-01', unit: { code: 'bus-639' }, network: { code: 'southeast' } };
    const sums = expect.arrayContaining([
      { ...sum, measure: 'HOURS', amount: '2.33', sixtieths: '140' },
      { ...sum, measure: 'HEAD_HOURS', amount: '72.33', sixtieths: '4340' },
    ]);
    for (const account of ['southeast-committee', 'southeast-officer'])
      expect(await list(world.as(account), ACCOUNT)).toHaveLength(4);
    for (const account of ['bus-639', 'southeast-officer', 'zhoupu-steward'])
      expect(await list(world.as(account), TOTALS)).toEqual(sums);
    for (const account of ['clinic', 'riverside-committee', 'food-market', 'zhoupu-steward', 'resident-1'])
      expect([account, await list(world.as(account), ACCOUNT)]).toEqual([account, []]);
    for (const account of ['clinic', 'riverside-committee', 'food-market', 'resident-1'])
      expect([account, await list(world.as(account), TOTALS)]).toEqual([account, []]);
  });

  it('without a note it counts as used as booked, 24 hours after its end', async () => {
    const booking = await book();
    const { at } = booking;
    const read = async () =>
      (
        await clinic.ask<{ node: object }>(
          `query ($id: ID!) { node(id: $id) { ${ANSWER.replace('... on Refusal { message }', '')} } }`,
          { id: booking.id },
        )
      ).node;
    world.clock.set(new Date(Date.parse(at('12:00')) + 86_399_000));
    await runAll();
    expect(await read()).toMatchObject({ state: 'CONFIRMED', use: null });
    world.clock.advance(1_000);
    await runAll();
    expect(await read()).toMatchObject({
      state: 'COMPLETED',
      use: { handedOverAt: at('10:00'), returnedAt: at('12:00'), heads: 40, assumed: true },
    });
    await runAll();
    expect(await read()).toMatchObject({ version: booking.version + 1 });
  });

  it('a no-show is recorded by the owner, contested by the requester, ruled on by the secretary', async () => {
    const booking = await book();
    expect(await say(fleet, NO_SHOW, booking)).toMatchObject({ __typename: 'WrongState' });
    world.clock.set(booking.at('10:20'));
    expect(await faultOf(clinic, NO_SHOW, booking)).toMatchObject({ code: 'FORBIDDEN' });
    const recorded = await say(fleet, NO_SHOW, booking, { remark: '空等' });
    // Thursday the 3rd: three working days on it is Tuesday.
    const contestUntil = '2026-12-08T02:20:00.000Z';
    expect(recorded).toMatchObject({
      state: 'NO_SHOW',
      noShow: { standing: 'RECORDED', contestUntil },
      use: null,
    });
    const ruling = { ruling: 'OVERTURNED', remark: '有照片' };
    expect(await say(secretary, RULE, recorded, ruling)).toMatchObject({ __typename: 'WrongState' });
    expect(await faultOf(fleet, CONTEST, recorded, { remark: '来过' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await faultOf(clinic, CONTEST, recorded, { remark: ' ' })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const contested = await say(clinic, CONTEST, recorded, { remark: '来过' });
    expect(contested).toMatchObject({ state: 'NO_SHOW', noShow: { standing: 'CONTESTED', contest: '来过' } });
    for (const account of ['southeast-officer', 'clinic'])
      expect(await faultOf(world.as(account), RULE, contested, ruling)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await faultOf(world.as('riverside-committee'), RULE, contested, ruling)).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await say(secretary, RULE, contested, ruling)).toMatchObject({
      state: 'COMPLETED',
      noShow: { standing: 'OVERTURNED', rulingRemark: '有照片' },
      use: { assumed: true, heads: 40 },
    });
  });

  it('what is upheld stands; what the owner recorded by mistake it takes back', async () => {
    const [first, second] = [await book(), await book()];
    world.clock.set(second.at('13:00'));
    const contested = await say(clinic, CONTEST, await say(fleet, NO_SHOW, first), { remark: '来过' });
    const upheld = await say(secretary, RULE, contested, { ruling: 'UPHELD', remark: '无人' });
    expect(upheld).toMatchObject({ state: 'NO_SHOW', noShow: { standing: 'UPHELD' } });
    expect(await say(fleet, RETURN, upheld)).toMatchObject({ __typename: 'WrongState' });
    const recorded = await say(fleet, NO_SHOW, second);
    expect(await say(clinic, RETURN, recorded)).toMatchObject({ __typename: 'WrongState' });
    const taken = await say(fleet, RETURN, recorded, { returnedAt: second.at('11:00') });
    expect(taken).toMatchObject({ state: 'COMPLETED', noShow: { standing: 'TAKEN_BACK' } });
    expect(await say(fleet, NO_SHOW, taken)).toMatchObject({ __typename: 'WrongState' });
  });

  it('a committee notes for either side; the unit reads that and corrects it', async () => {
    const booking = await book();
    world.clock.set(booking.at('10:05'));
    const officer = world.as('southeast-officer');
    expect(await faultOf(officer, HAND_OVER, booking)).toMatchObject({ code: 'FORBIDDEN' });
    const noted = await say(officer, HAND_OVER, booking, { onBehalfOf: world.unit('clinic') });
    expect(noted).toMatchObject({ state: 'IN_USE' });
    const told = await list(clinic, `{ recordedForUs { edges { node { act part manner } } } }`);
    expect(told).toContainEqual({ act: 'IN_USE', part: 'Booking', manner: 'ON_BEHALF' });
    expect(await say(clinic, HAND_OVER, noted, { at: booking.at('10:00') })).toMatchObject({
      use: { handedOverAt: booking.at('10:00') },
    });
  });

  it('both sides say once how it went, when it is over', async () => {
    const booking = await book();
    world.clock.set(booking.at('12:00'));
    const marks = { marks: 4, comment: '准时' };
    expect(await say(clinic, FEEDBACK, booking, marks)).toMatchObject({ __typename: 'WrongState' });
    const over = await say(fleet, RETURN, booking);
    expect(await faultOf(clinic, FEEDBACK, over, { marks: 6 })).toMatchObject({
      fields: [{ path: 'marks' }],
    });
    expect(await faultOf(secretary, FEEDBACK, over, marks)).toMatchObject({ code: 'FORBIDDEN' });
    const said = { feedback: [{ ...marks, unit: { code: 'clinic' } }] };
    expect(await say(clinic, FEEDBACK, over, marks)).toMatchObject(said);
    expect(await say(clinic, FEEDBACK, over, marks)).toMatchObject({ __typename: 'WrongState' });
    world.clock.advance(1_000);
    expect(await say(fleet, FEEDBACK, over, { marks: 5 })).toMatchObject({
      feedback: [...said.feedback, { marks: 5, comment: null, unit: { code: 'bus-639' } }],
    });
  });

  it('figures are told by offer and by unit, and to the steward without a booking', async () => {
    await book(DECLINE);
    world.clock.set('2027-01-02T12:00:00+08:00');
    await runAll();
    // Eight were asked for and answered after three hours each; one was declined, one not used.
    const figures = {
      requests: 8,
      answers: 8,
      medianAnswerMinutes: '180.0',
      declines: [{ reason: 'OWNER_DECLINED', count: 1 }],
      uses: 6,
      usedMinutes: 140 + 120 + 120 + 60 + 120 + 120,
      openMinutes: 31 * 600,
      // Of the late return only what was booked.
      utilisation: '0.0349',
      noShows: 1,
    };
    const seen = async (account: string, id: string) =>
      (await world.as(account).ask<{ node: { lending: object | null } | null }>(FIGURES, { id })).node
        ?.lending;
    for (const account of ['bus-639', 'southeast-committee'])
      for (const id of [bus, world.unit('bus-639')])
        expect([account, await seen(account, id)]).toEqual([account, figures]);
    expect(await seen('riverside-committee', bus)).toMatchObject({
      requests: 0,
      uses: 0,
      utilisation: '0.0000',
    });
    for (const account of ['clinic', 'zhoupu-steward']) expect(await seen(account, bus)).toBeNull();
    const month = { month: '2026-12-01', unit: { code: 'bus-639' }, network: { code: 'southeast' } };
    for (const account of ['bus-639', 'southeast-committee', 'zhoupu-steward'])
      expect(await list(world.as(account), MONTHS)).toEqual([{ ...figures, ...month }]);
    for (const account of ['clinic', 'riverside-committee', 'resident-1'])
      expect(await list(world.as(account), MONTHS)).toEqual([]);
  });

  it('a hand-over is noted shortly before, taken back by who noted it, and holds neither a no-show nor an emergency up', async () => {
    const bus2 = await lend(fleet, {
      title: '面包车',
      facts: { vehicle: { seats: 9, driverIncluded: true } },
    });
    const [first, second, third] = [
      await borrow(bus2, '2027-02-01', '10:00', '12:00'),
      await borrow(bus2, '2027-02-01', '13:00', '15:00'),
      await borrow(bus2, '2027-02-01', '16:00', '18:00'),
    ];
    world.clock.set('2027-02-01T07:59:00+08:00');
    expect(await faultOf(clinic, HAND_OVER, first)).toMatchObject({ fields: [{ path: 'at' }] });
    world.clock.advance(60_000);
    const taken = await say(clinic, HAND_OVER, first);
    expect(await faultOf(fleet, UNDO, taken)).toMatchObject({ code: 'FORBIDDEN' });
    const undone = await say(clinic, UNDO, taken);
    expect(undone).toMatchObject({ state: 'CONFIRMED', use: null });
    expect(await say(clinic, UNDO, undone)).toMatchObject({ __typename: 'WrongState' });

    const again = await say(clinic, HAND_OVER, undone);
    world.clock.set('2027-02-01T13:10:00+08:00');
    expect(await say(fleet, NO_SHOW, again)).toMatchObject({ state: 'NO_SHOW', use: null });
    const owners = await say(fleet, HAND_OVER, await say(clinic, HAND_OVER, second));
    expect(await say(fleet, NO_SHOW, owners)).toMatchObject({ __typename: 'WrongState' });
    expect(await faultOf(clinic, UNDO, owners)).toMatchObject({ code: 'FORBIDDEN' });
    world.clock.set('2027-02-01T15:00:00+08:00');
    const inUse = await say(clinic, HAND_OVER, third);
    expect(await say(secretary, DISPLACE, inUse)).toMatchObject({
      booking: { state: 'DISPLACED' },
      emergency: { state: 'CONFIRMED' },
    });
  });

  it('what falls free by an early return or a no-show is had by those who wait, and can be recorded', async () => {
    const van = await lend(fleet, {
      title: '小客车',
      facts: { vehicle: { seats: 9, driverIncluded: true } },
    });
    const [early, late] = [
      await borrow(van, '2027-03-01', '08:00', '12:00'),
      await borrow(van, '2027-03-01', '13:00', '16:00'),
    ];
    const [next, after] = [
      await borrow(van, '2027-03-01', '10:00', '11:00', true),
      await borrow(van, '2027-03-01', '14:00', '15:00', true),
    ];
    world.clock.set('2027-03-01T09:00:00+08:00');
    const back = await say(clinic, RETURN, early);
    expect(await clinic.ask(FOUND, { id: next.id })).toMatchObject({ booking: { state: 'CONFIRMED' } });
    // The last word may be a later one; what has been given away meanwhile stays so.
    world.clock.set('2027-03-01T13:30:00+08:00');
    expect(await say(fleet, RETURN, back, { returnedAt: '2027-03-01T10:30:00+08:00' })).toMatchObject({
      state: 'COMPLETED',
    });
    await say(fleet, NO_SHOW, late);
    expect(await clinic.ask(FOUND, { id: after.id })).toMatchObject({ booking: { state: 'CONFIRMED' } });
    const past = { startsAt: '2027-03-01T13:00:00+08:00', endsAt: '2027-03-01T13:30:00+08:00' };
    const input = { offerId: van, networkId: world.network('southeast'), purpose: '急送', ...past };
    const { recordBooking } = await fleet.ask<{ recordBooking: object }>(RECORD, {
      input: { ...input, requesterId: world.unit('food-market') },
    });
    expect(recordBooking).toMatchObject({ use: { assumed: false } });
  });

  it('nothing is noted beyond what was booked, and a wrong figure can be taken back', async () => {
    const facts = { powerSupply: { voltage: 380, phases: 3, maxLoadKw: '60', electricianNeeded: false } };
    const [power, van] = [
      await lend(fleet, { title: '充电桩', facts }),
      await lend(fleet, { title: '九座车', facts: { vehicle: { seats: 9, driverIncluded: true } } }),
    ];
    const [used, ride, own] = [
      await borrow(power, '2027-04-01', '10:00', '12:00', false, { amount: '20' }),
      await borrow(van, '2027-04-01', '10:00', '12:00', false, { heads: 500 }),
      await borrow(van, '2027-04-01', '13:00', '14:00', false, {}, fleet),
    ];
    world.clock.set('2027-04-01T14:00:00+08:00');
    const times = { returnedAt: '2027-04-01T12:00:00+08:00' };
    for (const [wrong, path] of [
      [{ amount: '20.001' }, 'amount'],
      [{ kwh: '40.001' }, 'kwh'],
    ] as const)
      expect(await faultOf(clinic, RETURN, used, { ...times, ...wrong })).toMatchObject({
        fields: [{ path }],
      });
    const metered = await say(clinic, RETURN, used, { ...times, amount: '20.0', kwh: '40' });
    expect(await say(clinic, RETURN, metered, { kwh: null })).toMatchObject({ use: { kwh: null } });
    expect(await faultOf(clinic, RETURN, ride, { ...times, heads: 501 })).toMatchObject({
      fields: [{ path: 'heads' }],
    });
    const ridden = await say(clinic, RETURN, ride, times);
    await say(fleet, RETURN, own);
    const entries = async (): Promise<unknown[]> =>
      (await list(fleet, ACCOUNT))
        .map((entry) => entry as { booking: Thing; measure: string; sixtieths: string })
        .filter(({ booking }) => [ride.id, own.id].includes(booking.id))
        .map(({ measure, sixtieths }) => `${measure} ${sixtieths}`)
        .toSorted();
    // Whatever was asked for: nine seats for two hours. And what a unit books of its own it has lent to nobody.
    expect(await entries()).toEqual(['HEAD_HOURS 1080', 'HOURS 120']);
    expect(await say(clinic, RETURN, ridden, { heads: null })).toMatchObject({ use: { heads: null } });
    expect(await entries()).toEqual(['HEAD_HOURS -1080', 'HEAD_HOURS 1080', 'HOURS 120']);
  });

  it('answers are timed from when they could be given, and an emergency is none', async () => {
    const van = await lend(fleet, {
      title: '轮候车',
      confirmation: 'OWNER',
      facts: { vehicle: { seats: 9, driverIncluded: true } },
    });
    const asked = await borrow(van, '2027-05-03', '10:00', '12:00');
    const { confirmBooking } = await fleet.ask<{ confirmBooking: { booking: Thing } }>(CONFIRM, { ...asked });
    const waiting = await borrow(van, '2027-05-03', '10:00', '12:00', true);
    world.clock.advance(600 * 60_000);
    const { booking } = confirmBooking;
    await clinic.ask(CANCEL, { ...booking });
    world.clock.advance(60 * 60_000);
    const { booking: moved } = await fleet.ask<{ booking: Thing }>(FOUND, { id: waiting.id });
    const confirmed = await fleet.ask<{ confirmBooking: { booking: Thing } }>(CONFIRM, { ...moved });
    await say(secretary, DISPLACE, confirmed.confirmBooking.booking);
    const figures = async (): Promise<unknown> =>
      (await fleet.ask<{ node: { lending: object } }>(ANSWERS, { id: van })).node.lending;
    expect(await figures()).toEqual({ answers: 0, medianAnswerMinutes: null });
    const late = await borrow(van, '2027-05-03', '13:00', '15:00');
    const sure = await fleet.ask<{ confirmBooking: { booking: Thing } }>(CONFIRM, { ...late });
    const behind = await borrow(van, '2027-05-03', '14:00', '16:00', true);
    world.clock.advance(600 * 60_000);
    await clinic.ask(CANCEL, { ...sure.confirmBooking.booking });
    world.clock.advance(60 * 60_000);
    await fleet.ask(CONFIRM, { ...(await fleet.ask<{ booking: Thing }>(FOUND, { id: behind.id })).booking });
    expect(await figures()).toEqual({ answers: 1, medianAnswerMinutes: '60.0' });
  });

  it('power and pieces count as they were booked, unless somebody notes otherwise', async () => {
    world.clock.set('2027-01-04T08:00:00+08:00');
    const institute = world.as('computing-institute');
    const facts = { equipment: { quantity: 10, measure: '张' } };
    const tables = await lend(institute, { title: '折叠桌', facts });
    const maxLoadKw = '60';
    const power = await lend(institute, {
      title: '配电',
      facts: { powerSupply: { voltage: 380, phases: 3, maxLoadKw, electricianNeeded: false } },
    });
    const at = (time: string): string => new Date(`2027-01-05T${time}:00+08:00`).toISOString();
    const wish = (offerId: string, amount: string, from: string, to: string): object => ({
      offerId,
      networkId: world.network('southeast'),
      startsAt: at(from),
      endsAt: at(to),
      purpose: '义诊',
      amount,
    });
    const ask = async (input: object): Promise<Thing> =>
      (await clinic.ask<{ requestBooking: Thing }>(REQUEST, { input })).requestBooking;
    const [unnoted, noted, lent] = [
      await ask(wish(power, '45.5', '10:00', '12:00')),
      await ask(wish(power, '20', '12:00', '14:00')),
      await ask(wish(tables, '4', '10:00', '12:00')),
    ];
    world.clock.set(at('13:30'));
    expect(await faultOf(institute, RETURN, lent, { amount: '2.5' })).toMatchObject({
      fields: [{ path: 'amount' }],
    });
    expect(await say(institute, RETURN, lent, { returnedAt: at('11:30') })).toMatchObject({
      use: { amount: '4' },
    });
    const back = await say(clinic, RETURN, await say(institute, HAND_OVER, noted, { at: at('12:00') }));
    expect(back).toMatchObject({ use: { amount: '20', kwh: null } });
    await say(institute, RETURN, back, { amount: '18.5' });
    const past = { ...wish(power, '40', '08:00', '09:00'), requesterId: world.unit('clinic') };
    expect(
      (await institute.ask<{ recordBooking: object }>(RECORD, { input: past })).recordBooking,
    ).toMatchObject({ use: { amount: '40', assumed: false } });
    world.clock.set('2027-01-06T12:00:00+08:00');
    await runAll();
    const account = await list(institute, ACCOUNT);
    const entries = account.map((entry) => {
      const { measure, sixtieths, assumed, booking } = entry as Record<string, unknown>;
      return [measure, sixtieths, assumed, (booking as Thing).id === unnoted.id];
    });
    expect(entries).toHaveLength(6);
    expect(entries).toEqual(
      expect.arrayContaining([
        ['PIECE_HOURS', '360', false, false],
        ['KWH', '1800', false, false],
        ['KWH', '-1800', false, false],
        ['KWH', '1665', false, false],
        ['KWH', '2400', false, false],
        ['KWH', '5460', true, true],
      ]),
    );
  });

  /** By the clinic, a week before. */
  async function borrow(
    offerId: string,
    date: string,
    from: string,
    to: string,
    waitIfTaken = false,
    more: object = {},
    client = clinic,
  ): Promise<Thing> {
    if (!waitIfTaken) world.clock.set(new Date(Date.parse(`${date}T08:00:00+08:00`) - 7 * 86_400_000));
    const span = { startsAt: `${date}T${from}:00+08:00`, endsAt: `${date}T${to}:00+08:00` };
    const input = {
      offerId,
      networkId: world.network('southeast'),
      purpose: '送诊',
      ...span,
      waitIfTaken,
      ...more,
    };
    return (await client.ask<{ requestBooking: Thing }>(REQUEST, { input })).requestBooking;
  }

  async function lend(owner: TestClient, terms: object): Promise<string> {
    const hours = [{ days: 'EVERY', from: '00:00', to: '24:00' }];
    const input = { hours, confirmation: 'AUTOMATIC', longestMinutes: 480, leadTimeMinutes: 0, ...terms };
    const { createOffer } = await owner.ask<{ createOffer: Thing }>(CREATE, { input });
    await owner.ask(PUBLISH, { ...createOffer, networkIds: [world.network('southeast')] });
    return createOffer.id;
  }
});
