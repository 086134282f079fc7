import { GRAPHQL_WORDS, Nested, NotBlank, Phone, told } from '#graphql';
import { Field, InputType, Int, OmitType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min } from 'class-validator';
import { RequestBookingInput } from '../booking/booking.inputs.js';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { BUNDLE_WORDS } from './bundle.words.js';

const SHARED = ['purpose', 'heads', 'contactName', 'contactPhone'] as const;

@InputType({ description: 'One of several things that are asked for in one act.' })
export class BookingItemInput extends OmitType(RequestBookingInput, SHARED, InputType) {}

@InputType({ description: 'Several things for one purpose: all of them or none.' })
export class RequestBookingsInput {
  @Nested(() => BookingItemInput)
  @ArrayMinSize(1, told(BUNDLE_WORDS.itemsNeeded))
  @ArrayMaxSize(10, told(BUNDLE_WORDS.tooManyItems))
  @Field(() => [BookingItemInput], { description: 'What and when; 1 to 10.' })
  items!: BookingItemInput[];

  @NotBlank(told(BOOKING_WORDS.purposeNeeded))
  @MaxLength(200, told(BOOKING_WORDS.purposeTooLong))
  @Field(() => String, { description: 'What for; read by you, the owners and the committees.' })
  purpose!: string;

  @Min(1, told(BOOKING_WORDS.headsTooFew))
  @Max(1_000_000, told(BOOKING_WORDS.headsTooMany))
  @Field(() => Int, { nullable: true, description: 'How many persons are expected.' })
  heads?: number | null;

  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, { nullable: true, description: 'Whom an owner may ring, once it is confirmed.' })
  contactName?: string | null;

  @Phone()
  @Field(() => String, { nullable: true, description: 'Where; read by an owner once it is confirmed.' })
  contactPhone?: string | null;
}
