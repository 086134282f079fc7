import { readWithParent } from '#reads';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { BookingObject } from '../booking/booking.object.js';
import { BookingSeriesObject } from './series.object.js';

/** What series add to a booking. */
@Resolver(() => BookingObject)
export class BookingSeriesResolver {
  @ResolveField(() => BookingSeriesObject, {
    nullable: true,
    description: 'The series that it is a date of; null for what is not repeated.',
  })
  series(): never {
    return readWithParent();
  }
}
