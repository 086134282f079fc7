import { Allow, AnyPost, CanBeTried, ConnectionArgs, OnBehalf, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MeetingStep } from '../meeting/meeting.inputs.js';
import { writePollChat } from './date-poll-chat.js';
import type { DatePoll } from './date-poll.entity.js';
import {
  AddPollSpansArgs,
  AnswerDatePollArgs,
  AnswerDatePollInput,
  DatePollFilter,
  DatePollStep,
  OpenDatePollInput,
  PollSpanArgs,
  UpdateDatePollInput,
} from './date-poll.inputs.js';
import {
  AnswerDatePollResult,
  DatePollConnection,
  DatePollObject,
  DatePollResult,
} from './date-poll.object.js';
import { DATE_POLLS } from './date-poll.reads.js';
import { DatePollService } from './date-poll.service.js';
import { PollAnswering } from './poll-answering.js';

@Resolver(() => DatePollObject)
export class DatePollResolver {
  constructor(
    private readonly service: DatePollService,
    private readonly answering: PollAnswering,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => DatePollConnection, {
    description: 'The polls in which your unit is asked; for a committee all of its networks. Newest first.',
  })
  datePolls(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: DatePollFilter,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, DATE_POLLS, page, filter);
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => DatePollResult, {
    description:
      'The committee asks when a draft could be: of a joint meeting all members of the network, of a working one the units chosen, guests too. They read its name, the spans and the deadline, and nothing else of it. One poll of a meeting is open at a time; calling, cancelling or dating the draft by hand closes it. A draft of a series no longer follows its rule.',
  })
  openDatePoll(
    @Args() { id, version }: MeetingStep,
    @Args('input', { description: 'What units are asked.' }) input: OpenDatePollInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.open(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => DatePollResult, {
    description:
      'The committee changes deadline, wanted venue or zone of an open poll; the zone until the first answer. Another zone shows the same instants otherwise.',
  })
  updateDatePoll(
    @Args() { id, version }: DatePollStep,
    @Args('input', { description: 'What changes.' }) input: UpdateDatePollInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => DatePollResult, {
    description: 'The committee asks about further spans; who has answered has not answered these.',
  })
  addDatePollSpans(@Args() { id, version, spans }: AddPollSpansArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.addSpans(tx, id, version, spans));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => DatePollResult, {
    description:
      'The committee strikes a span: nobody answers it any more, and what was answered stays on record.',
  })
  strikeDatePollSpan(@Args() { id, version, spanId }: PollSpanArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.strike(tx, id, version, spanId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => AnswerDatePollResult, {
    description:
      'A unit that is asked says when it could come, until the deadline and as long as the poll is open. The last word on a span holds.',
  })
  answerDatePoll(
    @Args() { id }: AnswerDatePollArgs,
    @Args('input', { description: 'Its answers.' }) input: AnswerDatePollInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.answering.answer(tx, id, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => DatePollResult, {
    description:
      'The committee chooses a span: the draft is then, and those asked read which was chosen. Nobody is invited by that; the meeting is called as any other.',
  })
  settleDatePoll(@Args() { id, version, spanId }: PollSpanArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.settle(tx, id, version, spanId));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => DatePollResult, { description: 'The committee ends a poll without a result.' })
  closeDatePoll(@Args() { id, version }: DatePollStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.close(tx, id, version));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'How it stands, in plain Chinese for a group chat, times in its zone: the spans and until when to answer, the span chosen, or that it ended without a result.',
  })
  chatText(@Parent() poll: DatePoll, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writePollChat(tx, poll));
  }
}
