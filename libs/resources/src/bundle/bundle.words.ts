import type { WordsPart } from '#graphql';

/** What is said of things asked for in one act. */
export const BUNDLE_WORDS = {
  itemsTooNear: {
    en: 'Items ask for the same offer in spans that overlap or lie nearer than it allows, or for more of a pool than there is.',
    zh: '多项申请同一资源：时段重叠或间隔不足，或数量合计超过总量。',
  },
  itemsNeeded: { en: 'Ask for at least one thing.', zh: '至少申请一项。' },
  tooManyItems: { en: 'At most 10 things are asked for in one act.', zh: '一次最多申请 10 项。' },
  noBundle: { en: 'This booking was asked for alone.', zh: '该预约是单独申请的。' },
  reachesFurther: {
    en: 'Part of what was asked for with it went through another network: cancel the bookings one by one, or let the unit do it.',
    zh: '同次申请中有经其他网络提出的：请逐项取消，或由该单位自行取消。',
  },
} satisfies WordsPart;
