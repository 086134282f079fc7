import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import type { Span } from '#calendar';
import { AuditLineConnection } from '#network';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SpanObject } from '../occupancy/span.object.js';
import { FreeArgs } from '../occupancy/free.args.js';
import { WindowArgs } from '../occupancy/window.args.js';
import { OfferAvailability } from './offer-availability.js';
import { PublishOfferResult, UpdateOfferResult, WithdrawOfferResult } from './offer-kinds.object.js';
import { draftOf } from './offer.draft.js';
import type { Offer } from './offer.entity.js';
import {
  CreateOfferInput,
  OfferFilter,
  OfferOrder,
  OfferStep,
  PublishOfferArgs,
  UpdateOfferInput,
} from './offer.inputs.js';
import { OfferConnection, OfferObject } from './offer.object.js';
import { OfferService } from './offer.service.js';
import { Reader, readWithParent, sql } from '#reads';
import { OFFER_READS, OFFERS } from './offer.reads.js';

@Resolver(() => OfferObject)
export class OfferResolver {
  constructor(
    private readonly service: OfferService,
    private readonly availability: OfferAvailability,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => OfferConnection, {
    description:
      'The resource list (资源清单): your unit’s offers in every state, and those published to your networks.',
  })
  offers(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: OfferFilter,
    @Args('orderBy', {
      type: () => OfferOrder,
      defaultValue: OfferOrder.TITLE_ASC,
      description: 'In which order.',
    })
    orderBy: OfferOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, OFFERS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => OfferObject, {
    nullable: true,
    description: 'One offer; null alike for what does not exist and for what you may not see.',
  })
  offer(
    @IdArg('Offer') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, OFFER_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => OfferObject, {
    description: 'Drafts an offer of your unit; nobody else sees it until it is published.',
  })
  createOffer(
    @Args('input', { description: 'What is lent, and on which terms.' }) input: CreateOfferInput,
    @Context() context: TenantContext,
  ): Promise<Offer> {
    return context.write((tx) => this.service.create(tx, draftOf(input)));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => UpdateOfferResult, {
    description: 'Changes an offer of your unit. New terms bind new requests; what is confirmed stands.',
  })
  updateOffer(
    @Args() { id, version }: OfferStep,
    @Args('input', { description: 'What changes.' }) input: UpdateOfferInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => PublishOfferResult, {
    description:
      'Shows an offer to exactly these networks. Open requests that came through others are declined.',
  })
  publishOffer(@Args() { id, version, networkIds }: PublishOfferArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.publish(tx, id, version, networkIds));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => WithdrawOfferResult, {
    description:
      'Takes an offer back from all networks. Open requests are declined; what is confirmed stands.',
  })
  withdrawOffer(@Args() { id, version }: OfferStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @ResolveField(() => [SpanObject], {
    description:
      'When it is taken, over all networks, in order; by whom and for what is not said. For power and equipment: when nothing at all is left.',
  })
  busy(
    @Parent() offer: Offer,
    @Args() window: WindowArgs,
    @Context() context: TenantContext,
  ): Promise<Span[]> {
    return context.read((tx) => this.availability.listBusy(tx, offer, window.span()));
  }

  @ResolveField(() => [SpanObject], {
    description:
      'When it can be booked, in order: open, free, after the lead time, before the horizon, on the slot step. For power and equipment: when the amount can.',
  })
  free(@Parent() offer: Offer, @Args() wish: FreeArgs, @Context() context: TenantContext): Promise<Span[]> {
    return context.read((tx) => this.availability.listFree(tx, offer, wish.span(), wish.amountOf(offer)));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, as far as you could see it then. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
