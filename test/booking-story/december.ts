import { at, COMMITTEE, span, TOLD, type BookingStory } from './stage.js';

const ENTRIES =
  'contributions(first: 100) { edges { node { measure sixtieths network { code } unit { code } } } }';
const SUMS = `contributionTotals(filter: { from: "2026-12-01", to: "2027-01-01" }, first: 50) {
  edges { node { network { code } unit { code } measure amount } } }`;
const MONTHS = `lendingByMonth(filter: { from: "2026-12-01", to: "2027-01-01" }, first: 50) { edges { node {
  network { code } unit { code } requests answers medianAnswerMinutes uses usedMinutes openMinutes utilisation noShows declines { reason count } } } }`;

/** What came of it, and what came over the people by surprise. */
export function tellDecember(story: BookingStory): void {
  it('writes the flooded flats down afterwards: the officer does, for the squadron', async () => {
    await story.comes('2026-12-13T14:00');
    const house = { network: 'southeast', purpose: '307室、107室进水' };
    const hours = { from: '2026-12-13T09:00', to: '2026-12-13T13:00' };
    const requesterId = story.world.unit('southeast-committee');
    const onBehalfOf = story.world.unit('fire-squadron');
    const used = [
      { offer: 'pumps', amount: '1' },
      { offer: 'ladder-truck', heads: 2 },
    ];
    for (const use of used) {
      const input = { ...story.input({ ...house, ...hours, ...use }), requesterId };
      const recorded = await story.does('southeast-officer', 'record', { input, onBehalfOf });
      expect(recorded).toMatchObject({ state: 'COMPLETED', recordedAt: at('2026-12-13T14:00') });
      expect(await story.readersOf(recorded.id)).toEqual(['fire-squadron', ...COMMITTEE]);
    }
    const told = { manner: 'ON_BEHALF', actingUnit: { code: 'southeast-committee' } };
    const lines = await story.lists('fire-squadron', TOLD);
    for (const offerTitle of ['抽水泵', '登高车'])
      expect(lines).toContainEqual({ ...told, act: 'CREATED', thing: { offerTitle } });
  });

  it('has one pump left for Riverside until one o’clock, and two from then on', async () => {
    const flood = { offer: 'pumps', network: 'riverside', purpose: '地下车库积水', amount: '2' };
    const wanted = { ...flood, from: '2026-12-13T12:00', to: '2026-12-13T16:00' };
    // Asked for when it has begun, it is too late to ask; written down when it is over, it is one pump too many.
    expect(await story.requests('riverside-committee', wanted)).toMatchObject({
      __typename: 'RuleBroken',
      breaches: [{ rule: 'IN_THE_PAST', earliestStart: at('2026-12-13T14:00') }],
      nextFree: [span('2026-12-13T14:00', '2026-12-13T18:00')],
    });
    const levels = 'freeAmounts($window) { amount startsAt endsAt }';
    const seen = await story.looks('riverside-committee', 'pumps', levels, ['2026-12-13', '2026-12-14']);
    expect(seen).toEqual({
      freeAmounts: [
        { amount: '2', ...span('2026-12-13T00:00', '2026-12-13T09:00') },
        { amount: '1', ...span('2026-12-13T09:00', '2026-12-13T13:00') },
        { amount: '2', ...span('2026-12-13T13:00', '2026-12-14T00:00') },
      ],
    });
    await story.comes('2026-12-13T16:00');
    const requesterId = story.world.unit('riverside-committee');
    const record = (use: object) =>
      story.does('riverside-committee', 'record', {
        input: { ...story.input({ ...wanted, ...use }), requesterId },
        onBehalfOf: story.world.unit('fire-squadron'),
        tryOnly: true,
      });
    expect(await record({})).toMatchObject({ __typename: 'NotEnoughFree', freeInSpan: '1' });
    expect(await record({ amount: '1' })).toMatchObject({ state: 'COMPLETED' });
    expect(await record({ from: '2026-12-13T13:00' })).toMatchObject({ state: 'COMPLETED' });
  });

  it('is driven to both: what was late and who came is noted by either side, each network with its own', async () => {
    await story.comes('2026-12-19T09:30');
    // Nobody has noted the first ride: a day after its end it counts as booked.
    expect(await story.sees('riverside-primary', story.riversideBus.id)).toMatchObject({
      state: 'COMPLETED',
      use: { heads: 40, assumed: true, returnedAt: at('2026-12-12T14:00') },
    });
    expect(await story.answers('southeast-committee', 'handOver', story.southeastBus)).toMatchObject({
      state: 'IN_USE',
    });
    await story.comes('2026-12-19T12:40');
    expect(await story.answers('bus-639', 'return', story.southeastBus, { heads: 41 })).toMatchObject({
      state: 'COMPLETED',
      use: { handedOverAt: at('2026-12-19T09:30'), returnedAt: at('2026-12-19T12:40'), heads: 41 },
    });
    await story.answers('southeast-committee', 'feedback', story.southeastBus, {
      marks: 5,
      comment: '司机很耐心',
    });
    const { feedback } = await story.answers('bus-639', 'feedback', story.southeastBus, { marks: 4 });
    expect(feedback).toHaveLength(2);
    expect(feedback).toContainEqual({
      marks: 5,
      comment: '司机很耐心',
      unit: { code: 'southeast-committee' },
    });
    const account = async (reader: string): Promise<string[]> =>
      (await story.lists(reader, ENTRIES)).map((entry) => JSON.stringify(entry)).toSorted();
    const entry = (code: string, measure: string, sixtieths: string): string =>
      JSON.stringify({ measure, sixtieths, network: { code }, unit: { code: 'bus-639' } });
    const southeast = [entry('southeast', 'HEAD_HOURS', '7790'), entry('southeast', 'HOURS', '190')];
    const riverside = [entry('riverside', 'HEAD_HOURS', '9600'), entry('riverside', 'HOURS', '240')];
    expect(await account('bus-639')).toEqual([...southeast, ...riverside].toSorted());
    expect(await account('riverside-committee')).toEqual(riverside);
    expect(await account('southeast-committee')).toEqual(expect.arrayContaining(southeast));
    expect(await account('southeast-committee')).not.toEqual(expect.arrayContaining([riverside[0]]));
    expect(await account('riverside-primary')).toEqual([]);
  });

  it('calls the mornings otherwise that are ahead, and none that has been', async () => {
    const [today, tomorrow] = [story.mornings[18]!, story.mornings[19]!];
    const input = { purpose: '冬季晨练' };
    const { bookings } = await story.answers('southeast-committee', 'change', tomorrow, { input });
    expect(bookings).toHaveLength(12);
    expect(bookings[0]).toMatchObject({ ...input, id: tomorrow.id, state: 'CONFIRMED' });
    // It is over, though nobody has noted it yet.
    expect(await story.sees('southeast-committee', today.id)).toMatchObject({
      state: 'CONFIRMED',
      purpose: '居民晨练',
    });
  });

  it('has lent by the new year what its people used, each hour in one network', async () => {
    await story.comes('2026-12-25T18:00');
    await story.answers('computing-institute', 'return', story.power, { kwh: '1260.5' });
    await story.comes('2027-01-02T09:00');
    const lent = async (reader: string): Promise<string[]> =>
      (await story.lists(reader, SUMS)).map((sum) => wordsOf(sum)).toSorted();
    // What a unit books of its own, as the clinic's doctor and the school's rooms, it has lent to nobody.
    expect(await lent('zhoupu-steward')).toEqual([
      'riverside bus-639 HEAD_HOURS 160.00',
      'riverside bus-639 HOURS 4.00',
      'southeast bus-639 HEAD_HOURS 129.83',
      'southeast bus-639 HOURS 3.17',
      'southeast computing-institute KWH 1260.50',
      'southeast fire-squadron HEAD_HOURS 8.00',
      'southeast fire-squadron HOURS 4.00',
      'southeast fire-squadron PIECE_HOURS 4.00',
      'southeast food-market HEAD_HOURS 80.00',
      'southeast food-market HOURS 2.00',
      'southeast property-management HOURS 2.50',
      // 31 mornings of an hour and a half, a story.fair of two and a half hours, four Sundays of two.
      'southeast zhoupu-no3-primary HEAD_HOURS 3450.00',
      'southeast zhoupu-no3-primary HOURS 57.00',
    ]);
    expect(await lent('riverside-committee')).toEqual([
      'riverside bus-639 HEAD_HOURS 160.00',
      'riverside bus-639 HOURS 4.00',
    ]);
    expect(await lent('savings-bank')).toEqual([]);
  });

  it('shows how it was asked for: to each its own, to the steward without a booking', async () => {
    const months = (await story.lists('zhoupu-steward', MONTHS)).map((month) => wordsOf(month));
    expect(months).toHaveLength(9);
    // Asked, answered, in so many minutes, uses, minutes, of so many, no-shows; declined by reason.
    expect(months).toEqual(
      expect.arrayContaining([
        'riverside bus-639 1 1 90.0 1 240 22320 0.0108 0 ',
        'southeast bus-639 2 1 0.0 1 190 22200 0.0081 0 CLASH 1',
        'southeast computing-institute 1 1 0.0 1 30840 0 null 0 ',
        'southeast zhoupu-no3-primary 36 4 20.0 36 3420 16020 0.2135 0 ',
      ]),
    );
    const december = ['2026-12-01', '2027-01-01'] as const;
    const lending = 'lending($window) { requests uses usedMinutes openMinutes utilisation }';
    const [school, committee, market] = await Promise.all(
      ['zhoupu-no3-primary', 'southeast-officer', 'food-market'].map((reader) =>
        story.looks(reader, 'playground', lending, december),
      ),
    );
    // Two hours on 31 days and nine on eight rest-days.
    expect(wordsOf(school!)).toBe('32 32 2940 8040 0.3657');
    expect(committee).toEqual(school);
    expect(market).toEqual({ lending: null });
  });
}

/** The values of a row, in its order. */
function wordsOf(row: object): string {
  return Object.values(row)
    .map((value: unknown) => (value !== null && typeof value === 'object' ? wordsOf(value) : String(value)))
    .join(' ');
}
