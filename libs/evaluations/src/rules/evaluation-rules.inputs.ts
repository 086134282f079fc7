import { DecimalScalar, ManyLines, NotBlank, told } from '#graphql';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Max, MaxLength, Min } from 'class-validator';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import { EVALUATION_RULES_WORDS } from './evaluation-rules.words.js';

export const MOST_CRITERIA = 20;

@InputType({ description: 'Which scores a judge may give.' })
export class EvaluationScaleInput {
  @Field(() => DecimalScalar, { description: 'The lowest score, from 0 on; two places at most.' })
  min!: string;

  @Field(() => DecimalScalar, { description: 'The highest score, up to 1000; two places at most.' })
  max!: string;

  @Field(() => DecimalScalar, {
    defaultValue: '1',
    description: 'Scores are the lowest, and whole steps of so much above it, up to the highest.',
  })
  step!: string;
}

@InputType({ description: 'What is scored.' })
export class EvaluationCriterionInput {
  @NotBlank(told(EVALUATION_RULES_WORDS.nameNeeded))
  @MaxLength(60, told(EVALUATION_RULES_WORDS.nameTooLong))
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @ManyLines()
  @MaxLength(500, told(EVALUATION_RULES_WORDS.descriptionTooLong))
  @Field(() => String, { nullable: true, description: 'What is looked at.' })
  description?: string | null;

  @Field(() => DecimalScalar, {
    description: 'In per cent, above 0, two places at most; those of all criteria sum to 100.',
  })
  weight!: string;
}

@InputType({ description: 'A panel of judges.' })
export class EvaluationPanelInput {
  @Field(() => EvaluationPanelKind, { description: 'Who sits on it; each kind once.' })
  kind!: EvaluationPanelKind;

  @Field(() => DecimalScalar, {
    description: 'In per cent, above 0, two places at most; those of all panels sum to 100.',
  })
  weight!: string;
}

@InputType({ description: 'A tier of awards: either for so many places, or from a score on.' })
export class EvaluationAwardInput {
  @NotBlank(told(EVALUATION_RULES_WORDS.nameNeeded))
  @MaxLength(60, told(EVALUATION_RULES_WORDS.nameTooLong))
  @Field(() => String, { description: 'Its name, e.g. 一等奖.' })
  name!: string;

  @Min(1, told(EVALUATION_RULES_WORDS.placesTooFew))
  @Max(1000, told(EVALUATION_RULES_WORDS.placesTooMany))
  @Field(() => Int, {
    nullable: true,
    description:
      'How many it is given to, after those of the tiers before it; ties at the border all get it.',
  })
  places?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'From which score on it is given, as with stars; below that of the tier before it.',
  })
  minScore?: string | null;

  @Min(0, told(EVALUATION_RULES_WORDS.pointsBelowNought))
  @Max(100_000, told(EVALUATION_RULES_WORDS.pointsTooMany))
  @Field(() => Int, { defaultValue: 0, description: 'Points credited to the unit that is awarded.' })
  points!: number;

  @Min(0, told(EVALUATION_RULES_WORDS.pointsBelowNought))
  @Max(100_000, told(EVALUATION_RULES_WORDS.pointsTooMany))
  @Field(() => Int, {
    defaultValue: 0,
    description: 'Points credited to each unit that held it with that one.',
  })
  coHostPoints!: number;
}
