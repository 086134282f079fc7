import { chatLine, type ChatPart, type WordsPart } from '#graphql';

export const DISH_OUTCOME_WORDS = {
  whatNeeded: { en: 'Say what came of it.', zh: '请填写活动成果。' },
  headsNegative: { en: 'A number of persons is not negative.', zh: '人数不能为负。' },
  tooManyHeads: { en: 'At most 1,000,000 persons.', zh: '人数最多 100 万。' },
  hoursForm: {
    en: 'Hours are a number above 0, to 1,000,000, with at most two places.',
    zh: '工时须大于 0、不超过 100 万，最多两位小数。',
  },
  filedAlready: {
    en: 'It has been filed: say it anew with `updateDishOutcome`.',
    zh: '成果已填报，请修改原有成果。',
  },
  filedByLead: {
    en: 'Its lead has filed it: the committee corrects only what it wrote down itself.',
    zh: '成果由牵头单位填报，居委会只能修改自己代填的成果。',
  },
} satisfies WordsPart;

export const DISH_OUTCOME_CHAT = {
  headline: chatLine('【活动成果】{title}'),
  lead: chatLine('牵头单位：{unit}'),
  aUnit: '共建单位',
  heads: chatLine('参与人数：{heads}人'),
  hours: chatLine('投入工时：{hours}小时'),
  what: chatLine('成果：{what}'),
  rating: chatLine('评价：{count}份，平均{mean}分'),
} satisfies ChatPart;
