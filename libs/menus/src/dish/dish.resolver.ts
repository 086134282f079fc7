import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { writeDishChat } from './dish-chat.js';
import { DishCancelling } from './dish-cancelling.js';
import { DishFilter, DishOrderBy } from './dish-filter.inputs.js';
import type { Dish } from './dish.entity.js';
import { CreateDishInput, DishReasonArgs, DishStep, UpdateDishInput } from './dish.inputs.js';
import { DishConnection, DishObject, DishResult } from './dish.object.js';
import { DISH_READS, DISHES } from './dish.reads.js';
import { ProposeDishResult, TakeDishResult, UpdateDishResult } from './dish.results.js';
import { DishService } from './dish.service.js';

@Resolver(() => DishObject)
export class DishResolver {
  constructor(
    private readonly service: DishService,
    private readonly cancelling: DishCancelling,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => DishConnection, {
    description:
      'Dishes: your unit’s in every state, those that it was asked to take part in, and those published in your networks; for a committee also those proposed to it.',
  })
  dishes(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: DishFilter,
    @Args('orderBy', {
      type: () => DishOrderBy,
      defaultValue: DishOrderBy.STARTS_AT_ASC,
      description: 'In which order.',
    })
    orderBy: DishOrderBy,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, DISHES, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => DishObject, {
    nullable: true,
    description: 'One dish; null alike for what does not exist and for what you may not see.',
  })
  dish(
    @IdArg('Dish') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, DISH_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishObject, {
    description:
      'Drafts a dish of your unit for the menu of a month, from nothing, a project, a need or another dish; nobody else sees it until it is proposed.',
  })
  createDish(
    @Args('input', { description: 'What and when.' }) input: CreateDishInput,
    @Context() context: TenantContext,
  ): Promise<Dish> {
    return context.write((tx) => this.service.create(tx, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => UpdateDishResult, {
    description:
      'Its unit says anew what it is until it is taken, then the committee. What is booked for a date moves with it, all or none; what another unit has booked is given up. What is published changes for everybody at once; the next version of the menu lists it.',
  })
  updateDish(
    @Args() { id, version }: DishStep,
    @Args('input', { description: 'What changes.' }) input: UpdateDishInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => ProposeDishResult, {
    description:
      'Its unit puts it before the committee of the network, which alone reads it besides. What the committee proposes itself is taken at once, and another lead that it names is asked.',
  })
  proposeDish(@Args() { id, version }: DishStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.propose(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => TakeDishResult, {
    description:
      'The committee takes a proposed dish: it stands on the menu of its month, and is read by the network with its next version; one that a unit has recorded after the fact at once.',
  })
  takeDish(@Args() { id, version }: DishStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.take(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => DishResult, {
    description:
      'The committee sends a dish that is not published back to its unit, with a reason; nobody else reads it any more.',
  })
  returnDish(@Args() { id, version, reason }: DishReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.sendBack(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, { description: 'Its unit takes back a dish that is not published.' })
  withdrawDish(@Args() { id, version }: DishStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => DishResult, {
    description:
      'The secretary cancels what of a published dish lies ahead, with the reason; the next version of the menu says so. A dish of which nothing was held is CANCELLED; one that was held in part stays TAKEN with the sign-ups of those who have places, and only its dates ahead are cancelled. Refused when no date lies ahead. One that was recorded after the fact (`recordedAt`) is struck out, CANCELLED with all its dates, as long as nobody was checked in and no outcome, finding or review is written down; the units named on it are told (`menuNotices`).',
  })
  cancelDish(@Args() { id, version, reason }: DishReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.cancelling.cancel(tx, id, version, reason));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'The dish in plain Chinese for a group chat, times in the zone of the network; never with contacts or phones.',
  })
  chatText(@Parent() dish: Dish, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeDishChat(tx, dish));
  }
}
