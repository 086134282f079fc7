import { DateTimeScalar, IdOf, Nested, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, OmitType, PartialType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { PollChoice } from './date-poll-answer.entity.js';
import { DatePollState } from './date-poll.entity.js';
import { DATE_POLL_WORDS } from './date-poll.words.js';

/** More than anybody answers with care. */
export const MOST_SPANS = 20;

@InputType({ description: 'A time at which the meeting could be.' })
export class PollSpanInput {
  @Field(() => DateTimeScalar, { description: 'Start, included, not in the past.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'End, not included; within 24 hours of the start.' })
  endsAt!: Date;
}

@InputType({ description: 'What units are asked.' })
export class OpenDatePollInput {
  @Nested(() => PollSpanInput)
  @ArrayMinSize(1, told(DATE_POLL_WORDS.spansNeeded))
  @ArrayMaxSize(MOST_SPANS, told(DATE_POLL_WORDS.tooManySpans))
  @Field(() => [PollSpanInput], { description: 'When it could be: 1 to 20.' })
  spans!: PollSpanInput[];

  @MaxLength(60, told(DATE_POLL_WORDS.noZone))
  @Field(() => String, {
    nullable: true,
    description:
      'IANA name of the zone in which the spans are shown, like Asia/Shanghai; the network’s when left out.',
  })
  zone?: string | null;

  @Field(() => DateTimeScalar, { description: 'Until when units answer; after now.' })
  until!: Date;

  @IdOf('Offer')
  @Field(() => ID, {
    nullable: true,
    description:
      'The venue that you would like: beside each span your committee reads whether it can be had then. Those asked do not read it.',
  })
  venueOfferId?: string | null;
}

@InputType({ description: 'What changes in an open poll; what is left out stays.' })
export class UpdateDatePollInput extends PartialType(OmitType(OpenDatePollInput, ['spans'])) {}

@InputType({ description: 'What a unit says of one span.' })
export class SpanAnswerInput {
  @IdOf('DatePollSpan')
  @Field(() => ID, { description: 'The id of the DatePollSpan.' })
  spanId!: string;

  @Field(() => PollChoice, { description: 'Whether it could come then.' })
  choice!: PollChoice;
}

@InputType({ description: 'When a unit could come. What is left out stays as it was.' })
export class AnswerDatePollInput {
  @Nested(() => SpanAnswerInput)
  @ArrayMinSize(1, told(DATE_POLL_WORDS.answersNeeded))
  @ArrayMaxSize(MOST_SPANS, told(DATE_POLL_WORDS.tooManyAnswers))
  @Field(() => [SpanAnswerInput], { description: 'Some of the spans, or all: 1 to 20.' })
  answers!: SpanAnswerInput[];

  @MaxLength(500, told(DATE_POLL_WORDS.remarkTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'What it says besides; read by the committee. Null empties it.',
  })
  remark?: string | null;
}

@ArgsType()
export class AnswerDatePollArgs {
  @IdOf('DatePoll')
  @Field(() => ID, { description: 'The id of the DatePoll.' })
  id!: string;
}

@ArgsType()
export class DatePollStep extends stepOn('DatePoll') {}

@ArgsType()
export class AddPollSpansArgs extends stepOn('DatePoll') {
  @Nested(() => PollSpanInput)
  @ArrayMinSize(1, told(DATE_POLL_WORDS.spansNeeded))
  @ArrayMaxSize(MOST_SPANS, told(DATE_POLL_WORDS.tooManySpans))
  @Field(() => [PollSpanInput], { description: 'When else it could be; 20 at most stand in one poll.' })
  spans!: PollSpanInput[];
}

@ArgsType()
export class PollSpanArgs extends stepOn('DatePoll') {
  @IdOf('DatePollSpan')
  @Field(() => ID, { description: 'One of its spans.' })
  spanId!: string;
}

@InputType({ description: 'Which of the polls that you see; all given conditions hold.' })
export class DatePollFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;

  @Field(() => [DatePollState], { nullable: true, description: 'In one of these states.' })
  states?: DatePollState[] | null;
}
