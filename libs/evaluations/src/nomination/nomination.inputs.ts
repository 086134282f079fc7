import { IdOf, LongText, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, PickType, registerEnumType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { NominationState } from './nomination.entity.js';
import { NOMINATION_WORDS } from './nomination.words.js';

@InputType({
  description: 'What is nominated: exactly what the round evaluates, which is a project, a unit or a name.',
})
export class CreateNominationInput {
  @IdOf('EvaluationRound')
  @Field(() => ID, { description: 'In which round.' })
  roundId!: string;

  @IdOf('Project')
  @Field(() => ID, {
    nullable: true,
    description: 'Of a round for projects: one that your unit leads or co-hosts; for the committee any.',
  })
  projectId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, {
    nullable: true,
    description: 'Of a round for units: your own; for the committee any member of the network.',
  })
  subjectUnitId?: string | null;

  @NotBlank(told(NOMINATION_WORDS.labelNeeded))
  @MaxLength(100, told(NOMINATION_WORDS.labelTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'Of a round for building groups or contest teams: its name.',
  })
  subjectLabel?: string | null;

  @NotBlank(told(NOMINATION_WORDS.statementNeeded))
  @ManyLines()
  @MaxLength(5000, told(NOMINATION_WORDS.statementTooLong))
  @Field(() => LongText, { description: 'Why it should be awarded, at most 5,000 characters.' })
  statement!: string;
}

@InputType({ description: 'What changes in a nomination.' })
export class UpdateNominationInput extends PickType(CreateNominationInput, ['statement'] as const) {}

@ArgsType()
export class NominationStep extends stepOn('Nomination') {}

@ArgsType()
export class NominationReasonArgs extends stepOn('Nomination') {
  @NotBlank(told(NOMINATION_WORDS.reasonNeeded))
  @MaxLength(500, told(NOMINATION_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the nomination.' })
  reason!: string;
}

@InputType({ description: 'Which of the nominations that you read; all given conditions hold.' })
export class NominationFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of rounds of this network.' })
  networkId?: string | null;

  @IdOf('EvaluationRound')
  @Field(() => ID, { nullable: true, description: 'In this round.' })
  roundId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Nominated by this unit.' })
  unitId?: string | null;

  @IdOf('Project')
  @Field(() => ID, { nullable: true, description: 'That nominate this project.' })
  projectId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'That nominate this unit.' })
  subjectUnitId?: string | null;

  @Field(() => [NominationState], { nullable: true, description: 'In one of these states.' })
  states?: NominationState[] | null;
}

export enum NominationOrder {
  DRAFTED_AT_DESC = 'DRAFTED_AT_DESC',
  DRAFTED_AT_ASC = 'DRAFTED_AT_ASC',
}

registerEnumType(NominationOrder, {
  name: 'NominationOrder',
  description: 'In which order nominations are listed.',
  valuesMap: {
    DRAFTED_AT_DESC: { description: 'The latest drafted first.' },
    DRAFTED_AT_ASC: { description: 'The earliest drafted first.' },
  },
});
