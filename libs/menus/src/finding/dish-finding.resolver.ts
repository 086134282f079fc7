import { Allow, TenantContext } from '#graphql';
import { NeedObject } from '#needs';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { DishObject, DishResult } from '../dish/dish.object.js';
import { AddDishFindingInput, DishFindingInput, DishFindingStep } from './dish-finding.inputs.js';
import { AddDishFindingResult, DishFindingObject } from './dish-finding.object.js';
import { DishFindings } from './dish-findings.js';

@Resolver(() => DishObject)
export class DishFindingResolver {
  constructor(private readonly service: DishFindings) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => AddDishFindingResult, {
    description:
      'The lead of a published topical survey, or the committee, writes down what it found, from its first date on; with the need that came of it. At most 50.',
  })
  addDishFinding(
    @Args('input', { description: 'What was found.' })
    { dishId, text, needId = null }: AddDishFindingInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.add(tx, dishId, { text, needId }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, {
    description: 'The lead of a survey, or the committee, says anew what was found.',
  })
  updateDishFinding(
    @Args() { id, version }: DishFindingStep,
    @Args('input', { description: 'All of it; a need that is left out is taken away.' })
    { text, needId = null }: DishFindingInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, { text, needId }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, {
    description: 'The lead of a survey, or the committee, takes a finding away; its lines stay.',
  })
  removeDishFinding(@Args() { id, version }: DishFindingStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.remove(tx, id, version));
  }

  @ResolveField(() => [DishFindingObject], {
    description: 'What a topical survey found, the earliest first; none of other kinds.',
  })
  findings(): never {
    return readWithParent();
  }
}

/** What surveys add to a need. */
@Resolver(() => NeedObject)
export class NeedFindingsResolver {
  @ResolveField(() => [DishFindingObject], {
    description: 'Findings of surveys that it came of, as far as you may see them; the earliest first.',
  })
  findings(): never {
    return readWithParent();
  }
}
