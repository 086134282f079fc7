import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MotionObject } from '../motion/motion.object.js';
import { ObjectionStep } from './objection-note.entity.js';
import { ObjectionSource, ObjectionState } from './objection.entity.js';

registerEnumType(ObjectionSource, {
  name: 'ObjectionSource',
  description: 'Whose objection it is.',
  valuesMap: {
    UNIT: { description: 'Of the unit itself; read by everybody who reads the motion.' },
    HOUSEHOLD: {
      description:
        'Of a household that is named nowhere; read by the committee and by the unit that recorded it, others read the counts.',
    },
  },
});

registerEnumType(ObjectionState, {
  name: 'ObjectionState',
  description: 'How far an objection has come.',
  valuesMap: {
    OPEN: { description: 'Not answered yet.' },
    ANSWERED: { description: 'The committee has answered, and goes on to win them over.' },
    SETTLED: { description: 'Won over.' },
    UPHELD: { description: 'It stays.' },
    WITHDRAWN: { description: 'Taken back, or recorded by mistake; not counted.' },
  },
});

registerEnumType(ObjectionStep, {
  name: 'ObjectionStep',
  description: 'What a note says of an objection.',
  valuesMap: {
    VISITED: { description: 'They were visited (上门).' },
    CALLED: { description: 'They were called.' },
    NOTED: { description: 'They were followed up in another way.' },
    ANSWERED: { description: 'What the committee answered.' },
    SETTLED: { description: 'They are won over.' },
    UPHELD: { description: 'It stays.' },
    REOPENED: { description: 'It is followed up again.' },
    WITHDRAWN: { description: 'It was taken back.' },
  },
});

@ObjectType('ObjectionNote', { description: 'How an objection was followed up; never changed.' })
export abstract class ObjectionNoteObject {
  @Field(() => UnitObject, { description: 'Whose words they are.' })
  readonly unit!: UnitObject;

  @Field(() => ObjectionStep, { description: 'What it says.' })
  readonly step!: ObjectionStep;

  @Field(() => String, { description: 'In which words.' })
  readonly text!: string;

  @Field(() => DateScalar, { description: 'On which day it happened, in the zone of the network.' })
  readonly happenedOn!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written down.' })
  readonly notedAt!: Date;
}

@ObjectType('Objection', {
  implements: () => Node,
  description: 'An objection against a motion (异议), followed up until it is settled or stays.',
})
export abstract class ObjectionObject extends Node {
  @Field(() => MotionObject, { description: 'Against which motion.' })
  readonly motion!: MotionObject;

  @Field(() => UnitObject, { description: 'Which unit objects, or recorded it for a household.' })
  readonly unit!: UnitObject;

  @Field(() => ObjectionSource, { description: 'Whose it is.' })
  readonly source!: ObjectionSource;

  @Field(() => Int, { description: 'Its number among the objections against the motion, from 1.' })
  readonly number!: number;

  @Field(() => String, { nullable: true, description: 'What the household is known by; never a name.' })
  readonly label!: string | null;

  @Field(() => String, { description: 'Why.' })
  readonly text!: string;

  @Field(() => ObjectionState, { description: 'How far it has come.' })
  readonly state!: ObjectionState;

  @Field(() => String, { nullable: true, description: 'What the committee has answered last.' })
  readonly answer!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  readonly recordedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered last.' })
  readonly answeredAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was settled, upheld or withdrawn.',
  })
  readonly settledAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

@ObjectType('ObjectionCount', {
  description: 'How many objections there are against a motion; read by everybody who reads the motion.',
})
export abstract class ObjectionCountObject {
  @Field(() => Int, { description: 'How many there are; those withdrawn are not counted.' })
  readonly total!: number;

  @Field(() => Int, { description: 'How many are not answered yet.' })
  readonly open!: number;

  @Field(() => Int, { description: 'How many are answered and followed up.' })
  readonly answered!: number;

  @Field(() => Int, { description: 'How many are won over.' })
  readonly settled!: number;

  @Field(() => Int, { description: 'How many stay.' })
  readonly upheld!: number;
}

@ObjectType('RecordedObjections', { description: 'What was recorded.' })
export abstract class RecordedObjectionsObject {
  @Field(() => [ObjectionObject], { description: 'By their numbers.' })
  readonly objections!: ObjectionObject[];
}

export const ObjectionConnection = connectionOf(ObjectionObject, 'Objection');
export const ObjectionNoteConnection = connectionOf(ObjectionNoteObject, 'ObjectionNote');

export const RaiseObjectionResult = resultUnion('RaiseObjectionResult', [ObjectionObject, WrongState]);
export const RecordObjectionsResult = resultUnion('RecordObjectionsResult', [
  RecordedObjectionsObject,
  WrongState,
]);
export const ObjectionResult = resultUnion('ObjectionResult', [ObjectionObject, StaleVersion, WrongState]);
