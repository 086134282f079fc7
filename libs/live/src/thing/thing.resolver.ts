import type { WatchedThing } from '#changes';
import { AnyPost, IdArg, type Looks, type TenantContext } from '#graphql';
import { MEETING_LIVE } from '#meetings';
import { CALL_LIVE } from '#needs';
import { OFFER_LIVE } from '#resources';
import { Context, Resolver, Subscription } from '@nestjs/graphql';
import { LiveCursors } from '../cursor/live-cursors.js';
import { AfterArg } from '../watch/after.arg.js';
import { RegionWatch } from '../watch/region-watch.js';
import { CallChangeObject, MeetingChangeObject, OfferChangeObject } from './change.object.js';
import { ThingWatcher } from './thing-watcher.js';

const followed = (what: string): string =>
  `${what} At once how it stands, and again with each change that you may hear of; acts that are stored while an answer is sent come together in the next. Each answer is read with the rights of that moment. BAD_USER_INPUT for a cursor that was not given here.`;

/** What follows of a thing while somebody watches it. */
@Resolver()
export class ThingResolver {
  constructor(
    private readonly regions: RegionWatch,
    private readonly cursors: LiveCursors,
  ) {}

  @AnyPost()
  @Subscription(() => MeetingChangeObject, {
    description: followed('A meeting, its agenda, motions and minutes.'),
  })
  meetingChanged(
    @IdArg('Meeting') id: string,
    @AfterArg() after: string | null | undefined,
    @Context() context: TenantContext,
  ): Promise<Looks> {
    return this.watch(context, MEETING_LIVE, id, after);
  }

  @AnyPost()
  @Subscription(() => OfferChangeObject, {
    description: followed(
      'An offer, and when it is taken. Of the bookings of others nothing is told, but that it is taken once one is confirmed.',
    ),
  })
  offerChanged(
    @IdArg('Offer') id: string,
    @AfterArg() after: string | null | undefined,
    @Context() context: TenantContext,
  ): Promise<Looks> {
    return this.watch(context, OFFER_LIVE, id, after);
  }

  @AnyPost()
  @Subscription(() => CallChangeObject, {
    description: followed('A call: an urgent need, with who is on the way.'),
  })
  callChanged(
    @IdArg('Need') id: string,
    @AfterArg() after: string | null | undefined,
    @Context() context: TenantContext,
  ): Promise<Looks> {
    return this.watch(context, CALL_LIVE, id, after);
  }

  private watch(
    context: TenantContext,
    thing: WatchedThing,
    id: string,
    after: string | null | undefined,
  ): Promise<Looks> {
    return this.regions.begin(context, after, ({ regionId }, resumed) => {
      const watched = { thing, id, regionId, resumed };
      return new ThingWatcher(this.cursors, watched);
    });
  }
}
