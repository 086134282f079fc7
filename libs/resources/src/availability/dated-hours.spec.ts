import { epochDayOf, validateDatedHours, type DatedHours } from './dated-hours.js';

const NEW_YEAR = '2027-01-01';

function faultsOf(exceptions: readonly DatedHours[]): string[] {
  return validateDatedHours(exceptions).map(
    ({ exception, span, message }) => `${exception}.${span}: ${message.en}`,
  );
}

describe('hours of a date', () => {
  it('may be none, may adjoin, and may end at 24:00', () => {
    const spans = [
      { from: 720, to: 1440 },
      { from: 0, to: 720 },
    ];
    expect(
      faultsOf([
        { day: NEW_YEAR, spans: [] },
        { day: '2027-01-02', spans },
      ]),
    ).toEqual([]);
  });

  it('may not overlap, end before they begin, leave the day or be given twice', () => {
    const faults = faultsOf([
      {
        day: NEW_YEAR,
        spans: [
          { from: 480, to: 720 },
          { from: 719, to: 800 },
          { from: 900, to: 900 },
        ],
      },
      { day: NEW_YEAR, spans: [{ from: -1, to: 1441 }] },
    ]);
    expect(faults).toEqual([
      '0.1: 11:59–13:20 overlaps 08:00–12:00 on 2027-01-01.',
      '0.2: Opening hours must end after they begin; these run from 15:00 to 15:00.',
      '1.null: 2027-01-01 has an exception already: give each day once, with all its spans.',
      '1.0: Opening hours lie between 00:00 and 24:00, in whole minutes.',
    ]);
  });

  it.each([
    ['1970-01-01', 0],
    ['2028-02-29', 21_243],
    ['1969-12-31', -1],
  ])('of %s are those of the day %i', (day, epochDay) => {
    expect(epochDayOf(day)).toBe(epochDay);
  });
});
