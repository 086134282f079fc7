import { chatLine, type ChatPart } from '#graphql';

/** What stands of bookings in people’s own calendars. */
export const BOOKING_SCHEDULE_CHAT = {
  given: chatLine('出借：{title}'),
  taken: chatLine('借用：{title}'),
  owner: chatLine('出借单位：{said}'),
  requester: chatLine('借用单位：{said}'),
  purpose: chatLine('用途：{said}'),
  amount: chatLine('数量：{said}'),
  remark: chatLine('说明：{said}'),
} satisfies ChatPart;
