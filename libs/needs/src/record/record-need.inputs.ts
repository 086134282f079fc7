import { DateTimeScalar, IdOf, ManyLines, Nested, NotBlank, told } from '#graphql';
import { Field, ID, InputType, PickType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { CreateNeedInput } from '../need/need.inputs.js';
import { NEED_WORDS } from '../need/need.words.js';
import { RECORD_WORDS } from './record.words.js';

@InputType({ description: 'Who helped, and when.' })
export class RecordedClaimInput {
  @IdOf('Unit')
  @Field(() => ID, {
    description: 'An active unit of the network, named once; not the one whose need it was.',
  })
  unitId!: string;

  @Field(() => DateTimeScalar, { description: 'When it said yes; not before it was called.' })
  acceptedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its help was there, not before that.' })
  arrivedAt?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its help had done, not before either.' })
  finishedAt?: Date | null;
}

const SAID = ['networkId', 'categoryId', 'source', 'title', 'what', 'location', 'heads', 'urgency'] as const;

@InputType({
  description: 'A need of the last 90 days that was helped with, and was not entered as it came.',
})
export class RecordNeedInput extends PickType(CreateNeedInput, SAID) {
  @IdOf('Unit')
  @Field(() => ID, {
    nullable: true,
    description: 'Whose need it was: an active partner of the network; your committee by default.',
  })
  unitId?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it began, included; at most 90 days ago.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was over, not included; in the past.' })
  endsAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When units were called; of an URGENT need only.',
  })
  calledAt?: Date | null;

  @Nested(() => RecordedClaimInput)
  @ArrayMinSize(1, told(RECORD_WORDS.nobodyHelped))
  @ArrayMaxSize(20, told(RECORD_WORDS.tooManyHelped))
  @Field(() => [RecordedClaimInput], { description: 'Who helped: 1 to 20 units.' })
  claims!: RecordedClaimInput[];

  @NotBlank(told(NEED_WORDS.answerNeeded))
  @ManyLines()
  @MaxLength(2000, told(NEED_WORDS.answerTooLong))
  @Field(() => String, { description: 'What was done.' })
  answer!: string;
}
