import { DateScalar, IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, Max, MaxLength, Min } from 'class-validator';
import { ObjectionStep } from './objection-note.entity.js';
import { ObjectionState } from './objection.entity.js';
import { OBJECTION_WORDS } from './objection.words.js';

/** How somebody was followed up. */
export enum FollowUpWay {
  VISITED = ObjectionStep.VISITED,
  CALLED = ObjectionStep.CALLED,
  NOTED = ObjectionStep.NOTED,
}

registerEnumType(FollowUpWay, {
  name: 'FollowUpWay',
  description: 'How an objection was followed up.',
  valuesMap: {
    VISITED: { description: 'By a visit (上门).' },
    CALLED: { description: 'By telephone.' },
    NOTED: { description: 'In another way.' },
  },
});

@ArgsType()
export class RaiseObjectionArgs {
  @IdOf('Motion')
  @Field(() => ID, { description: 'Against which motion.' })
  motionId!: string;

  @NotBlank(told(OBJECTION_WORDS.textNeeded))
  @ManyLines()
  @MaxLength(1000, told(OBJECTION_WORDS.textTooLong))
  @Field(() => String, { description: 'Why; read by everybody who reads the motion.' })
  text!: string;
}

@InputType({ description: 'Objections of households, which are named nowhere.' })
export class RecordObjectionsInput {
  @Min(1, told(OBJECTION_WORDS.tooFew))
  @Max(200, told(OBJECTION_WORDS.tooMany))
  @Field(() => Int, {
    nullable: true,
    description: 'How many, 1 to 200; as many as there are labels when left out, or one.',
  })
  count?: number | null;

  @NotBlank({ ...told(OBJECTION_WORDS.textNeeded), each: true })
  @MaxLength(40, { ...told(OBJECTION_WORDS.labelTooLong), each: true })
  @ArrayMaxSize(200, told(OBJECTION_WORDS.tooMany))
  @Field(() => [String], {
    defaultValue: [],
    description: 'What you know them by, such as a building; no names of persons. The first ones get them.',
  })
  labels!: string[];

  @NotBlank(told(OBJECTION_WORDS.textNeeded))
  @ManyLines()
  @MaxLength(1000, told(OBJECTION_WORDS.textTooLong))
  @Field(() => String, { description: 'Why; it can be said of each anew.' })
  text!: string;
}

@ArgsType()
export class RecordObjectionsArgs {
  @IdOf('Motion')
  @Field(() => ID, { description: 'Against which motion.' })
  motionId!: string;
}

@InputType({ description: 'What changes in an objection; what is left out stays.' })
export class UpdateObjectionInput {
  @NotBlank(told(OBJECTION_WORDS.textNeeded))
  @ManyLines()
  @MaxLength(1000, told(OBJECTION_WORDS.textTooLong))
  @Field(() => String, { nullable: true, description: 'Why.' })
  text?: string | null;

  @NotBlank(told(OBJECTION_WORDS.textNeeded))
  @MaxLength(40, told(OBJECTION_WORDS.labelTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'What you know the household by; no names of persons.',
  })
  label?: string | null;
}

@ArgsType()
export class ObjectionStepArgs extends stepOn('Objection') {}

@ArgsType()
export class ObjectionTextArgs extends stepOn('Objection') {
  @NotBlank(told(OBJECTION_WORDS.textNeeded))
  @ManyLines()
  @MaxLength(1000, told(OBJECTION_WORDS.textTooLong))
  @Field(() => String, { description: 'In which words; read by everybody who reads the objection.' })
  text!: string;
}

@InputType({ description: 'How somebody was followed up.' })
export class FollowUpInput {
  @Field(() => FollowUpWay, { description: 'In which way.' })
  way!: FollowUpWay;

  @NotBlank(told(OBJECTION_WORDS.textNeeded))
  @ManyLines()
  @MaxLength(1000, told(OBJECTION_WORDS.textTooLong))
  @Field(() => String, { description: 'What was said.' })
  text!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'On which day, in the zone of the network; today when left out, never later.',
  })
  happenedOn?: string | null;
}

@ArgsType()
export class FollowUpArgs {
  @IdOf('Objection')
  @Field(() => ID, { description: 'The objection.' })
  objectionId!: string;
}

@InputType({ description: 'Which objections; all given conditions hold.' })
export class ObjectionFilter {
  @Field(() => [ObjectionState], { nullable: true, description: 'In one of these states.' })
  states?: ObjectionState[] | null;
}
