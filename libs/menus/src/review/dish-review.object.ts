import { connectionOf, DateScalar, DateTimeScalar, resultUnion, WrongState } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DishObject } from '../dish/dish.object.js';

@ObjectType('DishReviewer', { description: 'Who gave a review: a unit, or a residents’ representative.' })
export abstract class DishReviewerObject {
  @Field(() => UnitObject, {
    nullable: true,
    description: 'The unit; null for a representative, and when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => String, { nullable: true, description: 'Name of the representative; null for a unit.' })
  readonly personName!: string | null;
}

@ObjectType('DishReview', {
  description:
    'What somebody says of a dish (评单), for whoever holds it, without a name, and the committee.',
})
export abstract class DishReviewObject {
  @Field(() => DishObject, { nullable: true, description: 'The dish; null when you can no longer see it.' })
  readonly dish!: DishObject | null;

  @Field(() => Int, { description: 'From 1 to 5.' })
  readonly mark!: number;

  @Field(() => String, { nullable: true, description: 'In their own words.' })
  readonly comment!: string | null;

  @Field(() => DateScalar, {
    description:
      'On which day it was first given, in the zone of the network; of a review by a code, on which it was released with others.',
  })
  readonly day!: string;

  @Field(() => DishReviewerObject, {
    nullable: true,
    description: 'Who gave it, for the committee alone; null of a review by a one-time code.',
  })
  readonly reviewer!: DishReviewerObject | null;
}

@ObjectType('OwnDishReview', { description: 'What your unit, or you as a representative, said of a dish.' })
export abstract class OwnDishReviewObject {
  @Field(() => Int, { description: 'From 1 to 5.' })
  readonly mark!: number;

  @Field(() => String, { nullable: true, description: 'In your own words.' })
  readonly comment!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was last said.' })
  readonly reviewedAt!: Date;
}

export const DishReviewConnection = connectionOf(DishReviewObject, 'DishReview');
export const ReviewDishResult = resultUnion('ReviewDishResult', [OwnDishReviewObject, WrongState]);
