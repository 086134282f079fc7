import { ConnectionArgs } from '#graphql';
import { NetworkObject } from '#network';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { NetworkOfferFilter } from '../search/offer-filter.inputs.js';
import { OfferOrder } from './offer.inputs.js';
import { OfferConnection } from './offer.object.js';

/** What offers add to a network. */
@Resolver(() => NetworkObject)
export class NetworkOffersResolver {
  @ResolveField(() => OfferConnection, {
    description: 'Its resource list (资源清单): the offers that are published to it.',
  })
  offers(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    _filter: NetworkOfferFilter,
    @Args('orderBy', {
      type: () => OfferOrder,
      defaultValue: OfferOrder.TITLE_ASC,
      description: 'In which order.',
    })
    _orderBy: OfferOrder,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }
}
