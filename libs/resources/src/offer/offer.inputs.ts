import {
  GRAPHQL_WORDS,
  IdOf,
  ManyLines,
  Nested,
  NotBlank,
  Phone,
  stepOn,
  TimeOfDayScalar,
  told,
} from '#graphql';
import { ArgsType, Field, ID, InputType, Int, PartialType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min } from 'class-validator';
import type { HoursLine } from '../availability/hours.js';
import { SharedOfferFilter } from '../search/offer-filter.inputs.js';
import { OfferFactsInput } from './offer-facts.inputs.js';
import { Confirmation, OfferState } from './offer.entity.js';
import { HoursDays } from './offer.object.js';
import { OFFER_WORDS } from './offer.words.js';

const DAY = 1440;

@InputType({ description: 'Opening hours on some days.' })
export class HoursInput implements HoursLine {
  @Field(() => HoursDays, { description: 'On which days.' })
  days!: HoursLine['days'];

  @Field(() => TimeOfDayScalar, { description: 'Open from then, on the wall clock of the region.' })
  from!: number;

  @Field(() => TimeOfDayScalar, { description: 'Until then; 24:00 joins the next day.' })
  to!: number;
}

@InputType({ description: 'An offer to be drafted.' })
export class CreateOfferInput {
  @NotBlank(told(OFFER_WORDS.titleNeeded))
  @MaxLength(100, told(OFFER_WORDS.titleTooLong))
  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @ManyLines()
  @Field(() => String, { nullable: true, description: 'More about it.' })
  description?: string | null;

  @Nested(() => HoursInput)
  @ArrayMinSize(1, told(OFFER_WORDS.hoursNeeded))
  @ArrayMaxSize(40, told(OFFER_WORDS.tooManyHours))
  @Field(() => [HoursInput], { description: 'When it can be had; lines for the same days may not overlap.' })
  hours!: HoursInput[];

  @Field(() => Confirmation, { description: 'Who says yes.' })
  confirmation!: Confirmation;

  @Min(0, told(OFFER_WORDS.leadTimeNegative))
  @Max(365 * DAY, told(OFFER_WORDS.leadTimeTooLong))
  @Field(() => Int, { defaultValue: 0, description: 'Minutes between asking and start, at least.' })
  leadTimeMinutes!: number;

  @Min(1, told(OFFER_WORDS.horizonTooShort))
  @Max(730, told(OFFER_WORDS.horizonTooLong))
  @Field(() => Int, { defaultValue: 180, description: 'Days from asking to end, at most.' })
  horizonDays!: number;

  @Min(5, told(OFFER_WORDS.slotTooShort))
  @Max(DAY, told(OFFER_WORDS.slotTooLong))
  @Field(() => Int, {
    defaultValue: 30,
    description: 'Start and end lie so many minutes apart, counted from opening.',
  })
  slotMinutes!: number;

  @Min(5, told(OFFER_WORDS.longestTooShort))
  @Max(365 * DAY, told(OFFER_WORDS.longestTooLong))
  @Field(() => Int, { description: 'Longest span, in minutes; at least one slot step.' })
  longestMinutes!: number;

  @Min(0, told(OFFER_WORDS.bufferNegative))
  @Max(DAY, told(OFFER_WORDS.bufferTooLong))
  @Field(() => Int, { defaultValue: 0, description: 'Kept free before a booking, in minutes.' })
  bufferBeforeMinutes!: number;

  @Min(0, told(OFFER_WORDS.bufferNegative))
  @Max(DAY, told(OFFER_WORDS.bufferTooLong))
  @Field(() => Int, { defaultValue: 0, description: 'Kept free after a booking, in minutes.' })
  bufferAfterMinutes!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether a request keeps its span from later ones until it is answered, withdrawn or lapsed. Binds requests from now on.',
  })
  requestsHold!: boolean;

  @Nested(() => OfferFactsInput)
  @Field(() => OfferFactsInput, {
    description: 'What it is, as a whole: an optional fact that is left out is empty.',
  })
  facts!: OfferFactsInput;

  @MaxLength(60, told(GRAPHQL_WORDS.nameTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'Whom to ask; read by you, the committees and who has a confirmed booking.',
  })
  contactName?: string | null;

  @Phone()
  @Field(() => String, { nullable: true, description: 'Where to ring; read by the same.' })
  contactPhone?: string | null;

  @ManyLines()
  @Field(() => String, { nullable: true, description: 'Notes that only you and the committees read.' })
  notes?: string | null;
}

@InputType({ description: 'What changes; what is left out, or null where a value is needed, stays.' })
export class UpdateOfferInput extends PartialType(CreateOfferInput, { omitDefaultValues: true }) {}

@ArgsType()
export class OfferStep extends stepOn('Offer') {}

@ArgsType()
export class PublishOfferArgs extends stepOn('Offer') {
  @IdOf('Network')
  @ArrayMinSize(1, told(OFFER_WORDS.networkNeeded))
  @Field(() => [ID], {
    description: 'Exactly the networks that shall see it; your unit must be a member of each.',
  })
  networkIds!: string[];
}

@InputType({ description: 'Which offers; all given conditions hold.' })
export class OfferFilter extends SharedOfferFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Published to this network.' })
  networkId?: string | null;

  @Field(() => [OfferState], { nullable: true, description: 'In one of these states.' })
  states?: OfferState[] | null;
}

export enum OfferOrder {
  TITLE_ASC = 'TITLE_ASC',
  CREATED_AT_DESC = 'CREATED_AT_DESC',
}

registerEnumType(OfferOrder, {
  name: 'OfferOrder',
  description: 'In which order offers are listed.',
  valuesMap: {
    TITLE_ASC: { description: 'By title, in pinyin order.' },
    CREATED_AT_DESC: { description: 'The newest first.' },
  },
});
