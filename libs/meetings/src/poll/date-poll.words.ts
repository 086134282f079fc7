import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { DatePollState } from './date-poll.entity.js';

export const DATE_POLL_STATES = {
  [DatePollState.OPEN]: { en: 'open', zh: '征集中' },
  [DatePollState.SETTLED]: { en: 'settled', zh: '时间已定' },
  [DatePollState.CLOSED]: { en: 'closed', zh: '已结束' },
} satisfies Record<DatePollState, Words>;

export const DATE_POLL_WORDS = {
  spansNeeded: { en: 'Name at least one span.', zh: '请至少填写一个候选时间。' },
  tooManySpans: { en: 'A poll asks about at most 20 spans.', zh: '一次征集最多 20 个候选时间。' },
  spanTwice: { en: 'Each span is asked about once.', zh: '候选时间不能重复。' },
  spanStruck: { en: 'That span was struck: choose another.', zh: '该候选时间已划去，请选择其他时间。' },
  noZone: { en: 'Name an IANA time zone, like Asia/Shanghai.', zh: '请填写时区，如 Asia/Shanghai。' },
  zoneFixed: {
    en: 'Somebody has answered: the zone stays as it is, or local times would mean others than those answered. Close the poll and open another.',
    zh: '已有单位答复，时区不能再改，否则所答时间会变。请结束本次征集后重新发起。',
  },
  untilPassed: { en: 'Units answer until an instant after now.', zh: '答复截止须在现在之后。' },
  isOver: {
    en: 'Units answered until its deadline: ask the committee.',
    zh: '答复已截止，请联系居委会。',
  },
  anotherOpen: {
    en: 'A poll of this meeting is open: settle or close it first.',
    zh: '该会议已有征集正在进行，请先确定时间或结束征集。',
  },
  spanIsPast: { en: 'That span has begun: choose another.', zh: '该时间已过，请选择其他时间。' },
  answersNeeded: { en: 'Answer at least one span.', zh: '请至少答复一个候选时间。' },
  tooManyAnswers: { en: 'At most 20 answers at once.', zh: '一次最多答复 20 个候选时间。' },
  answeredTwice: { en: 'Answer each span once.', zh: '每个候选时间只能答复一次。' },
  remarkTooLong: { en: 'A remark has at most 500 characters.', zh: '备注最多 500 个字。' },
} satisfies WordsPart;

export const DATE_POLL_CHAT = {
  open: chatLine('【会议时间征集】{network}：{title}'),
  settled: chatLine('【会议时间已定】{network}：{title}'),
  closed: chatLine('【会议时间征集结束】{network}：{title}'),
  span: chatLine('候选{place}：{span}'),
  chosen: chatLine('时间：{span}'),
  zone: chatLine('（以上为 {zone} 时间）'),
  ask: chatLine('请各单位在{until}前登录平台答复：可以、必要时可以或不行。'),
  overdue: chatLine('答复已于{until}截止。'),
  callFollows: '正式会议通知另行发出。',
  calledOff: '会议已取消。',
  datedAnew: '原定时间不再有效，会议时间以正式通知为准。',
  withoutResult: '本次征集未确定时间。',
  aNetwork: '共建网络',
} satisfies ChatPart;
