import { connectionOf, DateTimeScalar, Node } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';

@ObjectType('EvaluationJudge', {
  implements: () => Node,
  description: 'Somebody who can be given nominations to judge (评委); read by the returning officer alone.',
})
export abstract class EvaluationJudgeObject extends Node {
  @Field(() => EvaluationPanelKind, { description: 'In which panel; each person sits in one.' })
  readonly panelKind!: EvaluationPanelKind;

  @Field(() => String, { description: 'The name, as it was when the roll was made.' })
  readonly personName!: string;

  @Field(() => UnitObject, { nullable: true, description: 'Of whose post; null when you cannot see it.' })
  readonly unit!: UnitObject | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when this judge is given no more.' })
  readonly excusedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why not.' })
  readonly excuse!: string | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const EvaluationJudgeConnection = connectionOf(EvaluationJudgeObject, 'EvaluationJudge');
