import { chatLine, phrase, type ChatPart, type Words, type WordsPart } from '#graphql';
import { MenuState } from './menu.entity.js';

export const MENU_STATES = {
  [MenuState.COLLECTING]: { en: 'collecting', zh: '征集中' },
  [MenuState.PUBLISHED]: { en: 'published', zh: '已发布' },
  [MenuState.CLOSED]: { en: 'closed', zh: '已结束' },
} satisfies Record<MenuState, Words>;

export const MENU_WORDS = {
  firstDay: { en: 'A month is given by its first day.', zh: '月份请填写当月 1 日。' },
  pastMonth: { en: 'This month is over.', zh: '该月份已经过去。' },
  tooFarAhead: { en: 'A menu lies 12 months ahead at most.', zh: '最多提前 12 个月。' },
  openAlready: { en: 'This month has its menu.', zh: '该月菜单已建立。' },
  empty: { en: 'Nothing stands on it yet.', zh: '菜单上还没有活动。' },
  nothingNew: {
    en: 'Nothing has changed since the version published last.',
    zh: '自上一版发布以来没有变化。',
  },
  leadAwaited: phrase({
    en: '“{title}” has no lead that has said yes: the unit asked answers first, or the committee writes down its answer.',
    zh: '《{title}》的牵头单位尚未答应：请先由该单位答复，或由居委会代办。',
  }),
  dishIsOver: phrase({
    en: '“{title}” is over before it was published: send it back first.',
    zh: '《{title}》尚未发布即已结束，请先退回。',
  }),
  notPublished: {
    en: 'A menu that was not published is closed once its month is over.',
    zh: '未发布的菜单须待当月结束后方可办结。',
  },
  notOver: {
    en: 'A menu is closed when all that stands on it is over.',
    zh: '菜单上的活动全部结束后方可办结。',
  },
} satisfies WordsPart;

export const MENU_CHAT = {
  headline: chatLine('【活动菜单】{network}{year}年{month}月'),
  changedHeadline: chatLine('【活动菜单更新】{network}{year}年{month}月（第{number}版）'),
  changes: '本次变动：',
  change: chatLine('变动{number}：{what}'),
  all: '全部活动：',
  dish: chatLine('活动{number}：{title}（{kind}）：{parts}'),
  quota: chatLine('限{count}人'),
  signUp: '请各单位登录平台报名。',
  aNetwork: '共建网络',
} satisfies ChatPart;
