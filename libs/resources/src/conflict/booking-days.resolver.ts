import { TenantContext } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BookingRule } from '../booking/booking-rule.enum.js';
import type { Booking } from '../booking/booking.entity.js';
import { BookingObject } from '../booking/booking.object.js';
import { findConflict } from './booking-conflicts.js';
import { isProvisional } from './provisional.js';

/** What a booking looks like by the days as they are known now. */
@Resolver(() => BookingObject)
export class BookingDaysResolver {
  @ResolveField(() => [BookingRule], {
    description:
      'Confirmed and ahead: what it breaks of hours, exceptions, closures and calendar, which have changed since it was confirmed: OUTSIDE_HOURS, CLOSED. It stands all the same. Empty otherwise, and when you cannot see the offer.',
  })
  async conflicts(@Parent() { id }: Booking, @Context() context: TenantContext): Promise<BookingRule[]> {
    const rules = await context.read((tx) => findConflict(tx, id));
    return rules.map((rule) => BookingRule[rule]);
  }

  @ResolveField(() => Boolean, {
    description:
      'It touches a year whose calendar is not announced: its days count by their weekdays until then, and are checked again when the year is imported.',
  })
  provisional(@Parent() booking: Booking, @Context() context: TenantContext): Promise<boolean> {
    return context.read((tx) => isProvisional(tx, booking));
  }
}
