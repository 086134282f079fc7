import { Allow, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { DishResult } from '../dish/dish.object.js';
import { AnswerDishHostArgs, AskDishHostArgs, DishHostStep } from './dish-host.inputs.js';
import { DishHostObject } from './dish-host.object.js';
import { DishHostService } from './dish-host.service.js';

@Resolver(() => DishHostObject)
export class DishHostResolver {
  constructor(private readonly service: DishHostService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, {
    description:
      'The committee, or until it is taken its unit, asks another to hold a proposed dish with it (协办): from then on that unit reads it. At most 20 units.',
  })
  askDishHost(@Args() { id, version, unitId }: AskDishHostArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.ask(tx, id, version, unitId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => DishResult, {
    description:
      'A unit that was asked to lead, or to take part, says yes or no; also no after a yes. Whoever is asked to lead does from its yes on, and until then whoever led; a lead that says no leaves the dish to the committee.',
  })
  answerDishHost(
    @Args() { id, version, accept, reason = null }: AnswerDishHostArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.answer(tx, id, version, { accept, reason }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, {
    description: 'The committee, or until it is taken its unit, no longer wants a unit that was asked.',
  })
  withdrawDishHost(@Args() { id, version }: DishHostStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }
}
