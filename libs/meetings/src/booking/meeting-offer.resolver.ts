import { Allow, CanBeTried, Refusal, TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MeetingObject, MeetingStepResult } from '../meeting/meeting.object.js';
import type { MeetingOffer } from './meeting-offer.entity.js';
import { MeetingOfferStep, PlanMeetingOffersArgs, SelfCallArgs } from './meeting-offer.inputs.js';
import { MeetingOfferObject } from './meeting-offer.object.js';
import { MeetingOfferService } from './meeting-offer.service.js';
import { MeetingStep } from '../meeting/meeting.inputs.js';
import { MeetingOffersResult } from './offers-result.js';

@Resolver(() => MeetingOfferObject)
export class MeetingOfferResolver {
  constructor(private readonly service: MeetingOfferService) {}

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MeetingOffersResult, {
    description:
      'The committee says what a meeting wants to have. Of a draft, what confirms automatically is only noted and booked when the meeting is called; everything else is asked for at once. Of a called meeting all is. All of them or none.',
  })
  planMeetingOffers(
    @Args() { id, version, items }: PlanMeetingOffersArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.plan(tx, id, version, items));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MeetingOffersResult, {
    description:
      'The committee asks for what was only noted, as the venue of a series is, and once more for what was lost. All of them or none; of a draft without what confirms automatically.',
  })
  requestMeetingOffers(@Args() { id, version }: MeetingStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.request(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MeetingStepResult, {
    description: 'A meeting does not want an offer any more: what is booked or asked for of it is given up.',
  })
  dropMeetingOffer(@Args() { id, version }: MeetingOfferStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.drop(tx, id, version));
  }

  @Allow('SECRETARY')
  @Mutation(() => MeetingStepResult, {
    description:
      'The secretary lets a draft call itself when the last offer that it waits for is confirmed, or no longer.',
  })
  letMeetingCallItself(
    @Args() { id, version, callsItself }: SelfCallArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.letCallItself(tx, id, version, callsItself));
  }

  @ResolveField(() => MeetingObject, { description: 'The meeting that wants it.' })
  meeting(): never {
    return readWithParent();
  }

  @ResolveField(() => Refusal, {
    nullable: true,
    description:
      'Of what is noted or lost: why it could not be had now, as it would be said of a single booking, with what would work; null when it could, and for everything else.',
  })
  obstacle(@Parent() wanted: MeetingOffer, @Context() context: TenantContext): Promise<Refusal | null> {
    return context.read((tx) => this.service.findObstacle(tx, wanted));
  }
}
