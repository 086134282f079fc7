import { Allow, CanBeTried, TenantContext, Unkept } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CastVoteArgs, MotionStep } from './motion.inputs.js';
import { CastVoteResult, MotionStepResult, VoteReceiptObject } from './motion.object.js';
import { VoteService } from './vote.service.js';

@Resolver(() => VoteReceiptObject)
export class VoteResolver {
  constructor(private readonly service: VoteService) {}

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => MotionStepResult, {
    description:
      'The committee puts a motion to the vote, while the meeting is in session. Who may vote is fixed by it.',
  })
  openVote(@Args() { id, version }: MotionStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.open(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Unkept('choice')
  @Mutation(() => CastVoteResult, {
    description:
      'A unit that is in the room votes for itself, or for the one whose proxy it holds, once; never on behalf. The first ballot of a unit stands: the same `Idempotency-Key` with another choice is given the first answer.',
  })
  castVote(@Args() args: CastVoteArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.cast(tx, args));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MotionStepResult, {
    description:
      'The committee closes the vote: what it decides is counted and kept. Closing a secret one cannot be tried.',
  })
  closeVote(@Args() { id, version }: MotionStep, @Context() context: TenantContext) {
    const { isTrying: isTried } = context;
    return context.write((tx) => this.service.close(tx, id, version, { isTried }));
  }
}
