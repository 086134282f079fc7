import { ConnectionArgs } from '#graphql';
import { readWithParent } from '#reads';
import { BookingConnection, BookingObject } from '#resources';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MeetingCall } from '../meeting/meeting-call.entity.js';
import { MeetingCallObject, MeetingObject } from '../meeting/meeting.object.js';
import { MeetingOfferObject, SelfCallHeldUp } from './meeting-offer.object.js';

/** What wanted offers add to a meeting. */
@Resolver(() => MeetingObject)
export class MeetingOffersResolver {
  @ResolveField(() => [MeetingOfferObject], {
    description: 'What it wants of what units lend, by time; for the committee alone.',
  })
  offers(): never {
    return readWithParent();
  }

  @ResolveField(() => BookingConnection, {
    description: 'All that was ever booked for it, as far as you may see it, by time.',
  })
  bookings(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What they add to a call. */
@Resolver(() => MeetingCallObject)
export class CallOffersResolver {
  @ResolveField(() => Int, {
    description:
      'A warning for the committee: by how many persons its venues together are too small for those expected; 0 when they are not, without a venue, and for others.',
  })
  venueShortBy(): never {
    return readWithParent();
  }

  @ResolveField(() => SelfCallHeldUp, {
    nullable: true,
    description:
      'Why a draft that was to call itself could not; null until that happens, and once it is called.',
  })
  heldUp(@Parent() { heldUpAt, heldUpBecause }: MeetingCall): SelfCallHeldUp | null {
    return heldUpAt && heldUpBecause && { at: heldUpAt, message: heldUpBecause };
  }
}

/** The way back from a booking. */
@Resolver(() => BookingObject)
export class BookingMeetingResolver {
  @ResolveField(() => MeetingObject, {
    nullable: true,
    description: 'The meeting that it serves, if you may see it; null for one that serves none.',
  })
  meeting(): never {
    return readWithParent();
  }
}
