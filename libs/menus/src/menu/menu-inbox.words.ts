import type { WordsPart } from '#graphql';

/** Why menus, dishes and orders wait. */
export const MENU_INBOX_WORDS = {
  DISH_TO_TAKE: {
    en: 'A unit proposes this activity: take it onto the menu, or return it with a reason.',
    zh: '有单位申报活动，请列入菜单或说明理由退回。',
  },
  DISH_RETURNED: {
    en: 'The committee sent this activity back: propose it anew, or withdraw it.',
    zh: '该活动已被委员会退回，请修改后重新申报或撤回。',
  },
  DISH_HOST_ASKED: {
    en: 'Your unit is asked to hold this activity: answer yes or no.',
    zh: '邀请贵单位承办或协办该活动，请答复。',
  },
  DISH_OUTCOME: {
    en: 'Your unit led this activity: file what came of it.',
    zh: '贵单位牵头的活动已举办，请填报成果。',
  },
  MENU_TO_PUBLISH: {
    en: 'Activities were taken that no version of the menu shows: publish it.',
    zh: '有已列入而未发布的活动，请发布菜单。',
  },
  MENU_TO_CLOSE: { en: 'The month of this menu is over: close it.', zh: '该菜单所属月份已过，请关闭。' },
  DISH_ORDER_TO_DISPATCH: {
    en: 'A unit orders an activity: dispatch the order.',
    zh: '有单位点单，请派单。',
  },
  DISH_ORDER_NEEDS_DAYS: {
    en: 'Nobody has this order, and its days are over: give it other days, or withdraw it.',
    zh: '该点单尚无单位承接而期限已过，请改期或撤回。',
  },
  DISH_ORDER_TO_ACCEPT: {
    en: 'An order is put to your unit: accept it, or decline it with a reason.',
    zh: '有点单派至贵单位，请接单或说明理由谢绝。',
  },
  DISH_ORDER_UNANSWERED: {
    en: 'Nobody has accepted this order in time: recall it to dispatch it anew.',
    zh: '该点单逾期无人接单，请收回后重新派单。',
  },
  DISH_ORDER_TO_SERVE: {
    en: 'Your unit has accepted this order: say when it is served.',
    zh: '贵单位已接单，服务完成后请登记。',
  },
  DISH_ORDER_LAST_WORD: {
    en: 'Your order was served: close it, or open it again with the reason.',
    zh: '贵单位的点单已服务，请评单办结或说明理由重新派单。',
  },
} satisfies WordsPart;
