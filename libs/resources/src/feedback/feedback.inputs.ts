import { ManyLines, stepOn, told } from '#graphql';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Max, MaxLength, Min } from 'class-validator';
import { FEEDBACK_WORDS } from './feedback.words.js';

@ArgsType()
export class GiveFeedbackArgs extends stepOn('Booking') {
  @Min(1, told(FEEDBACK_WORDS.marksOutOfRange))
  @Max(5, told(FEEDBACK_WORDS.marksOutOfRange))
  @Field(() => Int, { description: 'From 1, the least, to 5.' })
  marks!: number;

  @ManyLines()
  @MaxLength(500, told(FEEDBACK_WORDS.commentTooLong))
  @Field(() => String, { nullable: true, description: 'Words for the other side and the committee.' })
  comment?: string | null;
}
