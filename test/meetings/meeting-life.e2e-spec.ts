import { MEETING_SPAN, MeetingActs, meetingStep, MOVED_SPAN } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

const BARE = `query ($id: ID!) { meeting(id: $id) { title state startsAt call { location about } chatText } }`;
const TEXTS = `query ($id: ID!) { meeting(id: $id) { chatText call { reminderText } auditLines { edges { node { act part } } } } }`;
const LIST = `query ($filter: MeetingFilter!) { meetings(filter: $filter) { totalCount edges { node { id } } } }`;
const CREATE = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { id } }`;

type Bare = { meeting: { title: string; call: object | null; chatText: string | null } | null };
type Texts = {
  meeting: {
    chatText: string | null;
    call: { reminderText: string | null };
    auditLines: { edges: { node: { act: string; part: string | null } }[] };
  };
};

describe('a meeting', () => {
  let world: World;
  let acts: MeetingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MeetingActs(world);
  });
  afterAll(() => world.close());

  const see = async (account: string, id: string) =>
    (await world.as(account).ask<Bare>(BARE, { id })).meeting;
  const texts = async (account: string, id: string) =>
    (await world.as(account).ask<Texts>(TEXTS, { id })).meeting;
  const READERS = [
    'clinic',
    'food-market',
    'southeast-officer',
    'owners-committee',
    'zhoupu-steward',
    'resident-1',
    'riverside-primary',
  ];
  const readersOf = async (id: string): Promise<{ all: string[]; whole: string[] }> => {
    const [all, whole]: [string[], string[]] = [[], []];
    for (const account of READERS) {
      const seen = await see(account, id);
      if (seen) all.push(account);
      if (seen?.call) whole.push(account);
    }
    return { all, whole };
  };
  const refusalOf = async (input: object, account = 'southeast-committee') => {
    const { errors } = await world.as(account).tryAsk(CREATE, { input });
    return [errors?.[0]?.extensions.code, errors?.[0]?.extensions.fields?.[0]?.path];
  };

  it('is silent as a draft; called, all members read it whole, and stewards title, time and state', async () => {
    const draft = await acts.draft({ location: '居委会会议室', about: '讨论菜场周边' });
    expect(draft).toMatchObject({ state: 'DRAFT', round: 0, call: { invitedUnits: [] } });
    expect(await readersOf(draft.id)).toEqual({ all: ['southeast-officer'], whole: ['southeast-officer'] });
    expect((await see('southeast-officer', draft.id))?.chatText).toBeNull();
    const called = await acts.step('callMeeting', draft);
    expect(called).toMatchObject({ state: 'CALLED', round: 1 });
    expect(called.call?.invitedUnits).toHaveLength(14);
    expect(await readersOf(draft.id)).toEqual({
      all: ['clinic', 'food-market', 'southeast-officer', 'zhoupu-steward'],
      whole: ['clinic', 'food-market', 'southeast-officer'],
    });
    expect((await see('zhoupu-steward', draft.id))?.chatText).toBe(
      '【会议通知】东南社区共建网络临时联席会议：联席会议\n时间：2026年12月9日（星期三）14:00–16:00',
    );
  });

  it('of some units is read by these, guests too, and by no other unit of the network', async () => {
    const draft = await acts.draft(acts.working(['clinic', 'owners-committee']));
    expect(await readersOf(draft.id)).toEqual({ all: ['southeast-officer'], whole: ['southeast-officer'] });
    const called = await acts.step('callMeeting', draft);
    expect(called.call?.invitedUnits.map(({ code }) => code).toSorted()).toEqual([
      'clinic',
      'owners-committee',
      'southeast-committee',
    ]);
    expect(await readersOf(draft.id)).toEqual({
      all: ['clinic', 'southeast-officer', 'owners-committee', 'zhoupu-steward'],
      whole: ['clinic', 'southeast-officer', 'owners-committee'],
    });
    const unitIds = [world.unit('food-market'), world.unit('owners-committee')];
    await acts.step('updateMeeting', called, { input: { unitIds } });
    expect((await readersOf(draft.id)).whole).toEqual([
      'food-market',
      'southeast-officer',
      'owners-committee',
    ]);
  });

  it('that is moved keeps how it was, asks anew, and puts its deadline off with it', async () => {
    const called = await acts.called({ agendaDeadline: '2026-12-07T14:00:00+08:00' });
    const moved = await acts.step('moveMeeting', called, { input: { ...MOVED_SPAN, reason: '会场维修' } });
    expect(moved).toMatchObject({
      state: 'CALLED',
      round: 2,
      startsAt: '2026-12-10T01:00:00.000Z',
      call: {
        agendaDeadline: '2026-12-08T01:00:00.000Z',
        moves: [
          {
            fromStartsAt: '2026-12-09T06:00:00.000Z',
            toStartsAt: '2026-12-10T01:00:00.000Z',
            reason: '会场维修',
          },
        ],
      },
    });
    const again = await acts.step('moveMeeting', moved, { input: { ...MEETING_SPAN, reason: '会场修好' } });
    expect([again.round, again.call?.moves.length]).toEqual([3, 2]);
    const { chatText } = await texts('clinic', called.id);
    expect(chatText).toBe(
      [
        '【会议改期】东南社区共建网络临时联席会议：联席会议',
        '新时间：2026年12月9日（星期三）14:00–16:00',
        '原时间：2026年12月10日（星期四）09:00–11:00',
        '原因：会场修好',
        '议题征集截止：2026年12月7日（星期一）14:00',
        '请各单位登录平台重新答复是否参会。',
      ].join('\n'),
    );
  });

  it('that is said anew after the call tells what was put right, and nothing once it is as it was', async () => {
    const said = { location: '居委会会议室', about: '讨论菜场周边' };
    const called = await acts.called(said);
    const [time, ask] = ['时间：2026年12月9日（星期三）14:00–16:00', '请各单位登录平台答复是否参会。'];
    const rest = (location: string, about: string) => [`地点：${location}`, `内容：${about}`];
    const put = '尚未答复的单位请登录平台答复是否参会；已答复的如有变化，请更新答复。';
    const name = '东南社区共建网络临时联席会议：';
    const chat = async () => (await texts('clinic', called.id)).chatText?.split('\n');
    const anew = { title: '协商会', location: '小学礼堂', about: '讨论停车' };
    const corrected = await acts.step('updateMeeting', called, { input: anew });
    expect(await chat()).toEqual([
      `【会议通知·更正】${name}协商会`,
      '更正：会议名称，原为“联席会议”',
      '更正：地点，原为“居委会会议室”',
      '更正：会议内容，以本通知为准',
      time,
      ...rest('小学礼堂', '讨论停车'),
      put,
    ]);
    const back = await acts.step('updateMeeting', corrected, { input: { ...said, title: '联席会议' } });
    expect(await chat()).toEqual([
      `【会议通知】${name}联席会议`,
      time,
      ...rest(said.location, said.about),
      ask,
    ]);
    // What is moved is told with all that it says by then.
    const elsewhere = await acts.step('updateMeeting', back, { input: { location: '小学礼堂' } });
    const moved = await acts.step('moveMeeting', elsewhere, { input: { ...MOVED_SPAN, reason: '会场维修' } });
    expect((await chat())?.[0]).toBe(`【会议改期】${name}联席会议`);
    await acts.step('updateMeeting', moved, { input: { location: null, about: null } });
    expect(await chat()).toEqual([
      `【会议通知·更正】${name}联席会议`,
      '更正：地点，原为“小学礼堂”',
      '更正：原通知的会议内容不再适用',
      '时间：2026年12月10日（星期四）09:00–11:00',
      put,
    ]);
    expect((await see('zhoupu-steward', called.id))?.chatText).not.toContain('更正');
  });

  it('tells when it began and when it was over, not when it was to', async () => {
    const before = world.clock.now();
    const called = await acts.called();
    const time = async () => (await texts('clinic', called.id)).chatText?.split('\n')[1];
    world.clock.set(new Date('2026-12-09T14:07:00+08:00'));
    const begun = await acts.step('beginMeeting', called);
    expect(await time()).toBe('开始时间：2026年12月9日（星期三）14:07');
    world.clock.set(new Date('2026-12-09T15:41:00+08:00'));
    await acts.step('closeMeeting', begun);
    expect(await time()).toBe('时间：2026年12月9日（星期三）14:07–15:41');
    world.clock.set(before);
  });

  it('that is cancelled says only that, and nobody is reminded of it', async () => {
    const called = await acts.called({ location: '居委会会议室' });
    const before = await texts('clinic', called.id);
    expect(before.call.reminderText).toBe(
      [
        '【会议提醒】东南社区共建网络临时联席会议：联席会议',
        '时间：2026年12月9日（星期三）14:00–16:00',
        '地点：居委会会议室',
      ].join('\n'),
    );
    await acts.step('cancelMeeting', called, { reason: '台风' });
    const after = await texts('clinic', called.id);
    expect(after.call.reminderText).toBeNull();
    expect(after.chatText).toBe(
      [
        '【会议取消】东南社区共建网络临时联席会议：联席会议',
        '时间：2026年12月9日（星期三）14:00–16:00',
        '原因：台风',
      ].join('\n'),
    );
    const draft = await acts.draft();
    await acts.step('cancelMeeting', draft);
    expect(await see('clinic', draft.id)).toBeNull();
  });

  it('can be called, moved and cancelled only to see what would be', async () => {
    const draft = await acts.draft();
    const attempt = async (name: 'callMeeting' | 'moveMeeting' | 'cancelMeeting', step: object) =>
      (
        await world
          .as('southeast-committee')
          .ask<Record<string, { state: string; call: { invitedUnits: object[] } }>>(meetingStep(name, true), {
            ...step,
            reason: '说明',
            input: { ...MOVED_SPAN, reason: '说明' },
          })
      )[name];
    const { id, version } = draft;
    const tried = await attempt('callMeeting', { id, version });
    expect([tried?.state, tried?.call.invitedUnits.length]).toEqual(['CALLED', 14]);
    expect(await see('clinic', id)).toBeNull();
    const called = await acts.step('callMeeting', draft);
    const step = { id, version: called.version };
    expect(await attempt('moveMeeting', step)).toMatchObject({ round: 2 });
    expect(await attempt('cancelMeeting', step)).toMatchObject({ state: 'CANCELLED' });
    expect((await acts.step('cancelMeeting', called)).version).toBe(called.version + 1);
  });

  it('leaves lines that those read who are invited, of its call only these', async () => {
    const called = await acts.called();
    const { id } = called;
    await acts.step('updateMeeting', called, { input: { location: '小学礼堂' } });
    const linesOf = async (account: string) =>
      (await texts(account, id))?.auditLines.edges.map(({ node }) => `${node.act} ${node.part ?? ''}`.trim());
    expect((await linesOf('clinic')).toSorted()).toEqual([
      'CALLED Meeting',
      'CHANGED MeetingCall',
      'CREATED MeetingAnswer',
    ]);
    const { meeting } = await world
      .as('zhoupu-steward')
      .ask<Texts>(TEXTS.replace('call { reminderText }', ''), { id });
    expect(meeting.auditLines.edges.map(({ node }) => node.act)).toEqual(['CALLED']);
  });

  it.each([
    [{ startsAt: '2026-11-20T08:00:00+08:00', endsAt: '2026-11-20T09:00:00+08:00' }, 'input.startsAt'],
    [{ endsAt: MEETING_SPAN.startsAt }, 'input.endsAt'],
    [{ endsAt: '2026-12-10T14:00:01+08:00' }, 'input.endsAt'],
    [{ agendaDeadline: '2026-12-09T14:00:01+08:00' }, 'input.agendaDeadline'],
    [{ title: ' ' }, 'input.title'],
    [{ kind: 'WORKING' }, 'input.unitIds'],
  ])('is not drafted with %p', async (changes, path) => {
    expect(await refusalOf(acts.input(changes))).toEqual(['BAD_USER_INPUT', path]);
  });

  it('invites nobody from outside the network, and of a joint one nobody by name', async () => {
    expect(await refusalOf(acts.working(['riverside-clinic']))).toEqual(['NOT_FOUND', undefined]);
    expect(await refusalOf(acts.working(['clinic'], { kind: 'REGULAR' }))).toEqual([
      'BAD_USER_INPUT',
      'input.unitIds',
    ]);
    expect(await refusalOf(acts.input(), 'riverside-committee')).toEqual(['NOT_FOUND', undefined]);
  });

  it('is changed by its committee alone; once called, its time moves with a reason and its quorum stands', async () => {
    const called = await acts.called();
    const { id, version } = called;
    const change = (account: string, input: object) =>
      acts.tryStep(account, 'updateMeeting', { id, version, input });
    await expect(change('clinic', { title: '改' })).rejects.toThrow('FORBIDDEN');
    await expect(change('riverside-committee', { title: '改' })).rejects.toThrow('NOT_FOUND');
    expect(await change('southeast-committee', { startsAt: MOVED_SPAN.startsAt })).toMatchObject({
      __typename: 'WrongState',
      message: 'It is called: to change its time, move it.',
    });
    expect(await change('southeast-committee', { quorumRule: 'AT_LEAST_HALF' })).toMatchObject({
      __typename: 'WrongState',
    });
    const reworded = await acts.step('updateMeeting', called, { input: { location: '小学礼堂' } });
    expect(reworded).toMatchObject({ round: 1, call: { location: '小学礼堂' } });
    expect(await change('southeast-committee', { title: '迟到的更改' })).toMatchObject({
      __typename: 'StaleVersion',
    });
  });

  it('begins from an hour before its start on', async () => {
    const called = await acts.called();
    const before = world.clock.now();
    world.clock.set(new Date('2026-12-09T12:59:59+08:00'));
    expect(await acts.tryStep('southeast-officer', 'beginMeeting', called)).toMatchObject({
      __typename: 'WrongState',
      message: 'It can be begun from an hour before its start on.',
    });
    world.clock.set(new Date('2026-12-09T13:00:00+08:00'));
    const begun = await acts.tryStep('southeast-officer', 'beginMeeting', called);
    expect(begun.state).toBe('IN_SESSION');
    const closed = await acts.step('closeMeeting', begun as typeof called);
    expect(closed.state).toBe('CLOSED');
    world.clock.set(before);
  });

  it('is found by kind, state and time', async () => {
    const { id } = await acts.called({
      kind: 'REGULAR',
      startsAt: '2027-03-10T14:00:00+08:00',
      endsAt: '2027-03-10T16:00:00+08:00',
    });
    const count = async (account: string, filter: object) =>
      (
        await world.as(account).ask<{ meetings: { edges: { node: { id: string } }[] } }>(LIST, { filter })
      ).meetings.edges.filter(({ node }) => node.id === id).length;
    const networkId = world.network('southeast');
    expect(await count('clinic', { networkId })).toBe(1);
    expect(await count('clinic', { kinds: ['REGULAR'], states: ['CALLED'] })).toBe(1);
    expect(await count('clinic', { kinds: ['WORKING'] })).toBe(0);
    expect(await count('clinic', { states: ['DRAFT'] })).toBe(0);
    expect(
      await count('clinic', { from: '2027-03-10T15:59:59+08:00', to: '2027-03-10T14:00:01+08:00' }),
    ).toBe(1);
    expect(await count('clinic', { from: '2027-03-10T16:00:00+08:00' })).toBe(0);
    expect(await count('clinic', { to: '2027-03-10T14:00:00+08:00' })).toBe(0);
    expect(await count('riverside-primary', {})).toBe(0);
    expect(await count('zhoupu-steward', { networkId })).toBe(1);
  });

  it('can be left without a deadline, also while it moves', async () => {
    const agendaDeadline = '2026-12-08T14:00:00+08:00';
    const draft = await acts.draft({ agendaDeadline });
    // Where the old deadline would lie after the start, it is taken away with it.
    const input = { startsAt: '2026-12-07T14:00:00+08:00', endsAt: '2026-12-07T16:00:00+08:00' };
    const without = await acts.step('updateMeeting', draft, { input: { ...input, agendaDeadline: null } });
    expect(without.call?.agendaDeadline).toBeNull();
    const called = await acts.called({ agendaDeadline });
    const move = { ...MOVED_SPAN, reason: '改期', agendaDeadline: null };
    expect((await acts.step('moveMeeting', called, { input: move })).call?.agendaDeadline).toBeNull();
  });

  it('can be tried said anew', async () => {
    const draft = await acts.draft();
    const variables = { id: draft.id, version: draft.version, input: { title: '另一个' } };
    const tried = await world.as('southeast-officer').ask(meetingStep('updateMeeting', true), variables);
    expect(tried).toMatchObject({ updateMeeting: { __typename: 'Meeting', version: 2 } });
    expect((await acts.seen(draft.id)).version).toBe(1);
  });
});
