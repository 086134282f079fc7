import type { Span } from '#calendar';
import { AnyPost, AS_TEXT, type NotWritten, TenantContext, type Written } from '#graphql';
import { Reader } from '#reads';
import { Args, Context, Extensions, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SpanObject } from '../occupancy/span.object.js';
import { FreeOffersArgs } from './free-offers.args.js';
import { FreeOffers, UnfitOffer } from './free-offers.object.js';
import type { CandidateSource } from './offer-candidates.js';
import { FreeOffersService, type FreeOffersWish } from './free-offers.service.js';

/** No other time makes an offer larger. */
const ANY_TIME: readonly string[] = ['TOO_SMALL', 'OTHER_FACTS'];

@Resolver(() => UnfitOffer)
export class FreeOffersResolver {
  constructor(
    private readonly service: FreeOffersService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Extensions({ written: true })
  @Query(() => FreeOffers, {
    description:
      'What is free (何时可借): of the published offers that you see those that can be booked for the whole span as things stand, and for each other one everything that speaks against it.',
  })
  async whatIsFree(
    @Args() args: FreeOffersArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FreeOffers | Written | NotWritten> {
    const { filter, amount = null, first: most } = args;
    const wish: FreeOffersWish = { filter, span: args.span(), amount, most };
    const read: CandidateSource['read'] = (work) => context.read(work);
    if (info.rootValue === AS_TEXT)
      return this.service.write(
        { read, askAround: (around, compose) => this.reader.around(context, info, around, compose) },
        wish,
      );
    const source: CandidateSource = {
      // Not the whole of what its field needs: what is selected of the offers may be asked for after it.
      ask: (compose) => context.ask(compose, false),
      read,
    };
    return this.service.find(source, wish);
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
