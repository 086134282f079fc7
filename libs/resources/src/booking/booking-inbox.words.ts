import type { WordsPart } from '#graphql';

/** Why requests wait. */
export const BOOKING_INBOX_WORDS = {
  BOOKING_TO_AGREE: {
    en: 'A unit asks for what the owner lends after your word: pass the request on, or decline it.',
    zh: '有单位提出预约，须经贵委员会同意后转资源方答复，请同意或谢绝。',
  },
  BOOKING_TO_ANSWER: {
    en: 'A unit asks for what your unit lends: confirm the request, or decline it.',
    zh: '有单位预约贵单位的资源，请确认或谢绝。',
  },
} satisfies WordsPart;
