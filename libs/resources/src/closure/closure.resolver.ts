import { Allow, ApiError, IdArg, TenantContext } from '#graphql';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { writeClosureChat } from './closure-chat.js';
import type { OfferClosure } from './closure.entity.js';
import { CloseOfferInput, LiftClosureArgs } from './closure.inputs.js';
import { CloseOfferResult, LiftClosureResult } from './closing.object.js';
import { OfferClosureObject } from './closure.object.js';
import { ClosureService } from './closure.service.js';
import { CLOSURE_WORDS } from './closure.words.js';

@Resolver(() => OfferClosureObject)
export class ClosureResolver {
  constructor(private readonly service: ClosureService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => CloseOfferResult, {
    description:
      'The owner does not lend in that span. Requests in it are declined; what becomes of confirmed bookings must be said, and what is in use refuses it.',
  })
  closeOffer(
    @IdArg('Offer') id: string,
    @Args('input', { description: 'When and why, and what becomes of bookings.' }) input: CloseOfferInput,
    @Args('dryRun', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Only tells what it would hit; nothing is stored.',
    })
    dryRun: boolean,
    @Context() context: TenantContext,
  ) {
    if (input.endsAt <= input.startsAt)
      throw ApiError.badInput([{ path: 'input.endsAt', message: CLOSURE_WORDS.endsBeforeStart }]);
    const { startsAt, endsAt, reason, bookings = null, message = null } = input;
    const wish = { startsAt, endsAt, reason, bookings, message };
    return context.write((tx) =>
      dryRun ? this.service.try(tx, id, wish) : this.service.close(tx, id, wish),
    );
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => LiftClosureResult, {
    description:
      'The owner lends again: a closure ahead is taken away, one that has begun ends now. Answers with the offer; cancelled bookings stay so.',
  })
  liftClosure(@Args() { id, version }: LiftClosureArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.lift(tx, id, version));
  }

  @ResolveField(() => String, {
    description: 'Its announcement in plain Chinese for a group chat, times in the zone of the region.',
  })
  chatText(@Parent() closure: OfferClosure, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeClosureChat(tx, closure));
  }
}
