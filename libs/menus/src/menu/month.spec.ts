import { dayOfMonth, monthAfter, monthOf, spanOfMonth } from './month.js';

const ZONE = 'Asia/Shanghai';

describe('the month of a menu', () => {
  test.each([
    ['2026-11-30T15:59:59Z', '2026-11-01'],
    ['2026-11-30T16:00:00Z', '2026-12-01'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('of %s is that which begins on %s by the zone', (now, month) => {
    expect(monthOf(new Date(now), ZONE)).toBe(month);
  });

  test('lasts from midnight to midnight, over the end of a year too', () => {
    expect(spanOfMonth('2026-12-01', ZONE)).toEqual({
      startsAt: new Date('2026-12-01T00:00:00+08:00'),
      endsAt: new Date('2027-01-01T00:00:00+08:00'),
    });
    expect(monthAfter('2026-12-01')).toBe('2027-01-01');
  });

  test('has a 29th in a leap year, and no 31st in a short month', () => {
    expect(dayOfMonth('2028-02-01', 29)?.toString()).toBe('2028-02-29');
    expect(dayOfMonth('2027-02-01', 29)).toBeNull();
    expect(dayOfMonth('2026-11-01', 31)).toBeNull();
  });
});
