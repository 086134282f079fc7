import type { WordsPart } from '#graphql';

/** Why rounds, nominations, sheets and results wait. */
export const EVALUATIONS_INBOX_WORDS = {
  NOMINATION_RETURNED: {
    en: 'The committee sent this nomination back: submit it anew, or withdraw it.',
    zh: '该申报已被居委会退回，请修改后重新提交，或撤回。',
  },
  NOMINATIONS_MISSING: {
    en: 'Nothing is nominated in this round, and units are not, or no longer, told until when they can: set a new date, or cancel the round.',
    zh: '本轮评比尚无申报，而申报期限已过或未定，请另定期限，或取消本轮评比。',
  },
  RETURNING_OFFICER_TO_APPOINT: {
    en: 'This round has no returning officer: appoint one, or ask the street office.',
    zh: '本轮评比尚无监票人，请指定，或商请街道党建办派员担任。',
  },
  RETURNING_OFFICE_ASKED: {
    en: 'A committee asks the street office for a returning officer: accept if you will be it.',
    zh: '居委会商请街道党建办派员监票，如由您担任，请接受。',
  },
  SCORING_TO_BEGIN: {
    en: 'Scoring of what was nominated can begin: begin it when all is in.',
    zh: '已具备评分条件，申报收齐后请开始评分。',
  },
  JUDGES_TO_PROPOSE: {
    en: 'You are the returning officer of this round: have judges proposed.',
    zh: '您是本轮评比的监票人，请生成评委分工方案。',
  },
  JUDGES_TO_SETTLE: {
    en: 'You are the returning officer of this round: settle who judges what.',
    zh: '您是本轮评比的监票人，评委分工方案已生成，请确定。',
  },
  SHEET_TO_SCORE: {
    en: 'You judge this nomination: fill in your sheet and submit it.',
    zh: '您是该申报的评委，请填写并提交评分表。',
  },
  SHEETS_MISSING: {
    en: 'Scoring should be over, and sheets are missing: remind the judges, excuse them, or drop the assignments.',
    zh: '评分期限已过而评分表未交齐，请催交，或免除评委、取消分工。',
  },
  SCORING_TO_CLOSE: {
    en: 'No sheet is missing any more: close scoring.',
    zh: '评分表已交齐，请结束评分。',
  },
  RESULT_TO_PUBLISH: {
    en: 'The result is worked out: put it up for public notice.',
    zh: '评比结果已形成，请公示。',
  },
  RESULT_TO_CORRECT: {
    en: 'An objection to this result was upheld, and the result is still the same: correct it.',
    zh: '对评比结果的异议已成立，而结果尚未更正，请更正后重新公示。',
  },
  RESULT_TO_FINALISE: {
    en: 'The public notice is over: make the result final.',
    zh: '公示期已满，请确定最终结果。',
  },
  RESULT_OBJECTION: {
    en: 'A unit objects to a result: rule on it.',
    zh: '有单位对评比结果提出异议，请裁定。',
  },
  RESULT_OBJECTION_TO_PASS_ON: {
    en: 'A unit objects to a result, and no secretary may rule on it: pass it on to the street office.',
    zh: '有单位对评比结果提出异议，书记均须回避，请移交街道党建办裁定。',
  },
} satisfies WordsPart;
