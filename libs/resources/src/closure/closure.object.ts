import { DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { BookingObject } from '../booking/booking.object.js';
import { OFFER_OBJECTS } from '../offer/offer-kinds.object.js';
import { BookingRunning, BookingsHit } from './closure.refusals.js';

@ObjectType('OfferClosure', {
  implements: () => Node,
  description: 'A span in which an offer is not lent, whatever its hours say.',
})
export abstract class OfferClosureObject extends Node {
  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  readonly endsAt!: Date;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { description: 'When the owner said so.' })
  readonly closedAt!: Date;

  @Field(() => Int, { description: 'Counts its changes; lifting says which one was seen.' })
  readonly version!: number;
}

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
  BookingsHit,
  BookingRunning,
]);
export const LiftClosureResult = resultUnion('LiftClosureResult', [
  ...OFFER_OBJECTS,
  StaleVersion,
  WrongState,
]);
