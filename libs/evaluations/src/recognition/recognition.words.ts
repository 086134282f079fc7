import { chatLine, phrase, type ChatPart, type WordsPart } from '#graphql';
import type { RecognitionKind } from './recognition.entity.js';

export const RECOGNITION_KINDS = {
  AWARD: { en: 'award', zh: '表彰' },
  LETTER: { en: 'thank-you letter', zh: '表扬信' },
  BANNER: { en: 'banner', zh: '锦旗' },
} satisfies Record<RecognitionKind, { en: string; zh: string }>;

export const RECOGNITION_WORDS = {
  titleNeeded: { en: 'Say what it says.', zh: '请填写表扬信或锦旗的内容。' },
  titleTooLong: { en: 'It has at most 200 characters.', zh: '内容最多 200 个字。' },
  whatTooLong: { en: 'What for: at most 500 characters.', zh: '事由最多 500 个字。' },
  fromWhomNeeded: { en: 'Say who thanks.', zh: '请填写致谢人。' },
  fromWhomTooLong: { en: 'Who thanks: at most 100 characters.', zh: '致谢人最多 100 个字。' },
  reasonNeeded: { en: 'Say why it is taken back.', zh: '请填写撤销原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  dayAhead: {
    en: 'It is recorded when it was given, not before: choose today or an earlier day.',
    zh: '日期不能晚于今天，请填写实际颁授日期。',
  },
  dayLongAgo: phrase({
    en: 'Recognition is recorded from {earliest} on: correct the day.',
    zh: '只能登记 {earliest} 以来的表彰，请更正日期。',
  }),
  noAwards: {
    en: 'Awards are given by the final result of an evaluation: record a letter or a banner here.',
    zh: '奖项由评比最终结果授予，不能手工登记；此处请登记表扬信或锦旗。',
  },
  followsResult: {
    en: 'An award follows the final result of its round: change that.',
    zh: '奖项随评比最终结果授予和撤销，请变更评比结果。',
  },
  takenBack: { en: 'taken back', zh: '已撤销' },
  takenBackAlready: {
    en: 'It has been taken back already: record a new one, if it was given after all.',
    zh: '该记录已撤销；如确已颁授，请重新登记。',
  },
} satisfies WordsPart;

export const RECOGNITION_CHAT = {
  headline: chatLine('【{kind}】{unit}'),
  takenBack: chatLine('【已撤销{kind}】{unit}'),
  aUnit: '共建单位',
  award: chatLine('荣获“{occasion}”{title}'),
  title: chatLine('“{title}”'),
  lead: chatLine('项目：{what}'),
  coHost: chatLine('协办项目：{what}'),
  what: chatLine('事由：{what}'),
  fromWhom: chatLine('致谢人：{fromWhom}'),
  by: chatLine('授予单位：{fromWhom}'),
  day: chatLine('日期：{day}'),
  points: chatLine('积分：{points}分'),
  reason: chatLine('撤销原因：{reason}'),
  byResult: '撤销原因：评比结果已变更',
} satisfies ChatPart;
