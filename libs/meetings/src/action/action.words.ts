import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { ActionState } from './action.entity.js';

export const ACTION_STATES = {
  [ActionState.OPEN]: { en: 'open', zh: '办理中' },
  [ActionState.DONE]: { en: 'done', zh: '已完成' },
  [ActionState.DROPPED]: { en: 'dropped', zh: '已终止' },
} satisfies Record<ActionState, Words>;

export const ACTION_WORDS = {
  whatNeeded: { en: 'Say what is to be done.', zh: '请填写行动事项。' },
  whatTooLong: { en: 'It has at most 500 characters.', zh: '行动事项最多 500 个字。' },
  textNeeded: { en: 'Say what there is to say.', zh: '请填写内容。' },
  textTooLong: { en: 'It has at most 1,000 characters.', zh: '内容最多 1000 个字。' },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  duePast: { en: 'Its last day is today or later.', zh: '完成期限不得早于今天。' },
  sameUnit: { en: 'That unit does it already.', zh: '该事项已由该单位负责。' },
  sameDay: { en: 'That is its last day already.', zh: '完成期限已是该日。' },
  notCarried: {
    en: 'Only a motion that is carried makes actions.',
    zh: '只有已通过的表决事项才能产生行动事项。',
  },
  notStanding: {
    en: 'It did not stand open before this meeting.',
    zh: '该事项不属于本次会议须通报的未完成事项。',
  },
} satisfies WordsPart;

export const ACTION_CHAT = {
  reminder: chatLine('【行动提醒】{unit}：{what}'),
  overdue: chatLine('【行动提醒·已逾期】{unit}：{what}'),
  done: chatLine('【行动完成】{unit}：{what}'),
  dropped: chatLine('【行动终止】{unit}：{what}'),
  due: chatLine('期限：{day}'),
  dueToday: chatLine('期限：{day}（今天）'),
  late: chatLine('期限：{day}（已逾期{days}天）'),
  meeting: chatLine('来自：{title}'),
  reason: chatLine('原因：{reason}'),
  report: '请登录平台填报进展，完成后上传证明材料。',
  aUnit: '共建单位',
} satisfies ChatPart;
