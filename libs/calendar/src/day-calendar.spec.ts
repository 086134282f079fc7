import { Temporal } from 'temporal-polyfill';
import { DayCalendar } from './day-calendar.js';
import { listPublishedYears } from './published-years.js';

const published = listPublishedYears();
const calendar = new DayCalendar(
  published.map(({ year }) => ({ year, announced: true })),
  published.flatMap(({ days }) => days),
);

describe('the calendar as published', () => {
  it('holds the years of the data and no others', () => {
    const years = published.map(({ year }) => year);
    expect(years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  it.each([
    ['2026-01-01', 'HOLIDAY', '元旦'],
    ['2026-01-04', 'WORKDAY', '元旦'],
    ['2026-02-14', 'WORKDAY', '春节'],
    ['2026-02-17', 'HOLIDAY', '春节'],
    ['2026-09-20', 'WORKDAY', '国庆节'],
    ['2026-09-25', 'HOLIDAY', '中秋'],
    ['2026-10-01', 'HOLIDAY', '国庆节'],
    ['2026-10-07', 'HOLIDAY', '国庆节'],
    ['2026-10-10', 'WORKDAY', '国庆节'],
    ['2026-10-11', 'REST_DAY', null],
    ['2026-12-11', 'WORKDAY', null],
    ['2026-12-12', 'REST_DAY', null],
  ])('%s is a %s (%s)', (day, dayClass, name) => {
    expect(calendar.classOf(date(day))).toEqual({ class: dayClass, provisional: false, name });
  });

  it('keeps only days that differ from a plain week', () => {
    const plain = new DayCalendar([], []);
    for (const { day, class: dayClass } of published.flatMap(({ days }) => days)) {
      expect([day.toString(), dayClass]).not.toEqual([day.toString(), plain.classOf(day).class]);
    }
  });
});

describe('DayCalendar', () => {
  it('takes a year that is not announced for a plain one, and says so', () => {
    expect(calendar.classOf(date('2027-10-01'))).toEqual({ class: 'WORKDAY', provisional: true, name: null });
    expect(calendar.classOf(date('2027-10-02'))).toMatchObject({ class: 'REST_DAY', provisional: true });
  });

  it('does not believe the days of a year that is not announced', () => {
    const day = date('2027-10-01');
    const guess = new DayCalendar(
      [{ year: 2027, announced: false }],
      [{ day, class: 'HOLIDAY', name: null }],
    );
    expect(guess.classOf(day)).toEqual({ class: 'WORKDAY', provisional: true, name: null });
  });

  it('counts a holiday as a rest-day, a worked Saturday not', () => {
    expect(['2026-10-01', '2026-10-10', '2026-10-11'].map((day) => calendar.isRestDay(date(day)))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it.each([
    ['2026-09-30', '2026-10-08'],
    ['2026-10-09', '2026-10-10'],
    ['2026-10-10', '2026-10-12'],
    ['2026-12-31', '2027-01-01'],
    ['2024-02-28', '2024-02-29'],
  ])('after %s the next workday is %s', (day, next) => {
    expect(calendar.nextWorkday(date(day)).toString()).toBe(next);
  });

  it.each([
    ['a Wednesday before the holiday', '2026-09-30T15:20+08:00', 3, '2026-10-10T15:20+08:00'],
    ['a Saturday', '2026-12-12T10:00+08:00', 3, '2026-12-16T10:00+08:00'],
    ['late in the evening of the zone', '2026-12-10T23:59:59.999+08:00', 1, '2026-12-11T23:59:59.999+08:00'],
    ['no days at all', '2026-12-12T10:00+08:00', 0, '2026-12-12T10:00+08:00'],
  ])('adds working days from %s', (_, from, count, until) => {
    const deadline = calendar.addWorkingDays(new Date(from), count, 'Asia/Shanghai');
    expect(deadline).toEqual(new Date(until));
  });

  it('keeps the local time over a change of clocks', () => {
    const friday = new Date('2027-03-26T10:00+01:00');
    expect(calendar.addWorkingDays(friday, 1, 'Europe/Berlin')).toEqual(new Date('2027-03-29T10:00+02:00'));
  });

  it.each([-1, 1.5, Number.NaN])('refuses to add %p working days', (count) => {
    expect(() => calendar.addWorkingDays(new Date(0), count, 'Asia/Shanghai')).toThrow(RangeError);
  });
});

function date(day: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(day);
}
