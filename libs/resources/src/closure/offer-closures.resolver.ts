import { readWithParent } from '#reads';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { OfferObject } from '../offer/offer.object.js';
import { OfferClosureObject } from './closure.object.js';

/** What closures add to an offer. */
@Resolver(() => OfferObject)
export class OfferClosuresResolver {
  @ResolveField(() => [OfferClosureObject], {
    description: 'When it is not lent, whatever its hours: what is not over yet, by start; at most 100.',
  })
  closures(): never {
    return readWithParent();
  }
}
