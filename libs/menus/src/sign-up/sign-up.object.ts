import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DishObject } from '../dish/dish.object.js';
import { SignUpEnd, SignUpState } from './sign-up.entity.js';

registerEnumType(SignUpState, {
  name: 'SignUpState',
  description: 'How a sign-up stands.',
  valuesMap: {
    CONFIRMED: { description: 'Its people have places.' },
    WAITING: { description: 'On the waiting list: it is let in by itself as soon as its turn comes.' },
    CANCELLED: { description: 'No longer signed up; endReason says why.' },
  },
});

registerEnumType(SignUpEnd, {
  name: 'SignUpEnd',
  description: 'Why a unit is no longer signed up.',
  valuesMap: {
    BY_UNIT: { description: 'The unit cancelled.' },
    DISH_CANCELLED: { description: 'The dish is not held.' },
    MEMBERSHIP_ENDED: { description: 'The unit no longer takes part in the network.' },
  },
});

@ObjectType('SignUp', {
  implements: () => Node,
  description:
    'The people whom a unit brings to a dish (报名). It, the lead of the dish and the committee read it; all others counts alone (Dish.places).',
})
export abstract class SignUpObject extends Node {
  @Field(() => DishObject, { nullable: true, description: 'For what; null when you can no longer see it.' })
  readonly dish!: DishObject | null;

  @Field(() => UnitObject, { nullable: true, description: 'Whose; null when you can no longer see it.' })
  readonly unit!: UnitObject | null;

  @Field(() => Int, { description: 'How many persons.' })
  readonly heads!: number;

  @Field(() => SignUpState, { description: 'How it stands.' })
  readonly state!: SignUpState;

  @Field(() => Int, {
    description: 'Its place in the line of the dish, from 1: of those that wait the lowest is let in first.',
  })
  readonly lineNumber!: number;

  @Field(() => Boolean, { description: 'The committee wrote down what the unit said last (代办).' })
  readonly onBehalf!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was signed up.' })
  readonly signedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was let in from the waiting list; null when it never waited, or does yet.',
  })
  readonly promotedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  readonly endedAt!: Date | null;

  @Field(() => SignUpEnd, { nullable: true, description: 'Why it ended.' })
  readonly endReason!: SignUpEnd | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

@ObjectType('DishPlaces', {
  description: 'How full a dish is: counts of its sign-ups, for everybody who reads it.',
})
export abstract class DishPlacesObject {
  @Field(() => Int, { description: 'Persons who have places; never more than the quota.' })
  readonly confirmedHeads!: number;

  @Field(() => Int, { description: 'Units that have places.' })
  readonly confirmedGroups!: number;

  @Field(() => Int, { description: 'Persons on the waiting list.' })
  readonly waitingHeads!: number;

  @Field(() => Int, { description: 'Units on the waiting list.' })
  readonly waitingGroups!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Persons for whom there is room yet, those who wait first; null without a limit.',
  })
  readonly freeHeads!: number | null;
}

export const SignUpConnection = connectionOf(SignUpObject, 'SignUp');
export const SignUpForDishResult = resultUnion('SignUpForDishResult', [SignUpObject, WrongState]);
export const SignUpResult = resultUnion('SignUpResult', [SignUpObject, StaleVersion, WrongState]);
