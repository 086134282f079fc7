import { ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { MaxLength, Min } from 'class-validator';
import { EVALUATION_RESULT_WORDS as W } from './evaluation-result.words.js';

const REASON = {
  description: 'Why; published with the next result and read by all who read that, so name no judge.',
};

@ArgsType()
export class EvaluationResultStep extends stepOn('EvaluationRound') {}

@ArgsType()
export class SetSheetAsideArgs extends stepOn('JudgeAssignment') {
  @ManyLines()
  @NotBlank(told(W.reasonNeeded))
  @MaxLength(500, told(W.reasonTooLong))
  @Field(() => String, REASON)
  reason!: string;
}

@ArgsType()
export class ExcludeNominationArgs extends stepOn('Nomination') {
  @ManyLines()
  @NotBlank(told(W.reasonNeeded))
  @MaxLength(500, told(W.reasonTooLong))
  @Field(() => String, REASON)
  reason!: string;
}

@ArgsType()
export class WithholdAwardArgs extends stepOn('EvaluationRound') {
  @Min(1, told(W.noSuchAward))
  @Field(() => Int, { description: 'Which: its position among the awards of the round.' })
  position!: number;

  @ManyLines()
  @NotBlank(told(W.reasonNeeded))
  @MaxLength(500, told(W.reasonTooLong))
  @Field(() => String, REASON)
  reason!: string;
}
