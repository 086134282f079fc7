import { phrase, type WordsPart } from '#graphql';

/** Why menus, dishes and orders wait. */
export const MENUS_INBOX_WORDS = {
  menuTitle: phrase({ en: 'Activity menu of {year}-{month}', zh: '{year}年{month}月活动菜单' }),
  DISH_TO_TAKE: {
    en: 'A unit proposes this activity: take it onto the menu, or return it with a reason.',
    zh: '有单位申报活动，请列入当月菜单，或说明理由退回。',
  },
  DISH_RETURNED: {
    en: 'The committee sent this activity back: propose it anew, or withdraw it.',
    zh: '该活动已被居委会退回，请修改后重新申报，或撤回。',
  },
  DISH_HOST_ASKED: {
    en: 'Your unit is asked to lead or join this activity: answer yes or no.',
    zh: '邀请贵单位牵头或协办该活动，请答复。',
  },
  DISH_OUTCOME: {
    en: 'Your unit led this activity, and it was held: file what came of it.',
    zh: '贵单位牵头的活动已举办，请填报成果。',
  },
  MENU_TO_PUBLISH: {
    en: 'This menu has changes that no published version shows: publish it.',
    zh: '该菜单有尚未发布的内容，请发布。',
  },
  MENU_TO_CLOSE: {
    en: 'The month of this menu is over: close it.',
    zh: '该菜单所属月份已过，请关闭菜单。',
  },
  DISH_ORDER_TO_DISPATCH: {
    en: 'A unit orders an activity: dispatch the order, or refuse it with a reason.',
    zh: '有单位点单，请派单，或说明理由不予受理。',
  },
  DISH_ORDER_NEEDS_DAYS: {
    en: 'No unit has taken your order, and its days are over: give it other days, or withdraw it.',
    zh: '贵单位的点单无人承接且日期已过，请改期或撤回。',
  },
  DISH_ORDER_TO_ACCEPT: {
    en: 'An order is put to your unit: accept it, or decline it with a reason.',
    zh: '有点单派至贵单位，请接单，或说明理由谢绝。',
  },
  DISH_ORDER_UNANSWERED: {
    en: 'Nobody has accepted this order in time: recall it, so that it can be dispatched anew.',
    zh: '该点单逾期无人接单，请收回，以便重新派单。',
  },
  DISH_ORDER_TO_SERVE: {
    en: 'Your unit has accepted this order: once it is served, say what was done.',
    zh: '贵单位已接单，服务完成后请登记服务情况。',
  },
  DISH_ORDER_LAST_WORD: {
    en: 'Your order was served: close it if you are satisfied, else open it again with the reason.',
    zh: '贵单位的点单已完成服务，满意请评单办结，不满意请说明理由重新办理。',
  },
} satisfies WordsPart;
