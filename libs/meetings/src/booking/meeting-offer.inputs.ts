import { DateTimeScalar, DecimalScalar, IdOf, Nested, NotBlank, stepOn, told } from '#graphql';
import { BOOKING_WORDS, POSITIVE_DECIMAL } from '#resources';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Matches, MaxLength } from 'class-validator';
import { MEETING_OFFER_WORDS } from './meeting-offer.words.js';

@InputType({ description: 'An offer that a meeting wants: its venue, a vehicle, power or equipment.' })
export class MeetingOfferInput {
  @IdOf('Offer')
  @Field(() => ID, { description: 'The offer, published to the network of the meeting.' })
  offerId!: string;

  @Matches(POSITIVE_DECIMAL, told(BOOKING_WORDS.amountForm))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a power supply, in kilowatts, or of equipment, in whole pieces: needed for these, and for nothing else.',
  })
  amount?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on, included, say for a vehicle; with the meeting when left out.',
  })
  startsAt?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when, not included; until the end of the meeting when left out.',
  })
  endsAt?: Date | null;

  @NotBlank(told(BOOKING_WORDS.purposeNeeded))
  @MaxLength(200, told(BOOKING_WORDS.purposeTooLong))
  @Field(() => String, {
    nullable: true,
    description:
      'What its owner reads that it is for; "会议" by default, which tells nothing of the meeting.',
  })
  purpose?: string | null;
}

@ArgsType()
export class PlanMeetingOffersArgs extends stepOn('Meeting') {
  @Nested(() => MeetingOfferInput)
  @ArrayMinSize(1, told(MEETING_OFFER_WORDS.itemsNeeded))
  @ArrayMaxSize(10, told(MEETING_OFFER_WORDS.tooManyOffers))
  @Field(() => [MeetingOfferInput], { description: 'What besides what it wants already; 10 in all at most.' })
  items!: MeetingOfferInput[];
}

@ArgsType()
export class MeetingOfferStep extends stepOn('MeetingOffer') {}

@ArgsType()
export class SelfCallArgs extends stepOn('Meeting') {
  @Field(() => Boolean, { description: 'Whether it calls itself.' })
  callsItself!: boolean;
}
