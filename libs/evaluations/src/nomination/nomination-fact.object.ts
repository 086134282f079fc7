import { DecimalScalar } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContributionMeasure } from '#resources';
import { NominationFactKind } from './nomination-fact.entity.js';

registerEnumType(NominationFactKind, {
  name: 'NominationFactKind',
  description: 'What the platform tells of what is nominated.',
  valuesMap: {
    LENT: {
      description:
        'What was lent, in one measure, over so many bookings: for a project and its published activities, by whomever; or by a unit.',
    },
    RESULT_HEADS: { description: 'Persons served, as stands in the result of the project.' },
    SERVED_HEADS: { description: 'Persons served by its activities, over so many outcomes that were filed.' },
    CHECKED_IN_HEADS: {
      description: 'Persons checked in at its activities, over so many where somebody was.',
    },
    REVIEW_MARKS: {
      description:
        'The sum of the marks (1 to 5) of so many reviews of its activities; the mean is the one over the other.',
    },
    STEPS_KEPT: { description: 'Steps of the project that were done by their day, of so many that it has.' },
    MEETINGS_ATTENDED: {
      description:
        'Joint meetings to which the unit came, of so many that were held and to which it was called.',
    },
    DISHES_LED: { description: 'Published activities that the unit led and held; service days are none.' },
    NEEDS_ANSWERED: { description: 'Needs that the unit saw to, of so many that it took on.' },
  },
});

@ObjectType('NominationFact', {
  description:
    'What the platform itself knows of what is nominated, worked out when it was last submitted and never after; no unit has written it. Of a project over all its time, of a unit within the period of the round.',
})
export abstract class NominationFactObject {
  @Field(() => NominationFactKind, { description: 'What is told.' })
  readonly kind!: NominationFactKind;

  @Field(() => ContributionMeasure, {
    nullable: true,
    description: 'In what it is counted; null for all but what was lent.',
  })
  readonly measure!: ContributionMeasure | null;

  @Field(() => DecimalScalar, { description: 'How much, rounded half up to two places, for show.' })
  readonly amount!: string;

  @Field(() => DecimalScalar, { description: 'The same times sixty, exact.' })
  readonly sixtieths!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Over how many, as the kind says; null where nothing is counted.',
  })
  readonly countedOver!: number | null;
}
