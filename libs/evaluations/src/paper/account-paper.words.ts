import { chatLine, type ChatPart } from '#graphql';

/** What stands on a printed account besides its figures; in Chinese. */
export const ACCOUNT_WORDS = {
  title: chatLine('得分计算单：{title}'),
  published: chatLine('第{number}号结果（{state}）'),
  draft: '草稿，仅供居委会评议，不得张贴或外传。',
  rank: chatLine('名次：{rank}'),
  unranked: '名次：未排名',
  reading:
    '分数由低到高排列，不按评委排列；有五份及以上评分表的，括号内的一个最低分和一个最高分不计入平均。计算全程使用分数，“≈”后四舍五入保留两位小数，仅供显示。',
  minimum: chatLine('每组至少 {count} 份有效评分表；不足的评委组不计入，其权重按比例分摊给其余各组。'),
  panel: chatLine('{kind}评委组'),
  sheets: chatLine(
    '权重 {weight}%；计入评分表 {counted} 份，不予计分 {setAside} 份；折算权重 = {weight} ÷ {whole} × 100% = {effective}%',
  ),
  tooFew: chatLine(
    '{kind}评委组（权重 {weight}%）未计入：可评审的评委不足，有效评分表 {counted} 份，不予计分 {setAside} 份。',
  ),
  setAside: chatLine(
    '{kind}评委组（权重 {weight}%）未计入：有评分表不予计分，有效评分表 {counted} 份，不予计分 {setAside} 份。',
  ),
  criterion: '评分标准',
  weight: '标准权重',
  scores: '分数',
  mean: '平均分',
  product: '折算权重 × 标准权重 × 平均分',
  subtotal: '小计',
  score: chatLine('总分 = {sum}'),
  noScore: '各评委组均未计入，没有得分，不参加排名。',
  none: '无',
} satisfies ChatPart;
