import { EXAMPLE } from '../support/example-file.js';
import { DatePollActs, pollSpan, type SeenPoll } from '../support/date-poll-acts.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { MeetingSeriesActs } from '../support/meeting-series-acts.js';
import { startWorld, type World } from '../support/world.js';

const BOOK = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { state } } }`;
const LINES = `query ($id: ID!) { node(id: $id) { ... on DatePoll { auditLines(first: 50) { totalCount } } } }`;
const MEETING = `query ($id: ID!) { meeting(id: $id) {
  state version startsAt endsAt call { agendaDeadline } datePolls { id state } } }`;

interface Seen {
  readonly state: string;
  readonly version: number;
  readonly startsAt: string;
  readonly call: { readonly agendaDeadline: string | null };
  readonly datePolls: readonly { readonly id: string; readonly state: string }[];
}

const CREATE_OFFER = `mutation ($input: CreateOfferInput!) { own: createOffer(input: $input) { id } }`;

describe('finding a date', () => {
  let world: World;
  let meetings: MeetingActs;
  let polls: DatePollActs;

  beforeAll(async () => {
    world = await startWorld();
    meetings = new MeetingActs(world);
    polls = new DatePollActs(world);
  });
  afterAll(() => world.close());

  const opened = async (changes: object = {}, draft: object = {}) => {
    const meeting = await meetings.draft(draft);
    return { meeting, poll: await polls.open(meeting, changes) };
  };
  const days = (spans: readonly { startsAt: string }[] | undefined) =>
    spans?.map(({ startsAt }) => startsAt.slice(8, 10));
  const seeMeeting = async (account: string, { id }: { id: string }) =>
    (await world.as(account).ask<{ meeting: Seen | null }>(MEETING, { id })).meeting;
  const change = (meeting: Pick<SeenMeeting, 'id' | 'version'>, input: object) =>
    meetings.step('updateMeeting', meeting, { input });
  const READERS = [
    'clinic',
    'fire-squadron',
    'owners-committee',
    'southeast-officer',
    'zhoupu-steward',
    'resident-1',
    'riverside-primary',
    'riverside-committee',
  ];
  const readersOf = async (poll: SeenPoll) => {
    const readers = [];
    for (const account of READERS) {
      const seen = await polls.see(account, poll);
      const isListed = (await polls.list(account)).includes(poll.id);
      expect([account, isListed]).toEqual([account, seen !== null]);
      type Lines = { node: { auditLines: { totalCount: number } } | null };
      const span = await world.as(account).ask<Lines>(LINES, { id: poll.spans[0]?.id });
      expect([account, span.node !== null]).toEqual([account, seen !== null]);
      if (seen) readers.push(account);
    }
    return readers;
  };

  it('asks all members of a joint meeting, who read of the draft its name, the spans and the deadline alone', async () => {
    const { meeting, poll } = await opened({}, { location: '居委会会议室' });
    expect(poll).toMatchObject({ state: 'OPEN', title: '联席会议', zone: 'Asia/Shanghai' });
    expect(poll.meeting).toEqual({ id: meeting.id });
    expect(await readersOf(poll)).toEqual(['clinic', 'fire-squadron', 'southeast-officer']);
    const ofClinic = await polls.get('clinic', poll);
    expect([ofClinic.meeting, ofClinic.answers, days(ofClinic.spans)]).toEqual([
      null,
      [],
      ['09', '10', '11'],
    ]);
    expect(ofClinic.askedUnits).toHaveLength(14);
    expect(await seeMeeting('clinic', meeting)).toBeNull();
    expect(await meetings.tryStep('southeast-committee', 'callMeeting', meeting)).toMatchObject({
      state: 'CALLED',
    });
    expect((await polls.get('clinic', poll)).state).toBe('CLOSED');
  });

  it('asks of a working meeting the units chosen, guests too; who is chosen later follows', async () => {
    const { meeting, poll } = await opened({}, meetings.working(['clinic', 'owners-committee']));
    expect(await readersOf(poll)).toEqual(['clinic', 'owners-committee', 'southeast-officer']);
    await polls.answer('clinic', poll, { 0: 'YES', 1: 'NO' });
    await polls.answer('owners-committee', poll, { 0: 'YES' });
    const before = await polls.get('owners-committee', poll);
    expect(before.spans[0]).toMatchObject({ yesCount: 1, guestYesCount: 1, unansweredCount: 1 });
    const unitIds = ['fire-squadron', 'owners-committee'].map((code) => world.unit(code));
    await change(meeting, { title: '四位一体会议', unitIds });
    expect(await readersOf(poll)).toEqual(['fire-squadron', 'owners-committee', 'southeast-officer']);
    const after = await polls.get('fire-squadron', poll);
    expect(after.title).toBe('四位一体会议');
    expect(after.spans[0]).toMatchObject({ yesCount: 0, guestYesCount: 1, unansweredCount: 2 });
  });

  it('can be tried first: who would be asked', async () => {
    const meeting = await meetings.draft();
    const input = polls.input();
    const tried = await polls.tryStep('southeast-officer', 'openDatePoll', { ...meeting, input }, true);
    expect(tried.askedUnits).toHaveLength(14);
    expect(await polls.list('clinic')).not.toContain(tried.id);
    expect((await seeMeeting('southeast-officer', meeting))?.datePolls).toEqual([]);
  });

  it('says beside each span whether the wanted venue is free, to the committee alone', async () => {
    const offerId = await world.offer('warm-home');
    const taken = { offerId, networkId: world.network('southeast'), ...pollSpan(10), purpose: '讲座' };
    await world.as('clinic').ask(BOOK, { input: taken });
    const spans = [pollSpan(9), pollSpan(10), pollSpan(11, 19)];
    const { poll } = await opened({ venueOfferId: offerId, spans });
    const venues = poll.spans.map(({ venue }) => venue);
    expect(venues.map((venue) => [venue?.isFree, venue?.isTaken, venue?.breaches.length])).toEqual([
      [true, false, 0],
      [false, true, 0],
      [false, false, 1],
    ]);
    expect(venues.map((venue) => venue?.nextFree?.startsAt ?? null)).toEqual([
      null,
      '2026-12-10T08:00:00.000Z',
      '2026-12-12T00:30:00.000Z',
    ]);
    expect(venues[2]?.breaches[0]?.rule).toBe('OUTSIDE_HOURS');
    expect((await polls.get('clinic', poll)).spans.map(({ venue }) => venue)).toEqual([null, null, null]);
    const without = await polls.step('updateDatePoll', poll, { input: { venueOfferId: null } });
    expect(without.spans.map(({ venue }) => venue)).toEqual([null, null, null]);
  });

  it('says which days are off, as far as they are known, where the network is', async () => {
    const instant = { startsAt: '2026-12-12T23:00:00Z', endsAt: '2026-12-13T01:00:00Z' };
    const next = { startsAt: '2027-01-04T06:00:00Z', endsAt: '2027-01-04T07:00:00Z' };
    const { poll } = await opened({ zone: 'America/New_York', spans: [next, instant] });
    expect(poll.spans.map(({ day }) => day)).toEqual([
      { day: '2026-12-13', class: 'REST_DAY', provisional: false },
      { day: '2027-01-04', class: 'WORKDAY', provisional: true },
    ]);
    expect(poll.spans[0]?.shownAs).toBe('2026年12月12日（星期六）18:00–20:00');
  });

  it('names what else is then: to the committee of its own network, to a unit its own of any', async () => {
    const riverside = new MeetingActs(world, 'riverside');
    const span = pollSpan(16);
    await riverside.called({ ...span, title: '滨河会议' });
    await meetings.called(meetings.working(['clinic'], { ...span, title: '诊所专题会' }));
    await meetings.called({ ...pollSpan(17), title: '次日会议' });
    await meetings.draft({ ...span, title: '草稿' });
    const { poll } = await opened({ spans: [span] });
    const clashesOf = async (account: string) =>
      (await polls.get(account, poll)).spans[0]?.clashes.map(({ title }) => title);
    expect(await clashesOf('southeast-officer')).toEqual(['诊所专题会']);
    expect(await clashesOf('clinic')).toEqual(['诊所专题会']);
    expect(await clashesOf('fire-squadron')).toEqual(['滨河会议']);
    expect(await clashesOf('food-market')).toEqual([]);
    const other = await opened({ spans: [span] }, meetings.working(['food-market', 'owners-committee']));
    const ofOthers = (await polls.get('southeast-officer', other.poll)).spans[0]?.clashes;
    // The committee itself is invited to whatever it calls.
    expect(ofOthers?.map(({ title }) => title)).toEqual(['诊所专题会']);
  });

  it('is settled by choosing a span: the draft is then, stays silent, and those asked read which it was', async () => {
    const draft = { agendaDeadline: '2026-12-08T14:00:00+08:00' };
    const { meeting, poll } = await opened({}, draft);
    await polls.answer('clinic', poll, { 0: 'NO', 1: 'YES' });
    const [, wanted] = poll.spans;
    const settled = await polls.step('settleDatePoll', poll, { spanId: wanted?.id });
    expect(settled).toMatchObject({ state: 'SETTLED', chosenSpan: { id: wanted?.id } });
    expect(await seeMeeting('southeast-officer', meeting)).toMatchObject({
      state: 'DRAFT',
      startsAt: '2026-12-10T06:00:00.000Z',
      endsAt: '2026-12-10T08:00:00.000Z',
      call: { agendaDeadline: '2026-12-09T06:00:00.000Z' },
    });
    expect(await seeMeeting('clinic', meeting)).toBeNull();
    const seen = await polls.get('clinic', poll);
    expect(seen).toMatchObject({ state: 'SETTLED', chosenSpan: { id: wanted?.id }, meeting: null });
    expect(seen.chatText).toBe(
      '【会议时间已定】东南社区共建网络：联席会议\n时间：2026年12月10日（星期四）14:00–16:00\n正式会议通知另行发出。',
    );
    const version = (await seeMeeting('southeast-officer', meeting))?.version ?? 0;
    await meetings.step('callMeeting', { id: meeting.id, version });
    expect((await polls.get('clinic', poll)).meeting).toEqual({ id: meeting.id });
    expect((await seeMeeting('clinic', meeting))?.datePolls).toEqual([{ id: poll.id, state: 'SETTLED' }]);
    // It is no clash of its own.
    expect((await polls.get('clinic', poll)).spans[1]?.clashes).toEqual([]);
  });

  it('is closed when its draft is called, cancelled or dated by hand; another title leaves it open', async () => {
    const named = await opened();
    await change(named.meeting, { title: '年终联席会议' });
    expect(await polls.get('clinic', named.poll)).toMatchObject({ state: 'OPEN', title: '年终联席会议' });
    const dated = await opened();
    await change(dated.meeting, { startsAt: '2026-12-09T14:30:00+08:00' });
    expect((await polls.get('clinic', dated.poll)).state).toBe('CLOSED');
    const cancelled = await opened();
    await meetings.step('cancelMeeting', cancelled.meeting);
    const closed = await polls.get('clinic', cancelled.poll);
    expect(closed.chatText).toBe('【会议时间征集结束】东南社区共建网络：联席会议\n会议已取消。');
    expect((await polls.answer('clinic', closed, { 0: 'YES' })).__typename).toBe('WrongState');
    // A draft may be asked about again.
    const again = await opened();
    await polls.step('closeDatePoll', again.poll);
    await polls.open(again.meeting);
    expect(
      (await polls.tryStep('southeast-officer', 'openDatePoll', { ...again.meeting, input: polls.input() }))
        .message,
    ).toBe('A poll of this meeting is open: settle or close it first.');
  });

  it('holds once settled as long as the meeting is then: of a cancelled one it says that, of another time too', async () => {
    const settle = async () => {
      const { meeting, poll } = await opened();
      await polls.step('settleDatePoll', poll, { spanId: poll.spans[1]?.id });
      return { poll, draft: await meetings.see(meeting.id) };
    };
    const ended = async ({ poll }: { poll: SeenPoll }) => {
      const { state, chatText } = await polls.get('clinic', poll);
      return [state, chatText.split('\n').at(-1)];
    };
    const cancelled = await settle();
    await meetings.step('cancelMeeting', cancelled.draft);
    expect(await ended(cancelled)).toEqual(['CLOSED', '会议已取消。']);
    const named = await settle();
    await change(named.draft, { title: '年终联席会议' });
    expect(await ended(named)).toEqual(['SETTLED', '正式会议通知另行发出。']);
    const dated = await settle();
    await change(dated.draft, { startsAt: '2026-12-10T14:30:00+08:00' });
    expect(await ended(dated)).toEqual(['CLOSED', '原定时间不再有效，会议时间以正式通知为准。']);
    const called = await settle();
    const meeting = await meetings.step('callMeeting', called.draft);
    expect(await ended(called)).toEqual(['SETTLED', '正式会议通知另行发出。']);
    await meetings.step('cancelMeeting', meeting);
    expect(await ended(called)).toEqual(['CLOSED', '会议已取消。']);
  });

  it('takes a draft off the rule of its series', async () => {
    const series = new MeetingSeriesActs(world);
    const made = await series.create();
    const [first] = made.meetingsAhead;
    await polls.open(
      { id: first?.id ?? '', version: first?.version ?? 0 },
      { until: '2026-12-20T12:00:00+08:00' },
    );
    const changed = await series.update(made, { at: '15:00' });
    expect(changed.meetingsAhead.map(({ startsAt }) => startsAt.slice(11, 13))).toEqual([
      '06',
      '07',
      '07',
      '07',
    ]);
  });

  it.each([
    ['no span', { spans: [] }, 'input.spans'],
    ['too many', { spans: Array.from({ length: 21 }, (_, at) => pollSpan(at + 1, 9)) }, 'input.spans'],
    ['one twice', { spans: [pollSpan(9), pollSpan(9)] }, 'input.spans'],
    [
      'one that is over',
      { spans: [pollSpan(9), { startsAt: '2026-11-20T14:00:00Z', endsAt: '2026-11-20T15:00:00Z' }] },
      'input.spans.1.startsAt',
    ],
    [
      'one that ends first',
      { spans: [{ ...pollSpan(9), endsAt: '2026-12-09T05:00:00Z' }] },
      'input.spans.0.endsAt',
    ],
    ['a deadline that is over', { until: '2026-11-23T09:00:00+08:00' }, 'input.until'],
    ['no zone', { zone: 'Mars/Base' }, 'input.zone'],
    ['an offset', { zone: '+08:00' }, 'input.zone'],
  ])('is not opened with %s', async (_, changes, path) => {
    const variables = { ...(await meetings.draft()), input: polls.input(changes) };
    expect(await polls.tryStep('southeast-officer', 'openDatePoll', variables)).toEqual({
      __typename: 'BAD_USER_INPUT',
      message: path,
    });
  });

  it('is not opened for a venue that is none, that the committee does not see, or that it has not lent to the network', async () => {
    const bus = await world.offer('bus-45');
    const kept = await world.draft('newcomers-home');
    const room = EXAMPLE.offers.find(({ code }) => code === 'newcomers-home');
    const { own } = await world
      .as('southeast-committee')
      .ask<{ own: { id: string } }>(CREATE_OFFER, { input: room?.input });
    const outcomes = [];
    for (const venueOfferId of [bus, kept.id, own.id]) {
      const variables = { ...(await meetings.draft()), input: polls.input({ venueOfferId }) };
      outcomes.push((await polls.tryStep('southeast-officer', 'openDatePoll', variables)).__typename);
    }
    expect(outcomes).toEqual(['BAD_USER_INPUT', 'NOT_FOUND', 'NOT_FOUND']);
  });
});
