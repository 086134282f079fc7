import { AgendaActs } from '../support/agenda-acts.js';
import { DoorActs } from '../support/door-acts.js';
import { fingerprint } from '../support/fingerprint.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { MeetingSeriesActs } from '../support/meeting-series-acts.js';
import { VenueActs } from '../support/venue-acts.js';
import { startWorld, type World } from '../support/world.js';

const RECORD = `mutation ($input: RecordMeetingInput!, $tryOnly: Boolean) { recordMeeting(input: $input, tryOnly: $tryOnly) {
  __typename ... on Meeting { id version state round title recordedAt calledAt begunAt closedAt chatText series { id }
    call { location presentCount acceptedCount invitedUnits { code } answers { reply } agenda { title state place } } }
  ... on Refusal { message } ... on NotRecordable { earliestStart latestEnd } } }`;
const SEE = `query ($id: ID!) { meeting(id: $id) { state recordedAt call { agenda { title } } } }`;
const PAPERS = `query ($id: ID!) { meeting(id: $id) { papers { kind } } }`;
const CALL_STEPS = [
  'updateMeeting',
  'callMeeting',
  'moveMeeting',
  'cancelMeeting',
  'beginMeeting',
  'closeMeeting',
] as const;

interface Recorded {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly series: { readonly id: string } | null;
  readonly call: { readonly agenda: readonly { title: string; place: number }[] };
}

const HOUR = 3_600_000;

/** By the clock of the Friday before the case begins. */
const at = (time: string, day = '2026-11-20'): string => `${day}T${time}:00+08:00`;
const instant = (time: string): string => new Date(at(time)).toISOString();

