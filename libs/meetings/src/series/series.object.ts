import {
  connectionOf,
  DateTimeScalar,
  Node,
  resultUnion,
  StaleVersion,
  TimeOfDayScalar,
  WrongState,
} from '#graphql';
import { NetworkObject } from '#network';
import { OfferObject } from '#resources';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MeetingObject } from '../meeting/meeting.object.js';
import { OffRestDay, SeriesPeriod } from './series-days.js';

registerEnumType(SeriesPeriod, {
  name: 'SeriesPeriod',
  description: 'How often meetings come round.',
  valuesMap: {
    MONTH: { description: 'Once a month.' },
    QUARTER: { description: 'Once a quarter.' },
  },
});

registerEnumType(OffRestDay, {
  name: 'OffRestDay',
  description: 'What becomes of a day that falls on a rest-day.',
  valuesMap: {
    NEXT_WORKDAY: { description: 'It moves to the next workday.' },
    STAYS: { description: 'It stays.' },
  },
});

@ObjectType('MeetingSeries', {
  implements: () => Node,
  description: 'By which rule drafts of regular meetings are made ahead; read by the committee alone.',
})
export abstract class MeetingSeriesObject extends Node {
  @Field(() => NetworkObject, { description: 'The network.' })
  readonly network!: NetworkObject;

  @Field(() => String, { description: 'The name of each meeting.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Where.' })
  readonly location!: string | null;

  @Field(() => OfferObject, { nullable: true, description: 'The venue that each draft wants.' })
  readonly venue!: unknown;

  @Field(() => SeriesPeriod, { description: 'How often.' })
  readonly every!: SeriesPeriod;

  @Field(() => Int, { nullable: true, description: 'Of a quarter: in its month 1, 2 or 3.' })
  readonly monthOfQuarter!: number | null;

  @Field(() => Int, { description: 'Weekday; 1 is Monday, 7 Sunday.' })
  readonly weekday!: number;

  @Field(() => Int, { description: 'Which of these weekdays in the month: 1 to 4, or -1 for the last.' })
  readonly nth!: number;

  @Field(() => OffRestDay, { description: 'What becomes of a day that falls on a rest-day.' })
  readonly offRestDay!: OffRestDay;

  @Field(() => TimeOfDayScalar, { description: 'When it starts, on the wall clock of the region.' })
  readonly at!: number;

  @Field(() => Int, { description: 'Minutes that each meeting lasts.' })
  readonly minutes!: number;

  @Field(() => [MeetingObject], {
    description:
      'Its meetings that have not ended, the earliest first: four drafts are kept ahead, looked at anew each day.',
  })
  readonly meetingsAhead!: MeetingObject[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it goes on.' })
  readonly endedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const MeetingSeriesConnection = connectionOf(MeetingSeriesObject, 'MeetingSeries');

export const MeetingSeriesResult = resultUnion('MeetingSeriesResult', [
  MeetingSeriesObject,
  StaleVersion,
  WrongState,
]);
