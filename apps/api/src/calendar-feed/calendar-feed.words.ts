import { chatLine, type ChatPart } from '#graphql';

/** What stands in a calendar, read where people read their own: in Chinese alone. What each kind says is said by its library. */
export const CALENDAR_FEED_CHAT = {
  name: '联建日程',
  cancelled: chatLine('【已取消】{summary}'),
  tentative: chatLine('【待定】{summary}'),
  network: chatLine('网络：{network}'),
} satisfies ChatPart;
