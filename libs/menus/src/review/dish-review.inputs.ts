import { DateScalar, IdOf, ManyLines, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Max, MaxLength, Min } from 'class-validator';
import { REVIEW_WORDS } from './review.words.js';

export const LONGEST_COMMENT = 500;

@InputType({ description: 'What one says of a dish.' })
export class DishReviewInput {
  @Min(1, told(REVIEW_WORDS.markNeeded))
  @Max(5, told(REVIEW_WORDS.markNeeded))
  @Field(() => Int, { description: 'From 1 (poor) to 5 (very good).' })
  mark!: number;

  @ManyLines()
  @MaxLength(LONGEST_COMMENT, told(REVIEW_WORDS.commentTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'In one’s own words; read by whoever holds the dish, without a name, and the committee.',
  })
  comment?: string | null;
}

@ArgsType()
export class OfDishArgs {
  @IdOf('Dish')
  @Field(() => ID, { description: 'The published dish.' })
  dishId!: string;
}

@InputType({ description: 'Which of the reviews that you read; all given conditions hold.' })
export class DishReviewFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of dishes of this network.' })
  networkId?: string | null;

  @IdOf('Dish')
  @Field(() => ID, { nullable: true, description: 'Of this dish.' })
  dishId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Given on this day or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Given before this day.' })
  to?: string | null;
}

export enum DishReviewOrder {
  DAY_DESC = 'DAY_DESC',
  DAY_ASC = 'DAY_ASC',
}

registerEnumType(DishReviewOrder, {
  name: 'DishReviewOrder',
  description: 'In which order reviews are listed; those of one day in no order that tells anything.',
  valuesMap: {
    DAY_DESC: { description: 'The latest day first.' },
    DAY_ASC: { description: 'The earliest day first.' },
  },
});
