import { DateTimeScalar, IdOf, NotBlank, told } from '#graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, Matches, MaxLength } from 'class-validator';
import { OfMeetingArgs } from '../agenda/agenda.inputs.js';
import { AttendanceAct } from './attendance-entry.entity.js';
import { ATTENDANCE_WORDS } from './attendance.words.js';

/** As many as one answers with. */
export const MOST_NAMES = 20;

@ArgsType()
export class CheckInArgs extends OfMeetingArgs {
  // Half-width or full-width.
  @Matches(/^[\d０-９]{6}$/, told(ATTENDANCE_WORDS.codeNeeded))
  @Field(() => String, { description: 'The six digits shown in the room; the ones before them still do.' })
  code!: string;

  @ArrayMaxSize(MOST_NAMES, told(ATTENDANCE_WORDS.tooManyNames))
  @NotBlank({ each: true, ...told(ATTENDANCE_WORDS.nameNeeded) })
  @MaxLength(60, { each: true, ...told(ATTENDANCE_WORDS.nameTooLong) })
  @Field(() => [String], {
    defaultValue: [],
    description:
      'Names of those who came; those of its answer when left out, and nobody was named before. Of a unit that is in the room they are added.',
  })
  names!: string[];
}

@InputType({ description: 'That a unit came, went or excused itself.' })
export class NoteAttendanceInput {
  @IdOf('Unit')
  @Field(() => ID, { description: 'A unit that is invited.' })
  unitId!: string;

  @Field(() => AttendanceAct, { description: 'What it did.' })
  act!: AttendanceAct;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When, from an hour before the start until the end, not after now; an excuse from the call on. Now when left out.',
  })
  at?: Date | null;

  @ArrayMaxSize(MOST_NAMES, told(ATTENDANCE_WORDS.tooManyNames))
  @NotBlank({ each: true, ...told(ATTENDANCE_WORDS.nameNeeded) })
  @MaxLength(60, { each: true, ...told(ATTENDANCE_WORDS.nameTooLong) })
  @Field(() => [String], {
    defaultValue: [],
    description:
      'Names of those who came, none otherwise; those of its answer when left out, and nobody was named before.',
  })
  names!: string[];
}

@ArgsType()
export class StrikeAttendanceArgs extends OfMeetingArgs {
  @IdOf('Unit')
  @Field(() => ID, { description: 'Of which unit.' })
  unitId!: string;

  @Field(() => DateTimeScalar, { description: 'The instant that the entry names.' })
  at!: Date;

  @NotBlank(told(ATTENDANCE_WORDS.reasonNeeded))
  @MaxLength(500, told(ATTENDANCE_WORDS.reasonTooLong))
  @Field(() => String, { description: 'Why it is wrong; read by the unit.' })
  reason!: string;
}
