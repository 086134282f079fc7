import { ClaimActs } from '../support/claim-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const FACTS = `state title what location heads urgency source answer reopenings unit { code }
  startsAt endsAt calledAt claimedAt begunAt answeredAt endedAt placesLeft
  firstAcceptance { unit { code } way state acceptedAt arrivedAt finishedAt }`;
const SEEN = `query ($id: ID!, $pumps: ID!, $truck: ID!, $from: DateTime!, $to: DateTime!) {
  need(id: $id) { ${FACTS} }
  claims(filter: { needId: $id, states: [DONE] }) { totalCount }
  pumps: offer(id: $pumps) { freeAmounts(from: $from, to: $to) { startsAt endsAt amount } }
  truck: offer(id: $truck) { busy(from: $from, to: $to) { startsAt endsAt } }
}`;
const BOOKINGS = `query ($filter: BookingFilter!) { bookings(filter: $filter) { edges { node {
  state purpose recordedAt startsAt endsAt amount requester { code } owner { code } } } } }`;
const RECORD_BOOKING = `mutation ($input: RecordBookingInput!, $onBehalfOf: ID!) {
  recordBooking(input: $input, onBehalfOf: $onBehalfOf) { __typename } }`;
const RECORD_NEED = `mutation ($input: RecordNeedInput!) {
  recordNeed(input: $input) { __typename ... on Need { id state recordedAt } ... on Refusal { message } } }`;

/** By the clock of the Sunday on which flats 307 and 107 stood under water. */
const at = (time: string): string => `2026-12-13T${time}:00+08:00`;
const instant = (time: string): string => new Date(at(time)).toISOString();

const FLOOD = {
  source: 'TELEPHONE',
  title: '307室、107室进水',
  what: '两户家中进水，请求抽水。',
  location: '12号楼',
  heads: 5,
  urgency: 'URGENT',
  startsAt: at('09:00'),
  endsAt: at('13:00'),
};
const ANSWER = '两名队员带抽水泵和云梯车到场，积水已抽干。';
const OFFICER = 'southeast-officer';
const READERS = [OFFICER, 'fire-squadron', 'police-post', 'zhoupu-steward', 'riverside-committee'];

interface Told {
  readonly need: object;
  readonly offers: { pumps: string; truck: string };
}

/** Each way has a world of its own: what is lent in one would be missing in the other. */
describe('the flood', () => {
  let live: World;
  let afterwards: World;
  beforeAll(async () => {
    live = await startWorld();
    afterwards = await startWorld();
  });
  afterAll(async () => {
    await live.close();
    await afterwards.close();
  });

  const lend = async (world: World) => {
    const [pumps = '', truck = ''] = await world.offers('pumps', 'ladder-truck', 'bus-45');
    return { pumps, truck };
  };
  const recordUses = async (world: World, { pumps, truck }: Told['offers']): Promise<void> => {
    world.clock.set(new Date(at('14:00')));
    for (const [offerId, amount, from] of [
      [truck, null, '09:20'],
      [pumps, '1', '09:30'],
    ] as const) {
      const input = {
        offerId,
        amount,
        networkId: world.network('southeast'),
        requesterId: world.unit('southeast-committee'),
        purpose: FLOOD.title,
        startsAt: at(from),
        endsAt: at('12:50'),
      };
      const onBehalfOf = world.unit('fire-squadron');
      const { recordBooking } = await world
        .as(OFFICER)
        .ask<{ recordBooking: object }>(RECORD_BOOKING, { input, onBehalfOf });
      expect(recordBooking).toEqual({ __typename: 'Booking' });
    }
  };

  const playLive = async (): Promise<string> => {
    const [acts, claims] = [new NeedActs(live), new ClaimActs(live)];
    const onBehalfOf = live.unit('fire-squadron');
    live.clock.set(new Date(at('09:05')));
    const draft = await acts.draft(OFFICER, { ...FLOOD, kinds: ['EQUIPMENT', 'VEHICLE'] });
    const { id } = await acts.step(OFFICER, 'proposeNeed', draft);
    const all = await claims.list(OFFICER, { needId: id, states: ['ASKED'] });
    expect(new Set(all.map(({ unit }) => unit?.code))).toEqual(new Set(['bus-639', 'fire-squadron']));
    const called = all.find(({ unit }) => unit?.code === 'fire-squadron');
    if (!called) throw new Error('The squadron was not called.');
    live.clock.set(new Date(at('09:07')));
    const accepted = await claims.step(OFFICER, 'answerClaim', called, { accept: true, onBehalfOf });
    live.clock.set(new Date(at('09:30')));
    const there = await claims.step(OFFICER, 'noteArrival', accepted, { at: at('09:20'), onBehalfOf });
    live.clock.set(new Date(at('13:00')));
    await claims.step(OFFICER, 'noteFinish', there, { at: at('12:50'), onBehalfOf });
    const READ = `query ($id: ID!) { need(id: $id) { id version state } }`;
    const ANSWER_NEED = `mutation ($id: ID!, $version: Int!, $answer: String!, $onBehalfOf: ID) {
      answerNeed(id: $id, version: $version, answer: $answer, onBehalfOf: $onBehalfOf) { ... on Need { id version } } }`;
    const { need } = await live.as(OFFICER).ask<{ need: { version: number; state: string } }>(READ, { id });
    expect(need.state).toBe('IN_PROGRESS');
    const { answerNeed } = await live
      .as(OFFICER)
      .ask<{ answerNeed: { id: string; version: number } }>(ANSWER_NEED, {
        id,
        version: need.version,
        answer: ANSWER,
        onBehalfOf,
      });
    expect((await acts.step(OFFICER, 'closeNeed', answerNeed)).state).toBe('CLOSED');
    return id;
  };

  const writeAfterwards = async (): Promise<string> => {
    afterwards.clock.set(new Date(at('14:00')));
    const times = { acceptedAt: at('09:07'), arrivedAt: at('09:20'), finishedAt: at('12:50') };
    const input = {
      ...FLOOD,
      networkId: afterwards.network('southeast'),
      categoryId: await new NeedActs(afterwards).category(),
      calledAt: at('09:05'),
      claims: [{ unitId: afterwards.unit('fire-squadron'), ...times }],
      answer: ANSWER,
    };
    const { recordNeed } = await afterwards
      .as(OFFICER)
      .ask<{ recordNeed: { id: string } }>(RECORD_NEED, { input });
    expect(recordNeed).toMatchObject({ __typename: 'Need', state: 'CLOSED', recordedAt: instant('14:00') });
    return recordNeed.id;
  };

  const see = async (world: World, id: string, { pumps, truck }: Told['offers']) => {
    const seen: Record<string, unknown> = {};
    for (const account of READERS) {
      const variables = { id, pumps, truck, from: at('08:00'), to: at('14:00') };
      seen[account] = await world.as(account).ask(SEEN, variables);
    }
    for (const account of [OFFICER, 'fire-squadron', 'police-post', 'riverside-committee']) {
      const filter = { networkId: world.network('southeast') };
      seen[`bookings of ${account}`] = await world.as(account).ask(BOOKINGS, { filter });
    }
    return seen;
  };

  it('leaves the same facts, entered as it came and entered afterwards, to each who may see them', async () => {
    const lentLive = await lend(live);
    const played = await playLive();
    await recordUses(live, lentLive);
    const lentAfterwards = await lend(afterwards);
    const written = await writeAfterwards();
    await recordUses(afterwards, lentAfterwards);
    const seen = await see(live, played, lentLive);
    expect(await see(afterwards, written, lentAfterwards)).toEqual(seen);
    const facts = {
      ...FLOOD,
      state: 'CLOSED',
      answer: ANSWER,
      reopenings: 0,
      unit: { code: 'southeast-committee' },
      startsAt: instant('09:00'),
      endsAt: instant('13:00'),
      calledAt: instant('09:05'),
      claimedAt: instant('09:07'),
      begunAt: instant('09:20'),
      answeredAt: instant('13:00'),
      endedAt: instant('13:00'),
      placesLeft: 0,
      firstAcceptance: {
        unit: { code: 'fire-squadron' },
        way: 'CALLED',
        state: 'DONE',
        acceptedAt: instant('09:07'),
        arrivedAt: instant('09:20'),
        finishedAt: instant('12:50'),
      },
    };
    for (const account of READERS.slice(0, 4))
      expect(seen[account]).toMatchObject({ need: facts, claims: { totalCount: 1 } });
    expect(seen['riverside-committee']).toEqual({
      need: null,
      claims: { totalCount: 0 },
      pumps: {
        freeAmounts: [
          { startsAt: instant('08:00'), endsAt: instant('09:30'), amount: '2' },
          { startsAt: instant('09:30'), endsAt: instant('12:50'), amount: '1' },
          { startsAt: instant('12:50'), endsAt: instant('14:00'), amount: '2' },
        ],
      },
      truck: { busy: [{ startsAt: instant('09:20'), endsAt: instant('12:50') }] },
    });
    expect(seen['bookings of police-post']).toEqual({ bookings: { edges: [] } });
    expect(seen['bookings of riverside-committee']).toEqual({ bookings: { edges: [] } });
    expect(seen[`bookings of ${OFFICER}`]).toMatchObject({
      bookings: { edges: [{ node: { recordedAt: instant('14:00'), purpose: FLOOD.title } }, {}] },
    });
  });
});
