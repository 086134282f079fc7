import { Allow, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ConfirmationObject, ConfirmMinutesResult, DeclineCorrectionResult } from './confirmation.object.js';
import { ConfirmationService } from './confirmation.service.js';
import { AskForCorrectionArgs, DeclineCorrectionArgs, MinutesStep } from './minutes.inputs.js';

@Resolver(() => ConfirmationObject)
export class ConfirmationResolver {
  constructor(private readonly service: ConfirmationService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => ConfirmMinutesResult, {
    description:
      'A unit that was invited confirms published minutes as they stand, corrections included. The last answer holds; what it has said itself the committee does not answer for it.',
  })
  confirmMinutes(@Args() { id, version }: MinutesStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.confirm(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ConfirmMinutesResult, {
    description: 'A unit that was invited asks for a correction. The last answer holds.',
  })
  askForCorrection(
    @Args() { id, version, request }: AskForCorrectionArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.askForCorrection(tx, id, version, request));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => DeclineCorrectionResult, {
    description:
      'The committee tells a unit why it does not correct what that asks for; to correct it, correct the minutes.',
  })
  declineCorrection(
    @Args() { id, unitId, reason }: DeclineCorrectionArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.decline(tx, id, unitId, reason));
  }
}
