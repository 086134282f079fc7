import {
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  option,
  record,
  sample,
  subarray,
} from 'fast-check';
import { storeClaims, type PastClaim } from '../support/past-claims.js';
import { NeedActs } from '../support/need-acts.js';
import { propertyRuns } from '../support/property-runs.js';
import { startWorld, type World } from '../support/world.js';
import { PlainMatching, type AskedNeed, type PlainMatch } from './plain-matching.js';

const MATCHES = `query ($id: ID!) { need(id: $id) { matches {
  unit { name }
  offers { offer { title } fits nextFree { startsAt endsAt } reasons { code } against { code breaches { rule } } }
  reasons { code times timesInCategory } against { code times declined claimState }
} } }`;
const BOOK = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { __typename } }`;

interface Coded {
  code: string;
  times: number;
  timesInCategory: number;
  declined: number;
  claimState: string;
  breaches: { rule: string }[];
}
interface Match {
  unit: { name: string };
  offers: {
    offer: { title: string };
    fits: boolean;
    nextFree: object[];
    reasons: Coded[];
    against: Coded[];
  }[];
  reasons: Coded[];
  against: Coded[];
}

const HELPERS = ['bus-639', 'clinic', 'police-post', 'savings-bank', 'party-school', 'southeast-committee'];
const CATEGORIES = ['MEDICAL', 'TRAINING', 'CHARITY'];
const CASE = ['hall', 'bus-45', 'power-380', 'pumps', 'health-talk'];
const BOOKABLE: Readonly<Record<string, string | null>> = {
  hall: null,
  'bus-45': null,
  'power-380': '40',
  pumps: '1',
};
const DAY = 86_400_000;
const MIDNIGHT = Date.parse('2026-11-23T00:00:00+08:00');

const facts = record({
  capacityAtLeast: option(constantFrom(20, 80, 200)),
  stepFree: option(boolean()),
  indoor: option(boolean()),
  seatsAtLeast: option(constantFrom(4, 45, 60)),
  driverIncluded: option(boolean()),
  voltage: option(constantFrom(220, 380)),
  maxLoadKwAtLeast: option(constantFrom('15', '30.5', '60', '61')),
  quantityAtLeast: option(constantFrom(1, 2, 3)),
});
const needs = record({
  kinds: subarray(['VENUE', 'VEHICLE', 'POWER_SUPPLY', 'EQUIPMENT', 'EXPERTISE']),
  facts,
  category: constantFrom(...CATEGORIES),
  asker: constantFrom('southeast-committee', 'clinic', 'bus-639'),
  isOfResidents: boolean(),
  span: option(
    record({
      day: integer({ min: 0, max: 30 }),
      minute: constantFrom(0, 540, 600, 780),
      length: constantFrom(60, 120, 600),
    }),
    { freq: 4 },
  ),
  claims: array(
    record({ unit: constantFrom(...HELPERS), state: constantFrom('DECLINED', 'WITHDRAWN', 'GIVEN_UP') }),
    {
      maxLength: 3,
    },
  ),
});
const past = record({
  unit: constantFrom(...HELPERS),
  category: constantFrom(...CATEGORIES),
  way: constantFrom('ASKED', 'CALLED', 'TAKEN'),
  state: constantFrom('DONE', 'DONE', 'DECLINED', 'WITHDRAWN', 'GIVEN_UP'),
  daysAgo: integer({ min: 1, max: 500 }),
});

type Stored = PastClaim & { categoryId: string };

describe('matching', () => {
  let world: World;
  let acts: NeedActs;
  const stored: Stored[] = [];

  beforeAll(async () => {
    world = await startWorld();
    acts = new NeedActs(world);
    for (const [at, code] of [...CASE, ...CASE].entries()) {
      const changes = { title: `${at}号${code}`, confirmation: 'AUTOMATIC', leadTimeMinutes: at * 600 };
      const offerId = await world.offer(code, changes);
      if (code in BOOKABLE) await book(offerId, BOOKABLE[code] ?? null, at);
    }
    for (const category of CATEGORIES) await storePast(category);
  });
  afterAll(() => world.close());

  async function book(offerId: string, amount: string | null, at: number): Promise<void> {
    const startsAt = new Date(MIDNIGHT + (12 + (at % 3)) * DAY + 600 * 60_000);
    const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
    const networkId = world.network('southeast');
    const input = { offerId, networkId, purpose: '活动', startsAt, endsAt, ...(amount && { amount }) };
    await world.as('savings-bank').ask(BOOK, { input });
  }

  async function storePast(category: string): Promise<void> {
    const categoryId = await acts.category('southeast', category);
    const { id: needId } = await acts.open('food-market', { categoryId });
    const { seed } = propertyRuns(1);
    const drawn = sample(past, { numRuns: 40, ...(seed !== undefined && { seed }) });
    const claims = drawn
      .filter((one) => one.category === category)
      .map(({ unit, daysAgo, way, state }) => claimOf(needId, categoryId, { unit, way, state, daysAgo }));
    stored.push(...claims);
    await storeClaims(world, claims);
  }

  function claimOf(
    needId: string,
    categoryId: string,
    { unit, way, state, daysAgo }: { unit: string; way: string; state: string; daysAgo: number },
  ): Stored {
    const at = new Date(world.clock.now().getTime() - daysAgo * DAY);
    const [networkId, unitId] = [world.network('southeast'), world.unit(unit)];
    return {
      needId,
      networkId,
      unitId,
      way: way as Stored['way'],
      state: state as Stored['state'],
      at,
      categoryId,
    };
  }

  it('agrees with a walk over all offers and claims, reasons and order', async () => {
    let seen = 0;
    await assert(
      asyncProperty(needs, async ({ category, asker, isOfResidents, span, claims, ...asked }) => {
        const categoryId = await acts.category('southeast', category);
        const source = isOfResidents && asker === 'southeast-committee' ? 'RESIDENTS' : 'UNIT';
        const need: Omit<AskedNeed, 'id'> = {
          ...asked,
          source,
          categoryId,
          unitId: world.unit(asker),
          ...timeOf(span),
        };
        const { unitId: _, ...input } = need;
        const { id } = await acts.open(asker, input);
        const own = claims.map((claim, at) =>
          claimOf(id, categoryId, { ...claim, way: 'ASKED', daysAgo: 0.001 * (9 - at) }),
        );
        await storeClaims(world, own);
        stored.push(...own);
        const network = world.network('southeast');
        const plain = new PlainMatching(world, 'southeast-officer', network, stored, world.clock.now());
        const expected = await plain.list({ ...need, id });
        const found = await world
          .as('southeast-officer')
          .ask<{ need: { matches: Match[] } }>(MATCHES, { id });
        expect(found.need.matches.map(inPlainWords)).toEqual(expected);
        seen += expected.length;
      }),
      propertyRuns(24),
    );
    expect(seen).toBeGreaterThan(40);
  });
});

function timeOf(
  span: { day: number; minute: number; length: number } | null,
): Pick<AskedNeed, 'startsAt' | 'endsAt'> {
  if (!span) return { startsAt: null, endsAt: null };
  const start = MIDNIGHT + (span.day + 1) * DAY + span.minute * 60_000;
  return {
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + span.length * 60_000).toISOString(),
  };
}

function inPlainWords({ unit, offers, reasons, against }: Match): PlainMatch {
  const coded = (list: Coded[], code: string): Coded | undefined => list.find((one) => one.code === code);
  const helped = coded(reasons, 'HELPED_BEFORE');
  const asked = coded(against, 'ASKED_LATELY');
  return {
    unit: unit.name,
    offers: offers.map((match) => ({
      title: match.offer.title,
      fits: match.fits,
      reasons: match.reasons.map(({ code }) => code),
      against: match.against.map(({ code }) => code),
      rules: match.against.flatMap(({ breaches }) => breaches ?? []).map(({ rule }) => rule),
      next: match.nextFree[0] ?? null,
    })),
    helped: helped ? [helped.times, helped.timesInCategory] : null,
    asked: asked ? [asked.times, asked.declined] : null,
    claimState: coded(against, 'HAS_CLAIM')?.claimState ?? null,
  };
}
