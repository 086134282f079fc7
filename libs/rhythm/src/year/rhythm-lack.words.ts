import { chatLine, phrase, type ChatPart, type WordsPart } from '#graphql';

export const LACK_WORDS = {
  lacks: phrase({
    en: '{period} lacks {what}; the last day is {until}.',
    zh: '{period}尚缺{what}，最迟{until}。',
  }),
  lapsed: phrase({
    en: '{period} went by without {what}; the last day was {until}.',
    zh: '{period}缺{what}，期限{until}已过。',
  }),
  composed: phrase({
    en: 'Not published yet: {count}.',
    zh: '尚未发布的有 {count} 项。',
  }),
  provisional: {
    en: 'The days off of these days are not announced yet: workdays are guessed, and the warning may begin on another day.',
    zh: '放假安排尚未公布，工作日暂按周末推算，提醒日期可能变动。',
  },
  year: { en: 'A year lies between 2000 and 2199.', zh: '年份应在 2000 至 2199 之间。' },
} satisfies WordsPart;

export const RHYTHM_CHAT = {
  headline: chatLine('【节奏提醒】{network}'),
  lack: chatLine('提醒{number}：{what}'),
  close: '请尽快安排并发布。',
} satisfies ChatPart;
