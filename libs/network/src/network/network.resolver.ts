import { AnyPost, ConnectionArgs, found, isSelected, TenantContext, type Page } from '#graphql';
import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AreaObject } from '../region/area.object.js';
import { Area } from '../region/area.entity.js';
import { timeZoneOf } from '../region/time-zone.js';
import { Unit } from '../unit/unit.entity.js';
import { UnitObject } from '../unit/unit.object.js';
import type { Network } from './network.entity.js';
import { NetworkConnection, NetworkFactObject, NetworkObject, ServiceDayObject } from './network.object.js';
import { listNetworks } from './network.reads.js';
import { ServiceDay } from './service-day.entity.js';

@Resolver(() => NetworkObject)
export class NetworkResolver {
  @AnyPost()
  @Query(() => NetworkConnection, {
    description:
      'The networks your unit belongs to, is invited to, or (for a steward) that lie in your scope; by code.',
  })
  networks(
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Network>> {
    return context.read((tx) => listNetworks(tx, page, isSelected(info, 'totalCount')));
  }

  @ResolveField(() => AreaObject, { description: 'The street or town it lies in.' })
  area(@Parent() network: Network, @Context() context: TenantContext): Promise<Area> {
    return context.read(async (tx) => found(await tx.find(Area, network.areaId)));
  }

  @ResolveField(() => UnitObject, {
    nullable: true,
    description: 'The convening committee; null while your unit has only been invited.',
  })
  convener(@Parent() network: Network, @Context() context: TenantContext): Promise<Unit | null> {
    return context.read((tx) => tx.find(Unit, network.convenerUnitId));
  }

  @ResolveField(() => String, { description: 'IANA name of the zone in which its hours and days are kept.' })
  timeZone(@Context() context: TenantContext): Promise<string> {
    return context.read(timeZoneOf);
  }

  @ResolveField(() => [ServiceDayObject], { description: 'Its service days, by day; none means none.' })
  serviceDays(@Parent() network: Network, @Context() context: TenantContext): Promise<ServiceDay[]> {
    return context.read((tx) =>
      tx.manager.find(ServiceDay, {
        where: { regionId: tx.regionId, networkId: network.id },
        order: { day: 'ASC' },
      }),
    );
  }

  @ResolveField(() => [NetworkFactObject], {
    description: 'What the committee publishes of its community, by name.',
  })
  facts(@Parent() network: Network): { name: string; count: number }[] {
    return Object.entries(network.facts)
      .map(([name, count]) => ({ name, count }))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  }
}
