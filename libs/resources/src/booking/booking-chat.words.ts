import { chatLine, type ChatPart } from '#graphql';
import { BookingState } from './booking.entity.js';

/** What the text is about, by where the booking stands. */
export const BOOKING_CHAT_TITLES = {
  [BookingState.REQUESTED]: '预约申请',
  [BookingState.AWAITING_OWNER]: '预约申请',
  [BookingState.WAITLISTED]: '预约候补',
  [BookingState.CONFIRMED]: '预约确认',
  [BookingState.DECLINED]: '预约未获同意',
  [BookingState.WITHDRAWN]: '预约撤回',
  [BookingState.EXPIRED]: '预约失效',
  [BookingState.CANCELLED]: '预约取消',
  [BookingState.DISPLACED]: '预约让出',
  [BookingState.IN_USE]: '预约使用',
  [BookingState.COMPLETED]: '预约完成',
  [BookingState.NO_SHOW]: '预约未到场',
} satisfies Record<BookingState, string>;

export const BOOKING_CHAT = {
  headline: chatLine('【{title}】{requester}借用{owner}的“{offer}”：{outcome}。'),
  outcomeWithReason: chatLine('{outcome}（{reason}）'),
  time: chatLine('时间：{span}'),
  purpose: chatLine('用途：{purpose}'),
  amount: chatLine('数量：{amount} {measure}'),
  heads: chatLine('人数：{heads} 人'),
  remark: chatLine('说明：{remark}'),
  answerBy: chatLine('请于{deadline}前答复，逾期失效。'),
  reminder: '预约提醒',
  soon: '即将开始，请双方提前准备',
  aUnit: '共建单位',
} satisfies ChatPart;
