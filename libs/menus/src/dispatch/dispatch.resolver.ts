import { Allow, CanBeTried, IdArg, OnBehalf, TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { DishOrder } from '../order/dish-order.entity.js';
import {
  DeclineDishOrderArgs,
  DishOrderReasonArgs,
  DishOrderStep,
  DispatchDishOrderArgs,
  ServeDishOrderArgs,
} from '../order/dish-order.inputs.js';
import { AcceptDishOrderResult, DishOrderObject, DishOrderResult } from '../order/dish-order.object.js';
import { DispatchCandidateObject, DishOrderRequestObject } from './dish-order-request.object.js';
import { listCandidates, type DispatchCandidate } from './dispatch-candidates.js';
import { DispatchService } from './dispatch.service.js';
import { ServingService } from './serving.service.js';

/** What is asked of units for an order, and what they say. */
@Resolver(() => DishOrderObject)
export class DispatchResolver {
  constructor(
    private readonly dispatching: DispatchService,
    private readonly serving: ServingService,
  ) {}

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => DishOrderResult, {
    description:
      'The committee puts an order to a unit by name, or opens it to all units of the network, of which the first takes it (派单、抢单).',
  })
  dispatchDishOrder(
    @Args() { id, version, unitId = null, answerBy = null }: DispatchDishOrderArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.dispatching.dispatch(tx, id, version, { unitId, answerBy }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => DishOrderResult, {
    description:
      'The committee no longer waits for an answer, not before the time that it gave for one: the order can be dispatched anew.',
  })
  recallDishOrder(@Args() { id, version }: DishOrderStep, @Context() context: TenantContext) {
    return context.write((tx) => this.dispatching.recall(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => DishOrderResult, {
    description:
      'The committee dispatches an order to nobody, with the reason. Not once it was served and did not satisfy.',
  })
  refuseDishOrder(@Args() { id, version, reason }: DishOrderReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.dispatching.refuse(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => AcceptDishOrderResult, {
    description:
      'Your unit serves an order (接单) that was put to it, or stands open: then first come, first served. From now on it reads whom to ring. Not once the days on which it is wished are over.',
  })
  acceptDishOrder(@IdArg('DishOrder') id: string, @Context() context: TenantContext) {
    return context.write((tx) => this.serving.accept(tx, id));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => DishOrderResult, {
    description:
      'Your unit says no to an order that was put to it, with the reason; also after a yes, until it is served. The committee dispatches it anew.',
  })
  declineDishOrder(@Args() { id, version, reason }: DeclineDishOrderArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.serving.decline(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => DishOrderResult, {
    description:
      'Your unit says that it has served the order that it had accepted, and what was done; from the first day on which it is wished. The unit that ordered has the last word.',
  })
  serveDishOrder(@Args() { id, version, served }: ServeDishOrderArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.serving.serve(tx, id, version, served));
  }

  @ResolveField(() => [DishOrderRequestObject], {
    description:
      'To whom it was put, the latest first: all for the committee, your unit’s own, and for the unit that ordered whoever has said yes, also when it said no after that.',
  })
  requests(): never {
    return readWithParent();
  }

  @ResolveField(() => [DispatchCandidateObject], {
    description:
      'Whom one could ask, and how often each was asked before: all partners but the one that ordered for the committee, the least asked first; your own unit alone for you, none for others.',
  })
  candidates(@Parent() order: DishOrder, @Context() context: TenantContext): Promise<DispatchCandidate[]> {
    return context.read((tx) => listCandidates(tx, order));
  }
}
