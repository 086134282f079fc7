import { DecimalScalar, Nested, told } from '#graphql';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Matches, Max, Min } from 'class-validator';
import { BOOKING_WORDS } from '../booking/booking.words.js';
import { POSITIVE_DECIMAL } from '../occupancy/amount.js';
import { WindowArgs } from '../occupancy/window.args.js';
import { SharedOfferFilter } from './offer-filter.inputs.js';
import { SEARCH_WORDS } from './search.words.js';

const MOST = 100;

@ArgsType()
export class FreeOffersArgs extends WindowArgs {
  @Nested(() => SharedOfferFilter)
  @Field(() => SharedOfferFilter, {
    defaultValue: {},
    description:
      'Which offers are looked at. Words, kinds, unit and networks leave others out; facts that are not met are a reason why an offer does not fit, and leave out kinds that cannot have them.',
  })
  filter!: SharedOfferFilter;

  @Matches(POSITIVE_DECIMAL, told(BOOKING_WORDS.amountForm))
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'How much of a power supply, in kilowatts, or of equipment, in whole pieces; the least there is if not given. Leaves out what is lent whole, and equipment if it is not a whole number.',
  })
  amount?: string | null;

  @Min(1, told(SEARCH_WORDS.atLeastOne))
  @Max(MOST, told(SEARCH_WORDS.atMostHundred))
  @Field(() => Int, { defaultValue: 50, description: `How many offers are looked at: 1 to ${MOST}.` })
  first!: number;
}
