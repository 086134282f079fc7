import { DateTimeScalar, Node } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { HostState } from './project-host.entity.js';

registerEnumType(HostState, {
  name: 'ProjectHostState',
  description: 'How a unit stands to a project beside its lead.',
  valuesMap: {
    ASKED: { description: 'Asked; known to it, the lead and the committee.' },
    ACCEPTED: { description: 'It takes part.' },
    LEADING: { description: 'It took part, and leads the project now.' },
    DECLINED: { description: 'It said no; known to it, the lead and the committee.' },
    WITHDRAWN: { description: 'No longer asked.' },
    LEFT: { description: 'It took part and has left.' },
  },
});

@ObjectType('ProjectHost', {
  implements: () => Node,
  description: 'A unit that takes part in a project beside its lead (协办), or was asked to.',
})
export abstract class ProjectHostObject extends Node {
  @Field(() => UnitObject, { description: 'The unit.' })
  readonly unit!: UnitObject;

  @Field(() => HostState, { description: 'How it stands to the project.' })
  readonly state!: HostState;

  @Field(() => DateTimeScalar, { description: 'When it was asked, or took part by what it had claimed.' })
  readonly askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it takes part.' })
  readonly acceptedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it declined, left or was no longer asked.',
  })
  readonly settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it declined or left.' })
  readonly reason!: string | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}
