import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const WINDOW = `from: "2026-12-04T00:00:00+08:00", to: "2026-12-27T00:00:00+08:00"`;
const TOLD = `__typename
  ... on Booking { id version state amount measure overCommitted chatText }
  ... on NotEnoughFree { freeInSpan countedIn freeThatDay { startsAt endsAt } nextFree { startsAt endsAt } }
  ... on AboveCapacity { capacity countedIn }
  ... on Refusal { code message }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { answer: requestBooking(input: $input) { ${TOLD} } }`;
const RECORD = `mutation ($input: RecordBookingInput!, $onBehalfOf: ID) {
  answer: recordBooking(input: $input, onBehalfOf: $onBehalfOf) { ${TOLD} } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { answer: confirmBooking(id: $id, version: $version) {
  __typename ... on BookingConfirmation { booking { state amount measure } rivals { purpose state reason } }
  ... on AboveCapacity { capacity } ... on NotEnoughFree { freeInSpan } } }`;
const RESIZE = `mutation ($id: ID!, $version: Int!, $facts: OfferFactsInput!) {
  answer: updateOffer(id: $id, version: $version, input: { facts: $facts }) { __typename ... on Offer { version } } }`;
const POOL = `query ($id: ID!) { offer(id: $id) { version busy(${WINDOW}) { startsAt endsAt }
  freeAmounts(${WINDOW}) { startsAt endsAt amount } overCommitments(${WINDOW}) { startsAt endsAt used capacity }
  some: free(${WINDOW}) { startsAt endsAt } twenty: free(${WINDOW}, amount: "20") { startsAt endsAt } } }`;
const BOOKINGS = `{ bookings(first: 5) { edges { node { purpose overCommitted auditLines(first: 5) { edges { node { act changes { field before after } } } } } } } }`;

interface Answer {
  answer: { __typename: string; id: string; version: number; chatText: string };
}
interface Pool {
  offer: {
    version: number;
    busy: object[];
    freeAmounts: { amount: string }[];
    overCommitments: object[];
    some: object[];
    twenty: object[];
  };
}

