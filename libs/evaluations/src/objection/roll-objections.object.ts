import { DateTimeScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { NominationObject } from '../nomination/nomination.object.js';
import { EvaluationObjectionState } from './evaluation-objection.entity.js';

@ObjectType('RollObjection', {
  description:
    'An objection to a result, as its returning officer is told of it: not what it says, which may quote scores, nor whose it is.',
})
export abstract class RollObjectionObject {
  @Field(() => NominationObject, {
    nullable: true,
    description: 'What it is about; null when it is about the whole round.',
  })
  readonly nomination!: NominationObject | null;

  @Field(() => EvaluationObjectionState, { description: 'How far it has come.' })
  readonly state!: EvaluationObjectionState;

  @Field(() => Boolean, {
    description: 'Whether the street office rules on it, as every secretary of the committee has a conflict.',
  })
  readonly isForStreetOffice!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  readonly filedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was ruled so, and what is to be done; null before.',
  })
  readonly ruling!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ruled on; null before.' })
  readonly ruledAt!: Date | null;
}
