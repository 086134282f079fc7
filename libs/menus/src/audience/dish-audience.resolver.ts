import { Allow, IdArg, TenantContext } from '#graphql';
import { AudienceObject } from '#network';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { DishAudienceService } from './dish-audience.service.js';
import { OrderAudienceService } from './order-audience.service.js';

@Resolver(() => AudienceObject)
export class DishAudienceResolver {
  constructor(
    private readonly service: DishAudienceService,
    private readonly orders: OrderAudienceService,
  ) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Query(() => AudienceObject, {
    description:
      'Who would read a dish of your unit that is proposed for a menu of this network, and what of it (谁能看到). Units that join later will read it as well, those that leave no longer.',
  })
  dishAudience(
    @IdArg('Network', 'networkId') networkId: string,
    @Context() context: TenantContext,
  ): Promise<AudienceObject> {
    return context.read((tx) => this.service.of(tx, networkId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Query(() => AudienceObject, {
    description:
      'Who would read an order that your unit places in this network, and what of it (谁能看到): other units only once it is put to them, or opened to all.',
  })
  dishOrderAudience(
    @IdArg('Network', 'networkId') networkId: string,
    @Context() context: TenantContext,
  ): Promise<AudienceObject> {
    return context.read((tx) => this.orders.of(tx, networkId));
  }
}
