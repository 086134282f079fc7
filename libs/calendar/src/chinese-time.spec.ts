import { writeChineseDay, writeChineseSpan, writeChineseTime } from './chinese-time.js';

describe('time, written the Chinese way', () => {
  test.each([
    ['2026-12-12T10:00+08:00', '2026-12-12T12:00+08:00', '2026年12月12日（星期六）10:00–12:00'],
    ['2026-12-12T20:00+08:00', '2026-12-13T00:00+08:00', '2026年12月12日（星期六）20:00–24:00'],
    ['2026-12-12T00:00+08:00', '2026-12-13T00:00+08:00', '2026年12月12日（星期六）00:00–24:00'],
    [
      '2026-12-12T22:00+08:00',
      '2026-12-13T02:05+08:00',
      '2026年12月12日（星期六）22:00至12月13日（星期日）02:05',
    ],
    [
      '2026-12-12T08:00+08:00',
      '2026-12-14T00:00+08:00',
      '2026年12月12日（星期六）08:00至12月14日（星期一）00:00',
    ],
    [
      '2026-12-31T22:00+08:00',
      '2027-01-01T02:00+08:00',
      '2026年12月31日（星期四）22:00至2027年1月1日（星期五）02:00',
    ],
    ['2026-12-11T16:30Z', '2026-12-11T17:00Z', '2026年12月12日（星期六）00:30–01:00'],
  ])('from %s to %s is %s', (from, to, written) => {
    const span = { startsAt: new Date(from), endsAt: new Date(to) };
    expect(writeChineseSpan(span, 'Asia/Shanghai')).toBe(written);
  });

  test('goes by the zone, not by the host', () => {
    const instant = new Date('2026-12-12T23:30:00Z');
    expect(writeChineseTime(instant, 'Asia/Shanghai')).toBe('2026年12月13日（星期日）07:30');
    expect(writeChineseTime(instant, 'America/New_York')).toBe('2026年12月12日（星期六）18:30');
    expect(writeChineseDay(instant, 'Asia/Shanghai')).toBe('2026年12月13日（星期日）');
  });
});
