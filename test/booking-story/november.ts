import { toGlobalId } from '#graphql';
import { randomUUID } from 'node:crypto';
import { at, COMMITTEE, span, TOLD, type BookingStory, type Wish } from './stage.js';

const LINES =
  'auditLines(first: 100) { edges { node { act unit { code } thing { ... on Booking { id purpose } } } } }';
const WHOLE_BUS: Wish = {
  offer: 'bus-45',
  network: 'southeast',
  from: '2026-12-12T13:00',
  to: '2026-12-12T15:30',
  purpose: '新周浦人参观建设成就',
  heads: 42,
  contactPhone: '021-5555 0001',
};

/** What is asked for ahead, on Monday 23 November from 09:00 on: also venues, vehicles and experts of meetings and dishes. */
export function tellNovember(story: BookingStory): void {
  it('shows each network what is lent to it', async () => {
    const titles = async (account: string) =>
      (await story.lists(account, 'offers(first: 20) { edges { node { title } } }')).map((offer) =>
        Object.values(offer).join(),
      );
    expect(await titles('savings-bank')).toHaveLength(12);
    expect(await titles('riverside-primary')).toEqual(['抽水泵', '登高车', '社区活动用车(45座)']);
    expect(await titles('zhoupu-steward')).toHaveLength(12);
  });

  it('opens the playground on 31 mornings in one act, and the school’s word is given already', async () => {
    const told = { offer: 'playground', network: 'southeast', purpose: '居民晨练', heads: 60 };
    const first = { ...told, from: '2026-12-01T05:30', to: '2026-12-01T07:00' };
    const done = await story.does('southeast-committee', 'repeat', {
      input: { ...story.input(first), rule: 'FREQ=DAILY;COUNT=31' },
    });
    story.mornings = done.bookings;
    expect(done).toMatchObject({ __typename: 'SeriesOutcome', clashes: [] });
    expect(story.mornings.map(({ state }) => state)).toEqual(Array(31).fill('CONFIRMED'));
    expect(story.mornings.at(-1)).toMatchObject({
      ...span('2026-12-31T05:30', '2026-12-31T07:00'),
      heads: 60,
      provisional: false,
    });
    expect(await story.readersOf(story.mornings[3]!.id)).toEqual([...COMMITTEE, 'zhoupu-no3-primary']);
    const day = ['2026-12-05', '2026-12-06'] as const;
    expect(await story.looks('clinic', 'playground', 'busy($window) { startsAt endsAt }', day)).toEqual({
      busy: [span('2026-12-05T05:30', '2026-12-05T07:00')],
    });
    expect(await story.looks('riverside-primary', 'playground', 'title', day)).toBeNull();
  });

  it('lends 45 of 60 kW for the sports lane, once the institute has agreed', async () => {
    const weeks = { from: '2026-12-04T08:00', to: '2026-12-25T18:00' };
    const lane = { offer: 'power-380', network: 'southeast', purpose: '体育弄开放用电', ...weeks };
    story.power = await story.requests('southeast-committee', { ...lane, amount: '45.0' });
    expect(story.power).toMatchObject({ state: 'REQUESTED', amount: '45.0' });
    const levels = 'freeAmounts($window) { amount startsAt endsAt }';
    const days = ['2026-12-04', '2026-12-26'] as const;
    expect(await story.looks('clinic', 'power-380', levels, days)).toMatchObject({
      freeAmounts: [{ amount: '60' }],
    });
    const { booking } = await story.answers('computing-institute', 'confirm', story.power);
    expect(booking).toMatchObject({ state: 'CONFIRMED' });
    expect(await story.looks('clinic', 'power-380', levels, days)).toEqual({
      freeAmounts: [
        { amount: '60', ...span('2026-12-04T00:00', '2026-12-04T08:00') },
        { amount: '15', ...span('2026-12-04T08:00', '2026-12-25T18:00') },
        { amount: '60', ...span('2026-12-25T18:00', '2026-12-26T00:00') },
      ],
    });
    expect(await story.requests('clinic', { ...lane, amount: '15' }, true)).toMatchObject({
      state: 'REQUESTED',
    });
    expect(await story.requests('clinic', { ...lane, amount: '15.001' }, true)).toMatchObject({
      __typename: 'NotEnoughFree',
      freeInSpan: '15',
    });
    expect(await story.readersOf(story.power.id)).toEqual(['computing-institute', ...COMMITTEE]);
  });

  it('is asked for the bus by both networks, and the wishes stand side by side', async () => {
    const visit = { ...WHOLE_BUS, network: 'riverside', from: '2026-12-12T10:00', to: '2026-12-12T14:00' };
    story.riversideBus = await story.requests('riverside-primary', {
      ...visit,
      purpose: '参观活动',
      heads: 40,
    });
    story.southeastBus = await story.requests('southeast-committee', WHOLE_BUS);
    // Three working days after Monday, 09:00.
    for (const asked of [story.riversideBus, story.southeastBus])
      expect(asked).toMatchObject({ state: 'REQUESTED', expiresAt: at('2026-11-26T09:00') });
    expect(await story.readersOf(story.riversideBus.id)).toEqual([
      'bus-639',
      'riverside-committee',
      'riverside-primary',
    ]);
    expect((await story.sees('bus-639', story.riversideBus.id))?.rivals).toEqual([
      { id: story.southeastBus.id },
    ]);
    expect((await story.sees('riverside-primary', story.riversideBus.id))?.rivals).toEqual([]);
  });

  it('gives it to Riverside, and Southeast never learns who has it or why', async () => {
    story.world.clock.advance(90 * 60_000);
    expect(
      await story.answers('bus-639', 'confirm', story.riversideBus, { rivals: 'DECLINE' }),
    ).toMatchObject({
      booking: { state: 'CONFIRMED' },
      rivals: [{ state: 'DECLINED', reason: 'CLASH', requester: { code: 'southeast-committee' } }],
    });
    expect(await story.sees('southeast-committee', story.southeastBus.id)).toMatchObject({
      state: 'DECLINED',
      reason: 'CLASH',
      remark: null,
      ownerContact: null,
    });
    const free = 'busy($window) { startsAt endsAt } free($window) { startsAt endsAt }';
    const seen = await story.looks('southeast-committee', 'bus-45', free, ['2026-12-12', '2026-12-14']);
    expect(seen).toEqual({
      busy: [span('2026-12-12T10:00', '2026-12-12T14:00')],
      free: [span('2026-12-12T14:30', '2026-12-12T15:30'), span('2026-12-13T09:30', '2026-12-13T15:30')],
    });
    expect(await story.requests('southeast-committee', WHOLE_BUS)).toEqual({
      __typename: 'SpanTaken',
      code: 'SPAN_TAKEN',
      message: 'The offer is taken in that span.',
      clashes: [span('2026-12-12T10:00', '2026-12-12T14:00')],
      freeThatDay: [span('2026-12-12T14:30', '2026-12-12T15:30')],
      nextFree: ['13', '14', '15'].map((day) => span(`2026-12-${day}T09:30`, `2026-12-${day}T12:00`)),
      similar: [],
    });
    // Another bus would do, and is lent to Riverside alone.
    await story.lends('bus-639', 'bus-45', { title: '备用客车' }, 'riverside');
    expect(await story.requests('southeast-committee', WHOLE_BUS)).toMatchObject({ similar: [] });
    const there = { ...WHOLE_BUS, network: 'riverside' };
    expect(await story.requests('riverside-committee', there)).toMatchObject({
      similar: [{ title: '备用客车' }],
    });
    // Nor does any list of hers tell of it.
    for (const list of ['bookings(first: 100) { edges { node { id } } }', LINES, TOLD]) {
      const all = JSON.stringify(await story.lists('southeast-committee', list));
      expect(all).not.toMatch(new RegExp(`${story.riversideBus.id}|参观活动|riverside-primary`));
    }
    expect(await story.readersOf(story.southeastBus.id)).toEqual(['bus-639', ...COMMITTEE]);
  });

  it('lends it to Southeast a week later, and then each side sees the other’s phone', async () => {
    const week = { ...WHOLE_BUS, from: '2026-12-19T09:30', to: '2026-12-19T12:30' };
    story.southeastBus = await story.requests('southeast-committee', week);
    expect(await story.sees('bus-639', story.southeastBus.id)).toMatchObject({ requesterContact: null });
    await story.answers('bus-639', 'confirm', story.southeastBus);
    expect(await story.sees('bus-639', story.southeastBus.id)).toMatchObject({
      state: 'CONFIRMED',
      requesterContact: { phone: '021-5555 0001' },
    });
    expect(await story.sees('southeast-committee', story.southeastBus.id)).toMatchObject({
      ownerContact: {},
    });
    expect(await story.sees('riverside-committee', story.southeastBus.id)).toBeNull();
  });

  it('answers for the hall, which Riverside is not shown, as for an offer that does not exist', async () => {
    const rehearsal = { from: '2026-12-20T09:00', to: '2026-12-20T12:00', purpose: '合唱排练' };
    const input = story.input({ offer: 'hall', network: 'riverside', ...rehearsal });
    const ask = async (offerId?: string) =>
      (
        await story.world
          .as('riverside-committee')
          .askRaw(
            `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { __typename } }`,
            {
              input: { ...input, ...(offerId && { offerId }) },
            },
          )
      ).raw;
    const hidden = await ask();
    expect(hidden).toContain('NOT_FOUND');
    expect(hidden).toBe(await ask(toGlobalId('Offer', randomUUID())));
  });

  it('names every rule of the owner that a wish breaks, with what would be allowed', async () => {
    const soon = { ...WHOLE_BUS, from: '2026-11-24T08:00', to: '2026-11-24T09:00' };
    expect(await story.requests('southeast-committee', soon)).toMatchObject({
      __typename: 'RuleBroken',
      breaches: [{ rule: 'LEAD_TIME', earliestStart: at('2026-11-26T10:30') }, { rule: 'OUTSIDE_HOURS' }],
    });
    const far = { ...WHOLE_BUS, from: '2027-12-01T10:00', to: '2027-12-01T11:00' };
    expect(await story.requests('southeast-committee', far)).toMatchObject({
      breaches: [{ rule: 'HORIZON', latestEnd: at('2027-05-22T10:30') }],
    });
  });

  it('keeps a place for the meetings, and says of the one in January that the year is not announced', async () => {
    const meeting = { offer: 'warm-home', network: 'southeast', purpose: '四位一体会议:喷水池' };
    const fountain = { ...meeting, from: '2026-12-08T19:00', to: '2026-12-08T20:00' };
    const market = { ...meeting, from: '2026-12-10T14:00', to: '2026-12-10T15:30', purpose: '专题会' };
    for (const wish of [fountain, market])
      expect(await story.requests('southeast-officer', wish)).toMatchObject({
        state: 'CONFIRMED',
        provisional: false,
      });
    const joint = { ...meeting, offer: 'newcomers-home', purpose: '党建联建联席会议' };
    const january = { ...joint, from: '2027-01-13T14:00', to: '2027-01-13T16:00' };
    expect(await story.requests('southeast-committee', january)).toMatchObject({
      state: 'CONFIRMED',
      provisional: true,
    });
    // The hall opens on rest-days: a Wednesday of 2027 is a workday as far as anybody knows.
    const wednesday = { ...january, offer: 'hall', purpose: '合唱', to: '2027-01-13T15:00' };
    expect(await story.requests('southeast-committee', wednesday, true)).toMatchObject({
      __typename: 'RuleBroken',
      breaches: [{ rule: 'OUTSIDE_HOURS', provisional: true }],
    });
  });

  it('books for the menu: the fair beside the morning’s exercise, the talk with its room or neither', async () => {
    const open = { offer: 'playground', network: 'southeast', purpose: '便民服务集市', heads: 120 };
    const saturday = { ...open, from: '2026-12-05T09:00', to: '2026-12-05T11:30' };
    const fair = await story.requests('property-management', saturday);
    expect(fair).toMatchObject({ state: 'CONFIRMED', requester: { code: 'property-management' } });
    expect(await story.sees('zhoupu-no3-primary', story.mornings[4]!.id)).toMatchObject({
      state: 'CONFIRMED',
    });

    const hours = { from: '2026-12-16T13:30', to: '2026-12-16T15:30', network: 'southeast' };
    const both = (room: object = {}) => ({
      input: {
        purpose: '健康讲座',
        heads: 40,
        items: [
          story.input({ offer: 'health-talk', ...hours }),
          story.input({ offer: 'newcomers-home', ...hours, ...room }),
        ],
      },
    });
    expect(await story.does('clinic', 'bundle', both({ to: '2026-12-16T20:30' }))).toEqual({
      __typename: 'ItemsRefused',
      items: [{ index: 1, refusal: { code: 'RULE_BROKEN' } }],
    });
    const mine = 'bookings(first: 100) { edges { node { id } } }';
    expect(await story.lists('clinic', mine)).toEqual([]);
    const talk = await story.does('clinic', 'bundle', both());
    expect(talk.bookings.map(({ state }) => state).toSorted()).toEqual(['CONFIRMED', 'REQUESTED']);
    const [own] = talk.bookings.filter(({ state }) => state === 'REQUESTED');
    expect(await story.answers('clinic', 'confirm', own!)).toMatchObject({
      booking: { state: 'CONFIRMED' },
    });
  });

  it('books the parents’ school on four Sundays, the lecturer and the room', async () => {
    for (const [offer, owner] of [
      ['parents-school', 'secondary-school'],
      ['computer-room', 'zhoupu-no3-primary'],
    ] as const) {
      const first = { from: '2026-12-06T09:00', to: '2026-12-06T11:00', network: 'southeast' };
      const input = { ...story.input({ offer, ...first }), purpose: '周末家长学校', heads: 45 };
      const rule = 'FREQ=WEEKLY;COUNT=4';
      const { bookings } = await story.does('secondary-school', 'repeat', { input: { ...input, rule } });
      expect(bookings.map(({ startsAt, state }) => [startsAt, state])).toEqual(
        ['06', '13', '20', '27'].map((day) => [at(`2026-12-${day}T09:00`), 'REQUESTED']),
      );
      // Asked and answered on one morning: after 0, 10, 30 and 150 minutes.
      for (const [place, minutes] of [0, 10, 20, 120].entries()) {
        story.world.clock.advance(minutes * 60_000);
        await story.answers(owner, 'confirm', bookings[place]!);
      }
    }
    const sunday = 'busy($window) { startsAt }';
    expect(await story.looks('developer', 'computer-room', sunday, ['2026-12-13', '2026-12-14'])).toEqual({
      busy: [{ startsAt: at('2026-12-13T09:00') }],
    });
  });
}
