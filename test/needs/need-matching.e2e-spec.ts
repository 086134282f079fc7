import { QueryLog } from '../isolation/query-log/query-log.js';
import { storeClaims, type PastClaim } from '../support/past-claims.js';
import { NeedActs } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const MATCHES = `query ($id: ID!) { need(id: $id) { matches {
  unit { code }
  offers {
    offer { title unit { name } } fits nextFree { startsAt endsAt }
    reasons { code message kind facts { fact wanted has } }
    against { code message facts { fact wanted has } breaches { rule earliestStart } }
  }
  reasons { code message times timesInCategory lastAt }
  against { code message times declined claimState }
} } }`;
const BOOK = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { __typename } }`;

interface Reason {
  code: string;
  message: string;
  facts?: object[] | null;
}
interface Match {
  unit: { code: string };
  offers: {
    offer: { title: string };
    fits: boolean;
    nextFree: object[];
    reasons: Reason[];
    against: Reason[];
  }[];
  reasons: Reason[];
  against: Reason[];
}

const THEN = { startsAt: '2026-12-12T12:00:00+08:00', endsAt: '2026-12-12T14:00:00+08:00' };

describe('who could help with a need', () => {
  let world: World;
  let acts: NeedActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NeedActs(world);
    await world.offers('ladder-truck', 'hall', 'warm-home');
    for (const code of ['bus-45', 'pumps']) await world.offer(code, { confirmation: 'AUTOMATIC' });
  });
  afterAll(() => world.close());

  const see = async (account: string, id: string) =>
    (await world.as(account).ask<{ need: { matches: Match[] | null } | null }>(MATCHES, { id })).need;
  const matchesOf = async (id: string): Promise<Match[]> =>
    (await see('southeast-officer', id))?.matches ?? [];
  const needOf = async (changes: object): Promise<string> => (await acts.open('clinic', changes)).id;
  const claimed = (
    needId: string,
    unit: string,
    more: Pick<PastClaim, 'way' | 'state' | 'at'>,
  ): PastClaim => ({
    needId,
    networkId: world.network('southeast'),
    unitId: world.unit(unit),
    ...more,
  });
  const codes = (reasons: Reason[] | undefined) => reasons?.map(({ code }) => code);

  it('is said with the facts that hold, those that fall short, and the time', async () => {
    const id = await needOf({
      kinds: ['VEHICLE'],
      facts: { seatsAtLeast: 30, driverIncluded: true },
      ...THEN,
    });
    const [bus, truck, ...others] = await matchesOf(id);
    expect(others).toEqual([]);
    expect(bus).toMatchObject({
      unit: { code: 'bus-639' },
      offers: [
        {
          offer: { title: '社区活动用车(45座)' },
          fits: true,
          against: [],
          nextFree: [],
        },
      ],
      reasons: [],
      against: [],
    });
    expect(codes(bus?.offers[0]?.reasons)).toEqual(['KIND', 'FACTS', 'FREE_THEN']);
    expect(bus?.offers[0]?.reasons[1]?.facts).toEqual([
      { fact: 'SEATS', wanted: '30', has: '45' },
      { fact: 'DRIVER_INCLUDED', wanted: 'true', has: 'true' },
    ]);
    expect(truck).toMatchObject({ unit: { code: 'fire-squadron' }, offers: [{ fits: false, nextFree: [] }] });
    expect(truck?.offers[0]?.against).toMatchObject([
      {
        code: 'FACTS_SHORT',
        message: 'It falls short in seats: 4 (wanted: 30).',
        facts: [{ fact: 'SEATS', wanted: '30', has: '4' }],
      },
    ]);
  });

  it('is told as taken once it is booked, with the next free spans, and never by whom', async () => {
    const [bus] = await matchesOf(await needOf({ kinds: ['VEHICLE'], facts: { seatsAtLeast: 30 }, ...THEN }));
    expect(bus?.offers[0]?.fits).toBe(true);
    const id = await needOf({
      kinds: ['EQUIPMENT'],
      facts: { quantityAtLeast: 2 },
      startsAt: '2026-12-20T09:00:00+08:00',
      endsAt: '2026-12-20T11:00:00+08:00',
    });
    const taken = {
      offerId: await world.offer('pumps', {
        title: '另一批水泵',
        confirmation: 'AUTOMATIC',
      }),
      networkId: world.network('riverside'),
      purpose: '地库',
      amount: '1',
      startsAt: '2026-12-20T10:00:00+08:00',
      endsAt: '2026-12-20T13:00:00+08:00',
    };
    await world.as('riverside-committee').ask(BOOK, { input: taken });
    const [squadron] = await matchesOf(id);
    expect(squadron?.offers.map(({ offer, fits }) => [offer.title, fits])).toEqual([
      ['抽水泵', true],
      ['另一批水泵', false],
    ]);
    const late = squadron?.offers[1];
    expect(codes(late?.against)).toEqual(['TAKEN_THEN']);
    expect(late?.nextFree).toEqual([
      { startsAt: '2026-12-20T05:00:00.000Z', endsAt: '2026-12-20T07:00:00.000Z' },
    ]);
    expect(JSON.stringify(squadron)).not.toMatch(/滨河|地库/);
  });

  it('is told with the owner’s rules that the time breaks', async () => {
    const soon = { startsAt: '2026-11-24T10:00:00+08:00', endsAt: '2026-11-24T12:00:00+08:00' };
    const [bus] = await matchesOf(await needOf({ kinds: ['VEHICLE'], facts: { seatsAtLeast: 30 }, ...soon }));
    expect(bus?.offers[0]).toMatchObject({
      fits: false,
      against: [{ code: 'RULES', breaches: [{ rule: 'LEAD_TIME' }] }],
    });
    expect(bus?.offers[0]?.nextFree).toHaveLength(3);
  });

  it('is not judged by time where any time will do', async () => {
    const [bus] = await matchesOf(await needOf({ kinds: ['VEHICLE'], facts: { seatsAtLeast: 30 } }));
    expect(codes(bus?.offers[0]?.reasons)).toEqual(['KIND', 'FACTS', 'ANY_TIME']);
  });

  it('counts who helped before and who was asked how often, and what became of it', async () => {
    const categoryId = await acts.category('southeast', 'TRAINING');
    const [one, other] = [await needOf({ categoryId }), await needOf({})];
    const [recent, long] = [new Date('2026-10-01T00:00:00Z'), new Date('2025-11-01T00:00:00Z')];
    await storeClaims(world, [
      claimed(one, 'police-post', { way: 'ASKED', state: 'DONE', at: long }),
      claimed(other, 'police-post', { way: 'TAKEN', state: 'ACCEPTED', at: recent }),
      claimed(one, 'police-post', { way: 'ASKED', state: 'DECLINED', at: recent }),
      claimed(one, 'food-market', { way: 'TAKEN', state: 'GIVEN_UP', at: recent }),
    ]);
    const id = await needOf({ categoryId });
    await storeClaims(world, [claimed(id, 'police-post', { way: 'CALLED', state: 'ASKED', at: recent })]);
    const [police, ...others] = await matchesOf(id);
    expect(others).toEqual([]);
    expect(police).toEqual({
      unit: { code: 'police-post' },
      offers: [],
      reasons: [
        {
          code: 'HELPED_BEFORE',
          times: 2,
          timesInCategory: 1,
          lastAt: recent.toISOString(),
          message: 'Needs of this network it has helped with: 2; of these in “Training”: 1.',
        },
      ],
      against: [
        {
          code: 'ASKED_LATELY',
          times: 2,
          declined: 1,
          claimState: null,
          message: 'Asked in the last 365 days: 2; declined of these: 1.',
        },
        {
          code: 'HAS_CLAIM',
          times: null,
          declined: null,
          claimState: 'ASKED',
          message: 'It has been asked and has not answered yet.',
        },
      ],
    });
  });

  it('is for the committee of its network alone, not even for the unit that has the need', async () => {
    const { id } = await acts.open('clinic', { kinds: ['VEHICLE'] });
    for (const account of ['clinic', 'bus-639', 'zhoupu-steward'])
      expect(await see(account, id)).toEqual({ matches: null });
    for (const account of ['riverside-primary', 'riverside-committee'])
      expect(await see(account, id)).toBeNull();
  });

  it('leaves out the unit that has the need, and what is lent to another network only', async () => {
    const categoryId = await acts.category('southeast', 'MEDICAL');
    const mine = await acts.open('bus-639', { kinds: ['VEHICLE'], categoryId });
    expect((await matchesOf(mine.id)).map(({ unit }) => unit.code)).toEqual(['fire-squadron']);
    const venue = await acts.open('riverside-primary', { kinds: ['VENUE'] }, 'riverside');
    const elsewhere = await see('riverside-committee', venue.id);
    expect(elsewhere).toEqual({ matches: [] });
  });

  it('takes as many statements for many offers as for few', async () => {
    const log = new QueryLog(world.api.dataSource);
    // At night nothing is open: of each, the next free spans are looked for.
    const night = { startsAt: '2026-12-12T02:00:00+08:00', endsAt: '2026-12-12T04:00:00+08:00' };
    const id = await needOf({ kinds: ['VENUE'], ...night });
    const count = async (): Promise<[statements: number, offers: number]> => {
      const before = log.statements.length;
      const matches = await matchesOf(id);
      return [log.statements.length - before, matches.flatMap(({ offers }) => offers).length];
    };
    await count();
    const [few, before] = await count();
    for (let more = 0; more < 12; more++) await world.offer(more % 2 ? 'newcomers-home' : 'warm-home');
    const [many, after] = await count();
    expect([few, after]).toEqual([many, before + 12]);
    expect(few).toBeGreaterThan(3);
  });
});
