import { told } from '#graphql';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
import { OfDishDateArgs } from '../check-in/dish-check-in.inputs.js';
import { MOST_CODES_AT_ONCE } from './review-rules.js';
import { REVIEW_WORDS } from './review.words.js';

@ArgsType()
export class HandOutReviewCodesArgs extends OfDishDateArgs {
  @Min(1, told(REVIEW_WORDS.countNeeded))
  @Max(MOST_CODES_AT_ONCE, told(REVIEW_WORDS.tooManyAtOnce))
  @Field(() => Int, {
    description: 'How many, 200 at most; in all one for each who was checked in, and a fifth more.',
  })
  count!: number;
}
