import { Allow, IdArg, TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { DishObject, DishResult } from '../dish/dish.object.js';
import { DishOrderObject } from './dish-order.object.js';
import { OrderDishes } from './order-dishes.js';

/** What orders add to a dish. */
@Resolver(() => DishObject)
export class OrderDishesResolver {
  constructor(private readonly links: OrderDishes) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, {
    description:
      'The unit that has accepted an order answers it with an activity that it leads, on the menu or not yet. Activities can answer an order from the first: `createDish(input: { orderId })`.',
  })
  linkDishToOrder(
    @IdArg('Dish', 'dishId') dishId: string,
    @IdArg('DishOrder', 'orderId') orderId: string,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.links.link(tx, dishId, orderId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => DishResult, {
    description: 'The unit that leads an activity says that it answers no order.',
  })
  unlinkDishFromOrder(@IdArg('Dish', 'dishId') dishId: string, @Context() context: TenantContext) {
    return context.write((tx) => this.links.unlink(tx, dishId));
  }

  @ResolveField(() => DishOrderObject, {
    nullable: true,
    description: 'The order that it answers; null also when you cannot see it.',
  })
  order(): never {
    return readWithParent();
  }
}
