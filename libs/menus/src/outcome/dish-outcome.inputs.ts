import { DateTimeScalar, DecimalScalar, IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Matches, Max, Min } from 'class-validator';
import { DISH_OUTCOME_WORDS } from './dish-outcome.words.js';

/** Above 0, to 1,000,000, with two places at most. */
const HOURS = /^(?!0+(\.0+)?$)(\d{1,6}(\.\d{1,2})?|1000000(\.0{1,2})?)$/;

@InputType({ description: 'What came of a dish.' })
export class DishOutcomeInput {
  @Min(0, told(DISH_OUTCOME_WORDS.headsNegative))
  @Max(1_000_000, told(DISH_OUTCOME_WORDS.tooManyHeads))
  @Field(() => Int, { description: 'How many it served.' })
  heads!: number;

  @Matches(HOURS, told(DISH_OUTCOME_WORDS.hoursForm))
  @Field(() => DecimalScalar, {
    description:
      'Hours of work given, of all persons together: above 0, to 1,000,000, with at most two places.',
  })
  hours!: string;

  @NotBlank(told(DISH_OUTCOME_WORDS.whatNeeded))
  @ManyLines()
  @Field(() => String, { description: 'What came of it; read by all who read the dish.' })
  what!: string;
}

@ArgsType()
export class DishOutcomeStep extends stepOn('DishOutcome') {}

@InputType({ description: 'Which of the outcomes that you read; all given conditions hold.' })
export class DishOutcomeFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of dishes of this network.' })
  networkId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Filed at this instant or later.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Filed before this instant.' })
  to?: Date | null;
}

export enum DishOutcomeOrder {
  FILED_AT_DESC = 'FILED_AT_DESC',
  FILED_AT_ASC = 'FILED_AT_ASC',
}

registerEnumType(DishOutcomeOrder, {
  name: 'DishOutcomeOrder',
  description: 'In which order outcomes are listed.',
  valuesMap: {
    FILED_AT_DESC: { description: 'The latest filed first.' },
    FILED_AT_ASC: { description: 'The earliest filed first.' },
  },
});
