import { AnyPost, IdArg, type Looks, type TenantContext } from '#graphql';
import { Context, Resolver, Subscription } from '@nestjs/graphql';
import { LiveCursors } from '../cursor/live-cursors.js';
import { AfterArg } from '../watch/after.arg.js';
import { RegionWatch } from '../watch/region-watch.js';
import { CallChangeObject, MeetingChangeObject, OfferChangeObject } from './change.object.js';
import { CALL, MEETING, OFFER, type Subject } from './subject.js';
import { ThingWatcher } from './thing-watcher.js';

/** What follows of a thing while somebody watches it. */
@Resolver()
export class ThingResolver {
  constructor(
    private readonly regions: RegionWatch,
    private readonly cursors: LiveCursors,
  ) {}

  @AnyPost()
  @Subscription(() => MeetingChangeObject, {
    description:
      'A meeting, its agenda, motions and minutes. At once how it stands, and again with each change that you may hear of; acts that are stored while an answer is sent come together in the next. Each answer is read with the rights of that moment. BAD_USER_INPUT for a cursor that was not given here.',
  })
  meetingChanged(
    @IdArg('Meeting') id: string,
    @AfterArg() after: string | null | undefined,
    @Context() context: TenantContext,
  ): Promise<Looks> {
    return this.watch(context, MEETING, id, after);
  }

  @AnyPost()
  @Subscription(() => OfferChangeObject, {
    description:
      'An offer, and when it is taken. Of the bookings of others nothing is told, but that it is taken once one is confirmed. At once how it stands, and again with each change that you may hear of; acts that are stored while an answer is sent come together in the next. Each answer is read with the rights of that moment. BAD_USER_INPUT for a cursor that was not given here.',
  })
  offerChanged(
    @IdArg('Offer') id: string,
    @AfterArg() after: string | null | undefined,
    @Context() context: TenantContext,
  ): Promise<Looks> {
    return this.watch(context, OFFER, id, after);
  }

  @AnyPost()
  @Subscription(() => CallChangeObject, {
    description:
      'A call: an urgent need, with who is on the way. At once how it stands, and again with each change that you may hear of; acts that are stored while an answer is sent come together in the next. Each answer is read with the rights of that moment. BAD_USER_INPUT for a cursor that was not given here.',
  })
  callChanged(
    @IdArg('Need') id: string,
    @AfterArg() after: string | null | undefined,
    @Context() context: TenantContext,
  ): Promise<Looks> {
    return this.watch(context, CALL, id, after);
  }

  private watch(
    context: TenantContext,
    subject: Subject,
    id: string,
    after: string | null | undefined,
  ): Promise<Looks> {
    return this.regions.begin(context, after, ({ regionId }, resumed) => {
      const watched = { subject, id, regionId, resumed };
      return new ThingWatcher(this.cursors, watched);
    });
  }
}
