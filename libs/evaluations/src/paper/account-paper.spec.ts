import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import { countRound } from '../arithmetic/count-round.js';
import { EvaluationResultState } from '../result/evaluation-result.entity.js';
import { accountPaper } from './account-paper.js';

const { COMMITTEE, PARTNER_UNITS, RESIDENTS } = EvaluationPanelKind;
const sheets = (panelKind: EvaluationPanelKind, scores: readonly string[], isSetAside = false) =>
  scores.map((score) => ({ nominationId: 'it', panelKind, isSetAside, scores: isSetAside ? [] : [score] }));

/** Two panels that count, the weight of a third shared by them. */
function paper(all = [...sheets(COMMITTEE, ['8', '7.5', '7.5']), ...sheets(PARTNER_UNITS, ['9', '9', '9'])]) {
  const rules = {
    minimumSheets: 3,
    criteria: [{ position: 1, weight: '100.00' }],
    panels: [
      { kind: COMMITTEE, weight: '30.00' },
      { kind: PARTNER_UNITS, weight: '40.00' },
      { kind: RESIDENTS, weight: '30.00' },
    ],
    awards: [],
  };
  const [standing] = countRound(rules, { nominationIds: ['it'], sheets: all }).standings;
  if (!standing) throw new Error('Nothing was counted.');
  return accountPaper({
    ...standing.account,
    number: null,
    state: EvaluationResultState.DRAFT,
    round: '评比',
    network: '网络',
    title: '弄堂 13812345678',
    rank: standing.rank,
    criteria: new Map([[1, '受益']]),
  });
}

describe('a worked account on paper', () => {
  const late = [...sheets(RESIDENTS, ['9', '9']), ...sheets(RESIDENTS, ['9'], true)];

  it('says each figure with what it follows from, exactly', () => {
    const { panels, ending } = paper([
      ...sheets(COMMITTEE, ['8', '7.5', '7.5']),
      ...sheets(PARTNER_UNITS, ['9', '9', '9']),
      ...late,
    ]);
    expect(panels.map(({ heading, summary }) => [heading, summary])).toEqual([
      [
        '居委会评委组',
        '权重 30%；计入评分表 3 份，不予计分 0 份；折算权重 = 30 ÷ 70 × 100% = 300/7 ≈ 42.86%',
      ],
      [
        '共建单位评委组',
        '权重 40%；计入评分表 3 份，不予计分 0 份；折算权重 = 40 ÷ 70 × 100% = 400/7 ≈ 57.14%',
      ],
    ]);
    expect(panels[0]?.rows[0]).toEqual([
      '受益',
      '100%',
      '7.5、7.5、8',
      '（7.5 + 7.5 + 8）÷ 3 = 23/3 ≈ 7.67',
      '300/7% × 100% × 23/3 = 23/7 ≈ 3.29',
    ]);
    expect(ending).toEqual([
      '居民代表评委组（权重 30%）未计入：有评分表不予计分，有效评分表 2 份，不予计分 1 份。',
      '总分 = 23/7 + 36/7 = 59/7 ≈ 8.43',
    ]);
  });

  it('is marked as a draft, hides phones, and says nothing of two sheets', () => {
    const { title, facts, ending } = paper(late);
    expect([title, facts[1]]).toEqual([
      '得分计算单：弄堂 ****5678',
      '草稿，仅供居委会评议，不得张贴或外传。',
    ]);
    expect(ending.at(-1)).toBe('各评委组均未计入，没有得分，不参加排名。');
    expect(JSON.stringify(paper(late))).not.toContain('9、');
  });
});
