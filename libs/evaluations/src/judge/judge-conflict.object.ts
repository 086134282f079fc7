import { connectionOf, DateTimeScalar, Node, resultUnion, WrongState } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { NominationObject } from '../nomination/nomination.object.js';

@ObjectType('JudgeConflict', {
  implements: () => Node,
  description:
    'Why somebody does not judge a nomination (回避), as that person said; read by that person and the returning officer alone.',
})
export abstract class JudgeConflictObject extends Node {
  @Field(() => NominationObject, {
    nullable: true,
    description: 'Of what; null when you can no longer see it.',
  })
  readonly nomination!: NominationObject | null;

  @Field(() => String, { description: 'Whose, by the name of that time.' })
  readonly personName!: string;

  @Field(() => String, { description: 'Why, in that person’s words.' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was declared.' })
  readonly declaredAt!: Date;
}

export const JudgeConflictConnection = connectionOf(JudgeConflictObject, 'JudgeConflict');
export const JudgeConflictResult = resultUnion('JudgeConflictResult', [JudgeConflictObject, WrongState]);
