import { Allow, CanBeTried, TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimObject } from '../claim/claim.object.js';
import type { Need } from '../need/need.entity.js';
import { NeedStep } from '../need/need.inputs.js';
import { NeedObject, NeedStepResult } from '../need/need.object.js';
import { writeCallText } from './call-chat.js';
import { CallAgain } from './call-again.js';

@Resolver(() => NeedObject)
export class NeedCallResolver {
  constructor(private readonly again: CallAgain) {}

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => NeedStepResult, {
    description:
      'The committee calls again for an urgent need: every unit that could help and is neither awaited nor at work, those that said no or gave up too. The need is open.',
  })
  callAgain(@Args() { id, version }: NeedStep, @Context() context: TenantContext) {
    return context.write((tx) => this.again.callAgain(tx, id, version));
  }

  @ResolveField(() => ClaimObject, {
    nullable: true,
    description:
      'The claim that was accepted first, with who came and when; null while there is none. What was given up does not count.',
  })
  firstAcceptance(): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The call in plain Chinese for a group chat, with who is on the way, times in the zone of the network; never with contacts or phones. Null unless units were called.',
  })
  callText(@Parent() need: Need, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeCallText(tx, need));
  }
}
