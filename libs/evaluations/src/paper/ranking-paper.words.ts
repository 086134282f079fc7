import { chatLine, type ChatPart } from '#graphql';

/** What stands on a printed ranking besides its rows; it hangs on the notice board, in Chinese. */
export const RANKING_WORDS = {
  onNotice: chatLine('{round}结果公示'),
  final: chatLine('{round}最终结果'),
  edition: chatLine('第{number}号结果，{at}发布'),
  objections: chatLine('公示期至{until}（含当日）。对结果有异议的，请在公示期内通过平台提出，逾期不再受理。'),
  finalSince: chatLine('公示期满，于{at}确定为最终结果。'),
  isLapsed: '本轮评比已取消，本号结果作废。',
  inRevision: '本号结果正在复核，以下一号公示为准。',
  rank: '名次',
  nomination: '参评对象',
  unit: '申报单位',
  award: '奖项',
  points: '积分',
  unranked: '未排名',
  none: '无',
} satisfies ChatPart;
