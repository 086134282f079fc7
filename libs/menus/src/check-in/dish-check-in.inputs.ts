import { IdOf, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Matches, Max, Min } from 'class-validator';
import { DISH_CHECK_IN_WORDS } from './check-in.words.js';

const MOST_HEADS = 100_000;

@ArgsType()
export class OfDishDateArgs {
  @IdOf('DishDate')
  @Field(() => ID, { description: 'The date of a published dish.' })
  dateId!: string;
}

@ArgsType()
export class CheckInAtDishArgs extends OfDishDateArgs {
  // Half-width or full-width.
  @Matches(/^[\d０-９]{6}$/, told(DISH_CHECK_IN_WORDS.codeNeeded))
  @Field(() => String, { description: 'The six digits that are shown there; the ones before them still do.' })
  code!: string;

  @Min(1, told(DISH_CHECK_IN_WORDS.headsNeeded))
  @Max(MOST_HEADS, told(DISH_CHECK_IN_WORDS.tooManyHeads))
  @Field(() => Int, { description: 'How many of your unit came, all together; said anew, it counts anew.' })
  heads!: number;
}

@InputType({ description: 'How many came to a date, as it stands on the list.' })
export class NoteDishCheckInInput {
  @IdOf('DishDate')
  @Field(() => ID, { description: 'The date.' })
  dateId!: string;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of which unit; of residents when left out.' })
  unitId?: string | null;

  @Min(0, told(DISH_CHECK_IN_WORDS.headsNegative))
  @Max(MOST_HEADS, told(DISH_CHECK_IN_WORDS.tooManyHeads))
  @Field(() => Int, {
    description: 'How many, all together. It takes the place of what was noted before; 0 when nobody came.',
  })
  heads!: number;
}
