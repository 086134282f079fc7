import { IdOf, ManyLines, Nested, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, OmitType, PartialType } from '@nestjs/graphql';
import { Max, MaxLength, Min } from 'class-validator';
import { Majority } from './majority.js';
import { Ballot } from './motion.entity.js';
import { Choice } from './vote.entity.js';
import { MOTION_WORDS } from './motion.words.js';

@InputType({
  description:
    'A consent gathered outside of the meeting, of households say; those who did not answer are neither for nor against.',
})
export class ConsentInput {
  @Field(() => Majority, {
    description: 'What it needs; where a majority is of all units, here of all asked.',
  })
  majority!: Majority;

  @Min(1, told(MOTION_WORDS.nobodyAsked))
  @Max(1_000_000, told(MOTION_WORDS.tooManyAsked))
  @Field(() => Int, { description: 'How many were asked; at least 1.' })
  asked!: number;

  @Min(0, told(MOTION_WORDS.notNegative))
  @Field(() => Int, { description: 'How many are for it.' })
  for!: number;

  @Min(0, told(MOTION_WORDS.notNegative))
  @Field(() => Int, { description: 'How many are against it.' })
  against!: number;
}

@InputType({ description: 'What a meeting is to vote on.' })
export class CreateMotionInput {
  @IdOf('AgendaItem')
  @Field(() => ID, { nullable: true, description: 'The item of the same meeting that it belongs to.' })
  agendaItemId?: string | null;

  @NotBlank(told(MOTION_WORDS.textNeeded))
  @ManyLines()
  @MaxLength(1000, told(MOTION_WORDS.textTooLong))
  @Field(() => String, { description: 'What is to be decided.' })
  text!: string;

  @Field(() => Majority, { defaultValue: Majority.SIMPLE, description: 'What it needs to be carried.' })
  majority!: Majority;

  @Field(() => Ballot, {
    defaultValue: Ballot.OPEN,
    description: 'Whether others see how a unit votes.',
  })
  ballot!: Ballot;

  @Nested(() => ConsentInput)
  @Field(() => ConsentInput, {
    nullable: true,
    description: 'A consent from outside that it needs as well; none when left out.',
  })
  consent?: ConsentInput | null;
}

@InputType({
  description:
    'What changes in a motion; what is left out stays. While the vote is open only how many outside are for and against.',
})
export class UpdateMotionInput extends PartialType(
  OmitType(CreateMotionInput, ['agendaItemId', 'majority', 'ballot']),
) {
  @Field(() => Majority, { nullable: true, description: 'What it needs to be carried.' })
  majority?: Majority | null;

  @Field(() => Ballot, { nullable: true, description: 'Whether others see how a unit votes.' })
  ballot?: Ballot | null;
}

@ArgsType()
export class MotionStep extends stepOn('Motion') {}

@ArgsType()
export class CastVoteArgs {
  @IdOf('Motion')
  @Field(() => ID, { description: 'The id of the Motion.' })
  motionId!: string;

  @Field(() => Choice, {
    description: 'What the ballot says. Of a secret one it is kept nowhere; a repetition is not asked again.',
  })
  choice!: Choice;

  @IdOf('Unit')
  @Field(() => ID, {
    nullable: true,
    description: 'The unit whose proxy your unit holds; your own unit when left out.',
  })
  forUnitId?: string | null;
}
