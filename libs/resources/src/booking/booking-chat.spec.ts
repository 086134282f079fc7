import { composeBookingChat, composeBookingReminder, type ChatFacts } from './booking-chat.js';
import { Booking, BookingReason, BookingState } from './booking.entity.js';

const FACTS: ChatFacts = { owner: '浦东公交639车队', requester: '周浦第三小学', zone: 'Asia/Shanghai' };

const booking = (changes: Partial<Booking> = {}): Booking =>
  Object.assign(new Booking(), {
    offerTitle: '45 座客车',
    state: BookingState.CONFIRMED,
    startsAt: new Date('2026-12-12T02:00:00Z'),
    endsAt: new Date('2026-12-12T04:00:00Z'),
    expiresAt: new Date('2026-11-26T01:00:00Z'),
    purpose: '秋游',
    heads: 40,
    amount: null,
    measure: null,
    reason: null,
    remark: null,
    ...changes,
  });

describe('a booking in a group chat', () => {
  test('says who, what, when and what for, by the clock of the network', () => {
    expect(composeBookingChat(booking(), FACTS)).toBe(
      [
        '【预约确认】周浦第三小学借用浦东公交639车队的“45 座客车”：已确认。',
        '时间：2026年12月12日（星期六）10:00–12:00',
        '用途：秋游',
        '人数：40 人',
      ].join('\n'),
    );
  });

  test('says how much of a pool', () => {
    expect(composeBookingChat(booking({ amount: '45.0', measure: 'kW' }), FACTS)).toMatch(
      /\n用途：秋游\n数量：45.0 kW\n人数：40 人$/,
    );
  });

  test('says why not, in the rule’s words and in those of the other side', () => {
    const declined = booking({
      state: BookingState.DECLINED,
      reason: BookingReason.OWNER_DECLINED,
      remark: '当天车辆年检，\n改到下周可以。',
      heads: null,
    });
    expect(composeBookingChat(declined, FACTS)).toBe(
      [
        '【预约未获同意】周浦第三小学借用浦东公交639车队的“45 座客车”：未获同意（资源方未同意）。',
        '时间：2026年12月12日（星期六）10:00–12:00',
        '用途：秋游',
        '说明：当天车辆年检， 改到下周可以。',
      ].join('\n'),
    );
  });

  test.each([BookingState.REQUESTED, BookingState.AWAITING_OWNER])('%s says by when to answer', (state) => {
    expect(composeBookingChat(booking({ state }), FACTS)).toMatch(
      /^【预约申请】.*\n请于2026年11月26日（星期四）09:00前答复，逾期失效。$/s,
    );
  });

  test('reminds', () => {
    expect(composeBookingReminder(booking(), FACTS)).toMatch(
      /^【预约提醒】周浦第三小学借用浦东公交639车队的“45 座客车”：即将开始，请双方提前准备。\n时间：/,
    );
  });

  test('names nobody whom the asker does not see', () => {
    expect(composeBookingChat(booking(), { ...FACTS, owner: null, requester: null })).toMatch(
      /^【预约确认】共建单位借用共建单位的“45 座客车”/,
    );
  });

  test.each(Object.values(BookingState))('has plain Chinese for %s, without a blank left over', (state) => {
    const text = composeBookingChat(booking({ state, reason: BookingReason.CLASH }), FACTS);
    expect(text).not.toMatch(/[{}]|undefined|null|[A-Z]{2}/);
  });

  test('holds no phone that somebody wrote into it', () => {
    const told = booking({
      offerTitle: '客车（13812345678）',
      purpose: '联系 １３８ 1234 5678',
      remark: '请打 5888 1234 或 021-58881234',
      state: BookingState.DECLINED,
    });
    for (const text of [composeBookingChat(told, FACTS), composeBookingReminder(told, FACTS)])
      expect(text.replaceAll('2026年12月12日', '')).not.toMatch(/\d{4}[ -]?\d{4}/);
    expect(composeBookingChat(told, FACTS)).toContain('用途：联系 ****5678');
  });

  test('what somebody wrote cannot fill a blank', () => {
    expect(composeBookingChat(booking({ purpose: '{heads}$1' }), FACTS)).toContain('用途：{heads}$1\n');
  });
});
