import { IdOf, told } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { OFFER_WORDS } from '../offer/offer.words.js';
import { SEARCH_WORDS } from '../search/search.words.js';

@ArgsType()
export class OfferAudienceArgs {
  @IdOf('Offer')
  @Field(() => ID, { description: 'An offer of your unit, published or not.' })
  id!: string;

  @IdOf('Network')
  @ArrayMinSize(1, told(OFFER_WORDS.networkNeeded))
  @ArrayMaxSize(100, told(SEARCH_WORDS.tooManyNetworks))
  @Field(() => [ID], { description: 'The networks it would be published to; your unit takes part in each.' })
  networkIds!: string[];
}

@ArgsType()
export class BookingAudienceArgs {
  @IdOf('Offer')
  @Field(() => ID, { description: 'The offer that would be asked for.' })
  offerId!: string;

  @IdOf('Network')
  @Field(() => ID, { description: 'The network through which it would be asked for.' })
  networkId!: string;
}
