import { IdOf, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Matches, Max, Min } from 'class-validator';
import { DISH_CHECK_IN_WORDS } from './check-in.words.js';

/** Of one unit, by its own word. */
const MOST_OF_A_UNIT = 1_000;
/** On the list, of residents as well. */
const MOST_ON_THE_LIST = 10_000;

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
  @Max(MOST_OF_A_UNIT, told(DISH_CHECK_IN_WORDS.tooManyOfUnit))
  @Field(() => Int, {
    description: 'How many of your unit came, all together, 1,000 at most; said anew, it counts anew.',
  })
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
  @Max(MOST_ON_THE_LIST, told(DISH_CHECK_IN_WORDS.tooManyHeads))
  @Field(() => Int, {
    description:
      'How many, all together, 10,000 at most. It takes the place of what was noted before; 0 when nobody came.',
  })
  heads!: number;
}