/** The sports lane of the case: 45 of the institute's 60 kilowatts for three weeks. */
describe('a pool', () => {
  let world: World;
  let institute: TestClient;
  let southeast: TestClient;
  let clinic: TestClient;
  let power: string;
  let lane: Answer['answer'];

  beforeAll(async () => {
    world = await startWorld();
    [institute, southeast, clinic] = ['computing-institute', 'southeast-committee', 'clinic'].map((code) =>
      world.as(code),
    ) as [TestClient, TestClient, TestClient];
    power = await world.offer('power-380');
  });
  afterAll(() => world.close());

  const wish = (from: string, to: string, purpose: string, amount?: unknown, offerId = power): object => ({
    offerId,
    networkId: world.network('southeast'),
    startsAt: `${from}:00+08:00`,
    endsAt: `${to}:00+08:00`,
    purpose,
    ...(amount === undefined ? {} : { amount }),
  });
  const ask = async (client: TestClient, input: object): Promise<Answer['answer']> =>
    (await client.ask<Answer>(REQUEST, { input })).answer;
  const confirm = async ({ id, version }: Answer['answer']): Promise<object> =>
    (await institute.ask<Answer>(CONFIRM, { id, version })).answer;
  const look = async (client: TestClient): Promise<Pool['offer']> =>
    (await client.ask<Pool>(POOL, { id: power })).offer;
  const resize = async (maxLoadKw: string): Promise<object> => {
    const facts = { powerSupply: { voltage: 380, phases: 3, maxLoadKw, electricianNeeded: true } };
    const { version } = await look(institute);
    return (await institute.ask<Answer>(RESIZE, { id: power, version, facts })).answer;
  };

  it('lends so many kilowatts, and tells others what is left and not who has the rest', async () => {
    lane = await ask(southeast, wish('2026-12-04T08:00', '2026-12-25T18:00', '体育弄开放用电', '45.0'));
    expect(lane).toMatchObject({ state: 'REQUESTED', amount: '45.0', measure: 'kW', overCommitted: false });
    expect(lane.chatText).toContain('\n数量：45.0 kW');
    expect((await look(clinic)).freeAmounts).toMatchObject([{ amount: '60' }]);
    expect(await confirm(lane)).toMatchObject({
      booking: { state: 'CONFIRMED', amount: '45.0', measure: 'kW' },
      rivals: [],
    });
    const [from, to] = ['2026-12-04T00:00:00.000Z', '2026-12-25T10:00:00.000Z'];
    const [first, last] = ['2026-12-03T16:00:00.000Z', '2026-12-26T16:00:00.000Z'];
    const seen = await look(clinic);
    expect(seen.freeAmounts).toEqual([
      { startsAt: first, endsAt: from, amount: '60' },
      { startsAt: from, endsAt: to, amount: '15' },
      { startsAt: to, endsAt: last, amount: '60' },
    ]);
    expect(seen).toMatchObject({ busy: [], overCommitments: [], some: [{ startsAt: first, endsAt: last }] });
    expect(seen.twenty).toEqual([
      { startsAt: first, endsAt: from },
      { startsAt: to, endsAt: last },
    ]);
  });

  it('refuses what is not left, and says how much is, and where the amount fits', async () => {
    const refused = await ask(clinic, wish('2026-12-25T16:00', '2026-12-25T20:00', '义诊用电', '15.001'));
    expect(refused).toEqual({
      __typename: 'NotEnoughFree',
      code: 'NOT_ENOUGH_FREE',
      message: 'Only 15 kW are free all through that span.',
      freeInSpan: '15',
      countedIn: 'kW',
      freeThatDay: [{ startsAt: '2026-12-25T10:00:00.000Z', endsAt: '2026-12-25T16:00:00.000Z' }],
      nextFree: [{ startsAt: '2026-12-25T10:00:00.000Z', endsAt: '2026-12-25T14:00:00.000Z' }],
    });
    expect(await ask(clinic, wish('2026-12-25T16:00', '2026-12-25T20:00', '义诊用电', '60.001'))).toEqual({
      __typename: 'AboveCapacity',
      code: 'ABOVE_CAPACITY',
      message: 'The whole of it is 60 kW.',
      capacity: '60',
      countedIn: 'kW',
    });
  });

  it('declines of the requests beside it only those that no longer fit', async () => {
    const at = (hour: number): [string, string] => [`2026-12-10T0${hour}:00`, `2026-12-10T0${hour + 1}:00`];
    const taken = await ask(clinic, wish(...at(8), '甲', '10'));
    await ask(clinic, wish(...at(8), '乙', '5'));
    await ask(clinic, wish(...at(8), '丙', '5.5'));
    expect(await confirm(taken)).toMatchObject({
      rivals: [{ purpose: '丙', state: 'DECLINED', reason: 'CLASH' }],
    });
  });

  it.each([
    ['none', undefined],
    ['nothing', '0'],
    ['less than nothing', '-5'],
    ['too fine', '0.0001'],
    ['a word', 'much'],
  ])('takes an amount of %s for bad input, by its path', async (_what, amount) => {
    const input = wish('2026-12-12T08:00', '2026-12-12T09:00', '用电', amount);
    expect(await faultOf(REQUEST, { input })).toEqual(['BAD_USER_INPUT', 'input.amount']);
  });

  it('takes no part of a piece, and no amount of what is lent whole', async () => {
    const tables = await lendTables();
    const half = wish('2026-12-12T08:00', '2026-12-12T09:00', '办席', '2.5', tables);
    expect(await faultOf(REQUEST, { input: half })).toEqual(['BAD_USER_INPUT', 'input.amount']);
    expect(
      await ask(clinic, wish('2026-12-12T08:00', '2026-12-12T09:00', '办席', '2.0', tables)),
    ).toMatchObject({
      amount: '2',
      measure: '张',
    });
    const bus = wish('2026-12-12T10:00', '2026-12-12T12:00', '用车', '1', await world.offer('bus-45'));
    expect(await faultOf(REQUEST, { input: bus })).toEqual(['BAD_USER_INPUT', 'input.amount']);
  });

  it('is looked for beside what is lent whole, of which no amount says anything', async () => {
    const tables = await lendTables();
    const bus = await world.offer('bus-45');
    const free = (amount: string, window = WINDOW) =>
      `{ offers { edges { node { id free(${window}, amount: "${amount}") { startsAt } } } } }`;
    const spansOf = async (document: string, id: string): Promise<object[]> => {
      const { offers } = await clinic.ask<{ offers: { edges: { node: { id: string; free: object[] } }[] } }>(
        document,
      );
      return offers.edges.find(({ node }) => node.id === id)?.node.free ?? [];
    };
    expect((await spansOf(free('1'), bus)).length).toBeGreaterThan(0);
    // Half a table is one table.
    expect(await spansOf(free('0.5'), tables)).toEqual(await spansOf(free('1'), tables));
    expect(await spansOf(free('1000'), tables)).toEqual([]);
  });

  it('made smaller keeps what was promised, tells both sides, and shows its owner where', async () => {
    expect(await resize('50')).toMatchObject({ version: expect.any(Number) });
    const over = {
      startsAt: '2026-12-10T00:00:00.000Z',
      endsAt: '2026-12-10T01:00:00.000Z',
      used: '55',
      capacity: '50',
    };
    expect(await look(institute)).toMatchObject({
      overCommitments: [over],
      busy: [{ startsAt: over.startsAt, endsAt: over.endsAt }],
    });
    expect((await look(southeast)).overCommitments).toEqual([over]);
    expect((await look(clinic)).overCommitments).toEqual([]);
    const { bookings } = await southeast.ask<{ bookings: { edges: { node: object }[] } }>(BOOKINGS);
    const told = bookings.edges.map(({ node }) => node);
    expect(told).toContainEqual(expect.objectContaining({ purpose: '体育弄开放用电', overCommitted: true }));
    expect(JSON.stringify(told)).toContain('{"field":"overCommitted","before":"false","after":"true"}');
    expect(await ask(clinic, wish('2026-12-10T08:00', '2026-12-10T09:00', '再要', '0.001'))).toMatchObject({
      freeInSpan: '0',
    });
    expect(await resize('60')).toMatchObject({ version: expect.any(Number) });
    expect(await look(institute)).toMatchObject({ overCommitments: [], busy: [] });
  });

  it('is recorded after the fact, by a committee on the owner’s behalf too, within what there was', async () => {
    const past = (amount: string): object => ({
      ...wish('2026-11-21T03:10', '2026-11-21T05:20', '抽水', amount),
      requesterId: world.unit('clinic'),
    });
    const record = async (client: TestClient, input: object, onBehalfOf?: string): Promise<object> =>
      (await client.ask<Answer>(RECORD, { input, onBehalfOf })).answer;
    expect(await record(institute, past('40'))).toMatchObject({
      state: 'COMPLETED',
      amount: '40',
      measure: 'kW',
    });
    expect(await record(institute, past('20.5'))).toMatchObject({
      __typename: 'NotEnoughFree',
      freeInSpan: '20',
    });
    expect(await record(southeast, past('20'), world.unit('computing-institute'))).toMatchObject({
      amount: '20',
    });
    expect(await record(institute, past('61'))).toMatchObject({
      __typename: 'AboveCapacity',
      capacity: '60',
    });
  });

  it('lets a wish wait until its amount fits, tells the owner its rivals, and keeps the amount when it moves', async () => {
    const at = (from: number, to: number, amount: string, purpose: string): object =>
      wish(`2026-12-14T${from}:00`, `2026-12-14T${to}:00`, purpose, amount);
    const [ten, six] = [
      await ask(clinic, at(10, 12, '10', '十')),
      await ask(southeast, at(10, 12, '6', '六')),
    ];
    const beside = await ask(southeast, at(11, 13, '5', '五'));
    const rivals = `query ($id: ID!) { booking(id: $id) { rivals { purpose } } }`;
    expect(await institute.ask(rivals, { id: ten.id })).toEqual({ booking: { rivals: [{ purpose: '六' }] } });
    expect(await confirm(ten)).toMatchObject({
      booking: { state: 'CONFIRMED', amount: '10' },
      rivals: [{ purpose: '六', state: 'DECLINED', reason: 'CLASH' }],
    });
    expect(six).toMatchObject({ state: 'REQUESTED' });
    expect(await confirm(beside)).toMatchObject({ booking: { state: 'CONFIRMED' }, rivals: [] });
    const waiting = await ask(clinic, { ...at(11, 12, '9', '九'), waitIfTaken: true });
    expect(waiting).toMatchObject({ state: 'WAITLISTED', amount: '9' });

    const move = `mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!) {
      answer: moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt) { ${TOLD} } }`;
    const version = ten.version + 1;
    const to = (from: number, until: number): object => ({
      startsAt: `2026-12-14T${from}:00:00+08:00`,
      endsAt: `2026-12-14T${until}:00:00+08:00`,
    });
    const shorter = await clinic.ask<Answer>(move, { id: ten.id, version, ...to(10, 11) });
    expect(shorter.answer).toMatchObject({ id: ten.id, state: 'CONFIRMED', amount: '10' });
    const promoted = `query ($id: ID!) { booking(id: $id) { state holds waitingPlace amount } }`;
    expect(await clinic.ask(promoted, { id: waiting.id })).toEqual({
      booking: { state: 'REQUESTED', holds: true, waitingPlace: null, amount: '9' },
    });
    // From eleven on 45 + 5 + 9 of 60 are taken; what it has itself before that is not in its way.
    const refused = await clinic.ask<Answer>(move, { id: ten.id, version: version + 1, ...to(10, 12) });
    expect(refused.answer).toMatchObject({ __typename: 'NotEnoughFree', freeInSpan: '1' });
    const moved = await clinic.ask<Answer>(move, { id: ten.id, version: version + 1, ...to(13, 14) });
    expect(moved.answer).toMatchObject({ state: 'REQUESTED', amount: '10', measure: 'kW' });
  });

  it('made smaller grants no more than there is, though more is held', async () => {
    const tables = await lendTables({ confirmation: 'OWNER', requestsHold: true });
    const at = (amount: string, purpose: string): object =>
      wish('2026-12-16T10:00', '2026-12-16T12:00', purpose, amount, tables);
    const asked = [
      await ask(clinic, at('3', '三')),
      await ask(clinic, at('5', '五')),
      await ask(clinic, at('2', '二')),
    ];
    const facts = { equipment: { quantity: 4, measure: '张' } };
    const { offer } = await institute.ask<Pool>(POOL, { id: tables });
    await institute.ask(RESIZE, { id: tables, version: offer.version, facts });
    const [three, five, two] = asked as [Answer['answer'], Answer['answer'], Answer['answer']];
    expect(await confirm(five)).toEqual({ __typename: 'AboveCapacity', capacity: '4' });
    expect(await confirm(three)).toMatchObject({
      booking: { state: 'CONFIRMED' },
      rivals: [
        { purpose: '五', state: 'DECLINED' },
        { purpose: '二', state: 'DECLINED' },
      ],
    });
    const read = `query ($id: ID!) { booking(id: $id) { state overCommitted } }`;
    expect(await clinic.ask(read, { id: three.id })).toEqual({
      booking: { state: 'CONFIRMED', overCommitted: false },
    });
    expect(await confirm(two)).toEqual({ __typename: 'StaleVersion' });
  });

  async function faultOf(document: string, variables: object): Promise<(string | undefined)[]> {
    const { errors } = await clinic.tryAsk(document, variables);
    const [error] = errors ?? [];
    return [error?.extensions.code, error?.extensions.fields?.[0]?.path];
  }

  async function lendTables(terms: object = {}): Promise<string> {
    const input = {
      title: '折叠桌',
      hours: [{ days: 'EVERY', from: '00:00', to: '24:00' }],
      confirmation: 'AUTOMATIC',
      longestMinutes: 480,
      facts: { equipment: { quantity: 10, measure: '张' } },
      ...terms,
    };
    const create = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { id version } }`;
    const publish = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
      publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename } }`;
    const { createOffer } = await institute.ask<{ createOffer: object }>(create, { input });
    await institute.ask(publish, { ...createOffer, networkIds: [world.network('southeast')] });
    return (createOffer as { id: string }).id;
  }
});
