import { Allow, CanBeTried, TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { BookingObject, expectOrder } from '#resources';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { DishObject, DishResult } from '../dish/dish.object.js';
import { BookForDishInput, DishBookingArgs } from './dish-booking.inputs.js';
import { BookForDishResult, DishOfferObject } from './dish-booking.object.js';
import { DishBookings } from './dish-bookings.js';

@Resolver(() => DishObject)
export class DishBookingResolver {
  constructor(private readonly service: DishBookings) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => BookForDishResult, {
    description:
      'Its unit, its lead, a co-host or the committee books several things for a dish in one act: all of them or none. Each is confirmed or asked for, as it would be alone. They move with its dates and are given up when it is not held.',
  })
  bookForDish(
    @Args('input', { description: 'What and when.' })
    { dishId, items, purpose, contactName = null, contactPhone = null }: BookForDishInput,
    @Context() context: TenantContext,
  ) {
    items.forEach((item, at) => expectOrder(item, `input.items.${at}.endsAt`));
    const contact = { name: contactName, phone: contactPhone };
    return context.write(async (tx) => ({
      bookings: await this.service.book(tx, dishId, ({ networkId, title, quota: heads }) =>
        items.map(({ ...item }) => ({ ...item, networkId, purpose: purpose ?? title, heads, contact })),
      ),
    }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, {
    description:
      'The same units say that something that they have booked serves it. A booking serves one dish at most.',
  })
  linkBookingToDish(@Args() { dishId, bookingId }: DishBookingArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.link(tx, dishId, bookingId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, {
    description: 'A unit says that something that it has booked does not serve the dish after all.',
  })
  unlinkBookingFromDish(@Args() { dishId, bookingId }: DishBookingArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.unlink(tx, dishId, bookingId));
  }

  @ResolveField(() => [DishOfferObject], {
    description:
      'What is booked or asked for it; what was called off is left out, and so is what still stands at a time from which its date has gone. Once it is published all read that its venues are taken by it; the booking itself its two sides and the committee read.',
  })
  offers(): never {
    return readWithParent();
  }
}

/** What menus add to a booking. */
@Resolver(() => BookingObject)
export class BookingDishResolver {
  @ResolveField(() => DishObject, {
    nullable: true,
    description:
      'The dish of a menu that it serves; null for one that serves none, and when you cannot see it.',
  })
  dish(): never {
    return readWithParent();
  }
}