describe('a meeting that is recorded afterwards', () => {
  let world: World;
  let acts: MeetingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MeetingActs(world);
  });
  afterAll(() => world.close());

  const input = (changes: object = {}): object =>
    acts.input({
      title: '喷泉改造协商会',
      startsAt: at('14:00'),
      endsAt: at('16:00'),
      location: '居委会',
      attendance: [
        { unitId: world.unit('clinic'), names: ['李医生'] },
        { unitId: world.unit('food-market'), arrivedAt: at('14:20'), leftAt: at('15:30') },
      ],
      items: ['喷泉改造', '停车'],
      ...changes,
    });
  const ask = (account: string, changes: object, tryOnly = false) =>
    world.as(account).tryAsk<{ recordMeeting: Recorded }>(RECORD, { input: input(changes), tryOnly });
  const record = async (changes: object = {}, tryOnly = false): Promise<Recorded> => {
    const { data, errors } = await ask('southeast-officer', changes, tryOnly);
    if (!data) throw new Error(JSON.stringify(errors));
    return data.recordMeeting;
  };
  const refusalOf = async (changes: object, account = 'southeast-officer') => {
    const { errors } = await ask(account, changes);
    return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.fields?.[0]?.path];
  };
  const see = async (account: string, id: string) =>
    (await world.as(account).ask<{ meeting: object | null }>(SEE, { id })).meeting;

  it('stands closed, is marked as such, and is read as if it had been called', async () => {
    const meeting = await record();
    const now = world.clock.now().toISOString();
    expect(meeting).toMatchObject({
      __typename: 'Meeting',
      state: 'CLOSED',
      round: 1,
      recordedAt: now,
      calledAt: now,
      begunAt: instant('14:00'),
      closedAt: instant('16:00'),
      series: null,
      call: {
        location: '居委会',
        presentCount: 1,
        acceptedCount: 0,
        agenda: [
          { title: '喷泉改造', state: 'TAKEN', place: 1 },
          { title: '停车', state: 'TAKEN', place: 2 },
        ],
      },
    });
    expect(meeting).toHaveProperty(
      'chatText',
      '【会议补录】东南社区共建网络临时联席会议：喷泉改造协商会\n时间：2026年11月20日（星期五）14:00–16:00\n地点：居委会',
    );
    const seen = { state: 'CLOSED', recordedAt: now };
    for (const account of ['clinic', 'police-post']) {
      expect(await see(account, meeting.id)).toEqual({
        ...seen,
        call: { agenda: [{ title: '喷泉改造' }, { title: '停车' }] },
      });
    }
    expect(await see('zhoupu-steward', meeting.id)).toEqual({ ...seen, call: null });
    for (const account of ['owners-committee', 'riverside-primary', 'resident-1']) {
      expect([account, await see(account, meeting.id)]).toEqual([account, null]);
    }
  });

  it('knows who came and when, and the committee corrects it as that of any other', async () => {
    const meeting = await record();
    const door = new DoorActs(world, meeting);
    const sheet = await door.sheet();
    const came = sheet.attendance.filter(({ arrivedAt }) => arrivedAt);
    expect(came).toMatchObject([
      { unit: { code: 'clinic' }, arrivedAt: instant('14:00'), leftEarlyAt: null, names: ['李医生'] },
      { unit: { code: 'food-market' }, lateMinutes: 20, leftEarlyAt: instant('15:30') },
    ]);
    expect(sheet.attendance).toHaveLength(14);
    const presentAt = async (time: string) =>
      (await door.presence(at(time)))?.present.map(({ code }) => code);
    expect([await presentAt('14:10'), await presentAt('14:30'), await presentAt('15:30')]).toEqual([
      ['clinic'],
      ['clinic', 'food-market'],
      ['clinic'],
    ]);
    expect((await door.note('developer', 'ARRIVED', { at: at('14:05') })).__typename).toBe('AttendanceEntry');
    expect((await door.strike('clinic', at('14:00'))).__typename).toBe('AttendanceEntry');
    expect(await presentAt('14:10')).toEqual(['developer']);
  });

  it('is over: no step leads on from it, and nobody is asked', async () => {
    const meeting = await record();
    for (const name of CALL_STEPS) {
      const step = { id: meeting.id, version: meeting.version };
      const more = name === 'updateMeeting' ? { input: { title: '改' } } : {};
      expect([
        name,
        (await acts.tryStep('southeast-committee', name, { ...step, ...more })).__typename,
      ]).toEqual([name, 'WrongState']);
    }
    expect((await new AgendaActs(world, meeting).tryPropose('clinic')).__typename).toBe('WrongState');
    expect(await new DoorActs(world, meeting).code()).toBe('');
  });

  it('has no call on paper, as nobody was called', async () => {
    const { id } = await record();
    for (const account of ['southeast-officer', 'clinic']) {
      const client = world.as(account);
      const { meeting } = await client.ask<{ meeting: { papers: object[] } }>(PAPERS, { id });
      expect(meeting.papers).toEqual(account === 'clinic' ? [] : [{ kind: 'SIGN_IN_SHEET' }]);
      const { statusCode } = await client.send({ method: 'GET', url: `/meetings/${id}/call.html` });
      expect(statusCode).toBe(404);
    }
  });

  it('of some units is theirs alone, and the committee’s', async () => {
    const unitIds = [world.unit('clinic'), world.unit('owners-committee')];
    const attendance = [
      { unitId: world.unit('owners-committee') },
      { unitId: world.unit('southeast-committee') },
    ];
    const meeting = await record({ kind: 'WORKING', unitIds, attendance });
    expect(meeting.__typename).toBe('Meeting');
    expect(await see('owners-committee', meeting.id)).not.toBeNull();
    expect(await see('food-market', meeting.id)).toBeNull();
    const stranger = { kind: 'WORKING', unitIds, attendance: [{ unitId: world.unit('food-market') }] };
    expect(await refusalOf(stranger)).toEqual(['NOT_FOUND', undefined]);
  });

  it('takes the place of a draft of its series, in its period, with the items that were prepared', async () => {
    const series = await new MeetingSeriesActs(world).create({ every: 'MONTH', monthOfQuarter: null });
    const [draft, next] = series.meetingsAhead;
    if (!draft || !next) throw new Error('A draft is missing.');
    await new AgendaActs(world, draft).propose('southeast-officer', { title: '预备议题' });
    const before = world.clock.now();
    const elsewhere = await new MeetingActs(world, 'riverside').draft();
    // The draft was for the ninth; it was held a day later.
    world.clock.set(new Date('2026-12-15T09:00:00+08:00'));
    const held = {
      kind: 'REGULAR',
      startsAt: at('09:00', '2026-12-10'),
      endsAt: at('10:00', '2026-12-10'),
      attendance: [],
    };
    expect(await refusalOf({ ...held, kind: 'EXTRAORDINARY', draftId: draft.id })).toEqual([
      'BAD_USER_INPUT',
      'input.draftId',
    ]);
    expect(await refusalOf({ ...held, draftId: next.id })).toEqual(['BAD_USER_INPUT', 'input.draftId']);
    expect(await refusalOf({ ...held, draftId: elsewhere.id })).toEqual(['NOT_FOUND', undefined]);
    const meeting = await record({ ...held, draftId: draft.id });
    expect(meeting).toMatchObject({ id: draft.id, state: 'CLOSED', series: { id: series.id } });
    expect(meeting.call.agenda).toMatchObject([
      { title: '预备议题', place: 1 },
      { title: '喷泉改造', place: 2 },
      { title: '停车', place: 3 },
    ]);
    expect(await see('clinic', draft.id)).toMatchObject({ state: 'CLOSED' });
    expect((await record({ ...held, draftId: draft.id })).__typename).toBe('WrongState');
    world.clock.set(before);
  });

  it('gives up what its draft had booked ahead, says where it was, and calls nobody', async () => {
    const venues = new VenueActs(world);
    const hours = [{ days: 'EVERY', from: '08:00', to: '20:00' }];
    const hall = await world.offer('hall', { hours, confirmation: 'OWNER' });
    const bus = await world.offer('bus-45', { hours });
    const draft = await venues.wanting([{ offerId: hall }, { offerId: bus }]);
    await venues.confirm(draft.offers.find(({ owner }) => owner.code === 'bus-639'));
    await venues.act('letMeetingCallItself', draft, { callsItself: true });
    expect(draft.call?.location).toContain('多功能活动室');
    const set = (await venues.see('southeast-officer', draft.id))!;
    expect((await record({ draftId: draft.id, location: undefined })).__typename).toBe('Meeting');
    const held = (await venues.see('southeast-officer', draft.id))!;
    expect(held).toMatchObject({ state: 'CLOSED', offers: [], call: { location: null, callsItself: false } });
    expect(held.bookings.edges.map(({ node }) => node.state).toSorted()).toEqual(['CANCELLED', 'WITHDRAWN']);
    expect(set.bookings.edges).toHaveLength(2);
    const said = await venues.wanting([{ offerId: bus }], { location: '街道三楼' });
    await record({ draftId: said.id, location: undefined });
    expect((await venues.see('southeast-officer', said.id))?.call?.location).toBe('街道三楼');
    const anew = await venues.wanting([{ offerId: bus }]);
    await record({ draftId: anew.id, location: '居委会' });
    expect((await venues.see('southeast-officer', anew.id))?.call?.location).toBe('居委会');
  });

  it('can be tried first', async () => {
    const stored = await fingerprint(world.api.database);
    const tried = await record({}, true);
    expect(tried).toMatchObject({ __typename: 'Meeting', state: 'CLOSED' });
    expect(await fingerprint(world.api.database)).toBe(stored);
  });

  it('was held, and lately', async () => {
    const stored = await fingerprint(world.api.database);
    const now = world.clock.now().getTime();
    const spanOf = (startsAt: number, endsAt: number) => ({
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      attendance: [],
    });
    const earliest = now - 90 * 24 * HOUR;
    for (const span of [spanOf(now - HOUR, now + 1), spanOf(earliest - 1, earliest + HOUR)]) {
      expect((await record(span)).__typename).toBe('NotRecordable');
    }
    expect(await fingerprint(world.api.database)).toBe(stored);
    for (const span of [spanOf(now - HOUR, now), spanOf(earliest, earliest + HOUR)]) {
      expect((await record(span, true)).__typename).toBe('Meeting');
    }
  });

  it.each([
    [{ endsAt: at('14:00') }, 'BAD_USER_INPUT', 'input.endsAt'],
    [{ startsAt: at('13:59', '2026-11-19') }, 'BAD_USER_INPUT', 'input.endsAt'],
    [{ title: ' ' }, 'BAD_USER_INPUT', 'input.title'],
    [{ items: ['议'.repeat(101)] }, 'BAD_USER_INPUT', 'input.items'],
    [{ items: [''] }, 'BAD_USER_INPUT', 'input.items'],
    [{ kind: 'WORKING' }, 'BAD_USER_INPUT', 'input.unitIds'],
  ])('is not recorded with %p', async (changes, code, path) => {
    expect(await refusalOf(changes)).toEqual([code, path]);
  });

  it.each([
    [{ arrivedAt: at('12:59') }, 'arrivedAt'],
    [{ arrivedAt: at('16:00') }, 'arrivedAt'],
    [{ leftAt: at('16:01') }, 'leftAt'],
    [{ arrivedAt: at('14:30'), leftAt: at('14:30') }, 'leftAt'],
  ])('has nobody who came or went as %p', async (times, name) => {
    const attendance = [{ unitId: world.unit('clinic'), ...times }];
    expect(await refusalOf({ attendance })).toEqual(['BAD_USER_INPUT', `input.attendance.0.${name}`]);
  });

  it('is recorded by its committee alone, of units of its network, each once', async () => {
    const clinic = { unitId: world.unit('clinic') };
    expect(await refusalOf({ attendance: [clinic, clinic] })).toEqual([
      'BAD_USER_INPUT',
      'input.attendance.1.unitId',
    ]);
    expect(await refusalOf({ attendance: [{ unitId: world.unit('riverside-clinic') }] })).toEqual([
      'NOT_FOUND',
      undefined,
    ]);
    expect(await refusalOf({}, 'riverside-committee')).toEqual(['NOT_FOUND', undefined]);
    for (const account of ['clinic', 'zhoupu-steward', 'resident-1']) {
      expect(await refusalOf({}, account)).toEqual(['FORBIDDEN', undefined]);
    }
  });
});
