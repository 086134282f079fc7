import { Allow, AnyPost, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DishObject } from '../dish/dish.object.js';
import { OfDishArgs } from '../review/dish-review.inputs.js';
import { writeDishOutcomeChat } from './dish-outcome-chat.js';
import type { DishOutcome } from './dish-outcome.entity.js';
import {
  DishOutcomeFilter,
  DishOutcomeInput,
  DishOutcomeOrder,
  DishOutcomeStep,
} from './dish-outcome.inputs.js';
import {
  DishOutcomeConnection,
  DishOutcomeObject,
  FileDishOutcomeResult,
  UpdateDishOutcomeResult,
} from './dish-outcome.object.js';
import { DISH_OUTCOMES } from './dish-outcome.reads.js';
import { DishOutcomeService } from './dish-outcome.service.js';

@Resolver(() => DishOutcomeObject)
export class DishOutcomeResolver {
  constructor(
    private readonly service: DishOutcomeService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => DishOutcomeConnection, {
    description: 'What came of dishes that you read, as their leads have filed it.',
  })
  dishOutcomes(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: DishOutcomeFilter,
    @Args('orderBy', {
      type: () => DishOutcomeOrder,
      defaultValue: DishOutcomeOrder.FILED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: DishOutcomeOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, DISH_OUTCOMES, page, { filter, orderBy });
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => FileDishOutcomeResult, {
    description:
      'The lead files what came of a published dish, once one of its dates is over; the committee may do it for it, which is marked and told to it (代办). One of each dish.',
  })
  fileDishOutcome(
    @Args() { dishId }: OfDishArgs,
    @Args('input', { description: 'What came of it.' }) input: DishOutcomeInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.file(tx, dishId, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => UpdateDishOutcomeResult, {
    description:
      'The lead says it anew, all of it, until the menu is closed; the committee only what it wrote down itself.',
  })
  updateDishOutcome(
    @Args() { id, version }: DishOutcomeStep,
    @Args('input', { description: 'All of it, as it is now.' }) input: DishOutcomeInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @ResolveField(() => AuditLineConnection, {
    description:
      'Who attached and removed files; what was filed stands in the lines of the dish. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'The outcome in plain Chinese for a group chat, with the mean of the reviews; never with names of persons or phones.',
  })
  chatText(@Parent() outcome: DishOutcome, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeDishOutcomeChat(tx, outcome));
  }
}

/** What outcomes add to a dish. */
@Resolver(() => DishObject)
export class DishWithOutcomeResolver {
  @ResolveField(() => DishOutcomeObject, {
    nullable: true,
    description: 'What came of it; null until its lead has filed that.',
  })
  outcome(): never {
    return readWithParent();
  }
}
