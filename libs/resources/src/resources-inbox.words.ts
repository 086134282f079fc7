import type { WordsPart } from '#graphql';

/** Why requests and uses wait. */
export const RESOURCES_INBOX_WORDS = {
  BOOKING_TO_AGREE: {
    en: 'A unit asks for a resource that its owner lends with your agreement: pass the request on to the owner, or decline it.',
    zh: '有单位提出预约，须经贵居委会同意后转资源方答复，请同意或谢绝。',
  },
  BOOKING_TO_ANSWER: {
    en: 'A unit asks for what your unit lends: confirm the request, or decline it.',
    zh: '有单位预约贵单位的资源，请确认或谢绝。',
  },
  LENT_USE_TO_NOTE: {
    en: 'The use of what your unit lends is over: note its return, or that nobody came.',
    zh: '贵单位出借的资源使用时间已过，请登记归还或爽约。',
  },
  BORROWED_USE_TO_NOTE: {
    en: 'The use of what your unit has borrowed is over: note its return.',
    zh: '贵单位借用的资源使用时间已过，请登记归还。',
  },
  NO_SHOW_TO_CONTEST: {
    en: 'The owner has noted that your unit did not come: contest it if you were there.',
    zh: '资源方登记贵单位爽约，如与事实不符，请提出异议。',
  },
  NO_SHOW_TO_RULE_ON: {
    en: 'A unit contests a no-show: rule on it.',
    zh: '有单位对爽约登记提出异议，请裁定。',
  },
} satisfies WordsPart;
