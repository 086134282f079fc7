import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DishKind, Segment } from '../dish/dish.entity.js';
import { DispatchWay, DishOrderState } from './dish-order.entity.js';

registerEnumType(DishOrderState, {
  name: 'DishOrderState',
  description: 'How far an order has come.',
  valuesMap: {
    PLACED: { description: 'Before the committee; it and the unit that ordered alone read it.' },
    DISPATCHED: { description: 'Put to a unit, or standing open to all (`way`).' },
    ACCEPTED: { description: 'A unit has said that it serves it.' },
    SERVED: { description: 'That unit says that it has; the word of the unit that ordered is awaited.' },
    CLOSED: { description: 'The unit that ordered is satisfied.' },
    REFUSED: { description: 'The committee dispatches it to nobody, with the reason.' },
    WITHDRAWN: { description: 'Taken back by the unit that ordered.' },
  },
});

registerEnumType(DispatchWay, {
  name: 'DispatchWay',
  description: 'How an order is dispatched (派单).',
  valuesMap: {
    NAMED: { description: 'One unit is asked by name.' },
    OPEN: {
      description: 'Any unit of the network but the one that ordered takes it, the first wins (抢单).',
    },
  },
});

@ObjectType('DishOrderContact', { description: 'Whom to ring about an order.' })
export abstract class DishOrderContactObject {
  @Field(() => String, { nullable: true, description: 'Who.' })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: 'Where to ring.' })
  readonly phone!: string | null;
}

@ObjectType('DishOrder', {
  implements: () => Node,
  description:
    'What a unit wishes to be held for it (点单), from the order to its own word that it was served.',
})
export abstract class DishOrderObject extends Node {
  @Field(() => NetworkObject, {
    nullable: true,
    description: 'Whose committee dispatches it; null when you no longer know it.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who ordered it; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who has accepted it; null before, and when you can no longer see it.',
  })
  readonly server!: UnitObject | null;

  @Field(() => DishOrderState, { description: 'How far it has come.' })
  readonly state!: DishOrderState;

  @Field(() => Int, {
    description: 'From 1; one more each time that the unit that ordered was not satisfied.',
  })
  readonly round!: number;

  @Field(() => String, { description: 'What is wished, in a few words.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'The same at length.' })
  readonly what!: string | null;

  @Field(() => DishKind, { nullable: true, description: 'What kind of activity, if that matters.' })
  readonly kind!: DishKind | null;

  @Field(() => [Segment], { description: 'For whom.' })
  readonly segments!: Segment[];

  @Field(() => Int, { nullable: true, description: 'For about how many persons.' })
  readonly heads!: number | null;

  @Field(() => DateScalar, { description: 'First of the days on which it is wished.' })
  readonly fromDay!: string;

  @Field(() => DateScalar, { description: 'Last of these days.' })
  readonly toDay!: string;

  @Field(() => String, { nullable: true, description: 'Where.' })
  readonly place!: string | null;

  @Field(() => DishOrderContactObject, {
    nullable: true,
    description:
      'Whom to ring; for its own unit, the committee and the unit that has accepted it, null for others.',
  })
  readonly contact!: DishOrderContactObject | null;

  @Field(() => DispatchWay, { nullable: true, description: 'How it is dispatched; null before.' })
  readonly way!: DispatchWay | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the committee waits for an answer; null when it has not said.',
  })
  readonly answerBy!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was ordered.' })
  readonly placedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was dispatched; null before.' })
  readonly dispatchedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted; null before.' })
  readonly acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was served; null before.' })
  readonly servedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was done, in the words of who did it.' })
  readonly served!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed, refused or withdrawn.' })
  readonly endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused, withdrawn or opened again.' })
  readonly reason!: string | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const DishOrderConnection = connectionOf(DishOrderObject, 'DishOrder');
export const DishOrderResult = resultUnion('DishOrderResult', [DishOrderObject, StaleVersion, WrongState]);
export const AcceptDishOrderResult = resultUnion('AcceptDishOrderResult', [DishOrderObject, WrongState]);
