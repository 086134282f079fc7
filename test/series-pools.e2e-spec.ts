import { fromGlobalId } from '#graphql';
import { queryAsSuperuser } from './support/cluster.js';
import type { TestClient } from './support/test-client.js';
import { versionOf } from './support/versioned.js';
import { startWorld, type World } from './support/world.js';

const BOOKED = `id version state startsAt amount measure`;
const OUTCOME = `__typename ... on Refusal { code }
  ... on SeriesOutcome { series { id amount measure chatText } bookings { ${BOOKED} }
    clashes { refusal { __typename ... on NotEnoughFree { freeInSpan } } nearestFree { startsAt } } }`;
const CREATE = `mutation ($input: CreateOfferInput!) { done: createOffer(input: $input) { id version } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
  done: publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { done: requestBooking(input: $input) { ... on Booking { ${BOOKED} } } }`;
const REPEAT = `mutation ($input: RequestSeriesInput!) { done: requestSeries(input: $input) { ${OUTCOME} } }`;
const AGAIN = `mutation ($input: RequestSeriesDateInput!) { done: requestSeriesDate(input: $input) {
  __typename ... on Booking { ${BOOKED} } ... on NotEnoughFree { freeInSpan } ... on AboveCapacity { capacity } } }`;
const CHANGE = `mutation ($id: ID!, $version: Int!, $scope: SeriesScope!, $input: ChangeSeriesInput!) {
  done: changeSeries(id: $id, version: $version, scope: $scope, input: $input) { ${OUTCOME} } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!) {
  done: cancelSeries(id: $id, version: $version, scope: THIS) { __typename } }`;
const BUNDLE = `mutation ($input: RequestBookingsInput!) { done: requestBookings(input: $input) { __typename
  ... on BookingBundle { bookings { ${BOOKED} } } } }`;
const OFFER = `query ($id: ID!) { done: offer(id: $id) { id version } }`;
const RESIZE = `mutation ($id: ID!, $version: Int!, $facts: OfferFactsInput!) {
  done: updateOffer(id: $id, version: $version, input: { facts: $facts }) { ... on Offer { version } } }`;
