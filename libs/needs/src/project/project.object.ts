import { FileObject } from '#files';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NeedCategoryObject } from '../category/need-category.object.js';
import { ProjectHostObject } from '../host/project-host.object.js';
import { NeedObject } from '../need/need.object.js';
import { ProjectStepObject } from '../step/project-step.object.js';
import { ProjectState } from './project.entity.js';

registerEnumType(ProjectState, {
  name: 'ProjectState',
  description: 'How far a project has come.',
  valuesMap: {
    PROPOSED: { description: 'The idea of a unit, put before the committee, which alone reads it besides.' },
    RETURNED: { description: 'Sent back with a reason; its unit alone reads it, and can propose it anew.' },
    PLANNED: { description: 'Taken; the network reads it, and its units prepare.' },
    IN_PROGRESS: { description: 'Work has begun.' },
    ANSWERED: { description: 'Its result is filed; the word of those who had its needs is awaited.' },
    CLOSED: { description: 'Those who had its needs, or the committee for an idea, say that it is done.' },
    STOPPED: { description: 'It will not be; its needs are open again.' },
    WITHDRAWN: { description: 'Taken back by its unit before the committee took it.' },
  },
});

@ObjectType('Project', {
  implements: () => Node,
  description: 'Needs or an idea taken on (项目清单): by a lead unit and its co-hosts, to a result.',
})
export abstract class ProjectObject extends Node {
  @Field(() => NetworkObject, { description: 'The network whose project it is.' })
  readonly network!: NetworkObject;

  @Field(() => UnitObject, { description: 'Who started it.' })
  readonly startedBy!: UnitObject;

  @Field(() => UnitObject, { description: 'Who answers for it (牵头单位); there always is one.' })
  readonly lead!: UnitObject;

  @Field(() => NeedCategoryObject, { description: 'What it is about.' })
  readonly category!: NeedCategoryObject;

  @Field(() => ProjectState, { description: 'How far it has come.' })
  readonly state!: ProjectState;

  @Field(() => String, { description: 'Its name.' })
  readonly title!: string;

  @Field(() => String, { description: 'What is to be done.' })
  readonly what!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Its first day, as planned.' })
  readonly startsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day, as planned.' })
  readonly endsOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was started.' })
  readonly postedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the committee reads it; null after it was returned.',
  })
  readonly proposedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the network reads it.' })
  readonly takenAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When work began.' })
  readonly begunAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its result was filed.' })
  readonly answeredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed, stopped or withdrawn.' })
  readonly endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was returned or stopped, or opened again by those who had the need.',
  })
  readonly reason!: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it, as its lead filed it.' })
  readonly result!: string | null;

  @Field(() => Int, { nullable: true, description: 'Persons served.' })
  readonly resultHeads!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Hours of work given, of all persons together; exact.',
  })
  readonly resultHours!: string | null;

  @Field(() => Int, {
    description: 'How often those who had its needs, or the committee, said that it was not done.',
  })
  readonly reopenings!: number;

  @Field(() => [ProjectHostObject], {
    description:
      'The units beside its lead (协办单位), in the order in which they were asked; those that only were asked, or said no, for themselves, the lead and the committee alone.',
  })
  readonly hosts!: ProjectHostObject[];

  @Field(() => [ProjectStepObject], { description: 'What it does, in order; at most 50.' })
  readonly steps!: ProjectStepObject[];

  @Field(() => [NeedObject], {
    description: 'The needs that it took on, unless another project has them now; the oldest first.',
  })
  readonly needs!: NeedObject[];

  @Field(() => [FileObject], {
    description: 'Files that its units and the committee attached, oldest first.',
  })
  readonly files!: FileObject[];

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const ProjectConnection = connectionOf(ProjectObject, 'Project');

export const ProjectResult = resultUnion('ProjectResult', [ProjectObject, StaleVersion, WrongState]);
