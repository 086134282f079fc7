import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const REFUSAL = `code message
  ... on RuleBroken { breaches { rule message month sessionsPerMonth } nextFree { startsAt } }`;
const ANSWER = `__typename ... on Booking { id version state startsAt waitingPlace } ... on Refusal { ${REFUSAL} }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { answer: requestBooking(input: $input) { ${ANSWER} } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) { answer: confirmBooking(id: $id, version: $version) {
  __typename ... on Refusal { ${REFUSAL} } } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!) { answer: cancelBooking(id: $id, version: $version) { ${ANSWER} } }`;
const NO_SHOW = `mutation ($id: ID!, $version: Int!) { answer: recordNoShow(id: $id, version: $version) { ${ANSWER} } }`;
const MOVE = `mutation ($id: ID!, $version: Int!, $startsAt: DateTime!, $endsAt: DateTime!) {
  answer: moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt) { ${ANSWER} } }`;
const RECORD = `mutation ($input: RecordBookingInput!) { answer: recordBooking(input: $input) { ${ANSWER} } }`;
const REPEAT = `mutation ($input: RequestSeriesInput!) { answer: requestSeries(input: $input) { __typename
  ... on SeriesOutcome { bookings { id startsAt } clashes { originalStart } }
  ... on DatesClash { clashes { originalStart nearestFree { startsAt } refusal { ${REFUSAL} } } } } }`;
const BUNDLE = `mutation ($input: RequestBookingsInput!) { answer: requestBookings(input: $input) { __typename
  ... on ItemsRefused { items { index refusal { ${REFUSAL} } } } } }`;
const BOUND = `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
  answer: updateOffer(id: $id, version: $version, input: $input) { __typename ... on Offer { version } } }`;
const LOOK = `query ($id: ID!, $from: DateTime!, $to: DateTime!) { answer: offer(id: $id) {
  version free(from: $from, to: $to) { startsAt endsAt } busy(from: $from, to: $to) { startsAt } } }`;
const READ = `query ($id: ID!) { answer: booking(id: $id) { __typename id version state } }`;
const freeOf = (more: string): string => `query ($from: DateTime!, $to: DateTime!) {
  answer: whatIsFree(from: $from, to: $to, filter: { kinds: [EXPERTISE] }, first: 100) { free { id }
    unfit { offer { id } reasons breaches { rule month sessionsPerMonth message } ${more} } } }`;

interface Refusal {
  __typename: string;
  message: string;
  breaches: { rule: string; message: string; month: string; sessionsPerMonth: number }[];
  nextFree: { startsAt: string }[];
}
interface Row extends Refusal {
  id: string;
  version: number;
  state: string;
}
interface FreeOffers {
  free: { id: string }[];
  unfit: { offer: { id: string }; reasons: string[]; nextFree?: { startsAt: string } }[];
}

const ALWAYS = {
  hours: [{ days: 'EVERY', from: '00:00', to: '24:00' }],
  confirmation: 'AUTOMATIC',
  leadTimeMinutes: 0,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
};
const DAY = 86_400_000;
const DECEMBER = { rule: 'SESSIONS_USED_UP', month: '2026-12-01' };
const JANUARY = new Date('2027-01-01T00:00:00+08:00').toISOString();

/** A wall time of Shanghai as the API writes it. */
const at = (local: string): string => new Date(`${local}:00+08:00`).toISOString();

