import type { TenantContext } from '#graphql';
import { MEETING_READS } from '#meetings';
import { NEED_READS } from '#needs';
import { Unit } from '#network';
import { Reader, sql, type Reads } from '#reads';
import { OFFER_READS } from '#resources';
import type { TenantRow } from '#tenancy';
import { Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  CallChangeObject,
  ChangeActObject,
  MeetingChangeObject,
  OfferChangeObject,
} from './change.object.js';
import type { ThingChange, ToldAct } from './thing-watcher.js';

type Asked = readonly [context: TenantContext, info: GraphQLResolveInfo];

/** As it stands, where the look has found it: what is no such thing is said in its `*.live.ts` alone. */
async function readThing<Row extends TenantRow>(
  reader: Reader,
  { id, isThere }: ThingChange,
  reads: Reads<Row>,
  [context, info]: Asked,
): Promise<unknown> {
  return isThere ? reader.find<TenantRow>(context, info, reads, (row) => sql`${row.id} = ${id}`) : null;
}

@Resolver(() => MeetingChangeObject)
export class MeetingChangeResolver {
  constructor(private readonly reader: Reader) {}

  @ResolveField()
  meeting(
    @Parent() change: ThingChange,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readThing(this.reader, change, MEETING_READS, [context, info]);
  }
}

@Resolver(() => OfferChangeObject)
export class OfferChangeResolver {
  constructor(private readonly reader: Reader) {}

  @ResolveField()
  offer(
    @Parent() change: ThingChange,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readThing(this.reader, change, OFFER_READS, [context, info]);
  }
}

@Resolver(() => CallChangeObject)
export class CallChangeResolver {
  constructor(private readonly reader: Reader) {}

  @ResolveField()
  need(
    @Parent() change: ThingChange,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readThing(this.reader, change, NEED_READS, [context, info]);
  }
}

@Resolver(() => ChangeActObject)
export class ChangeActResolver {
  @ResolveField()
  unit(@Parent() { unitId }: ToldAct, @Context() context: TenantContext): Promise<Unit | null> {
    return context.read((tx) => tx.find(Unit, unitId));
  }
}
