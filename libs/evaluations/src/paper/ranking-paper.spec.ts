import { rankingPaper, type RankedResult } from './ranking-paper.js';

const RESULT: RankedResult = {
  round: '2026年度项目评比',
  network: '东南社区共建网络',
  number: 1,
  publishedAt: new Date('2026-11-30T17:00:00Z'),
  noticeUntil: new Date('2026-12-05T00:00:00+08:00'),
  finalAt: null,
  isInRevision: false,
  isLapsed: false,
  previous: null,
  reasons: [],
  changes: [],
  withheld: [],
  lines: [{ rank: 1, title: '体育弄堂 13812345678', unit: '东南医务站', award: null, points: 0 }],
};

describe('a ranking on the notice board', () => {
  it('says days by the clock on the wall: a notice that ends with the 4th ends at midnight', () => {
    const { facts } = rankingPaper(RESULT, 'Asia/Shanghai');
    expect(facts[1]).toBe('第1号结果，2026-12-01发布');
    expect(facts[2]).toMatch(/^公示期至2026-12-04（含当日）。/);
  });

  it('hides phones, as it hangs where everybody reads it', () => {
    expect(rankingPaper(RESULT, 'Asia/Shanghai').rows).toEqual([
      [1, '体育弄堂 ****5678', '东南医务站', null, null],
    ]);
  });
});