const READ = `query ($id: ID!) { done: booking(id: $id) { id version overCommitted } }`;
const FREE = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
  done: offer(id: $id) { freeAmounts(from: $from, to: $to) { amount } } }`;
/** How long after it was last set a job comes: the rules have a clock of their own. */
const waitOf = (bookingId: string): string => `
  SELECT extract(epoch FROM j.run_at - j.updated_at)::float8 AS seconds
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE t.identifier = 'follow-use' AND j.payload::text LIKE '%${bookingId}%'`;

interface Booked {
  id: string;
  version: number;
  amount: string;
}
interface Outcome {
  series: { id: string; chatText: string };
  bookings: Booked[];
}

/** Wednesdays from 2026-12-02 on, by the clock of Shanghai. */
const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

describe('series and bundles of a pool', () => {
  let world: World;
  let clinic: TestClient;
  let institute: TestClient;
  let power: string;
  let series: Outcome['series'];
  let dates: Booked[];

  beforeAll(async () => {
    world = await startWorld();
    [clinic, institute] = [world.as('clinic'), world.as('computing-institute')];
    power = await lendPower();
  });
  afterAll(() => world.close());

  it('asks for the same amount on every date, and says what is left where it is too much', async () => {
    const [day, networkId] = ['2026-12-09', world.network('southeast')];
    const taken = { ...wish(day), networkId, amount: '30' };
    await ask(world.as('southeast-committee'), REQUEST, { input: taken });
    const input = { ...wish('2026-12-02'), amount: '45.5', rule: 'FREQ=WEEKLY;COUNT=3', skipClashes: true };
    const made = await ask<Outcome>(clinic, REPEAT, { input });
    expect(made).toMatchObject({
      series: { amount: '45.5', measure: 'kW' },
      bookings: [
        { state: 'CONFIRMED', amount: '45.5', measure: 'kW' },
        { state: 'CONFIRMED', startsAt: at('2026-12-16', '09:00') },
      ],
      clashes: [
        {
          refusal: { __typename: 'NotEnoughFree', freeInSpan: '30' },
          nearestFree: { startsAt: at(day, '11:00') },
        },
      ],
    });
    expect(made.series.chatText).toContain('\n数量：45.5 kW');
    ({ series, bookings: dates } = made);
  });

  it('asks for a date again with as much as the series, or with another amount', async () => {
    const left = { seriesId: series.id, originalStart: at('2026-12-09', '09:00') };
    expect(await ask(clinic, AGAIN, { input: left })).toEqual({
      __typename: 'NotEnoughFree',
      freeInSpan: '30',
    });
    expect(await ask(clinic, AGAIN, { input: { ...left, amount: '60.5' } })).toEqual({
      __typename: 'AboveCapacity',
      capacity: '60',
    });
    expect(await ask(clinic, AGAIN, { input: { ...left, amount: '30' } })).toMatchObject({ amount: '30' });
    await ask(clinic, CANCEL, versionOf(dates[1]));
    const again = { seriesId: series.id, originalStart: at('2026-12-16', '09:00') };
    expect(await ask(clinic, AGAIN, { input: again })).toMatchObject({ amount: '45.5', measure: 'kW' });
  });

  it('takes the amount along when a date is moved, and looks after it when it is over', async () => {
    const span = { startsAt: at('2026-12-02', '09:30'), endsAt: at('2026-12-02', '10:30') };
    const inside = await ask<Outcome>(clinic, CHANGE, { ...versionOf(dates[0]), scope: 'THIS', input: span });
    expect(inside.bookings).toMatchObject([{ state: 'CONFIRMED', amount: '45.5' }]);
    expect(await freeOn('2026-12-02')).toEqual(['60', '14.5', '60']);
    expect(await listDue(dates[0])).toEqual([new Date(at('2026-12-03', '10:30'))]);
    const later = { startsAt: at('2026-12-03', '09:00'), endsAt: at('2026-12-03', '11:00') };
    const moved = await ask<Outcome>(clinic, CHANGE, {
      ...versionOf(inside.bookings[0]),
      scope: 'THIS',
      input: later,
    });
    expect(moved.bookings).toMatchObject([{ state: 'CONFIRMED', amount: '45.5' }]);
    expect(await freeOn('2026-12-02')).toEqual(['60']);
    expect(await freeOn('2026-12-03')).toEqual(['60', '14.5', '60']);
    expect(await listDue(moved.bookings[0])).toEqual([new Date(at('2026-12-04', '11:00'))]);
  });

  it('lets dates of one rule stand side by side as long as the pool has so much', async () => {
    const day = '2027-01-10';
    const long = { ...wish(day), startsAt: at(day, '08:00'), endsAt: at('2027-01-11', '20:00') };
    const input = {
      ...long,
      offerId: await lendPower({ from: '00:00', to: '24:00' }, 2880),
      rule: 'FREQ=DAILY;COUNT=4',
    };
    const made = await ask<Outcome>(clinic, REPEAT, { input: { ...input, amount: '30' } });
    expect(made.bookings).toMatchObject(Array(4).fill({ state: 'CONFIRMED', amount: '30' }));
    expect(await fault(REPEAT, { input: { ...input, amount: '30.001' } })).toBe('input.rule');
    const shift = { startsAt: at(day, '10:00'), endsAt: at('2027-01-11', '20:00') };
    const [first] = made.bookings;
    const moved = await ask<Outcome>(clinic, CHANGE, { ...versionOf(first), scope: 'ALL', input: shift });
    expect(moved.bookings).toHaveLength(4);

    // What was promised of a pool that is smaller by now may still be made less.
    const offer = await ask<Booked>(institute, OFFER, { id: input.offerId });
    const facts = { powerSupply: { voltage: 380, phases: 3, maxLoadKw: '20', electricianNeeded: false } };
    await ask(institute, RESIZE, { ...offer, facts });
    const [promised] = moved.bookings;
    const now = await ask<Booked>(clinic, READ, { id: promised?.id });
    expect(now).toMatchObject({ overCommitted: true });
    const less = { startsAt: at(day, '12:00'), endsAt: at('2027-01-11', '20:00') };
    const kept = await ask<Outcome>(clinic, CHANGE, { ...versionOf(now), scope: 'ALL', input: less });
    expect(kept.bookings).toMatchObject(Array(4).fill({ state: 'CONFIRMED', amount: '30' }));
    const elsewhere = { startsAt: at('2027-01-20', '12:00'), endsAt: at('2027-01-20', '14:00') };
    const refused = { ...versionOf(kept.bookings[0]), scope: 'THIS', input: elsewhere };
    expect(await ask(clinic, CHANGE, refused)).toMatchObject({ code: 'DATES_CLASH' });
  });

  it('asks for two parts of a pool in one act, as long as there are so many', async () => {
    const { purpose, ...item } = wish('2026-12-20');
    const bundle = (...amounts: (string | null)[]): object => ({
      input: { purpose, items: amounts.map((amount) => ({ ...item, amount })) },
    });
    expect(await fault(BUNDLE, bundle('40', '20.001'))).toBe('input.items.1');
    expect(await fault(BUNDLE, bundle('40', null))).toBe('input.items.1.amount');
    expect(await fault(REPEAT, { input: { ...wish('2026-12-20'), rule: 'FREQ=DAILY;COUNT=2' } })).toBe(
      'input.amount',
    );
    expect(await ask(clinic, BUNDLE, bundle('40', '20'))).toMatchObject({
      bookings: [{ amount: '40' }, { amount: '20' }],
    });
  });

  function wish(day: string) {
    const span = { startsAt: at(day, '09:00'), endsAt: at(day, '11:00') };
    return { offerId: power, networkId: world.network('southeast'), ...span, purpose: '义诊用电' };
  }

  async function freeOn(day: string): Promise<string[]> {
    const window = { id: power, from: at(day, '00:00'), to: at(day, '20:00') };
    const { freeAmounts } = await ask<{ freeAmounts: { amount: string }[] }>(clinic, FREE, window);
    return freeAmounts.map(({ amount }) => amount);
  }

  async function listDue(booking: Booked | undefined): Promise<Date[]> {
    const sql = waitOf(fromGlobalId('Booking', versionOf(booking).id));
    const waits = await queryAsSuperuser<{ seconds: number }>(sql, world.api.database.name);
    return waits.map(({ seconds }) => new Date(world.clock.now().getTime() + 1000 * seconds));
  }

  async function fault(document: string, variables: object): Promise<string | undefined> {
    const { errors } = await clinic.tryAsk(document, variables);
    return errors?.[0]?.extensions.fields?.[0]?.path;
  }

  async function lendPower(open = { from: '08:00', to: '20:00' }, longestMinutes = 480): Promise<string> {
    const wiring = { voltage: 380, phases: 3, maxLoadKw: '60', electricianNeeded: false };
    const input = {
      title: '配电',
      hours: [{ days: 'EVERY', ...open }],
      confirmation: 'AUTOMATIC',
      longestMinutes,
      leadTimeMinutes: 0,
      facts: { powerSupply: wiring },
    };
    const offer = await ask<Booked>(institute, CREATE, { input });
    await ask(institute, PUBLISH, { ...offer, networkIds: [world.network('southeast')] });
    return offer.id;
  }
});

async function ask<Done = object>(client: TestClient, document: string, variables: object): Promise<Done> {
  return (await client.ask<{ done: Done }>(document, variables)).done;
}
