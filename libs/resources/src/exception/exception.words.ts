import type { WordsPart } from '#graphql';

export const EXCEPTION_WORDS = {
  tooManyDays: { en: 'At most 200 exceptions.', zh: '例外安排最多 200 天。' },
  tooManySpans: { en: 'At most 20 spans in a day.', zh: '每天最多 20 个时段。' },
} satisfies WordsPart;
