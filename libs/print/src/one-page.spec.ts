import { SIZES } from './letter-size.js';
import { fitsOnePage } from './one-page.js';
import { printedPage, printedTable } from './printed-page.js';
import { markup } from './markup.js';

const table = (rows: readonly string[]) => ({
  title: '活动菜单',
  columns: [{ heading: '活动' }],
  rows: rows.map((text) => [text]),
});
const lines = (count: number, text = '讲座') => Array.from({ length: count }, () => text);

describe('a table on one sheet', () => {
  // 183 mm, less 20.9 of the name and facts; a line of 10 points takes 4.94 mm, and 2.2 around it.
  it.each([
    [21, 10, true],
    [22, 10, false],
    [40, 7, true],
    [41, 7, false],
    [52, 5, true],
    [53, 5, false],
  ] as const)('of %i rows in letters of %i points fits: %s', (count, size, fits) => {
    expect(fitsOnePage(table(lines(count)), size)).toBe(fits);
  });

  it('counts what is broken into lines, by itself or by hand', () => {
    expect(fitsOnePage(table(lines(10, '上午\n下午')), 10)).toBe(true);
    expect(fitsOnePage(table(lines(13, '上午\n下午')), 10)).toBe(false);
    // 273.8 mm hold 77 letters of 10 points, and half as many again of the small ones.
    expect(fitsOnePage(table(lines(21, '字'.repeat(76))), 10)).toBe(true);
    expect(fitsOnePage(table(lines(21, '字'.repeat(78))), 10)).toBe(false);
    expect(fitsOnePage(table(lines(21, 'a'.repeat(120))), 10)).toBe(true);
  });

  it('has a style for every size', () => {
    for (const size of SIZES) {
      const body = markup`${printedTable([{ heading: '活动' }], [['讲座']], '无', size)}`;
      const page = printedPage({ language: 'zh-CN', title: '活动', body });
      expect(page).toMatch(new RegExp(`<table class="pt${size}(?: dense)?">`));
      expect(page).toContain(`.pt${size} { font-size: ${size}pt; }`);
    }
  });
});
