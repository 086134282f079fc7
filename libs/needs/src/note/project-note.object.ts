import { connectionOf, DateTimeScalar, Node } from '#graphql';
import { UnitObject } from '#network';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('ProjectNote', {
  implements: () => Node,
  description: 'How far a project has come, in the words of one of its units; never changed.',
})
export abstract class ProjectNoteObject extends Node {
  @Field(() => UnitObject, { description: 'Whose words they are.' })
  readonly unit!: UnitObject;

  @Field(() => String, { description: 'What it says.' })
  readonly text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was noted.' })
  readonly notedAt!: Date;
}

export const ProjectNoteConnection = connectionOf(ProjectNoteObject, 'ProjectNote');
