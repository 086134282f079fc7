import { NodeRegistry, TenantContext, type Words } from '#graphql';
import type { Network, Unit } from '#network';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { InboxKinds } from '../kind/inbox-kinds.js';
import type { InboxEntry } from './inbox.js';
import { InboxEntryObject } from './inbox.object.js';

@Resolver(() => InboxEntryObject)
export class InboxEntryResolver {
  constructor(
    private readonly kinds: InboxKinds,
    private readonly nodes: NodeRegistry,
  ) {}

  @ResolveField()
  key(@Parent() { kind, thingId }: InboxEntry): string {
    return this.kinds.keyOf(kind, thingId);
  }

  @ResolveField()
  why(@Parent() { kind }: InboxEntry): Words {
    return this.kinds.get(kind).why;
  }

  @ResolveField()
  title(@Parent() { kind, title }: InboxEntry): Words {
    return this.kinds.titleOf(kind, title);
  }

  @ResolveField()
  async settledBy(
    @Parent() { kind }: InboxEntry,
    @Context() context: TenantContext,
  ): Promise<readonly string[]> {
    const { settledBy, settledBySecretary } = this.kinds.get(kind);
    if (!settledBySecretary) return settledBy;
    const role = await context.read(({ actor }) => Promise.resolve(actor.role));
    return role === 'SECRETARY' ? [...settledBy, ...settledBySecretary] : settledBy;
  }

  @ResolveField()
  thing(@Parent() { kind, thingId }: InboxEntry, @Context() context: TenantContext): Promise<object | null> {
    return context.read((tx) => this.nodes.find(tx, this.kinds.thingIdOf(kind, thingId)));
  }

  @ResolveField()
  network(@Parent() { inbox, networkId }: InboxEntry): Promise<Network | null> {
    return inbox.parties.findNetwork(networkId);
  }

  @ResolveField()
  async unit(@Parent() { inbox, unitId }: InboxEntry): Promise<Unit | null> {
    return unitId === null ? null : inbox.parties.findUnit(unitId);
  }
}
