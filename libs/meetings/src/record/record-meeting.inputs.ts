import { DateTimeScalar, IdOf, Nested, NotBlank, told } from '#graphql';
import { Field, ID, InputType, OmitType } from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { AGENDA_WORDS } from '../agenda/agenda.words.js';
import { ATTENDANCE_WORDS } from '../attendance/attendance.words.js';
import { CreateMeetingInput } from '../meeting/meeting.inputs.js';
import { MEETING_WORDS } from '../meeting/meeting.words.js';

@InputType({ description: 'A unit that came to a meeting that is recorded afterwards.' })
export class RecordedAttendanceInput {
  @IdOf('Unit')
  @Field(() => ID, {
    description:
      'A unit that the meeting was for, named once: of a joint one a member, of a working one a unit chosen, or your committee.',
  })
  unitId!: string;

  @ArrayMaxSize(20, told(ATTENDANCE_WORDS.tooManyNames))
  @NotBlank({ each: true, ...told(ATTENDANCE_WORDS.nameNeeded) })
  @MaxLength(60, { each: true, ...told(ATTENDANCE_WORDS.nameTooLong) })
  @Field(() => [String], { defaultValue: [], description: 'Names of those who came.' })
  names!: string[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it came, from an hour before the start until the end; with the start when left out.',
  })
  arrivedAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it went before the end, after it came; it stayed when left out.',
  })
  leftAt?: Date | null;
}

@InputType({ description: 'A meeting of the last 90 days that was held without having been called here.' })
export class RecordMeetingInput extends OmitType(CreateMeetingInput, [
  'startsAt',
  'endsAt',
  'agendaDeadline',
]) {
  @Field(() => DateTimeScalar, { description: 'When it began, included; at most 90 days ago.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When it was over, not included; in the past, within 24 hours of the start.',
  })
  endsAt!: Date;

  @Nested(() => RecordedAttendanceInput)
  @ArrayMaxSize(100, told(MEETING_WORDS.tooManyUnits))
  @Field(() => [RecordedAttendanceInput], { description: 'Who came.' })
  attendance!: RecordedAttendanceInput[];

  @ArrayMaxSize(100, told(AGENDA_WORDS.tooManyItems))
  @NotBlank({ each: true, ...told(AGENDA_WORDS.titleNeeded) })
  @MaxLength(100, { each: true, ...told(AGENDA_WORDS.titleTooLong) })
  @Field(() => [String], { defaultValue: [], description: 'What it talked about, in order.' })
  items!: string[];

  @IdOf('Meeting')
  @Field(() => ID, {
    nullable: true,
    description:
      'A draft that was held without having been called: it becomes this meeting, with its own items before these. Of the same network and kind; that of a series in the period in which it was held.',
  })
  draftId?: string | null;
}
