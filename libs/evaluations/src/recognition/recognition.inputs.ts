import { DateScalar, IdOf, ManyLines, NotBlank, stepOn, told } from '#graphql';
import { ArgsType, Field, ID, InputType, OmitType, registerEnumType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { RecognitionKind } from './recognition.entity.js';
import { RECOGNITION_WORDS as W } from './recognition.words.js';

@InputType({ description: 'A thank-you letter or a banner that a unit was given.' })
export class RecordRecognitionInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network: one that your committee convenes.' })
  networkId!: string;

  @IdOf('Unit')
  @Field(() => ID, { description: 'Who was thanked: an active unit of the network.' })
  unitId!: string;

  @Field(() => RecognitionKind, {
    description: 'A letter or a banner; awards are given by the final result of an evaluation.',
  })
  kind!: RecognitionKind;

  @NotBlank(told(W.titleNeeded))
  @MaxLength(200, told(W.titleTooLong))
  @Field(() => String, { description: 'What it says.' })
  title!: string;

  @ManyLines()
  @MaxLength(500, told(W.whatTooLong))
  @Field(() => String, { nullable: true, description: 'What for.' })
  what?: string | null;

  @NotBlank(told(W.fromWhomNeeded))
  @MaxLength(100, told(W.fromWhomTooLong))
  @Field(() => String, { description: 'Who thanks, in words; read by the whole network.' })
  fromWhom!: string;

  @Field(() => DateScalar, {
    description:
      'On which day it was given, by the zone of the region; not ahead, and at most ten years back.',
  })
  day!: string;

  @IdOf('Project')
  @Field(() => ID, { nullable: true, description: 'For which project of the network.' })
  projectId?: string | null;

  @IdOf('Dish')
  @Field(() => ID, { nullable: true, description: 'For which published dish of the network.' })
  dishId?: string | null;
}

@ArgsType()
export class TakeBackRecognitionArgs extends stepOn('Recognition') {
  @NotBlank(told(W.reasonNeeded))
  @MaxLength(500, told(W.reasonTooLong))
  @Field(() => String, { description: 'Why; read by all who read it.' })
  reason!: string;
}

@InputType({ description: 'Which recognitions; all given conditions hold.' })
export class RecognitionFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Given in this network.' })
  networkId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Given to this unit.' })
  unitId?: string | null;

  @Field(() => [RecognitionKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: RecognitionKind[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Given on this day or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Given before this day.' })
  to?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that stand, or else those that were taken back.',
  })
  stands?: boolean | null;
}

@InputType({ description: 'Which recognitions of a network; all given conditions hold.' })
export class NetworkRecognitionFilter extends OmitType(RecognitionFilter, ['networkId'] as const) {}

export enum RecognitionOrder {
  DAY_DESC = 'DAY_DESC',
  DAY_ASC = 'DAY_ASC',
}

registerEnumType(RecognitionOrder, {
  name: 'RecognitionOrder',
  description: 'In which order recognitions are listed.',
  valuesMap: {
    DAY_DESC: { description: 'The latest day first.' },
    DAY_ASC: { description: 'The earliest day first.' },
  },
});
