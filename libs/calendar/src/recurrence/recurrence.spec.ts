import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { epochDayOf } from '../epoch-day.js';
import { writeChineseRecurrence } from './chinese-recurrence.js';
import { recurrenceDays } from './recurrence-days.js';
import { BadRecurrence, parseRecurrence } from './recurrence-rule.js';

type Case = { freq: string; interval: number; byDay: string[]; byMonthDay: number[]; end: string };

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ordinals = fc.constantFrom('', '1', '2', '+3', '-1', '-2', '5');

const caseArbitrary = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.constantFrom(1, 1, 2, 3, 5, 12),
    byDay: fc.uniqueArray(fc.tuple(ordinals, fc.constantFrom(...WEEKDAYS)), { maxLength: 3 }),
    byMonthDay: fc.uniqueArray(fc.constantFrom(1, 15, 28, 29, 30, 31, -1, -2, -31), { maxLength: 3 }),
    count: fc.integer({ min: 1, max: 30 }),
    until: fc.option(fc.integer({ min: 0, max: 1500 })),
    first: fc.constantFrom(
      '2028-02-29',
      '2026-12-31',
      '2027-01-01',
      '2027-01-31',
      '2027-03-28',
      '2026-11-25',
    ),
  })
  .map(({ byDay, byMonthDay, count, until, first, ...rest }) => {
    const plain = rest.freq === 'DAILY' || rest.freq === 'WEEKLY' || byMonthDay.length > 0;
    const end = Temporal.PlainDate.from(first).add({ days: until ?? 0 });
    return {
      ...rest,
      first,
      byDay: [...new Set(byDay.map(([ordinal, day]) => (plain ? day : ordinal + day)))],
      byMonthDay: rest.freq === 'WEEKLY' ? [] : byMonthDay,
      end: until === null ? `COUNT=${count}` : `UNTIL=${end.toString().replaceAll('-', '')}`,
    };
  });