describe('an expert who gives so many sessions a month', () => {
  let world: World;
  let owner: TestClient;
  let school: TestClient;
  let developer: TestClient;
  beforeAll(async () => {
    world = await startWorld();
    [owner, school] = [world.as('clinic'), world.as('zhoupu-no3-primary')];
    developer = world.as('developer');
  });
  afterAll(() => world.close());

  const talks = (sessionsPerMonth: number | null, terms: object = {}, code = 'health-talk') => {
    const expertise = { field: '全科医学', languages: ['zh'], sessionsPerMonth };
    return world.offer(code, { ...ALWAYS, ...terms, facts: { expertise } });
  };
  const answer = async <T = Row>(client: TestClient, document: string, variables: object): Promise<T> =>
    (await client.ask<{ answer: T }>(document, variables)).answer;
  const span = (local: string, minutes = 60) => ({
    startsAt: at(local),
    endsAt: new Date(Date.parse(at(local)) + minutes * 60_000).toISOString(),
  });
  const wish = (offerId: string, local: string, minutes?: number) => {
    const networkId = world.network('southeast');
    return { offerId, networkId, ...span(local, minutes), purpose: '健康讲座' };
  };
  const ask = (offerId: string, local: string, more: object = {}, client = school): Promise<Row> =>
    answer(client, REQUEST, { input: { ...wish(offerId, local), ...more } });
  const step = (document: string, client: TestClient, { id, version }: Row): Promise<Row> =>
    answer(client, document, { id, version });
  const read = async (booking: Row): Promise<Row> => answer(school, READ, { id: booking.id });
  const move = ({ id, version }: Row, local: string, minutes?: number): Promise<Row> =>
    answer(school, MOVE, { id, version, ...span(local, minutes) });
  const bind = async (id: string, sessionsPerMonth: number | null): Promise<Row> => {
    const look = await answer<{ version: number }>(owner, LOOK, {
      id,
      from: at('2026-12-01T00:00'),
      to: JANUARY,
    });
    const facts = { expertise: { field: '全科医学', languages: ['zh'], sessionsPerMonth } };
    return answer(owner, BOUND, { id, version: look.version, input: { facts } });
  };

  it('gives the last one to one of ten who race for it on ten days, through two networks', async () => {
    const id = await talks(2, {}, 'ladder-truck');
    await ask(id, '2026-12-01T09:00');
    const asked = await Promise.all(
      Array.from({ length: 10 }, (_, day) => {
        const local = `2026-12-${10 + day}T09:00`;
        if (day % 2 === 0) return ask(id, local);
        return ask(id, local, { networkId: world.network('riverside') }, world.as('riverside-property'));
      }),
    );
    const refused = asked.filter(({ __typename }) => __typename === 'RuleBroken');
    expect(asked.filter(({ state }) => state === 'CONFIRMED')).toHaveLength(1);
    expect(refused).toHaveLength(9);
    for (const { breaches, nextFree } of refused) {
      expect(breaches).toEqual([
        { ...DECEMBER, sessionsPerMonth: 2, message: 'Its 2 sessions of December 2026 are given.' },
      ]);
      expect(nextFree).toEqual([{ startsAt: JANUARY }]);
    }
  });

  it('says so in Chinese, and of one session in the singular', async () => {
    const id = await talks(1);
    await ask(id, '2026-12-01T09:00');
    const input = wish(id, '2026-12-02T09:00');
    const [en, zh] = await Promise.all(
      ['en', 'zh'].map((language) => school.askRaw(REQUEST, { input }, { 'accept-language': language })),
    );
    expect(en?.raw).toContain('Its one session of December 2026 is given.');
    expect(zh?.raw).toContain('2026 年 12 月仅有的 1 场已约满。');
  });

  it('is confirmed by its owner no more often than that, whatever stands beside each other as requests', async () => {
    const id = await talks(2, { confirmation: 'OWNER' });
    const days = ['02', '09', '16', '23'];
    const asked = await Promise.all(days.map((day) => ask(id, `2026-12-${day}T09:00`)));
    expect(asked.map(({ state }) => state)).toEqual(days.map(() => 'REQUESTED'));
    const kinds = (await Promise.all(asked.map((one) => step(CONFIRM, owner, one)))).map(
      (one) => one.__typename,
    );
    expect(kinds.toSorted()).toEqual([
      'BookingConfirmation',
      'BookingConfirmation',
      'RuleBroken',
      'RuleBroken',
    ]);
    const left = await Promise.all(asked.map(read));
    expect(left.filter(({ state }) => state === 'REQUESTED')).toHaveLength(2);
    expect((await ask(id, '2026-12-30T09:00')).breaches).toMatchObject([DECEMBER]);
  });

  it('counts requests that hold against those who ask later', async () => {
    const id = await talks(1, { confirmation: 'OWNER', requestsHold: true });
    expect(await ask(id, '2026-12-02T09:00')).toMatchObject({ state: 'REQUESTED' });
    expect((await ask(id, '2026-12-09T09:00')).breaches).toMatchObject([DECEMBER]);
  });

  it.each(['AUTOMATIC', 'OWNER'])(
    'names the dates of a series that are too many (%s)',
    async (confirmation) => {
      const id = await talks(4, { confirmation });
      const repeat = (skipClashes: boolean, count = 5) =>
        answer<{ clashes: object[]; bookings?: object[] }>(school, REPEAT, {
          input: { ...wish(id, '2026-12-02T09:00'), rule: `FREQ=WEEKLY;COUNT=${count}`, skipClashes },
        });
      expect(await repeat(false)).toMatchObject({
        __typename: 'DatesClash',
        clashes: [
          {
            originalStart: at('2026-12-30T09:00'),
            nearestFree: { startsAt: JANUARY },
            refusal: { code: 'RULE_BROKEN', breaches: [DECEMBER] },
          },
        ],
      });
      // The nearest ones lie in January, which the other dates use up.
      expect(await repeat(false, 9)).toMatchObject({
        clashes: [{ originalStart: at('2026-12-30T09:00'), nearestFree: null }],
      });
      const made = await repeat(true);
      expect([made.bookings?.length, made.clashes.length]).toEqual([4, 1]);
    },
  );

  it('names the item of a bundle that is one too many', async () => {
    const id = await talks(1, { confirmation: 'OWNER' });
    const items = ['2026-12-02T09:00', '2026-12-03T09:00'].map((local) => {
      const { purpose: _, ...item } = wish(id, local);
      return item;
    });
    expect(await answer(school, BUNDLE, { input: { purpose: '健康讲座', items } })).toMatchObject({
      items: [{ index: 1, refusal: { breaches: [DECEMBER] } }],
    });
  });

  it.each(['AUTOMATIC', 'OWNER'])(
    'is moved within its month, and counts where it goes (%s)',
    async (confirmation) => {
      const id = await talks(1, { confirmation });
      const grant = async (asked: Row): Promise<Row> => {
        if (asked.state === 'REQUESTED') await step(CONFIRM, owner, asked);
        return read(asked);
      };
      const december = await grant(await ask(id, '2026-12-02T09:00'));
      const later = await grant(await move(december, '2026-12-22T09:00'));
      expect(later).toMatchObject({ state: 'CONFIRMED' });
      expect((await read(december)).state).toBe('CANCELLED');

      const january = await grant(await ask(id, '2027-01-05T09:00'));
      expect((await move(january, '2026-12-29T09:00')).breaches).toMatchObject([DECEMBER]);
      expect((await move(later, '2027-01-28T09:00')).breaches).toMatchObject([{ month: '2027-01-01' }]);
      expect(await grant(await move(later, '2027-02-03T09:00'))).toMatchObject({ state: 'CONFIRMED' });
      expect(await grant(await ask(id, '2026-12-30T09:00'))).toMatchObject({ state: 'CONFIRMED' });
      expect((await ask(id, '2027-02-10T09:00')).breaches).toMatchObject([{ month: '2027-02-01' }]);
    },
  );

  it('begins in the month of the region’s clock, and is not made shorter into a month that is used up', async () => {
    const id = await talks(1);
    const newYearsEve = await ask(id, '2026-12-31T23:00', span('2026-12-31T23:00', 120));
    expect(newYearsEve).toMatchObject({ state: 'CONFIRMED' });
    expect((await ask(id, '2026-12-01T00:00')).breaches).toMatchObject([DECEMBER]);
    expect(await ask(id, '2026-11-30T23:30')).toMatchObject({ state: 'CONFIRMED' });
    expect(await move(newYearsEve, '2026-12-31T23:00', 90)).toMatchObject({ state: 'CONFIRMED' });
    const newYear = await ask(id, '2027-01-20T00:00');
    expect(newYear).toMatchObject({ state: 'CONFIRMED' });
    const eve = await read(newYearsEve);
    expect((await move(eve, '2027-01-01T00:00', 30)).breaches).toMatchObject([{ month: '2027-01-01' }]);
    await step(CANCEL, school, newYear);
    expect(await move(eve, '2027-01-01T00:00', 30)).toMatchObject({ state: 'CONFIRMED' });
    expect(await ask(id, '2026-12-31T23:30', span('2026-12-31T23:30', 30))).toMatchObject({
      state: 'CONFIRMED',
    });
  });

  it('is shown free where it can be had, and says why not elsewhere', async () => {
    const id = await talks(1);
    const other = await talks(null);
    await ask(id, '2026-12-02T09:00');
    const window = { from: at('2026-12-15T00:00'), to: at('2027-01-02T00:00') };
    expect(await answer(developer, LOOK, { id, ...window })).toMatchObject({
      free: [{ startsAt: JANUARY, endsAt: window.to }],
      busy: [],
    });
    const wanted = { from: at('2026-12-20T09:00'), to: at('2026-12-20T10:00') };
    for (const more of ['nextFree { startsAt }', '']) {
      const { free, unfit } = await answer<FreeOffers>(developer, freeOf(more), wanted);
      expect(free).toContainEqual({ id: other });
      expect(unfit.find(({ offer }) => offer.id === id)).toEqual({
        offer: { id },
        reasons: ['SESSIONS_USED_UP'],
        breaches: [
          { ...DECEMBER, sessionsPerMonth: 1, message: 'Its one session of December 2026 is given.' },
        ],
        ...(more && { nextFree: { startsAt: JANUARY } }),
      });
    }
    const taken = { from: at('2026-12-02T09:00'), to: at('2026-12-02T10:00') };
    const { unfit } = await answer<FreeOffers>(developer, freeOf(''), taken);
    expect(unfit.find(({ offer }) => offer.id === id)?.reasons).toEqual(['SESSIONS_USED_UP', 'TAKEN']);
  });

  it('is waited for: a session that falls free goes to who waits for that month', async () => {
    const id = await talks(1);
    const first = await ask(id, '2026-12-02T09:00');
    const january = await ask(id, '2027-01-06T09:00');
    const waiting = await ask(id, '2026-12-09T09:00', { waitIfTaken: true });
    const next = await ask(id, '2026-12-16T09:00', { waitIfTaken: true });
    expect([waiting.state, next.state]).toEqual(['WAITLISTED', 'WAITLISTED']);
    await step(CANCEL, school, january);
    expect((await read(waiting)).state).toBe('WAITLISTED');
    await step(CANCEL, school, first);
    expect([(await read(waiting)).state, (await read(next)).state]).toEqual(['CONFIRMED', 'WAITLISTED']);
    await bind(id, 2);
    expect((await read(next)).state).toBe('CONFIRMED');
    // A rule that no waiting mends is told at once, this one along with it.
    const tooLong = await ask(id, '2026-12-20T09:00', {
      ...span('2026-12-20T09:00', 600),
      waitIfTaken: true,
    });
    expect(tooLong.breaches.map(({ rule }) => rule)).toEqual(['TOO_LONG', 'SESSIONS_USED_UP']);
  });

  it('keeps what stands when its owner gives fewer, and grants no more', async () => {
    const id = await talks(3);
    const [first, second] = [await ask(id, '2026-12-02T09:00'), await ask(id, '2026-12-09T09:00')];
    await ask(id, '2026-12-16T09:00');
    await bind(id, 1);
    expect((await read(first)).state).toBe('CONFIRMED');
    expect(await move(first, '2026-12-03T09:00')).toMatchObject({ state: 'CONFIRMED' });
    expect((await ask(id, '2026-12-23T09:00')).breaches).toMatchObject([
      { ...DECEMBER, sessionsPerMonth: 1 },
    ]);
    await step(CANCEL, school, second);
    expect((await ask(id, '2026-12-23T09:00')).breaches).toMatchObject([DECEMBER]);
    await bind(id, null);
    expect(await ask(id, '2026-12-23T09:00')).toMatchObject({ state: 'CONFIRMED' });
  });

  it('counts what was recorded, which no bound forbids, and not what nobody came to', async () => {
    const id = await talks(2);
    const unused = await ask(id, '2026-11-24T09:00');
    await ask(id, '2026-11-27T09:00');
    world.clock.advance(DAY);
    const next = await ask(id, '2026-11-28T09:00', { waitIfTaken: true });
    expect(next.state).toBe('WAITLISTED');
    world.clock.advance(DAY);
    expect(await step(NO_SHOW, owner, await read(unused))).toMatchObject({ state: 'NO_SHOW' });
    expect((await read(next)).state).toBe('CONFIRMED');
    const input = { ...wish(id, '2026-11-23T09:00'), requesterId: world.unit('zhoupu-no3-primary') };
    expect(await answer(owner, RECORD, { input })).toMatchObject({ state: 'COMPLETED' });
    await bind(id, 3);
    expect((await ask(id, '2026-11-30T09:00')).breaches).toMatchObject([{ sessionsPerMonth: 3 }]);
  });
});
