import { IdOf, NotBlank, stepOn, TimeOfDayScalar, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { IsIn, Max, MaxLength, Min } from 'class-validator';
import { MEETING_WORDS } from '../meeting/meeting.words.js';
import { OffRestDay, SeriesPeriod } from './series-days.js';
import { SERIES_WORDS } from './series.words.js';

/** 24:00 is the day after the one that the rule names. */
const LAST_MINUTE = 24 * 60 - 1;

@InputType({ description: 'By which rule meetings come round.' })
export class CreateMeetingSeriesInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network: one that your committee convenes.' })
  networkId!: string;

  @NotBlank(told(MEETING_WORDS.titleNeeded))
  @MaxLength(100, told(MEETING_WORDS.titleTooLong))
  @Field(() => String, { description: 'The name of each meeting.' })
  title!: string;

  @MaxLength(200, told(MEETING_WORDS.locationTooLong))
  @Field(() => String, { nullable: true, description: 'Where; the venue when left out.' })
  location?: string | null;

  @IdOf('Offer')
  @Field(() => ID, {
    nullable: true,
    description:
      'The venue that each draft wants, published to the network. It is noted, and booked or asked for when the draft is settled.',
  })
  venueId?: string | null;

  @Field(() => SeriesPeriod, { description: 'How often.' })
  every!: SeriesPeriod;

  @Min(1, told(SERIES_WORDS.monthRange))
  @Max(3, told(SERIES_WORDS.monthRange))
  @Field(() => Int, { nullable: true, description: 'Of a quarter: in its month 1, 2 or 3.' })
  monthOfQuarter?: number | null;

  @Min(1, told(SERIES_WORDS.weekdayRange))
  @Max(7, told(SERIES_WORDS.weekdayRange))
  @Field(() => Int, { description: 'Weekday; 1 is Monday, 7 Sunday.' })
  weekday!: number;

  @IsIn([1, 2, 3, 4, -1], told(SERIES_WORDS.nthRange))
  @Field(() => Int, { description: 'Which of these weekdays in the month: 1 to 4, or -1 for the last.' })
  nth!: number;

  @Field(() => OffRestDay, {
    defaultValue: OffRestDay.NEXT_WORKDAY,
    description: 'What becomes of a day that falls on a rest-day.',
  })
  offRestDay!: OffRestDay;

  @Max(LAST_MINUTE, told(SERIES_WORDS.startsAtMidnight))
  @Field(() => TimeOfDayScalar, {
    description: 'When it starts, on the wall clock of the region; until 23:59.',
  })
  at!: number;

  @Min(15, told(SERIES_WORDS.minutesRange))
  @Max(720, told(SERIES_WORDS.minutesRange))
  @Field(() => Int, { description: 'Minutes that each meeting lasts.' })
  minutes!: number;
}

@InputType({ description: 'What changes in a series; what is left out stays.' })
export class UpdateMeetingSeriesInput extends PartialType(
  OmitType(CreateMeetingSeriesInput, ['networkId', 'offRestDay']),
) {
  @Field(() => OffRestDay, {
    nullable: true,
    description: 'What becomes of a day that falls on a rest-day.',
  })
  offRestDay?: OffRestDay | null;
}

@ArgsType()
export class SeriesStep extends stepOn('MeetingSeries') {}

@InputType({ description: 'Which series; all given conditions hold.' })
export class MeetingSeriesFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;
}
