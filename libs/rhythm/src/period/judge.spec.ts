import { DayCalendar, type CalendarDay, type DayClass } from '#calendar';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { judge } from './judge.js';
import { isWithin, periodAt, periodsOf } from './period.js';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const days = (dayClass: DayClass, ...all: string[]): CalendarDay[] =>
  all.map((text) => ({ day: day(text), class: dayClass, name: null }));
const from = (text: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => day(text).add({ days: at }).toString());

/** 2026 as the State Council announced it, as far as the cases go; 2027 and 2028 are not announced. */
const CALENDAR = new DayCalendar(
  [{ year: 2026, announced: true }],
  [
    ...days('HOLIDAY', ...from('2026-02-15', 9), ...from('2026-09-25', 3), ...from('2026-10-01', 7)),
    ...days('WORKDAY', '2026-02-14', '2026-02-28', '2026-09-20', '2026-10-10'),
  ],
);

describe('what comes round', () => {
  test.each([
    // Of each length, by its last day: its last ten workdays.
    [1, '2026-11-01', '2026-11-30', '2026-11-17', 'an ordinary month'],
    [1, '2026-12-01', '2026-12-31', '2026-12-18', 'the end of a year'],
    [2, '2026-11-01', '2026-12-31', '2026-12-18', 'two months up to the end of a year'],
    [3, '2026-10-01', '2026-12-31', '2026-12-18', 'the last quarter'],
    [1, '2026-02-01', '2026-02-28', '2026-02-10', 'nine days of Spring Festival, two Saturdays worked'],
    [2, '2026-01-01', '2026-02-28', '2026-02-10', 'the same, for a survey'],
    [1, '2026-09-01', '2026-09-30', '2026-09-17', 'a holiday, and a Sunday worked for another month’s'],
    [
      1,
      '2026-10-01',
      '2026-10-31',
      '2026-10-19',
      'a month that begins with seven days off, and ends on a Saturday',
    ],
    [1, '2027-02-01', '2027-02-28', '2027-02-15', 'a year whose days off are not announced'],
    [1, '2028-02-01', '2028-02-29', '2028-02-16', 'a leap year'],
    [2, '2028-01-01', '2028-02-29', '2028-02-16', 'a leap year, for a survey'],
  ] as const)(
    '%i months from %s end on %s, and are warned of from %s: %s',
    (months, first, last, warnFrom, _why) => {
      const period = periodAt(day(first), months);
      expect([period.firstDay, period.lastDay].map(String)).toEqual([first, last]);
      const judged = judge(period, NOTHING, { today: day(first), startedOn: null, calendar: CALENDAR });
      expect(String(judged.warnFrom)).toBe(warnFrom);
      expect(judged.isProvisional).toBe(!first.startsWith('2026'));
    },
  );

  const NOTHING = { held: 0, ahead: 0 };
  const ONE = { held: 1, ahead: 0 };
  const PLANNED = { held: 0, ahead: 1 };

  test.each([
    ['2026-11-16', 1, NOTHING, null, 'LACKING'],
    ['2026-11-17', 1, NOTHING, null, 'WARNED'],
    ['2026-11-30', 1, NOTHING, null, 'WARNED'],
    ['2026-12-01', 1, NOTHING, null, 'LAPSED'],
    ['2026-10-31', 1, NOTHING, null, 'LACKING'],
    ['2026-11-16', 1, PLANNED, null, 'PLANNED'],
    ['2026-11-30', 1, ONE, null, 'MET'],
    ['2027-06-01', 1, ONE, null, 'MET'],
    ['2026-11-30', 1, { held: 1, ahead: 1 }, null, 'MET'],
    // Over the end of a year.
    ['2026-12-17', 2, NOTHING, null, 'LACKING'],
    ['2026-12-31', 2, NOTHING, null, 'WARNED'],
    ['2027-01-01', 2, NOTHING, null, 'LAPSED'],
    // A network that began with the month, later in it, when it could just be warned, and a day too late.
    ['2026-11-30', 1, NOTHING, '2026-11-01', 'WARNED'],
    ['2026-12-01', 1, NOTHING, '2026-11-10', 'LAPSED'],
    ['2026-12-01', 1, NOTHING, '2026-11-17', 'LAPSED'],
    ['2026-11-18', 1, NOTHING, '2026-11-18', 'BEFORE_START'],
    ['2026-12-01', 1, NOTHING, '2026-11-18', 'BEFORE_START'],
    ['2027-01-01', 1, NOTHING, '2027-01-01', 'BEFORE_START'],
    ['2026-11-23', 2, NOTHING, '2026-11-23', 'LACKING'],
    ['2026-12-31', 2, NOTHING, '2026-12-19', 'BEFORE_START'],
    // What is done counts, whenever it began.
    ['2026-11-30', 1, ONE, '2026-11-25', 'MET'],
    ['2026-11-25', 1, PLANNED, '2026-11-25', 'PLANNED'],
  ] as const)(
    'on %s what November lies in, %i months with %j in a network begun on %s, is %s',
    (today, months, shown, startedOn, state) => {
      const period = periodAt(day('2026-11-15'), months);
      const on = { today: day(today), startedOn: startedOn && day(startedOn), calendar: CALENDAR };
      expect(judge(period, shown, on).state).toBe(state);
    },
  );

  test('fills a year without gaps: every day lies in one month, in one two months and in one quarter', () => {
    for (const year of [2026, 2028]) {
      for (const months of [1, 2, 3] as const) {
        const periods = periodsOf(year, months);
        expect(periods).toHaveLength(12 / months);
        for (const text of from(`${year}-01-01`, day(`${year}-01-01`).daysInYear)) {
          const [found, ...more] = periods.filter((period) => isWithin(period, day(text)));
          expect([String(found?.firstDay), more]).toEqual([String(periodAt(day(text), months).firstDay), []]);
        }
      }
    }
  });

  test('is warned of on a workday, with so many of them left, whichever days are worked', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 180 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 25 }),
        (moved, notice) => {
          const flipped = moved.map((at) => day('2026-04-01').add({ days: at }));
          const calendar = new DayCalendar(
            [{ year: 2026, announced: true }],
            flipped.map((one) => ({
              day: one,
              class: one.dayOfWeek > 5 ? 'WORKDAY' : 'HOLIDAY',
              name: null,
            })),
          );
          const period = periodAt(day('2026-08-15'), 2);
          const on = { today: period.firstDay, startedOn: null, calendar, notice };
          const { warnFrom } = judge(period, NOTHING, on);
          const left = from(String(warnFrom), warnFrom.until(period.lastDay).days + 1).map(day);
          expect(calendar.isRestDay(warnFrom)).toBe(false);
          expect(left.filter((one) => !calendar.isRestDay(one))).toHaveLength(notice);
        },
      ),
      propertyRuns(100),
    );
  });
});