describe('the dates of a rule', () => {
  it('are those that a walk from day to day finds', () => {
    const property = fc.property(caseArbitrary, ({ first, ...made }) => {
      const start = Temporal.PlainDate.from(first);
      expect({ made, days: answerOrFault(textOf(made), start) }).toEqual({ made, days: walk(made, start) });
    });
    fc.assert(property, propertyRuns(50));
  });

  it.each([
    ['FREQ=MONTHLY;COUNT=4', '2027-01-31', ['2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31']],
    ['FREQ=YEARLY;COUNT=2', '2028-02-29', ['2028-02-29', '2032-02-29']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', '2026-12-31', ['2026-12-31', '2027-01-31', '2027-02-28']],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE;COUNT=3', '2027-01-13', ['2027-01-13', '2027-04-14', '2027-07-14']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=3', '2026-12-27', ['2026-12-27', '2027-01-04', '2027-01-10']],
    ['RRULE:freq=weekly;until=20270106', '2026-12-30', ['2026-12-30', '2027-01-06']],
    ['FREQ=WEEKLY;UNTIL=20270106T010000Z;WKST=MO', '2026-12-30', ['2026-12-30', '2027-01-06']],
    ['FREQ=WEEKLY;UNTIL=20270106T005959Z', '2026-12-30', ['2026-12-30']],
  ])('%s from %s', (text, first, days) => {
    expect(answer(text, Temporal.PlainDate.from(first))).toEqual(days);
  });

  it.each([
    ['FREQ=WEEKLY', 'ENDLESS', 'COUNT, UNTIL'],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20270101', 'TWO_ENDS', 'COUNT, UNTIL'],
    ['FREQ=DAILY;COUNT=401', 'TOO_MANY', 'COUNT'],
    ['FREQ=DAILY;UNTIL=20280101', 'TOO_MANY', 'UNTIL'],
    ['FREQ=YEARLY;COUNT=12', 'TOO_FAR', 'COUNT'],
    ['FREQ=YEARLY;INTERVAL=9999;COUNT=2', 'TOO_FAR', 'COUNT'],
    ['FREQ=DAILY;UNTIL=20261124', 'NONE', 'UNTIL'],
    ['FREQ=WEEKLY;BYDAY=TH;COUNT=2', 'OFF', 'BYDAY, BYMONTHDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=12;COUNT=1', 'TOO_FAR', 'COUNT'],
    ['FREQ=HOURLY;COUNT=2', 'MALFORMED', 'FREQ=HOURLY'],
    ['', 'MALFORMED', ''],
    ['COUNT=2', 'MALFORMED', 'FREQ='],
    ['FREQ=DAILY;COUNT=2;COUNT=3', 'MALFORMED', 'COUNT=3'],
    ['FREQ=DAILY;COUNT=0', 'MALFORMED', 'COUNT=0'],
    ['FREQ=DAILY;INTERVAL=-1;COUNT=2', 'MALFORMED', 'INTERVAL=-1'],
    ['FREQ=DAILY;COUNT=2;BYSETPOS=1', 'UNKNOWN_PART', 'BYSETPOS'],
    ['FREQ=WEEKLY;COUNT=2;WKST=SU', 'UNKNOWN_PART', 'WKST'],
    ['FREQ=WEEKLY;COUNT=2;BYDAY=2MO', 'MALFORMED', 'BYDAY'],
    ['FREQ=MONTHLY;COUNT=2;BYDAY=54MO', 'MALFORMED', 'BYDAY=54MO'],
    ['FREQ=MONTHLY;COUNT=2;BYDAY=XX', 'MALFORMED', 'BYDAY=XX'],
    ['FREQ=MONTHLY;COUNT=2;BYMONTHDAY=32', 'MALFORMED', 'BYMONTHDAY=32'],
    ['FREQ=WEEKLY;COUNT=2;BYMONTHDAY=3', 'MALFORMED', 'BYMONTHDAY'],
    ['FREQ=DAILY;UNTIL=20270230', 'MALFORMED', 'UNTIL=20270230'],
    ['FREQ=DAILY;UNTIL=20270101T090000', 'MALFORMED', 'UNTIL=20270101T090000'],
  ])('of %s are refused: %s', (text, fault, part) => {
    expect(() => answer(text, Temporal.PlainDate.from('2026-11-25'))).toThrow(
      expect.objectContaining({ name: 'BadRecurrence', fault, part }),
    );
  });

  it.each([
    ['FREQ=DAILY;COUNT=2', '每天'],
    ['FREQ=DAILY;INTERVAL=2;COUNT=2', '每2天'],
    ['FREQ=WEEKLY;COUNT=2', '每周三'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=2', '每2周的周一、周三'],
    ['FREQ=MONTHLY;BYDAY=2WE,-1FR;COUNT=2', '每月第2个周三、最后一个周五'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5,-1;COUNT=2', '每3个月的5日、最后一天'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYDAY=MO;COUNT=2', '每月1日、2日、3日中的周一'],
    ['FREQ=YEARLY;COUNT=2', '每年11月25日'],
  ])('of %s are told as %s', (text, told) => {
    const firstDay = epochDayOf(Temporal.PlainDate.from('2026-11-25'));
    expect(writeChineseRecurrence(parseRecurrence(text), firstDay)).toBe(told);
  });
});

/** 09:00 in Shanghai is 01:00 by UTC. */
function answer(text: string, first: Temporal.PlainDate): string[] {
  const nine = (day: number): number => day * 86_400_000 + 3_600_000;
  return recurrenceDays(parseRecurrence(text), epochDayOf(first), nine).map((day) =>
    new Date(day * 86_400_000).toISOString().slice(0, 10),
  );
}

function answerOrFault(text: string, first: Temporal.PlainDate): string[] | string {
  try {
    return answer(text, first);
  } catch (error) {
    if (error instanceof BadRecurrence) return error.fault;
    throw error;
  }
}

function textOf({ freq, interval, byDay, byMonthDay, end }: Case): string {
  return [
    `FREQ=${freq}`,
    `INTERVAL=${interval}`,
    ...(byDay.length > 0 ? [`BYDAY=${byDay.join(',')}`] : []),
    ...(byMonthDay.length > 0 ? [`BYMONTHDAY=${byMonthDay.join(',')}`] : []),
    end,
  ].join(';');
}

/** Slow and plain: every day of ten years is asked whether it is one. */
function walk(made: Case, first: Temporal.PlainDate): string[] | string {
  const found: string[] = [];
  const [name, value = ''] = made.end.split('=');
  const last = first.add({ days: 3653 });
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (name === 'COUNT' && found.length === Number(value)) break;
    if (name === 'UNTIL' && day.toString().replaceAll('-', '') > value) break;
    if (isOne(made, day, first)) found.push(day.toString());
  }
  if (found.length > 400) return 'TOO_MANY';
  if (name === 'COUNT' && found.length < Number(value)) return 'TOO_FAR';
  if (found.length === 0) return 'NONE';
  return found[0] === first.toString() ? found : 'OFF';
}

function isOne(made: Case, day: Temporal.PlainDate, first: Temporal.PlainDate): boolean {
  const { freq, interval, byDay, byMonthDay } = made;
  if (periodsBetween(freq, first, day) % interval !== 0) return false;
  const named = WEEKDAYS[day.dayOfWeek - 1] ?? '';
  const length = freq === 'YEARLY' ? day.daysInYear : day.daysInMonth;
  const at = freq === 'YEARLY' ? day.dayOfYear : day.day;
  const names = [named, ...signed(Math.ceil(at / 7), named), `-${Math.ceil((length - at + 1) / 7)}${named}`];
  const isDay = byDay.some((one) => names.includes(one));
  const isDate = byMonthDay.includes(day.day) || byMonthDay.includes(day.day - day.daysInMonth - 1);
  if (byDay.length > 0 && byMonthDay.length > 0) return isDay && isDate;
  if (byDay.length > 0) return isDay;
  if (byMonthDay.length > 0) return isDate;
  if (freq === 'WEEKLY') return day.dayOfWeek === first.dayOfWeek;
  if (freq === 'MONTHLY') return day.day === first.day;
  return freq === 'DAILY' || (day.day === first.day && day.month === first.month);
}

function signed(ordinal: number, name: string): string[] {
  return [`${ordinal}${name}`, `+${ordinal}${name}`];
}

function periodsBetween(freq: string, first: Temporal.PlainDate, day: Temporal.PlainDate): number {
  if (freq === 'DAILY') return first.until(day).days;
  if (freq === 'MONTHLY') return (day.year - first.year) * 12 + day.month - first.month;
  if (freq === 'YEARLY') return day.year - first.year;
  return mondayOf(first).until(mondayOf(day)).days / 7;
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
