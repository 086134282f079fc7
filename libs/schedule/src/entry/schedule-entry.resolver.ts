import { NodeRegistry, TenantContext, type Words } from '#graphql';
import type { Network, Unit } from '#network';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ScheduleEntryObject } from './schedule.object.js';
import { ScheduleService } from './schedule.service.js';
import type { ScheduleEntry } from './schedule.js';

@Resolver(() => ScheduleEntryObject)
export class ScheduleEntryResolver {
  constructor(
    private readonly service: ScheduleService,
    private readonly nodes: NodeRegistry,
  ) {}

  @ResolveField()
  key(@Parent() entry: ScheduleEntry): string {
    return this.service.keyOf(entry);
  }

  @ResolveField()
  title(@Parent() entry: ScheduleEntry): Words {
    return this.service.titleOf(entry);
  }

  @ResolveField()
  thing(@Parent() entry: ScheduleEntry, @Context() context: TenantContext): Promise<object | null> {
    return context.read((tx) => this.nodes.find(tx, this.service.thingIdOf(entry)));
  }

  @ResolveField()
  network(@Parent() { schedule, networkId }: ScheduleEntry): Promise<Network | null> {
    return schedule.parties.findNetwork(networkId);
  }

  @ResolveField()
  async unit(@Parent() { schedule, unitId }: ScheduleEntry): Promise<Unit | null> {
    return unitId === null ? null : schedule.parties.findUnit(unitId);
  }
}
