import { registerEnumType } from '@nestjs/graphql';

/** Of what a webhook is told. */
export enum WebhookTopic {
  ACTION = 'ACTION',
  AGENDA_ITEM = 'AGENDA_ITEM',
  BOOKING = 'BOOKING',
  CLAIM = 'CLAIM',
  DISH = 'DISH',
  DISH_ORDER = 'DISH_ORDER',
  EVALUATION_ROUND = 'EVALUATION_ROUND',
  MEETING = 'MEETING',
  MEMBERSHIP = 'MEMBERSHIP',
  MENU = 'MENU',
  MINUTES = 'MINUTES',
  MOTION = 'MOTION',
  NEED = 'NEED',
  NOMINATION = 'NOMINATION',
  OFFER = 'OFFER',
  PROJECT = 'PROJECT',
  RECOGNITION = 'RECOGNITION',
}

registerEnumType(WebhookTopic, {
  name: 'WebhookTopic',
  description: 'Of what a webhook is told: acts in things of this type.',
  valuesMap: {
    ACTION: { description: 'Actions that were decided (行动项).' },
    AGENDA_ITEM: { description: 'Agenda items (议题).' },
    BOOKING: { description: 'Bookings made through the network (预约).' },
    CLAIM: { description: 'Claims (认领).' },
    DISH: { description: 'Dishes, with their sign-ups (活动).' },
    DISH_ORDER: { description: 'Orders of dishes (点单).' },
    EVALUATION_ROUND: { description: 'Project evaluations, as far as the committee reads them (项目评比).' },
    MEETING: { description: 'Meetings, with their answers (会议).' },
    MEMBERSHIP: { description: 'Who belongs to the network (成员).' },
    MENU: { description: 'Monthly menus (每月活动菜单).' },
    MINUTES: { description: 'Minutes (纪要).' },
    MOTION: { description: 'Motions; of a ballot only that somebody voted (表决).' },
    NEED: { description: 'Needs (需求).' },
    NOMINATION: { description: 'Nominations (提名).' },
    OFFER: { description: 'Published offers (资源).' },
    PROJECT: { description: 'Projects (项目).' },
    RECOGNITION: { description: 'Recognitions (表彰).' },
  },
});

/** The type of the thing, as in audit lines. */
export function thingTypeOf(topic: WebhookTopic): string {
  return topic.toLowerCase().replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
