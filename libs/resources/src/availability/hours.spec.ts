import { appliesTo, validateHours, type HoursLine } from './hours.js';

const line = (days: HoursLine['days'], from: number, to: number): HoursLine => ({ days, from, to });

describe('validateHours', () => {
  it('accepts lines that adjoin, reach 24:00 or overlap those of other days', () => {
    expect(
      validateHours([
        line('WORK', 480, 900),
        line('WORK', 0, 480),
        line('WORK', 900, 1440),
        line('EVERY', 300, 600),
      ]),
    ).toEqual([]);
  });

  it.each([
    [line('EVERY', -1, 60)],
    [line('EVERY', 0, 1441)],
    [line('EVERY', 0.5, 60)],
    [line('EVERY', Number.NaN, 60)],
  ])('refuses what is no minute of the day: %p', (wrong) => {
    expect(validateHours([wrong])).toMatchObject([{ fault: 'OUT_OF_RANGE', line: 0 }]);
  });

  it.each([line('REST', 600, 600), line('REST', 1320, 360)])(
    'refuses an end before the start: %p',
    (wrong) => {
      expect(validateHours([wrong])).toMatchObject([{ fault: 'ENDS_BEFORE_START', line: 0 }]);
    },
  );

  it('names both lines that overlap', () => {
    expect(validateHours([line('REST', 480, 600), line('WORK', 0, 60), line('REST', 540, 720)])).toEqual([
      {
        fault: 'OVERLAP',
        line: 2,
        with: 0,
        message: {
          en: '09:00–12:00 overlaps 08:00–10:00 for the same days (REST).',
          zh: '09:00–12:00 与 08:00–10:00 在同类日子（休息日）重叠。',
        },
      },
    ]);
  });
});

describe('appliesTo', () => {
  it.each([
    ['EVERY', true, true, true],
    ['WORK', true, false, false],
    ['REST', false, true, true],
    ['HOLIDAY', false, false, true],
  ] as const)('%s: workday %s, rest-day %s, holiday %s', (days, ...expected) => {
    const classes = ['WORKDAY', 'REST_DAY', 'HOLIDAY'] as const;
    expect(classes.map((dayClass) => appliesTo(line(days, 0, 60), dayClass))).toEqual(expected);
  });
});
