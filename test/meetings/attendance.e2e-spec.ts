import { AnswerActs } from '../support/answer-acts.js';
import { DoorActs } from '../support/door-acts.js';
import { MeetingActs, MOVED_SPAN, type SeenMeeting } from '../support/meeting-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { startWorld, type World } from '../support/world.js';

const on = (time: string): string => `2026-12-09T${time}+08:00`;

describe('who comes and goes', () => {
  let world: World;
  let acts: MeetingActs;

  beforeAll(async () => {
    world = await startWorld({ now: on('09:00:00') });
    acts = new MeetingActs(world);
  });
  afterAll(() => world.close());

  const go = (time: string): void => world.clock.set(new Date(on(time)));
  /** From 14:00 to 16:00. */
  const called = async (changes: object = {}) => {
    go('09:00:00');
    const meeting = await acts.called(changes);
    return { meeting, door: new DoorActs(world, meeting), units: new AnswerActs(world, meeting) };
  };
  const begin = (meeting: SeenMeeting) => acts.step('beginMeeting', meeting);

  it('checks in by the code of this minute or the last, and by no older one', async () => {
    const { door } = await called();
    go('13:50:10');
    const code = await door.code();
    expect(code).toMatch(/^\d{6}$/);
    expect(await door.code('clinic')).toBe('');
    go('13:51:59');
    expect(await door.checkIn('clinic', code, ['李医生'])).toMatchObject({ act: 'ARRIVED', way: 'CODE' });
    go('13:52:00');
    expect(await door.checkIn('food-market', code)).toMatchObject({
      __typename: 'InvalidCode',
      message: 'That is not the code: type the six digits that are shown in the room now.',
    });
    expect((await door.checkIn('food-market', '12')).__typename).toBe('BAD_USER_INPUT');
    expect((await door.checkIn('food-market', await door.code())).act).toBe('ARRIVED');
    expect(await door.sheet('clinic')).toMatchObject({
      presentCount: 2,
      attendance: [{ unit: { code: 'clinic' }, names: ['李医生'], lateMinutes: 0 }],
      attendanceEntries: [{ unit: { code: 'clinic' }, act: 'ARRIVED' }],
    });
  });

  it('is for those invited, from an hour before the start until the end', async () => {
    const { meeting, door } = await called(acts.working(['clinic', 'owners-committee']));
    expect(await door.code()).toBe('');
    expect((await door.checkIn('clinic', '123456')).message).toBe(
      'Checking in opens an hour before the start.',
    );
    go('13:30:00');
    const now = await door.code();
    expect((await door.checkIn('food-market', now)).__typename).toBe('NOT_FOUND');
    expect((await door.note('food-market', 'ARRIVED')).__typename).toBe('NOT_FOUND');
    expect((await door.note('clinic', 'ARRIVED', {}, 'owners-committee')).__typename).toBe('FORBIDDEN');
    expect((await door.checkIn('owners-committee', now)).act).toBe('ARRIVED');
    // A guest is there and does not count.
    expect(await door.sheet()).toMatchObject({ presentCount: 0 });
    const begun = await begin(meeting);
    go('15:00:00');
    await acts.step('closeMeeting', begun);
    expect(await door.code()).toBe('');
    expect((await door.checkIn('clinic', now)).__typename).toBe('WrongState');
  });

  it('is noted by the committee, also afterwards, and says who was late, left early, was excused or absent', async () => {
    const { meeting, door, units } = await called();
    await units.answer('police-post', { reply: 'DECLINED' });
    go('14:05:00');
    const begun = await begin(meeting);
    await door.note('clinic', 'ARRIVED', { at: on('13:55:00'), names: ['李医生'] });
    await door.note('bus-639', 'EXCUSED', { at: on('13:00:00') });
    go('14:20:30');
    await door.note('food-market', 'ARRIVED');
    go('15:30:00');
    await door.note('food-market', 'LEFT', { at: on('15:10:00') });
    expect((await door.note('clinic', 'LEFT', { at: on('15:30:01') })).message).toBe('input.at');
    expect((await door.note('clinic', 'LEFT', { at: on('12:59:59') })).message).toBe('input.at');
    await acts.step('closeMeeting', begun);
    go('18:00:00');
    await door.note('developer', 'ARRIVED', { at: on('14:00:00') });
    expect((await door.note('developer', 'LEFT', { at: on('15:30:01') })).message).toBe('input.at');
    const { attendance } = await door.sheet();
    const of = (code: string) => attendance.find(({ unit }) => unit.code === code);
    expect(attendance).toHaveLength(14);
    expect(of('clinic')).toMatchObject({ lateMinutes: 0, leftEarlyAt: null, isExcused: false });
    // Late by when it began, not by when it was to begin.
    expect(of('food-market')).toMatchObject({
      lateMinutes: 15,
      leftEarlyAt: new Date(on('15:10:00')).toISOString(),
    });
    expect(of('bus-639')).toMatchObject({ arrivedAt: null, isExcused: true });
    expect(of('police-post')).toMatchObject({ arrivedAt: null, isExcused: true });
    expect(of('developer')).toMatchObject({ lateMinutes: 0 });
    expect(of('savings-bank')).toMatchObject({ arrivedAt: null, isExcused: false });
  });

  it('cannot be what cannot have been, and what was wrong is struck out and stays', async () => {
    const { door } = await called();
    go('14:30:00');
    expect((await door.note('clinic', 'LEFT')).__typename).toBe('WrongState');
    await door.note('clinic', 'ARRIVED', { at: on('14:00:00') });
    expect((await door.note('clinic', 'ARRIVED', { at: on('14:10:00') })).__typename).toBe('WrongState');
    expect((await door.note('clinic', 'LEFT', { at: on('14:00:00') })).__typename).toBe('WrongState');
    await door.note('clinic', 'LEFT', { at: on('14:20:00') });
    // Then it would have left before it came.
    expect((await door.strike('clinic', on('14:00:00'))).__typename).toBe('WrongState');
    expect((await door.strike('clinic', on('14:19:00'))).__typename).toBe('NOT_FOUND');
    await door.strike('clinic', on('14:20:00'));
    const { presentCount, attendanceEntries } = await door.sheet('clinic');
    expect(presentCount).toBe(1);
    expect(attendanceEntries.map(({ act, struckAt }) => [act, struckAt !== null])).toEqual([
      ['ARRIVED', false],
      ['LEFT', true],
    ]);
    expect((await door.note('clinic', 'LEFT', { at: on('14:20:00') })).act).toBe('LEFT');
  });

  it('ends for a unit that leaves the network, which is back only when it comes again', async () => {
    const members = new MembershipActs(world);
    const { meeting, door } = await called();
    go('14:00:00');
    await begin(meeting);
    await door.note('clinic', 'ARRIVED');
    await door.note('food-market', 'ARRIVED');
    // Not even in the instant in which it came does it come and go at once.
    for (const unit of ['clinic', 'developer']) await members.step('suspendMembership', unit);
    go('14:10:00');
    for (const unit of ['clinic', 'developer']) await members.step('resumeMembership', unit);
    expect(await door.sheet()).toMatchObject({ presentCount: 1 });
    expect(await door.presence()).toMatchObject({ present: [{ code: 'food-market' }] });
    expect((await door.note('clinic', 'ARRIVED')).act).toBe('ARRIVED');
    const { presentCount, attendanceEntries } = await door.sheet('clinic');
    expect(presentCount).toBe(2);
    expect(attendanceEntries.map(({ act }) => act)).toEqual(['ARRIVED', 'LEFT', 'ARRIVED']);
  });

  it('can be told at any instant afterwards, with who is represented by whom in the room', async () => {
    const { meeting, door, units } = await called();
    await units.give('developer', 'clinic');
    go('14:00:00');
    const begun = await begin(meeting);
    await door.note('clinic', 'ARRIVED');
    await door.note('food-market', 'ARRIVED');
    go('14:30:00');
    await door.note('clinic', 'LEFT');
    go('14:40:00');
    await door.note('clinic', 'ARRIVED');
    const at = async (time: string) => {
      const seen = await door.presence(on(time));
      return [
        seen?.present.map(({ code }) => code),
        seen?.represented.map(({ unit, by }) => `${unit.code} by ${by.code}`),
        seen?.countedUnits,
      ];
    };
    expect(await at('13:59:59')).toEqual([[], [], 0]);
    expect(await at('14:00:00')).toEqual([['clinic', 'food-market'], ['developer by clinic'], 3]);
    expect(await at('14:30:00')).toEqual([['food-market'], [], 1]);
    expect(await at('14:40:00')).toEqual([['clinic', 'food-market'], ['developer by clinic'], 3]);
    expect(await door.sheet('food-market')).toMatchObject({ presentCount: 2, representedCount: 1 });
    await door.note('developer', 'ARRIVED');
    expect(await door.sheet('food-market')).toMatchObject({ presentCount: 3, representedCount: 0 });
    expect(await door.presence(null, 'food-market')).toBeNull();
    go('15:00:00');
    await acts.step('closeMeeting', begun);
    expect(await at('15:00:00')).toEqual([[], [], 0]);
    expect(await at('14:59:59')).toEqual([['clinic', 'developer', 'food-market'], [], 3]);
  });

  it('lets nobody in twice, however many devices type the code at once', async () => {
    const { door } = await called();
    go('13:40:00');
    const code = await door.code();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => door.checkIn('clinic', code)));
    expect(outcomes.map(({ act }) => act)).toEqual(Array(6).fill('ARRIVED'));
    expect((await door.sheet('clinic')).attendanceEntries).toHaveLength(1);
    expect((await door.sheet()).presentCount).toBe(1);
  });

  it('names whom the unit announced, until somebody says otherwise; who follows is added', async () => {
    const { door, units } = await called();
    await units.accept('clinic', { comers: ['李医生', '王医生'], substitute: '赵护士' });
    await units.accept('food-market', { comers: ['陈经理'] });
    await units.accept('bus-639', { comers: ['周队长'] });
    const namesOf = async (unit: string) => (await door.sheet(unit)).attendance[0]?.names;
    go('13:30:00');
    const code = await door.code();
    await door.checkIn('clinic', code);
    expect(await namesOf('clinic')).toEqual(['李医生', '王医生', '赵护士']);
    await door.checkIn('food-market', code, ['孙主任']);
    expect(await namesOf('food-market')).toEqual(['孙主任']);
    expect(await door.checkIn('food-market', code, ['钱会计', '孙主任'])).toMatchObject({
      act: 'ARRIVED',
      at: new Date(on('13:30:00')).toISOString(),
    });
    expect(await namesOf('food-market')).toEqual(['孙主任', '钱会计']);
    const many = Array.from({ length: 19 }, (_, at) => `第${at}位`);
    expect((await door.checkIn('food-market', code, many)).message).toBe('names');
    await door.note('bus-639', 'ARRIVED');
    expect(await namesOf('bus-639')).toEqual(['周队长']);
    go('13:40:00');
    await door.note('food-market', 'LEFT');
    go('13:41:00');
    await door.checkIn('food-market', await door.code());
    expect((await door.note('food-market', 'ARRIVED', { at: on('13:41:00') })).__typename).toBe('WrongState');
    expect(await namesOf('food-market')).toEqual(['孙主任', '钱会计']);
  });

  it('is struck out with a move: who came to the old time has not come to the new one', async () => {
    const { meeting, door, units } = await called();
    await units.give('developer', 'clinic');
    go('13:30:00');
    await door.checkIn('clinic', await door.code());
    expect(await door.sheet()).toMatchObject({ presentCount: 1, representedCount: 1 });
    await acts.step('moveMeeting', meeting, { input: { ...MOVED_SPAN, reason: '停电' } });
    expect(await door.sheet('clinic')).toMatchObject({
      presentCount: 0,
      representedCount: 0,
      attendance: [{ arrivedAt: null }],
      attendanceEntries: [{ act: 'ARRIVED', struckAt: expect.any(String) as string }],
    });
    expect(await door.presence()).toMatchObject({ present: [], countedUnits: 0 });
  });

  it('ends for a unit that is no longer invited, with the membership or without it, from that moment on', async () => {
    const { meeting, door, units } = await called();
    const working = await called(acts.working(['clinic', 'bus-639']));
    await units.give('developer', 'bus-639');
    go('13:30:00');
    for (const unit of ['clinic', 'bus-639']) {
      await door.note(unit, 'ARRIVED');
      await working.door.note(unit, 'ARRIVED');
    }
    expect(await door.sheet()).toMatchObject({ presentCount: 2, representedCount: 1 });
    go('13:40:00');
    const unitIds = [world.unit('clinic')];
    await acts.step('updateMeeting', working.meeting, { input: { unitIds } });
    expect(await working.door.sheet()).toMatchObject({ presentCount: 1 });
    expect(await working.door.presence()).toMatchObject({ present: [{ code: 'clinic' }], countedUnits: 1 });
    expect(await working.door.presence(on('13:35:00'))).toMatchObject({ countedUnits: 2 });
    const memberships = new MembershipActs(world);
    await memberships.step('suspendMembership', 'bus-639');
    expect(await door.sheet()).toMatchObject({ presentCount: 1, representedCount: 0 });
    expect(await door.presence()).toMatchObject({ present: [{ code: 'clinic' }], countedUnits: 1 });
    await memberships.step('resumeMembership', 'bus-639');
    await acts.step('cancelMeeting', await acts.seen(meeting.id));
  });

  it('counts after the end whoever was there when it was closed, whatever is corrected', async () => {
    const { meeting, door } = await called();
    go('14:00:00');
    const begun = await begin(meeting);
    await door.note('clinic', 'ARRIVED');
    await door.note('food-market', 'ARRIVED');
    go('15:30:00');
    await acts.step('closeMeeting', begun);
    go('18:00:00');
    await door.note('food-market', 'LEFT', { at: on('15:00:00') });
    expect(await door.sheet()).toMatchObject({ presentCount: 1, representedCount: 0 });
    await door.strike('food-market', on('15:00:00'));
    expect(await door.sheet()).toMatchObject({ presentCount: 2 });
  });

  it('follows an answer: who gives its vote to one in the room is represented at once', async () => {
    const { door, units } = await called();
    go('13:30:00');
    await door.note('bus-639', 'ARRIVED');
    await units.give('clinic', 'bus-639');
    expect(await door.sheet()).toMatchObject({ presentCount: 1, representedCount: 1 });
    await units.accept('clinic');
    expect(await door.sheet()).toMatchObject({ presentCount: 1, representedCount: 0 });
  });

  it('is not guessed: after ten wrong codes a unit waits, others do not, and the right one wipes them out', async () => {
    const { door } = await called();
    go('13:30:00');
    const code = await door.code();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let times = 0; times < 9; times += 1) await door.checkIn('clinic', wrong);
    expect((await door.checkIn('clinic', code)).act).toBe('ARRIVED');
    await door.note('clinic', 'LEFT', { at: on('13:30:00.001') });
    for (let times = 0; times < 10; times += 1) {
      expect((await door.checkIn('food-market', wrong)).__typename).toBe('InvalidCode');
    }
    expect((await door.checkIn('food-market', code)).__typename).toBe('TooManyAttempts');
    expect((await door.checkIn('developer', code)).act).toBe('ARRIVED');
    go('13:45:01');
    expect((await door.checkIn('food-market', await door.code())).act).toBe('ARRIVED');
  });

  it('takes digits as a Chinese keyboard writes them, and names of those who came alone', async () => {
    const { door } = await called();
    go('13:30:00');
    const wide = (await door.code()).replaceAll(/\d/g, (digit) =>
      '０１２３４５６７８９'.charAt(Number(digit)),
    );
    expect((await door.checkIn('clinic', wide)).act).toBe('ARRIVED');
    expect((await door.checkIn('food-market', await door.code(), [' '])).message).toBe('names');
    expect((await door.note('food-market', 'ARRIVED', { names: [''] })).message).toBe('input.names');
    go('13:40:00');
    expect((await door.note('clinic', 'LEFT', { names: ['李医生'] })).message).toBe('input.names');
    expect((await door.note('clinic', 'LEFT')).act).toBe('LEFT');
  });

  it('knows from the call on who has excused itself', async () => {
    const { door } = await called();
    go('10:00:00');
    expect((await door.note('clinic', 'EXCUSED', { at: on('08:59:59') })).message).toBe('input.at');
    expect((await door.note('clinic', 'EXCUSED')).act).toBe('EXCUSED');
    expect((await door.note('food-market', 'ARRIVED')).__typename).toBe('WrongState');
    go('13:30:00');
    expect((await door.note('food-market', 'ARRIVED', { at: on('12:59:59') })).message).toBe('input.at');
    expect((await door.sheet('clinic')).attendance).toMatchObject([{ isExcused: true }]);
  });
});
