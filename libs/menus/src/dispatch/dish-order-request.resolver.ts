import { AnyPost, ConnectionArgs, TenantContext } from '#graphql';
import { Reader } from '#reads';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { writeRequestChat } from './request-chat.js';
import type { DishOrderRequest } from './dish-order-request.entity.js';
import { DishOrderRequestFilter, DishOrderRequestOrder } from './dish-order-request.inputs.js';
import { DishOrderRequestConnection, DishOrderRequestObject } from './dish-order-request.object.js';
import { DISH_ORDER_REQUESTS } from './dish-order-request.reads.js';

@Resolver(() => DishOrderRequestObject)
export class DishOrderRequestResolver {
  constructor(private readonly reader: Reader) {}

  @AnyPost()
  @Query(() => DishOrderRequestConnection, {
    description:
      'To whom orders were put (派单): your unit’s in every state, and who has said yes to what it ordered; for a committee all that it asked. What waits for your answer: your unit, ASKED.',
  })
  dishOrderRequests(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: DishOrderRequestFilter,
    @Args('orderBy', {
      type: () => DishOrderRequestOrder,
      defaultValue: DishOrderRequestOrder.UPDATED_AT_DESC,
      description: 'In which order.',
    })
    orderBy: DishOrderRequestOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, DISH_ORDER_REQUESTS, page, { filter, orderBy });
  }

  @ResolveField(() => String, {
    description:
      'The request in plain Chinese for a group chat, times in the zone of the network; never with contacts or phones.',
  })
  chatText(@Parent() request: DishOrderRequest, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeRequestChat(tx, request));
  }
}
