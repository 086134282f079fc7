import type { WordsPart } from '#graphql';

export const SERIES_WORDS = {
  weekdayRange: { en: 'A weekday is 1 (Monday) to 7 (Sunday).', zh: '星期须为 1（星期一）至 7（星期日）。' },
  nthRange: { en: 'Say 1 to 4, or -1 for the last.', zh: '请填写 1 至 4，或 -1 表示最后一个。' },
  monthRange: { en: 'A quarter has months 1 to 3.', zh: '季度内的月份须为 1 至 3。' },
  monthOfQuarterNeeded: {
    en: 'Say in which month of the quarter.',
    zh: '请填写在季度的第几个月。',
  },
  monthOfMonth: {
    en: 'A meeting of each month has no month of a quarter.',
    zh: '每月一次的会议不必填写季度内的月份。',
  },
  startsAtMidnight: {
    en: 'A meeting starts by 23:59: 24:00 is the next day.',
    zh: '开始时间最晚为 23:59，24:00 属于次日。',
  },
  minutesRange: {
    en: 'A meeting lasts from 15 minutes to 12 hours.',
    zh: '会议时长须为 15 分钟至 12 小时。',
  },
  hasEnded: { en: 'The series has ended.', zh: '该系列已结束。' },
  endedReason: { en: 'The series ended, or its rule changed.', zh: '系列已结束或规则已更改。' },
} satisfies WordsPart;
