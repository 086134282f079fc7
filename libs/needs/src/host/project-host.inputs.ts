import { IdOf, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { PROJECT_WORDS } from '../project/project.words.js';

@ArgsType()
export class AskProjectHostArgs extends stepOn('Project') {
  @IdOf('Unit')
  @Field(() => ID, { description: 'An active unit of its network.' })
  unitId!: string;
}

@ArgsType()
export class ProjectHostStep extends stepOn('ProjectHost') {}

@ArgsType()
export class AnswerProjectHostArgs extends stepOn('ProjectHost') {
  @Field(() => Boolean, { description: 'Whether your unit takes part.' })
  accept!: boolean;

  @MaxLength(500, told(PROJECT_WORDS.reasonTooLong))
  @Field(() => String, { nullable: true, description: 'Why not; read by the lead and the committee.' })
  reason?: string | null;
}

@ArgsType()
export class LeaveProjectArgs extends stepOn('ProjectHost') {
  @NotBlank(told(PROJECT_WORDS.reasonNeeded))
  @MaxLength(500, told(PROJECT_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the project.' })
  reason!: string;
}
