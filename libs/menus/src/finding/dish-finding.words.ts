import type { WordsPart } from '#graphql';

export const DISH_FINDING_WORDS = {
  textNeeded: { en: 'Say what was found.', zh: '请填写调研发现。' },
  notASurvey: { en: 'Only a topical survey has findings.', zh: '只有专题调研可以填写发现。' },
  notBegun: { en: 'The survey has not begun.', zh: '调研尚未开始。' },
  tooMany: { en: 'A survey has at most 50 findings.', zh: '一次调研最多 50 条发现。' },
  surveyStays: {
    en: 'It stays a topical survey as long as findings stand on it: remove them first.',
    zh: '已有调研发现，类别不能更改；请先删除发现。',
  },
} satisfies WordsPart;
