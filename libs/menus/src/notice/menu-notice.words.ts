import { chatLine, type ChatPart } from '#graphql';

export const MENU_NOTICE_CHAT = {
  promoted: chatLine('【候补转正】{unit}：《{title}》已有名额，报名{heads}人'),
  ended: chatLine('【报名取消】{unit}：《{title}》的报名已取消（{reason}）'),
  dates: chatLine('【场次取消】{unit}：《{title}》以下场次取消'),
  restored: chatLine('【场次恢复】{unit}：《{title}》以下场次照常举行'),
  changed: chatLine('【活动变动】{unit}：已报名的活动有变动'),
  struckOut: chatLine('【补录取消】{unit}：《{title}》的补录已取消'),
  time: chatLine('时间：{spans}'),
  why: chatLine('原因：{reason}'),
  change: chatLine('变动{number}：{what}'),
  kept: '本单位报名保留。',
  keptUnlessCancelled: '本单位报名保留，如不能参加请在活动开始前取消。',
  noReason: '已取消',
  aUnit: '共建单位',
  aDish: '活动',
} satisfies ChatPart;
