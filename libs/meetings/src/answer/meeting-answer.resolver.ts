import { Allow, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AnswerMeetingArgs, AnswerMeetingInput } from './meeting-answer.inputs.js';
import { AnswerMeetingResult, MeetingAnswerObject } from './meeting-answer.object.js';
import { MeetingAnswerService } from './meeting-answer.service.js';

@Resolver(() => MeetingAnswerObject)
export class MeetingAnswerResolver {
  constructor(private readonly service: MeetingAnswerService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => AnswerMeetingResult, {
    description:
      'A unit that is invited says whether it comes, with whom, by a substitute, or which other unit votes for it. The last answer holds, until the meeting begins; a move asks anew.',
  })
  answerMeeting(
    @Args() args: AnswerMeetingArgs,
    @Args('input', { description: 'Its answer.' }) input: AnswerMeetingInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.answer(tx, args, input));
  }
}
