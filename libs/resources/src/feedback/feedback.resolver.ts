import { Allow, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AnswerBookingResult } from '../booking/booking.object.js';
import { GiveFeedbackArgs } from './feedback.inputs.js';
import { FeedbackService } from './feedback.service.js';

@Resolver()
export class FeedbackResolver {
  constructor(private readonly service: FeedbackService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => AnswerBookingResult, {
    description:
      'One side of a booking that is COMPLETED says how it went, once and for good. Never on behalf of a unit.',
  })
  giveFeedback(@Args() { id, version, marks, comment }: GiveFeedbackArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.give(tx, id, version, { marks, comment: comment ?? null }));
  }
}
