import { DateScalar, DecimalScalar, IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { ArrayMaxSize, Matches, Max, MaxLength, Min } from 'class-validator';
import { PROJECT_WORDS } from './project.words.js';

/** 0 to 1,000,000 with at most two places. */
const HOURS = /^(\d{1,6}|1000000)(\.\d{1,2})?$/;

@InputType({ description: 'Needs that were claimed, or an idea, to be taken on together.' })
export class StartProjectInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network whose project it is: one of yours.' })
  networkId!: string;

  @IdOf('Need')
  @ArrayMaxSize(20, told(PROJECT_WORDS.tooManyNeeds))
  @Field(() => [ID], {
    defaultValue: [],
    description:
      'The needs that it takes on, each claimed, at most 20; none for an idea, which the committee has to take first.',
  })
  needIds!: string[];

  @IdOf('Unit')
  @Field(() => ID, {
    description:
      'Who answers for it: your unit, or one that has claimed one of its needs. Others are asked to take part, and named then.',
  })
  leadUnitId!: string;

  @IdOf('NeedCategory')
  @Field(() => ID, {
    nullable: true,
    description: 'What it is about: a category that is not retired; that of its first need by default.',
  })
  categoryId?: string | null;

  @NotBlank(told(PROJECT_WORDS.titleNeeded))
  @MaxLength(100, told(PROJECT_WORDS.titleTooLong))
  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @NotBlank(told(PROJECT_WORDS.whatNeeded))
  @ManyLines()
  @MaxLength(2000, told(PROJECT_WORDS.whatTooLong))
  @Field(() => String, {
    description: 'What is to be done. Once it is taken, all units of the network read it.',
  })
  what!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Its first day, as planned.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day, as planned.' })
  endsOn?: string | null;
}

@InputType({ description: 'What changes in a project; what is left out stays.' })
export class UpdateProjectInput extends PartialType(
  OmitType(StartProjectInput, ['networkId', 'needIds', 'leadUnitId']),
) {}

@ArgsType()
export class ProjectStepArgs extends stepOn('Project') {}

@ArgsType()
export class ProjectReasonArgs extends stepOn('Project') {
  @NotBlank(told(PROJECT_WORDS.reasonNeeded))
  @MaxLength(500, told(PROJECT_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the project.' })
  reason!: string;
}

@ArgsType()
export class NameLeadArgs extends stepOn('Project') {
  @IdOf('Unit')
  @Field(() => ID, { description: 'A unit that takes part in it; the committee may name itself.' })
  unitId!: string;
}

@ArgsType()
export class ProjectResultArgs extends stepOn('Project') {
  @NotBlank(told(PROJECT_WORDS.resultNeeded))
  @ManyLines()
  @MaxLength(2000, told(PROJECT_WORDS.resultTooLong))
  @Field(() => String, { description: 'What came of it; it answers its needs.' })
  result!: string;

  @Min(0, told(PROJECT_WORDS.headsTooFew))
  @Max(1_000_000, told(PROJECT_WORDS.headsTooMany))
  @Field(() => Int, { nullable: true, description: 'Persons served.' })
  heads?: number | null;

  @Matches(HOURS, told(PROJECT_WORDS.hoursForm))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Hours of work given, of all persons together: from 0 to 1,000,000, with at most two places.',
  })
  hours?: string | null;
}
