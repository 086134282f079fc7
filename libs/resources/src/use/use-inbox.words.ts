import type { WordsPart } from '#graphql';

/** Why uses wait for a word. */
export const USE_INBOX_WORDS = {
  LENT_USE_TO_NOTE: {
    en: 'The use of what your unit lends is over: note its return, or that nobody came.',
    zh: '贵单位出借的资源使用已结束，请登记归还或爽约。',
  },
  BORROWED_USE_TO_NOTE: {
    en: 'The use of what your unit has borrowed is over: note its return.',
    zh: '贵单位借用的资源使用已结束，请登记归还。',
  },
  NO_SHOW_TO_CONTEST: {
    en: 'The owner says that your unit did not come: contest it if you were there.',
    zh: '资源方登记贵单位爽约，如有异议请提出。',
  },
  NO_SHOW_TO_RULE_ON: { en: 'A no-show is contested: rule on it.', zh: '爽约登记有异议，请裁定。' },
} satisfies WordsPart;
