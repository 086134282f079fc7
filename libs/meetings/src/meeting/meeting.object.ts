import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MeetingAnswerObject } from '../answer/meeting-answer.object.js';
import { MeetingMoveObject } from '../move/meeting-move.object.js';
import { QuorumRule } from './meeting-call.entity.js';
import { MeetingKind, MeetingState } from './meeting.entity.js';

registerEnumType(MeetingKind, {
  name: 'MeetingKind',
  description: 'What kind of meeting it is.',
  valuesMap: {
    REGULAR: { description: 'The joint meeting of all members that comes round (例行联席会议).' },
    EXTRAORDINARY: { description: 'A joint meeting because something major happened (临时联席会议).' },
    WORKING: { description: 'Of some units only, guests too (专题会).' },
  },
});

registerEnumType(MeetingState, {
  name: 'MeetingState',
  description: 'How far a meeting has come.',
  valuesMap: {
    DRAFT: { description: 'Prepared; the committee alone reads it, and nobody is told.' },
    CALLED: { description: 'Called: those invited read it and are asked whether they come.' },
    IN_SESSION: { description: 'It has begun.' },
    CLOSED: { description: 'It is over.' },
    MINUTES_PUBLISHED: {
      description:
        'Its minutes are published: attendance, agenda and votes are fixed; actions and objections go on.',
    },
    CANCELLED: { description: 'It will not be.' },
  },
});

registerEnumType(QuorumRule, {
  name: 'QuorumRule',
  description:
    'Of the units counted (of a joint meeting all active members), how many must be there or be represented.',
  valuesMap: {
    MORE_THAN_HALF: { description: 'More than half of them.' },
    AT_LEAST_HALF: { description: 'Half of them, or more.' },
    AT_LEAST_TWO_THIRDS: { description: 'Two thirds of them, or more.' },
  },
});

@ObjectType('MeetingCall', { description: 'What a meeting says to those invited.' })
export abstract class MeetingCallObject {
  @Field(() => String, {
    nullable: true,
    description: 'Where: as it was said, else where its venues are.',
  })
  readonly location!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many persons are expected; null when nobody has said.',
  })
  readonly expectedHeads!: number | null;

  @Field(() => Boolean, {
    description: 'A draft that is called by the last confirmation of an offer that it waits for.',
  })
  readonly callsItself!: boolean;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  readonly about!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when units propose items; null when until it begins.',
  })
  readonly agendaDeadline!: Date | null;

  @Field(() => QuorumRule, { description: 'How many units must be there or be represented.' })
  readonly quorumRule!: QuorumRule;

  @Field(() => [UnitObject], {
    description:
      'The units invited, by code. In the draft of a working meeting those chosen; in that of a joint one none yet.',
  })
  readonly invitedUnits!: UnitObject[];

  @Field(() => Int, { description: 'How many units come.' })
  readonly acceptedCount!: number;

  @Field(() => Int, { description: 'How many units do not come.' })
  readonly declinedCount!: number;

  @Field(() => Int, { description: 'How many units do not know yet.' })
  readonly tentativeCount!: number;

  @Field(() => Int, { description: 'How many units have given their vote to another.' })
  readonly proxyCount!: number;

  @Field(() => Int, {
    description:
      'How many units with a vote are in the room, as last noted; of a closed meeting, were when it closed.',
  })
  readonly presentCount!: number;

  @Field(() => Int, {
    description:
      'How many units are represented by one in the room, as last noted; of a closed meeting, were when it closed.',
  })
  readonly representedCount!: number;

  @Field(() => [MeetingAnswerObject], {
    description:
      'The answers that you may see, by code: all for the committee; for a unit its own, and that whose proxy it holds, but for the remark.',
  })
  readonly answers!: MeetingAnswerObject[];

  @Field(() => [MeetingMoveObject], { description: 'How it was moved since it was called, oldest first.' })
  readonly moves!: MeetingMoveObject[];

  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  readonly cancelReason!: string | null;
}

@ObjectType('Meeting', {
  implements: () => Node,
  description: 'A joint or working meeting (联席会议、专题会). Of a called one stewards read this much.',
})
export abstract class MeetingObject extends Node {
  @Field(() => NetworkObject, { description: 'The network whose meeting it is.' })
  readonly network!: NetworkObject;

  @Field(() => MeetingKind, { description: 'What kind of meeting.' })
  readonly kind!: MeetingKind;

  @Field(() => MeetingState, { description: 'How far it has come.' })
  readonly state!: MeetingState;

  @Field(() => String, { description: 'Its name.' })
  readonly title!: string;

  @Field(() => Boolean, {
    description:
      'A draft of a series whose day may yet step off a rest-day: its year is not announced. It is looked at anew each day.',
  })
  readonly isProvisional!: boolean;

  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  readonly endsAt!: Date;

  @Field(() => MeetingCallObject, {
    nullable: true,
    description: 'What it says to those invited; null for stewards.',
  })
  readonly call!: MeetingCallObject | null;

  @Field(() => Int, {
    description: 'How often units were asked whether they come: once with the call, and anew with each move.',
  })
  readonly round!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was called, or recorded after the fact; null in a draft.',
  })
  readonly calledAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it began.' })
  readonly begunAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  readonly closedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was cancelled.' })
  readonly cancelledAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was recorded after the fact (补录); null for what was called here.',
  })
  readonly recordedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const MeetingConnection = connectionOf(MeetingObject, 'Meeting');

export const MeetingStepResult = resultUnion('MeetingStepResult', [MeetingObject, StaleVersion, WrongState]);
