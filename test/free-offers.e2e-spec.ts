import { startWorld, type World } from './support/world.js';

const FREE = /* GraphQL */ `
  query ($from: DateTime!, $to: DateTime!, $filter: SharedOfferFilter, $first: Int) {
    whatIsFree(from: $from, to: $to, filter: $filter, first: $first) {
      isCut
      free {
        id
        title
        unit {
          code
        }
      }
      unfit {
        offer {
          id
          title
          ... on Venue {
            capacity
          }
        }
        reasons
        breaches {
          rule
          message
          earliestStart
          longestMinutes
        }
        nextFree {
          startsAt
          endsAt
        }
      }
    }
  }
`;
const TRY = /* GraphQL */ `
  mutation ($input: RequestBookingInput!, $tryOnly: Boolean) {
    requestBooking(input: $input, tryOnly: $tryOnly) {
      __typename
      ... on RuleBroken {
        breaches {
          rule
        }
        nextFree {
          startsAt
          endsAt
        }
      }
      ... on SpanTaken {
        nextFree {
          startsAt
          endsAt
        }
      }
    }
  }
`;

const SIMILAR = /* GraphQL */ `
  mutation ($input: RequestBookingInput!) {
    requestBooking(input: $input) {
      __typename
      ... on RuleBroken {
        similar {
          title
        }
      }
      ... on SpanTaken {
        similar {
          title
        }
      }
    }
  }
`;

interface Span {
  startsAt: string;
  endsAt: string;
}
interface Unfit {
  offer: { id: string; title: string; capacity?: number };
  reasons: string[];
  breaches: { rule: string; message: string; earliestStart: string | null; longestMinutes: number | null }[];
  nextFree: Span | null;
}
interface Found {
  isCut: boolean;
  free: { id: string; title: string; unit: { code: string } }[];
  unfit: Unfit[];
}
interface Tried {
  requestBooking: { __typename: string; breaches?: { rule: string }[]; nextFree?: Span[] };
}

const OFFERS = [
  'warm-home',
  'hall',
  'computer-room',
  'newcomers-home',
  'bus-lounge',
  'bus-45',
  'ladder-truck',
];

