import { FileObject } from '#files';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgendaItemObject } from '../agenda/agenda.object.js';
import { MeetingObject } from '../meeting/meeting.object.js';
import { MotionObject } from '../motion/motion.object.js';
import { ActionState } from './action.entity.js';

registerEnumType(ActionState, {
  name: 'ActionState',
  description: 'How far an action has come.',
  valuesMap: {
    OPEN: { description: 'To be done.' },
    DONE: { description: 'Its unit, or the committee, has said that it is done.' },
    DROPPED: { description: 'The committee has given it up, with a reason.' },
  },
});

@ObjectType('Action', {
  implements: () => Node,
  description: 'What a meeting has decided that a unit does by a day (行动事项).',
})
export abstract class ActionObject extends Node {
  @Field(() => NetworkObject, { description: 'The network whose meeting decided it.' })
  readonly network!: NetworkObject;

  @Field(() => MeetingObject, {
    nullable: true,
    description: 'The meeting that decided it; null for a unit that was not invited there.',
  })
  readonly meeting!: MeetingObject | null;

  @Field(() => AgendaItemObject, {
    nullable: true,
    description: 'The item of the agenda that it came from, if you may see that.',
  })
  readonly agendaItem!: AgendaItemObject | null;

  @Field(() => MotionObject, {
    nullable: true,
    description: 'The motion by which it was decided, if you may see that.',
  })
  readonly motion!: MotionObject | null;

  @Field(() => UnitObject, { description: 'Which unit does it.' })
  readonly unit!: UnitObject;

  @Field(() => Boolean, {
    description:
      'Whether that unit takes no part in the network at present: the committee hands the action to another.',
  })
  readonly isUnitGone!: boolean;

  @Field(() => String, { description: 'What is done.' })
  readonly what!: string;

  @Field(() => DateScalar, {
    description: 'The last day on which it is in time, in the zone of the network.',
  })
  readonly dueOn!: string;

  @Field(() => Boolean, { description: 'Whether it is open and its last day is over.' })
  readonly overdue!: boolean;

  @Field(() => ActionState, { description: 'How far it has come.' })
  readonly state!: ActionState;

  @Field(() => String, { nullable: true, description: 'Why it was dropped.' })
  readonly reason!: string | null;

  @Field(() => [FileObject], { description: 'What proves it, oldest first; stewards read none.' })
  readonly files!: FileObject[];

  @Field(() => DateTimeScalar, { description: 'When it was written down.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was done or dropped.' })
  readonly settledAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const ActionConnection = connectionOf(ActionObject, 'Action');

export const CreateActionResult = resultUnion('CreateActionResult', [ActionObject, WrongState]);
export const ActionResult = resultUnion('ActionResult', [ActionObject, StaleVersion, WrongState]);
