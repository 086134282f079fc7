import { Allow, OwnSignIn, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { HandOverService } from './hand-over.service.js';
import type { Post } from './post.entity.js';
import { HandOverInput, PostStep, wishOf } from './post.inputs.js';
import { HandOverPostResult, TakeBackHandOverResult } from './post.object.js';
import type { Appointment } from './post.service.js';

@Resolver()
export class HandOverResolver {
  constructor(private readonly service: HandOverService) {}

  @Allow('SECRETARY', 'LIAISON')
  @OwnSignIn()
  @Mutation(() => HandOverPostResult, {
    description:
      'Hands a post over, your own or one that you give: it ends at that instant, and the successor’s begins. The answer is the successor’s post.',
  })
  handOverPost(
    @Args() { id, version }: PostStep,
    @Args('input', { description: 'To whom, and when.' }) { person, at, dutyPhone }: HandOverInput,
    @Context() context: TenantContext,
  ): Promise<Appointment> {
    return context.write((tx) =>
      this.service.handOver(tx, id, version, { ...wishOf(person), at, dutyPhone }),
    );
  }

  @Allow('SECRETARY', 'LIAISON')
  @OwnSignIn()
  @Mutation(() => TakeBackHandOverResult, {
    description:
      'Takes a hand-over back before its day, by the post that was handed over: the successor’s post is revoked.',
  })
  takeBackHandOver(@Args() { id, version }: PostStep, @Context() context: TenantContext): Promise<Post> {
    return context.write((tx) => this.service.takeBack(tx, id, version));
  }
}
