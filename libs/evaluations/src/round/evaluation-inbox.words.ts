import type { WordsPart } from '#graphql';

/** Why rounds, nominations, sheets and results wait. */
export const EVALUATION_INBOX_WORDS = {
  NOMINATION_RETURNED: {
    en: 'The committee sent this nomination back: submit it anew, or withdraw it.',
    zh: '该申报已被委员会退回，请修改后重新提交或撤回。',
  },
  RETURNING_OFFICER_TO_APPOINT: {
    en: 'This round has no returning officer: appoint one, or ask the street office.',
    zh: '本轮评比尚无监票人，请指定或商请街道担任。',
  },
  RETURNING_OFFICE_ASKED: {
    en: 'The committee asks the street office for a returning officer: accept the office.',
    zh: '社区商请街道担任监票人，请应允。',
  },
  SCORING_TO_BEGIN: {
    en: 'Nominations are over: begin scoring.',
    zh: '申报已截止，请开始评分。',
  },
  JUDGES_TO_SETTLE: {
    en: 'You return this round: settle who judges what.',
    zh: '您是本轮监票人，请确定评委分工。',
  },
  SHEET_TO_SCORE: { en: 'You judge this nomination: submit your sheet.', zh: '请为该申报评分并提交评分表。' },
  SHEETS_MISSING: {
    en: 'Scoring should be over, and sheets are missing: remind the judges, or excuse them.',
    zh: '评分期限已过而评分表缺交，请催交或免除评委。',
  },
  SCORING_TO_CLOSE: { en: 'Every sheet is submitted: close scoring.', zh: '评分表已交齐，请结束评分。' },
  RESULT_TO_PUBLISH: {
    en: 'The result is worked out: put it up for public notice.',
    zh: '评比结果已形成，请公示。',
  },
  RESULT_TO_FINALISE: {
    en: 'The public notice is over: make the result final.',
    zh: '公示期已满，请确定结果。',
  },
  RESULT_OBJECTION: {
    en: 'A unit objects to a result: rule on it.',
    zh: '有单位对评比结果提出异议，请裁定。',
  },
} satisfies WordsPart;
