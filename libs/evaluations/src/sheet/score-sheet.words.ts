import { phrase, type WordsPart } from '#graphql';

export const SCORE_SHEET_WORDS = {
  scoresForCriteria: phrase({
    en: 'Give {count} scores, one for each criterion in its order; null for what is still open.',
    zh: '请按顺序填写 {count} 项评分标准的分数，未评的留空。',
  }),
  outsideScale: phrase({ en: 'A score is from {min} to {max}.', zh: '分数须在 {min} 至 {max} 之间。' }),
  offStep: phrase({
    en: 'Scores go from {min} up in steps of {step}.',
    zh: '分数须从 {min} 起按 {step} 递增。',
  }),
  incomplete: phrase({
    en: 'Criterion {position} has no score: give it one. What is submitted is complete, and stays so.',
    zh: '第 {position} 项评分标准尚未评分：请补上。提交的评分表须始终填写完整。',
  }),
  nothingSaved: {
    en: 'Nothing of this sheet is saved yet: save its scores, then submit it.',
    zh: '该评分表尚未保存分数：请先保存评分，再提交。',
  },
  savedElsewhere: {
    en: 'You have saved this sheet since you loaded it, as in another window: load it again before you change it.',
    zh: '您在别处（如另一窗口）保存过这份评分表：请重新载入后再修改。',
  },
  commentTooLong: { en: 'A comment has at most 2,000 characters.', zh: '评语最多 2000 个字。' },
} satisfies WordsPart;
