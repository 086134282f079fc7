import { registerEnumType } from '@nestjs/graphql';

/** Of what a post wants to be told. */
export enum MessageTopic {
  WAITING = 'WAITING',
  DUE = 'DUE',
  CHANGED = 'CHANGED',
}

registerEnumType(MessageTopic, {
  name: 'MessageTopic',
  description: 'Of what you want to be told.',
  valuesMap: {
    WAITING: { description: 'Something new waits for you (待办).' },
    DUE: { description: 'A term of what waits for you ends on the next working day (到期提醒).' },
    CHANGED: {
      description:
        'What others did with what is yours or reaches you: bookings, meetings, menus, sign-ups, results, and what was recorded for your unit (变动).',
    },
  },
});
