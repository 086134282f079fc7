import { FileObject } from '#files';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { DishObject } from '#menus';
import { ProjectObject } from '#needs';
import { NetworkObject, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NominationObject } from '../nomination/nomination.object.js';
import { EvaluationResultObject } from '../result/evaluation-result.object.js';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { RecognitionKind } from './recognition.entity.js';

registerEnumType(RecognitionKind, {
  name: 'RecognitionKind',
  description: 'How a unit was thanked.',
  valuesMap: {
    AWARD: { description: 'An award of an evaluation (奖项), given by its final result.' },
    LETTER: { description: 'A thank-you letter (表扬信).' },
    BANNER: { description: 'A banner (锦旗).' },
  },
});

@ObjectType('Recognition', {
  implements: () => Node,
  description:
    'How a unit was thanked: an award, a letter or a banner. Read by the network, its representatives and stewards; taken back it stays on record.',
})
export abstract class RecognitionObject extends Node {
  @Field(() => NetworkObject, {
    nullable: true,
    description: 'In which network; null when you no longer know it.',
  })
  readonly network!: NetworkObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who was thanked; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => RecognitionKind, { description: 'How.' })
  readonly kind!: RecognitionKind;

  @Field(() => String, { description: 'The name of the award, or what the letter or the banner says.' })
  readonly title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the evaluation, as it was then; null for what is no award.',
  })
  readonly occasion!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What for: of an award the title of the nomination, as it was then.',
  })
  readonly what!: string | null;

  @Field(() => String, { description: 'Who thanks; of an award the committee.' })
  readonly fromWhom!: string;

  @Field(() => DateScalar, { description: 'On which day it was given, by the zone of the region.' })
  readonly day!: string;

  @Field(() => Int, { description: 'Points credited to the contribution account; 0 for what is no award.' })
  readonly points!: number;

  @Field(() => Boolean, {
    description: 'The unit took part in what was awarded, and did not lead it (协办).',
  })
  readonly isCoHost!: boolean;

  @Field(() => EvaluationRoundObject, {
    nullable: true,
    description: 'The evaluation that gave the award; null of others, and when you cannot see it.',
  })
  readonly round!: EvaluationRoundObject | null;

  @Field(() => NominationObject, {
    nullable: true,
    description: 'What was awarded; null of what is no award, and when you cannot see it.',
  })
  readonly nomination!: NominationObject | null;

  @Field(() => EvaluationResultObject, {
    nullable: true,
    description: 'The final result that gave the award; null of others, and when you cannot see it.',
  })
  readonly result!: EvaluationResultObject | null;

  @Field(() => ProjectObject, {
    nullable: true,
    description: 'For which project; null also when you cannot see it.',
  })
  readonly project!: ProjectObject | null;

  @Field(() => DishObject, {
    nullable: true,
    description: 'For which dish; null also when you cannot see it.',
  })
  readonly dish!: DishObject | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded or granted.' })
  readonly grantedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was taken back; null while it stands.',
  })
  readonly takenBackAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why a letter or a banner was taken back; of an award the later result says why.',
  })
  readonly takenBackReason!: string | null;

  @Field(() => EvaluationResultObject, {
    nullable: true,
    description: 'The later result by which the award no longer holds, with its number and reasons.',
  })
  readonly takenBackByResult!: EvaluationResultObject | null;

  @Field(() => [FileObject], {
    description: 'Photos of the letter or the banner, in the order they came; read by all who read it.',
  })
  readonly files!: FileObject[];

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const RecognitionConnection = connectionOf(RecognitionObject, 'Recognition');
export const TakeBackRecognitionResult = resultUnion('TakeBackRecognitionResult', [
  RecognitionObject,
  StaleVersion,
  WrongState,
]);
