import type { Span } from '#calendar';
import { AnyPost, TenantContext } from '#graphql';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SpanObject } from '../occupancy/span.object.js';
import { FreeOffersArgs } from './free-offers.args.js';
import { FreeOffers, UnfitOffer } from './free-offers.object.js';
import type { CandidateSource } from './offer-candidates.js';
import { FreeOffersService } from './free-offers.service.js';

/** No other time makes an offer larger. */
const ANY_TIME: readonly string[] = ['TOO_SMALL', 'OTHER_FACTS'];

@Resolver(() => UnfitOffer)
export class FreeOffersResolver {
  constructor(private readonly service: FreeOffersService) {}

  @AnyPost()
  @Query(() => FreeOffers, {
    description:
      'What is free (何时可借): of the published offers that you see those that can be booked for the whole span as things stand, and for each other one everything that speaks against it.',
  })
  async whatIsFree(@Args() args: FreeOffersArgs, @Context() context: TenantContext): Promise<FreeOffers> {
    const { filter, amount = null, first: most } = args;
    const source: CandidateSource = {
      // Not the whole of what its field needs: what is selected of the offers may be asked for after it.
      ask: (compose) => context.ask(compose, false),
      read: (work) => context.read(work),
    };
    return this.service.find(source, { filter, span: args.span(), amount, most });
  }

  @ResolveField(() => SpanObject, {
    nullable: true,
    description:
      'The next span as long as the wanted one in which it can be booked, not before the wanted start; null when there is none before its horizon, or when no time would make it fit.',
  })
  async nextFree(
    @Parent() { candidate, reasons, next }: UnfitOffer,
    @Context() context: TenantContext,
  ): Promise<Span | null> {
    if (reasons.some((reason) => ANY_TIME.includes(reason))) return null;
    return context.read((tx) => next.of(tx, candidate));
  }
}
