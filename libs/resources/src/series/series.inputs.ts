import { DateTimeScalar, DecimalScalar, GRAPHQL_WORDS, IdOf, NotBlank, Phone, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Matches, Max, MaxLength, Min } from 'class-validator';
import { BookingSide, RequestBookingInput, RivalAnswer } from '../booking/booking.inputs.js';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { POSITIVE_DECIMAL } from '../occupancy/amount.js';
import { SeriesScope } from './series.policy.js';
import { SERIES_WORDS } from './series.words.js';

registerEnumType(SeriesScope, {
  name: 'SeriesScope',
  description: 'Which dates of a series are meant; what has begun or is over never is.',
  valuesMap: {
    THIS: { description: 'This one.' },
    FOLLOWING: { description: 'This one and those whose date by the rule is later.' },
    ALL: { description: 'All of them.' },
  },
});

@InputType({ description: 'A wish to use an offer again and again: its first span, and a rule.' })
export class RequestSeriesInput extends RequestBookingInput {
  @NotBlank(told(SERIES_WORDS.endless))
  @MaxLength(500, told(SERIES_WORDS.ruleTooLong))
  @Field(() => String, {
    description:
      'By RFC 5545: FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, BYDAY (`2WE` is the second Wednesday), BYMONTHDAY, and COUNT or UNTIL (a local day, or an instant that ends with Z); weeks begin on Monday. 1 to 400 dates within ten years, the first span’s day first. Times of day hold on the wall clock of the region: one that summer time skips is the moment of the change, one that comes twice the first of both.',
  })
  rule!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Leave out the dates that cannot be had; else none is asked for.',
  })
  skipClashes!: boolean;
}

@InputType({ description: 'A date of a series that was left out, or has fallen off.' })
export class RequestSeriesDateInput {
  @IdOf('BookingSeries')
  @Field(() => ID, { description: 'The series.' })
  seriesId!: string;

  @Field(() => DateTimeScalar, { description: 'Which date: its start by the rule.' })
  originalStart!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Start, included; with `endsAt`, when it is to be at another time than by the rule.',
  })
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'End, not included; with `startsAt`.' })
  endsAt?: Date | null;

  @Matches(POSITIVE_DECIMAL, told(BOOKING_WORDS.amountForm))
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much of a power supply or of equipment; as much as the series by default.',
  })
  amount?: string | null;

  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, { nullable: true, description: 'Whom the owner may ring, once it is confirmed.' })
  contactName?: string | null;

  @Phone()
  @Field(() => String, { nullable: true, description: 'Where; read by the owner once it is confirmed.' })
  contactPhone?: string | null;
}

@InputType({ description: 'What is to be otherwise; what is not given stays.' })
export class ChangeSeriesInput {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The new start of the booking that is named, included. The others in scope are moved by as much on the wall clock of the region.',
  })
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Its new end, not included; the others in scope last as long.',
  })
  endsAt?: Date | null;

  @NotBlank(told(BOOKING_WORDS.purposeNeeded))
  @MaxLength(200, told(BOOKING_WORDS.purposeTooLong))
  @Field(() => String, { nullable: true, description: 'What for.' })
  purpose?: string | null;

  @Min(1, told(BOOKING_WORDS.headsTooFew))
  @Max(1_000_000, told(BOOKING_WORDS.headsTooMany))
  @Field(() => Int, { nullable: true, description: 'How many persons are expected.' })
  heads?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Leave dates where they are that cannot be moved so; else none is moved.',
  })
  skipClashes!: boolean;
}

/** From which booking a series is seen, and how much of it is meant. */
@ArgsType()
export class SeriesStep extends stepOn('Booking') {
  @Field(() => SeriesScope, { description: 'Which dates of its series.' })
  scope!: SeriesScope;
}

@ArgsType()
export class ConfirmSeriesArgs extends SeriesStep {
  @Field(() => RivalAnswer, {
    defaultValue: RivalAnswer.DECLINE,
    description: 'What becomes of their rivals.',
  })
  rivals!: RivalAnswer;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Leave dates unanswered that cannot be confirmed; else none is confirmed.',
  })
  skipClashes!: boolean;
}

@ArgsType()
export class SeriesAnswer extends SeriesStep {
  @MaxLength(500, told(BOOKING_WORDS.remarkTooLong))
  @Field(() => String, { nullable: true, description: 'Words for the other side.' })
  remark?: string | null;
}

@InputType({ description: 'Which series; all given conditions hold.' })
export class SeriesFilter {
  @IdOf('Offer')
  @Field(() => ID, { nullable: true, description: 'Of this offer.' })
  offerId?: string | null;

  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Made through this network.' })
  networkId?: string | null;

  @Field(() => BookingSide, { nullable: true, description: 'On this side.' })
  side?: BookingSide | null;
}
