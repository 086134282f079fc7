import { resultUnion, StaleVersion, WrongState } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { BookingObject } from '../booking/booking.object.js';
import { ItemsRefused } from './bundle.refusals.js';

@ObjectType('BookingBundle', { description: 'What was asked for in one act.' })
export abstract class BookingBundleObject {
  @Field(() => [BookingObject], {
    description:
      'Each thing as a booking of its own, in the order of the act; when called off, those that were.',
  })
  readonly bookings!: BookingObject[];
}

export const RequestBookingsResult = resultUnion('RequestBookingsResult', [
  BookingBundleObject,
  ItemsRefused,
]);
export const CancelBookingsResult = resultUnion('CancelBookingsResult', [
  BookingBundleObject,
  StaleVersion,
  WrongState,
]);
