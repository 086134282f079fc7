import { PLAIN, WHOLE } from '../../test/papers.cases.js';
import { writeChineseDate, writeChineseNumber } from './chinese-numbers.js';
import { layPaper, type Line } from './lay-paper.js';
import { CHARACTER_SPACING, LINE_TWIPS, markPoints, PAGE, TEXT_WIDTH, twipsOf } from './official-layout.js';
import type { Block, Signature } from './paper.js';

function say(line: Line): string {
  return 'kind' in line ? 'table' : `${line.style} ${line.label}${line.text}`.trim();
}

describe('a paper', () => {
  it('is laid line by line, numbered by itself', () => {
    expect(layPaper(WHOLE).map(say)).toEqual([
      'mark 城东片区党建联建联席会议纪要',
      'blank',
      'blank',
      'number 第3号',
      'blank',
      'blank',
      'title 关于喷水池改造的会议纪要',
      'blank',
      'recipients 第二小学、物业公司：',
      'labelled 出席：第二小学；物业公司',
      'heading1 一、通报情况',
      'text 第一段。',
      'text 第二段。',
      'heading2 （一）上次事项',
      'text 1.已办结',
      'text 2.仍在办理',
      'heading2 （二）本次事项',
      'heading1 二、议定事项',
      'heading2 （一）分工',
      'table',
      'blank',
      'blank',
      'signature 城东居民区党总支',
      'signature 2026年12月5日',
      'blank',
      'copies 抄送：街道党建办。',
    ]);
  });

  it('without a head begins with its title, and its number stands beneath', () => {
    expect(layPaper({ ...PLAIN, number: '〔2026〕3号' }).map(say)).toEqual([
      'title 签到表',
      'number 〔2026〕3号',
      'blank',
    ]);
    expect(layPaper({ ...PLAIN, mark: '纪要' }).map(say)).toContain('number');
  });

  it('has a line for each line of text in which something stands', () => {
    const text = ' 一\r\n\n二\u2028\t三\u0085 ';
    const linesOf = (block: Block): string[] =>
      layPaper({ ...PLAIN, body: [block] })
        .slice(2)
        .map(say);
    expect(linesOf({ kind: 'PARAGRAPH', text })).toEqual(['text 一', 'text 二', 'text 三']);
    expect(linesOf({ kind: 'LIST', items: [text] })).toEqual(['text 1.一', 'text 二', 'text 三']);
    expect(say(layPaper({ ...PLAIN, mark: '城东\n纪要' })[0]!)).toBe('mark 城东 纪要');
  });

  it('refuses a table with a cell too few, and a date that is none', () => {
    const columns = [{ heading: '单位', share: 1, align: 'LEFT' }] as const;
    const body = [{ kind: 'TABLE', isSigned: false, columns, rows: [[]] }] as const;
    expect(() => layPaper({ ...PLAIN, body })).toThrow('needs 1 cells');
    expect(() => layPaper({ ...PLAIN, signature: { by: '居委会', on: '5 December' } })).toThrow(
      'is not a day',
    );
  });

  it('begins its date two characters behind the name, and ends what is longer two from the right', () => {
    const freeOf = (signature: Signature): number[] =>
      layPaper({ ...PLAIN, signature }).flatMap((line) =>
        'kind' in line || line.style !== 'signature' ? [] : [line.freeAtRight],
      );
    // The date is 3 characters and 6 figures of half their width.
    expect(freeOf({ by: '城东居民区党总支部委员会', on: '2026-12-5'.replace('-5', '-05') })).toEqual([
      2, 5.5,
    ]);
    expect(freeOf({ by: '居委会', on: '2026-12-05' })).toEqual([7.5, 2]);
  });
});

test('numbers and dates are Chinese', () => {
  expect([1, 9, 10, 11, 20, 21, 99, 100, 0].map(writeChineseNumber)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
    '100',
    '0',
  ]);
  expect(['2026-01-05', '2026-12-10'].map(writeChineseDate)).toEqual(['2026年1月5日', '2026年12月10日']);
});

test('a page has 22 lines of 28 characters', () => {
  const height = twipsOf(PAGE.height) - twipsOf(PAGE.top) - twipsOf(PAGE.bottom);
  expect(Math.floor(height / LINE_TWIPS)).toBe(22);
  expect(Math.floor(TEXT_WIDTH / (16 * 20 + CHARACTER_SPACING))).toBe(28);
  expect(PAGE.width - PAGE.left - PAGE.right).toBe(156);
});

test('a head is as large as its line allows', () => {
  expect([4, 12, 13, 18, 40].map((length) => markPoints('要'.repeat(length)))).toEqual([36, 36, 34, 24, 22]);
});
