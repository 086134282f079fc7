import { phrase, type WordsPart } from '#graphql';

export const MENU_WARNING_WORDS = {
  SAME_PLACE: phrase({
    en: '“{one}” and “{other}” want the same place at the same time.',
    zh: '《{one}》与《{other}》时间重叠、地点相同。',
  }),
  SAME_LEAD: phrase({
    en: '“{one}” and “{other}” have the same lead at the same time.',
    zh: '《{one}》与《{other}》时间重叠、牵头单位相同。',
  }),
  SAME_AUDIENCE: phrase({
    en: '“{one}” and “{other}” are for the same people at the same time.',
    zh: '《{one}》与《{other}》时间重叠、面向人群相同。',
  }),
  LEAD_AWAITED: phrase({ en: 'The lead of “{one}” has not said yes.', zh: '《{one}》的牵头单位尚未答应。' }),
  HOST_AWAITED: phrase({
    en: 'A unit asked to take part in “{one}” has not answered.',
    zh: '《{one}》有协办单位尚未答复。',
  }),
  BOOKING_PENDING: phrase({ en: '“{one}”: {what} is not confirmed.', zh: '《{one}》：{what}尚未确认。' }),
  RESULT_MISSING: phrase({
    en: 'What came of “{one}” is not filed.',
    zh: '《{one}》已举办，尚未填报活动成果。',
  }),
  ABOVE_CAPACITY: phrase({
    en: '“{one}” is for {quota} persons, and {what} holds {capacity}.',
    zh: '《{one}》名额 {quota} 人，超过{what}的容量 {capacity} 人。',
  }),
  UNPUBLISHED_CHANGES: phrase({
    en: '“{one}” has changed: those who signed up are told once the menu is published anew.',
    zh: '《{one}》已有修改，重新发布菜单后才会通知已报名单位。',
  }),
} satisfies WordsPart;
