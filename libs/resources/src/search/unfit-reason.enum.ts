import { registerEnumType } from '@nestjs/graphql';
import { BookingRule } from '../booking/booking-rule.enum.js';
import { BOOKING_RULES } from '../booking/booking.words.js';

/** Why an offer does not fit a wish: a rule of the owner, or one of these. */
export const UnfitReason = {
  ...BookingRule,
  TAKEN: 'TAKEN',
  TOO_SMALL: 'TOO_SMALL',
  OTHER_FACTS: 'OTHER_FACTS',
} as const;
export type UnfitReason = (typeof UnfitReason)[keyof typeof UnfitReason];

registerEnumType(UnfitReason, {
  name: 'UnfitReason',
  description: 'Why an offer does not fit a wish: every BookingRule, and what no owner has set.',
  valuesMap: {
    ...(Object.fromEntries(
      Object.values(BookingRule).map((rule) => [rule, { description: BOOKING_RULES[rule].en }]),
    ) as Record<BookingRule, { description: string }>),
    TAKEN: { description: 'Something confirmed is in the way, or too little of a pool is left.' },
    TOO_SMALL: { description: 'It has fewer persons, seats, kilowatts or pieces than wished.' },
    OTHER_FACTS: { description: 'It is not step-free, indoors, with a driver or of the voltage wished.' },
  },
});
