import { registerEnumType } from '@nestjs/graphql';

export enum BookingRule {
  IN_THE_PAST = 'IN_THE_PAST',
  LEAD_TIME = 'LEAD_TIME',
  HORIZON = 'HORIZON',
  TOO_LONG = 'TOO_LONG',
  OUTSIDE_HOURS = 'OUTSIDE_HOURS',
  OFF_STEP = 'OFF_STEP',
  CLOSED = 'CLOSED',
  SESSIONS_USED_UP = 'SESSIONS_USED_UP',
}

registerEnumType(BookingRule, {
  name: 'BookingRule',
  description: 'A rule that an offer sets for its bookings.',
  valuesMap: {
    IN_THE_PAST: { description: 'The start has passed.' },
    LEAD_TIME: { description: 'The start is nearer than the lead time allows.' },
    HORIZON: { description: 'The end lies beyond the horizon.' },
    TOO_LONG: { description: 'The span is longer than the longest allowed.' },
    OUTSIDE_HOURS: { description: 'The offer is not open during the whole span.' },
    OFF_STEP: { description: 'Start or end is not on the slot step, counted from opening.' },
    CLOSED: { description: 'The owner does not lend in a part of the span.' },
    SESSIONS_USED_UP: { description: 'As many bookings begin in that month as the owner gives sessions.' },
  },
});
