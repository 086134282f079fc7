import { Refusal, RefusalCode } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Booking } from '../booking/booking.entity.js';
import { BookingObject } from '../booking/booking.object.js';

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
