import type { WordsPart } from '#graphql';

export const DISH_CHECK_IN_WORDS = {
  codeNeeded: { en: 'Type the six digits of the code.', zh: '请输入六位签到码。' },
  codeNotShown: {
    en: 'That is not the code: type the six digits that are shown there now.',
    zh: '签到码不正确或已更换，请输入现场当前显示的六位签到码。',
  },
  notOpenYet: {
    en: 'Checking in opens half an hour before the start.',
    zh: '活动开始前半小时起方可签到。',
  },
  dayIsOver: {
    en: 'The day is over: whoever holds the activity writes it down on the list.',
    zh: '当天已过，请牵头单位或居委会在名单上补录。',
  },
  deskNotOpen: { en: 'Checking in by the code has not been opened.', zh: '尚未开始扫码签到。' },
  headsNeeded: { en: 'Say how many came: one at least.', zh: '请填写到场人数，至少 1 人。' },
  headsNegative: { en: 'As many as came; 0 takes back what was noted.', zh: '人数不能为负，填 0 表示撤回。' },
  tooManyOfUnit: { en: 'At most 1,000 of one unit.', zh: '一个单位最多填写 1000 人。' },
  tooManyHeads: { en: 'At most 10,000.', zh: '最多填写 10000 人。' },
} satisfies WordsPart;
