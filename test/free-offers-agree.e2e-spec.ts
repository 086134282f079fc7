import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { propertyRuns } from './support/property-runs.js';
import { startWorld, type World } from './support/world.js';

const BREACHES = `breaches {
  __typename rule message earliestStart latestEnd longestMinutes slotMinutes open { startsAt endsAt }
  provisional closures { startsAt endsAt reason }
}`;
const documentOf = (
  more = '',
) => `query ($from: DateTime!, $to: DateTime!, $amount: Decimal, $filter: SharedOfferFilter) {
  whatIsFree(from: $from, to: $to, amount: $amount, filter: $filter, first: 20) {
    isCut
    free { __typename id unit { name } ... on Venue { capacity } ... on PowerSupply { kw: maxLoadKw } }
    unfit {
      offer { id title unit { name network_: code } } reasons
      ${BREACHES}
      ${more}
    }
  }
}`;
const FREE = documentOf('nextFree { startsAt endsAt }');
/** Nothing here needs a resolver: the database writes the offers, and nobody walks over them. */
const FREE_AS_TEXT = documentOf();
const REQUEST = `mutation ($input: RequestBookingInput!, $tryOnly: Boolean) {
  requestBooking(input: $input, tryOnly: $tryOnly) {
    __typename
    ... on RuleBroken { ${BREACHES} nextFree { startsAt endsAt } similar { title } }
    ... on SpanTaken { nextFree { startsAt endsAt } }
    ... on NotEnoughFree { nextFree { startsAt endsAt } similar { title } }
    ... on AboveCapacity { similar { title } }
  }
}`;
const CLOSE = `mutation ($id: ID!, $input: CloseOfferInput!) { closeOffer(id: $id, input: $input) { __typename } }`;
const EXCEPT = `mutation ($id: ID!, $version: Int!, $exceptions: [OfferExceptionInput!]!, $tryOnly: Boolean) {
  setOfferExceptions(id: $id, version: $version, exceptions: $exceptions, tryOnly: $tryOnly) {
    ... on Offer { version exceptions { day } }
  }
}`;
const SHRINK = `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) {
  updateOffer(id: $id, version: $version, input: $input) { ... on Offer { version } }
}`;
const LOOK = `query ($id: ID!) { offer(id: $id) { version exceptions { day } } }`;

interface Span {
  startsAt: string;
  endsAt: string;
}
interface Breach {
  rule: string;
  closures: object[] | null;
}
interface Unfit {
  offer: { id: string };
  reasons: string[];
  breaches: Breach[];
  nextFree: Span | null;
}
interface Found {
  free: { id: string }[];
  unfit: Unfit[];
}
interface Answer {
  __typename: string;
  breaches?: Breach[];
  nextFree?: Span[];
  similar?: { title: string }[];
}

/** By the unit that lends them. */
const OWNERS: Readonly<Record<string, string>> = {
  'warm-home': 'property-management',
  hall: 'southeast-kindergarten',
  'newcomers-home': 'food-market',
  'bus-lounge': 'bus-639',
  'bus-45': 'bus-639',
  'ladder-truck': 'fire-squadron',
  'power-380': 'computing-institute',
  pumps: 'fire-squadron',
};
/** The least that can be had of each. */
const POOLS: Readonly<Record<string, string>> = { 'power-380': '0.001', pumps: '1' };
const MINUTE = 60_000;
const MIDNIGHT = Date.parse('2026-11-23T00:00:00+08:00');

const at = (local: string): string => `${local}:00+08:00`;

