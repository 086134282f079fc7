import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NominationObject } from '../nomination/nomination.object.js';
import { EvaluationResultObject } from '../result/evaluation-result.object.js';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { EvaluationObjectionState } from './evaluation-objection.entity.js';

registerEnumType(EvaluationObjectionState, {
  name: 'EvaluationObjectionState',
  description: 'How far an objection to a result has come.',
  valuesMap: {
    FILED: { description: 'To be ruled on; no result is final before.' },
    UPHELD: { description: 'It was right: the result is changed, and published anew.' },
    DISMISSED: { description: 'It was not.' },
    WITHDRAWN: { description: 'Its unit took it back.' },
    LAPSED: { description: 'The round was cancelled before anybody ruled on it.' },
  },
});

@ObjectType('EvaluationObjection', {
  implements: () => Node,
  description:
    'An objection of a unit to a result on public notice (公示异议). Its unit, the committee and, where it rules, the street office read it.',
})
export abstract class EvaluationObjectionObject extends Node {
  @Field(() => EvaluationRoundObject, {
    nullable: true,
    description: 'Of which round; null when you can no longer see it.',
  })
  readonly round!: EvaluationRoundObject | null;

  @Field(() => EvaluationResultObject, {
    nullable: true,
    description: 'The result that was on notice then; null when you can no longer see it.',
  })
  readonly result!: EvaluationResultObject | null;

  @Field(() => NominationObject, {
    nullable: true,
    description: 'What it is about; null when it is about the whole round, or you can no longer see that.',
  })
  readonly nomination!: NominationObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who objects; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => EvaluationObjectionState, { description: 'How far it has come.' })
  readonly state!: EvaluationObjectionState;

  @Field(() => String, {
    nullable: true,
    description:
      'What the unit objects to, and why; null for whoever is returning officer of the round or was it since scoring began, since it may quote scores.',
  })
  readonly text!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the street office rules on it, as every secretary of the committee has a conflict.',
  })
  readonly isForStreetOffice!: boolean;

  @Field(() => Boolean, { description: 'Whether the committee wrote it down for the unit (代办).' })
  readonly onBehalf!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  readonly filedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why it was ruled so; null before.' })
  readonly ruling!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ruled on; null before.' })
  readonly ruledAt!: Date | null;

  @Field(() => UnitObject, {
    nullable: true,
    description:
      'Who ruled, the committee or the street office; null before, and for one that you do not know.',
  })
  readonly ruledByUnit!: UnitObject | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const EvaluationObjectionConnection = connectionOf(EvaluationObjectionObject, 'EvaluationObjection');
export const EvaluationObjectionResult = resultUnion('EvaluationObjectionResult', [
  EvaluationObjectionObject,
  StaleVersion,
  WrongState,
]);
export const FileObjectionResult = resultUnion('FileObjectionResult', [
  EvaluationObjectionObject,
  WrongState,
]);
