import { DateScalar, DateTimeScalar } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ActionState, type Action } from '../action/action.entity.js';
import { ActionObject } from '../action/action.object.js';
import type { AgendaItem } from '../agenda/agenda-item.entity.js';
import { AgendaItemObject } from '../agenda/agenda.object.js';
import { Majority } from '../motion/majority.js';
import { MotionState } from '../motion/motion.entity.js';
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

@ObjectType('MinutesMotion', { description: 'What came of a vote, as the minutes say it.' })
export abstract class MinutesMotionObject {
  @Field(() => String, { description: 'What was voted on.' })
  readonly text!: string;

  @Field(() => Majority, { description: 'What it needed to be carried.' })
  readonly majority!: Majority;

  @Field(() => Boolean, { description: 'Whether the ballot was secret.' })
  readonly isSecret!: boolean;

  @Field(() => MotionState, { description: 'What came of it.' })
  readonly outcome!: MotionState;

  @Field(() => Int, { description: 'How many units had to be present or represented.' })
  readonly quorumNeeded!: number;

  @Field(() => Int, { description: 'How many units had a vote.' })
  readonly entitled!: number;

  @Field(() => Int, { description: 'How many of them were there.' })
  readonly present!: number;

  @Field(() => Int, { description: 'How many were represented.' })
  readonly represented!: number;

  @Field(() => Int, { description: 'How many voted.' })
  readonly voting!: number;

  @Field(() => Int, { description: 'Votes for it.' })
  readonly yes!: number;

  @Field(() => Int, { description: 'Votes against it.' })
  readonly no!: number;

  @Field(() => Int, { description: 'Abstentions.' })
  readonly abstained!: number;

  @Field(() => Int, { nullable: true, description: 'Households asked outside; null where none were.' })
  readonly consentAsked!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of them agreed.' })
  readonly consentFor!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of them did not.' })
  readonly consentAgainst!: number | null;

  @Field(() => Int, { description: 'How many objections were recorded against it, without those withdrawn.' })
  readonly objectionCount!: number;
}

@ObjectType('MinutesAction', { description: 'What a unit is to do, as the minutes say it.' })
export abstract class MinutesActionObject {
  @Field(() => String, { description: 'What.' })
  readonly what!: string;

  @Field(() => String, { description: 'The name of the unit that does it, as it was then.' })
  readonly unitName!: string;

  @Field(() => DateScalar, { description: 'The last local day on which it is in time.' })
  readonly dueOn!: string;
}

@ObjectType('MinutesReport', {
  description: 'What the meeting heard had become of an action of an earlier one, as the minutes say it.',
})
export abstract class MinutesReportObject {
  @Field(() => ActionObject, { nullable: true, description: 'The action itself, if you may see that.' })
  readonly action!: Action | null;

  @Field(() => String, { description: 'What was to be done.' })
  readonly what!: string;

  @Field(() => String, { description: 'The name of the unit that does it, as it was then.' })
  readonly unitName!: string;

  @Field(() => DateScalar, { description: 'The last local day on which it was in time.' })
  readonly dueOn!: string;

  @Field(() => ActionState, { description: 'Where the action stood when it was said.' })
  readonly state!: ActionState;

  @Field(() => String, { description: 'What had become of it.' })
  readonly text!: string;
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

  @Field(() => [MinutesMotionObject], { description: 'What was voted on with it, the earliest first.' })
  readonly motions!: readonly MinutesMotionObject[];
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

  @Field(() => [MinutesReportObject], {
    description: 'What it heard had become of actions of earlier meetings, by when they were due.',
  })
  readonly reports!: readonly MinutesReportObject[];

  @Field(() => [MinutesItemObject], {
    description: 'Those on the agenda in their order, then those that the meeting put off.',
  })
  readonly items!: readonly MinutesItemObject[];

  @Field(() => [MinutesMotionObject], { description: 'What was voted on beside the items.' })
  readonly otherMotions!: readonly MinutesMotionObject[];

  @Field(() => [MinutesActionObject], { description: 'What units are to do, by when it is due.' })
  readonly actions!: readonly MinutesActionObject[];

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