describe('what is free, with closures, exceptions and pools', () => {
  let world: World;
  const ids = new Map<string, string>();

  const idOf = (code: string): string => ids.get(code) ?? '';
  const owner = (code: string) => world.as(OWNERS[code] ?? '');
  const request = async (
    code: string,
    span: Span,
    amount?: string | null,
    tryOnly = true,
  ): Promise<Answer> => {
    const networkId = world.network('southeast');
    const input = { offerId: idOf(code), networkId, purpose: '活动', ...span, ...(amount && { amount }) };
    const asked = await world.as('clinic').ask<{ requestBooking: Answer }>(REQUEST, { input, tryOnly });
    return asked.requestBooking;
  };
  const book = async (code: string, from: string, to: string, amount?: string): Promise<void> => {
    const answer = await request(code, { startsAt: at(from), endsAt: at(to) }, amount, false);
    expect(answer.__typename).toBe('Booking');
  };
  const close = (code: string, from: string, to: string): Promise<unknown> => {
    const input = { startsAt: at(from), endsAt: at(to), reason: '检修', bookings: 'KEEP' };
    return owner(code).ask(CLOSE, { id: idOf(code), input });
  };
  const versionOf = async (code: string): Promise<number> => {
    const { offer } = await owner(code).ask<{ offer: { version: number } }>(LOOK, { id: idOf(code) });
    return offer.version;
  };
  const except = async (code: string, exceptions: object[], tryOnly = false): Promise<unknown> =>
    owner(code).ask(EXCEPT, { id: idOf(code), version: await versionOf(code), exceptions, tryOnly });
  const ask = async (document: string, wish: object): Promise<Found> =>
    (await world.as('clinic').ask<{ whatIsFree: Found }>(document, wish)).whatIsFree;
  /** In both forms, which must agree. */
  const find = async (
    from: string,
    to: string,
    amount: string | null = null,
    filter: object = {},
  ): Promise<Found> => {
    const found = await ask(FREE, { from, to, amount, filter });
    const unfit = found.unfit.map(({ nextFree: _, ...one }) => one);
    expect(await ask(FREE_AS_TEXT, { from, to, amount, filter })).toEqual({ ...found, unfit });
    return found;
  };
  const of = ({ free, unfit }: Found, code: string): Unfit | 'FREE' | undefined =>
    free.some(({ id }) => id === idOf(code)) ? 'FREE' : unfit.find(({ offer }) => offer.id === idOf(code));

  beforeAll(async () => {
    world = await startWorld();
    for (const code of Object.keys(OWNERS)) {
      const gap = code === 'power-380' ? { bufferAfterMinutes: 60 } : {};
      ids.set(code, await world.offer(code, { confirmation: 'AUTOMATIC', ...gap }));
    }
    for (const day of ['12', '13']) {
      for (const code of ['warm-home', 'hall', 'bus-45'])
        await book(code, `2026-12-${day}T10:00`, `2026-12-${day}T12:00`);
      await book('pumps', `2026-12-${day}T10:00`, `2026-12-${day}T12:00`, '1');
    }
    await book('pumps', '2026-12-13T09:00', '2026-12-13T11:00', '1');
    await book('power-380', '2026-12-04T08:00', '2026-12-25T18:00', '45');
    await book('power-380', '2026-12-12T08:00', '2026-12-12T18:00', '14.5');
    const powerSupply = { voltage: 380, phases: 3, maxLoadKw: '55', electricianNeeded: true };
    const version = await versionOf('power-380');
    await owner('power-380').ask(SHRINK, {
      id: idOf('power-380'),
      version,
      input: { facts: { powerSupply } },
    });
    await close('hall', '2026-12-13T14:00', '2026-12-19T12:00');
    await close('pumps', '2026-12-12T11:00', '2026-12-12T16:00');
    await close('power-380', '2026-12-28T00:00', '2026-12-29T00:00');
    await close('bus-lounge', '2026-11-23T09:00', '2026-11-30T09:00');
    await except('warm-home', [
      { day: '2026-12-12', spans: [{ from: '13:00', to: '24:00' }] },
      { day: '2026-12-13', spans: [] },
    ]);
    await except('bus-lounge', [{ day: '2026-12-13', spans: [{ from: '08:00', to: '11:00' }] }]);
  });
  afterAll(() => world.close());

  it('names the closure that is in the way, and what comes after it', async () => {
    const found = await find(at('2026-12-13T15:00'), at('2026-12-13T16:00'));
    const closure = {
      startsAt: '2026-12-13T06:00:00.000Z',
      endsAt: '2026-12-19T04:00:00.000Z',
      reason: '检修',
    };
    expect(of(found, 'hall')).toMatchObject({
      reasons: ['CLOSED'],
      breaches: [{ rule: 'CLOSED', closures: [closure] }],
      nextFree: { startsAt: '2026-12-19T04:00:00.000Z', endsAt: '2026-12-19T05:00:00.000Z' },
    });
    expect(of(found, 'warm-home')).toMatchObject({ reasons: ['OUTSIDE_HOURS'] });
  });

  it('looks at pools by the amount, and leaves out what cannot be had so', async () => {
    const [from, to] = [at('2026-12-14T10:00'), at('2026-12-14T12:00')];
    const standing = async (amount: string | null): Promise<unknown[]> => {
      const found = await find(from, to, amount);
      return ['power-380', 'pumps', 'ladder-truck'].map((code) => {
        const one = of(found, code);
        return typeof one === 'object' ? one.reasons : one;
      });
    };
    expect(await standing(null)).toEqual(['FREE', 'FREE', 'FREE']);
    expect(await standing('2')).toEqual(['FREE', 'FREE', undefined]);
    expect(await standing('2.5')).toEqual(['FREE', undefined, undefined]);
    expect(await standing('10')).toEqual(['FREE', ['TOO_SMALL'], undefined]);
    expect(await standing('10.001')).toEqual([['TAKEN'], undefined, undefined]);
    expect(await standing('55.001')).toEqual([['TOO_SMALL'], undefined, undefined]);
    // An hour is kept after it, and the 45 kW begin at eight.
    const before = await find(at('2026-12-04T06:00'), at('2026-12-04T08:00'), '20');
    expect(of(before, 'power-380')).toMatchObject({ reasons: ['TAKEN'] });
    expect(of(await find(at('2026-12-04T05:00'), at('2026-12-04T07:00'), '20'), 'power-380')).toBe('FREE');
    const { errors } = await world.as('clinic').tryAsk(FREE, { from, to, amount: '0' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'amount' }] });
  });

  it.each([
    ['capacityAtLeast', 10_000],
    ['stepFree', false],
    ['indoor', false],
    ['seatsAtLeast', 1000],
    ['driverIncluded', false],
    ['voltage', 220],
    ['maxLoadKwAtLeast', '5000'],
    ['quantityAtLeast', 10_000],
  ])('says in both forms who falls short of %s', async (fact, wanted) => {
    const filter = { facts: { [fact]: wanted } };
    const { unfit } = await find(at('2026-12-14T13:00'), at('2026-12-14T14:00'), null, filter);
    expect(unfit.flatMap(({ reasons }) => reasons).join()).toMatch(/TOO_SMALL|OTHER_FACTS/);
  });

  it('is told in refusals of pools: others that have the amount, though they be smaller', async () => {
    const power = (title: string, maxLoadKw: string, more = {}) =>
      world.offer('power-380', {
        title,
        confirmation: 'AUTOMATIC',
        facts: { powerSupply: { voltage: 380, phases: 3, maxLoadKw, electricianNeeded: true, ...more } },
      });
    await power('小电源', '20');
    await power('大电源', '80');
    await power('照明电源', '30', { voltage: 220, phases: 1 });
    const similar = async (amount: string, day: string): Promise<string[]> => {
      const span = { startsAt: at(`2026-12-${day}T10:00`), endsAt: at(`2026-12-${day}T12:00`) };
      const answer = await request('power-380', span, amount);
      return [answer.__typename, ...(answer.similar ?? []).map(({ title }) => title)];
    };
    expect(await similar('20', '14')).toEqual(['NotEnoughFree', '小电源', '大电源']);
    expect(await similar('20.5', '14')).toEqual(['NotEnoughFree', '大电源']);
    expect(await similar('60', '14')).toEqual(['AboveCapacity', '大电源']);
    expect(await similar('80.001', '14')).toEqual(['AboveCapacity']);
    expect(await similar('15', '28')).toEqual(['RuleBroken', '小电源', '大电源']);
  });

  it('tries other hours of single days first', async () => {
    const days = [{ day: '2026-12-24' }];
    expect(await except('hall', [{ day: '2026-12-24', spans: [] }], true)).toMatchObject({
      setOfferExceptions: { exceptions: days },
    });
    const { offer } = await owner('hall').ask<{ offer: object }>(LOOK, { id: idOf('hall') });
    expect(offer).toMatchObject({ exceptions: [] });
  });

  it('agrees with what a request for each offer would be answered', async () => {
    const wishes = record({
      day: integer({ min: -1, max: 200 }),
      minute: constantFrom(0, 15, 480, 510, 540, 600, 630, 660, 720, 780, 1050, 1200),
      length: constantFrom(30, 60, 90, 120, 240, 300, 1500),
      near: constantFrom(true, true, true, false),
      amount: constantFrom(null, null, '1', '2', '3', '0.5', '9.5', '10', '10.001', '55', '56'),
    });
    await assert(
      asyncProperty(wishes, async ({ day, minute, length, near, amount }) => {
        const start = MIDNIGHT + ((near ? day % 40 : day) * 1440 + minute) * MINUTE;
        const startsAt = new Date(start).toISOString();
        const endsAt = new Date(start + length * MINUTE).toISOString();
        const found = await find(startsAt, endsAt, amount);
        for (const code of Object.keys(OWNERS)) {
          const isAsked =
            amount === null || code === 'power-380' || (code === 'pumps' && /^\d+$/.test(amount));
          const wanted = amount ?? POOLS[code] ?? null;
          const standing = standingIn(of(found, code), code in POOLS);
          if (!isAsked) expect(standing).toBeNull();
          else expect(standing).toEqual(asAnswered(await request(code, { startsAt, endsAt }, wanted)));
        }
      }),
      propertyRuns(16),
    );
  });
});

/** What is told of one offer, in the words of a request's answer; too small before a broken rule, that before a clash. */
function standingIn(told: Unfit | 'FREE' | undefined, isPool: boolean): object | null {
  if (told === undefined) return null;
  if (told === 'FREE') return { __typename: 'Booking' };
  const { reasons, breaches, nextFree } = told;
  if (reasons.includes('TOO_SMALL')) return { __typename: 'AboveCapacity' };
  if (breaches.length > 0) return { __typename: 'RuleBroken', breaches, nextFree };
  expect(reasons).toEqual(['TAKEN']);
  return { __typename: isPool ? 'NotEnoughFree' : 'SpanTaken', breaches, nextFree };
}

function asAnswered({ __typename, breaches = [], nextFree = [] }: Answer): object {
  if (__typename === 'Booking' || __typename === 'AboveCapacity') return { __typename };
  return { __typename, breaches, nextFree: nextFree[0] ?? null };
}
