import type { TenantContext } from '#graphql';
import { MEETING_READS } from '#meetings';
import { NEED_READS, type Need } from '#needs';
import { Unit } from '#network';
import { Reader, sql, type Columns, type Sql } from '#reads';
import { OFFER_READS } from '#resources';
import { Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  CallChangeObject,
  ChangeActObject,
  MeetingChangeObject,
  OfferChangeObject,
} from './change.object.js';
import type { ThingChange, ToldAct } from './thing-watcher.js';

@Resolver(() => MeetingChangeObject)
export class MeetingChangeResolver {
  constructor(private readonly reader: Reader) {}

  @ResolveField()
  meeting(
    @Parent() { id }: ThingChange,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, MEETING_READS, (row) => sql`${row.id} = ${id}`);
  }
}

@Resolver(() => OfferChangeObject)
export class OfferChangeResolver {
  constructor(private readonly reader: Reader) {}

  @ResolveField()
  offer(
    @Parent() { id }: ThingChange,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, OFFER_READS, (row) => sql`${row.id} = ${id}`);
  }
}

@Resolver(() => CallChangeObject)
export class CallChangeResolver {
  constructor(private readonly reader: Reader) {}

  @ResolveField()
  need(
    @Parent() { id }: ThingChange,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const isCall = (row: Columns<Need>): Sql => sql`${row.id} = ${id} AND ${row.calledAt} IS NOT NULL`;
    return this.reader.find(context, info, NEED_READS, isCall);
  }
}

@Resolver(() => ChangeActObject)
export class ChangeActResolver {
  @ResolveField()
  unit(@Parent() { unitId }: ToldAct, @Context() context: TenantContext): Promise<Unit | null> {
    return context.read((tx) => tx.find(Unit, unitId));
  }
}