describe('what is free', () => {
  let world: World;
  let southeast: string;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    world = await startWorld();
    southeast = world.network('southeast');
    for (const code of OFFERS) ids.set(code, await world.offer(code, { confirmation: 'AUTOMATIC' }));
    for (const day of ['12', '13', '14']) {
      for (const code of ['warm-home', 'hall', 'bus-45'])
        await request(idOf(code), `2026-12-${day}T10:00:00+08:00`, `2026-12-${day}T12:00:00+08:00`, false);
    }
  });
  afterAll(() => world.close());

  const idOf = (code: string): string => ids.get(code) ?? '';
  const find = async (from: string, to: string, filter: object = {}, account = 'clinic'): Promise<Found> =>
    (await world.as(account).ask<{ whatIsFree: Found }>(FREE, { from, to, filter })).whatIsFree;
  const request = async (
    offerId: string,
    startsAt: string,
    endsAt: string,
    tryOnly = true,
  ): Promise<Tried['requestBooking']> => {
    const input = { offerId, networkId: southeast, startsAt, endsAt, purpose: '活动' };
    return (await world.as('clinic').ask<Tried>(TRY, { input, tryOnly })).requestBooking;
  };
  const reasonsOf = ({ free, unfit }: Found): Record<string, string[]> =>
    Object.fromEntries([
      ...free.map(({ title }) => [title, []]),
      ...unfit.map(({ offer, reasons }) => [offer.title, reasons]),
    ]) as Record<string, string[]>;

  it('says of each offer that it is free, or why not and what comes next', async () => {
    // A Saturday.
    const found = await find('2026-12-12T11:00:00+08:00', '2026-12-12T13:00:00+08:00');
    expect(reasonsOf(found)).toEqual({
      登高车: [],
      电脑之家: [],
      多功能活动室: ['TAKEN'],
      流动的家: ['OUTSIDE_HOURS'],
      '社区活动用车(45座)': ['TAKEN'],
      温馨之家: ['TAKEN'],
      新周浦人之家: ['OUTSIDE_HOURS'],
    });
    expect(found.free.map(({ title }) => title)).toEqual(['登高车', '电脑之家']);
    const hall = found.unfit.find(({ offer }) => offer.title === '多功能活动室');
    // Taken until 12:00, and half an hour is kept; the step is an hour.
    expect(hall?.nextFree).toEqual({
      startsAt: '2026-12-12T05:00:00.000Z',
      endsAt: '2026-12-12T07:00:00.000Z',
    });
  });

  it('names rules with what they would allow', async () => {
    const { unfit } = await find('2026-11-23T12:00:00+08:00', '2026-11-24T12:00:00+08:00', {
      search: 'wenxin',
    });
    expect(unfit).toEqual([
      expect.objectContaining({
        reasons: ['TOO_LONG', 'OUTSIDE_HOURS'],
        breaches: [
          expect.objectContaining({ rule: 'TOO_LONG', longestMinutes: 720 }),
          expect.objectContaining({ rule: 'OUTSIDE_HOURS' }),
        ],
        nextFree: null,
      }),
    ]);
  });

  it('counts facts that are missed as reasons, and leaves out kinds that cannot have them', async () => {
    const [from, to] = ['2026-12-19T14:00:00+08:00', '2026-12-19T16:00:00+08:00'];
    expect(reasonsOf(await find(from, to, { facts: { capacityAtLeast: 40, stepFree: true } }))).toEqual({
      电脑之家: ['OTHER_FACTS'],
      多功能活动室: [],
      流动的家: ['OUTSIDE_HOURS', 'TOO_SMALL', 'OTHER_FACTS'],
      温馨之家: ['TOO_SMALL'],
      新周浦人之家: ['OTHER_FACTS'],
    });
    const { unfit } = await find(from, to, { facts: { seatsAtLeast: 20 } });
    expect(unfit).toMatchObject([
      { offer: { title: '登高车' }, reasons: ['TOO_SMALL'], nextFree: null },
      { reasons: ['OUTSIDE_HOURS'] },
    ]);
    expect(reasonsOf(await find(from, to, { kinds: ['VENUE'], facts: { seatsAtLeast: 20 } }))).toEqual({});
  });

  it('is asked of networks, of units and of words, and shows nothing that the resource list would not', async () => {
    const [from, to] = ['2026-12-19T14:00:00+08:00', '2026-12-19T15:00:00+08:00'];
    const titles = async (filter: object, account?: string): Promise<string[]> =>
      Object.keys(reasonsOf(await find(from, to, filter, account))).toSorted();
    expect(await titles({ unitId: world.unit('bus-639') })).toEqual(['流动的家', '社区活动用车(45座)']);
    expect(await titles({ search: 'zhijia' })).toEqual(['新周浦人之家', '温馨之家', '电脑之家'].toSorted());
    expect(await titles({ search: '…' })).toEqual([]);
    expect(await titles({ networkIds: [world.network('riverside')] })).toEqual([]);
    expect(await titles({}, 'riverside-primary')).toEqual(['登高车', '社区活动用车(45座)'].toSorted());
    await world.draft('playground');
    expect(await titles({ search: '操场' }, 'zhoupu-no3-primary')).toEqual([]);
  });

  it('says when it has not looked at all', async () => {
    const [from, to] = ['2026-12-19T14:00:00+08:00', '2026-12-19T15:00:00+08:00'];
    const ask = async (first: number): Promise<Found> =>
      (await world.as('clinic').ask<{ whatIsFree: Found }>(FREE, { from, to, first })).whatIsFree;
    const [some, all] = [await ask(OFFERS.length - 1), await ask(OFFERS.length)];
    expect([some.isCut, some.free.length + some.unfit.length]).toEqual([true, OFFERS.length - 1]);
    expect(all.isCut).toBe(false);
  });

  it.each([
    ['to', { from: '2026-12-19T14:00:00+08:00', to: '2026-12-19T14:00:00+08:00' }],
    ['to', { from: '2026-12-19T14:00:00+08:00', to: '2027-12-19T14:00:00+08:00' }],
    ['first', { from: '2026-12-19T14:00:00+08:00', to: '2026-12-19T15:00:00+08:00', first: 0 }],
    ['first', { from: '2026-12-19T14:00:00+08:00', to: '2026-12-19T15:00:00+08:00', first: 101 }],
    [
      'filter.facts.voltage',
      {
        from: '2026-12-19T14:00:00+08:00',
        to: '2026-12-19T15:00:00+08:00',
        filter: { facts: { voltage: 1 } },
      },
    ],
  ])('names what is wrong with %s', async (path, variables) => {
    const { errors } = await world.as('clinic').tryAsk(FREE, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it('is told in refusals: others of that network that would do, the nearest in size first', async () => {
    const similar = async (
      code: string,
      account: string,
      startsAt: string,
      endsAt: string,
      networkId = southeast,
    ) => {
      const input = { offerId: idOf(code), networkId, startsAt, endsAt, purpose: '活动' };
      const { requestBooking } = await world
        .as(account)
        .ask<{ requestBooking: { __typename: string; similar?: { title: string }[] } }>(SIMILAR, { input });
      return [requestBooking.__typename, ...(requestBooking.similar ?? []).map(({ title }) => title)];
    };
    const hall = (title: string, capacity: number) =>
      world.offer('newcomers-home', {
        title,
        hours: [{ days: 'EVERY', from: '08:00', to: '20:00' }],
        facts: { venue: { address: '三楼', capacity, indoor: true, stepFree: true } },
      });
    const [from, to] = ['2026-12-12T10:00:00+08:00', '2026-12-12T11:00:00+08:00'];
    // For 30 persons, indoors and step-free: the hall is taken too, and the others have steps.
    expect(await similar('warm-home', 'clinic', from, to)).toEqual(['SpanTaken']);
    await hall('礼堂', 300);
    await hall('大客厅', 31);
    expect(await similar('warm-home', 'clinic', from, to)).toEqual(['SpanTaken', '大客厅', '礼堂']);
    expect(await similar('hall', 'clinic', from, to)).toEqual(['SpanTaken', '礼堂']);
    const [monday, later] = ['2026-12-14T09:00:00+08:00', '2026-12-14T10:00:00+08:00'];
    expect(await similar('computer-room', 'clinic', monday, later)).toEqual(['RuleBroken', '礼堂']);
    await hall('小礼堂', 90);
    await hall('中礼堂', 100);
    expect(await similar('hall', 'clinic', from, to)).toEqual(['SpanTaken', '小礼堂', '中礼堂', '礼堂']);
    expect(await similar('bus-45', 'clinic', from, to)).toEqual(['SpanTaken']);
    // Through another network, nothing of this one is told.
    const long = '2026-12-13T15:00:00+08:00';
    const riverside = world.network('riverside');
    expect(await similar('ladder-truck', 'fire-squadron', from, long)).toEqual(['RuleBroken']);
    expect(await similar('ladder-truck', 'riverside-primary', from, long, riverside)).toEqual(['RuleBroken']);
  });
});
