import { chatLine, phrase, type ChatPart, type Words, type WordsPart } from '#graphql';
import { DishOrderRequestState } from '../dispatch/dish-order-request.entity.js';
import { DishOrderState } from './dish-order.entity.js';

export const DISH_ORDER_STATES = {
  [DishOrderState.PLACED]: { en: 'placed', zh: '待派单' },
  [DishOrderState.DISPATCHED]: { en: 'dispatched', zh: '待接单' },
  [DishOrderState.ACCEPTED]: { en: 'accepted', zh: '已接单' },
  [DishOrderState.SERVED]: { en: 'served', zh: '待评单' },
  [DishOrderState.CLOSED]: { en: 'closed', zh: '已办结' },
  [DishOrderState.REFUSED]: { en: 'refused', zh: '不予受理' },
  [DishOrderState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤单' },
} satisfies Record<DishOrderState, Words>;

export const DISH_ORDER_REQUEST_STATES = {
  [DishOrderRequestState.ASKED]: { en: 'asked', zh: '待答复' },
  [DishOrderRequestState.ACCEPTED]: { en: 'accepted', zh: '已接单' },
  [DishOrderRequestState.DECLINED]: { en: 'declined', zh: '未接单' },
  [DishOrderRequestState.RECALLED]: { en: 'no longer asked', zh: '已收回' },
  [DishOrderRequestState.DONE]: { en: 'done', zh: '已完成' },
  [DishOrderRequestState.UNSATISFIED]: { en: 'not satisfied', zh: '未满意' },
} satisfies Record<DishOrderRequestState, Words>;

export const DISH_ORDER_WORDS = {
  titleNeeded: { en: 'Say what is wished.', zh: '请填写点单内容。' },
  titleTooLong: { en: 'A title has at most 100 characters.', zh: '标题最多 100 个字。' },
  placeTooLong: { en: 'A place has at most 200 characters.', zh: '地点最多 200 个字。' },
  headsTooFew: { en: 'It is for one person at least.', zh: '人数至少为 1。' },
  headsTooMany: { en: 'It is for a million persons at most.', zh: '人数最多为 100 万。' },
  segmentNeeded: { en: 'Say for whom it is.', zh: '请选择面向人群。' },
  tooManySegments: { en: 'There are six.', zh: '人群只有六类。' },
  endsBeforeStart: { en: 'The last day comes before the first.', zh: '最后一天不能早于第一天。' },
  daysAreOver: { en: 'The days on which it is wished are over.', zh: '期望日期已经过去。' },
  newDaysNeeded: {
    en: 'The days on which it is wished are over: who ordered it gives others first.',
    zh: '期望日期已经过去，请点单单位先改期。',
  },
  tooFarAhead: { en: 'An order lies 12 months ahead at most.', zh: '最多提前 12 个月点单。' },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  servedNeeded: { en: 'Say what was done.', zh: '请填写办理情况。' },
  ownOrder: { en: 'Nobody serves its own order.', zh: '不能接本单位的点单。' },
  answerByPast: { en: 'Until when one waits for an answer lies ahead.', zh: '答复期限须在现在之后。' },
  answerByLate: {
    en: 'An answer is awaited until the end of the last day on which it is wished at the latest.',
    zh: '答复期限不能晚于期望日期的最后一天。',
  },
  daysAhead: {
    en: 'The first day on which it is wished lies ahead.',
    zh: '期望日期尚未开始，不能报告办理完成。',
  },
  takenAlready: { en: 'Another unit has taken it.', zh: '该单已被其他单位抢先接下。' },
  answerAwaited: phrase({
    en: 'An answer is awaited until {at}.',
    zh: '答复期限（{at}）未到，暂不能收回。',
  }),
  wasServed: {
    en: 'It was served once and did not satisfy: only the unit that ordered it ends it.',
    zh: '该单曾办理但未满意，只能由点单单位办结或撤单。',
  },
  notServing: { en: 'Your unit has not accepted this order.', zh: '本单位未接此单。' },
  notLeading: { en: 'Your unit does not lead this activity.', zh: '该活动不由本单位牵头。' },
  answersOther: { en: 'The activity answers another order.', zh: '该活动已对应其他点单。' },
  unitLeft: {
    en: 'The unit no longer takes part in the network.',
    zh: '单位不再参加本网络。',
  },
} satisfies WordsPart;

export const DISH_ORDER_CHAT = {
  headline: chatLine('【{title}】{wish}（目前{state}）'),
  asked: chatLine('【派单】{unit}：{committee}请贵单位承接{owner}的点单“{wish}”，能否接单，请予答复。'),
  outcome: chatLine('【接单】{unit}：点单“{wish}”，{state}。'),
  owner: chatLine('点单单位：{unit}'),
  server: chatLine('接单单位：{unit}'),
  days: chatLine('期望时间：{from}至{to}'),
  day: chatLine('期望时间：{from}'),
  place: chatLine('地点：{place}'),
  what: chatLine('内容：{what}'),
  kind: chatLine('类别：{kind}'),
  segments: chatLine('面向：{segments}'),
  heads: chatLine('人数：约{heads}人'),
  answerBy: chatLine('请于{at}前答复。'),
  first: '先接先得，请各单位登录平台抢单。',
  served: chatLine('办理情况：{served}'),
  reason: chatLine('原因：{reason}'),
  aUnit: '共建单位',
} satisfies ChatPart;

/** What the text is about, by where the order stands. */
export const DISH_ORDER_CHAT_TITLES = {
  [DishOrderState.PLACED]: '点单',
  [DishOrderState.DISPATCHED]: '派单',
  [DishOrderState.ACCEPTED]: '接单',
  [DishOrderState.SERVED]: '请评单',
  [DishOrderState.CLOSED]: '评单',
  [DishOrderState.REFUSED]: '点单答复',
  [DishOrderState.WITHDRAWN]: '撤单',
} satisfies Record<DishOrderState, string>;

export const OPEN_ORDER_CHAT_TITLE = '抢单';
