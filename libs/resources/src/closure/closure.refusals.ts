import { Refusal, RefusalCode } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Booking } from '../booking/booking.entity.js';
import { BookingObject } from '../booking/booking.object.js';
import type { OfferClosure } from './closure.entity.js';
import { OfferClosureObject } from './closure.object.js';
import { CLOSURE_WORDS } from './closure.words.js';

/** A second closure of just that span would say nothing new, and lifting one of both would open nothing. */
@ObjectType({
  implements: () => Refusal,
  description: 'The offer is closed from that start to that end already: lift that closure to close it anew.',
})
export class AlreadyClosed extends Refusal {
  @Field(() => OfferClosureObject, { description: 'The closure that is there.' })
  readonly existing: OfferClosure;

  constructor(existing: OfferClosure) {
    super(RefusalCode.ALREADY_EXISTS, CLOSURE_WORDS.alreadyClosed);
    this.existing = existing;
  }
}

/** The owner has not said what becomes of those to whom it gave its word. */
@ObjectType({
  implements: () => Refusal,
  description: 'Confirmed bookings lie in the span, and nothing was said of what becomes of them.',
})
export class BookingsHit extends Refusal {
  @Field(() => [BookingObject], { description: 'The confirmed bookings, over all networks.' })
  readonly bookings: Booking[];

  @Field(() => [BookingObject], { description: 'The unanswered requests, which would be declined.' })
  readonly requests: Booking[];

  constructor(bookings: Booking[], requests: Booking[]) {
    super(RefusalCode.BOOKINGS_HIT);
    this.bookings = bookings;
    this.requests = requests;
  }
}

/** What has begun cannot be closed away from under those who use it. */
@ObjectType({
  implements: () => Refusal,
  description: 'Something in the span is in use now, or has begun: close from its end on.',
})
export class BookingRunning extends Refusal {
  @Field(() => [BookingObject], { description: 'What is in use or has begun.' })
  readonly bookings: Booking[];

  constructor(bookings: Booking[]) {
    super(RefusalCode.BOOKING_RUNNING);
    this.bookings = bookings;
  }
}
