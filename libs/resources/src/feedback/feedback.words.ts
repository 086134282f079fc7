import type { WordsPart } from '#graphql';

export const FEEDBACK_WORDS = {
  marksOutOfRange: { en: 'Marks go from 1 to 5.', zh: '评分为 1 至 5 分。' },
  commentTooLong: { en: 'A comment has at most 500 characters.', zh: '评语最多 500 个字。' },
  ownUse: { en: 'Nobody is asked about a use of its own offer.', zh: '自用资源无须评价。' },
  givenAlready: { en: 'Your unit has given its feedback: it stands.', zh: '贵单位已经评价，评价不再更改。' },
} satisfies WordsPart;
