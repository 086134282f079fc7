import {
  ConnectionArgs,
  DateTimeScalar,
  DecimalScalar,
  GRAPHQL_WORDS,
  IdOf,
  Nested,
  NotBlank,
  Phone,
  stepOn,
  told,
} from '#graphql';
import {
  ArgsType,
  Field,
  ID,
  InputType,
  Int,
  PartialType,
  PickType,
  registerEnumType,
} from '@nestjs/graphql';
import { Matches, Max, MaxLength, Min } from 'class-validator';
import { POSITIVE_DECIMAL } from '../occupancy/amount.js';
import { BookingState } from './booking.entity.js';
import { BOOKING_WORDS } from './booking.words.js';

@InputType({ description: 'A wish to use an offer.' })
export class RequestBookingInput {
  @IdOf('Offer')
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @IdOf('Network')
  @Field(() => ID, {
    description: 'The network through which it is asked for: yours, and one the offer is published to.',
  })
  networkId!: string;

  @Field(() => DateTimeScalar, { description: 'Start, included.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included.' })
  endsAt!: Date;

  @NotBlank(told(BOOKING_WORDS.purposeNeeded))
  @MaxLength(200, told(BOOKING_WORDS.purposeTooLong))
  @Field(() => String, { description: 'What for; read by you, the owner and the committee.' })
  purpose!: string;

  @Min(1, told(BOOKING_WORDS.headsTooFew))
  @Max(1_000_000, told(BOOKING_WORDS.headsTooMany))
  @Field(() => Int, { nullable: true, description: 'How many persons are expected.' })
  heads?: number | null;

  @Matches(POSITIVE_DECIMAL, told(BOOKING_WORDS.amountForm))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a power supply, in kilowatts, or of equipment, in whole pieces: needed for these, and for nothing else.',
  })
  amount?: string | null;

  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, { nullable: true, description: 'Whom the owner may ring, once it is confirmed.' })
  contactName?: string | null;

  @Phone()
  @Field(() => String, { nullable: true, description: 'Where; read by the owner once it is confirmed.' })
  contactPhone?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Join the waiting list if the span is taken, or the sessions of its month are, instead of being refused.',
  })
  waitIfTaken!: boolean;
}

@InputType({ description: 'New words for a booking; what is left out stays.' })
export class UpdateBookingInput extends PartialType(
  PickType(RequestBookingInput, ['purpose', 'heads', 'contactName', 'contactPhone']),
) {}

@InputType({ description: 'What the committee itself needs the time for.' })
export class OwnUseInput extends PickType(RequestBookingInput, ['purpose', 'heads']) {}

@InputType({ description: 'A use of an offer that is over.' })
export class RecordBookingInput {
  @IdOf('Offer')
  @Field(() => ID, { description: 'The offer: your unit’s, or that of the unit on whose behalf you record.' })
  offerId!: string;

  @IdOf('Network')
  @Field(() => ID, { description: 'The network through which it was lent; one the offer was published to.' })
  networkId!: string;

  @IdOf('Unit')
  @Field(() => ID, { description: 'Who used it: an active member of that network.' })
  requesterId!: string;

  @Field(() => DateTimeScalar, { description: 'Start, included; at most 90 days ago.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included; not in the future.' })
  endsAt!: Date;

  @NotBlank(told(BOOKING_WORDS.purposeNeeded))
  @MaxLength(200, told(BOOKING_WORDS.purposeTooLong))
  @Field(() => String, { description: 'What for; read by both sides and the committee.' })
  purpose!: string;

  @Min(1, told(BOOKING_WORDS.headsTooFew))
  @Max(1_000_000, told(BOOKING_WORDS.headsTooMany))
  @Field(() => Int, { nullable: true, description: 'How many persons came.' })
  heads?: number | null;

  @Matches(POSITIVE_DECIMAL, told(BOOKING_WORDS.amountForm))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a power supply, in kilowatts, or of equipment, in whole pieces: needed for these, and for nothing else.',
  })
  amount?: string | null;
}

