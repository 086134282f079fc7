import { Nested, told } from '#graphql';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Max, Min } from 'class-validator';
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

  @Min(1, told(SEARCH_WORDS.atLeastOne))
  @Max(MOST, told(SEARCH_WORDS.atMostHundred))
  @Field(() => Int, { defaultValue: 50, description: `How many offers are looked at: 1 to ${MOST}.` })
  first!: number;
}
