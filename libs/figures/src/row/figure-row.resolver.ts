import { NodeRegistry, TenantContext, toGlobalId } from '#graphql';
import type { Network, Unit } from '#network';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FigureRowObject } from './figure-row.object.js';
import type { FigureRow } from './figure-rows.js';

@Resolver(() => FigureRowObject)
export class FigureRowResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  @ResolveField()
  thing(@Parent() { figure, thingId }: FigureRow, @Context() context: TenantContext): Promise<object | null> {
    const { thing } = figure.kind;
    if (thing === null) return Promise.resolve(null);
    return context.read((tx) => this.nodes.find(tx, toGlobalId(thing, thingId)));
  }

  @ResolveField()
  async unit(@Parent() { figure, unitId }: FigureRow): Promise<Unit | null> {
    return unitId === null ? null : figure.figures.parties.findUnit(unitId);
  }

  @ResolveField()
  network(@Parent() { figure, networkId }: FigureRow): Promise<Network | null> {
    return figure.figures.parties.findNetwork(networkId);
  }
}
