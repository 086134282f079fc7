import { IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { EvaluationObjectionState } from './evaluation-objection.entity.js';
import { EVALUATION_OBJECTION_WORDS as W } from './evaluation-objection.words.js';

@ArgsType()
export class FileObjectionArgs {
  @IdOf('EvaluationRound')
  @Field(() => ID, { description: 'The round whose result is on notice.' })
  roundId!: string;

  @IdOf('Nomination')
  @Field(() => ID, {
    nullable: true,
    description: 'The nomination of that round that it is about; left out, it is about the whole round.',
  })
  nominationId?: string | null;

  @ManyLines()
  @NotBlank(told(W.textNeeded))
  @MaxLength(2000, told(W.textTooLong))
  @Field(() => String, {
    description:
      'What you object to, and why. The committee or the street office reads it; the returning officer, who reads no scores, does not.',
  })
  text!: string;
}

@ArgsType()
export class EvaluationObjectionStep extends stepOn('EvaluationObjection') {}

@ArgsType()
export class RuleOnObjectionArgs extends stepOn('EvaluationObjection') {
  @Field(() => Boolean, {
    description: 'Whether it is right: the result is then changed, and published anew.',
  })
  upheld!: boolean;

  @ManyLines()
  @NotBlank(told(W.rulingNeeded))
  @MaxLength(2000, told(W.rulingTooLong))
  @Field(() => String, {
    description:
      'Why so; read by everybody who reads the objection, and by the returning officer: quote no scores, and say what is to be done.',
  })
  reason!: string;
}

@InputType({ description: 'Which of the objections that you see; all given conditions hold.' })
export class EvaluationObjectionFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'In this network.' })
  networkId?: string | null;

  @IdOf('EvaluationRound')
  @Field(() => ID, { nullable: true, description: 'To a result of this round.' })
  roundId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Of this unit.' })
  unitId?: string | null;

  @Field(() => [EvaluationObjectionState], { nullable: true, description: 'In one of these states.' })
  states?: EvaluationObjectionState[] | null;
}
