import { chatLine, type ChatPart } from '#graphql';

/** What stands on the year at a glance; it hangs where residents read it, in Chinese. */
export const RHYTHM_PAPER_WORDS = {
  title: chatLine('{network}{year}年共建节奏一览'),
  printed: chatLine('截至{day}'),
  period: '期间',
  state: '情况',
  held: '活动、会议',
  beside: '服务日及其他',
  note: '菜单',
  until: '最迟',
  ahead: '（待举行）',
  none: '无',
} satisfies ChatPart;
