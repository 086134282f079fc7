import { phrase, type Words, type WordsPart } from '#graphql';

export const DAY_KINDS = {
  EVERY: { en: 'EVERY', zh: '每天' },
  WORK: { en: 'WORK', zh: '工作日' },
  REST: { en: 'REST', zh: '休息日' },
  HOLIDAY: { en: 'HOLIDAY', zh: '法定节假日' },
} satisfies Record<string, Words>;

export const HOURS_WORDS = {
  outOfRange: {
    en: 'Opening hours lie between 00:00 and 24:00, in whole minutes.',
    zh: '开放时间须在 00:00 到 24:00 之间，精确到分钟。',
  },
  endsBeforeStart: phrase({
    en: 'Opening hours must end after they begin; these run from {from} to {to}.',
    zh: '开放时间的结束须晚于开始，现为 {from} 到 {to}。',
  }),
  overlap: phrase({
    en: '{span} overlaps {other} for the same days ({days}).',
    zh: '{span} 与 {other} 在同类日子（{days}）重叠。',
  }),
  dayTwice: phrase({
    en: '{day} has an exception already: give each day once, with all its spans.',
    zh: '{day} 已有例外安排：每天只写一次，并列出全部时段。',
  }),
  overlapOnDay: phrase({
    en: '{span} overlaps {other} on {day}.',
    zh: '{day} 的 {span} 与 {other} 重叠。',
  }),
  whichDays: phrase({
    en: 'Begin with the days: workdays, rest-days, holidays or every day. This does not: {part}',
    zh: '请先写明日子：每天、工作日、休息日或法定节假日。这一段没有：{part}',
  }),
  typedForm: phrase({
    en: 'Hours are written like workdays 08:00-18:00; rest-days 09:00-12:00. This is not: {part}',
    zh: '开放时间写作：工作日 08:00-18:00; 休息日 09:00-12:00。这一段不是：{part}',
  }),
} satisfies WordsPart;
