import { monthOf, monthsUsedUp } from './sessions.js';

const at = (text: string): Date => new Date(text);

describe('sessions of a month', () => {
  it('are those that begin in it on the wall clock of the zone', () => {
    const last = at('2026-12-31T23:59:59.999+08:00');
    expect(monthOf(last, 'Asia/Shanghai')).toMatchObject({
      startsAt: at('2026-12-01T00:00+08:00'),
      endsAt: at('2027-01-01T00:00+08:00'),
    });
    expect(monthOf(at('2027-01-01T00:00+08:00'), 'Asia/Shanghai').firstDay).toBe('2027-01-01');
    expect(monthOf(last, 'Europe/Berlin').endsAt).toEqual(at('2027-01-01T00:00+01:00'));
    // Summer time ends in it.
    expect(monthOf(at('2026-10-31T23:30+01:00'), 'Europe/Berlin')).toMatchObject({
      startsAt: at('2026-10-01T00:00+02:00'),
      endsAt: at('2026-11-01T00:00+01:00'),
    });
  });

  it('are used up when so many begin, in whatever order they are told', () => {
    const starts = ['2026-12-31T23:30+08:00', '2027-01-01T00:00+08:00', '2026-12-01T00:00+08:00'].map(at);
    const usedUp = monthsUsedUp(2, starts, 'Asia/Shanghai');
    expect(usedUp.map(({ firstDay }) => firstDay)).toEqual(['2026-12-01']);
    expect(monthsUsedUp(2, starts, 'Europe/Berlin').map(({ firstDay }) => firstDay)).toEqual(['2026-12-01']);
    expect(monthsUsedUp(3, starts, 'Asia/Shanghai')).toEqual([]);
  });

  it('may be as many as there were before, when the bound is lower than that', () => {
    const [first, second, third] = ['02', '09', '16'].map((day) => at(`2026-12-${day}T10:00+08:00`)) as [
      Date,
      Date,
      Date,
    ];
    const before = [first, second, third];
    expect(monthsUsedUp(1, before, 'Asia/Shanghai', before)).toHaveLength(1);
    expect(monthsUsedUp(1, [first, second], 'Asia/Shanghai', before)).toEqual([]);
  });
});
