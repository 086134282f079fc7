import { phrase, type WordsPart } from '#graphql';

export const REVIEW_WORDS = {
  markNeeded: { en: 'Give 1 to 5.', zh: '请选择 1 至 5 分。' },
  commentTooLong: { en: 'A comment has at most 500 characters.', zh: '评语最多 500 个字。' },
  notBegun: { en: 'It has not begun yet.', zh: '活动尚未开始。' },
  isLead: { en: 'Whoever holds it does not review it.', zh: '牵头单位不评价自己的活动。' },
  wasNotThere: {
    en: 'Only a unit that was signed up or checked in reviews it.',
    zh: '报名成功或到场签到的单位方可评价。',
  },
  countNeeded: { en: 'One code at least.', zh: '至少 1 个。' },
  tooManyAtOnce: { en: 'At most 200 at once.', zh: '一次最多 200 个。' },
  nobodyCame: {
    en: 'Nobody is checked in yet: codes are for those who came.',
    zh: '尚无人签到，评价码只发给到场的居民。',
  },
  tooManyCodes: phrase({
    en: 'At most {left} more: one for each who came, and a fifth over; 2,000 in all.',
    zh: '最多还可发 {left} 个：按签到人数，另加两成备用，每场最多 2000 个。',
  }),
  noCodesLeft: {
    en: 'All codes are handed out: one for each who came, and a fifth over; 2,000 in all.',
    zh: '评价码已发完：按签到人数，另加两成备用，每场最多 2000 个。',
  },
  codesOver: {
    en: 'Fourteen days after the date nobody reviews it by a code any more.',
    zh: '活动结束已满十四天，评价码不再有效。',
  },
} satisfies WordsPart;
