import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DishConnection } from '../dish/dish.object.js';
import { writeOrderChat } from './dish-order-chat.js';
import { DishOrderFilter, DishOrderOrderBy } from './dish-order-filter.inputs.js';
import type { DishOrder } from './dish-order.entity.js';
import {
  DishOrderReasonArgs,
  DishOrderStep,
  PlaceDishOrderInput,
  UpdateDishOrderInput,
} from './dish-order.inputs.js';
import { DishOrderConnection, DishOrderObject, DishOrderResult } from './dish-order.object.js';
import { DISH_ORDER_READS, DISH_ORDERS } from './dish-order.reads.js';
import { DishOrderService } from './dish-order.service.js';

@Resolver(() => DishOrderObject)
export class DishOrderResolver {
  constructor(
    private readonly service: DishOrderService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => DishOrderConnection, {
    description:
      'Orders (点单): your unit’s in every state, those put to it, those that stand open to all (抢单) and those taken from there; for a committee all of its network.',
  })
  dishOrders(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: DishOrderFilter,
    @Args('orderBy', {
      type: () => DishOrderOrderBy,
      defaultValue: DishOrderOrderBy.PLACED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: DishOrderOrderBy,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, DISH_ORDERS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => DishOrderObject, {
    nullable: true,
    description: 'One order; null alike for what does not exist and for what you may not see.',
  })
  dishOrder(
    @IdArg('DishOrder') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, DISH_ORDER_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => DishOrderObject, {
    description:
      'Your unit orders an activity (点单). The committee of the network alone reads it besides, until it is dispatched.',
  })
  placeDishOrder(
    @Args('input', { description: 'What, when and for whom.' }) input: PlaceDishOrderInput,
    @Context() context: TenantContext,
  ): Promise<DishOrder> {
    return context.write((tx) => this.service.place(tx, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishOrderResult, {
    description: 'The unit that ordered says anew what it wishes, until that is dispatched.',
  })
  updateDishOrder(
    @Args() { id, version }: DishOrderStep,
    @Args('input', { description: 'What changes.' }) input: UpdateDishOrderInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => DishOrderResult, {
    description:
      'The unit that ordered takes it back, until it is served. A unit that was asked or has accepted reads the reason in its request.',
  })
  withdrawDishOrder(@Args() { id, version, reason }: DishOrderReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => DishOrderResult, {
    description: 'The unit that ordered is satisfied with what was served; nobody else closes an order.',
  })
  closeDishOrder(@Args() { id, version }: DishOrderStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.close(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => DishOrderResult, {
    description:
      'The unit that ordered is not satisfied, and says why: the order stands before the committee again, in its next round.',
  })
  reopenDishOrder(@Args() { id, version, reason }: DishOrderReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.reopen(tx, id, version, reason));
  }

  @ResolveField(() => DishConnection, {
    description: 'Activities with which it is answered, as far as you may see them; the earliest first.',
  })
  dishes(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'The order in plain Chinese for a group chat, days and times in the zone of the network; never with contacts or phones.',
  })
  chatText(@Parent() order: DishOrder, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeOrderChat(tx, order));
  }
}
