import { QueryLog } from './isolation/query-log/query-log.js';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const CREATE = `mutation ($input: CreateOfferInput!) { done: createOffer(input: $input) { id version } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
  done: publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename } }`;
const OUTCOME = `__typename ... on SeriesOutcome { bookings { id version state startsAt } }`;
const DONE = `${OUTCOME}
  ... on DatesClash { clashes { nearestFree { startsAt } } }`;
const REPEAT = `mutation ($input: RequestSeriesInput!) { done: requestSeries(input: $input) { ${DONE} } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $input: ChangeSeriesInput!) {
  done: changeSeries(id: $id, version: $version, scope: ALL, input: $input) { ${DONE} } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!) {
  done: cancelSeries(id: $id, version: $version, scope: ALL) { __typename ... on SeriesOutcome { bookings { state } } } }`;
const AGREE = `mutation ($id: ID!, $version: Int!) {
  done: agreeToSeries(id: $id, version: $version, scope: ALL) { ${OUTCOME} } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  done: confirmSeries(id: $id, version: $version, scope: ALL, rivals: WAITLIST) {
    __typename ... on SeriesConfirmation { bookings { id version state } rivals { id version state } } } }`;
const DECLINE = `mutation ($id: ID!, $version: Int!) {
  done: declineSeries(id: $id, version: $version, scope: ALL) { ${OUTCOME} } }`;
const BUNDLE = `mutation ($input: RequestBookingsInput!) { done: requestBookings(input: $input) {
  __typename ... on BookingBundle { bookings { id version } } } }`;
const CANCEL_BUNDLE = `mutation ($id: ID!, $version: Int!) {
  done: cancelBookings(id: $id, version: $version) { __typename } }`;

const HALL = { venue: { address: '周浦东南社区', capacity: 80, indoor: true, stepFree: true } };
const POWER = { powerSupply: { voltage: 380, phases: 3, maxLoadKw: '60', electricianNeeded: false } };
const OFFERS = {
  'a hall that is had at once': { facts: HALL, confirmation: 'AUTOMATIC' },
  'a hall whose owner is asked, and that is held': { facts: HALL, confirmation: 'OWNER', requestsHold: true },
  'a hall whose owner is asked, and that is not held': { facts: HALL, confirmation: 'OWNER' },
  'power that is had at once': { facts: POWER, confirmation: 'AUTOMATIC' },
  'power whose committee is asked, and that is held': {
    facts: POWER,
    confirmation: 'OWNER_AFTER_COMMITTEE',
    requestsHold: true,
  },
};

interface Done {
  __typename: string;
  bookings: { id: string; version: number; state: string; startsAt: string }[];
  clashes: unknown[];
  rivals: Done['bookings'];
}

interface Terms {
  facts: object;
  confirmation: string;
  requestsHold?: boolean;
}

type Act = (name: string, document: string, variables: object, client?: TestClient) => Promise<Done>;

/** By the clock of Shanghai; the first day is 2026-12-01. */
const at = (day: number, time: string): string =>
  new Date(Date.parse(`2026-12-01T${time}:00+08:00`) + day * 86_400_000).toISOString();

