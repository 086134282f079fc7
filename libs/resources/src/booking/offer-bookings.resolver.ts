import { ConnectionArgs } from '#graphql';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { OfferObject } from '../offer/offer.object.js';
import { OfferBookingsArgs } from './booking.inputs.js';
import { BookingConnection } from './booking.object.js';

/** What bookings add to an offer. */
@Resolver(() => OfferObject)
export class OfferBookingsResolver {
  @ResolveField(() => BookingConnection, {
    description:
      'Its bookings, as far as you may see them: all for the owner, else your unit’s, and for a committee those through its network. By start. When it is taken for others, `busy` tells.',
  })
  bookings(@Args() _page: OfferBookingsArgs): never {
    return readWithParent();
  }

  @ResolveField(() => BookingConnection, {
    description:
      'Who waits for it, in the order in which they are served: all for the owner, else your unit’s, and for a committee those through its network.',
  })
  waitingList(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
