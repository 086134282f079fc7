import type { WordsPart } from '#graphql';

/** What became of menus and sign-ups, for who did not do it. */
export const MENU_MESSAGE_WORDS = {
  PUBLISHED: { en: 'The menu of this month is published.', zh: '本月活动菜单已发布。' },
  CHANGED: {
    en: 'The menu of this month was changed: see what is new.',
    zh: '本月活动菜单有更新，请查看变动。',
  },
  SIGN_UP_CONFIRMED: { en: 'Your unit has its places at this activity.', zh: '贵单位已获得该活动名额。' },
  SIGN_UP_CANCELLED: {
    en: 'Your unit is no longer signed up for this activity.',
    zh: '贵单位的活动报名已取消。',
  },
  DISH_CANCELLED: { en: 'This activity is cancelled.', zh: '该活动已取消。' },
} satisfies WordsPart;
