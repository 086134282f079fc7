import { DecimalScalar, IdOf, Nested, told } from '#graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, Matches, MaxLength, Min } from 'class-validator';
import { POSITIVE_DECIMAL } from '../occupancy/amount.js';
import { OfferKind } from '../offer/offer.entity.js';
import { FACTS_WORDS } from '../offer/offer.words.js';
import { SEARCH_WORDS } from './search.words.js';

const LACKING = 'Offers of kinds without that fact are left out.';

@InputType({ description: `What the facts of an offer must say; all given conditions hold. ${LACKING}` })
export class OfferFactsFilter {
  @Min(1, told(FACTS_WORDS.capacityTooSmall))
  @Field(() => Int, { nullable: true, description: 'Venues for at least so many persons.' })
  capacityAtLeast?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Venues that can, or cannot, be reached without a step.',
  })
  stepFree?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Venues under a roof, or not.' })
  indoor?: boolean | null;

  @Min(1, told(FACTS_WORDS.seatsTooFew))
  @Field(() => Int, { nullable: true, description: 'Vehicles with at least so many seats.' })
  seatsAtLeast?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Vehicles with, or without, a driver.' })
  driverIncluded?: boolean | null;

  @IsIn([220, 380], told(FACTS_WORDS.voltage))
  @Field(() => Int, { nullable: true, description: 'Power of so many volts: 220 or 380.' })
  voltage?: number | null;

  @Matches(POSITIVE_DECIMAL, told(FACTS_WORDS.loadForm))
  @Field(() => DecimalScalar, { nullable: true, description: 'Power of at least so many kilowatts.' })
  maxLoadKwAtLeast?: string | null;

  @Min(1, told(FACTS_WORDS.quantityTooSmall))
  @Field(() => Int, { nullable: true, description: 'Equipment of at least so many pieces.' })
  quantityAtLeast?: number | null;
}

@InputType({ description: 'Which offers of a network; all given conditions hold.' })
export class NetworkOfferFilter {
  @MaxLength(60, told(SEARCH_WORDS.searchTooLong))
  @Field(() => String, {
    nullable: true,
    description:
      'Words in Chinese, pinyin (huiyishi) or initials (hys); each must be found in the title, the description, the facts or the name of the unit. Marks alone find nothing.',
  })
  search?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => [OfferKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: OfferKind[] | null;

  @Nested(() => OfferFactsFilter)
  @Field(() => OfferFactsFilter, { nullable: true, description: 'With these facts.' })
  facts?: OfferFactsFilter | null;
}

@InputType({ description: 'Which of the offers that you see; all given conditions hold.' })
export class SharedOfferFilter extends NetworkOfferFilter {
  @IdOf('Network')
  @ArrayMaxSize(100, told(SEARCH_WORDS.tooManyNetworks))
  @Field(() => [ID], { nullable: true, description: 'Published to one of these networks.' })
  networkIds?: string[] | null;
}
