import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, OnBehalf, TenantContext } from '#graphql';
import { Reader, sql } from '#reads';
import { Args, Context, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  SignUpFilter,
  SignUpForDishArgs,
  SignUpOrder,
  SignUpStep,
  UpdateSignUpArgs,
} from './sign-up.inputs.js';
import { SignUpConnection, SignUpForDishResult, SignUpObject, SignUpResult } from './sign-up.object.js';
import { SIGN_UP_READS, SIGN_UPS } from './sign-up.reads.js';
import { SignUpService } from './sign-up.service.js';

@Resolver(() => SignUpObject)
export class SignUpResolver {
  constructor(
    private readonly service: SignUpService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => SignUpConnection, {
    description:
      'Sign-ups: those of your unit, those for dishes that it leads, and for a committee all of its networks.',
  })
  signUps(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: SignUpFilter,
    @Args('orderBy', {
      type: () => SignUpOrder,
      defaultValue: SignUpOrder.SIGNED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: SignUpOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, SIGN_UPS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => SignUpObject, {
    nullable: true,
    description: 'One sign-up; null alike for what does not exist and for what you may not see.',
  })
  signUp(
    @IdArg('SignUp') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, SIGN_UP_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => SignUpForDishResult, {
    description:
      'Your unit signs up people for a published dish, before its deadline: first come, first served, never above the quota. A group that does not fit waits, and those behind it wait too, unless the dish allows passing; whoever waits is let in by itself. Refused for more than the quotas, and when your unit is signed up already.',
  })
  signUpForDish(@Args() { dishId, heads }: SignUpForDishArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.sign(tx, dishId, heads));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => SignUpResult, {
    description:
      'Your unit says before the deadline how many come now. Fewer keep their place. More that have places need room, with nobody waiting unless the dish allows passing; else refused, saying what is free. More that wait go to the end of the line.',
  })
  updateSignUp(@Args() { id, version, heads }: UpdateSignUpArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.changeHeads(tx, id, version, heads));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => SignUpResult, {
    description:
      'Your unit cancels its sign-up before the deadline, or, when it was told since of another time or place, before the last date begins; its places go to those who wait, in their order.',
  })
  cancelSignUp(@Args() { id, version }: SignUpStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.cancel(tx, id, version));
  }
}
