import { phrase, type WordsPart } from '#graphql';

export const CALENDAR_WORDS = {
  endsBeforeStart: { en: 'The last day does not lie before the first.', zh: '最后一天不能早于第一天。' },
  tooManyDays: phrase({ en: 'At most {most} days are asked for.', zh: '最多查看 {most} 天。' }),
  yearOutOfRange: { en: 'A year lies between 1900 and 2200.', zh: '年份须在 1900 到 2200 之间。' },
} satisfies WordsPart;
