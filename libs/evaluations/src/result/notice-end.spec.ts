import { DayCalendar } from '#calendar';
import { Temporal } from 'temporal-polyfill';
import { noticeEnd } from './notice-end.js';

const SHANGHAI = 'Asia/Shanghai';
const calendar = new DayCalendar(
  [{ year: 2026, announced: true }],
  [
    { day: Temporal.PlainDate.from('2026-10-01'), class: 'HOLIDAY', name: '国庆节' },
    { day: Temporal.PlainDate.from('2026-10-10'), class: 'WORKDAY', name: '国庆节' },
  ],
);

const end = (publishedAt: string, days: number) => {
  const { until, isProvisional } = noticeEnd(calendar, new Date(publishedAt), days, SHANGHAI);
  return [until.toISOString(), isProvisional];
};

describe('the end of a public notice', () => {
  it('is the end of a local day, and does not count the day of publication', () => {
    // A Wednesday; five working days on is the Wednesday after.
    expect(end('2026-11-25T09:00:00+08:00', 5)).toEqual(['2026-12-02T16:00:00.000Z', false]);
    expect(end('2026-11-25T23:59:00+08:00', 5)).toEqual(['2026-12-02T16:00:00.000Z', false]);
    // In Shanghai it is Thursday already.
    expect(end('2026-11-25T16:30:00Z', 5)).toEqual(['2026-12-03T16:00:00.000Z', false]);
  });

  it('leaves out holidays and counts make-up workdays', () => {
    expect(end('2026-09-30T09:00:00+08:00', 1)).toEqual(['2026-10-02T16:00:00.000Z', false]);
    expect(end('2026-10-09T09:00:00+08:00', 1)).toEqual(['2026-10-10T16:00:00.000Z', false]);
  });

  it('is provisional when it reaches into a year that is not announced', () => {
    expect(end('2026-12-24T09:00:00+08:00', 5)).toEqual(['2026-12-31T16:00:00.000Z', false]);
    expect(end('2026-12-24T09:00:00+08:00', 6)).toEqual(['2027-01-01T16:00:00.000Z', true]);
    expect(end('2027-01-04T09:00:00+08:00', 1)).toEqual(['2027-01-05T16:00:00.000Z', true]);
  });
});
