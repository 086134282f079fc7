import { readWithParent } from '#reads';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { OfferClosureObject } from '../closure/closure.object.js';
import { OfferObject } from '../offer/offer.object.js';
import { OfferExceptionObject } from './exception.object.js';

/** What single days and closures add to an offer. */
@Resolver(() => OfferObject)
export class OfferDaysResolver {
  @ResolveField(() => [OfferExceptionObject], {
    description: 'Days on which other hours hold than the weekly ones, by day; at most 200.',
  })
  exceptions(): never {
    return readWithParent();
  }

  @ResolveField(() => [OfferClosureObject], {
    description: 'When it is not lent, whatever its hours: what is not over yet, by start; at most 100.',
  })
  closures(): never {
    return readWithParent();
  }
}
