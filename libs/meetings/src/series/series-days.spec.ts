import { DayCalendar, type CalendarDay } from '#calendar';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { OffRestDay, periodOf, seriesDays, SeriesPeriod, type SeriesRule } from './series-days.js';

const on = (day: string) => Temporal.PlainDate.from(day);
/** The second Wednesday of the quarter's first month. */
const CASE: SeriesRule = {
  every: SeriesPeriod.QUARTER,
  monthOfQuarter: 1,
  weekday: 3,
  nth: 2,
  offRestDay: OffRestDay.NEXT_WORKDAY,
};
const holiday = (day: string): CalendarDay => ({ day: on(day), class: 'HOLIDAY', name: '节' });
const written = (rule: SeriesRule, today: string, count: number, calendar: DayCalendar) =>
  seriesDays(rule, on(today), count, calendar).map(({ originalDay, day, isProvisional }) =>
    [originalDay, day, isProvisional ? 'provisional' : ''].map(String).join(' ').trim(),
  );

const ruleArbitrary: fc.Arbitrary<SeriesRule> = fc
  .record({
    every: fc.constantFrom(SeriesPeriod.MONTH, SeriesPeriod.QUARTER),
    month: fc.integer({ min: 1, max: 3 }),
    weekday: fc.integer({ min: 1, max: 7 }),
    nth: fc.constantFrom(1, 2, 3, 4, -1),
    offRestDay: fc.constantFrom(OffRestDay.NEXT_WORKDAY, OffRestDay.STAYS),
  })
  .map(({ month, ...rule }) => ({
    ...rule,
    monthOfQuarter: rule.every === SeriesPeriod.QUARTER ? month : null,
  }));

/** Looked for day by day, as somebody with a calendar on the wall would. */
function isDayOfRule(rule: SeriesRule, day: Temporal.PlainDate): boolean {
  const inQuarter = ((day.month - 1) % 3) + 1;
  if (rule.every === SeriesPeriod.QUARTER && inQuarter !== rule.monthOfQuarter) return false;
  if (day.dayOfWeek !== rule.weekday) return false;
  return rule.nth > 0 ? Math.ceil(day.day / 7) === rule.nth : day.add({ weeks: 1 }).month !== day.month;
}

describe('the days of a series', () => {
  const unannounced = new DayCalendar([{ year: 2026, announced: true }], []);

  it('of the case begin on 2027-01-13, while that year is not announced', () => {
    expect(written(CASE, '2026-11-23', 2, unannounced)).toEqual([
      '2027-01-13 2027-01-13 provisional',
      '2027-04-14 2027-04-14 provisional',
    ]);
  });

  it('step off rest-days to the next workday, over the end of the year too', () => {
    const calendar = new DayCalendar(
      [
        { year: 2026, announced: true },
        { year: 2027, announced: true },
      ],
      [holiday('2026-12-30'), holiday('2026-12-31'), holiday('2027-01-01')],
    );
    const lastWednesday = { ...CASE, every: SeriesPeriod.MONTH, monthOfQuarter: null, nth: -1 };
    expect(written(lastWednesday, '2026-12-20', 2, calendar)).toEqual([
      '2026-12-30 2027-01-04',
      '2027-01-27 2027-01-27',
    ]);
    // The day that it steps to is still ahead when its own is over.
    expect(written(lastWednesday, '2027-01-02', 1, calendar)).toEqual(['2026-12-30 2027-01-04']);
    expect(written({ ...lastWednesday, offRestDay: OffRestDay.STAYS }, '2026-12-20', 1, calendar)).toEqual([
      '2026-12-30 2026-12-30',
    ]);
  });

  it('are those that one finds by going through the calendar, one for each period, whatever the rule', () => {
    const start = fc.integer({ min: 0, max: 3000 }).map((days) => on('2024-01-01').add({ days }));
    const property = fc.property(ruleArbitrary, start, (rule, today) => {
      const days = seriesDays(rule, today, 6, unannounced);
      expect(new Set(days.map(({ originalDay }) => periodOf(rule.every, originalDay))).size).toBe(6);
      for (const { originalDay, day, isProvisional } of days) {
        expect(isDayOfRule(rule, originalDay)).toBe(true);
        expect(Temporal.PlainDate.compare(day, today)).toBe(1);
        const mayStep = rule.offRestDay === OffRestDay.NEXT_WORKDAY;
        expect(isProvisional).toBe(mayStep && (originalDay.year !== 2026 || day.year !== 2026));
        const stepsOff = mayStep && unannounced.isRestDay(originalDay);
        expect(day.toString()).toBe(
          (stepsOff ? unannounced.nextWorkday(originalDay) : originalDay).toString(),
        );
      }
      const [first, last] = [days[0]?.originalDay ?? today, days.at(-1)?.originalDay ?? today];
      let found = 0;
      for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
        if (isDayOfRule(rule, day)) found++;
      expect(found).toBe(6);
    });
    fc.assert(property, propertyRuns(100));
  });
});
