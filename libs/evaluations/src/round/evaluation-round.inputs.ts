import { DateScalar, DateTimeScalar, IdOf, ManyLines, Nested, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, PartialType, PickType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min } from 'class-validator';
import {
  EvaluationAwardInput,
  EvaluationCriterionInput,
  EvaluationPanelInput,
  EvaluationScaleInput,
  MOST_CRITERIA,
} from '../rules/evaluation-rules.inputs.js';
import { EVALUATION_RULES_WORDS } from '../rules/evaluation-rules.words.js';
import { EvaluationSubjectKind } from './evaluation-round.entity.js';
import { EVALUATION_ROUND_WORDS } from './evaluation-round.words.js';

@InputType({ description: 'What a round says, or leaves as it is by default.' })
class EvaluationRoundTermsInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when units nominate, ahead; until scoring begins when left out.',
  })
  nominationsUntil?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'By when judges are asked to submit, after the end of nominations; missing sheets stop the closing.',
  })
  scoringUntil?: Date | null;

  @Min(1, told(EVALUATION_ROUND_WORDS.noticeTooShort))
  @Max(60, told(EVALUATION_ROUND_WORDS.noticeTooLong))
  @Field(() => Int, {
    nullable: true,
    description: 'How many working days a result stands open to objection; 5 by default.',
  })
  noticeWorkingDays?: number | null;

  @Nested(() => EvaluationScaleInput)
  @Field(() => EvaluationScaleInput, {
    nullable: true,
    description: 'Which scores a judge may give; whole ones from 0 to 100 by default.',
  })
  scale?: EvaluationScaleInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'A panel with fewer sheets is left out for a nomination, and its weight shared among the others; 3 to 50, by default 3.',
  })
  minimumSheets?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many judges of each panel are proposed for a nomination, as far as there are so many; by default two more than the minimum, 50 at most.',
  })
  sheetsPerPanel?: number | null;

  @Nested(() => EvaluationAwardInput)
  @ArrayMaxSize(20, told(EVALUATION_RULES_WORDS.tooManyAwards))
  @Field(() => [EvaluationAwardInput], {
    nullable: true,
    description: 'What is awarded, the best tier first; nothing by default.',
  })
  awards?: EvaluationAwardInput[] | null;
}

@InputType({ description: 'What every round says.' })
class EvaluationRoundTextInput extends EvaluationRoundTermsInput {
  @NotBlank(told(EVALUATION_ROUND_WORDS.nameNeeded))
  @MaxLength(100, told(EVALUATION_ROUND_WORDS.nameTooLong))
  @Field(() => String, { description: 'Its name, e.g. 2026 年度项目评比.' })
  name!: string;

  @Field(() => DateScalar, { description: 'First day of what is evaluated.' })
  periodFrom!: string;

  @Field(() => DateScalar, { description: 'Its last day.' })
  periodTo!: string;

  @Nested(() => EvaluationCriterionInput)
  @ArrayMinSize(1, told(EVALUATION_RULES_WORDS.criterionNeeded))
  @ArrayMaxSize(MOST_CRITERIA, told(EVALUATION_RULES_WORDS.tooManyCriteria))
  @Field(() => [EvaluationCriterionInput], { description: 'What is scored, in order.' })
  criteria!: EvaluationCriterionInput[];

  @Nested(() => EvaluationPanelInput)
  @ArrayMinSize(1, told(EVALUATION_RULES_WORDS.panelNeeded))
  @Field(() => [EvaluationPanelInput], { description: 'Who judges.' })
  panels!: EvaluationPanelInput[];
}

@InputType({ description: 'A round with its rules.' })
export class CreateEvaluationRoundInput extends EvaluationRoundTextInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network: one that your committee convenes.' })
  networkId!: string;

  @Field(() => EvaluationSubjectKind, { description: 'What is evaluated; it does not change.' })
  subjectKind!: EvaluationSubjectKind;
}

@InputType({ description: 'What changes in a round; what is left out stays.' })
export class UpdateEvaluationRoundInput extends PartialType(EvaluationRoundTextInput) {}

@InputType({ description: 'A new round with the rules of another.' })
export class CopyEvaluationRoundInput extends PickType(EvaluationRoundTextInput, [
  'name',
  'periodFrom',
  'periodTo',
] as const) {
  @Min(1, told(EVALUATION_ROUND_WORDS.finalistsTooFew))
  @Max(1000, told(EVALUATION_ROUND_WORDS.finalistsTooMany))
  @Field(() => Int, {
    nullable: true,
    description:
      'Of a contest with a final result: so many of its first, ties at the border included, stand in the new round when it opens.',
  })
  finalists?: number | null;
}

@ArgsType()
export class EvaluationRoundStep extends stepOn('EvaluationRound') {}

@ArgsType()
export class EvaluationRoundReasonArgs extends stepOn('EvaluationRound') {
  @ManyLines()
  @NotBlank(told(EVALUATION_ROUND_WORDS.reasonNeeded))
  @MaxLength(500, told(EVALUATION_ROUND_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the round.' })
  reason!: string;
}

@ArgsType()
export class AppointReturningOfficerArgs extends stepOn('EvaluationRound') {
  @IdOf('Post')
  @Field(() => ID, {
    description:
      'A secretary, officer, liaison or deputy of a unit of the network, who does not judge in the round.',
  })
  postId!: string;
}
