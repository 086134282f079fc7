import { phrase, type WordsPart } from '#graphql';

/** What is said of rules and dates. */
export const SERIES_WORDS = {
  malformed: phrase({ en: 'The rule cannot be read at “{part}”.', zh: '重复规则中的“{part}”无法识别。' }),
  unknownPart: phrase({
    en: 'A rule has FREQ, INTERVAL, BYDAY, BYMONTHDAY and COUNT or UNTIL, weeks begin on Monday; not “{part}”.',
    zh: '重复规则由 FREQ、INTERVAL、BYDAY、BYMONTHDAY 及 COUNT 或 UNTIL 组成，每周从周一算起；不支持“{part}”。',
  }),
  endless: {
    en: 'The rule never ends: give COUNT or UNTIL.',
    zh: '重复规则没有结束，请给出 COUNT 或 UNTIL。',
  },
  twoEnds: { en: 'Give either COUNT or UNTIL, not both.', zh: 'COUNT 与 UNTIL 只能给出一个。' },
  tooMany: { en: 'The rule makes more than 400 dates.', zh: '重复规则产生的日期超过 400 个。' },
  tooFar: { en: 'The rule reaches further than ten years.', zh: '重复规则超出十年。' },
  none: { en: 'The rule makes no date at all.', zh: '重复规则不产生任何日期。' },
  off: {
    en: 'The first span is not on a date of the rule.',
    zh: '首次时段不在重复规则的日期上。',
  },
  tooNear: {
    en: 'Dates of the rule overlap or lie nearer to each other than the offer allows, or ask together for more of a pool than there is.',
    zh: '重复规则的日期相互重叠，或间隔小于该资源的要求，或数量合计超过总量。',
  },
  ruleTooLong: { en: 'A rule has at most 500 characters.', zh: '重复规则最多 500 个字符。' },
  noSeries: { en: 'This booking belongs to no series.', zh: '该预约不属于任何系列。' },
  noDate: { en: 'This is no date of the series.', zh: '该系列没有这个日期。' },
  bothTimes: { en: 'Give both start and end, or neither.', zh: '开始与结束须同时给出，或都不给出。' },
  nothingToChange: { en: 'Say what is to be changed.', zh: '请填写要更改的内容。' },
  dateLives: { en: 'This date is asked for or booked already.', zh: '该日期已申请或已预约。' },
  noneAwaits: { en: 'None of these dates awaits your word.', zh: '这些日期均不待您答复。' },
} satisfies WordsPart;
