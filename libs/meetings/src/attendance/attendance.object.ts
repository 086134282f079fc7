import { DateTimeScalar, resultUnion, WrongState } from '#graphql';
import { InvalidCode, TooManyAttempts, UnitObject, type Unit } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AttendanceAct, AttendanceWay } from './attendance-entry.entity.js';

registerEnumType(AttendanceAct, {
  name: 'AttendanceAct',
  description: 'What a unit did.',
  valuesMap: {
    ARRIVED: { description: 'It came.' },
    LEFT: { description: 'It went.' },
    EXCUSED: { description: 'It excused itself; it may still come.' },
  },
});

registerEnumType(AttendanceWay, {
  name: 'AttendanceWay',
  description: 'How it is known.',
  valuesMap: {
    CODE: { description: 'It checked in by the code.' },
    COMMITTEE: { description: 'The committee wrote it down, or ended its part in the network.' },
  },
});

@ObjectType('AttendanceEntry', { description: 'That a unit came, went or excused itself.' })
export abstract class AttendanceEntryObject {
  @Field(() => UnitObject, { description: 'Which unit.' })
  readonly unit!: UnitObject;

  @Field(() => AttendanceAct, { description: 'What it did.' })
  readonly act!: AttendanceAct;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: Date;

  @Field(() => AttendanceWay, { description: 'How it is known.' })
  readonly way!: AttendanceWay;

  @Field(() => [String], { description: 'Names of those who came.' })
  readonly names!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the committee struck it out.' })
  readonly struckAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was struck out.' })
  readonly strikeReason!: string | null;
}

@ObjectType('UnitAttendance', { description: 'How a unit attended, as the sign-in sheet says it.' })
export abstract class UnitAttendanceObject {
  @Field(() => UnitObject, { description: 'The unit invited.' })
  readonly unit!: Unit;

  @Field(() => Boolean, { description: 'Whether it has a vote and counts for the quorum.' })
  readonly isCounted!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it first came; null when it did not.' })
  readonly arrivedAt!: Date | null;

  @Field(() => Int, { description: 'By how many whole minutes it came late; 0 in time.' })
  readonly lateMinutes!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it went for good before the end.' })
  readonly leftEarlyAt!: Date | null;

  @Field(() => Boolean, { description: 'It did not come, and had excused itself or declined.' })
  readonly isExcused!: boolean;

  @Field(() => [String], { description: 'Names of those who came.' })
  readonly names!: string[];
}

@ObjectType('HeldProxy', { description: 'A vote that another unit has while it is in the room.' })
export abstract class HeldProxyObject {
  @Field(() => UnitObject, { description: 'The unit that is away.' })
  readonly unit!: Unit;

  @Field(() => UnitObject, { description: 'The unit that votes for it.' })
  readonly by!: Unit;
}

@ObjectType('Presence', { description: 'Who was in the room at one instant, as it is known now.' })
export abstract class PresenceObject {
  @Field(() => DateTimeScalar, { description: 'The instant.' })
  readonly at!: Date;

  @Field(() => [UnitObject], { description: 'Units that were there, guests too, by code.' })
  readonly present!: readonly Unit[];

  @Field(() => [HeldProxyObject], { description: 'Units that were represented, by code.' })
  readonly represented!: readonly HeldProxyObject[];

  @Field(() => Int, { description: 'How many of those there, or represented, count for the quorum.' })
  readonly countedUnits!: number;
}

export const CheckInResult = resultUnion('CheckInResult', [
  AttendanceEntryObject,
  InvalidCode,
  TooManyAttempts,
  WrongState,
]);
export const NoteAttendanceResult = resultUnion('NoteAttendanceResult', [AttendanceEntryObject, WrongState]);
