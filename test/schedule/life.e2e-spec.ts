import { ActionActs } from '../support/action-acts.js';
import { MeetingActs, MOVED_SPAN } from '../support/meeting-acts.js';
import { MeetingSeriesActs } from '../support/meeting-series-acts.js';
import { MenuActs, onDay } from '../support/menu-acts.js';
import { SignUpActs } from '../support/sign-up-acts.js';
import { startWorld, type World } from '../support/world.js';
import { fetchFeed, inOrder, readWithIcalJs, readWithNodeIcal, type FeedEvent } from './read-feed.js';
import { readSchedule, SCHEDULE, WHOLE, type ReadEntry } from './read-schedule.js';

const STEP = '$id: ID!, $version: Int!';
const BOOKING = '... on Booking { id version state }';
const OFFER = { confirmation: 'AUTOMATIC', leadTimeMinutes: 0 };
const REPEAT = `mutation ($input: RequestSeriesInput!) { done: requestSeries(input: $input) {
  ... on SeriesOutcome { bookings { id version state } } } }`;
const MOVE = `mutation (${STEP}, $startsAt: DateTime!, $endsAt: DateTime!) {
  done: moveBooking(id: $id, version: $version, startsAt: $startsAt, endsAt: $endsAt) { ${BOOKING} } }`;
const CANCEL = `mutation (${STEP}) { done: cancelBooking(id: $id, version: $version) { ${BOOKING} } }`;

interface Seen {
  readonly id: string;
  readonly version: number;
}

