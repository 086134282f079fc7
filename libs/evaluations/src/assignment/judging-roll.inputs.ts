import { IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { JUDGING_WORDS } from './judging.words.js';

@ArgsType()
export class JudgingRollStep extends stepOn('JudgingRoll') {}

@ArgsType()
export class AssignJudgeArgs extends stepOn('JudgingRoll') {
  @IdOf('Nomination')
  @Field(() => ID, { description: 'A nomination of its round.' })
  nominationId!: string;

  @IdOf('EvaluationJudge')
  @Field(() => ID, { description: 'A judge of the roll, without a conflict.' })
  judgeId!: string;
}

@ArgsType()
export class DropAssignmentArgs extends stepOn('JudgeAssignment') {
  @ManyLines()
  @NotBlank(told(JUDGING_WORDS.reasonNeeded))
  @MaxLength(500, told(JUDGING_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; the judge reads it.' })
  reason!: string;
}

@ArgsType()
export class ExcuseJudgeArgs extends stepOn('EvaluationJudge') {
  @ManyLines()
  @NotBlank(told(JUDGING_WORDS.reasonNeeded))
  @MaxLength(500, told(JUDGING_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; the judge reads it where something was settled.' })
  reason!: string;
}
