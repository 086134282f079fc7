import type { WordsPart } from '#graphql';

/** What became of a result, for who did not do it. */
export const EVALUATION_MESSAGE_WORDS = {
  ON_NOTICE: { en: 'The result of this round is on public notice.', zh: '评比结果已公示。' },
  FINAL: { en: 'The result of this round is final.', zh: '评比结果已确定。' },
} satisfies WordsPart;
