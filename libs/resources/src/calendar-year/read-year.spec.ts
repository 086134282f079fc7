import { HucreWorkbooks, writeForm } from '#sheets';
import { readYearJson, readYearWorkbook } from './year-file.js';
import { YearFileError } from './year-file-error.js';
import { DAYS_FORM, YEAR_FORM } from './year-form.js';

const YEAR = {
  year: 2027,
  source: '国办发明电〔2026〕9号',
  days: [
    { day: '2027-01-01', class: 'HOLIDAY', name: '元旦' },
    { day: '2027-02-27', class: 'WORKDAY', name: '春节' },
    { day: '2027-12-31', class: 'REST_DAY' },
  ],
};

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof YearFileError)
      return error.problems.map(({ place, message }) => `${place}: ${message.en}`);
    throw error;
  }
  return [];
}

describe('a year of the calendar in JSON', () => {
  it('is read as it is written', () => {
    const { year, source, days } = readYearJson(YEAR);
    expect([year, source]).toEqual([2027, '国办发明电〔2026〕9号']);
    expect(days.map(({ day, class: dayClass, name }) => [day.toString(), dayClass, name])).toEqual([
      ['2027-01-01', 'HOLIDAY', '元旦'],
      ['2027-02-27', 'WORKDAY', '春节'],
      ['2027-12-31', 'REST_DAY', null],
    ]);
  });

  const dayOf = (entry: object) => ({ ...YEAR, days: [entry] });
  it.each<[string, unknown, string]>([
    ['a list', [], '$: must be an object'],
    ['no year', { ...YEAR, year: '2027' }, 'year: must be a year from 2000 to 2200'],
    ['no source', { ...YEAR, source: ' ' }, 'source: must be text of 1 to 200 characters'],
    ['no days', { ...YEAR, days: [] }, 'days: must list the days that differ from a plain week'],
    ['another field', { ...YEAR, announced: true }, 'announced: is not known here'],
    [
      'a day that is none',
      dayOf({ day: '2027-02-29', class: 'HOLIDAY' }),
      'days[0].day: There is no 2027-02-29: that month has 28 days.',
    ],
    [
      'a day of another year',
      dayOf({ day: '2026-12-31', class: 'HOLIDAY' }),
      'days[0].day: is not a day of 2027',
    ],
    [
      'a class that is none',
      dayOf({ day: '2027-01-01', class: 'OFF' }),
      'days[0].class: must be one of WORKDAY, REST_DAY, HOLIDAY',
    ],
    [
      'a Friday that is worked',
      dayOf({ day: '2027-01-01', class: 'WORKDAY' }),
      'days[0].class: is so in a plain week: list only days that differ',
    ],
    [
      'a Saturday that is not',
      dayOf({ day: '2027-01-02', class: 'REST_DAY' }),
      'days[0].class: is so in a plain week: list only days that differ',
    ],
    [
      'a day twice',
      { ...YEAR, days: [YEAR.days[0], YEAR.days[0]] },
      'days[1].day: stands at days[0].day already',
    ],
    [
      'a name of a number',
      dayOf({ ...YEAR.days[0], name: 7 }),
      'days[0].name: must be text of 1 to 60 characters',
    ],
  ])('is refused with %s', (_, content, problem) => {
    expect(problemsOf(() => readYearJson(content))).toEqual([problem]);
  });
});

describe('a year of the calendar in a workbook', () => {
  const workbookOf = async (year: object[], days: object[]) => {
    const workbooks = new HucreWorkbooks();
    return workbooks.read(
      Buffer.from(await workbooks.write([writeForm(YEAR_FORM, year), writeForm(DAYS_FORM, days)])),
    );
  };

  it('says the same as in JSON', async () => {
    expect(readYearWorkbook(await workbookOf([YEAR], YEAR.days))).toEqual(readYearJson(YEAR));
  });

  it('is refused cell by cell', async () => {
    const days = [
      { day: '2027-01-01', class: 'WORKDAY' },
      { day: '2027-13-01', class: 'HOLIDAY' },
      YEAR.days[1],
      YEAR.days[1],
    ];
    const sheets = await workbookOf([{ year: 1999 }, YEAR], days as object[]);
    expect(problemsOf(() => readYearWorkbook(sheets)).map((problem) => problem.split(': ')[0])).toEqual([
      '年份 Year!A3',
      '年份 Year!A2',
      '年份 Year!B2',
      '日子 Days!B2',
      '日子 Days!A3',
      '日子 Days!A5',
    ]);
  });

  it('needs both sheets', async () => {
    const [year] = await workbookOf([YEAR], YEAR.days);
    expect(problemsOf(() => readYearWorkbook([year!]))).toEqual([
      '日子 Days!A1: this sheet is missing',
      '日子 Days!A1: must list the days that differ from a plain week',
    ]);
  });
});
