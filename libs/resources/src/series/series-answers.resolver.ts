import { Allow, CanBeTried, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { SeriesAnswers } from './series-answers.js';
import { ConfirmSeriesArgs, SeriesAnswer, SeriesStep } from './series.inputs.js';
import { AnswerSeriesResult, BookingSeriesObject, ConfirmSeriesResult } from './series.object.js';

@Resolver(() => BookingSeriesObject)
export class SeriesAnswersResolver {
  constructor(private readonly answers: SeriesAnswers) {}

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => AnswerSeriesResult, {
    description:
      'The committee passes the dates that wait for its word on to the owner, for offers confirmed by the owner after the committee. Requests that have lapsed are left out.',
  })
  agreeToSeries(@Args() dates: SeriesStep, @Context() context: TenantContext) {
    return context.write((tx) => this.answers.agree(tx, dates));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => ConfirmSeriesResult, {
    description:
      'The owner says yes to the dates that wait for its word: to all of them, or without those that clash, which stay as they are. What they are to replace is in the way of none of them. Requests that have lapsed are left out.',
  })
  confirmSeries(
    @Args() { rivals, skipClashes, ...dates }: ConfirmSeriesArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.answers.confirm(tx, dates, { rivals, skipClashes }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => AnswerSeriesResult, {
    description:
      'The owner says no to the dates that are open or wait; so may the committee to those that wait for its word. What is confirmed stands: `cancelSeries` ends that too.',
  })
  declineSeries(@Args() { remark, ...dates }: SeriesAnswer, @Context() context: TenantContext) {
    return context.write((tx) => this.answers.decline(tx, dates, remark ?? null));
  }
}
