import { DecimalScalar } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('DishFigures', {
  description: 'What came together at a dish, for all who read it once it is published.',
})
export abstract class DishFiguresObject {
  @Field(() => Int, { description: 'How many were checked in, over all its dates.' })
  readonly checkedInHeads!: number;

  @Field(() => Int, {
    description: 'How many reviews there are; those by codes are counted in when they are released.',
  })
  readonly reviewCount!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Their mean mark, from 1 to 5, rounded half up to two places; null without a review.',
  })
  readonly meanMark!: string | null;
}
