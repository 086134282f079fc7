import { IdOf, NotBlank, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { MeetingReply } from './meeting-answer.entity.js';
import { MEETING_ANSWER_WORDS } from './meeting-answer.words.js';

@InputType({ description: 'Whether a unit comes. The last answer holds; what is left out is empty.' })
export class AnswerMeetingInput {
  @Field(() => MeetingReply, { description: 'Whether it comes.' })
  reply!: MeetingReply;

  @ArrayMaxSize(20, told(MEETING_ANSWER_WORDS.tooManyComers))
  @NotBlank({ each: true, ...told(MEETING_ANSWER_WORDS.nameNeeded) })
  @MaxLength(60, { each: true, ...told(MEETING_ANSWER_WORDS.nameTooLong) })
  @Field(() => [String], { defaultValue: [], description: 'Names of those who come.' })
  comers!: string[];

  @NotBlank(told(MEETING_ANSWER_WORDS.nameNeeded))
  @MaxLength(60, told(MEETING_ANSWER_WORDS.nameTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'The name of who comes in the place of the usual one.',
  })
  substitute?: string | null;

  @IdOf('Unit')
  @Field(() => ID, {
    nullable: true,
    description:
      'When it declines: the unit that votes for it, an invited member that comes. Nobody holds more than one proxy.',
  })
  proxyUnitId?: string | null;

  @NotBlank(told(MEETING_ANSWER_WORDS.remarkNeeded))
  @MaxLength(500, told(MEETING_ANSWER_WORDS.remarkTooLong))
  @Field(() => String, { nullable: true, description: 'What it says besides; read by the committee.' })
  remark?: string | null;
}

@ArgsType()
export class AnswerMeetingArgs {
  @IdOf('Meeting')
  @Field(() => ID, { description: 'The id of the Meeting.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The `round` of the meeting that was read: its time. After a move another is asked, and MeetingMoved says when it is.',
  })
  round!: number;
}
