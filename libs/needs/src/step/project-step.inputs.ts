import { DateScalar, IdOf, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, PartialType } from '@nestjs/graphql';
import { MaxLength, Min } from 'class-validator';
import { PROJECT_WORDS } from '../project/project.words.js';

@InputType({ description: 'One thing that a project does.' })
export class AddProjectStepInput {
  @IdOf('Unit')
  @Field(() => ID, { description: 'Which unit of the project does it.' })
  unitId!: string;

  @NotBlank(told(PROJECT_WORDS.stepTitleNeeded))
  @MaxLength(200, told(PROJECT_WORDS.stepTitleTooLong))
  @Field(() => String, { description: 'What is done.' })
  title!: string;

  @Field(() => DateScalar, { description: 'The last day on which it is in time.' })
  dueOn!: string;
}

@InputType({ description: 'What changes in a step; what is left out stays.' })
export class UpdateProjectStepInput extends PartialType(AddProjectStepInput) {}

@ArgsType()
export class ProjectStepStep extends stepOn('ProjectStep') {}

@ArgsType()
export class MoveProjectStepArgs extends stepOn('ProjectStep') {
  @Min(1, told(PROJECT_WORDS.placeFromOne))
  @Field(() => Int, { description: 'Its new place, from 1; after the last it is the last.' })
  place!: number;
}

@ArgsType()
export class FinishProjectStepArgs extends stepOn('ProjectStep') {
  @MaxLength(500, told(PROJECT_WORDS.reasonTooLong))
  @Field(() => String, { nullable: true, description: 'What there is to say of it.' })
  note?: string | null;
}
