import { DateTimeScalar } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AgendaItem } from '../agenda/agenda-item.entity.js';
import { AgendaItemObject } from '../agenda/agenda.object.js';
import { AttendanceStanding } from './minutes-record.js';

registerEnumType(AttendanceStanding, {
  name: 'AttendanceStanding',
  description: 'How a unit attended.',
  valuesMap: {
    PRESENT: { description: 'It came.' },
    REPRESENTED: { description: 'It did not come, and the unit that votes for it did.' },
    EXCUSED: { description: 'It did not come, and had excused itself.' },
    ABSENT: { description: 'It did not come.' },
  },
});

@ObjectType('MinutesAttendance', { description: 'How a unit attended, as the minutes say it.' })
export abstract class MinutesAttendanceObject {
  @Field(() => String, { description: 'The name of the unit, as it was then.' })
  readonly unitName!: string;

  @Field(() => Boolean, { description: 'Whether it has a vote: a member has one, a guest has none.' })
  readonly isCounted!: boolean;

  @Field(() => AttendanceStanding, { description: 'How it attended.' })
  readonly standing!: AttendanceStanding;

  @Field(() => [String], { description: 'Names of those who came.' })
  readonly names!: readonly string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it first came.' })
  readonly arrivedAt!: string | null;

  @Field(() => Int, { description: 'By how many whole minutes it came late; 0 in time.' })
  readonly lateMinutes!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it went for good before the end.' })
  readonly leftEarlyAt!: string | null;

  @Field(() => String, { nullable: true, description: 'The name of the unit that voted for it.' })
  readonly representedBy!: string | null;
}

@ObjectType('MinutesItem', { description: 'One item of the agenda, as the minutes say it.' })
export abstract class MinutesItemObject {
  @Field(() => AgendaItemObject, { nullable: true, description: 'The item itself, if you may see that.' })
  readonly agendaItem!: AgendaItem | null;

  @Field(() => String, { description: 'Its name.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Who presented it.' })
  readonly presenter!: string | null;

  @Field(() => String, { nullable: true, description: 'What was written about it.' })
  readonly text!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the meeting put it off; null for what stayed on the agenda.',
  })
  readonly postponedBecause!: string | null;
}

@ObjectType('MinutesContents', { description: 'What minutes say.' })
export abstract class MinutesContentsObject {
  @Field(() => String, { nullable: true, description: 'Where the meeting was.' })
  readonly location!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  readonly startsAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it was closed; in session, when it is to end.' })
  readonly endsAt!: string;

  @Field(() => String, { nullable: true, description: 'Who chaired it.' })
  readonly chair!: string | null;

  @Field(() => String, { nullable: true, description: 'Who took the minutes.' })
  readonly recorder!: string | null;

  @Field(() => [MinutesAttendanceObject], { description: 'How each unit attended, by code.' })
  readonly attendance!: readonly MinutesAttendanceObject[];

  @Field(() => String, { nullable: true, description: 'What stands before the items.' })
  readonly opening!: string | null;

  @Field(() => [MinutesItemObject], {
    description: 'Those on the agenda in their order, then those that the meeting put off.',
  })
  readonly items!: readonly MinutesItemObject[];

  @Field(() => String, { nullable: true, description: 'What stands after the items.' })
  readonly closing!: string | null;
}

@ObjectType('WrittenItemText', { description: 'What was written about one item of the agenda.' })
export abstract class WrittenItemTextObject {
  @Field(() => AgendaItemObject, { nullable: true, description: 'The item.' })
  readonly agendaItem!: AgendaItem | null;

  @Field(() => String, { description: 'The text.' })
  readonly text!: string;
}

@ObjectType('WrittenText', { description: 'What people wrote in minutes, by part.' })
export abstract class WrittenTextObject {
  @Field(() => String, { nullable: true, description: 'Who chaired the meeting.' })
  readonly chair!: string | null;

  @Field(() => String, { nullable: true, description: 'Who took the minutes.' })
  readonly recorder!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands before the items.' })
  readonly opening!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands after the items.' })
  readonly closing!: string | null;

  @Field(() => [WrittenItemTextObject], { description: 'What was written about items.' })
  readonly items!: readonly WrittenItemTextObject[];
}
