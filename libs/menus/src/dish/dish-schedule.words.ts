import { chatLine, type ChatPart } from '#graphql';

/** What stands of activities in people’s own calendars. */
export const DISH_SCHEDULE_CHAT = {
  activity: chatLine('活动：{title}'),
  lead: chatLine('牵头单位：{said}'),
  contact: chatLine('联系人：{said}'),
} satisfies ChatPart;
