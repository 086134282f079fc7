import { DateScalar, DateTimeScalar, Node } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ProjectStep', {
  implements: () => Node,
  description: 'One thing that a project does, by a day, by one of its units.',
})
export abstract class ProjectStepObject extends Node {
  @Field(() => UnitObject, { description: 'Which of the units of the project does it.' })
  readonly unit!: UnitObject;

  @Field(() => Int, { description: 'Its place among the steps, from 1.' })
  readonly place!: number;

  @Field(() => String, { description: 'What is done.' })
  readonly title!: string;

  @Field(() => DateScalar, {
    description: 'The last day on which it is in time, in the zone of the network.',
  })
  readonly dueOn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was said to be done.' })
  readonly doneAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said of it when it was done.' })
  readonly doneNote!: string | null;

  @Field(() => Boolean, {
    description: 'Whether its day is over without it being done, in a project that has not ended.',
  })
  readonly overdue!: boolean;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}
