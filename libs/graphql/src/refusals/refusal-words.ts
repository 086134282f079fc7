import type { Words } from '../words/words.js';
import type { RefusalCode } from './refusal-code.enum.js';

/** What each refusal says when its class says nothing more exact; a code without both languages does not compile. */
export const REFUSAL_WORDS = {
  STALE_VERSION: {
    en: 'It was changed in the meantime; look again before you change it.',
    zh: '内容已被他人更改，请重新查看后再修改。',
  },
  WRONG_STATE: { en: 'Its state does not allow this step.', zh: '当前状态不能这样操作。' },
  SPAN_TAKEN: { en: 'The offer is taken in that span.', zh: '该资源在这段时间已被占用。' },
  RULE_BROKEN: { en: 'A rule of the owner forbids it.', zh: '不符合资源方的预约规则。' },
  ABOVE_CAPACITY: { en: 'The offer does not have so much.', zh: '该资源没有这么多。' },
  NOT_ENOUGH_FREE: { en: 'So much is not free in that span.', zh: '这段时间没有这么多可用。' },
  NOT_RECORDABLE: {
    en: 'Only what is over, and began within the last 90 days, is recorded.',
    zh: '只能补录 90 天内开始、且已经结束的事项。',
  },
  DATES_CLASH: {
    en: 'Some dates cannot be had: leave them out, or take what is free near them.',
    zh: '有日期无法预约，可跳过这些日期，或改用邻近的空闲时段。',
  },
  ITEMS_REFUSED: {
    en: 'Not everything can be had, so that nothing was asked for.',
    zh: '并非每一项都能预约，因此都未申请。',
  },
  BOOKINGS_HIT: {
    en: 'Confirmed bookings lie in that span: say whether they stand or are cancelled.',
    zh: '该时段内有已确认的预约，请选择保留或取消。',
  },
  BOOKING_RUNNING: {
    en: 'The offer is in use in that span: close it from the end of that use on.',
    zh: '该时段内资源正在使用，请从使用结束后起停用。',
  },
  TOO_MANY_ATTEMPTS: {
    en: 'Too many attempts failed; try again in a quarter of an hour.',
    zh: '失败次数过多，请一刻钟后再试。',
  },
  WRONG_CREDENTIALS: {
    en: 'Region, account and password do not belong together.',
    zh: '区县、账号或密码不正确。',
  },
  NO_POST_NOW: {
    en: 'The password is right, but you hold no post now: ask whoever appoints you.',
    zh: '密码正确，但您目前没有任职，请联系安排任职的单位。',
  },
  INVALID_CODE: {
    en: 'This code is not valid, or no longer; ask for a new one.',
    zh: '此码无效或已失效，请重新索取。',
  },
  ALREADY_EXISTS: { en: 'There is one already.', zh: '已经存在。' },
  PROXY_REFUSED: { en: 'The vote cannot be given to that unit.', zh: '不能委托该单位。' },
  MEETING_MOVED: {
    en: 'The meeting was moved since you read it: answer for its new time.',
    zh: '会议已改期，请按新时间答复。',
  },
  BALLOT_REFUSED: { en: 'The ballot of that unit is not taken now.', zh: '现在不能为该单位投票。' },
  NO_PLACE_LEFT: { en: 'Every place has its unit.', zh: '认领名额已满。' },
  OFFERS_MISSING: { en: 'It does not have all that it wants.', zh: '所需资源尚未齐备。' },
  SHEETS_MISSING: { en: 'Sheets are missing.', zh: '还有评分表未提交。' },
  DISH_CLASH: {
    en: 'Its lead or its place had another activity at that time.',
    zh: '牵头单位或地点同一时间另有活动。',
  },
  TOO_MANY_ACCESS_TOKENS: {
    en: 'The post has as many access tokens as it may have.',
    zh: '该任职的访问令牌数量已达上限。',
  },
  OWN_NEED: { en: 'A unit does not claim its own need.', zh: '不能认领本单位的需求。' },
} satisfies Record<`${RefusalCode}`, Words>;
