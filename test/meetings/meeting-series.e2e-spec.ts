import { JobRunner } from '#jobs';
import { importYear } from '#resources';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { queryAsSuperuser } from '../support/cluster.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { MeetingSeriesActs, type SeenSeries } from '../support/meeting-series-acts.js';
import { startWorld, type World } from '../support/world.js';

const CREATE = `mutation ($input: CreateMeetingSeriesInput!) { createMeetingSeries(input: $input) { id } }`;
const SEE = `query ($id: ID!) { meeting(id: $id) { state series { id } } }`;

describe('meetings that come round', () => {
  let world: World;
  let series: MeetingSeriesActs;
  let meetings: MeetingActs;

  beforeAll(async () => {
    world = await startWorld();
    series = new MeetingSeriesActs(world);
    meetings = new MeetingActs(world);
  });
  afterAll(() => world.close());

  /** On the wall clock. */
  const daysOf = ({ meetingsAhead }: SeenSeries) =>
    meetingsAhead.map(({ startsAt }) =>
      Temporal.Instant.from(startsAt)
        .toZonedDateTimeISO('Asia/Shanghai')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' }),
    );
  const seen = async ({ id }: SeenSeries): Promise<SeenSeries> => {
    const found = await series.see('southeast-officer', id);
    if (!found) throw new Error('The series is not there.');
    return found;
  };
  const refusalOf = async (account: string, changes: object) => {
    const { errors } = await world.as(account).tryAsk(CREATE, { input: series.input(changes) });
    return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.fields?.[0]?.path];
  };

  it('stand as drafts of the next four, provisional where their year is not announced; nobody is told', async () => {
    const tried = await series.create({}, true);
    expect(await series.see('southeast-officer', tried.id)).toBeNull();
    const made = await series.create();
    expect(made.meetingsAhead).toEqual(
      tried.meetingsAhead.map((draft) => ({ ...draft, id: expect.any(String) as string })),
    );
    expect(daysOf(made)).toEqual([
      '2027-01-13T14:00',
      '2027-04-14T14:00',
      '2027-07-14T14:00',
      '2027-10-13T14:00',
    ]);
    const [first] = made.meetingsAhead;
    expect(first).toMatchObject({ state: 'DRAFT', title: '季度联席会议', isProvisional: true });
    for (const account of ['clinic', 'zhoupu-steward', 'resident-1', 'riverside-committee']) {
      expect([account, await series.see(account, made.id)]).toEqual([account, null]);
      const { meeting } = await world.as(account).ask<{ meeting: object | null }>(SEE, { id: first?.id });
      expect([account, meeting]).toEqual([account, null]);
    }
    await series.end(made);
  });

  it('follow a change of the rule, but for what was called, dated by hand or called off', async () => {
    const made = await series.create();
    const [first, second, third, fourth] = made.meetingsAhead;
    if (!first || !second || !third || !fourth) throw new Error('A draft is missing.');
    const called = await meetings.step('callMeeting', first);
    expect((await world.as('clinic').ask<{ meeting: object }>(SEE, { id: called.id })).meeting).toEqual({
      state: 'CALLED',
      series: null,
    });
    const input = { startsAt: '2027-04-20T01:00:00Z', endsAt: '2027-04-20T02:00:00Z' };
    await meetings.step('updateMeeting', second, { input });
    await meetings.step('cancelMeeting', third);
    const changed = await series.update(made, { weekday: 4, at: '09:30', title: '联席例会' });
    expect(daysOf(changed)).toEqual(['2027-01-13T14:00', '2027-04-20T09:00', '2027-10-14T09:30']);
    expect(changed.meetingsAhead.map(({ title }) => title)).toEqual([
      '季度联席会议',
      '季度联席会议',
      '联席例会',
    ]);
    expect(changed.meetingsAhead[2]?.id).toBe(fourth.id);
    const monthly = await series.update(changed, { every: 'MONTH', weekday: 3, at: '14:00' });
    // Each month that has none of its own.
    expect(daysOf(monthly)).toEqual([
      '2026-12-09T14:00',
      '2027-01-13T14:00',
      '2027-02-10T14:00',
      '2027-03-10T14:00',
      '2027-04-20T09:00',
    ]);
    const ended = await series.end(monthly);
    expect(daysOf(ended)).toEqual(['2027-01-13T14:00', '2027-04-20T09:00']);
    expect((await series.end(ended)).message).toBe('The series has ended.');
  });

  it('stay on the morning of their own day, as long as the rule has them there', async () => {
    const before = world.clock.now();
    const made = await series.create();
    world.clock.set(new Date('2027-01-12T23:30:00Z'));
    const daily = async () => {
      const { database } = world.api;
      await queryAsSuperuser('UPDATE graphile_worker._private_jobs SET run_at = now()', database.name);
      await world.api.app.get(JobRunner).runDue({ url: database.appUrl, log: pino({ level: 'silent' }) });
    };
    await daily();
    const days = ['2027-01-13T14:00', '2027-04-14T14:00', '2027-07-14T14:00', '2027-10-13T14:00'];
    const kept = await seen(made);
    expect(daysOf(kept).slice(0, 4)).toEqual(days);
    expect(kept.meetingsAhead[0]).toMatchObject({ id: made.meetingsAhead[0]?.id, state: 'DRAFT' });
    // It follows a new hour, but not into the past.
    const later = await series.update(kept, { at: '15:00' });
    expect(daysOf(later)[0]).toBe('2027-01-13T15:00');
    expect(daysOf(await series.update(later, { at: '07:00' })).slice(0, 2)).toEqual([
      '2027-01-13T15:00',
      '2027-04-14T07:00',
    ]);
    const other = await series.update(await seen(made), { weekday: 4 });
    expect(daysOf(other)[0]).toBe('2027-01-14T07:00');
    // Nothing comes to stand on today that was not there.
    const back = await series.update(other, { weekday: 3, at: '15:00' });
    expect(daysOf(back)[0]).toBe('2027-04-14T15:00');
    await series.end(back);
    // On its own day a new series has none today.
    world.clock.set(new Date('2027-01-13T00:00:00Z'));
    const fresh = await series.create();
    expect(daysOf(fresh)[0]).toBe('2027-04-14T14:00');
    await series.end(fresh);
    world.clock.set(before);
  });

  it('keep what was written into a draft by hand, and its deadline as long before the start', async () => {
    const made = await series.create({ location: '会议室' });
    const [first, second] = made.meetingsAhead;
    if (!first || !second) throw new Error('A draft is missing.');
    const agendaDeadline = '2027-01-13T12:00:00+08:00';
    const input = { title: '新年联席会议', location: '学校礼堂', agendaDeadline };
    await meetings.step('updateMeeting', first, { input });
    const changed = await series.update(made, { title: '例会', location: '二楼', at: '09:00' });
    expect(changed.meetingsAhead.slice(0, 2)).toMatchObject([
      { title: '新年联席会议', call: { location: '学校礼堂', agendaDeadline: '2027-01-12T23:00:00.000Z' } },
      { title: '例会', call: { location: '二楼' } },
    ]);
    expect(daysOf(changed)[0]).toBe('2027-01-13T09:00');
    await series.end(changed);
  });

  it('are certain where the rule steps off nothing', async () => {
    const made = await series.create({ offRestDay: 'STAYS', weekday: 6 });
    expect(made.meetingsAhead.some(({ isProvisional }) => isProvisional)).toBe(false);
    await series.end(made);
  });

  it('are looked at anew each day: a year that is announced dates drafts, and leaves called meetings alone', async () => {
    const [follows, called] = [await series.create(), await series.create({ title: '已通知' })];
    const { database } = world.api;
    const [first] = called.meetingsAhead;
    if (first) await meetings.step('callMeeting', first);
    const holiday = { day: Temporal.PlainDate.from('2027-01-13'), class: 'HOLIDAY', name: '节' } as const;
    await importYear(
      database.ownerUrl,
      { year: 2027, source: '通知', days: [holiday] },
      { clock: world.clock },
    );
    await queryAsSuperuser('UPDATE graphile_worker._private_jobs SET run_at = now()', database.name);
    await world.api.app.get(JobRunner).runDue({ url: database.appUrl, log: pino({ level: 'silent' }) });
    const redated = await seen(follows);
    expect(daysOf(redated)).toEqual([
      '2027-01-14T14:00',
      '2027-04-14T14:00',
      '2027-07-14T14:00',
      '2027-10-13T14:00',
    ]);
    expect(redated.meetingsAhead.map(({ id }) => id)).toEqual(follows.meetingsAhead.map(({ id }) => id));
    expect(redated.meetingsAhead.some(({ isProvisional }) => isProvisional)).toBe(false);
    expect(daysOf(await seen(called))[0]).toBe('2027-01-13T14:00');
    expect(world.api.failures).toEqual([]);
  });

  it('are set by the committee alone, by a rule that can be', async () => {
    expect(await refusalOf('clinic', {})).toEqual(['FORBIDDEN', undefined]);
    expect(await refusalOf('riverside-committee', {})).toEqual(['NOT_FOUND', undefined]);
    for (const [changes, path] of [
      [{ monthOfQuarter: null }, 'input.monthOfQuarter'],
      [{ every: 'MONTH' }, 'input.monthOfQuarter'],
      [{ monthOfQuarter: 4 }, 'input.monthOfQuarter'],
      [{ weekday: 0 }, 'input.weekday'],
      [{ nth: 5 }, 'input.nth'],
      [{ minutes: 721 }, 'input.minutes'],
      [{ at: '24:00' }, 'input.at'],
      [{ title: ' ' }, 'input.title'],
    ] as const) {
      expect(await refusalOf('southeast-officer', changes)).toEqual(['BAD_USER_INPUT', path]);
    }
  });
});
