import { connectionOf, DateTimeScalar, Node } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DispatchWay } from '../order/dish-order.entity.js';
import { DishOrderObject } from '../order/dish-order.object.js';
import { DishOrderRequestState } from './dish-order-request.entity.js';

registerEnumType(DishOrderRequestState, {
  name: 'DishOrderRequestState',
  description: 'How a unit stands to an order that was put to it.',
  valuesMap: {
    ASKED: { description: 'Its answer is awaited; it and the committee alone know.' },
    ACCEPTED: { description: 'It serves the order; who ordered knows from now on.' },
    DECLINED: {
      description:
        'It said no, with the reason; it and the committee alone know, and who ordered when it had said yes before.',
    },
    RECALLED: {
      description: 'It is no longer asked: recalled by the committee, or the order was withdrawn.',
    },
    DONE: { description: 'It has served the order, and who ordered is satisfied.' },
    UNSATISFIED: { description: 'It has served the order, and who ordered is not satisfied.' },
  },
});

@ObjectType('DishOrderRequest', {
  implements: () => Node,
  description:
    'A unit that was asked to serve an order (派单) or took it while it stood open (抢单), and what became of that.',
})
export abstract class DishOrderRequestObject extends Node {
  @Field(() => DishOrderObject, {
    nullable: true,
    description: 'The order; null when it is no longer put to you.',
  })
  readonly order!: DishOrderObject | null;

  @Field(() => NetworkObject, {
    nullable: true,
    description: 'Whose committee asked; null when you no longer know it.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Which unit; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => Int, { description: 'The round of the order in which it was asked, from 1.' })
  readonly round!: number;

  @Field(() => String, { description: 'What was wished, as it was said then.' })
  readonly title!: string;

  @Field(() => DispatchWay, { description: 'How it came to the order.' })
  readonly way!: DispatchWay;

  @Field(() => DishOrderRequestState, { description: 'How it stands to the order.' })
  readonly state!: DishOrderRequestState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was asked; null for what it took while it stood open.',
  })
  readonly askedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when its answer was awaited; null when nothing was said.',
  })
  readonly answerBy!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last said yes or no.' })
  readonly answeredAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it said yes, also when it said no after that; null when it has not. Who ordered reads it from then on.',
  })
  readonly acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it had served it; null before who ordered has said whether that satisfied.',
  })
  readonly servedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What it did in that round, in its own words.' })
  readonly served!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ended: declined, recalled, done or not satisfying.',
  })
  readonly settledAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined, why the order was withdrawn, or why it did not satisfy.',
  })
  readonly reason!: string | null;

  @Field(() => Boolean, { description: 'The committee wrote down its answer (代办).' })
  readonly onBehalf!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it last changed; lists go by it.' })
  readonly updatedAt!: Date;
}

@ObjectType('DispatchCandidate', {
  description: 'How often a unit was asked to serve orders of a network in the last 365 days.',
})
export abstract class DispatchCandidateObject {
  @Field(() => UnitObject, { nullable: true, description: 'Which unit; null when you can no longer see it.' })
  readonly unit!: UnitObject | null;

  @Field(() => Int, { description: 'How often it was asked by name.' })
  readonly asked!: number;

  @Field(() => Int, { description: 'How often it then said yes, and kept to it.' })
  readonly accepted!: number;

  @Field(() => Int, { description: 'How often it said no, also after a yes.' })
  readonly declined!: number;

  @Field(() => Int, { description: 'How often it took an open one.' })
  readonly taken!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last asked by name; null for never.',
  })
  readonly lastAskedAt!: Date | null;

  @Field(() => DishOrderRequestState, {
    nullable: true,
    description: 'How it stands to this order, as it was last put to it; null for not at all.',
  })
  readonly forThis!: DishOrderRequestState | null;
}

export const DishOrderRequestConnection = connectionOf(DishOrderRequestObject, 'DishOrderRequest');
