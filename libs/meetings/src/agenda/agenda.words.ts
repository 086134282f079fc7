import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { AgendaItemState } from './agenda-item.entity.js';

export const AGENDA_STATES = {
  [AgendaItemState.PROPOSED]: { en: 'proposed', zh: '待审核' },
  [AgendaItemState.TAKEN]: { en: 'on the agenda', zh: '已列入议程' },
  [AgendaItemState.POSTPONED]: { en: 'postponed', zh: '已延期' },
  [AgendaItemState.REFUSED]: { en: 'refused', zh: '未采纳' },
  [AgendaItemState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
} satisfies Record<AgendaItemState, Words>;

export const AGENDA_WORDS = {
  titleNeeded: { en: 'Give the item a title.', zh: '请填写议题。' },
  titleTooLong: { en: 'A title has at most 100 characters.', zh: '议题最多 100 个字。' },
  whatTooLong: { en: 'It has at most 2,000 characters.', zh: '内容最多 2000 个字。' },
  minutesTooFew: { en: 'An item takes a minute at least.', zh: '时长至少 1 分钟。' },
  minutesTooMany: { en: 'An item takes 24 hours at most.', zh: '时长最多 24 小时。' },
  presenterTooLong: { en: 'A name has at most 60 characters.', zh: '汇报人最多 60 个字。' },
  presenterNeeded: {
    en: 'A name is not blank: leave out what is empty.',
    zh: '汇报人不能为空，没有则不填。',
  },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  tooManyItems: { en: 'At most 100 items at once.', zh: '一次最多 100 个议题。' },
  deadlinePassed: {
    en: 'Items were proposed until its deadline: ask the committee.',
    zh: '议题征集已截止，请联系居委会。',
  },
  everyItemOnce: {
    en: 'Name every item on the agenda once.',
    zh: '请将议程上的每个议题各列一次。',
  },
  votedOn: {
    en: 'A motion of this item is being voted on: close the vote first.',
    zh: '该议题正在表决，请先结束表决。',
  },
  decided: {
    en: 'A motion of this item was decided: it stays on the agenda.',
    zh: '该议题已表决，不能再移出议程。',
  },
  needNotUnmet: {
    en: 'Only a need that stayed unmet is put before a meeting.',
    zh: '只有未落实的需求才提交会议。',
  },
  onAgendaAlready: { en: 'It is on the agenda already.', zh: '该事项已列入议程。' },
  carriedAlready: {
    en: 'It has been carried over to a later meeting already.',
    zh: '该议题已转入之后的会议。',
  },
  agendaFull: { en: 'An agenda has at most 100 items.', zh: '一次会议最多 100 个议题。' },
  noLongerInvited: {
    en: 'Your unit is no longer invited to its meeting.',
    zh: '贵单位已不在该会议的参会范围。',
  },
  earlierMeeting: { en: 'Carry it over to a later meeting.', zh: '请选择之后的会议。' },
  sameMeeting: { en: 'Carry it over to another meeting.', zh: '请选择另一次会议。' },
} satisfies WordsPart;

export const AGENDA_CHAT = {
  headline: chatLine('【议题】{unit}：{title}（{state}）'),
  meeting: chatLine('会议：{title}'),
  reason: chatLine('原因：{reason}'),
  agenda: '议程：',
  standing: '第1项：通报此前会议行动事项落实情况',
  standingAction: chatLine('{unit}：{what}（完成时限：{day}）'),
  overdueAction: chatLine('{unit}：{what}（完成时限：{day}，已逾期）'),
  moreActions: chatLine('另有{count}项，请登录平台查看。'),
  item: chatLine('第{place}项：{title}'),
  itemWithMinutes: chatLine('第{place}项：{title}（{minutes}分钟）'),
  aUnit: '共建单位',
} satisfies ChatPart;
