import { RefusalCode } from '#graphql';
import { BookingState } from '../booking/booking.entity.js';
import { composeSeriesChat } from './series-chat.js';
import { BookingSeries } from './series.entity.js';

const WEDNESDAY = Date.parse('2026-12-02T09:00:00+08:00');
const WEEK = 7 * 86_400_000;
const { CONFIRMED, REQUESTED } = BookingState;

function seriesOf(more: Partial<BookingSeries> = {}): BookingSeries {
  return Object.assign(new BookingSeries(), {
    offerTitle: '会议室',
    rule: 'FREQ=WEEKLY;COUNT=3',
    zone: 'Asia/Shanghai',
    startsAt: new Date(WEDNESDAY),
    endsAt: new Date(WEDNESDAY + 7_200_000),
    purpose: '排练，联系13812345678',
    heads: 20,
    amount: null,
    measure: null,
    skipped: [],
    ...more,
  });
}

const dates = (...states: BookingState[]) =>
  states.map((state, at) => ({
    state,
    startsAt: new Date(WEDNESDAY + at * WEEK),
    endsAt: new Date(WEDNESDAY + at * WEEK + 7_200_000),
  }));

describe('the text of a series for a group chat', () => {
  it('says by which rule, how often, and what became of the dates, without phones', () => {
    const bookings = dates(CONFIRMED, REQUESTED, CONFIRMED);
    const skipped = [
      { startsAt: '2026-12-23T01:00:00.000Z', endsAt: '', code: RefusalCode.SPAN_TAKEN, rules: [] },
    ];
    const text = composeSeriesChat(seriesOf({ skipped }), { owner: '幼儿园', requester: null, bookings });
    expect(text.split('\n')).toEqual([
      '【系列预约】共建单位借用幼儿园的“会议室”：每周三 09:00–11:00，共 3 次。',
      '日期：2026年12月2日（星期三）至2026年12月16日（星期三）',
      '进展：待答复 1 次、已确认 2 次',
      '未能预约（1 次）：2026年12月23日（星期三）',
      expect.not.stringContaining('13812345678'),
      '人数：20 人',
    ]);
  });

  it.each([
    [15 * 60, '09:00–24:00'],
    [16 * 60, '09:00至次日01:00'],
    [64 * 60, '09:00至3天后01:00'],
  ])('tells an end %i minutes later as %s', (minutes, hours) => {
    const endsAt = new Date(WEDNESDAY + minutes * 60_000);
    const series = seriesOf({ endsAt, heads: null });
    const bookings = dates(CONFIRMED).map((date) => ({ ...date, endsAt }));
    const text = composeSeriesChat(series, { owner: null, requester: null, bookings });
    expect(text).toContain(`每周三 ${hours}，共 1 次。\n日期：2026年12月2日（星期三）\n进展`);
  });

  it('tells the hours to which all dates were moved, and those of the rule where only some were', () => {
    const moved = dates(CONFIRMED, CONFIRMED).map(({ startsAt, endsAt, state }) => ({
      state,
      startsAt: new Date(startsAt.getTime() + 3_600_000),
      endsAt: new Date(endsAt.getTime() + 3_600_000),
    }));
    const textOf = (bookings: typeof moved): string =>
      composeSeriesChat(seriesOf(), { owner: null, requester: null, bookings });
    expect(textOf(moved)).toContain('每周三 10:00–12:00，共 2 次');
    expect(textOf([...moved, ...dates(CONFIRMED)])).toContain('每周三 09:00–11:00，共 3 次');
  });
});
