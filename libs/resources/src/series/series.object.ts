import {
  connectionOf,
  DateTimeScalar,
  DecimalScalar,
  Node,
  RefusalCode,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { BookingRule } from '../booking/booking-rule.enum.js';
import { BookingObject } from '../booking/booking.object.js';
import { RuleBroken, SpanTaken } from '../booking/booking.refusals.js';
import { AboveCapacity, NotEnoughFree } from '../booking/pool.refusals.js';
import { OfferObject } from '../offer/offer.object.js';
import { DateClash, DatesClash } from './series.refusals.js';

@ObjectType('SkippedDate', {
  description: 'A date of the rule that was left out, until it is asked for again.',
})
export abstract class SkippedDateObject {
  @Field(() => DateTimeScalar, { description: 'Its start by the rule, which says which date it is.' })
  readonly startsAt!: string;

  @Field(() => DateTimeScalar, { description: 'Its end by the rule, not included.' })
  readonly endsAt!: string;

  @Field(() => RefusalCode, { description: 'Why it could not be had.' })
  readonly code!: RefusalCode;

  @Field(() => [BookingRule], { description: 'With RULE_BROKEN: the rules it would have broken.' })
  readonly rules!: BookingRule[];
}

@ObjectType('BookingSeries', {
  implements: () => Node,
  description:
    'What was asked for again and again by a rule (系列预约). Each date is a booking of its own, answered and changed by itself or with the others; the rule never changes.',
})
export abstract class BookingSeriesObject extends Node {
  @Field(() => String, { description: 'The title of the offer when it was asked for.' })
  readonly offerTitle!: string;

  @Field(() => String, { description: 'The rule by RFC 5545, as it was asked for.' })
  readonly rule!: string;

  @Field(() => String, { description: 'The IANA zone on whose wall clock its dates are counted.' })
  readonly zone!: string;

  @Field(() => DateTimeScalar, { description: 'Start of the first span by the rule, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End of the first span by the rule, not included.' })
  readonly endsAt!: Date;

  @Field(() => String, { description: 'What for; a date can have a text of its own.' })
  readonly purpose!: string;

  @Field(() => Int, { nullable: true, description: 'How many persons are expected.' })
  readonly heads!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a pool each date was asked for with; a date can have an amount of its own. Null for what is lent whole.',
  })
  readonly amount!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the amount counts: kW, 台…; null for what is lent whole.',
  })
  readonly measure!: string | null;

  @Field(() => [SkippedDateObject], {
    description:
      'Dates that could not be had when it was asked for, and have not been asked for again; in order.',
  })
  readonly skipped!: SkippedDateObject[];

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  readonly requestedAt!: Date;

  @Field(() => Int, { description: 'Counts its changes.' })
  readonly version!: number;

  @Field(() => OfferObject, { nullable: true, description: 'The offer; null when you can no longer see it.' })
  readonly offer!: OfferObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who lends; null when you can no longer see that unit.',
  })
  readonly owner!: UnitObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who uses; null when you can no longer see that unit.',
  })
  readonly requester!: UnitObject | null;

  @Field(() => NetworkObject, {
    nullable: true,
    description: 'Through which network; null when you no longer know it.',
  })
  readonly network!: NetworkObject | null;
}

export const BookingSeriesConnection = connectionOf(BookingSeriesObject, 'BookingSeries');

@ObjectType('SeriesOutcome', { description: 'What an act has done to a series, and what it could not do.' })
export abstract class SeriesOutcomeObject {
  @Field(() => BookingSeriesObject, { description: 'The series.' })
  readonly series!: BookingSeriesObject;

  @Field(() => [BookingObject], {
    description: 'The dates that were made, changed or ended, as they are now; by the order of the rule.',
  })
  readonly bookings!: BookingObject[];

  @Field(() => [DateClash], {
    description: 'The dates that were left out, or left as they were, because they cannot be had so.',
  })
  readonly clashes!: DateClash[];
}

@ObjectType('SeriesConfirmation', {
  description:
    'The dates of a series that were confirmed, what could not be, and what became of their rivals.',
})
export abstract class SeriesConfirmationObject extends SeriesOutcomeObject {
  @Field(() => [BookingObject], {
    description:
      'The requests that cannot stand beside them, each once: declined with reason CLASH, waiting, or still open if they were kept. Oldest first.',
  })
  readonly rivals!: BookingObject[];
}

export const RequestSeriesResult = resultUnion('RequestSeriesResult', [SeriesOutcomeObject, DatesClash]);
export const RequestSeriesDateResult = resultUnion('RequestSeriesDateResult', [
  BookingObject,
  AboveCapacity,
  NotEnoughFree,
  RuleBroken,
  SpanTaken,
  WrongState,
]);
export const ChangeSeriesResult = resultUnion('ChangeSeriesResult', [
  SeriesOutcomeObject,
  DatesClash,
  StaleVersion,
  WrongState,
]);
export const CancelSeriesResult = resultUnion('CancelSeriesResult', [
  SeriesOutcomeObject,
  StaleVersion,
  WrongState,
]);
export const ConfirmSeriesResult = resultUnion('ConfirmSeriesResult', [
  SeriesConfirmationObject,
  DatesClash,
  StaleVersion,
  WrongState,
]);
export const AnswerSeriesResult = resultUnion('AnswerSeriesResult', [
  SeriesOutcomeObject,
  StaleVersion,
  WrongState,
]);
