import * as fc from 'fast-check';
import { propertyRuns } from '../../../test/support/property-runs.js';
import { bombOf, SHARED_RELATIONS, workbookOf } from './reader/hostile-files.js';
import { HucreWorkbooks } from './hucre-workbooks.js';
import { readHere } from './reader/read-here.js';
import { unzipWithin } from './zip/unzip-within.js';
import { cellName, type CellValue } from './workbooks.js';

const workbooks = new HucreWorkbooks();
const EVERY_LIMIT = { parts: 100, bytes: 10_000_000 };

const roundTrip = async (rows: CellValue[][]): Promise<readonly (readonly CellValue[])[]> => {
  const columns = [{ heading: '名称 Name' }, { heading: '值 Value' }];
  const [sheet] = await readHere(await workbooks.write([{ name: '单位 Units', columns, rows }]));
  return (sheet?.rows ?? []).slice(1).map(({ cells }) => cells);
};
const textOf = (file: Uint8Array, name: string): string =>
  Buffer.from(unzipWithin(file, EVERY_LIMIT).find((part) => part.name === name)?.content ?? []).toString();

describe('a workbook that was written', () => {
  it('reads back as it was', async () => {
    const rows = [
      ['周浦镇第三小学 𠮷🚒', 12.5],
      ['<b> & "x"', true],
      ['until', new Date('2027-06-30T00:00:00Z')],
      [' two\nlines ', -3],
    ];
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it.each(['=1+1', '+86 21', '-2', '@SUM(A1)', '\tx', '＝1+1'])(
    'holds %j as text, made safe',
    async (text) => {
      const file = await workbooks.write([{ name: 'A', columns: [{ heading: text }], rows: [[text]] }]);
      expect(textOf(file, 'xl/sharedStrings.xml')).toContain(`'${text}`);
      expect(textOf(file, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
      expect(await roundTrip([[text, `'tis`]])).toEqual([[text, `'tis`]]);
    },
  );

  it.each([
    ['_x0041_', '_x005F_x0041_'],
    ['a_x000a_x005f_b', 'a_x005F_x000a_x005F_x005f_b'],
    ['=_x0041_', `'=_x005F_x0041_`],
  ])('holds %j as these characters, which no spreadsheet reads as others', async (text, held) => {
    const file = await workbooks.write([{ name: 'A', columns: [{ heading: text }], rows: [] }]);
    expect(textOf(file, 'xl/sharedStrings.xml')).toContain(`>${held}<`);
    expect(await roundTrip([[text, 1]])).toEqual([[text, 1]]);
  });

  it('reads back whatever looks like the code of a character', async () => {
    const piece = fc.constantFrom('_', 'x', '_x005F_', '_x0041_', 'x0041_', '005F', '=', '长');
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
        const rows = texts.map((one) => [one, 1]);
        expect(await roundTrip(rows)).toEqual(rows);
      }),
      propertyRuns(20),
    );
  });

  it('offers choices in drop-downs, and hides where they stand', async () => {
    const columns = [
      { heading: 'Kind', choices: ['A', 'B'] },
      { heading: 'Unit', choices: { sheet: 'Units', column: 1 } },
    ];
    const file = await workbooks.write([{ name: 'Units', columns, rows: [] }]);
    const xml = textOf(file, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(`sqref="A2:A5000"`);
    expect(xml).toContain(`<formula1>'选项 Choices'!$A$1:$A$2</formula1>`);
    expect(xml).toContain(`<formula1>'Units'!$A$2:$A$5000</formula1>`);
    expect((await readHere(file)).map(({ name }) => name)).toEqual(['Units']);
  });
});

describe('a file that is read', () => {
  const many = (count: number, row: (number: number) => string): string =>
    Array.from({ length: count }, (_, index) => row(index + 1)).join('');

  it('names its formulas and errors, and takes text that looks like one as text', async () => {
    const [sheet] = await readHere(
      workbookOf(
        `<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="inlineStr"><is><t>=1+1</t></is></c><c r="C3" t="e"><v>#N/A</v></c></row>`,
      ),
    );
    expect(sheet?.problems.map(({ row, column }) => cellName(row, column))).toEqual(['A3', 'C3']);
    expect(sheet?.rows[0]?.cells[1]).toBe('=1+1');
  });

  it('may have a million empty rows', async () => {
    const [sheet] = await readHere(workbookOf(many(1_000_000, (row) => `<row r="${row}"/>`)));
    expect(sheet?.rows).toEqual([]);
  });

  it('may have cells out of reach that hold nothing', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"></c></row>';
    expect((await readHere(workbookOf(rows)))[0]?.rows).toHaveLength(1);
  });

  it.each([
    ['<row r="1048576"><c r="B1048576"><v>1</v></c></row>', 'A!B1048576', /at most 5000 rows/],
    ['<row r="5001"><c r="A5001" t="inlineStr"><is><t>x</t></is></c></row>', 'A!A5001', /at most 5000 rows/],
    ["<x:row r='2'><x:c r='AY2'><x:f>1</x:f></x:c></x:row>", 'A!AY2', /ends with column AX/],
    [`<row>${'<c/>'.repeat(50)}<c><v>1</v></c></row>`, 'A!AY1', /ends with column AX/],
  ])('is refused when a cell out of reach holds something: %s', async (rows, place, message) => {
    const refused = readHere(workbookOf(rows));
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toMatchObject({
      words: { en: expect.stringContaining(place) as string, zh: expect.stringContaining(place) as string },
    });
  });

  it('may have text that stands once and is used in every cell, as far as anybody types it', async () => {
    const strings = (length: number): Record<string, string> => ({
      'xl/_rels/workbook.xml.rels': SHARED_RELATIONS,
      'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(length)}</t></si></sst>`,
    });
    const rows = many(
      5_000,
      (row) => `<row r="${row}">${Array.from({ length: 50 }, () => '<c t="s"><v>0</v></c>').join('')}</row>`,
    );
    const cell = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    expect((await readHere(workbookOf(rows, strings(16))))[0]?.rows).toHaveLength(5_000);
    await expect(readHere(workbookOf(rows, strings(17)))).rejects.toThrow(/more than 4000000 characters/);
    await expect(readHere(workbookOf(cell, strings(32_768)))).rejects.toThrow(/^A!A1 holds more than/);
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), /is no XLSX workbook/],
    ['nothing', () => Buffer.alloc(0), /is no XLSX workbook/],
    ['half a zip', () => workbookOf('').subarray(0, 600), /is damaged/],
    ['a zip of something else', () => bombOf(0), /is damaged/],
    ['a zip bomb', () => bombOf(200_000_000), /Unpacked, the file is larger than 32 MiB/],
    ['a file that is too large', () => Buffer.alloc(10 * 1_048_576 + 1), /larger than 10 MiB/],
    [
      'entities that multiply',
      () => workbookOf('', { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "cc">]><sst/>' }),
      /document types/,
    ],
    [
      'too many rows',
      () => workbookOf(many(5_001, (row) => `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`)),
      /^A!A5001 is not read: a sheet has at most 5000 rows/,
    ],
  ])('is refused when it is %s', async (_what, make, message) => {
    await expect(readHere(make())).rejects.toThrow(message);
  });
});