/** What has its time, from its first day on to its end, in the list and in the calendar alike. */
describe('What stands in a schedule', () => {
  let world: World;
  let meetings: MeetingActs;
  let menus: MenuActs;
  let signUps: SignUpActs;

  beforeAll(async () => {
    world = await startWorld();
    meetings = new MeetingActs(world);
    menus = new MenuActs(world);
    signUps = new SignUpActs(world, menus);
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });

  const entriesOf = async (account: string, thing: { readonly id: string }): Promise<ReadEntry[]> =>
    (await readSchedule(world.actingAs(account))).filter((entry) => entry.thing?.id === thing.id);
  const statesOf = async (account: string, thing: { readonly id: string }): Promise<string[]> =>
    (await entriesOf(account, thing)).map(({ kind, state }) => `${kind} ${state}`);
  const ask = async <Done>(account: string, document: string, variables: object): Promise<Done> =>
    (await world.as(account).ask<{ done: Done }>(document, variables)).done;

  /** The events of these keys, as both readers take them. */
  async function eventsOf(account: string, keys: readonly string[]): Promise<FeedEvent[]> {
    const calendar = await fetchFeed(world, world.actingAs(account));
    const events = inOrder(readWithIcalJs(calendar));
    expect(inOrder(readWithNodeIcal(calendar))).toEqual(events);
    return keys.flatMap((key) => events.filter(({ uid }) => uid === key));
  }

  /** Of some dates, the named one has another time or is called off, with a higher number; the others are as they were. */
  function expectOneChanged(
    before: readonly FeedEvent[],
    after: readonly FeedEvent[],
    changed: number,
    to: Partial<FeedEvent>,
  ): void {
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    for (const [place, event] of after.entries()) if (place !== changed) expect(event).toEqual(before[place]);
    expect(after[changed]).toMatchObject(to);
    expect(after[changed]?.sequence).toBeGreaterThan(before[changed]?.sequence ?? Infinity);
  }

  it('is a meeting from its call on: for those invited, and as cancelled in the end', async () => {
    const draft = await meetings.draft(meetings.working(['clinic']));
    expect(await statesOf('southeast-committee', draft)).toEqual([]);
    const called = await meetings.step('callMeeting', draft);
    const seenBy = async () =>
      Promise.all(
        ['southeast-committee', 'clinic', 'food-market', 'riverside-clinic'].map(
          async (account) => (await statesOf(account, called))[0],
        ),
      );
    const deadline = 'DEADLINE CONFIRMED';
    expect(await statesOf('clinic', called)).toEqual(['MEETING CONFIRMED', deadline]);
    expect((await seenBy()).map((one) => one !== undefined)).toEqual([true, true, false, false]);
    const [meeting] = (await entriesOf('clinic', called)).filter(({ kind }) => kind === 'MEETING');
    const [before] = await eventsOf('clinic', [meeting?.key ?? '']);
    const moved = await meetings.step('moveMeeting', called, { input: { ...MOVED_SPAN, reason: '停电' } });
    const [after] = await eventsOf('clinic', [meeting?.key ?? '']);
    expect(after).toMatchObject({ status: 'CONFIRMED', startsAt: '2026-12-10T01:00:00Z' });
    await meetings.step('cancelMeeting', moved);
    const [ended] = await eventsOf('clinic', [meeting?.key ?? '']);
    expect(ended).toMatchObject({ status: 'CANCELLED', startsAt: '2026-12-10T01:00:00Z' });
    const numbers = [before, after, ended].map((event) => event?.sequence ?? NaN);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    // Nothing is to be answered any more.
    expect(await statesOf('clinic', called)).toEqual(['MEETING CANCELLED']);
  });

  it('keeps a single exception of a repeated booking single', async () => {
    const offerId = await world.offer('hall', OFFER);
    const at = (time: string): string => `2026-12-05T${time}:00+08:00`;
    const input = {
      offerId,
      networkId: world.network('southeast'),
      startsAt: at('10:00'),
      endsAt: at('11:00'),
      purpose: '排练',
      rule: 'FREQ=WEEKLY;COUNT=4',
    };
    const { bookings } = await ask<{ bookings: readonly Seen[] }>('clinic', REPEAT, { input });
    expect(bookings).toHaveLength(4);
    const keys = bookings.map(({ id }) => id);
    const [, second, third] = bookings;
    // A hall is found by its address, by whoever lends it as by whoever comes.
    for (const account of ['clinic', 'southeast-kindergarten'])
      expect((await entriesOf(account, { id: keys[0] ?? '' })).map(({ place }) => place)).toEqual([
        '东南幼儿园一楼',
      ]);
    const start = await eventsOf('clinic', keys);
    expect(start.map(({ status }) => status)).toEqual(Array(4).fill('CONFIRMED'));

    const to = { startsAt: '2026-12-13T10:00:00+08:00', endsAt: '2026-12-13T11:00:00+08:00' };
    await ask('clinic', MOVE, { ...second, ...to });
    const moved = await eventsOf('clinic', keys);
    expectOneChanged(start, moved, 1, { status: 'CONFIRMED', startsAt: '2026-12-13T02:00:00Z' });
    await ask('clinic', CANCEL, { ...third });
    const cancelled = await eventsOf('clinic', keys);
    expectOneChanged(moved, cancelled, 2, { status: 'CANCELLED', startsAt: start[2]?.startsAt ?? '' });
    // The other side takes the same.
    expect(await eventsOf('clinic', keys)).toEqual(cancelled);
  });

  it('keeps a single exception of a series of meetings single', async () => {
    const series = await new MeetingSeriesActs(world).create({ every: 'MONTH', monthOfQuarter: null });
    const [first, second] = series.meetingsAhead;
    if (!first || !second) throw new Error('A series has two meetings ahead.');
    const keys = [first.id, second.id];
    await meetings.step('callMeeting', first);
    const called = await meetings.step('callMeeting', second);
    const before = await eventsOf('clinic', keys);
    const span = { startsAt: '2027-01-20T09:00:00+08:00', endsAt: '2027-01-20T11:00:00+08:00' };
    const moved = await meetings.step('moveMeeting', called, { input: { ...span, reason: '停电' } });
    const after = await eventsOf('clinic', keys);
    expectOneChanged(before, after, 1, { status: 'CONFIRMED', startsAt: '2027-01-20T01:00:00Z' });
    await meetings.step('cancelMeeting', moved);
    expectOneChanged(after, await eventsOf('clinic', keys), 1, { status: 'CANCELLED' });
  });

  it('keeps a single exception of a course single, for who leads it and who comes', async () => {
    const dates = [onDay(1), onDay(8), onDay(15)];
    const dish = await signUps.published({ kind: 'COURSE', title: '急救课程', dates, quota: 10 });
    await signUps.act('bus-639', 'signUpForDish', { dishId: dish.id, heads: 8 });
    await signUps.act('food-market', 'signUpForDish', { dishId: dish.id, heads: 8 });
    const activity = (state: string) => Array.from({ length: 3 }, () => `ACTIVITY ${state}`);
    expect(await statesOf('clinic', dish)).toEqual(activity('CONFIRMED'));
    expect(await statesOf('bus-639', dish)).toEqual(activity('CONFIRMED'));
    expect(await statesOf('food-market', dish)).toEqual(activity('TENTATIVE'));
    // The committee organises it, and is not there itself; others have not signed up.
    for (const account of ['southeast-committee', 'developer', 'zhoupu-steward', 'riverside-clinic'])
      expect(await statesOf(account, dish)).toEqual([]);

    const ids = (await signUps.dish(dish.id)).dates.map(({ id }) => id);
    for (const account of ['clinic', 'bus-639'])
      expect((await entriesOf(account, dish)).map(({ key }) => key)).toEqual(ids);
    const before = await eventsOf('bus-639', ids);
    const wanted = dates.map((span, place) => ({ ...span, id: ids[place] }));
    const put = { ...onDay(9, '14:00', '16:00'), id: ids[1] };
    await signUps.change(dish, { dates: wanted.with(1, put) });
    const moved = await eventsOf('bus-639', ids);
    expectOneChanged(before, moved, 1, { status: 'CONFIRMED', startsAt: '2026-12-09T06:00:00Z' });
    await signUps.change(dish, { dates: [put, ...wanted.slice(0, 1)] });
    const dropped = await eventsOf('bus-639', ids);
    expectOneChanged(moved, dropped, 2, { status: 'CANCELLED', startsAt: '2026-12-15T01:00:00Z' });
  });

  it('is an activity as long as the unit comes to it, and as cancelled from then on', async () => {
    const dish = await signUps.published({ title: '义诊', dates: [onDay(20)] });
    const { id, version } = await signUps.act('developer', 'signUpForDish', { dishId: dish.id, heads: 2 });
    const [first] = await entriesOf('developer', dish);
    expect(first).toMatchObject({ kind: 'ACTIVITY', state: 'CONFIRMED', title: '义诊' });
    await signUps.act('developer', 'cancelSignUp', { id, version });
    const [left] = await entriesOf('developer', dish);
    expect(left).toMatchObject({ key: first?.key, state: 'CANCELLED' });
    expect(left?.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
    await signUps.act('developer', 'signUpForDish', { dishId: dish.id, heads: 3 });
    const [back] = await entriesOf('developer', dish);
    expect(back).toMatchObject({ key: first?.key, state: 'CONFIRMED' });
    expect(back?.sequence).toBeGreaterThan(left?.sequence ?? Infinity);
    await menus.act(menus.secretary, 'cancelDish', await signUps.dish(dish.id));
    for (const account of ['clinic', 'developer'])
      expect(await statesOf(account, dish)).toEqual(['ACTIVITY CANCELLED']);
  });

  it('is what is due by a meeting: put off with it, as the same deadline, and gone with it', async () => {
    const called = await meetings.called(meetings.working(['clinic']));
    const due = async () => (await entriesOf('clinic', called)).find(({ kind }) => kind === 'DEADLINE');
    const key = (await due())?.key ?? '';
    expect(key).toBe(`MEETING_TO_ANSWER:${called.id}`);
    const before = await eventsOf('clinic', [key]);
    const moved = await meetings.step('moveMeeting', called, { input: { ...MOVED_SPAN, reason: '停电' } });
    expect((await due())?.key).toBe(key);
    expectOneChanged(before, await eventsOf('clinic', [key]), 0, { startsAt: '2026-12-10T01:00:00Z' });
    await meetings.step('cancelMeeting', moved);
    expect(await eventsOf('clinic', [key])).toEqual([]);
  });

  it('is what is due, of a day on that day, and gone when it is settled', async () => {
    const actions = new ActionActs(world);
    const begun = async () => {
      const now = world.clock.now().getTime();
      const span = { startsAt: new Date(now + 60_000), endsAt: new Date(now + 3_660_000) };
      return meetings.step('beginMeeting', await meetings.called(span));
    };
    const action = await actions.create(await begun(), { dueOn: '2026-12-18' });
    const due = async () => (await entriesOf('clinic', action)).map(({ waiting, day }) => [waiting, day]);
    expect(await due()).toEqual([['ACTION', '2026-12-18']]);
    const [before] = await entriesOf('clinic', action);
    expect([before?.startsAt, before?.endsAt]).toEqual([
      '2026-12-17T16:00:00.000Z',
      '2026-12-18T16:00:00.000Z',
    ]);
    const only = (from: string, to: string) =>
      readSchedule(world.as('clinic'), { from, to, kinds: ['DEADLINE'], states: ['CONFIRMED'] });
    const keys = async (from: string, to: string) => (await only(from, to)).map(({ key }) => key);
    expect(await keys('2026-12-18T15:00:00Z', '2026-12-18T15:30:00Z')).toContain(before?.key);
    expect(await keys('2026-12-18T16:00:00Z', '2026-12-19T16:00:00Z')).not.toContain(before?.key);
    const events = await eventsOf('clinic', [before?.key ?? '']);
    expect(events).toMatchObject([
      { startsAt: '2026-12-18', endsAt: null, summary: '截止：菜场门口划线停车' },
    ]);
    const later = await actions.step('postponeAction', action, { dueOn: '2026-12-20' });
    expect(await due()).toEqual([['ACTION', '2026-12-20']]);
    // The same deadline, later: readers of calendars move it.
    expectOneChanged(events, await eventsOf('clinic', [before?.key ?? '']), 0, { startsAt: '2026-12-20' });
    await actions.step('finishAction', later, { text: '已完成' }, 'clinic');
    expect(await due()).toEqual([]);
  });

  it('refuses a span that is none or too long, strangers, and what is no network', async () => {
    const tryAsk = async (variables: object) =>
      (await world.as('clinic').tryAsk(SCHEDULE, { ...WHOLE, ...variables })).errors?.[0]?.extensions;
    const bad = { code: 'BAD_USER_INPUT', fields: [{ path: 'to' }] };
    expect(await tryAsk({ to: WHOLE.from })).toMatchObject(bad);
    expect(await tryAsk({ to: '2027-10-07T00:00:00+08:00' })).toMatchObject(bad);
    expect(await tryAsk({ to: '2027-10-06T00:00:00+08:00' })).toBeUndefined();
    expect(await tryAsk({ first: 2, after: 'abc' })).toMatchObject({ ...bad, fields: [{ path: 'after' }] });
    const { errors } = await world.nobody().tryAsk(SCHEDULE, WHOLE);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const elsewhere = { networkId: world.other.network('southeast') };
    expect(await readSchedule(world.as('clinic'), elsewhere)).toEqual([]);
  });
});
