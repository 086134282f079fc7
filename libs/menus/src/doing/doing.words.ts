import type { WordsPart } from '#graphql';

/** Of a dish while it is held, and afterwards. */
export const DOING_WORDS = {
  notPublished: { en: 'It is not published yet.', zh: '活动尚未发布。' },
  dateCancelled: { en: 'This date is not held.', zh: '该场活动已取消。' },
  notHeldYet: { en: 'None of its dates is over yet.', zh: '活动尚无已结束的场次。' },
} satisfies WordsPart;
