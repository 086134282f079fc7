import { chatLine, phrase, type ChatPart, type WordsPart } from '#graphql';

export const SCHEDULE_WORDS = {
  toAfterFrom: { en: 'must be after `from`', zh: '须晚于 `from`' },
  spanTooLong: phrase({ en: 'may be at most {most} days after `from`', zh: '距 `from` 最长 {most} 天' }),
} satisfies WordsPart;

/** What stands in people’s own calendars, in Chinese alone. */
export const SCHEDULE_CHAT = {
  deadline: chatLine('截止：{title}'),
} satisfies ChatPart;
