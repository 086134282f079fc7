import { DateTimeScalar, IdOf, told } from '#graphql';
import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import { ProjectState } from './project.entity.js';
import { PROJECT_WORDS } from './project.words.js';

@InputType({ description: 'Which projects; all given conditions hold.' })
export class NetworkProjectFilter {
  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Led by this unit, or with it as a co-host.' })
  unitId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Led by this unit.' })
  leadUnitId?: string | null;

  @IdOf('NeedCategory')
  @ArrayMaxSize(100, told(PROJECT_WORDS.tooManyCategories))
  @Field(() => [ID], { nullable: true, description: 'In one of these categories.' })
  categoryIds?: string[] | null;

  @Field(() => [ProjectState], { nullable: true, description: 'In one of these states.' })
  states?: ProjectState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'With, or without, a step that is overdue.' })
  overdue?: boolean | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'That still stood then or later: not closed, stopped or withdrawn before.',
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'That were posted before then.' })
  to?: Date | null;
}

@InputType({ description: 'Which of the projects that you see; all given conditions hold.' })
export class ProjectFilter extends NetworkProjectFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;
}

export enum ProjectOrder {
  POSTED_AT_DESC = 'POSTED_AT_DESC',
  POSTED_AT_ASC = 'POSTED_AT_ASC',
}

registerEnumType(ProjectOrder, {
  name: 'ProjectOrder',
  description: 'In which order projects are listed.',
  valuesMap: {
    POSTED_AT_DESC: { description: 'The one posted last first.' },
    POSTED_AT_ASC: { description: 'The one posted first first.' },
  },
});
