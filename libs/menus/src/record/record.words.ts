import { phrase, type WordsPart } from '#graphql';

/** Of a dish that was written down after it was held. */
export const DISH_RECORD_WORDS = {
  isLead: { en: 'This unit led the activity.', zh: '该单位即牵头单位。' },
  hostTwice: { en: 'Each unit is named once.', zh: '同一单位只填一次。' },
  sameLead: phrase({
    en: 'The same unit led “{title}” at that time.',
    zh: '该单位同一时间牵头了《{title}》。',
  }),
  samePlace: phrase({
    en: '“{title}” was held at that place at that time.',
    zh: '同一时间、同一地点举办了《{title}》。',
  }),
  fixed: {
    en: 'It was written down after it was held: when it was, who led it and for how many it was stay as they are.',
    zh: '活动系补录：时间、牵头单位和名额不再更改。',
  },
  stays: {
    en: 'It stays on record: who came, what came of it or what was said of it is written down.',
    zh: '该补录活动已登记到场、成果、调研结论或评价，予以留存，不能取消。',
  },
  noSignUp: {
    en: 'It was written down after it was held: nobody signs up for it.',
    zh: '活动系补录，不能报名。',
  },
  noBookings: {
    en: 'It was written down after it was held: what was used for it is recorded with the offer.',
    zh: '活动系补录，不能预约；所用资源请按资源补录使用记录。',
  },
  noOrder: {
    en: 'It was written down after it was held: it answers no order.',
    zh: '活动系补录，不能关联点单。',
  },
  noDesk: {
    en: 'It was written down after it was held: who came is noted on the list.',
    zh: '活动系补录，请在名单上登记到场人数。',
  },
  noCodes: {
    en: 'It was written down after it was held: no review codes are handed out for it.',
    zh: '活动系补录，不发放评价码。',
  },
} satisfies WordsPart;
