import { resultUnion, StaleVersion, WrongState } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { BookingObject } from '../booking/booking.object.js';
import { OFFER_OBJECTS } from '../offer/offer-kinds.object.js';
import { AlreadyClosed, BookingRunning, BookingsHit } from './closure.refusals.js';
import { OfferClosureObject } from './closure.object.js';

@ObjectType('OfferClosing', { description: 'A closure, and what it did or, tried first, would do.' })
export abstract class OfferClosingObject {
  @Field(() => OfferClosureObject, {
    nullable: true,
    description: 'The closure; null when it was only tried.',
  })
  readonly closure!: OfferClosureObject | null;

  @Field(() => [BookingObject], {
    description:
      'The confirmed bookings in the span, over all networks, as they are now: standing, or cancelled with reason CLOSED.',
  })
  readonly bookings!: BookingObject[];

  @Field(() => [BookingObject], {
    description:
      'The unanswered requests in the span, as they are now: declined with reason CLOSED, or as they were when it was only tried.',
  })
  readonly requests!: BookingObject[];
}

export const CloseOfferResult = resultUnion('CloseOfferResult', [
  OfferClosingObject,
  AlreadyClosed,
  BookingsHit,
  BookingRunning,
]);
export const LiftClosureResult = resultUnion('LiftClosureResult', [
  ...OFFER_OBJECTS,
  StaleVersion,
  WrongState,
]);
