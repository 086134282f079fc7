import { Allow, CanBeTried, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { BookingAnswer } from '../booking/booking.inputs.js';
import { BookingObject } from '../booking/booking.object.js';
import { expectOrder } from '../booking/expect-order.js';
import { RequestBookingsInput } from './bundle.inputs.js';
import { CancelBookingsResult, RequestBookingsResult } from './bundle.object.js';
import { BundleService } from './bundle.service.js';

@Resolver(() => BookingObject)
export class BundleResolver {
  constructor(private readonly service: BundleService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => RequestBookingsResult, {
    description:
      'Asks for several things in one act, say a hall and a bus: all of them or none. Each is confirmed or stands as it would alone; a refusal names each that cannot be had.',
  })
  requestBookings(
    @Args('input', { description: 'What and when, and what for.' })
    { items, contactName = null, contactPhone = null, heads = null, purpose }: RequestBookingsInput,
    @Context() context: TenantContext,
  ) {
    items.forEach((item, at) => expectOrder(item, `input.items.${at}.endsAt`));
    const contact = { name: contactName, phone: contactPhone };
    const wishes = items.map(({ ...item }) => ({ ...item, purpose, heads, contact }));
    return context.write(async (tx) => ({ bookings: await this.service.request(tx, wishes) }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => CancelBookingsResult, {
    description:
      'The requester gives up everything that was asked for in the same act as this booking: what is open is withdrawn, what is confirmed and has not begun is cancelled.',
  })
  cancelBookings(@Args() { id, version, remark }: BookingAnswer, @Context() context: TenantContext) {
    return context.write(async (tx) => ({
      bookings: await this.service.cancel(tx, id, version, remark ?? null),
    }));
  }
}
