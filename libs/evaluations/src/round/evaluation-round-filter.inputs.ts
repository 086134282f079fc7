import { DateScalar, IdOf } from '#graphql';
import { Field, ID, InputType, OmitType, registerEnumType } from '@nestjs/graphql';
import { EvaluationRoundState, EvaluationSubjectKind } from './evaluation-round.entity.js';

@InputType({ description: 'Which rounds; all given conditions hold.' })
export class EvaluationRoundFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;

  @Field(() => [EvaluationRoundState], { nullable: true, description: 'In one of these states.' })
  states?: EvaluationRoundState[] | null;

  @Field(() => [EvaluationSubjectKind], { nullable: true, description: 'Of one of these kinds of subject.' })
  subjectKinds?: EvaluationSubjectKind[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Whose period begins on this day, or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Whose period begins before this day.' })
  to?: string | null;
}

@InputType({ description: 'Which rounds of the network; all given conditions hold.' })
export class NetworkEvaluationRoundFilter extends OmitType(EvaluationRoundFilter, ['networkId'] as const) {}

export enum EvaluationRoundOrder {
  PERIOD_DESC = 'PERIOD_DESC',
  PERIOD_ASC = 'PERIOD_ASC',
}

registerEnumType(EvaluationRoundOrder, {
  name: 'EvaluationRoundOrder',
  description: 'In which order rounds are listed.',
  valuesMap: {
    PERIOD_DESC: { description: 'The period that begins last first.' },
    PERIOD_ASC: { description: 'The period that begins first first.' },
  },
});