describe('an act on many bookings', () => {
  let world: World;
  let log: QueryLog;
  let clinic: TestClient;
  beforeAll(async () => {
    world = await startWorld();
    log = new QueryLog(world.api.dataSource);
    clinic = world.as('clinic');
    // What is kept from the first act on is read by it.
    await live(OFFERS['a hall that is had at once'], 2);
    await world.as('southeast-committee').token();
  });
  afterAll(() => world.close());

  it.each(Object.entries(OFFERS))('takes as many statements as one on few: %s', async (_, terms) => {
    const few = await live(terms, 2);
    const many = await live(terms, 40);
    expect(many).toEqual(few);
    // Without the cost of each step this would hold for acts that do nothing.
    expect(Object.keys(few).length).toBeGreaterThanOrEqual(8);
    for (const sent of Object.values(few)) expect(sent).toBeGreaterThan(3);
  });

  /** How many statements each act sends, from asking to calling off. */
  async function live(terms: Terms, dates: number): Promise<Record<string, number>> {
    const offerId = await lend(terms);
    const sent: Record<string, number> = {};
    const act = async (name: string, document: string, variables: object, client = clinic): Promise<Done> => {
      const before = log.statements.length;
      const { done } = await client.ask<{ done: Done }>(document, variables);
      sent[name] = log.statements.length - before;
      return done;
    };
    const span = { startsAt: at(0, '09:00'), endsAt: at(0, '11:00') };
    const amount = 'powerSupply' in terms.facts ? '40' : null;
    const wish = { offerId, networkId: world.network('southeast'), purpose: '义诊' };
    const rule = `FREQ=DAILY;COUNT=${dates}`;
    const series = await act('request', REPEAT, { input: { ...wish, ...span, amount, rule } });
    expect(series.bookings).toHaveLength(dates);
    if (terms.confirmation === 'AUTOMATIC' || terms.requestsHold) {
      const clash = await act('clash', REPEAT, { input: { ...wish, ...span, amount, rule } });
      expect(clash.clashes).toHaveLength(dates);
    }
    const change = async (name: string, { bookings }: Done, input: object): Promise<Done> => {
      const changed = await act(name, CHANGE, { ...step(bookings[0]), input });
      expect(changed.bookings).toHaveLength(dates);
      return changed;
    };
    const reworded = await change('reword', series, { purpose: '体检' });
    const shorter = { startsAt: at(0, '09:30'), endsAt: at(0, '10:30') };
    const shortened = await change('shorten', reworded, shorter);
    expect(shortened.bookings[1]?.startsAt).toBe(at(1, '09:30'));
    const moved = await change('move', shortened, { startsAt: at(0, '13:00'), endsAt: at(0, '14:00') });
    expect(moved.bookings[1]?.startsAt).toBe(at(1, '13:00'));
    const { bookings } = await act('cancel', CANCEL, step(moved.bookings[0]));
    expect(bookings).toHaveLength(dates);
    if (terms.confirmation !== 'AUTOMATIC') {
      await answer(terms, act, { input: { ...wish, ...span, amount, rule } });
    }
    const items = Array.from({ length: Math.min(dates, 10) }, (_, day) => ({
      offerId,
      networkId: wish.networkId,
      startsAt: at(day, '15:00'),
      endsAt: at(day, '16:00'),
      amount,
    }));
    const bundle = await act('bundle', BUNDLE, { input: { items, purpose: '义诊' } });
    expect(bundle.bookings).toHaveLength(items.length);
    await act('cancel bundle', CANCEL_BUNDLE, step(bundle.bookings[0]));
    return sent;
  }

  /** A word for all dates of a series, and for those of another that cannot stand beside them. */
  async function answer({ confirmation, requestsHold }: Terms, act: Act, wish: object): Promise<void> {
    const [committee, institute] = [world.as('southeast-committee'), world.as('computing-institute')];
    const asked = await act('ask again', REPEAT, wish);
    const rivals = requestsHold ? null : await act('ask beside', REPEAT, wish);
    let open = asked.bookings;
    if (confirmation === 'OWNER_AFTER_COMMITTEE') {
      ({ bookings: open } = await act('agree', AGREE, step(open[0]), committee));
    }
    const confirmed = await act('confirm', CONFIRM, step(open[0]), institute);
    expect(confirmed.bookings.map(({ state }) => state)).toEqual(asked.bookings.map(() => 'CONFIRMED'));
    expect(confirmed.rivals).toHaveLength(rivals?.bookings.length ?? 0);
    if (confirmed.rivals.length > 0) await act('decline', DECLINE, step(confirmed.rivals[0]), institute);
    await act('cancel all', CANCEL, step(confirmed.bookings[0]), institute);
  }

  async function lend(terms: Terms): Promise<string> {
    const input = {
      title: '多用',
      hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
      longestMinutes: 480,
      leadTimeMinutes: 0,
      ...terms,
    };
    const institute = world.as('computing-institute');
    const { done } = await institute.ask<{ done: { id: string; version: number } }>(CREATE, { input });
    await institute.ask(PUBLISH, { ...done, networkIds: [world.network('southeast')] });
    return done.id;
  }
});

function step(booking: Done['bookings'][number] | undefined): { id: string; version: number } {
  if (!booking) throw new Error('There is no such booking.');
  return { id: booking.id, version: booking.version };
}
