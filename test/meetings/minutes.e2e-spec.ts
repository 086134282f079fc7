import { ActionActs } from '../support/action-acts.js';
import { AgendaActs } from '../support/agenda-acts.js';
import { AnswerActs } from '../support/answer-acts.js';
import { DoorActs } from '../support/door-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { MotionActs } from '../support/motion-acts.js';
import { MinutesActs, type SeenMinutes } from '../support/minutes-acts.js';
import { startWorld, type World } from '../support/world.js';

const LINES = `query ($id: ID!) { node(id: $id) { ... on Minutes { auditLines { edges { node { act part manner } } } } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on Minutes { id } } }`;
const RECORDED = `query { recordedForUs { edges { node { act part } } } }`;
const SECRETARY = 'southeast-committee';
const READERS = [
  'clinic',
  'food-market',
  'southeast-officer',
  'owners-committee',
  'zhoupu-steward',
  'resident-1',
  'riverside-primary',
  'riverside-committee',
];

describe('minutes', () => {
  let world: World;
  let acts: MinutesActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-12-09T13:30:00+08:00' });
    acts = new MinutesActs(world);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.set(new Date('2026-12-09T13:30:00+08:00')));

  const readersOf = async ({ id }: SeenMinutes) => {
    const readers = [];
    for (const account of READERS) {
      if ((await world.as(account).ask<{ node: object | null }>(NODE, { id })).node) readers.push(account);
    }
    return readers;
  };
  const confirm = (account: string, minutes: SeenMinutes) => acts.tryStep(account, 'confirmMinutes', minutes);
  const minutesOf = async (account: string, meetingId: string) => {
    const seen = await acts.see(account, meetingId);
    if (!seen) throw new Error(`${account} reads no minutes.`);
    return seen;
  };

  it('are drafted from what happened, and follow it until they are published', async () => {
    const called = await acts.meetings.called({ location: '小学礼堂' });
    const units = new AnswerActs(world, called);
    await units.give('developer', 'clinic');
    await units.answer('police-post', { reply: 'DECLINED' });
    const agenda = new AgendaActs(world, called);
    const parking = await agenda.propose('southeast-officer', { title: '停车', presenter: '李医生' });
    const fountain = await agenda.propose('southeast-officer', { title: '喷泉' });
    await agenda.step('postponeItem', await agenda.propose('southeast-officer', { title: '会前延期' }));
    world.clock.set(new Date('2026-12-09T14:00:00+08:00'));
    const begun = await acts.meetings.step('beginMeeting', called);
    const door = new DoorActs(world, begun);
    await door.note('clinic', 'ARRIVED', { names: ['李医生'] });
    await door.note('bus-639', 'EXCUSED');
    const draft = await acts.draft(called);
    const standingsOf = ({ contents }: SeenMinutes) =>
      Object.fromEntries(contents.attendance.map(({ unitName, standing }) => [unitName, standing]));
    expect(standingsOf(draft)).toMatchObject({
      东南医务站: 'PRESENT',
      浦东巴士639车队: 'EXCUSED',
      // Who said beforehand that it does not come has excused itself.
      东南警务站: 'EXCUSED',
      东南菜场: 'ABSENT',
    });
    expect(draft.contents.attendance.find(({ standing }) => standing === 'REPRESENTED')).toMatchObject({
      representedBy: '东南医务站',
    });
    world.clock.set(new Date('2026-12-09T14:20:00+08:00'));
    await door.note('food-market', 'ARRIVED');
    world.clock.set(new Date('2026-12-09T15:00:00+08:00'));
    await door.note('food-market', 'LEFT');
    world.clock.set(new Date('2026-12-09T15:30:00+08:00'));
    await acts.meetings.step('closeMeeting', begun);
    await agenda.step('postponeItem', fountain, { reason: '时间不够' });
    const published = await acts.step('publishMinutes', draft);
    expect(published.contents).toMatchObject({
      location: '小学礼堂',
      startsAt: '2026-12-09T06:00:00.000Z',
      endsAt: '2026-12-09T07:30:00.000Z',
      items: [
        { title: '停车', presenter: '李医生', postponedBecause: null, agendaItem: { id: parking.id } },
        { title: '喷泉', postponedBecause: '时间不够' },
      ],
    });
    expect(published.contents.attendance.find(({ unitName }) => unitName === '东南菜场')).toMatchObject({
      standing: 'PRESENT',
      lateMinutes: 20,
      leftEarlyAt: '2026-12-09T07:00:00.000Z',
    });
    expect(await minutesOf('food-market', called.id)).toMatchObject({ contents: published.contents });
  });

  it('name whoever was there or voted, also a unit that has left since, and ask it when it is back', async () => {
    const members = new MembershipActs(world);
    const called = await acts.meetings.called();
    await new AnswerActs(world, called).give('developer', 'clinic');
    const begun = await acts.meetings.step('beginMeeting', called);
    const door = new DoorActs(world, begun);
    await door.note('clinic', 'ARRIVED');
    await door.note('food-market', 'ARRIVED', { names: ['老张'] });
    await door.note('police-post', 'EXCUSED');
    const motions = new MotionActs(world, begun);
    const motion = await motions.opened({ ballot: 'SECRET' });
    await motions.vote('clinic', motion, 'YES', { forUnit: 'developer' });
    world.clock.set(new Date('2026-12-09T14:30:00+08:00'));
    const gone = ['food-market', 'developer', 'police-post'];
    for (const unit of gone) await members.step('suspendMembership', unit);
    expect((await door.sheet()).presentCount).toBe(1);
    await motions.step('closeVote', motion);
    world.clock.set(new Date('2026-12-09T15:30:00+08:00'));
    const closed = await acts.meetings.step('closeMeeting', await acts.meetings.see(begun.id));
    expect(closed.call?.invitedUnits).toHaveLength(13);
    const published = await acts.step('publishMinutes', await acts.draft(closed));
    for (const unit of gone) await members.step('resumeMembership', unit);
    const { attendance } = published.contents;
    expect(attendance).toHaveLength(13);
    expect(attendance.filter(({ standing }) => standing !== 'ABSENT')).toMatchObject([
      { unitName: '东南医务站', standing: 'PRESENT', leftEarlyAt: null },
      { standing: 'REPRESENTED', representedBy: '东南医务站', isCounted: true },
      { unitName: '东南菜场', names: ['老张'], leftEarlyAt: '2026-12-09T06:30:00.000Z', isCounted: true },
    ]);
    expect((await confirm('food-market', published)).answer).toBe('CONFIRMED');
    expect((await confirm('police-post', published)).__typename).toBe('NOT_FOUND');
  });

  it('are edited in versions that stay, each by the person who wrote it, and never on one that is stale', async () => {
    const meeting = await acts.begun();
    const item = await new AgendaActs(world, meeting).propose('southeast-officer', { title: '停车' });
    const first = await acts.draft(meeting);
    const items = [{ agendaItemId: item.id, text: '同意试行。\n年底再议。' }];
    const second = await acts.step('editMinutes', first, {
      input: { chair: '书记', opening: '概要', items },
    });
    expect(second).toMatchObject({
      version: 2,
      contents: { chair: '书记', opening: '概要', items: [{ text: '同意试行。\n年底再议。' }] },
    });
    for (const name of ['editMinutes', 'publishMinutes'] as const) {
      expect(await acts.tryStep(SECRETARY, name, first)).toMatchObject({ __typename: 'StaleVersion' });
    }
    const edit = { input: { opening: null, items: [{ agendaItemId: item.id, text: null }] } };
    const third = await acts.tryStep('southeast-officer', 'editMinutes', second, edit);
    expect(third).toMatchObject({ contents: { chair: '书记', opening: null, items: [{ text: null }] } });
    expect(third.versions).toMatchObject([
      { number: 1, text: { chair: null, items: [] } },
      { number: 2, text: { opening: '概要', items: [{ agendaItem: { title: '停车' } }] } },
      { number: 3, text: { chair: '书记', opening: null, items: [] } },
    ]);
    const [, , { editedBy } = { editedBy: '' }] = third.versions ?? [];
    expect(editedBy).not.toBe(third.versions?.[1]?.editedBy);
  });

  it('hold no item of another meeting, nor one that is only proposed', async () => {
    const called = await acts.meetings.called();
    const proposed = await new AgendaActs(world, called).propose('clinic');
    const other = await new AgendaActs(world, await acts.meetings.draft()).propose('southeast-officer');
    const draft = await acts.draft(await acts.meetings.step('beginMeeting', called));
    for (const { id } of [proposed, other]) {
      const input = { items: [{ agendaItemId: id, text: '某事' }] };
      expect(await acts.tryStep(SECRETARY, 'editMinutes', draft, { input })).toEqual({
        __typename: 'NOT_FOUND',
      });
    }
    const long = { input: { opening: '字'.repeat(10_001) } };
    expect((await acts.tryStep(SECRETARY, 'editMinutes', draft, long)).__typename).toBe('BAD_USER_INPUT');
    const most = { input: { opening: '字'.repeat(10_000) } };
    expect((await acts.tryStep(SECRETARY, 'editMinutes', draft, most)).__typename).toBe('Minutes');
  });

  it('are drafted once, also when two do it at the same instant', async () => {
    const { id } = await acts.begun();
    const both = await Promise.all([acts.tryDraft(SECRETARY, id), acts.tryDraft('southeast-officer', id)]);
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Minutes', 'WrongState']);
    expect(both.find(({ message }) => message)?.message).toBe('Its minutes are drafted already: edit them.');
  });

  it('are the committee’s alone until they are published, then all units’ and the stewards’', async () => {
    const draft = await acts.draft(await acts.closed());
    expect(await readersOf(draft)).toEqual(['southeast-officer']);
    expect(draft.chatText).toBeNull();
    const tried = await acts.tryStep(SECRETARY, 'publishMinutes', draft, {}, true);
    expect(tried).toMatchObject({ state: 'PUBLISHED', year: 2026 });
    expect(await readersOf(draft)).toEqual(['southeast-officer']);
    await acts.step('publishMinutes', draft);
    expect(await readersOf(draft)).toEqual(['clinic', 'food-market', 'southeast-officer', 'zhoupu-steward']);
  });

  it('of a working meeting are read by those invited, the stewards and nobody else, and bear no number', async () => {
    const meeting = await acts.closed(acts.meetings.working(['clinic', 'owners-committee']));
    const published = await acts.step('publishMinutes', await acts.draft(meeting));
    expect(published).toMatchObject({ year: null, number: null });
    expect(await readersOf(published)).toEqual([
      'clinic',
      'southeast-officer',
      'owners-committee',
      'zhoupu-steward',
    ]);
    expect(await acts.see('food-market', meeting.id)).toBeNull();
    const steward = await minutesOf('zhoupu-steward', meeting.id);
    expect(steward).toMatchObject({ contents: { attendance: published.contents.attendance } });
    expect(steward).toMatchObject({ versions: [], confirmations: [] });
    expect((await confirm('owners-committee', published)).answer).toBe('CONFIRMED');
  });

  it('are numbered through the year, one after the other, however many are published at once', async () => {
    const drafts = [await acts.draft(await acts.closed()), await acts.draft(await acts.closed())];
    const before = (await acts.published()).number ?? 0;
    const both = await Promise.all(drafts.map((draft) => acts.step('publishMinutes', draft)));
    expect(new Set(both.map(({ number }) => number))).toEqual(new Set([before + 1, before + 2]));
  });

  it('end the meeting: nothing of it changes afterwards', async () => {
    const meeting = await acts.closed();
    const agenda = new AgendaActs(world, meeting);
    await acts.step('publishMinutes', await acts.draft(meeting));
    const door = new DoorActs(world, meeting);
    expect(await door.note('food-market', 'ARRIVED')).toMatchObject({ __typename: 'WrongState' });
    expect(await door.strike('clinic', '2026-12-09T13:30:00+08:00')).toMatchObject({
      __typename: 'WrongState',
    });
    expect(await agenda.tryPropose('southeast-officer')).toMatchObject({ __typename: 'WrongState' });
    type Chat = { meeting: { chatText: string; state: string } };
    const { meeting: seen } = await world
      .as('clinic')
      .ask<Chat>(`query ($id: ID!) { meeting(id: $id) { chatText state } }`, { id: meeting.id });
    expect(seen.state).toBe('MINUTES_PUBLISHED');
    expect(seen.chatText).toMatch(/^【会议纪要已发布】/);
  });

  it('are put right by numbers beside the text, which all who read them see', async () => {
    const published = await acts.published();
    const once = await acts.step('correctMinutes', published);
    const twice = await acts.step('correctMinutes', once, {
      input: { what: '致电 13812345678', why: '错号' },
    });
    expect(twice.contents).toEqual(published.contents);
    expect(twice.corrections).toEqual([
      { number: 1, what: '实到 9 家', why: '漏记一家' },
      { number: 2, what: '致电 13812345678', why: '错号' },
    ]);
    type Found = { node: { corrections: object[]; chatText: string } };
    const query = `query ($id: ID!) { node(id: $id) { ... on Minutes { corrections { number } chatText } } }`;
    for (const account of ['clinic', 'zhoupu-steward']) {
      const { node } = await world.as(account).ask<Found>(query, { id: twice.id });
      expect(node.corrections).toHaveLength(2);
      expect(node.chatText).toContain('第2次更正：致电 ****5678\n原因：错号');
    }
    expect((await acts.tryStep(SECRETARY, 'correctMinutes', once)).__typename).toBe('StaleVersion');
    const empty = { input: { what: ' ', why: '错' } };
    expect((await acts.tryStep(SECRETARY, 'correctMinutes', twice, empty)).__typename).toBe('BAD_USER_INPUT');
  });

  it('are confirmed by each unit once, or sent back; others know how many, not who', async () => {
    const meeting = await acts.closed();
    const published = await acts.step('publishMinutes', await acts.draft(meeting));
    expect(published.confirmations.map(({ unit }) => unit.code)).not.toContain(SECRETARY);
    expect(published.confirmations).toHaveLength(13);
    const codes = published.confirmations.map(({ unit }) => unit.code);
    expect(codes).toEqual(codes.toSorted());
    expect(await confirm('clinic', published)).toMatchObject({ answer: 'CONFIRMED', onBehalf: false });
    expect(await confirm('food-market', published)).toMatchObject({ answer: 'CONFIRMED' });
    expect(await acts.tryStep('food-market', 'askForCorrection', published)).toMatchObject({
      answer: 'CORRECTION_ASKED',
      request: '少记一家',
    });
    const clinic = await minutesOf('clinic', meeting.id);
    expect(clinic).toMatchObject({ confirmedCount: 1, correctionAskedCount: 1, version: published.version });
    expect(clinic.confirmations.map(({ unit }) => unit.code)).toEqual(['clinic']);
    expect((await minutesOf('zhoupu-steward', meeting.id)).confirmations).toEqual([]);
    expect((await minutesOf(SECRETARY, meeting.id)).confirmations).toHaveLength(13);
  });

  it('answer who asks for a correction: by one, and it is asked anew, or by a reason', async () => {
    const published = await acts.published();
    await confirm('police-post', published);
    for (const account of ['clinic', 'food-market'])
      await acts.tryStep(account, 'askForCorrection', published);
    const declined = await acts.tryStep('southeast-officer', 'declineCorrection', published);
    expect(declined).toMatchObject({ answer: 'CORRECTION_ASKED', reply: '签到表如此' });
    const idle = { unitId: world.unit('police-post') };
    expect(await acts.tryStep(SECRETARY, 'declineCorrection', published, idle)).toMatchObject({
      message: 'That unit asks for no correction now.',
    });
    const unitIds = [world.unit('food-market')];
    const input = { what: '实到 9 家', why: '漏记', unitIds };
    const wrong = { input: { ...input, unitIds: [...unitIds, world.unit('police-post')] } };
    expect(await acts.tryStep(SECRETARY, 'correctMinutes', published, wrong)).toEqual({
      __typename: 'NOT_FOUND',
    });
    const corrected = await acts.step('correctMinutes', published, { input });
    expect(corrected).toMatchObject({ confirmedCount: 1, correctionAskedCount: 1 });
    const answers = Object.fromEntries(
      corrected.confirmations.map(({ unit, answer, metByNumber }) => [unit.code, [answer, metByNumber]]),
    );
    expect(answers).toMatchObject({
      clinic: ['CORRECTION_ASKED', null],
      'food-market': [null, 1],
      'police-post': ['CONFIRMED', null],
    });
    // Nobody confirms what it has not seen.
    expect((await confirm('food-market', published)).__typename).toBe('StaleVersion');
    expect(await confirm('food-market', corrected)).toMatchObject({
      answer: 'CONFIRMED',
      request: null,
      seenCorrections: 1,
    });
    expect(await confirm('clinic', corrected)).toMatchObject({ answer: 'CONFIRMED', reply: null });
  });

  it('are confirmed by telephone too: marked, told, and the unit’s to change', async () => {
    const closed = await acts.closed();
    const meetingId = closed.id;
    const published = await acts.step('publishMinutes', await acts.draft(closed));
    const onBehalfOf = world.unit('clinic');
    expect(
      await acts.tryStep('southeast-officer', 'confirmMinutes', published, { onBehalfOf }),
    ).toMatchObject({ answer: 'CONFIRMED', onBehalf: true });
    type Recorded = { recordedForUs: { edges: { node: { act: string; part: string } }[] } };
    const { recordedForUs } = await world.as('clinic').ask<Recorded>(RECORDED);
    expect(recordedForUs.edges[0]?.node.part).toBe('MinutesConfirmation');
    expect(await acts.tryStep('clinic', 'askForCorrection', published)).toMatchObject({
      answer: 'CORRECTION_ASKED',
      onBehalf: false,
    });
    // What it has said itself stands.
    expect(
      await acts.tryStep('southeast-officer', 'confirmMinutes', published, { onBehalfOf }),
    ).toMatchObject({
      __typename: 'WrongState',
      message: 'That unit has answered itself: only it can change that.',
    });
    const met = { input: { what: '实到 9 家', why: '漏记一家', unitIds: [onBehalfOf] } };
    const { version } = await acts.step('correctMinutes', await minutesOf(SECRETARY, meetingId), met);
    const corrected = { id: published.id, version };
    expect(
      await acts.tryStep('southeast-officer', 'confirmMinutes', corrected, { onBehalfOf }),
    ).toMatchObject({ answer: 'CONFIRMED', onBehalf: true });
    const draft = await acts.draft(await acts.closed());
    expect(await acts.tryStep('southeast-officer', 'confirmMinutes', draft, { onBehalfOf })).toEqual({
      __typename: 'NOT_FOUND',
    });
  });

  it('leave lines for whoever may read what they tell', async () => {
    const meeting = await acts.closed();
    const edited = await acts.step('editMinutes', await acts.draft(meeting));
    const published = await acts.step('publishMinutes', edited);
    await confirm('clinic', published);
    type Lines = { node: { auditLines: { edges: { node: { act: string; part: string | null } }[] } } };
    const linesOf = async (account: string) => {
      const { node } = await world.as(account).ask<Lines>(LINES, { id: published.id });
      return node.auditLines.edges.map(({ node: { act, part } }) => `${part} ${act}`);
    };
    expect(await linesOf('zhoupu-steward')).toEqual(['Minutes PUBLISHED']);
    const asked = ['Minutes PUBLISHED', 'MinutesConfirmation CREATED'];
    expect((await linesOf('food-market')).toSorted()).toEqual(asked);
    expect((await linesOf('clinic')).toSorted()).toEqual([
      'Minutes PUBLISHED',
      'MinutesConfirmation CHANGED',
      'MinutesConfirmation CREATED',
    ]);
    expect((await linesOf(SECRETARY)).filter((line) => line === 'MinutesVersion CREATED')).toHaveLength(2);
  });

  it('say in the chat what the meeting talked about', async () => {
    const meeting = await acts.begun();
    const agenda = new AgendaActs(world, meeting);
    await agenda.propose('southeast-officer', { title: '停车' });
    await agenda.step('postponeItem', await agenda.propose('southeast-officer', { title: '喷泉' }));
    const motions = new MotionActs(world, meeting);
    await motions.step('closeVote', await motions.opened({ text: '试行一年' }));
    await new ActionActs(world).create(meeting, { what: '划线，联系13812345678' });
    const draft = await acts.draft(meeting);
    const early = await acts.tryStep(SECRETARY, 'publishMinutes', draft);
    expect(early.message).toBe('The meeting goes on: close it first.');
    await acts.meetings.step('closeMeeting', meeting);
    const published = await acts.step('publishMinutes', draft);
    const { chatText, number } = published;
    const again = await acts.tryStep(SECRETARY, 'publishMinutes', published);
    expect(again.message).toMatch(/^They are published already: /);
    expect(chatText).toBe(
      `【会议纪要】东南社区共建网络临时联席会议：联席会议\n编号：〔2026〕${number}号\n会议议题：\n第1项：停车\n第2项：喷泉（延期）\n表决结果：\n试行一年（结果：未达法定人数）\n行动事项：\n东南医务站：划线，联系****5678（完成时限：2026年12月31日）\n请各单位登录平台确认会议纪要，或提出更正意见。`,
    );
  });
});
