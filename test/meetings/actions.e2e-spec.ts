import { ActionActs, type SeenAction } from '../support/action-acts.js';
import { AgendaActs } from '../support/agenda-acts.js';
import { attachPicture } from '../support/attached.js';
import { DoorActs } from '../support/door-acts.js';
import { MotionActs } from '../support/motion-acts.js';
import { MinutesActs } from '../support/minutes-acts.js';
import { MeetingActs, type SeenMeeting } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

const LIST = `query ($filter: ActionFilter!, $orderBy: ActionOrder! = DUE_ON_ASC) {
  actions(filter: $filter, orderBy: $orderBy, first: 50) { totalCount edges { node { id } } } }`;
const NETWORK = `query ($id: ID!, $filter: NetworkActionFilter!) { node(id: $id) { ... on Network {
  actions(filter: $filter) { edges { node { id } } } } } }`;
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { __typename } }`;
const CHAT = `query ($id: ID!) { meeting(id: $id) { chatText } }`;
const READERS = [
  'clinic',
  'food-market',
  'southeast-officer',
  'owners-committee',
  'riverside-primary',
  'riverside-committee',
  'zhoupu-steward',
  'resident-1',
];

const at = (day: string, hour: string) => `2026-12-${day}T${hour}:00+08:00`;
const on = (day: string) => ({ startsAt: at(day, '14:00'), endsAt: at(day, '16:00') });
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);

describe('an action', () => {
  let world: World;
  let meetings: MeetingActs;
  let actions: ActionActs;

  beforeAll(async () => {
    world = await startWorld({ now: at('01', '09:00') });
    meetings = new MeetingActs(world);
    actions = new ActionActs(world);
  });
  beforeEach(() => world.clock.set(new Date(at('01', '09:00'))));
  afterAll(() => world.close());

  const begin = async (meeting: SeenMeeting) => {
    world.clock.set(new Date(meeting.startsAt));
    return meetings.step('beginMeeting', meeting);
  };
  const joint = async (day: string) => begin(await meetings.called(on(day)));
  const working = async (day: string, units: readonly string[]) =>
    begin(await meetings.called(meetings.working(units, on(day))));
  const readersOf = async (action: SeenAction) => {
    const readers = [];
    for (const account of READERS) if (await actions.see(account, action)) readers.push(account);
    return readers;
  };
  const listed = async (account: string, filter: object, orderBy?: string) => {
    type Answer = { actions: { edges: { node: { id: string } }[] } };
    const { actions: page } = await world.as(account).ask<Answer>(LIST, { filter, orderBy });
    return page.edges.map(({ node }) => node.id);
  };
  const leave = async (unit: string, network: string) => {
    const secretary = world.as(`${network}-committee`);
    const id = world.membership(unit, network);
    const { node } = await secretary.ask<{ node: { id: string; version: number } }>(MEMBERSHIP, { id });
    await secretary.ask(SUSPEND, node);
  };

  it('of a joint meeting is read by all its units with what was said of it, and by no steward', async () => {
    const meeting = await joint('02');
    const item = await new AgendaActs(world, meeting).propose('southeast-officer');
    const action = await actions.create(meeting, { agendaItemId: item.id });
    expect(action).toMatchObject({ state: 'OPEN', unit: { code: 'clinic' }, agendaItem: { id: item.id } });
    await actions.note('clinic', action, '已联系施工队\n下周开工');
    const done = await actions.step('finishAction', { ...action, version: 2 }, { text: '已划线' }, 'clinic');
    const evidence = await attachPicture(world.as('clinic'), action.id, '划线.png');
    expect(await readersOf(action)).toEqual(['clinic', 'food-market', 'southeast-officer']);
    const fileOf = async (account: string) =>
      (await world.as(account).send({ method: 'GET', url: `/files/${evidence}` })).statusCode;
    expect([await fileOf('food-market'), await fileOf('zhoupu-steward')]).toEqual([200, 404]);
    expect((await world.as('food-market').attach(action.id, '别的.png', Buffer.from(''))).statusCode).toBe(
      403,
    );
    await actions.step('reopenAction', done, { reason: '标线不清' });
    const seen = await actions.see('food-market', action);
    expect(seen?.notes.edges.map(({ node }) => [node.step, node.state, node.unit.code, node.text])).toEqual([
      ['REOPENED', 'OPEN', 'southeast-committee', '标线不清'],
      ['DONE', 'DONE', 'clinic', '已划线'],
      ['PROGRESS', 'OPEN', 'clinic', '已联系施工队\n下周开工'],
    ]);
    expect(seen?.files).toEqual([{ name: '划线.png' }]);
    // A line for each write, in the name of whoever acted.
    const acted = seen?.auditLines.edges.map(({ node }) => node.unit.code) ?? [];
    expect(new Set(acted)).toEqual(new Set(['southeast-committee', 'clinic']));
    await meetings.step('closeMeeting', meeting);
  });

  it('comes of a motion that is carried, and of no other', async () => {
    const meeting = await working('02', ['food-market']);
    const motions = new MotionActs(world, meeting);
    const of = (motionId: string) => actions.tryCreate('southeast-officer', meeting, { motionId });
    const refused = { __typename: 'WrongState', message: 'Only a motion that is carried makes actions.' };
    const motion = await motions.opened();
    expect(await of(motion.id)).toMatchObject(refused);
    for (const unit of ['food-market', 'southeast-committee']) {
      await new DoorActs(world, meeting).note(unit, 'ARRIVED');
      await motions.vote(unit, motion, 'YES');
    }
    expect((await motions.step('closeVote', motion)).state).toBe('CARRIED');
    const lost = await motions.step('closeVote', await motions.opened());
    expect([lost.state, await of(lost.id)]).toMatchObject(['LOST', refused]);
    const action = await actions.create(meeting, { motionId: motion.id });
    expect(
      await actions.tryStep('southeast-officer', 'updateAction', action, { input: { motionId: lost.id } }),
    ).toMatchObject(refused);
    await meetings.step('closeMeeting', meeting);
  });

  it('of a working meeting is read by those invited, and by a member that does it though it was not', async () => {
    const meeting = await working('03', ['food-market', 'owners-committee']);
    const guests = await actions.create(meeting, { unitId: world.unit('owners-committee') });
    expect(await readersOf(guests)).toEqual(['food-market', 'southeast-officer', 'owners-committee']);
    expect((await actions.note('owners-committee', guests)).version).toBe(2);
    const elsewhere = await actions.create(meeting);
    expect(await readersOf(elsewhere)).toEqual([
      'clinic',
      'food-market',
      'southeast-officer',
      'owners-committee',
    ]);
    expect(await actions.see('clinic', elsewhere)).toMatchObject({ meeting: null, unit: { code: 'clinic' } });
    await actions.note('clinic', elsewhere);
    const proof = await attachPicture(world.as('southeast-officer'), elsewhere.id);
    const moved = await actions.step(
      'reassignAction',
      { id: elsewhere.id, version: 2 },
      { unitId: world.unit('developer') },
    );
    // What was said goes with it, and the one before keeps nothing.
    expect(await actions.see('clinic', elsewhere)).toBeNull();
    const { notes } = (await actions.see('developer', moved)) ?? {};
    expect(notes?.edges.map(({ node }) => [node.step, node.fromUnit?.code])).toEqual([
      ['REASSIGNED', 'clinic'],
      ['PROGRESS', undefined],
    ]);
    const fileOf = async (account: string) =>
      (await world.as(account).send({ method: 'GET', url: `/files/${proof}` })).statusCode;
    expect([await fileOf('developer'), await fileOf('clinic')]).toEqual([200, 404]);
  });

  it('is given to an active member or a guest invited there, by the committee, for a day that is not over', async () => {
    const meeting = await joint('04');
    const outcome = async (changes: object, account = 'southeast-officer') =>
      (await actions.tryCreate(account, meeting, changes)).__typename;
    expect(await outcome({ unitId: world.unit('owners-committee') })).toBe('NOT_FOUND');
    expect(await outcome({ unitId: world.unit('riverside-primary') })).toBe('NOT_FOUND');
    expect(await outcome({ dueOn: '2026-12-03' })).toBe('BAD_USER_INPUT input.dueOn');
    expect(await outcome({ what: '两\n行' })).toMatch(/^BAD_USER_INPUT/);
    const other = await new AgendaActs(world, await meetings.draft()).propose('southeast-officer');
    expect(await outcome({ agendaItemId: other.id })).toBe('NOT_FOUND');
    // Today, and a Sunday.
    for (const dueOn of ['2026-12-04', '2026-12-06']) expect(await outcome({ dueOn })).toBe('Action');
    const action = await actions.create(meeting);
    for (const dueOn of ['2026-12-03', action.dueOn]) {
      expect(await actions.tryStep('southeast-officer', 'postponeAction', action, { dueOn })).toEqual({
        __typename: 'BAD_USER_INPUT dueOn',
      });
    }
    const same = { unitId: world.unit('clinic') };
    expect(await actions.tryStep('southeast-officer', 'reassignAction', action, same)).toEqual({
      __typename: 'BAD_USER_INPUT unitId',
    });
    const postponed = await actions.step('postponeAction', action, {
      dueOn: '2027-01-15',
      reason: '材料未到',
    });
    const { notes } = (await actions.see('clinic', postponed)) ?? {};
    expect(notes?.edges.map(({ node }) => [node.step, node.fromDueOn])).toEqual([
      ['POSTPONED', '2026-12-31'],
    ]);
  });

  it('stands open before the next meeting of its kind, what is overdue on top, and stays there afterwards', async () => {
    const first = await joint('05');
    const late = await actions.create(first, { dueOn: '2026-12-06' });
    const ahead = await actions.create(first, { dueOn: '2026-12-20' });
    const done = await actions.create(first, { dueOn: '2026-12-07' });
    const ofCircle = await actions.create(await working('06', ['clinic', 'food-market']));
    await actions.step('finishAction', done, {}, 'clinic');
    const next = await meetings.called(on('08'));
    const own = (meeting: { id: string }, account = 'clinic') => actions.ofMeeting(account, meeting);
    const mine = new Set([late, ahead, done, ofCircle].map(({ id }) => id));
    const standing = async (meeting: { id: string }, account?: string) =>
      (await own(meeting, account)).openActions.filter(({ id }) => mine.has(id));
    world.clock.set(new Date(at('07', '09:00')));
    expect(await standing(next)).toEqual([
      { id: late.id, overdue: true },
      { id: ahead.id, overdue: false },
    ]);
    // Not before the meeting that decided them, nor before one that was earlier.
    expect(await standing(first)).toEqual([]);
    // Those who report learn it with the call.
    const notice = await world.as('clinic').ask<{ meeting: { chatText: string } }>(CHAT, { id: next.id });
    expect(notice.meeting.chatText).toMatch(
      /议程：\n第1项：通报此前会议行动事项落实情况\n[^]*东南医务站：菜场门口划线停车（完成时限：2026年12月6日，已逾期）\n[^]*东南医务站：菜场门口划线停车（完成时限：2026年12月20日）\n/,
    );
    const call = await world.as('clinic').send({ method: 'GET', url: `/meetings/${next.id}/call.html` });
    expect(call.body).toMatch(
      /1\.通报此前会议行动事项落实情况：[^]*2026年12月6日，已逾期[^]*2026年12月20日）/,
    );
    const begun = await begin(next);
    world.clock.set(new Date(at('08', '14:10')));
    const told = await actions.report('southeast-officer', begun, late, '缺材料，月底完成');
    expect(told).toMatchObject({ state: 'OPEN', text: '缺材料，月底完成', action: { id: late.id } });
    const finished = await actions.step('finishAction', late, {}, 'clinic');
    await actions.report('southeast-officer', begun, late, '会上确认完成');
    for (const wrong of [done, ofCircle]) {
      expect((await actions.report('southeast-officer', begun, wrong)).message).toBe(
        'It did not stand open before this meeting.',
      );
    }
    const here = await actions.create(begun, { dueOn: '2026-12-09' });
    mine.add(here.id);
    const closed = await meetings.step('closeMeeting', begun);
    await actions.step('reopenAction', finished);
    expect(ids(await standing(closed))).toEqual([late.id, ahead.id]);
    expect((await own(closed)).actionReports).toEqual([
      { state: 'DONE', text: '会上确认完成', action: { id: late.id } },
    ]);
    expect((await actions.see('food-market', late))?.reports).toMatchObject([
      { state: 'DONE', meeting: { id: next.id } },
    ]);
    expect(ids((await own(closed)).actions)).toEqual([here.id]);
    await expectInMinutes(closed, late);
    const third = await meetings.draft(on('20'));
    expect(ids(await standing(third, 'southeast-officer'))).toEqual([late.id, here.id, ahead.id]);
  });

  /** As it was said, whatever becomes of the action after the publishing. */
  const expectInMinutes = async (meeting: SeenMeeting, action: SeenAction) => {
    const minutes = new MinutesActs(world);
    const { contents } = await minutes.step('publishMinutes', await minutes.draft(meeting));
    const reports = [
      {
        what: '菜场门口划线停车',
        unitName: '东南医务站',
        dueOn: '2026-12-06',
        state: 'DONE',
        text: '会上确认完成',
        action: { id: action.id },
      },
    ];
    expect(contents.reports).toEqual(reports);
    const { version = 0 } = (await actions.see('clinic', action)) ?? {};
    await actions.step('updateAction', { ...action, version });
    expect((await minutes.see('clinic', meeting.id))?.contents.reports).toEqual(reports);
    expect((await minutes.see('zhoupu-steward', meeting.id))?.contents.reports).toEqual([
      { ...reports[0], action: null },
    ]);
    const url = `/meetings/${meeting.id}/minutes.html`;
    const { body } = await world.as('zhoupu-steward').send({ method: 'GET', url });
    expect(body).toMatch(/此前会议行动事项落实情况[^]*完成时限：2026年12月6日）：已完成。会上确认完成/);
  };

  it('of a circle stands before the next meeting of those that were there, all or some', async () => {
    const circle = await working('10', ['clinic', 'food-market', 'owners-committee']);
    const action = await actions.create(circle);
    const stands = async (units: readonly string[], account = 'southeast-officer') => {
      const next = await meetings.draft(meetings.working(units, on('12')));
      return ids((await actions.ofMeeting(account, next)).openActions).includes(action.id);
    };
    expect(await stands(['clinic', 'food-market', 'owners-committee'])).toBe(true);
    expect(await stands(['food-market'])).toBe(true);
    // Somebody new to it would hear what it was not told.
    expect(await stands(['clinic', 'developer'])).toBe(false);
    const cancelled = await meetings.called(meetings.working(['clinic'], on('12')));
    await meetings.step('cancelMeeting', cancelled);
    expect((await actions.ofMeeting('clinic', cancelled)).openActions).toEqual([]);
  });

  it('is found by network, unit, state and day, by those who see it', async () => {
    const meeting = await joint('14');
    const unitId = world.unit('savings-bank');
    const soon = await actions.create(meeting, { unitId, dueOn: '2026-12-15' });
    const later = await actions.create(meeting, { unitId, dueOn: '2026-12-25' });
    const done = await actions.step('finishAction', await actions.create(meeting, { unitId }));
    world.clock.set(new Date('2026-12-15T23:59:59+08:00'));
    expect(await listed('savings-bank', { unitId, overdue: true })).toEqual([]);
    world.clock.set(new Date('2026-12-16T00:00:00+08:00'));
    const networkId = world.network('southeast');
    expect(await listed('savings-bank', { unitId })).toEqual([soon.id, later.id, done.id]);
    expect(await listed('clinic', { unitId, networkId, states: ['OPEN'] }, 'DUE_ON_DESC')).toEqual([
      later.id,
      soon.id,
    ]);
    expect(await listed('savings-bank', { unitId, overdue: true })).toEqual([soon.id]);
    expect(await listed('savings-bank', { unitId, overdue: false })).toEqual([later.id, done.id]);
    expect(await listed('savings-bank', { networkId: world.network('riverside') })).toEqual([]);
    for (const account of ['zhoupu-steward', 'riverside-committee', 'resident-1', 'owners-committee']) {
      expect(await listed(account, { unitId })).toEqual([]);
    }
    type Beneath = { node: { actions: { edges: { node: { id: string } }[] } } };
    const variables = { id: networkId, filter: { unitId, overdue: true } };
    const { node } = await world.as('clinic').ask<Beneath>(NETWORK, variables);
    expect(node.actions.edges).toEqual([{ node: { id: soon.id } }]);
  });

  it('reminds its unit in the chat, says so when it is late, and how it ended', async () => {
    const action = await actions.create(await joint('16'), {
      dueOn: '2026-12-18',
      what: '请电话13812345678联系',
    });
    const chat = async (day: string) => {
      world.clock.set(new Date(at(day, '09:00')));
      return (await actions.see('food-market', action))?.chatText;
    };
    const rest = '来自：联席会议\n请登录平台填报进展，完成后上传证明材料。';
    const what = '东南医务站：请电话****5678联系';
    expect(await chat('17')).toBe(`【行动提醒】${what}\n期限：2026年12月18日\n${rest}`);
    expect(await chat('18')).toBe(`【行动提醒】${what}\n期限：2026年12月18日（今天）\n${rest}`);
    expect(await chat('20')).toBe(`【行动提醒·已逾期】${what}\n期限：2026年12月18日（已逾期2天）\n${rest}`);
    await actions.step('dropAction', action, { reason: '改由街道负责' });
    expect(await chat('20')).toBe(`【行动终止】${what}\n来自：联席会议\n原因：改由街道负责`);
  });

  it('of a unit that leaves stays, is seen to be nobody’s, and is handed to another', async () => {
    const meeting = await joint('22');
    const action = await actions.create(meeting, { unitId: world.unit('fire-squadron') });
    await actions.note('fire-squadron', action, '已检查水泵');
    await meetings.step('closeMeeting', meeting);
    await leave('fire-squadron', 'southeast');
    expect(await actions.see('fire-squadron', action)).toBeNull();
    expect((await actions.tryNote('fire-squadron', action)).__typename).toBe('NOT_FOUND');
    expect(await listed('southeast-officer', { unitId: world.unit('fire-squadron') })).toEqual([action.id]);
    expect(await actions.see('clinic', action)).toMatchObject({ isUnitGone: true, state: 'OPEN' });
    const gone = await actions.tryCreate('southeast-officer', meeting, {
      unitId: world.unit('fire-squadron'),
    });
    expect(gone.__typename).toBe('NOT_FOUND');
    const handed = await actions.step('reassignAction', { id: action.id, version: 2 });
    expect(handed).toMatchObject({ isUnitGone: false, unit: { code: 'developer' } });
    const { notes } = (await actions.see('developer', handed)) ?? {};
    expect(notes?.edges.map(({ node }) => node.text)).toEqual(['说明', '已检查水泵']);
  });
});
