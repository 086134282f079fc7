import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { QuorumRule } from './meeting-call.entity.js';
import { MeetingKind, MeetingState } from './meeting.entity.js';

export const MEETING_KINDS = {
  [MeetingKind.REGULAR]: { en: 'regular joint meeting', zh: '例行联席会议' },
  [MeetingKind.EXTRAORDINARY]: { en: 'extraordinary joint meeting', zh: '临时联席会议' },
  [MeetingKind.WORKING]: { en: 'working meeting', zh: '专题会' },
} satisfies Record<MeetingKind, Words>;

export const MEETING_STATES = {
  [MeetingState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [MeetingState.CALLED]: { en: 'called', zh: '已通知' },
  [MeetingState.IN_SESSION]: { en: 'in session', zh: '进行中' },
  [MeetingState.CLOSED]: { en: 'closed', zh: '已结束' },
  [MeetingState.MINUTES_PUBLISHED]: { en: 'over, its minutes published', zh: '已发布纪要' },
  [MeetingState.CANCELLED]: { en: 'cancelled', zh: '已取消' },
} satisfies Record<MeetingState, Words>;

export const QUORUM_RULES = {
  [QuorumRule.MORE_THAN_HALF]: { en: 'more than half', zh: '过半数' },
  [QuorumRule.AT_LEAST_HALF]: { en: 'at least half', zh: '半数以上（含半数）' },
  [QuorumRule.AT_LEAST_TWO_THIRDS]: { en: 'at least two thirds', zh: '三分之二以上（含三分之二）' },
} satisfies Record<QuorumRule, Words>;

export const MEETING_WORDS = {
  titleNeeded: { en: 'Give the meeting a title.', zh: '请填写会议名称。' },
  titleTooLong: { en: 'A title has at most 100 characters.', zh: '会议名称最多 100 个字。' },
  locationTooLong: { en: 'A place has at most 200 characters.', zh: '地点最多 200 个字。' },
  aboutTooLong: { en: 'It has at most 2,000 characters.', zh: '会议内容最多 2000 个字。' },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  tooManyUnits: { en: 'At most 100 units at once.', zh: '一次最多选择 100 个单位。' },
  endsBeforeStart: { en: 'It must end after it starts.', zh: '结束须晚于开始。' },
  tooLong: { en: 'A meeting ends within 24 hours of its start.', zh: '会议须在开始后 24 小时内结束。' },
  inThePast: { en: 'A meeting starts after now.', zh: '会议开始时间须在现在之后。' },
  deadlineAfterStart: {
    en: 'Items are proposed until the start at the latest.',
    zh: '议题征集截止不得晚于会议开始。',
  },
  sameTime: { en: 'It is at that time already.', zh: '会议已安排在该时间。' },
  unitsOfJoint: {
    en: 'A joint meeting is for all members: name no units.',
    zh: '联席会议面向全体成员单位，不必选择单位。',
  },
  unitsNeeded: { en: 'Choose at least one unit to invite.', zh: '请至少选择一个参会单位。' },
  nobodyLeft: {
    en: 'None of the units chosen belongs to the network any more: choose others.',
    zh: '所选单位均已不在本网络，请重新选择。',
  },
  moveInstead: {
    en: 'It is called: to change its time, move it.',
    zh: '会议已通知，更改时间请用改期。',
  },
  quorumFixed: {
    en: 'The quorum was fixed when it was called.',
    zh: '法定人数在发出通知时已确定。',
  },
  tooEarly: {
    en: 'It can be begun from an hour before its start on.',
    zh: '会议开始前一小时起方可宣布开始。',
  },
} satisfies WordsPart;

export const MEETING_CHAT = {
  called: chatLine('【会议通知】{network}{kind}：{title}'),
  corrected: chatLine('【会议通知·更正】{network}{kind}：{title}'),
  moved: chatLine('【会议改期】{network}{kind}：{title}'),
  cancelled: chatLine('【会议取消】{network}{kind}：{title}'),
  inSession: chatLine('【会议开始】{network}{kind}：{title}'),
  recorded: chatLine('【会议补录】{network}{kind}：{title}'),
  closed: chatLine('【会议结束】{network}{kind}：{title}'),
  minutesPublished: chatLine('【会议纪要已发布】{network}{kind}：{title}'),
  reminder: chatLine('【会议提醒】{network}{kind}：{title}'),
  time: chatLine('时间：{span}'),
  begunAt: chatLine('开始时间：{at}'),
  newTime: chatLine('新时间：{span}'),
  oldTime: chatLine('原时间：{span}'),
  location: chatLine('地点：{location}'),
  about: chatLine('内容：{about}'),
  titleWas: chatLine('更正：会议名称，原为“{was}”'),
  placeWas: chatLine('更正：地点，原为“{was}”'),
  placeOpen: '另行通知',
  aboutNew: '更正：会议内容，以本通知为准',
  aboutDropped: '更正：原通知的会议内容不再适用',
  deadline: chatLine('议题征集截止：{at}'),
  reason: chatLine('原因：{reason}'),
  answer: '请各单位登录平台答复是否参会。',
  answerIfNot: '尚未答复的单位请登录平台答复是否参会；已答复的如有变化，请更新答复。',
  answerAgain: '请各单位登录平台重新答复是否参会。',
  proxyLetGo: '本单位所委托的单位不再参会，委托已失效，请重新委托或派人参会。',
  aNetwork: '共建网络',
} satisfies ChatPart;