@ArgsType()
export class BookingStep extends stepOn('Booking') {}

@ArgsType()
export class BookingAnswer extends stepOn('Booking') {
  @MaxLength(500, told(BOOKING_WORDS.remarkTooLong))
  @Field(() => String, { nullable: true, description: 'Words for the other side.' })
  remark?: string | null;
}

export enum RivalAnswer {
  DECLINE = 'DECLINE',
  WAITLIST = 'WAITLIST',
  KEEP = 'KEEP',
}

registerEnumType(RivalAnswer, {
  name: 'RivalAnswer',
  description: 'What becomes of the requests that cannot stand beside the confirmed one.',
  valuesMap: {
    DECLINE: { description: 'They are declined, with reason CLASH.' },
    WAITLIST: {
      description: 'They join the end of the waiting list, in the order in which they were asked for.',
    },
    KEEP: { description: 'They stay open, for you to answer; what they held is no longer kept for them.' },
  },
});

@ArgsType()
export class ConfirmBookingArgs extends stepOn('Booking') {
  @Field(() => RivalAnswer, { defaultValue: RivalAnswer.DECLINE, description: 'What becomes of its rivals.' })
  rivals!: RivalAnswer;
}

@ArgsType()
export class MoveBookingArgs extends stepOn('Booking') {
  @Field(() => DateTimeScalar, { description: 'The new start, included.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The new end, not included.' })
  endsAt!: Date;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Wait for the new span if it is taken, instead of being refused.',
  })
  waitIfTaken!: boolean;
}

@ArgsType()
export class DisplaceBookingArgs extends stepOn('Booking') {
  @NotBlank(told(BOOKING_WORDS.reasonNeeded))
  @MaxLength(500, told(BOOKING_WORDS.remarkTooLong))
  @Field(() => String, { description: 'Why; read by both sides.' })
  reason!: string;

  @Nested(() => OwnUseInput)
  @Field(() => OwnUseInput, {
    nullable: true,
    description: 'Books the time for your own unit in the same act. Without it the time is free for all.',
  })
  ownUse?: OwnUseInput | null;
}

export enum BookingSide {
  GIVEN = 'GIVEN',
  TAKEN = 'TAKEN',
}

registerEnumType(BookingSide, {
  name: 'BookingSide',
  description: 'On which side of a booking your unit stands.',
  valuesMap: {
    GIVEN: { description: 'Your unit lends.' },
    TAKEN: { description: 'Your unit uses.' },
  },
});

/** Which bookings of an offer, and which page of them. */
@ArgsType()
export class OfferBookingsArgs extends ConnectionArgs {
  @Field(() => [BookingState], { nullable: true, description: 'In one of these states.' })
  states?: BookingState[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'That end after it.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'That start before it.' })
  to?: Date | null;
}

@InputType({ description: 'Which bookings; all given conditions hold.' })
export class BookingFilter {
  @IdOf('Offer')
  @Field(() => ID, { nullable: true, description: 'Of this offer.' })
  offerId?: string | null;

  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Made through this network.' })
  networkId?: string | null;

  @Field(() => BookingSide, { nullable: true, description: 'On this side.' })
  side?: BookingSide | null;

  @Field(() => [BookingState], { nullable: true, description: 'In one of these states.' })
  states?: BookingState[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Ending after then.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Starting before then.' })
  to?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'With conflicts, or without: whether they break hours or closures that came later.',
  })
  conflicting?: boolean | null;
}

export enum BookingOrder {
  STARTS_AT_ASC = 'STARTS_AT_ASC',
  STARTS_AT_DESC = 'STARTS_AT_DESC',
  REQUESTED_AT_DESC = 'REQUESTED_AT_DESC',
}

registerEnumType(BookingOrder, {
  name: 'BookingOrder',
  description: 'In which order bookings are listed.',
  valuesMap: {
    STARTS_AT_ASC: { description: 'The earliest first.' },
    STARTS_AT_DESC: { description: 'The latest first.' },
    REQUESTED_AT_DESC: { description: 'The one asked for last first.' },
  },
});
