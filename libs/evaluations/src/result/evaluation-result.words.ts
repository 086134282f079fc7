import { chatLine, phrase, type ChatPart, type Words, type WordsPart } from '#graphql';
import { EvaluationResultState, ResultAct } from './evaluation-result.entity.js';

export const EVALUATION_RESULT_STATES = {
  [EvaluationResultState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [EvaluationResultState.ON_NOTICE]: { en: 'on public notice', zh: '公示中' },
  [EvaluationResultState.FINAL]: { en: 'final', zh: '已确定' },
  [EvaluationResultState.SUPERSEDED]: { en: 'superseded', zh: '已被更正' },
  [EvaluationResultState.LAPSED]: { en: 'lapsed', zh: '已作废' },
} satisfies Record<EvaluationResultState, Words>;

export const EVALUATION_RESULT_ACTS = {
  [ResultAct.SHEET_SET_ASIDE]: { en: 'a sheet was set aside', zh: '有评分表不予计分' },
  [ResultAct.CONFLICT_DECLARED]: {
    en: 'a judge declared a conflict',
    zh: '有评委申请回避，其评分表不予计分',
  },
  [ResultAct.NOMINATION_EXCLUDED]: { en: 'a nomination was excluded', zh: '有申报被取消资格' },
  [ResultAct.NOMINATION_READMITTED]: { en: 'a nomination was readmitted', zh: '有申报恢复资格' },
  [ResultAct.AWARD_WITHHELD]: { en: 'an award was withheld', zh: '有奖项空缺' },
  [ResultAct.AWARD_RESTORED]: { en: 'an award was restored', zh: '恢复颁发空缺的奖项' },
} satisfies Record<ResultAct, Words>;

export const EVALUATION_RESULT_WORDS = {
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  sheetsMissing: phrase({
    en: 'Scoring cannot be closed: sheets missing: {count}. Wait for them, or drop or excuse the judges who will not score.',
    zh: '还有 {count} 份评分表未提交，不能结束评分：请催交，或取消相应评委的分配。',
  }),
  noSuchAward: {
    en: 'The round has no award of that position: take a position from its list of awards.',
    zh: '本轮评比没有这一奖项，请从奖项列表中选择。',
  },
  withheldAlready: {
    en: 'The award is withheld already: publish the result that leaves it out, or restore it.',
    zh: '该奖项已经空缺：请公示结果，或恢复颁发。',
  },
  notWithheld: {
    en: 'The award is not withheld, so that there is nothing to restore: publish the result as it is, or withhold it.',
    zh: '该奖项没有空缺，无需恢复：请按现结果公示，或将其空缺。',
  },
  noticeRuns: phrase({
    en: 'The public notice runs until {until}: make the result final when it is over.',
    zh: '公示期至{until}，请待期满后再确定结果。',
  }),
  objectionsOpen: phrase({
    en: 'Objections not ruled on: {count}. Rule on them first, or wait until their units take them back.',
    zh: '还有 {count} 件异议未裁定，不能公示或确定结果：请先裁定，或待提出单位撤回。',
  }),
  nobodyInIt: {
    en: 'Nothing is left in the result: readmit a nomination, or cancel the round.',
    zh: '结果中已无参评对象：请恢复申报资格，或取消本轮评比。',
  },
  upheldUnchanged: {
    en: 'An objection was upheld and nothing has changed since: set a sheet aside, exclude a nomination or withhold an award, and publish what comes of it.',
    zh: '异议已成立，而结果没有变更：请将评分表不予计分、取消申报资格或空缺奖项后，重新公示。',
  },
} satisfies WordsPart;

export const EVALUATION_RESULT_CHAT = {
  notice: chatLine('【评比公示】{round}（第{number}号）'),
  final: chatLine('【评比结果】{round}（第{number}号）'),
  superseded: chatLine('【评比公示·已更正】{round}（第{number}号）'),
  lapsed: chatLine('【评比公示·已作废】{round}（第{number}号）'),
  award: chatLine('荣获{award}：{titles}'),
  withheld: chatLine('{award}：空缺'),
  rank: chatLine('第{rank}名：{titles}'),
  entries: chatLine('参评共{count}项。'),
  act: chatLine('更正说明：{act}'),
  reason: chatLine('更正说明：{act}。{text}'),
  until: chatLine('公示期至{until}。如有异议，请在公示期内由单位在平台上提出。'),
  provisional: '（明年放假安排尚未公布，公示期暂按周一至周五计算。）',
  inRevision: '本号结果正在复核，以下一号公示为准。',
  isLapsed: '本轮评比已取消，本号结果作废。',
  isFinal: '公示期满，结果已确定。',
} satisfies ChatPart;
