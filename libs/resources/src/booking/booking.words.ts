import { phrase, type Words, type WordsPart } from '#graphql';
import { BookingReason, BookingState } from './booking.entity.js';
import { BookingRule } from './booking-rule.enum.js';

export const BOOKING_STATES = {
  [BookingState.REQUESTED]: { en: 'requested', zh: '待答复' },
  [BookingState.AWAITING_OWNER]: { en: 'waiting for the owner', zh: '待资源方确认' },
  [BookingState.WAITLISTED]: { en: 'on the waiting list', zh: '候补中' },
  [BookingState.CONFIRMED]: { en: 'confirmed', zh: '已确认' },
  [BookingState.DECLINED]: { en: 'declined', zh: '未获同意' },
  [BookingState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
  [BookingState.EXPIRED]: { en: 'expired', zh: '逾期未答复' },
  [BookingState.CANCELLED]: { en: 'cancelled', zh: '已取消' },
  [BookingState.DISPLACED]: { en: 'displaced', zh: '已让出' },
  [BookingState.IN_USE]: { en: 'in use', zh: '使用中' },
  [BookingState.COMPLETED]: { en: 'completed', zh: '已完成' },
  [BookingState.NO_SHOW]: { en: 'not used', zh: '未到场' },
} satisfies Record<BookingState, Words>;

export const BOOKING_REASONS = {
  [BookingReason.CLASH]: { en: 'that time has been given to another request', zh: '该时段已安排其他预约' },
  [BookingReason.OWNER_DECLINED]: { en: 'the owner said no', zh: '资源方未同意' },
  [BookingReason.COMMITTEE_DECLINED]: { en: 'the committee said no', zh: '居委会未同意' },
  [BookingReason.OFFER_WITHDRAWN]: { en: 'the offer was withdrawn', zh: '资源已撤回' },
  [BookingReason.MEMBERSHIP_ENDED]: {
    en: 'a unit no longer takes part in the network',
    zh: '有单位不再参加该网络',
  },
  [BookingReason.MOVED]: { en: 'it was moved to another time', zh: '已改约' },
  [BookingReason.EMERGENCY]: { en: 'an emergency needs it', zh: '因应急需要' },
  [BookingReason.CLOSED]: { en: 'the owner has closed the offer for that time', zh: '资源方该时段停用' },
} satisfies Record<BookingReason, Words>;

export const BOOKING_RULES = {
  [BookingRule.IN_THE_PAST]: { en: 'The start has passed.', zh: '开始时间已过。' },
  [BookingRule.LEAD_TIME]: {
    en: 'It must be asked for earlier before its start.',
    zh: '提前量不足，须更早申请。',
  },
  [BookingRule.HORIZON]: {
    en: 'It lies further ahead than the offer can be booked.',
    zh: '超出该资源的可预约期。',
  },
  [BookingRule.TOO_LONG]: { en: 'It is longer than the offer can be booked.', zh: '超过该资源的最长时段。' },
  [BookingRule.OUTSIDE_HOURS]: {
    en: 'The offer is not open during the whole span.',
    zh: '该资源在这段时间并非一直开放。',
  },
  [BookingRule.OFF_STEP]: {
    en: 'Start or end is not on the slot step.',
    zh: '开始或结束时间不在时段步长上。',
  },
  [BookingRule.CLOSED]: {
    en: 'The owner has closed the offer for a part of the span.',
    zh: '该资源在这段时间内已由资源方停用。',
  },
  [BookingRule.SESSIONS_USED_UP]: {
    en: 'All sessions of that month are given.',
    zh: '该月的场次已约满。',
  },
} satisfies Record<BookingRule, Words>;

export const BOOKING_WORDS = {
  purposeNeeded: { en: 'Say what it is for.', zh: '请填写用途。' },
  purposeTooLong: { en: 'A purpose has at most 200 characters.', zh: '用途最多 200 个字。' },
  headsTooFew: { en: 'At least 1 person is expected.', zh: '人数至少 1 人。' },
  headsTooMany: { en: 'At most 1,000,000 persons are expected.', zh: '人数最多 1000000 人。' },
  amountForm: {
    en: 'An amount is more than 0, with at most three decimals.',
    zh: '数量须大于 0，最多三位小数。',
  },
  amountNeeded: phrase({ en: 'Say how much is wanted, in {measure}.', zh: '请填写数量（{measure}）。' }),
  amountOfWhole: {
    en: 'This offer is lent whole: it takes no amount.',
    zh: '该资源整体出借，不填写数量。',
  },
  amountInPieces: { en: 'Equipment is lent in whole pieces.', zh: '设备按整件出借。' },
  aboveCapacity: phrase({
    en: 'The whole of it is {capacity} {measure}.',
    zh: '该资源总共只有 {capacity} {measure}。',
  }),
  notEnoughFree: phrase({
    en: 'Only {free} {measure} are free all through that span.',
    zh: '这段时间只剩 {free} {measure}可用。',
  }),
  oneSessionGiven: phrase({
    en: 'Its one session of {month} is given.',
    zh: '{month}仅有的 1 场已约满。',
  }),
  sessionsGiven: phrase({
    en: 'Its {sessions} sessions of {month} are given.',
    zh: '{month}的 {sessions} 场已约满。',
  }),
  remarkTooLong: { en: 'A remark has at most 500 characters.', zh: '说明最多 500 个字。' },
  ownerRecords: {
    en: 'A past use is recorded by the owner, or by a committee on its behalf.',
    zh: '补录由资源方办理，或由居委会代办。',
  },
  endsBeforeStart: { en: 'A booking must end after it starts.', zh: '预约的结束须晚于开始。' },
  windowEndsBeforeStart: { en: 'The window must end after it starts.', zh: '查看范围的结束须晚于开始。' },
  windowTooLong: phrase({ en: 'The window has at most {most} days.', zh: '查看范围最多 {most} 天。' }),
  ownerAlone: { en: 'This offer asks for the owner’s word alone.', zh: '该资源只需资源方确认。' },
  isOver: { en: 'It has begun, is over, or was called off.', zh: '预约已经开始、结束或取消。' },
  hasBegun: {
    en: 'It has begun, and can no longer be changed or cancelled.',
    zh: '预约已经开始，不能再更改或取消。',
  },
  sameTime: { en: 'That is its time already.', zh: '时间没有变化。' },
  noLongerLent: {
    en: 'The offer is no longer lent through this network.',
    zh: '该资源已不再通过本网络出借。',
  },
  hasEnded: { en: 'It has ended.', zh: '预约已经结束。' },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  askTheOwner: {
    en: 'It was not made through your network: ask the owner.',
    zh: '该预约不是通过本网络办理的，请与资源方协商。',
  },
  hasLapsed: {
    en: 'The request has lapsed: it was not answered in time.',
    zh: '申请逾期未答复，已失效。',
  },
} satisfies WordsPart;
