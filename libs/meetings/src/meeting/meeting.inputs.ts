import { DateTimeScalar, IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import {
  ArgsType,
  Field,
  ID,
  InputType,
  Int,
  OmitType,
  PartialType,
  registerEnumType,
} from '@nestjs/graphql';
import { ArrayMaxSize, Max, MaxLength, Min } from 'class-validator';
import { MEETING_OFFER_WORDS } from '../booking/meeting-offer.words.js';
import { QuorumRule } from './meeting-call.entity.js';
import { MeetingKind, MeetingState } from './meeting.entity.js';
import { MEETING_WORDS } from './meeting.words.js';

@InputType({ description: 'A meeting that is to be.' })
export class CreateMeetingInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network whose meeting it is: one that your committee convenes.' })
  networkId!: string;

  @Field(() => MeetingKind, { description: 'What kind of meeting; it stays so.' })
  kind!: MeetingKind;

  @NotBlank(told(MEETING_WORDS.titleNeeded))
  @MaxLength(100, told(MEETING_WORDS.titleTooLong))
  @Field(() => String, { description: 'Its name. Once it is called, stewards read it too.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: 'Start, included, not in the past.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included; within 24 hours of the start.' })
  endsAt!: Date;

  @MaxLength(200, told(MEETING_WORDS.locationTooLong))
  @Field(() => String, { nullable: true, description: 'Where; its venues when left out.' })
  location?: string | null;

  @Min(1, told(MEETING_OFFER_WORDS.headsTooFew))
  @Max(1_000_000, told(MEETING_OFFER_WORDS.headsTooMany))
  @Field(() => Int, {
    nullable: true,
    description: 'How many persons are expected; owners of venues read it.',
  })
  expectedHeads?: number | null;

  @ManyLines()
  @MaxLength(2000, told(MEETING_WORDS.aboutTooLong))
  @Field(() => String, { nullable: true, description: 'What it is about; read by those invited.' })
  about?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when units propose items, not after the start; until it begins when left out.',
  })
  agendaDeadline?: Date | null;

  @Field(() => QuorumRule, {
    defaultValue: QuorumRule.MORE_THAN_HALF,
    description: 'How many units must be there or be represented; fixed when it is called.',
  })
  quorumRule!: QuorumRule;

  @IdOf('Unit')
  @ArrayMaxSize(100, told(MEETING_WORDS.tooManyUnits))
  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Whom to invite to a working meeting, guests of the network too; your committee always is. A joint meeting is for all members: none.',
  })
  unitIds!: string[];
}

@InputType({
  description:
    'What changes in a meeting; what is left out stays. Once it is called, its time changes by moving it.',
})
export class UpdateMeetingInput extends PartialType(
  OmitType(CreateMeetingInput, ['networkId', 'kind', 'quorumRule', 'unitIds']),
) {
  @Field(() => QuorumRule, {
    nullable: true,
    description: 'How many units must be there; until it is called.',
  })
  quorumRule?: QuorumRule | null;

  @IdOf('Unit')
  @ArrayMaxSize(100, told(MEETING_WORDS.tooManyUnits))
  @Field(() => [ID], {
    nullable: true,
    description: 'Whom to invite to a working meeting; who is left out is no longer.',
  })
  unitIds?: string[] | null;
}

@InputType({ description: 'Another time for a called meeting.' })
export class MoveMeetingInput {
  @Field(() => DateTimeScalar, { description: 'Start, included, not in the past.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included; within 24 hours of the start.' })
  endsAt!: Date;

  @MaxLength(200, told(MEETING_WORDS.locationTooLong))
  @Field(() => String, { nullable: true, description: 'Where; stays when left out.' })
  location?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when units propose items; as long before the start as it was when left out, until it begins when null.',
  })
  agendaDeadline?: Date | null;

  @NotBlank(told(MEETING_WORDS.reasonNeeded))
  @MaxLength(500, told(MEETING_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by those invited.' })
  reason!: string;
}

@ArgsType()
export class MeetingStep extends stepOn('Meeting') {}

@ArgsType()
export class CancelMeetingArgs extends stepOn('Meeting') {
  @NotBlank(told(MEETING_WORDS.reasonNeeded))
  @MaxLength(500, told(MEETING_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why; read by those invited.' })
  reason!: string;
}

@InputType({ description: 'Which meetings; all given conditions hold.' })
export class NetworkMeetingFilter {
  @Field(() => [MeetingKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: MeetingKind[] | null;

  @Field(() => [MeetingState], { nullable: true, description: 'In one of these states.' })
  states?: MeetingState[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'That end after this instant.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'That start before this instant.' })
  to?: Date | null;
}

@InputType({ description: 'Which of the meetings that you see; all given conditions hold.' })
export class MeetingFilter extends NetworkMeetingFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;
}

export enum MeetingOrder {
  STARTS_AT_ASC = 'STARTS_AT_ASC',
  STARTS_AT_DESC = 'STARTS_AT_DESC',
}

registerEnumType(MeetingOrder, {
  name: 'MeetingOrder',
  description: 'In which order meetings are listed.',
  valuesMap: {
    STARTS_AT_ASC: { description: 'The earliest first.' },
    STARTS_AT_DESC: { description: 'The latest first.' },
  },
});
