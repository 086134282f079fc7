import { chatLine, type ChatPart } from '#graphql';

/** What stands of meetings in people’s own calendars. */
export const MEETING_SCHEDULE_CHAT = {
  meeting: chatLine('会议：{title}'),
  cancelReason: chatLine('取消原因：{said}'),
} satisfies ChatPart;
