import { IdOf, Nested, stepOn, TimeOfDayScalar } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, PartialType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { HoursLine } from '../availability/hours.js';
import { OfferFactsInput } from './offer-facts.inputs.js';
import { Confirmation, OfferKind, OfferState } from './offer.entity.js';
import { HoursDays } from './offer.object.js';

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
  @MinLength(1, { message: 'A title is needed.' })
  @MaxLength(100, { message: 'A title has at most 100 characters.' })
  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'More about it.' })
  description?: string | null;

  @Nested(() => HoursInput)
  @ArrayMinSize(1, { message: 'At least one line of hours is needed.' })
  @ArrayMaxSize(40, { message: 'At most 40 lines of hours.' })
  @Field(() => [HoursInput], { description: 'When it can be had; lines for the same days may not overlap.' })
  hours!: HoursInput[];

  @Field(() => Confirmation, { description: 'Who says yes.' })
  confirmation!: Confirmation;

  @Min(0, { message: 'A lead time is not negative.' })
  @Max(365 * DAY, { message: 'A lead time is at most 365 days.' })
  @Field(() => Int, { defaultValue: 0, description: 'Minutes between asking and start, at least.' })
  leadTimeMinutes!: number;

  @Min(1, { message: 'A horizon is at least 1 day.' })
  @Max(730, { message: 'A horizon is at most 730 days.' })
  @Field(() => Int, { defaultValue: 180, description: 'Days from asking to end, at most.' })
  horizonDays!: number;

  @Min(5, { message: 'A slot step is at least 5 minutes.' })
  @Max(DAY, { message: 'A slot step is at most a day.' })
  @Field(() => Int, {
    defaultValue: 30,
    description: 'Start and end lie so many minutes apart, counted from opening.',
  })
  slotMinutes!: number;

  @Min(5, { message: 'The longest span is at least 5 minutes.' })
  @Max(365 * DAY, { message: 'The longest span is at most 365 days.' })
  @Field(() => Int, { description: 'Longest span, in minutes; at least one slot step.' })
  longestMinutes!: number;

  @Min(0, { message: 'A buffer is not negative.' })
  @Max(DAY, { message: 'A buffer is at most a day.' })
  @Field(() => Int, { defaultValue: 0, description: 'Kept free before a booking, in minutes.' })
  bufferBeforeMinutes!: number;

  @Min(0, { message: 'A buffer is not negative.' })
  @Max(DAY, { message: 'A buffer is at most a day.' })
  @Field(() => Int, { defaultValue: 0, description: 'Kept free after a booking, in minutes.' })
  bufferAfterMinutes!: number;

  @Nested(() => OfferFactsInput)
  @Field(() => OfferFactsInput, {
    description: 'What it is, as a whole: an optional fact that is left out is empty.',
  })
  facts!: OfferFactsInput;

  @MaxLength(60, { message: 'A name has at most 60 characters.' })
  @Field(() => String, {
    nullable: true,
    description: 'Whom to ask; read by you, the committees and who has a confirmed booking.',
  })
  contactName?: string | null;

  @Matches(/^[+0-9][0-9 ()-]{2,29}$/, {
    message: 'A phone number has 3 to 30 digits, spaces, brackets or hyphens.',
  })
  @Field(() => String, { nullable: true, description: 'Where to ring; read by the same.' })
  contactPhone?: string | null;

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
  @ArrayMinSize(1, { message: 'Name at least one network.' })
  @Field(() => [ID], {
    description: 'Exactly the networks that shall see it; your unit must be a member of each.',
  })
  networkIds!: string[];
}

@InputType({ description: 'Which offers; all given conditions hold.' })
export class OfferFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Published to this network.' })
  networkId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => [OfferKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: OfferKind[] | null;

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
