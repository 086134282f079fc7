import { Allow, AnyPost, CanBeTried, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent } from '#reads';
import { Args, Context, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MeetingObject } from '../meeting/meeting.object.js';
import type { MeetingSeries } from './meeting-series.entity.js';
import {
  CreateMeetingSeriesInput,
  MeetingSeriesFilter,
  SeriesStep,
  UpdateMeetingSeriesInput,
} from './series.inputs.js';
import { MeetingSeriesConnection, MeetingSeriesObject, MeetingSeriesResult } from './series.object.js';
import { MEETING_SERIES } from './series.reads.js';
import { MeetingSeriesService } from './series.service.js';

@Resolver(() => MeetingSeriesObject)
export class MeetingSeriesResolver {
  constructor(
    private readonly service: MeetingSeriesService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => MeetingSeriesConnection, {
    description: 'The series of the networks that your committee convenes, by title; none for anybody else.',
  })
  meetingSeries(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: MeetingSeriesFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, MEETING_SERIES, page, filter);
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MeetingSeriesObject, {
    description:
      'Lets meetings come round by a rule, such as the second Wednesday of the quarter’s first month, off rest-days. Drafts of the next four are made at once, nobody is told; tried first, it shows their dates.',
  })
  createMeetingSeries(
    @Args('input', { description: 'By which rule.' }) input: CreateMeetingSeriesInput,
    @Context() context: TenantContext,
  ): Promise<MeetingSeries> {
    return context.write((tx) => this.service.create(tx, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MeetingSeriesResult, {
    description:
      'Changes the rule. Drafts follow it; called meetings, and drafts whose time was changed by hand, stay as they are.',
  })
  updateMeetingSeries(
    @Args() { id, version }: SeriesStep,
    @Args('input', { description: 'What changes.' }) input: UpdateMeetingSeriesInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MeetingSeriesResult, {
    description: 'Ends a series: drafts that follow it fall away, called meetings stand.',
  })
  endMeetingSeries(@Args() { id, version }: SeriesStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.end(tx, id, version));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What series add to a meeting. */
@Resolver(() => MeetingObject)
export class MeetingOfSeriesResolver {
  @ResolveField(() => MeetingSeriesObject, {
    nullable: true,
    description: 'The series that it came from; for the committee alone.',
  })
  series(): never {
    return readWithParent();
  }
}
