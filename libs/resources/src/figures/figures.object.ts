import { connectionOf, DateScalar, DecimalScalar } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { BookingReason } from '../booking/booking.entity.js';

@ObjectType('LendingDecline', { description: 'How many requests ended with no, for one reason.' })
export abstract class LendingDeclineObject {
  @Field(() => BookingReason, { description: 'Why.' })
  readonly reason!: BookingReason;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

/** What is told of a period, whoever asks. */
@ObjectType({ isAbstract: true })
abstract class LendingFields {
  @Field(() => Int, {
    description: 'Requests whose booked start lies in the period; what was recorded after the fact is none.',
  })
  readonly requests!: number;

  @Field(() => Int, {
    description: 'Of those, how many a person said yes or no to, and whose answer still stands.',
  })
  readonly answers!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The median of the minutes from when whoever answers was asked to that answer, to one place; null without answers.',
  })
  readonly medianAnswerMinutes!: string | null;

  @Field(() => [LendingDeclineObject], {
    description:
      'Requests that ended with no, by reason. Wishes that were refused at once leave nothing and are not counted.',
  })
  readonly declines!: LendingDeclineObject[];

  @Field(() => Int, { description: 'Bookings of the period that were used, also by assumption.' })
  readonly uses!: number;

  @Field(() => Int, { description: 'Minutes from hand-over to return, over all those uses.' })
  readonly usedMinutes!: number;

  @Field(() => Int, {
    description:
      'Minutes for which what is lent whole (venue, vehicle, expertise) and published is open in the period, by its hours as they are now.',
  })
  readonly openMinutes!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Utilisation: the minutes for which those offers were used within their booked spans ÷ openMinutes, at most 1, to four places; null where nothing is open.',
  })
  readonly utilisation!: string | null;

  @Field(() => Int, { description: 'No-shows that were recorded and not contested, or upheld.' })
  readonly noShows!: number;
}

@ObjectType('LendingFigures', {
  description:
    'How something was asked for and used in a period. For its owner over all networks; for a committee what went through its own.',
})
export abstract class LendingFiguresObject extends LendingFields {}

@ObjectType('LendingMonth', {
  description:
    'Figures of what one unit lent through one network in one month. Counted a day after each booking ends, or when a request lapses or would have; it holds no booking.',
})
export abstract class LendingMonthObject extends LendingFields {
  @Field(() => DateScalar, { description: 'First day of the month, by the zone of the region.' })
  readonly month!: string;

  @Field(() => UnitObject, { nullable: true, description: 'Who lent.' })
  readonly unit!: UnitObject | null;

  @Field(() => NetworkObject, { nullable: true, description: 'Through which network.' })
  readonly network!: NetworkObject | null;
}

export const LendingMonthConnection = connectionOf(LendingMonthObject, 'LendingMonth');
