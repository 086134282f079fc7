import { chatLine, type ChatPart } from '#graphql';

export const SERIES_CHAT = {
  headline: chatLine('【系列预约】{requester}借用{owner}的“{offer}”：{rule} {hours}，共 {count} 次。'),
  dates: chatLine('日期：{first}至{last}'),
  oneDate: chatLine('日期：{first}'),
  states: chatLine('进展：{states}'),
  state: chatLine('{state} {count} 次'),
  skipped: chatLine('未能预约（{count} 次）：{days}'),
  more: chatLine('{days}等'),
  aUnit: '共建单位',
} satisfies ChatPart;
