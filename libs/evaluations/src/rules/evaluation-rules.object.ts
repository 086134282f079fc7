import { DecimalScalar } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';

registerEnumType(EvaluationPanelKind, {
  name: 'EvaluationPanelKind',
  description: 'Who sits on a panel of judges.',
  valuesMap: {
    COMMITTEE: { description: 'Secretary and officers of the committee.' },
    PARTNER_UNITS: { description: 'Liaisons and deputies of the partner units.' },
    RESIDENTS: { description: 'Residents’ representatives.' },
  },
});

@ObjectType('EvaluationRules', { description: 'How a round is scored.' })
export abstract class EvaluationRulesObject {
  @Field(() => DecimalScalar, { description: 'The lowest score.' })
  readonly scaleMin!: string;

  @Field(() => DecimalScalar, { description: 'The highest score.' })
  readonly scaleMax!: string;

  @Field(() => DecimalScalar, { description: 'Scores are the lowest, and whole steps of so much above it.' })
  readonly scaleStep!: string;

  @Field(() => Int, {
    description:
      'A panel with fewer sheets is left out for a nomination, and its weight shared among the others.',
  })
  readonly minimumSheets!: number;

  @Field(() => Int, { description: 'How many judges of each panel are proposed for a nomination.' })
  readonly sheetsPerPanel!: number;

  @Field(() => Boolean, { description: 'Scoring has begun: nobody changes the rules any more.' })
  readonly isFrozen!: boolean;
}

@ObjectType('EvaluationCriterion', { description: 'What is scored.' })
export abstract class EvaluationCriterionObject {
  @Field(() => Int, { description: 'Its place, from 1 on; sheets give their scores in this order.' })
  readonly position!: number;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What is looked at.' })
  readonly description!: string | null;

  @Field(() => DecimalScalar, { description: 'In per cent; those of a round sum to 100.' })
  readonly weight!: string;
}

@ObjectType('EvaluationPanel', { description: 'A panel of judges.' })
export abstract class EvaluationPanelObject {
  @Field(() => EvaluationPanelKind, { description: 'Who sits on it.' })
  readonly kind!: EvaluationPanelKind;

  @Field(() => DecimalScalar, { description: 'In per cent; those of a round sum to 100.' })
  readonly weight!: string;
}

@ObjectType('EvaluationAward', {
  description: 'A tier of awards (奖项): for so many places, or from a score on.',
})
export abstract class EvaluationAwardObject {
  @Field(() => Int, { description: 'Its place, from 1 on; the best tier is first.' })
  readonly position!: number;

  @Field(() => String, { description: 'Its name, e.g. 一等奖.' })
  readonly name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many it is given to, and to all that tie with the last; null for one from a score on.',
  })
  readonly places!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'From which score on it is given, as with stars; null for one with places.',
  })
  readonly minScore!: string | null;

  @Field(() => Int, { description: 'Points credited to the unit that is awarded.' })
  readonly points!: number;

  @Field(() => Int, { description: 'Points credited to each unit that held it with that one.' })
  readonly coHostPoints!: number;
}
