import { chatLine, type ChatPart } from '#graphql';

/** What stands in a calendar, read where people read their own: in Chinese alone. */
export const CALENDAR_FEED_CHAT = {
  name: '联建日程',
  meeting: chatLine('会议：{title}'),
  given: chatLine('出借：{offer}'),
  taken: chatLine('借用：{offer}'),
  cancelled: chatLine('【已取消】{summary}'),
  network: chatLine('网络：{network}'),
  owner: chatLine('出借单位：{unit}'),
  requester: chatLine('借用单位：{unit}'),
  purpose: chatLine('用途：{purpose}'),
  amount: chatLine('数量：{amount} {measure}'),
  cancelReason: chatLine('取消原因：{reason}'),
  remark: chatLine('说明：{remark}'),
} satisfies ChatPart;
