import { array, assert, constantFrom, nat, property, string, tuple } from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { HOURS_EXAMPLES, readTypedHours, type TypedLine } from './typed-hours.js';

const linesOf = (text: string): string[] | string => {
  const typed = readTypedHours(text);
  if ('problem' in typed) return typed.problem.en;
  return typed.lines.map(({ days, from, to }) => `${days} ${from}-${to}`);
};

describe('hours as people type them', () => {
  it.each<[string, string[]]>([
    ['工作日 08:00-18:00; 休息日 09:00-12:00', ['WORK 08:00-18:00', 'REST 09:00-12:00']],
    ['工作日 8:00-12:00, 14:00-18:00', ['WORK 08:00-12:00', 'WORK 14:00-18:00']],
    ['每天：０８：００～２４：００；', ['EVERY 08:00-24:00']],
    ['法定节假日9:00至17:00、18:00到20:00', ['HOLIDAY 09:00-17:00', 'HOLIDAY 18:00-20:00']],
    ['workdays 08:00 – 18:00\nholidays 10:00 to 12:00', ['WORK 08:00-18:00', 'HOLIDAY 10:00-12:00']],
    ['Every day 05:30—07:30；Rest-days 08:00-17:00', ['EVERY 05:30-07:30', 'REST 08:00-17:00']],
    ['', []],
  ])('reads %j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });

  it.each<[string, RegExp]>([
    // Whether the afternoon is of workdays or of every day is not for us to guess.
    ['工作日 08:00-12:00; 14:00-18:00', /^Begin with the days.*: 14:00-18:00$/],
    ['周一 08:00-12:00', /^Begin with the days/],
    ['工作日', /This is not: 工作日$/],
    ['工作日 上午', /This is not: 上午$/],
    ['工作日 08:00-12:00,', /^Hours are written like/],
    ['工作日 0800-1200', /^Hours are written like/],
    [`工作日 ${'9'.repeat(50_000)}`, /This is not: 9{60}$/],
  ])('refuses %j', (text, message) => {
    expect(linesOf(text)).toMatch(message);
  });

  it('reads its own examples', () => {
    for (const example of HOURS_EXAMPLES) expect(linesOf(example)).not.toEqual(expect.any(String));
  });

  it('reads back what is written in any of its ways', () => {
    const DAYS = { EVERY: '每天', WORK: 'workdays', REST: '休息日', HOLIDAY: 'holidays' } as const;
    const clock = nat(1440).map((minute) =>
      [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
    );
    const line = tuple(constantFrom('EVERY', 'WORK', 'REST', 'HOLIDAY'), clock, clock).map(
      ([days, from, to]): TypedLine => ({ days, from, to }),
    );
    const written = array(
      tuple(line, constantFrom(';', '；', '\n', ' ; '), constantFrom('-', '—', '~', '至')),
    );
    assert(
      property(written, (lines) => {
        const text = lines.map(
          ([{ days, from, to }, end, dash]) => `${DAYS[days]} ${from}${dash}${to}${end}`,
        );
        expect(readTypedHours(text.join(''))).toEqual({ lines: lines.map(([one]) => one) });
      }),
      propertyRuns(100),
    );
  });

  it('answers whatever is typed', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(readTypedHours(`工作日 ${text}`)).toBeDefined();
      }),
      propertyRuns(200),
    );
  });
});
