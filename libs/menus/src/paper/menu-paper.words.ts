import { chatLine, type ChatPart } from '#graphql';

/** What stands on the printed menu besides its dishes; residents read it, in Chinese. */
export const MENU_PAPER_WORDS = {
  title: chatLine('{network}{year}年{month}月活动菜单'),
  edition: chatLine('第{number}版，{at}发布'),
  number: '序号',
  what: '活动',
  kind: '类别',
  time: '时间',
  place: '地点',
  lead: '牵头、协办单位',
  segments: '面向人群',
  quota: '名额',
  heads: chatLine('{count}人'),
  unlimited: '不限',
  allDay: '全天',
  longer: chatLine('{from}–{lastDay}日 {to}'),
  days: chatLine('{days}日 {hours}'),
  more: chatLine('另有{count}项，见电子表格。'),
  none: '无',
} satisfies ChatPart;
