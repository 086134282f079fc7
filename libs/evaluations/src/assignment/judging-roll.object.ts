import { DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';
import { NominationObject } from '../nomination/nomination.object.js';

@ObjectType('LeftOutPanel', {
  description:
    'A panel in which too few judge a nomination: it is left out for it, its weight shared by the others.',
})
export abstract class LeftOutPanelObject {
  @Field(() => NominationObject, {
    nullable: true,
    description: 'For what; null when you can no longer see it.',
  })
  readonly nomination!: NominationObject | null;

  @Field(() => EvaluationPanelKind, { description: 'Which panel.' })
  readonly panelKind!: EvaluationPanelKind;

  @Field(() => Int, { description: 'How many judges it has for it, fewer than the minimum of the round.' })
  readonly judges!: number;
}

@ObjectType('JudgingRoll', {
  implements: () => Node,
  description:
    'Who judges what in a round, and whose sheets are missing; never a score. The returning officer alone reads it.',
})
export abstract class JudgingRollObject extends Node {
  @Field(() => EvaluationRoundObject, {
    nullable: true,
    description: 'Of which round; null when you can no longer see it.',
  })
  readonly round!: EvaluationRoundObject | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When judges were shown what is theirs.' })
  readonly settledAt!: Date | null;

  @Field(() => Int, {
    description: 'Counts what the returning officer does; each step says which one was seen.',
  })
  readonly version!: number;
}

export const JudgingRollResult = resultUnion('JudgingRollResult', [
  JudgingRollObject,
  StaleVersion,
  WrongState,
]);
