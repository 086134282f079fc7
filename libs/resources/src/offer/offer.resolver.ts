import { Allow, AnyPost, ConnectionArgs, found, isSelected, TenantContext, type Page } from '#graphql';
import type { Span } from '#calendar';
import { AuditLineConnection, listLinesOf, Network, NetworkObject, Unit, UnitObject } from '#network';
import type { AuditLine } from '#tenancy';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { SpanObject } from '../occupancy/span.object.js';
import { WindowArgs } from '../occupancy/window.args.js';
import { OfferAvailability } from './offer-availability.js';
import { OfferInternal } from './offer-internal.entity.js';
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
import { OfferConnection, OfferInternalObject, OfferObject } from './offer.object.js';
import { listOffers } from './offer.reads.js';
import { OfferService } from './offer.service.js';

@Resolver(() => OfferObject)
export class OfferResolver {
  constructor(
    private readonly service: OfferService,
    private readonly availability: OfferAvailability,
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
  ): Promise<Page<Offer>> {
    const count = isSelected(info, 'totalCount');
    return context.read((tx) => listOffers(tx, { filter, orderBy, page, count }));
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
  @Mutation(() => PublishOfferResult, {
    description:
      'Shows an offer to exactly these networks. Open requests that came through others are declined.',
  })
  publishOffer(@Args() { id, version, networkIds }: PublishOfferArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.publish(tx, id, version, networkIds));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => WithdrawOfferResult, {
    description:
      'Takes an offer back from all networks. Open requests are declined; what is confirmed stands.',
  })
  withdrawOffer(@Args() { id, version }: OfferStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @ResolveField(() => UnitObject, { description: 'Whose it is.' })
  unit(@Parent() { unitId }: Offer, @Context() context: TenantContext): Promise<Unit> {
    return context.read(async (tx) => found(await tx.find(Unit, unitId)));
  }

  @ResolveField(() => [NetworkObject], {
    description: 'The networks it is published to, as far as you know them; by code.',
  })
  networks(@Parent() { networkIds }: Offer, @Context() context: TenantContext): Promise<Network[]> {
    // An invitation shows a network's name, but not who is in it, and so not what is published there.
    return context.read((tx) =>
      tx.manager
        .createQueryBuilder(Network, 'network')
        .where('network.regionId = :regionId AND network.id = ANY (:networkIds)', {
          regionId: tx.regionId,
          networkIds,
        })
        .andWhere('network.id = ANY (app.known_network_ids())')
        .orderBy('network.code')
        .getMany(),
    );
  }

  @ResolveField(() => OfferInternalObject, {
    nullable: true,
    description:
      'Contact and notes; null unless it is your unit’s, or published to a network that your committee convenes.',
  })
  internal(@Parent() { id }: Offer, @Context() context: TenantContext): Promise<OfferInternal | null> {
    return context.read((tx) => tx.find(OfferInternal, id));
  }

  @ResolveField(() => [SpanObject], {
    description:
      'When it is taken, over all networks, in order; by whom and for what is not said. Empty for pooled kinds.',
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
      'When it can be booked, in order: open, free, after the lead time, before the horizon, on the slot step. Empty for pooled kinds.',
  })
  free(
    @Parent() offer: Offer,
    @Args() window: WindowArgs,
    @Context() context: TenantContext,
  ): Promise<Span[]> {
    return context.read((tx) => this.availability.listFree(tx, offer, window.span()));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, as far as you could see it then. Newest first.',
  })
  auditLines(
    @Parent() { id }: Offer,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<AuditLine>> {
    const count = isSelected(info, 'totalCount');
    return context.read((tx) => listLinesOf(tx, { type: 'Offer', id }, page, count));
  }
}
