import { chatLine, phrase, type ChatPart, type Words, type WordsPart } from '#graphql';
import { EvaluationObjectionState } from './evaluation-objection.entity.js';

export const EVALUATION_OBJECTION_STATES = {
  [EvaluationObjectionState.FILED]: { en: 'filed', zh: '待裁定' },
  [EvaluationObjectionState.UPHELD]: { en: 'upheld', zh: '成立' },
  [EvaluationObjectionState.DISMISSED]: { en: 'dismissed', zh: '不成立' },
  [EvaluationObjectionState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
  [EvaluationObjectionState.LAPSED]: { en: 'lapsed', zh: '因评比取消而终止' },
} satisfies Record<EvaluationObjectionState, Words>;

export const EVALUATION_OBJECTION_WORDS = {
  textNeeded: { en: 'Say what you object to, and why.', zh: '请填写异议内容和理由。' },
  textTooLong: { en: 'An objection has at most 2,000 characters.', zh: '异议最多 2000 个字。' },
  rulingNeeded: { en: 'Say why you rule so.', zh: '请填写裁定理由。' },
  rulingTooLong: { en: 'A ruling has at most 2,000 characters.', zh: '裁定理由最多 2000 个字。' },
  notOfRound: {
    en: 'It was not scored in this round: name a nomination that was, or none to object to the whole.',
    zh: '该申报未参加本轮评比：请选择参加评比的申报，或不选，对整轮提出异议。',
  },
  filedAlready: {
    en: 'Your unit has objected to this already, and waits for the ruling: withdraw that to say it otherwise.',
    zh: '贵单位已就此提出异议，尚待裁定；如需修改，请先撤回。',
  },
  noticeOver: phrase({
    en: 'The public notice ran until {until}: objections are no longer taken. Tell the committee, which can still change the result.',
    zh: '公示期至{until}，已经届满，不再受理异议；可向居委会反映，由其决定是否变更结果。',
  }),
  othersRule: phrase({
    en: 'You hold a post in a unit concerned. Without such a conflict: {names}.',
    zh: '您在相关单位任职，应当回避。可以裁定的有：{names}。',
  }),
  streetOfficeRules: {
    en: 'Every secretary of the committee holds a post in a unit concerned, or returns the round: the street office rules. Pass the objection on to it.',
    zh: '居委会书记均在相关单位任职或担任监票人，应当回避，由街道党建办裁定，请移交。',
  },
  committeeRules: phrase({
    en: 'The committee has somebody without a conflict, who rules: {names}. Leave it to them.',
    zh: '居委会有无须回避的书记，请由其裁定：{names}。',
  }),
  stewardConflict: {
    en: 'You hold a post in a unit concerned: another steward of the street office rules.',
    zh: '您在相关单位任职，应当回避，请由街道党建办其他人员裁定。',
  },
  returnsRound: {
    en: 'Whoever is returning officer of the round, or was it since scoring began, does not rule, since an objection may quote scores: leave it to another secretary, or to the street office.',
    zh: '本轮评比的监票人（含曾任）不接触评分，而异议可能引用得分，故不作裁定：请由其他书记或街道党建办裁定。',
  },
  passedAlready: {
    en: 'The street office has it already: wait for one of its stewards to rule.',
    zh: '该异议已移交街道党建办，请等待裁定。',
  },
} satisfies WordsPart;

export const EVALUATION_OBJECTION_CHAT = {
  filed: chatLine('【公示异议】{unit}对“{round}”提出异议，{who}将予裁定。'),
  ruled: chatLine('【异议裁定】{unit}对“{round}”提出的异议：{state}。'),
  ended: chatLine('【公示异议】{unit}对“{round}”提出的异议{state}。'),
  about: chatLine('涉及申报：{title}'),
  text: chatLine('异议：{text}'),
  ruling: chatLine('裁定理由：{ruling}'),
  aUnit: '共建单位',
  committee: '居委会',
  streetOffice: '街道党建办',
} satisfies ChatPart;
