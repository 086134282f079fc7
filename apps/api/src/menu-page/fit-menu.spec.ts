import type { MenuTable } from '#menus';
import { fitsOnePage } from '#print';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { fitMenu } from './fit-menu.js';

const COLUMNS: MenuTable['columns'] = [
  { heading: '序号', width: 'narrow' },
  { heading: '活动', width: 'wide' },
  { heading: '时间' },
  { heading: '地点' },
];
const menu = (rows: MenuTable['rows']): MenuTable => ({
  title: '东南2026年12月活动菜单',
  edition: '第1版，2026-12-01发布',
  columns: COLUMNS,
  rows,
});
const dishes = (count: number, what: string) =>
  menu(
    Array.from({ length: count }, (_, at) => [
      at + 1,
      `周末家长学校\n${what}`,
      '6、13日 09:00–11:00',
      '电脑房',
    ]),
  );

describe('a menu on the notice board', () => {
  it('stands as it is while it fits', () => {
    const short = dishes(8, '带上医保卡。');
    expect(fitMenu(short)).toEqual({ ...short, size: 10 });
  });

  it('says less of what is done before it leaves out a dish', () => {
    const long = '请医生来讲冬季常见病的预防，带上医保卡。'.repeat(5);
    const sizes = [3, 8, 14, 30].map((count) => {
      const { rows, size } = fitMenu(dishes(count, long));
      expect(rows.map(([number]) => number)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
      expect(rows.every((row) => String(row[1]).startsWith('周末家长学校'))).toBe(true);
      return [size, String(rows[0]?.[1]).length > 100];
    });
    expect(sizes).toEqual([
      [10, true],
      [9, false],
      [8, false],
      [8, false],
    ]);
  });

  it('counts the dishes that it has no room for', () => {
    const { rows, size } = fitMenu(dishes(300, ''));
    const shown = rows.filter(([number]) => number !== null);
    expect(size).toBe(5);
    expect(shown.length).toBeGreaterThan(50);
    expect(rows.at(-1)?.[1]).toBe(`另有${300 - shown.length}项，见电子表格。`);
  });

  it('always fits one sheet, whatever people wrote', () => {
    const text = fc.string({ unit: fc.constantFrom('字', 'a', ' ', '\n', 'W', '，'), maxLength: 2000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 60 }), (all) => {
        const fitted = fitMenu(menu(all.map((cells, at) => [at + 1, ...cells])));
        expect(fitsOnePage(fitted, fitted.size)).toBe(true);
      }),
      propertyRuns(60),
    );
  });
});
