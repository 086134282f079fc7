import { connectionOf, DateScalar, DateTimeScalar, DecimalScalar } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BookingObject } from '../booking/booking.object.js';
import { ContributionMeasure } from './contribution.entity.js';

registerEnumType(ContributionMeasure, {
  name: 'ContributionMeasure',
  description: 'In what a contribution is counted.',
  valuesMap: {
    HOURS: { description: 'Hours, of what is lent whole: venue, vehicle, expertise.' },
    HEAD_HOURS: { description: 'Heads × hours, of what is lent whole, where the heads are known.' },
    KWH: { description: 'Kilowatt-hours of power: by the meter, or else kW × hours.' },
    PIECE_HOURS: { description: 'Pieces × hours of equipment.' },
    POINTS: { description: 'Points of awards in evaluations (积分).' },
  },
});

const SHOWN = 'rounded half up to two places, for show';
const EXACT =
  'exact: minutes, head-minutes, kW-minutes, piece-minutes, or points times sixty. Sums are made of these';

@ObjectType('Contribution', {
  description:
    'An entry of the account of what a unit has lent, from what really happened, and of the points it was given. It is never changed: a correction takes it back whole by a counter-entry and enters what is right.',
})
export abstract class ContributionObject {
  @Field(() => ContributionMeasure, { description: 'In what it is counted.' })
  readonly measure!: ContributionMeasure;

  @Field(() => DecimalScalar, { description: `How much, in that measure, ${SHOWN}. Below 0 takes back.` })
  readonly amount!: string;

  @Field(() => DecimalScalar, { description: `The same times sixty, ${EXACT}.` })
  readonly sixtieths!: string;

  @Field(() => Boolean, { description: 'Nobody noted the return: it counts as it was booked.' })
  readonly assumed!: boolean;

  @Field(() => Boolean, { description: 'Whether it takes an earlier entry back.' })
  readonly isCounterEntry!: boolean;

  @Field(() => DateTimeScalar, {
    description:
      'When the use began, or the points were given: the entry belongs to that month, by the zone of the region.',
  })
  readonly usedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  readonly madeAt!: Date;

  @Field(() => BookingObject, { nullable: true, description: 'Of which use; null of points.' })
  readonly booking!: BookingObject | null;

  @Field(() => UnitObject, { nullable: true, description: 'Whose account it is.' })
  readonly unit!: UnitObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'To whom it was lent; null of points, and when you can no longer see that unit.',
  })
  readonly requester!: UnitObject | null;

  @Field(() => NetworkObject, { nullable: true, description: 'The one network in which it counts.' })
  readonly network!: NetworkObject | null;
}

export const ContributionConnection = connectionOf(ContributionObject, 'Contribution');

@ObjectType('ContributionTotal', {
  description:
    'What one unit has lent, or was given in points, through one network in one month, in one measure.',
})
export abstract class ContributionTotalObject {
  @Field(() => DateScalar, { description: 'First day of the month, by the zone of the region.' })
  readonly month!: string;

  @Field(() => ContributionMeasure, { description: 'In what it is counted.' })
  readonly measure!: ContributionMeasure;

  @Field(() => DecimalScalar, { description: `How much, in that measure, ${SHOWN}.` })
  readonly amount!: string;

  @Field(() => DecimalScalar, { description: `The same times sixty, ${EXACT}, of the network too.` })
  readonly sixtieths!: string;

  @Field(() => UnitObject, { nullable: true, description: 'Whose account it is.' })
  readonly unit!: UnitObject | null;

  @Field(() => NetworkObject, { nullable: true, description: 'Through which network.' })
  readonly network!: NetworkObject | null;
}

export const ContributionTotalConnection = connectionOf(ContributionTotalObject, 'ContributionTotal');
