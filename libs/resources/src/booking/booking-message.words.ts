import type { WordsPart } from '#graphql';

/** What became of a booking, for who did not do it. */
export const BOOKING_MESSAGE_WORDS = {
  CONFIRMED: { en: 'This booking is confirmed.', zh: '预约已确认。' },
  DECLINED: { en: 'This booking was declined.', zh: '预约未获同意。' },
  WITHDRAWN: { en: 'This request was withdrawn.', zh: '申请已撤回。' },
  EXPIRED: { en: 'This request lapsed without an answer.', zh: '申请逾期未答复，已失效。' },
  CANCELLED: { en: 'This booking is cancelled.', zh: '预约已取消。' },
  DISPLACED: {
    en: 'This booking had to give way to an emergency: see what other times are proposed.',
    zh: '因紧急情况，该预约已被调用，请查看建议的其他时间。',
  },
} satisfies WordsPart;
