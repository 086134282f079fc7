import { findSheetProblems, HucreWorkbooks, nameOf, type CellValue, type WrittenSheet } from '#sheets';
import { readRoster } from '../read-roster.js';
import { RosterError } from '../roster-error.js';
import { SMALL_ROSTER } from '../small-roster.js';
import { FIRST_CELL, readRosterWorkbook } from './read-roster-workbook.js';
import { ROSTER_SHEETS } from './roster-sheets.js';
import { RosterWorkbookError } from './workbook-error.js';
import { markRosterWorkbook, rosterWorkbook } from './write-roster-workbook.js';

const workbooks = new HucreWorkbooks();
const roster = readRoster(SMALL_ROSTER);

/** A copy of the workbook in which some cells are others: `{ '单位 Units': { D3: 'PALACE' } }`. */
function withCells(sheet: string, cells: Record<string, CellValue>): WrittenSheet[] {
  return rosterWorkbook(roster).map((one) => {
    if (one.name !== sheet) return one;
    const rows = one.rows.map((row, at) =>
      row.map((value, column) => cells[`${String.fromCharCode(65 + column)}${at + 2}`] ?? value),
    );
    return { ...one, rows };
  });
}

async function problemsOf(sheets: readonly WrittenSheet[]): Promise<string[]> {
  const read = await workbooks.read(await workbooks.write(sheets));
  const workbook = readRosterWorkbook(read);
  const found = [...findSheetProblems(ROSTER_SHEETS, read), ...workbook.problems];
  try {
    readRoster(workbook.roster);
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    found.push(...error.problems.map((problem) => workbook.places.locate(problem, FIRST_CELL)));
  }
  return found.map((problem) => `${nameOf(problem)} ${problem.message.en}`);
}

describe('a roster in a workbook', () => {
  it('is the roster that was written', async () => {
    const read = await workbooks.read(await workbooks.write(rosterWorkbook(roster)));
    const workbook = readRosterWorkbook(read);
    expect(workbook.problems).toEqual([]);
    expect(readRoster(workbook.roster)).toEqual(roster);
  });

  it('may have its headings in one language, and numbers and dates where a spreadsheet puts them', async () => {
    const sheets = withCells('任职 Posts', { E2: 120, F6: new Date('2027-06-30T00:00:00Z') }).map(
      (sheet) => ({
        ...sheet,
        columns: sheet.columns.map((column) => ({ ...column, heading: column.heading.split(' ')[0] ?? '' })),
      }),
    );
    const { roster: read, problems } = readRosterWorkbook(
      await workbooks.read(await workbooks.write(sheets)),
    );
    expect(problems).toEqual([]);
    const { posts } = readRoster(read);
    expect([posts[0]?.dutyPhone, posts[4]?.until]).toEqual(['120', '2027-06-30']);
  });

  it.each<[string, Record<string, CellValue>, string]>([
    ['单位 Units', { D3: 'PALACE' }, '单位 Units!D3 must be one of COMMUNITY_COMMITTEE'],
    ['单位 Units', { A3: 'committee' }, '单位 Units!A3 "committee" stands at 单位 Units!A2 already'],
    ['网络 Networks', { E2: 'nobody' }, '网络 Networks!E2 no unit has the code "nobody"'],
    ['成员 Members', { B2: 'nobody' }, '成员 Members!B2 no unit has the code "nobody"'],
    ['成员 Members', { A2: 'north' }, '成员 Members!A2 no network has the code "north"'],
    ['成员 Members', { C2: 'BOSS' }, '成员 Members!C2 must be one of PARTNER, GUEST'],
    ['服务日 Service days', { B2: 32 }, '服务日 Service days!B2 must be at most 31'],
    ['数据 Facts', { C2: 'many' }, '数据 Facts!C2 must be a number'],
    ['任职 Posts', { G5: 'east, south' }, '任职 Posts!G5 no network has the code "south"'],
    ['任职 Posts', { F6: '2027-02-29' }, '任职 Posts!F6 '],
    ['区 Region', { D2: 'Mars/Base' }, '区 Region!D2 '],
  ])('names the bad cell in %s: %j', async (sheet, cells, problem) => {
    expect(await problemsOf(withCells(sheet, cells))).toContainEqual(expect.stringContaining(problem));
  });

  it('names sheets and headings that are wrong', async () => {
    const [region, areas, units, ...rest] = rosterWorkbook(roster);
    if (!region || !areas || !units) throw new Error('The workbook lacks its first sheets.');
    const renamed = { ...areas, name: 'Streets' };
    const headless = {
      ...units,
      columns: units.columns.map(({ heading }) => ({ heading: heading.replace('代码 Code', 'Nr') })),
    };
    const found = await problemsOf([region, renamed, headless, ...rest]);
    expect(found).toContainEqual(expect.stringMatching(/^Streets!A1 no sheet has this name/));
    expect(found).toContain('街镇 Areas!A1 this sheet is missing');
    expect(found).toContain('单位 Units!A1 the heading "代码 Code" is missing');
  });

  it('shows in a copy what is wrong, and can be mended there', async () => {
    const sheets = await workbooks.read(await workbooks.write(withCells('单位 Units', { D3: 'PALACE' })));
    const place = { sheet: '单位 Units', row: 3, column: 4 };
    const error = new RosterWorkbookError([{ ...place, message: { en: 'is no kind', zh: '没有这一类' } }]);
    const copyOf = async (read: typeof sheets): Promise<typeof sheets> =>
      workbooks.read(await workbooks.write(markRosterWorkbook([], read, error)));
    const copy = await copyOf(sheets);
    const units = copy.find(({ name }) => name === '单位 Units');
    expect(units?.rows[2]?.cells.at(-1)).toBe('D3: 没有这一类 is no kind');
    expect(units?.rows[0]?.cells.at(-1)).toBe('错误 Problems');
    const { problems } = readRosterWorkbook(copy);
    expect(problems).toEqual([]);
    expect(await copyOf(copy)).toEqual(copy);
  });

  it('says in either language what is wrong, and of other cells by their names', async () => {
    const [region, areas, units, ...rest] = withCells('单位 Units', { A3: 'committee' });
    if (!region || !areas || !units) throw new Error('The workbook lacks its first sheets.');
    const read = readRosterWorkbook(
      await workbooks.read(await workbooks.write([region, areas, units, ...rest])),
    );
    const located = (): RosterWorkbookError => {
      try {
        readRoster(read.roster);
      } catch (error) {
        if (error instanceof RosterError)
          return new RosterWorkbookError(error.problems.map((one) => read.places.locate(one, FIRST_CELL)));
      }
      throw new Error('It was taken.');
    };
    expect(located().in('zh')).toMatch(/^未导入.*\n {2}单位 Units!A3: "committee" 已出现在 单位 Units!A2$/m);
    expect(located().in('en')).toBe(located().message);
  });

  it('refuses what stands in a column of nobody, where it would not be read', async () => {
    const sheets = rosterWorkbook(roster).map((sheet) =>
      sheet.name === '街镇 Areas'
        ? {
            ...sheet,
            columns: [...sheet.columns, { heading: '人口' }, { heading: '' }],
            rows: sheet.rows.map((row) => [...row, 4079, 'lost']),
          }
        : sheet,
    );
    expect(await problemsOf(sheets)).toEqual([
      expect.stringMatching(/^街镇 Areas!D1 no column is called "人口"/),
      expect.stringMatching(/^街镇 Areas!E2 no column is called ""/),
    ]);
  });
});
