import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { NeedSource, NeedState, NeedUrgency } from './need.entity.js';

export const NEED_STATES = {
  [NeedState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [NeedState.PROPOSED]: { en: 'proposed', zh: '待受理' },
  [NeedState.RETURNED]: { en: 'returned', zh: '已退回' },
  [NeedState.TAKEN]: { en: 'taken by the committee', zh: '已受理' },
  [NeedState.OPEN]: { en: 'open to claim', zh: '待认领' },
  [NeedState.CLAIMED]: { en: 'claimed', zh: '已认领' },
  [NeedState.IN_PROGRESS]: { en: 'in progress', zh: '办理中' },
  [NeedState.ANSWERED]: { en: 'awaiting the word of those who had it', zh: '待确认' },
  [NeedState.CLOSED]: { en: 'closed', zh: '已办结' },
  [NeedState.UNMET]: { en: 'unmet', zh: '未落实' },
  [NeedState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
} satisfies Record<NeedState, Words>;

export const NEED_URGENCIES = {
  [NeedUrgency.NORMAL]: { en: 'normal', zh: '一般' },
  [NeedUrgency.SOON]: { en: 'soon', zh: '尽快' },
  [NeedUrgency.URGENT]: { en: 'urgent', zh: '紧急' },
} satisfies Record<NeedUrgency, Words>;

export const NEED_SOURCES = {
  [NeedSource.UNIT]: { en: 'a unit', zh: '单位' },
  [NeedSource.RESIDENTS]: { en: 'residents', zh: '居民' },
  [NeedSource.TELEPHONE]: { en: 'a call by telephone', zh: '来电' },
} satisfies Record<NeedSource, Words>;

export const NEED_WORDS = {
  titleNeeded: { en: 'Give the need a title.', zh: '请填写需求标题。' },
  titleTooLong: { en: 'A title has at most 100 characters.', zh: '标题最多 100 个字。' },
  whatNeeded: { en: 'Say what is needed.', zh: '请填写需要什么。' },
  whatTooLong: { en: 'It has at most 2,000 characters.', zh: '内容最多 2000 个字。' },
  locationTooLong: { en: 'A place has at most 200 characters.', zh: '地点最多 200 个字。' },
  headsTooFew: { en: 'A need is for one person at least.', zh: '人数至少为 1。' },
  headsTooMany: { en: 'A need is for a million persons at most.', zh: '人数最多为 100 万。' },
  placesTooFew: { en: 'One unit at least can claim it.', zh: '至少一个单位可以认领。' },
  placesTooMany: { en: 'At most 20 units can claim it.', zh: '最多 20 个单位可以认领。' },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  answerNeeded: { en: 'Say what was done.', zh: '请填写办理情况。' },
  answerTooLong: { en: 'It has at most 2,000 characters.', zh: '办理情况最多 2000 个字。' },
  halfASpan: {
    en: 'Give both the start and the end, or neither when any time will do.',
    zh: '开始和结束请一并填写；时间不限则都不填。',
  },
  endsBeforeStart: { en: 'It must end after it starts.', zh: '结束须晚于开始。' },
  inThePast: {
    en: 'A need lies ahead; what is over is recorded afterwards.',
    zh: '需求的时间须在现在之后；已经过去的请补录。',
  },
  ownersWord: {
    en: 'Only the unit that posted the need says whether it is answered; the committee writes down its word with onBehalfOf.',
    zh: '只有提出需求的单位可以确认；居委会可代办（onBehalfOf）。',
  },
  factOfOtherKind: {
    en: 'No offer of the kinds asked for has this: ask for its kind too, or leave it out.',
    zh: '所选资源类型没有这一条件，请补选相应的类型，或不填。',
  },
  committeeSpeaks: {
    en: 'Only the committee of the network enters needs of residents and calls by telephone.',
    zh: '居民需求和来电由居委会登记。',
  },
  tooManyKinds: { en: 'There are five kinds of offers.', zh: '资源只有五种。' },
  tooManyCategories: { en: 'At most 100 categories at once.', zh: '一次最多选择 100 个类别。' },
  retiredCategory: {
    en: 'This category is no longer used: choose another.',
    zh: '该类别已停用，请选择其他类别。',
  },
  hasTakers: {
    en: 'Units have claimed it: settle it with them first.',
    zh: '已有单位认领，请先与其商定。',
  },
} satisfies WordsPart;

export const NEED_CHAT = {
  headline: chatLine('【需求】{unit}：{title}（{state}）'),
  urgentHeadline: chatLine('【紧急求助】{unit}：{title}（{state}）'),
  what: chatLine('内容：{what}'),
  location: chatLine('地点：{location}'),
  time: chatLine('时间：{span}'),
  anyTime: '时间：不限',
  atOnce: '时间：立即',
  heads: chatLine('人数：{heads}人'),
  category: chatLine('类别：{category}'),
  source: chatLine('来源：{source}'),
  places: chatLine('可认领单位：{places}家，尚余{left}家'),
  claimed: chatLine('认领单位：{units}'),
  helped: chatLine('办理单位：{units}'),
  answer: chatLine('办理情况：{answer}'),
  reason: chatLine('{title}原因：{reason}'),
  reviseIt: '请修改后重新提交。',
  aUnit: '共建单位',
} satisfies ChatPart;

/** What the reason is one of. */
export const NEED_CHAT_REASONS = {
  [NeedState.RETURNED]: '退回',
  [NeedState.UNMET]: '未落实',
  [NeedState.WITHDRAWN]: '撤回',
  reopened: '重新提出',
  setFree: '重新开放',
} satisfies ChatPart;
